"""The answer to a table card: as a table where it can be taken in at a glance, else row by row."""

from __future__ import annotations

from collections.abc import Sequence

from impactcards.deck.kinds import Column, TableAnswer
from impactcards.deck.model import Card
from impactcards.document.blocks import Block, Definitions, Entry, Listing, Run, Table, TableColumn, plain
from impactcards.document.material import Material
from impactcards.records import record
from impactcards.strategy.values import TableRow

#: A cell longer than this, or a row longer than that, is no table any more.
LONGEST_CELL = 100
LONGEST_ROW = 180


def table_blocks(material: Material, card: Card, columns: Sequence[str] = ()) -> tuple[Block, ...]:
    """The answered rows of a table card, in all its columns or only in ``columns``; nothing where none is answered."""
    found = table_grid(material, card, columns)
    return laid_out(found.heads, [line for _, line in found.lines])


@record
class Grid:
    """Heads, and lines of as many cells, each with the id of its row."""

    heads: list[TableColumn]
    lines: list[tuple[str, list[str]]]


def table_grid(material: Material, card: Card, columns: Sequence[str] = ()) -> Grid:
    """What the rows a table card shows say, in all its columns or only in ``columns``."""
    kind = card.answer
    if not isinstance(kind, TableAnswer):
        return Grid([], [])
    wanted = [column for column in kind.columns if not columns or column.id in columns]
    return grid(material, card, kind, wanted, material.strategy.rows(card))


def grid(
    material: Material, card: Card, kind: TableAnswer, columns: Sequence[Column], rows: Sequence[TableRow]
) -> Grid:
    """What ``rows`` say in ``columns``: names first where the rows have them, without empty rows and columns."""
    cells = [(row.id, [material.cell(column, row.cells.get(column.id)) for column in columns]) for row in rows]
    said = [(row_id, line) for row_id, line in cells if any(line)]
    shown = [i for i in range(len(columns)) if any(line[i] for _, line in said)]
    heads = [TableColumn(columns[i].title, columns[i].cell.kind) for i in shown]
    lines = [(row_id, [line[i] for i in shown]) for row_id, line in said]
    if kind.rows is not None:
        names = row_names(material, card)
        heads.insert(0, TableColumn(names_title(material, kind)))
        lines = [(row_id, [names.get(row_id, ""), *line]) for row_id, line in lines]
    return Grid(heads, lines)


def row_names(material: Material, card: Card) -> dict[str, str]:
    """What the rows of a table are called: items by their short names, the deck's own rows in full."""
    titles = dict(material.strategy.row_titles(card))
    source = card.answer.follows if isinstance(card.answer, TableAnswer) else ""
    if not source:
        return titles
    return {row_id: material.names.of(source, row_id) or title for row_id, title in titles.items()}


def names_title(material: Material, kind: TableAnswer) -> str:
    """The head of the column of row names: what the table they come from calls them."""
    source = material.deck.card(kind.follows) if kind.follows else None
    followed = source.answer if source else None
    return followed.columns[0].title if isinstance(followed, TableAnswer) and followed.columns else ""


def laid_out(heads: Sequence[TableColumn], lines: Sequence[Sequence[str]]) -> tuple[Block, ...]:
    """Rows as a list (one column), a table, or entry by entry (a single row, or long texts)."""
    if not lines or not heads:
        return ()
    if len(heads) == 1:
        return (Listing(tuple(plain(line[0]) for line in lines)),)
    if len(lines) > 1 and fits(heads, lines):
        return (Table(tuple(heads), tuple(tuple(line) for line in lines)),)
    if len(heads) == 2 and heads[1].kind == "text" and all(all(line) for line in lines):
        return (Listing(tuple((Run(line[0], "strong"), Run(f": {line[1]}")) for line in lines)),)
    return (Definitions(tuple(_entry(heads, line) for line in lines)),)


def fits(heads: Sequence[TableColumn], lines: Sequence[Sequence[str]]) -> bool:
    """Whether every cell is one line of moderate length, and a row can be taken in at a glance."""
    widths = [max(len(head.title), *(len(line[i]) for line in lines)) for i, head in enumerate(heads)]
    broken = any("\n" in cell for line in lines for cell in line)
    return not broken and max(widths) <= LONGEST_CELL and sum(widths) <= LONGEST_ROW


def _entry(heads: Sequence[TableColumn], line: Sequence[str]) -> Entry:
    """A row by its name, or by the first thing it says where it has none."""
    at = next(i for i, cell in enumerate(line) if cell)
    facts = [(head.title, cell) for i, (head, cell) in enumerate(zip(heads, line, strict=True)) if cell and i != at]
    return Entry(line[at], tuple(facts))


__all__ = ["Grid", "fits", "grid", "laid_out", "names_title", "row_names", "table_blocks", "table_grid"]
