"""The values of answers, as plain immutable data.

=========  =====================================================================
kind       value in memory (None, an empty string or an empty tuple: not answered)
=========  =====================================================================
text       a string
list       a tuple of :class:`Item`
choice     a tuple of option or item ids
rank       a tuple of option or item ids, in order
scale      an int, or the string that is none
number     an int or a float, or the string that is none
date       a string: an ISO 8601 date, or what was typed
table      a tuple of :class:`TableRow`
=========  =====================================================================

A cell of a table has the value of its column's kind; an empty cell is not in the row at all.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

from impactcards.records import field, record

ID_LETTERS = "abcdefghijklmnopqrstuvwxyz"
ID_LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyz234567"

#: YAML 1.1 reads these as something else than text when a person edits the file without quotes.
_YAML_WORDS = frozenset({"null", "true", "yes", "off", "on", "no", "y", "n"})


@record
class Item:
    """One entry of a list. Its id is kept through every change of its text."""

    id: str
    text: str


Cell = str | int | float | tuple[str, ...]


@record
class TableRow:
    """A row of a table: ``id`` is its own, the fixed row's, or that of the item it belongs to."""

    id: str
    cells: Mapping[str, Cell] = field(default_factory=dict)

    def with_cell(self, column: str, cell: Cell | None) -> TableRow:
        """This row with one cell set, or emptied (None, an empty string or tuple)."""
        cells = dict(self.cells)
        if cell is None or cell == "" or cell == ():
            cells.pop(column, None)
        else:
            cells[column] = cell
        return TableRow(self.id, cells)


Value = str | int | float | tuple[Item, ...] | tuple[str, ...] | tuple[TableRow, ...] | None


def new_id(taken: Container[str]) -> str:
    """An id that is not in ``taken``: a letter and three of a-z2-7, never a YAML word."""
    from random import SystemRandom  # reading a strategy needs no new ids

    drawn = SystemRandom()
    while True:
        made = drawn.choice(ID_LETTERS) + "".join(drawn.choices(ID_LETTERS_AND_DIGITS, k=3))
        if made not in taken and made not in _YAML_WORDS:
            return made


def is_empty(value: Value) -> bool:
    """Whether nothing was answered. A table counts as empty while no cell of it holds anything."""
    if isinstance(value, tuple):
        return not any(row.cells if isinstance(row, TableRow) else row for row in value)
    return value is None or value == ""
