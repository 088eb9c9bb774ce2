"""The rows of a list or a table while they are edited, without any screen.

Every row keeps its id through every change of its text and place. The last row on the screen, "+ add an item", is no
row yet: its index is ``len(rows)``, and writing there makes one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from impactcards.strategy.values import Cell, TableRow
from impactcards.text import clean

_LINE_END = re.compile("\r\n|\r|\n")

#: Reads what was pasted into a cell: (column, text) -> the cell's value, or None where nothing fits.
ReadCell = Callable[[str, str], Cell | None]


def pasted_cells(text: str) -> list[list[str]]:
    """A pasted text as lines of cells: lines end at CR LF, CR or LF only, a tab starts the next cell."""
    lines = _LINE_END.split(text)
    while len(lines) > 1 and not lines[-1].strip():
        lines.pop()
    return [[clean(cell).replace("\n", " ") for cell in line.split("\t")] for line in lines]


class RowsModel:
    """Rows of cells. ``free`` rows can be added, removed, moved and split; others only hold cells."""

    def __init__(
        self, columns: Sequence[str], rows: Iterable[TableRow] = (), *, free: bool = True, make_id: Callable[[], str]
    ) -> None:
        self.columns = tuple(columns)
        self.rows = list(rows)
        self.free = free
        self._make_id = make_id

    # -- reading ----------------------------------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self.rows)

    def cell(self, row: int, column: int) -> Cell | None:
        """A cell, or None if it is empty or there is no such row."""
        if not 0 <= row < len(self.rows):
            return None
        return self.rows[row].cells.get(self.columns[column])

    def text(self, row: int, column: int = 0) -> str:
        """A cell's text; empty for a cell that holds no text."""
        cell = self.cell(row, column)
        return cell if isinstance(cell, str) else ""

    def is_empty(self, row: int) -> bool:
        """Whether a row holds nothing."""
        return not 0 <= row < len(self.rows) or not self.rows[row].cells

    def index(self, row_id: str) -> int | None:
        """Where the row with this id is."""
        return next((at for at, row in enumerate(self.rows) if row.id == row_id), None)

    def value(self, keep: str = "") -> tuple[TableRow, ...]:
        """The rows that hold something, and the row ``keep`` in any case."""
        return tuple(row for row in self.rows if row.cells or row.id == keep)

    # -- changing ---------------------------------------------------------------------------------------------------

    def put(self, row: int, column: int, cell: Cell | None) -> None:
        """Set or empty a cell. On the line below the last row this makes a row."""
        if row >= len(self.rows):
            if not self.free or cell is None or cell in ("", ()):
                return
            self.rows.append(TableRow(self._make_id()))
            row = len(self.rows) - 1
        self.rows[row] = self.rows[row].with_cell(self.columns[column], cell)

    def insert(self, row: int) -> None:
        """Put an empty row before ``row``."""
        self.rows.insert(row, TableRow(self._make_id()))

    def split(self, row: int, at: int, column: int = 0) -> int:
        """Break a row's text in two; the first half keeps the id, unless it would be empty. Returns the other's row."""
        text = self.text(row, column)
        before, after = text[:at].rstrip(), text[at:].lstrip()
        if not before:
            self.insert(row)
            return row + 1
        self.put(row, column, before)
        self.insert(row + 1)
        self.put(row + 1, column, after)
        return row + 1

    def join(self, row: int, column: int = 0) -> int:
        """Add a row's text to the row before, which keeps its id (an empty one gives way). Returns where they meet."""
        above, text = self.text(row - 1, column), self.text(row, column)
        if not above:
            del self.rows[row - 1]
            return 0
        self.put(row - 1, column, above + text)
        del self.rows[row]
        return len(above)

    def delete(self, row: int) -> None:
        """Take a row out."""
        del self.rows[row]

    def move(self, row: int, to: int) -> int:
        """Move a row so that it stands at ``to``; returns where it stands."""
        to = max(0, min(to, len(self.rows) - 1))
        self.rows.insert(to, self.rows.pop(row))
        return to

    def fit_in(self, row: int, column: int, cells: list[list[str]], before: str, after: str) -> list[list[str]]:
        """What to paste where a cell already holds text ``before`` and ``after`` the cursor.

        Lines that become rows leave a text whole, if the cursor is at one of its ends; otherwise they part it.
        """
        single = len(self.columns) == 1
        if self.free and column == 0 and len(cells) > 1:
            if before.strip() and not after.strip():
                return [[before], *cells]
            if after.strip() and not before.strip():
                self.insert(row)
                return cells
        cells[0][0] = before + cells[0][0]
        last = cells[-1] if single else cells[0]
        last[-1 if single else 0] += after
        return cells

    def paste(self, row: int, column: int, cells: list[list[str]], read: ReadCell) -> tuple[int, int]:
        """Spread pasted cells from a cell on; what stands there already is kept before the first of them.

        In the first column of free rows each line becomes a new row, because overwriting would rename items; in other
        columns the cells below are filled. Returns the last cell that was written.
        """
        adds_rows = self.free and column == 0
        if adds_rows:
            cells = [line for line in cells if any(cell.strip() for cell in line)] or cells[:1]
        last = (row, column)
        for at, line in enumerate(cells, row):
            if at >= len(self.rows) or (adds_rows and at > row):
                if not self.free:
                    break
                self.insert(at)
            for target, text in enumerate(line[: len(self.columns) - column], column):
                cell = read(self.columns[target], text.strip()) if text.strip() else None
                if cell is not None:
                    self.put(at, target, cell)
                last = (at, target)
        return last
