"""The editor for a figure."""

from __future__ import annotations

from typing import ClassVar

from impactcards.deck.kinds import NumberAnswer
from impactcards.strategy.numbers import show_number
from impactcards.strategy.values import Cell
from impactcards.tui.editors.line import LineEditor


class NumberEditor(LineEditor):
    """A figure with its unit, echoed as it was read."""

    kind: ClassVar[str] = "number"

    def cell_kind(self) -> NumberAnswer:
        return self.answer_as(NumberAnswer)

    def unread(self) -> str:
        return self.say("Kept as you typed it; I cannot read a number in it.")

    def warning(self, cell: Cell) -> str:
        kind = self.cell_kind()
        if not isinstance(cell, int | float):
            return ""
        if kind.minimum is not None and cell < kind.minimum:
            return self.say("at least {limit} is meant here", limit=show_number(kind.minimum, self.strategy.language))
        if kind.maximum is not None and cell > kind.maximum:
            return self.say("at most {limit} is meant here", limit=show_number(kind.maximum, self.strategy.language))
        return ""
