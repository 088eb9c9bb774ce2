"""Table: rows of typed cells. Rows are free (and then items), named by the deck, or one for each item of a card."""



from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.strategy.kinds.base import Malformed, Meaning, Place, Problem, plain_text
from impactcards.strategy.kinds.choice import ChoiceMeaning, ids_from_data
from impactcards.strategy.kinds.date import DateMeaning
from impactcards.strategy.kinds.limits import count_problem
from impactcards.strategy.kinds.number import NumberMeaning, figure_from_data
from impactcards.strategy.kinds.scale import ScaleMeaning
from impactcards.strategy.kinds.text import TextMeaning
from impactcards.strategy.values import Cell, TableRow, Value
from impactcards.words import N_, Message, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.kinds import CellKind, TableAnswer

#: The kinds a cell can have.
CELLS: dict[str, Meaning[Any]] = {
    "text": TextMeaning(),
    "number": NumberMeaning(),
    "date": DateMeaning(),
    "choice": ChoiceMeaning(),
    "scale": ScaleMeaning(),
}


class TableMeaning:
    """A tuple of rows. Rows and cells that the deck no longer has are kept."""

    def from_data(self, kind: TableAnswer, data: object) -> Value:
        if data is None:
            return None
        if not isinstance(data, list | tuple):
            raise Malformed(Message(N_("This must be a list of rows, each with an id and its cells.")))
        rows: list[TableRow] = []
        seen: set[str] = set()
        for index, entry in enumerate(data):
            if not isinstance(entry, dict) or not isinstance(entry.get("id"), str) or not entry["id"]:
                raise Malformed(Message(N_("Each row needs an id.")), (index,))
            if entry["id"] in seen:
                message = Message(N_("The id {id} stands here twice; every row needs its own."), id=entry["id"])
                raise Malformed(message, (index,))
            seen.add(entry["id"])
            rows.append(_row(kind, entry, index))
        return tuple(rows)

    def to_data(self, kind: TableAnswer, value: Value) -> Any:
        if not isinstance(value, tuple):
            return value
        order = {column.id: n for n, column in enumerate(kind.columns)}
        rows = [row for row in value if isinstance(row, TableRow)]
        return [
            {
                "id": row.id,
                **{
                    column: list(cell) if isinstance(cell, tuple) else cell
                    for column, cell in sorted(row.cells.items(), key=lambda pair: order.get(pair[0], len(order)))
                },
            }
            for row in rows
        ]

    def is_complete(self, value: Value, place: Place) -> bool:
        kind: TableAnswer = place.kind
        required = [column.id for column in kind.columns if column.required]
        rows = shown_rows(place)
        return len(rows) >= (kind.at_least or 0) and all(column in row.cells for row in rows for column in required)

    def lines(self, value: Value, place: Place, say: Words) -> list[str]:
        """A row a line: its name, then its other cells."""
        kind: TableAnswer = place.kind
        names = dict(place.strategy.row_titles(place.card))
        columns = [(column.id, Place(place.strategy, column)) for column in kind.columns]
        lines = []
        for row in shown_rows(place):
            if not row.cells:
                continue
            cells = [cell_text(column, row.cells.get(column_id), say) for column_id, column in columns]
            if kind.rows is not None:
                cells.insert(0, names.get(row.id, ""))
            name, *others = cells
            lines.append(": ".join(filter(None, (name, "; ".join(filter(None, others))))))
        return lines

    def parse(self, text: str, place: Place) -> Value:
        """A row a line, its cells parted by a vertical bar; rows that name themselves are taken in their order."""
        kind: TableAnswer = place.kind
        titles = place.strategy.row_titles(place.card)
        columns = [(column.id, Place(place.strategy, column, place.today)) for column in kind.columns]
        rows = []
        lines = [line for line in text.split("\n") if line.strip()]
        for index, line in enumerate(lines):
            if kind.rows is not None and index >= len(titles):
                break
            row = TableRow(place.strategy.make_id() if kind.rows is None else titles[index][0])
            for (column_id, column), typed in zip(columns, line.split("|"), strict=False):
                if typed.strip():
                    row = row.with_cell(column_id, parse_cell(column, typed))
            rows.append(row)
        return tuple(rows)

    def problems(self, value: Value, place: Place) -> Iterator[Problem]:
        if place.kind.rows is None:
            yield from count_problem(len(shown_rows(place)), place.kind)


def shown_rows(place: Place) -> list[TableRow]:
    """The rows a table shows; of free rows only those that hold something."""
    rows = place.strategy.rows(place.card)
    return list(rows) if place.kind.rows is not None else [row for row in rows if row.cells]


def cell_text(place: Place, cell: Cell | None, say: Words) -> str:
    """A cell for people, in one line; an empty string for an empty cell."""
    if cell is None or cell == "" or cell == ():
        return ""
    lines = CELLS[place.kind.kind].lines(cell, place, say)
    if isinstance(cell, tuple):
        return ("; " if any("," in line for line in lines) else ", ").join(lines)
    return " ".join(" ".join(lines).split())


def parse_cell(place: Place, text: str) -> Cell | None:
    """The cell of what a person typed; None for nothing. Raises :class:`NotUnderstood` where ids are wanted."""
    parsed = CELLS[place.kind.kind].parse(text, place)
    return _cell(parsed)


def cell_from_data(kind: CellKind, data: object) -> Cell | None:
    """A cell from plain data; None for an empty one. Raises :class:`Malformed`."""
    return _cell(CELLS[kind.kind].from_data(kind, data))


def _cell(value: Value) -> Cell | None:
    if isinstance(value, tuple):
        return tuple(entry for entry in value if isinstance(entry, str)) or None
    return None if value is None or value == "" else value


def _row(kind: TableAnswer, entry: dict[Any, Any], index: int) -> TableRow:
    row = TableRow(entry["id"])
    for key, data in entry.items():
        if key == "id":
            continue
        column = kind.column(str(key))
        try:
            if column is not None:
                cell = cell_from_data(column.cell, data)
            else:  # a column of another version of the deck: kept as it is
                cell = _cell(ids_from_data(data) if isinstance(data, list) else _scalar(data))
        except Malformed as fault:
            raise Malformed(fault.message, (index, str(key), *fault.path)) from None
        row = row.with_cell(str(key), cell)
    return row


def _scalar(data: object) -> Value:
    """A scalar as it is: a number stays a number, all else is text."""
    is_number = isinstance(data, int | float) and not isinstance(data, bool)
    return figure_from_data(data) if is_number else plain_text(data)
