"""The editor for a day."""

from __future__ import annotations

from typing import ClassVar

from impactcards.deck.kinds import DateAnswer
from impactcards.strategy.values import Cell
from impactcards.tui.editors.line import LineEditor
from impactcards.words import N_, Message


class DateEditor(LineEditor):
    """A day, typed in any usual way and echoed with its weekday."""

    kind: ClassVar[str] = "date"

    @property
    def how_to(self) -> Message | str:
        return "" if self.read_only else Message(N_("such as 5 Dec, Q3 2027 or tomorrow"))

    def cell_kind(self) -> DateAnswer:
        return self.answer_as(DateAnswer)

    def unread(self) -> str:
        return self.say("Kept as you typed it; I cannot read a date in it.")

    def warning(self, cell: Cell) -> str:
        return ""
