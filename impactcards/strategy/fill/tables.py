"""The rows of a table in a file: ``{row: {column: value}}``, or a list of ``{column: value}``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.kinds import Column, TableAnswer
from impactcards.records import record
from impactcards.strategy.kinds.names import find_name
from impactcards.strategy.values import TableRow
from impactcards.text import clean, shortened
from impactcards.words import N_, Message
from impactcards.yamltext.nodes import ListNode, MapNode, Node, Scalar
from impactcards.yamltext.values import is_null

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.model import Card
    from impactcards.strategy.fill.desk import Desk

#: In a list of rows, the key that names a row which is not free.
_ROW = "row"

Cells = tuple[tuple[Column, Node], ...]


@record
class RowToFill:
    """A row that has its id, and the cells that are still to be read."""

    row: str
    cells: Cells


def define_rows(desk: Desk, card: Card, kind: TableAnswer, node: Node) -> list[RowToFill]:
    """Find or make the rows that a file names. Free rows that a list does not name are dropped."""
    if isinstance(node, MapNode):
        found = [_by_name(desk, card, kind, node.keys[name], cells) for name, cells in node.value.items()]
        return [row for row in found if row is not None]
    if not isinstance(node, ListNode):
        desk.fault(
            node, Message(N_("Write a table as rows by name with “column: value” in them, or as a list of rows."))
        )
        return []
    if kind.rows is None:
        return _free_rows(desk, card, kind, node)
    found = [_named_row(desk, card, kind, entry) for entry in node.value]
    return [row for row in found if row is not None]


def _by_name(desk: Desk, card: Card, kind: TableAnswer, key: Scalar, node: Node) -> RowToFill | None:
    """The row of ``key: {column: value}``."""
    cells = _cells(desk, kind, node)
    name = clean(key.value).strip()
    if not name:
        desk.fault(key, Message(N_("A row needs a name here.")))
        return None
    row = _row_id(desk, card, kind, key, name)
    if row is None and kind.rows is None:
        if kind.columns[0].cell.kind == "text":
            row = desk.add(card, name)
        else:  # the name is a date, a number or a pick, and is read like any other cell
            row, cells = desk.strategy.make_id(), ((kind.columns[0], key), *cells)
            desk.entries(card)[row] = TableRow(row)
    return RowToFill(row, cells) if row is not None else None


def _row_id(desk: Desk, card: Card, kind: TableAnswer, node: Node, name: str) -> str | None:
    """The id of a row by its name; None, and for a row of the deck a fault, where there is none."""
    if kind.rows is None:
        return name if name in desk.entries(card) else desk.find(card, name)
    if kind.follows:
        followed = desk.strategy.deck.card(kind.follows)
        return desk.item(followed, name) if followed is not None else None
    titles = {row.id: row.title for row in kind.rows} if isinstance(kind.rows, tuple) else {}
    found = name if name in titles else find_name(name, titles)
    if found is None:
        message = Message(N_("The table “{title}” has no row “{name}”."), title=card.title, name=shortened(name, 40))
        desk.unknown(node, message, name, titles)
    return found


def _free_rows(desk: Desk, card: Card, kind: TableAnswer, node: ListNode) -> list[RowToFill]:
    """The rows of a list, each named by its first column; a row that was there keeps its id and its other cells."""
    first = kind.columns[0]
    rows: dict[str, TableRow] = {}
    to_fill = []
    for entry in node.value:
        cells: Cells = ((first, entry),) if isinstance(entry, Scalar) else _cells(desk, kind, entry)
        named = {column.id: cell for column, cell in cells}.get(first.id)
        name = clean(named.value).strip() if isinstance(named, Scalar) and not is_null(named) else ""
        held = desk.find(card, name) if name else None
        row = desk.row(card, held) if held is not None and held not in rows else TableRow(desk.strategy.make_id())
        if name and first.cell.kind == "text":
            row = row.with_cell(first.id, name)
        rows[row.id] = row
        to_fill.append(RowToFill(row.id, cells))
    desk.replace(card, rows.values())
    return to_fill


def _named_row(desk: Desk, card: Card, kind: TableAnswer, node: Node) -> RowToFill | None:
    """The row of ``{row: NAME, column: value}`` in a table whose rows have names."""
    named = node.value.get(_ROW) if isinstance(node, MapNode) and kind.column(_ROW) is None else None
    if not isinstance(node, MapNode) or not isinstance(named, Scalar):
        desk.fault(node, Message(N_("Say which row this is: write “row name: …” with “column: value” in it.")))
        return None
    row = _row_id(desk, card, kind, named, clean(named.value).strip())
    cells = _cells(desk, kind, node, but=_ROW)
    return RowToFill(row, cells) if row is not None else None


def _cells(desk: Desk, kind: TableAnswer, node: Node, but: str = "") -> Cells:
    return tuple(_each_cell(desk, kind, node, but))


def _each_cell(desk: Desk, kind: TableAnswer, node: Node, but: str) -> Iterator[tuple[Column, Node]]:
    """The cells of a row, by the id of their column or by its title."""
    if not isinstance(node, MapNode):
        if not is_null(node):
            desk.fault(node, Message(N_("Write the cells of this row as “column: value”.")))
        return
    titles = {column.id: column.title for column in kind.columns}
    for name, cell in node.value.items():
        if name == but:
            continue
        column = kind.column(name) or kind.column(find_name(name, titles) or "")
        if column is None:
            message = Message(N_("The table has no column “{name}”."), name=shortened(name, 40))
            desk.unknown(node.keys[name], message, name, titles)
        else:
            yield column, cell
