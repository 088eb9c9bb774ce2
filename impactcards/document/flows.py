"""Flows: which item leads to which, from card to card, by what the rows of tables pick.

A reference CARD.COLUMN joins the rows of a card with the items they pick there. References are strung together where
they share a card: ``channels.audiences, channels.goals, measures.goal`` is audiences, channels, goals, measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from impactcards.deck.kinds import ChoiceAnswer, TableAnswer
from impactcards.deck.model import Card, Reference
from impactcards.deck.model import Picture as DeckPicture
from impactcards.document.answers import told
from impactcards.document.blocks import Listing, Picture, Run, Text
from impactcards.document.material import Material
from impactcards.document.names import joined

Pairs = tuple[tuple[str, str], ...]

#: Stands in the words of a flow where nothing leads on.
GAP = "?"
ARROW = " → "


class Chain:
    """Cards in a row. ``layers`` are their ids (or those of columns, for options), ``names`` the items of each by id.

    ``pairs[n]`` joins the items of layer n to those of the next; ``owners`` names the layer whose rows made each join.
    """

    def __init__(self) -> None:
        self.layers: list[str] = []
        self.names: dict[str, dict[str, str]] = {}
        self.pairs: list[Pairs] = []
        self.owners: list[str] = []

    def begin(self, rows: str, picked: str, pairs: Pairs, *, picked_first: bool) -> None:
        """The first two layers: a card's rows and what they pick, or the other way round."""
        self.layers = [picked, rows] if picked_first else [rows, picked]
        self.pairs = [_turned(pairs) if picked_first else pairs]
        self.owners = [rows]

    def add(self, rows: str, picked: str, pairs: Pairs) -> None:
        """One more layer at the end where it fits; nothing where it fits to none."""
        for near, far, made in ((rows, picked, pairs), (picked, rows, _turned(pairs))):
            if far in self.layers:
                continue
            if near == self.layers[-1]:
                self.layers, self.pairs = [*self.layers, far], [*self.pairs, made]
            elif near == self.layers[0]:
                self.layers, self.pairs = [far, *self.layers], [_turned(made), *self.pairs]
            else:
                continue
            self.owners.append(rows)
            return


def flow(material: Material, picture: DeckPicture) -> Picture | None:
    """The flow of a picture; None where nothing leads to anything."""
    chain = Chain()
    joins = [join for reference in picture.of if (join := _join(material, reference, chain)) is not None]
    if not joins:
        return None
    (rows, picked, pairs), *others = joins
    last = picture.of[-1]
    leads_back = not last.column and last.card == rows
    chain.begin(rows, picked, pairs, picked_first=leads_back or (bool(others) and rows in others[0][:2]))
    for join in others:
        chain.add(*join)
    places = [{item: n for n, item in enumerate(chain.names[layer])} for layer in chain.layers]
    links = tuple(
        sorted(
            (step, places[step][one], places[step + 1][other])
            for step, held in enumerate(chain.pairs)
            for one, other in held
        )
    )
    layers = tuple(tuple(chain.names[layer].values()) for layer in chain.layers)
    suits = [material.deck.suit_of(card) if (card := _card_of(material, layer)) else None for layer in chain.layers]
    return Picture(
        picture.id,
        picture.title,
        layers,
        links,
        (Listing(tuple(_sentences(chain))),),
        heads=tuple(suit.title if suit else "" for suit in suits),
        colors=tuple(suit.color if suit else "" for suit in suits),
    )


def _card_of(material: Material, layer: str) -> Card | None:
    """The card that gives a layer its items: itself, or that of a column whose options they are."""
    return material.deck.card(layer) or material.deck.card(layer.partition(".")[0])


# -- from references to a chain ---------------------------------------------------------------------------------------


def _join(material: Material, reference: Reference, chain: Chain) -> tuple[str, str, Pairs] | None:
    """The layer of a card's rows, that of what they pick in a column, and who picks what; None where nothing does."""
    card = told(material, reference.card)
    kind = card.answer if card is not None else None
    column = kind.column(reference.column) if isinstance(kind, TableAnswer) else None
    if card is None or not isinstance(kind, TableAnswer) or column is None or not isinstance(column.cell, ChoiceAnswer):
        return None
    rows = _named_by(material, card.id)
    picked = column.cell.source or f"{card.id}.{column.id}"
    names = chain.names.get(rows) or _items(material, rows)
    options = {option.id: option.title for option in column.cell.options}
    others = chain.names.get(picked) or (_items(material, picked) if column.cell.source else options)
    pairs = [
        (row.id, item)
        for row in material.strategy.rows(card)
        for cell in [row.cells.get(column.id)]
        for item in (cell if isinstance(cell, tuple) else ())
        if row.id in names and item in others
    ]
    if not pairs:
        return None
    chain.names |= {rows: names, picked: others}
    return rows, picked, tuple(dict.fromkeys(pairs))


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


def _items(material: Material, card_id: str) -> dict[str, str]:
    """The items of a card, or its fixed rows, by their short names; what has no name is nothing."""
    card = material.deck.card(card_id)
    named = [(item.id, material.names.of(card_id, item.id)) for item in material.strategy.items(card_id)]
    if not named and card is not None:
        named = list(material.strategy.row_titles(card))
    return {item_id: " ".join(name.split()) for item_id, name in named if name and name.strip()}


def _turned(pairs: Pairs) -> Pairs:
    return tuple((other, one) for one, other in pairs)


# -- in words ---------------------------------------------------------------------------------------------------------


def _sentences(chain: Chain) -> Iterator[Text]:
    """A line with arrows for each item of the layer that joins most, then for each item that none of these reached."""
    ids = chain.layers
    pivot = max(range(len(ids)), key=lambda n: (chain.owners.count(ids[n]), -n))
    reached: set[tuple[int, str]] = set()
    for step in (pivot, *(n for n in range(len(ids)) if n != pivot)):
        for item in chain.names[ids[step]]:
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
        sets[n + 1] = [held for held in chain.names[chain.layers[n + 1]] if held in found]
    for n in range(step, 0, -1):
        found = {one for one, other in chain.pairs[n - 1] if other in sets[n]}
        sets[n - 1] = [held for held in chain.names[chain.layers[n - 1]] if held in found]
    return sets


def _sentence(chain: Chain, sets: Sequence[Sequence[str]], step: int) -> Text:
    names = [joined([chain.names[layer][item] for item in own]) for layer, own in zip(chain.layers, sets, strict=True)]
    first = next(n for n, name in enumerate(names) if name)
    last = max(n for n, name in enumerate(names) if name)
    before = ([GAP] if first > 0 else []) + names[first:step]
    after = names[step + 1 : last + 1] + ([GAP] if last < len(names) - 1 else [])
    runs = [Run("".join(name + ARROW for name in before)), Run(names[step], "strong")]
    runs.append(Run("".join(ARROW + name for name in after)))
    return tuple(run for run in runs if run.text)


__all__ = ["Chain", "flow"]
