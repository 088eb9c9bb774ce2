"""Which rows of a table are meant: a deck's ``where`` as a test of a row.

A test says True, False, or None where a cell it reads is empty or could not be read, so that nobody can know. ``not``
of what nobody knows is not known either. Only ``empty`` asks about the empty cell itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from impactcards.deck.spans import parse_span
from impactcards.strategy.ageing import later
from impactcards.strategy.dates import iso_date

if TYPE_CHECKING:
    from impactcards.strategy.values import Cell, TableRow

#: Whether a row is meant: None if a cell is empty that would decide it.
RowTest = Callable[["TableRow"], "bool | None"]
_CellTest = Callable[["Cell"], "bool | None"]


def where_test(where: Mapping[str, object], today: date) -> RowTest:
    """The test that ``where`` describes; an empty one means every row."""
    tests = [_part(name, operand, today) for name, operand in where.items()]
    return tests[0] if len(tests) == 1 else _all(tests)


def _part(name: str, operand: object, today: date) -> RowTest:
    if name in ("all", "any"):
        parts = [where_test(part, today) for part in _entries(operand) if isinstance(part, Mapping)]
        return _all(parts) if name == "all" else _any(parts)
    if name == "not":
        return _not(where_test(operand, today)) if isinstance(operand, Mapping) else _unknown
    if name == "row":
        ids = frozenset(map(str, _entries(operand)))
        return lambda row: row.id in ids
    tests = (
        [_cell(name, test, wanted, today) for test, wanted in operand.items()] if isinstance(operand, Mapping) else []
    )
    return tests[0] if len(tests) == 1 else _all(tests or [_unknown])


def _cell(column: str, test: str, operand: object, today: date) -> RowTest:
    if test == "empty":
        return lambda row: (column not in row.cells) is operand
    if test == "same_as":
        return _same(column, str(operand))
    make = _TESTS.get(test)
    if make is None:
        return _unknown
    holds = make(operand, today)

    def tested(row: TableRow) -> bool | None:
        cell = row.cells.get(column)
        return None if cell is None else holds(cell)

    return tested


# -- what parts are put together with ---------------------------------------------------------------------------------


def _unknown(_: TableRow) -> None:
    return None


def _all(parts: Sequence[RowTest]) -> RowTest:
    def every(row: TableRow) -> bool | None:
        known: bool | None = True
        for part in parts:
            holds = part(row)
            if holds is False:
                return False
            if holds is None:
                known = None
        return known

    return every


def _any(parts: Sequence[RowTest]) -> RowTest:
    def some(row: TableRow) -> bool | None:
        known: bool | None = False
        for part in parts:
            holds = part(row)
            if holds:
                return True
            if holds is None:
                known = None
        return known

    return some


def _not(part: RowTest) -> RowTest:
    def other(row: TableRow) -> bool | None:
        holds = part(row)
        return None if holds is None else not holds

    return other


# -- tests of a cell that is filled -----------------------------------------------------------------------------------


def _is(operand: object, _: date) -> _CellTest:
    wanted: set[object] = set()
    for entry in _entries(operand):
        word = _word(entry)
        wanted |= {entry, word, (word,)} if isinstance(entry, str | int | float) else set()
    return lambda cell: cell in wanted


def _has(operand: object, today: date) -> _CellTest:
    wanted = frozenset(_word(entry) for entry in _entries(operand))
    alone = _is(operand, today)
    return lambda cell: not wanted.isdisjoint(cell) if isinstance(cell, tuple) else alone(cell)


def _lacks(operand: object, today: date) -> _CellTest:
    has = _has(operand, today)
    return lambda cell: not has(cell)


def _above(operand: object, _: date) -> _CellTest:
    if not isinstance(operand, int | float):
        return lambda _cell: None
    bound = operand
    return lambda cell: cell > bound if isinstance(cell, int | float) else None


def _below(operand: object, _: date) -> _CellTest:
    if not isinstance(operand, int | float):
        return lambda _cell: None
    bound = operand
    return lambda cell: cell < bound if isinstance(cell, int | float) else None


def _older_than(operand: object, today: date) -> _CellTest:
    span = parse_span(str(operand))

    def older(cell: Cell) -> bool | None:
        day = iso_date(cell) if isinstance(cell, str) else None
        return later(day, span) < today if day is not None and span is not None else None

    return older


_TESTS: dict[str, Callable[[object, date], _CellTest]] = {
    "is": _is,
    "has": _has,
    "lacks": _lacks,
    "above": _above,
    "below": _below,
    "older_than": _older_than,
}


def _same(column: str, other: str) -> RowTest:
    def same(row: TableRow) -> bool | None:
        one, two = row.cells.get(column), row.cells.get(other)
        if one is None or two is None:
            return None
        return set(one) == set(two) if isinstance(one, tuple) and isinstance(two, tuple) else one == two

    return same


def _entries(operand: object) -> Sequence[object]:
    return operand if isinstance(operand, list | tuple) else (operand,)


def _word(entry: object) -> str:
    """A plain value as the text an id would have: ``true`` and ``3`` may be ids of options."""
    return str(entry).lower() if isinstance(entry, bool) else str(entry)


__all__ = ["RowTest", "where_test"]
