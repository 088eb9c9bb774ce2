"""What can hold together: tests of one cell or card, of which none may leave nothing over.

Only what is certain is told: a choice among the deck's own options, the steps of a scale, and numbers. Figures outside
their limits can be typed, so a number is taken to have none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.yamltext import ListNode, Node, Scalar, as_bool, as_number

if TYPE_CHECKING:
    from impactcards.deck.format.index import CellInfo

_OPPOSITE = {"is": "lacks", "has": "lacks", "lacks": "has", "above": "at_most", "below": "at_least"}


class Possible:
    """What a cell can still be after some tests that all have to hold."""

    def __init__(self, cell: CellInfo) -> None:
        self._cell = cell
        self._only: set[str] | None = None  # alone what the cell can be
        self._one_of: list[set[str]] = []  # of each, something has to be chosen
        self._without: set[str] = set()
        self._tests: list[tuple[str, float]] = []
        self._filled: bool | None = None

    def add(self, test: str, operand: Node, *, opposite: bool = False, fills: bool = True) -> bool:
        """Take one more test (or the ``opposite`` of one) into account; whether anything is still possible.

        ``fills``: only what is filled fulfils the test.
        """
        filled: bool | None
        if test in ("empty", "answered"):
            wanted = as_bool(operand)
            if wanted is None:
                return True
            filled = (wanted == (test == "answered")) != opposite
        elif opposite and self._cell.several and test == "is":
            return True
        else:
            test = _OPPOSITE.get(test, "") if opposite else test
            if opposite and test not in ("has", "lacks"):
                return True
            filled = True if fills else self._filled
            self._take(test, operand)
        if self._filled is not None and filled != self._filled:
            return False
        self._filled = filled
        return not filled or (self._choices_left() and self._figures_left())

    def fill(self, *, filled: bool = True) -> bool:
        """Whether something is still possible if it is filled, or is not; nothing is noted."""
        return self._filled is None or self._filled == filled

    def _take(self, test: str, operand: Node) -> None:
        if test in ("is", "has", "lacks"):
            values = {entry.value for entry in _entries(operand) if type(entry) is Scalar}
            if test == "lacks":
                self._without |= values
            elif test == "is" or not self._cell.several:
                self._only = values if self._only is None else self._only & values
            else:
                self._one_of.append(values)
        elif test in ("above", "below"):
            number = as_number(operand)
            if number is not None:
                self._tests.append((test, number))

    def _choices_left(self) -> bool:
        if self._cell.kind != "choice" or self._cell.source or not self._cell.options:
            return True
        only = self._only
        if only is None and not self._cell.several:
            only = set(self._cell.options)
        if only is not None:
            return bool(only - self._without) and all(only & wanted for wanted in self._one_of)
        return all(wanted - self._without for wanted in self._one_of)

    def _figures_left(self) -> bool:
        if self._cell.kind not in ("number", "scale"):
            return True
        named = {figure for word in self._only or () if (figure := _figure(word)) is not None}
        if self._only is not None:
            return any(self._holds(figure) for figure in named) or len(named) < len(self._only)
        if self._cell.steps is not None:
            low, high = self._cell.steps
            return any(self._holds(step) for step in range(low, high + 1))
        above = [number for test, number in self._tests if test == "above"]
        below = [number for test, number in self._tests if test == "below"]
        return not above or not below or max(above) < min(below)

    def _holds(self, figure: float) -> bool:
        lacking = {_figure(word) for word in self._without}
        fits = (figure > number if test == "above" else figure < number for test, number in self._tests)
        return figure not in lacking and all(fits)


def _entries(operand: Node) -> list[Node]:
    return operand.value if type(operand) is ListNode else [operand]


def _figure(word: str) -> float | None:
    try:
        return float(word)
    except ValueError:
        return None


__all__ = ["Possible"]
