"""What the editors for a number and for a date share: one line to type in, and below it what was understood."""

from __future__ import annotations

from abc import abstractmethod

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from impactcards.deck.kinds import Column, DateAnswer, NumberAnswer
from impactcards.strategy.dates import local_today
from impactcards.strategy.values import Cell
from impactcards.tui.editors.base import Editor
from impactcards.tui.editors.example import example_line
from impactcards.tui.widgets.line import Line
from impactcards.tui.widgets.rows.cells import CellWriter
from impactcards.tui.widgets.rows.field import Field
from impactcards.words import N_, Message, Words


class LineEditor(Editor):
    """One line, read at every key in the strategy's language. What cannot be read is kept as it was typed."""

    DEFAULT_CSS = """
    LineEditor {
        & > Horizontal { height: 1; margin-left: 3; }
        & Field { width: 34; padding: 0 1; background: $surface; }
        & Line#unit { width: 1fr; margin-left: 1; color: $quiet; }
        & Line#echo { margin: 1 0 0 4; height: auto; text-wrap: wrap; text-overflow: fold; }
    }
    """

    def __init__(self, say: Words) -> None:
        super().__init__(say)
        self.field = Field(self)
        self.unit = Line(id="unit")
        self.echo = Line(id="echo")

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield self.field
            yield self.unit
        yield self.echo

    # -- what a subclass says ---------------------------------------------------------------------------------------

    @abstractmethod
    def cell_kind(self) -> NumberAnswer | DateAnswer:
        """What the card asks for."""

    @abstractmethod
    def unread(self) -> str:
        """What to say of a text that could not be read."""

    @abstractmethod
    def warning(self, cell: Cell) -> str:
        """What is odd about what was read; empty if nothing is."""

    @property
    def how_to(self) -> Message | str:
        return "" if self.read_only else Message(N_("Enter: done"))

    # -- showing ----------------------------------------------------------------------------------------------------

    def _writer(self) -> CellWriter:
        column = Column(self.card.id, "", self.cell_kind())
        return CellWriter((column,), language=self.strategy.language, today=local_today())

    def show_answer(self, *, again: bool = False) -> None:
        value = self.value
        cell = None if value is None or isinstance(value, tuple) else value
        writer = self._writer()
        if not again or writer.read(0, self.field.text) != cell:
            self.field.read_only = self.read_only
            ghost = example_line(self.card.example, longest=30).split(": ")[0]  # a day, without what is said of it
            self.field.show_text(writer.to_edit(0, cell), ghost=ghost)
        self.unit.show(self.card.answer.unit if isinstance(self.card.answer, NumberAnswer) else "")
        self._show_echo()

    def _show_echo(self) -> None:
        writer = self._writer()
        cell = writer.read(0, self.field.text)
        if cell is None:
            self.echo.show("")
            return
        shown, style = writer.shown(0, cell)
        if style == "warn":
            self.echo.show(Content.styled(self.unread(), "$warning"))
            return
        warning = self.warning(cell)
        sign = "= " if self.loaded and isinstance(self.card.answer, NumberAnswer) else ""
        parts = [Content.styled(sign, "$quiet"), Content.styled(shown, "bold")]
        if warning:
            parts.append(Content.styled(f"  {warning}", "$warning"))
        self.echo.show(Content("").join(parts))

    def take_focus(self, *, last: bool = False) -> None:
        self.field.take_focus()

    # -- what the field tells ---------------------------------------------------------------------------------------

    def field_key(self, key: str, character: str | None) -> bool:
        direction = {"tab": 1, "shift+tab": -1, "escape": 0, "enter": 1, "shift+enter": 1}.get(key)
        if direction is None:
            return False
        self.leave(direction)
        return True

    def field_edited(self) -> None:
        self.tell(self._writer().read(0, self.field.text), "typing")
        self._show_echo()

    def field_pasted(self, text: str) -> bool:
        return False

    def field_moved(self) -> None:
        """One line is always in sight."""

    def field_focus(self, focused: bool) -> None:
        """Nothing is held back, so there is nothing to tell."""
