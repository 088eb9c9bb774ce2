"""The strategy on one page: what was answered, without the cards' titles, and the gaps it still has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from impactcards.deck.kinds import ChoiceAnswer, TableAnswer
from impactcards.deck.model import Card, OnePagePart
from impactcards.document.answers import answer_blocks
from impactcards.document.blocks import (
    Block,
    Definitions,
    Entry,
    OnePage,
    Paragraph,
    Part,
    Run,
    Table,
    TableColumn,
    plain,
)
from impactcards.document.chapters import ChapterPlan
from impactcards.document.material import Material
from impactcards.document.names import joined
from impactcards.document.tables import Grid, fits, table_blocks, table_grid
from impactcards.records import record
from impactcards.strategy.values import TableRow

#: Answers of these kinds say nothing without their question: a lone figure, a lone day.
_TERSE = ("scale", "number", "date", "choice")


@record
class Placed:
    """A part of the page with its card."""

    part: OnePagePart
    card: Card


def one_page(material: Material, plans: Sequence[ChapterPlan]) -> OnePage | None:
    """The page as the deck plans it; None for a deck that plans none."""
    named = ((part, material.deck.card(part.card)) for part in material.deck.document.one_page)
    wanted = [Placed(part, card) for part, card in named if card is not None and _belongs(material, card)]
    if not wanted:
        return None
    labels = {card.id: plan.title for plan in plans for card in plan.cards}
    by_card = {placed.card.id: placed for placed in wanted}
    beside = {p.part.beside: p for p in wanted if _stands_beside(material, p, by_card.get(p.part.beside))}
    places: dict[str, list[Part]] = {"top": [], "left": [], "right": [], "foot": []}
    shown = [p for p in wanted if beside.get(p.part.beside) is not p]
    shared = Counter(labels.get(placed.card.id, "") for placed in shown if placed.part.place != "top")
    for placed in shown:
        where, card = placed.part.place, placed.card
        label = labels.get(card.id, "")
        if shared[label] > 1:  # what is wanted and what is not, what begins and what stops: never under one heading
            label = card.title
        blocks = _blocks(material, placed, beside.get(card.id))
        color = material.deck.suit_of(card).color
        places[where].append(Part("" if where == "top" else label, tuple(blocks), color))
    if people := _people(material):
        places["foot"].append(Part("", (Paragraph(plain(material.say("Worked on by {people}", people=people))),)))
    page = {name: tuple(parts) for name, parts in places.items()}
    return OnePage(material.say("The strategy on one page"), **page)


def _people(material: Material) -> str:
    names = [str(entry.get("name", "")) for entry in material.strategy.lists.get("participants", ())]
    return joined([name for name in names if name])


def _belongs(material: Material, card: Card) -> bool:
    """Whether a card's part is printed: what is hidden, skipped on purpose or never dealt is no gap."""
    answer = material.strategy.answer(card.id)
    return material.shows(card) and material.is_dealt(card) and (answer.answered or answer.put_off != "skipped")


def _says(material: Material, card: Card) -> bool:
    return material.strategy.answer(card.id).answered and not material.is_sealed(card)


def _stands_beside(material: Material, placed: Placed, base: Placed | None) -> bool:
    """Whether a part's rows can stand beside another part's items: both say something, and one leads to the other."""
    if base is None or not (_says(material, placed.card) and _says(material, base.card)):
        return False
    rows = material.strategy.rows(placed.card)
    return any(_items_of_row(material, placed.card, row, base.card.id) for row in rows)


def _blocks(material: Material, placed: Placed, beside: Placed | None) -> Iterator[Block]:
    card = placed.card
    if material.is_sealed(card):
        yield Paragraph(plain(material.say("Sealed until the next review.")), "open")
        return
    if beside is not None:
        yield _side_by_side(material, placed, beside)
        return
    if isinstance(card.answer, TableAnswer):
        blocks = table_blocks(material, card, placed.part.columns)
    else:
        blocks = answer_blocks(material, card)
    if not blocks:
        yield Paragraph(plain(material.say("open: {question}", question=card.prompt.strip())), "open")
    elif card.answer.kind in _TERSE and len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        yield Paragraph((Run(card.prompt.strip(), "soft"), Run(" "), *blocks[0].text))
    else:
        yield from blocks


# -- one card's rows beside the items of another ----------------------------------------------------------------------


def _side_by_side(material: Material, base: Placed, beside: Placed) -> Block:
    """The items of ``base``, each with the rows of ``beside`` that lead to it; rows that lead to none come last."""
    found = table_grid(material, beside.card, beside.part.columns)
    follows = isinstance(beside.card.answer, TableAnswer) and beside.card.answer.follows == base.card.id
    if follows:  # its rows are the items themselves: their names stand there already
        found = Grid(found.heads[1:], [(row_id, line[1:]) for row_id, line in found.lines])
    rows = {row.id: row for row in material.strategy.rows(beside.card)}
    items = _items(material, base)
    groups: dict[str, list[list[str]]] = {item_id: [] for item_id, _ in items.lines}
    loose: list[list[str]] = []
    for row_id, line in found.lines:
        led_to = _items_of_row(material, beside.card, rows[row_id], base.card.id)
        own = [groups[item_id] for item_id in led_to if item_id in groups] or [loose]
        for group in own:
            group.append(line)
    blank = [""] * len(items.heads)
    named = [(line, groups[item_id]) for item_id, line in items.lines] + ([(blank, loose)] if loose else [])
    return _beside_blocks(items.heads, found.heads, named, name_first=not follows)


def _items(material: Material, base: Placed) -> Grid:
    """The items of a part, each with what the part shows of it."""
    if isinstance(base.card.answer, TableAnswer):
        return table_grid(material, base.card, base.part.columns)
    items = material.strategy.items(base.card.id)
    return Grid([TableColumn("")], [(item.id, [" ".join(item.text.split())]) for item in items])


def _beside_blocks(
    heads: list[TableColumn],
    more: list[TableColumn],
    named: Sequence[tuple[list[str], list[list[str]]]],
    *,
    name_first: bool,
) -> Block:
    """A table that says an item once and then its rows; entry by entry where that would be too wide."""
    empty, blank = [""] * len(more), [""] * len(heads)
    lines = [[*(item if i == 0 else blank), *row] for item, own in named for i, row in enumerate(own or [empty])]
    if fits([*heads, *more], lines):
        return Table((*heads, *more), tuple(tuple(line) for line in lines))
    entries = []
    for item, own in named:
        facts = [(head.title, cell) for head, cell in zip(heads[1:], item[1:], strict=True) if cell]
        if name_first:
            facts += [(row[0], _in_words(more[1:], row[1:])) for row in own]
        else:
            facts += [(head.title, cell) for row in own for head, cell in zip(more, row, strict=True) if cell]
        # Rows that lead to no item stand under the name of the first of them.
        entries.append(Entry(item[0], tuple(facts)) if item[0] else Entry(facts[0][0], (("", facts[0][1]), *facts[1:])))
    return Definitions(tuple(entries))


def _in_words(heads: Sequence[TableColumn], cells: Sequence[str]) -> str:
    return " · ".join(f"{head.title} {cell}" for head, cell in zip(heads, cells, strict=True) if cell)


def _items_of_row(material: Material, card: Card, row: TableRow, base_id: str) -> tuple[str, ...]:
    """The items of ``base_id`` that a row leads to: its own, those it picks, or those the row it follows picks."""
    kind = card.answer
    if not isinstance(kind, TableAnswer):
        return ()
    if kind.follows == base_id:
        return (row.id,)
    for column in kind.columns:
        if isinstance(column.cell, ChoiceAnswer) and column.cell.source == base_id:
            cell = row.cells.get(column.id)
            return cell if isinstance(cell, tuple) else ()
    followed = material.deck.card(kind.follows) if kind.follows else None
    if followed is None:
        return ()
    value = material.strategy.answer(followed.id).value
    held = value if isinstance(value, tuple) else ()
    source = next((r for r in held if isinstance(r, TableRow) and r.id == row.id), None)
    return _items_of_row(material, followed, source, base_id) if source else ()


__all__ = ["one_page"]
