"""The strategy on one page: what was answered, without the cards' titles, and the gaps it still has."""

from __future__ import annotations

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
from impactcards.document.tables import fits, grid, table_blocks
from impactcards.strategy.values import TableRow

#: Answers of these kinds say nothing without their question: a lone figure, a lone day.
_TERSE = ("scale", "number", "date", "choice")


def one_page(material: Material, plans: Sequence[ChapterPlan]) -> OnePage | None:
    """The page as the deck plans it; None for a deck that plans none."""
    wanted = [part for part in material.deck.document.one_page if _belongs(material, part)]
    if not wanted:
        return None
    labels = {card.id: plan.title for plan in plans for card in plan.cards}
    beside = {part.beside: part for part in wanted if _stands_beside(material, part, wanted)}
    places: dict[str, list[Part]] = {"top": [], "left": [], "right": [], "foot": []}
    headed: dict[str, str] = {}
    for part in wanted:
        if beside.get(part.beside) is part:
            continue
        place = places[part.place]
        label = "" if part.place == "top" else labels.get(part.card, "")
        repeated = headed.get(part.place) == label
        headed[part.place] = label
        place.append(Part("" if repeated else label, tuple(_part(material, part, beside.get(part.card)))))
    if people := _people(material):
        places["foot"].append(Part("", (Paragraph(plain(material.say("Worked on by {people}", people=people))),)))
    page = {name: tuple(parts) for name, parts in places.items()}
    return OnePage(material.say("The strategy on one page"), **page)


def _people(material: Material) -> str:
    names = [str(entry.get("name", "")) for entry in material.strategy.lists.get("participants", ())]
    return joined([name for name in names if name])


def _card(material: Material, part: OnePagePart) -> Card:
    card = material.deck.card(part.card)
    assert card is not None  # noqa: S101 - the loader refuses a part without a card
    return card


def _belongs(material: Material, part: OnePagePart) -> bool:
    """Whether a part is printed: what is hidden or was skipped on purpose is no gap."""
    card = material.deck.card(part.card)
    if card is None or not material.shows(card):
        return False
    answer = material.strategy.answer(card.id)
    return answer.answered or answer.put_off != "skipped"


def _stands_beside(material: Material, part: OnePagePart, wanted: Sequence[OnePagePart]) -> bool:
    """Whether a part's rows can stand beside another part's items: both say something, and one leads to the other."""
    base = next((other for other in wanted if other.card == part.beside), None)
    if base is None or not (_says(material, part) and _says(material, base)):
        return False
    card = _card(material, part)
    return any(_items_of_row(material, card, row, part.beside) for row in material.strategy.rows(card))


def _says(material: Material, part: OnePagePart) -> bool:
    card = _card(material, part)
    return material.strategy.answer(card.id).answered and not material.is_sealed(card)


def _part(material: Material, part: OnePagePart, beside: OnePagePart | None) -> Iterator[Block]:
    card = _card(material, part)
    if material.is_sealed(card):
        yield Paragraph(plain(material.say("Sealed until the next review.")), "open")
        return
    if beside is not None:
        yield from _side_by_side(material, card, beside)
        return
    if isinstance(card.answer, TableAnswer):
        blocks = table_blocks(material, card, part.columns)
    else:
        blocks = answer_blocks(material, card)
    if not blocks:
        yield Paragraph(plain(material.say("open: {question}", question=card.prompt.strip())), "open")
    elif card.answer.kind in _TERSE and len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        yield Paragraph((Run(card.prompt.strip(), "soft"), Run(" "), *blocks[0].text))
    else:
        yield from blocks


# -- one card's rows beside the items of another ----------------------------------------------------------------------


def _side_by_side(material: Material, base: Card, part: OnePagePart) -> Iterator[Block]:
    """The items of ``base``, each with the rows of ``part`` that lead to it; rows that lead to none come last."""
    card = _card(material, part)
    kind = card.answer
    if not isinstance(kind, TableAnswer):
        return
    columns = [column for column in kind.columns if not part.columns or column.id in part.columns]
    rows = {row.id: row for row in material.strategy.rows(card)}
    found = grid(material, card, kind, columns, tuple(rows.values()))
    groups: dict[str, list[list[str]]] = {item.id: [] for item in material.strategy.items(base.id)}
    loose: list[list[str]] = []
    for row_id, line in found.lines:
        items = [item_id for item_id in _items_of_row(material, card, rows[row_id], base.id) if item_id in groups]
        for item_id in items:
            groups[item_id].append(line)
        if not items:
            loose.append(line)
    texts = {item.id: " ".join(item.text.split()) for item in material.strategy.items(base.id)}
    named = [(texts[item_id], own) for item_id, own in groups.items()] + ([("", loose)] if loose else [])
    yield _beside_table(_base_title(base), found.heads, named)


def _base_title(base: Card) -> str:
    return base.answer.columns[0].title if isinstance(base.answer, TableAnswer) and base.answer.columns else ""


def _beside_table(title: str, heads: list[TableColumn], named: Sequence[tuple[str, list[list[str]]]]) -> Block:
    empty = [""] * len(heads)
    lines = [[name if i == 0 else "", *line] for name, own in named for i, line in enumerate(own or [empty])]
    columns = [TableColumn(title), *heads]
    if fits(columns, lines):
        return Table(tuple(columns), tuple(tuple(line) for line in lines))
    entries = []
    for name, own in named:
        facts = [(line[0], _in_words(heads[1:], line[1:])) for line in own]
        entries.append(Entry(name, tuple(facts)) if name else Entry(facts[0][0], (("", facts[0][1]), *facts[1:])))
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
