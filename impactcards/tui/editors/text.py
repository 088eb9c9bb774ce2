"""The editor for prose, or one line."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.timer import Timer

from impactcards.deck.kinds import TextAnswer
from impactcards.tui.editors.base import Editor, Kind
from impactcards.tui.editors.example import example_line
from impactcards.tui.widgets.rows.field import Field
from impactcards.words import N_, Message, Words

#: A longer text is told a moment after the last key instead of at every key, in seconds.
_PAUSE = 0.1
_LONG = 20_000


class TextEditor(Editor):
    """One text area. Enter begins a new line, or leaves where the card asks for one line."""

    kind: ClassVar[str] = "text"

    DEFAULT_CSS = """
    TextEditor {
        & > Field { height: 1fr; padding: 0 1; background: $surface; }
        &.-one-line > Field { height: 3; }
    }
    """

    def __init__(self, say: Words) -> None:
        super().__init__(say)
        self.field = Field(self, scrolls=True)
        self._waiting: Timer | None = None
        self._ghost = ""

    def compose(self) -> ComposeResult:
        yield self.field

    @property
    def one_line(self) -> bool:
        """Whether the card asks for one line."""
        return self.loaded and isinstance(self.card.answer, TextAnswer) and self.card.answer.lines == 1

    @property
    def how_to(self) -> Message | str:
        return Message(N_("Enter: done")) if self.one_line else ""

    @property
    def status(self) -> Message | str:
        return ""

    def show_answer(self, *, again: bool = False) -> None:
        value = self.value
        text = value if isinstance(value, str) else ""
        if again and text == self.field.text:
            return
        self.set_class(self.one_line, "-one-line")
        at = _same_place(self.field.text, text, self.field.offset_in_text) if again else None
        self._ghost = example_line(self.card.example, longest=400)
        self.field.read_only = self.read_only
        self.field.show_text(text, at=at, ghost=self._ghost)

    def take_focus(self, *, last: bool = False) -> None:
        self.field.take_focus()

    def flush(self) -> Editor.Changed | None:
        if self._waiting is None:
            return None
        self._waiting.stop()
        self._waiting = None
        return self.tell(self.field.text, "typing")

    # -- what the field tells ---------------------------------------------------------------------------------------

    def field_key(self, key: str, character: str | None) -> bool:
        if key in ("tab", "shift+tab", "escape"):
            self.leave({"tab": 1, "shift+tab": -1, "escape": 0}[key])
            return True
        if key in ("enter", "shift+enter") and self.one_line:
            self.leave(1)
            return True
        return False

    def field_edited(self) -> None:
        if self._waiting is not None:
            self._waiting.reset()
        elif self.field.virtual_size.height * self.field.wrap_width < _LONG:
            self._tell_text("typing")
        else:
            self._waiting = self.set_timer(_PAUSE, self.flush)

    def _tell_text(self, kind: Kind) -> None:
        self.tell(self.field.text, kind)

    def field_pasted(self, text: str) -> bool:
        return False

    def field_moved(self) -> None:
        """The field scrolls by itself."""

    def field_focus(self, focused: bool) -> None:
        if not focused:
            self.flush()


def _same_place(before: str, after: str, at: int) -> int:
    """Where a cursor at ``at`` of one text belongs in another: after their common start, or before their common end."""
    if before[:at] == after[:at]:
        return at
    rest = len(before) - at
    if rest and before[at:] == after[-rest:]:
        return len(after) - rest
    pairs = enumerate(zip(before, after, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(before), len(after)))
