"""Flows: which item leads to which, from card to card, by what the rows of tables pick.

A reference CARD.COLUMN joins the rows of a card with the items they pick there. References are strung together where
they share a card: ``channels.audiences, channels.goals, measures.goal`` is audiences, channels, goals, measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from impactcards.deck.kinds import ChoiceAnswer, TableAnswer
from impactcards.deck.model import Picture as DeckPicture
from impactcards.deck.model import Reference
from impactcards.document.blocks import Block, Listing, Picture, Run, Text
from impactcards.document.material import Material
from impactcards.document.names import joined
from impactcards.records import record

Pairs = tuple[tuple[str, str], ...]

#: Stands in the words of a flow where nothing leads on.
GAP = "?"
ARROW = " → "


@record
class Layer:
    """A step of a flow: its items by id. ``id`` is the card they stand on, or the column whose options they are."""

    id: str
    names: dict[str, str]


@record
class Join:
    """Two neighbouring layers: ``rows`` picks from ``picked``; ``pairs`` are (row, item)."""

    rows: Layer
    picked: Layer
    pairs: Pairs


@record
class Chain:
    """Layers in a row. ``pairs[n]`` joins layer n to the next; ``owners`` names the layer whose rows made each join."""

    layers: tuple[Layer, ...]
    pairs: tuple[Pairs, ...]
    owners: tuple[str, ...]


def flow(material: Material, picture: DeckPicture) -> Picture | None:
    """The flow of a picture; None where nothing leads to anything."""
    joins = [join for reference in picture.of if (join := _join(material, reference)) is not None]
    chain = _strung(joins, last=picture.of[-1] if not picture.of[-1].column else None)
    if chain is None or not any(chain.pairs):
        return None
    places = [{item: n for n, item in enumerate(layer.names)} for layer in chain.layers]
    links = tuple(
        sorted(
            (step, places[step][one], places[step + 1][other])
            for step, pairs in enumerate(chain.pairs)
            for one, other in pairs
        )
    )
    layers = tuple(tuple(layer.names.values()) for layer in chain.layers)
    twin: tuple[Block, ...] = (Listing(tuple(_sentences(chain))),)
    return Picture(picture.id, picture.title, layers, links, twin)


# -- from references to a chain ---------------------------------------------------------------------------------------


def _join(material: Material, reference: Reference) -> Join | None:
    from impactcards.document.pictures import told

    card = told(material, reference.card)
    kind = card.answer if card is not None else None
    column = kind.column(reference.column) if isinstance(kind, TableAnswer) else None
    if card is None or not isinstance(kind, TableAnswer) or column is None or not isinstance(column.cell, ChoiceAnswer):
        return None
    rows = _layer(material, _named_by(material, card.id))
    if column.cell.source:
        picked = _layer(material, column.cell.source)
    else:
        picked = Layer(f"{card.id}.{column.id}", {option.id: option.title for option in column.cell.options})
    pairs = [
        (row.id, item)
        for row in material.strategy.rows(card)
        for cell in [row.cells.get(column.id)]
        for item in (cell if isinstance(cell, tuple) else ())
        if row.id in rows.names and item in picked.names
    ]
    return Join(rows, picked, tuple(dict.fromkeys(pairs))) if pairs else None


def _named_by(material: Material, card_id: str) -> str:
    """The card whose items the rows of a table are: its own, or, row by row, those of the card it follows."""
    seen = {card_id}
    while (card := material.deck.card(card_id)) is not None:
        follows = card.answer.follows if isinstance(card.answer, TableAnswer) else ""
        if not follows or follows in seen:
            break
        seen.add(follows)
        card_id = follows
    return card_id


def _layer(material: Material, card_id: str) -> Layer:
    """The items of a card, or its fixed rows, by their short names; what has no name is nothing."""
    card = material.deck.card(card_id)
    named = [(item.id, material.names.of(card_id, item.id)) for item in material.strategy.items(card_id)]
    if not named and card is not None:
        named = list(material.strategy.row_titles(card))
    return Layer(card_id, {item_id: " ".join(name.split()) for item_id, name in named if name and name.strip()})


def _strung(joins: Sequence[Join], last: Reference | None) -> Chain | None:
    """The joins in a row, each added at the end it fits to; one that fits to none is left out."""
    if not joins:
        return None
    first, *others = joins
    ends = [first.rows, first.picked]
    leads_back = last is not None and last.card == first.rows.id
    if leads_back or (others and first.rows.id in (others[0].rows.id, others[0].picked.id)):
        ends.reverse()
    layers, pairs = ends, [first.pairs if ends[0] is first.rows else _turned(first.pairs)]
    owners = [first.rows.id]
    for join in others:
        held = {layer.id for layer in layers}
        for near, far, made in (
            (join.rows, join.picked, join.pairs),
            (join.picked, join.rows, _turned(join.pairs)),
        ):
            if far.id in held:
                continue
            if near.id == layers[-1].id:
                layers, pairs = [*layers, far], [*pairs, made]
            elif near.id == layers[0].id:
                layers, pairs = [far, *layers], [_turned(made), *pairs]
            else:
                continue
            owners.append(join.rows.id)
            break
    return Chain(tuple(layers), tuple(pairs), tuple(owners))


def _turned(pairs: Pairs) -> Pairs:
    return tuple((other, one) for one, other in pairs)


# -- in words ---------------------------------------------------------------------------------------------------------


def _sentences(chain: Chain) -> Iterator[Text]:
    """A line with arrows for each item of the layer that joins most, then for each item that none of these reached."""
    ids = [layer.id for layer in chain.layers]
    pivot = max(range(len(ids)), key=lambda n: (chain.owners.count(ids[n]), -n))
    reached: set[tuple[int, str]] = set()
    for step in (pivot, *(n for n in range(len(ids)) if n != pivot)):
        for item in chain.layers[step].names:
            if (step, item) in reached:
                continue
            sets = _around(chain, step, item)
            reached.update((n, held) for n, own in enumerate(sets) for held in own)
            yield _sentence(chain, sets, step)


def _around(chain: Chain, step: int, item: str) -> list[list[str]]:
    """The items of every layer that lead to an item, or that it leads to."""
    sets: list[list[str]] = [[] for _ in chain.layers]
    sets[step] = [item]
    for n in range(step, len(chain.layers) - 1):
        found = {other for one, other in chain.pairs[n] if one in sets[n]}
        sets[n + 1] = [held for held in chain.layers[n + 1].names if held in found]
    for n in range(step, 0, -1):
        found = {one for one, other in chain.pairs[n - 1] if other in sets[n]}
        sets[n - 1] = [held for held in chain.layers[n - 1].names if held in found]
    return sets


def _sentence(chain: Chain, sets: Sequence[Sequence[str]], step: int) -> Text:
    names = [joined([chain.layers[n].names[item] for item in own]) for n, own in enumerate(sets)]
    first = next(n for n, name in enumerate(names) if name)
    last = max(n for n, name in enumerate(names) if name)
    before = ([GAP] if first > 0 else []) + names[first:step]
    after = names[step + 1 : last + 1] + ([GAP] if last < len(names) - 1 else [])
    runs = [Run("".join(name + ARROW for name in before)), Run(names[step], "strong")]
    runs.append(Run("".join(ARROW + name for name in after)))
    return tuple(run for run in runs if run.text)


__all__ = ["Chain", "flow"]
