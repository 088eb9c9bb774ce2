"""The one line the facilitator types in.

A presenter's clicker types, too: its blank key is a full stop or a b. Such a sign in an empty line that is followed by
nothing for a second is taken out again and acted on.
"""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from impactcards.text import clean

#: What a clicker's blank key types.
CLICKER = (".", "b")
#: Seconds without another key after which a lone sign was the clicker's.
ALONE = 1.0


class InputLine(Input):
    """A line that tells what was entered, and that the arrows, Tab and the clicker mean more than text."""

    DEFAULT_CSS = """
    InputLine, InputLine:focus { border: none; height: 1; padding: 0; background: $surface; width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "recall(-1)", show=False),
        Binding("down", "recall(1)", show=False),
        Binding("tab", "author(1)", show=False),
        Binding("shift+tab", "author(-1)", show=False),
    ]

    class Entered(Message):
        """A line was typed, or several were pasted, and Enter says so."""

        def __init__(self, texts: tuple[str, ...]) -> None:
            self.texts = texts
            super().__init__()

    class Recall(Message):
        """Somebody wants what was typed before (-1) or after (1) what stands in the line."""

        def __init__(self, step: int) -> None:
            self.step = step
            super().__init__()

    class Author(Message):
        """Tab: somebody else is the author of what comes; ``begins`` is what stands in the line, perhaps a name."""

        def __init__(self, step: Literal[-1, 1], begins: str) -> None:
            self.step, self.begins = step, begins
            super().__init__()

    class ByClicker(Message):
        """The clicker's blank key was pressed; what it typed is gone. ``sign`` is what that was."""

        def __init__(self, sign: str) -> None:
            self.sign = sign
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, select_on_focus=False)
        self._alone: Timer | None = None

    def put(self, text: str) -> None:
        """Let a text stand in the line, the cursor behind it."""
        self._forget()
        self.value = text
        self.cursor_position = len(text)

    def on_key(self, event: events.Key) -> None:
        """Hear a key before the field itself takes it."""
        self._forget()
        if not self.value and event.character in CLICKER:
            self._alone = self.set_timer(ALONE, self._was_the_clicker)

    def _forget(self) -> None:
        if self._alone is not None:
            self._alone.stop()
            self._alone = None

    def _was_the_clicker(self) -> None:
        self._alone = None
        if self.value in CLICKER:
            sign, self.value = self.value, ""
            self.post_message(self.ByClicker(sign))

    def _on_paste(self, event: events.Paste) -> None:
        """Several pasted lines are several entries; the last one stays in the line unless a line feed ends it."""
        event.stop()
        event.prevent_default()
        self._forget()
        *whole, rest = re.split(r"\r\n|\r|\n", event.text)
        if whole:
            before, behind = self.value[: self.cursor_position], self.value[self.cursor_position :]
            whole[0] = before + whole[0]
            self.put("")
            self.post_message(self.Entered(tuple(clean(line) for line in whole if line.strip())))
            self.insert_text_at_cursor(clean(rest + behind))
        else:
            self.insert_text_at_cursor(clean(rest).replace("\n", " "))

    async def action_submit(self) -> None:
        self._forget()
        text = clean(self.value)
        self.put("")
        self.post_message(self.Entered((text,)))

    def action_recall(self, step: int) -> None:
        self.post_message(self.Recall(step))

    def action_author(self, step: Literal[-1, 1]) -> None:
        begins = self.value.strip()
        self.post_message(self.Author(step, begins))
