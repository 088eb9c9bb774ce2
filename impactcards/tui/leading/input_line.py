"""The one line the facilitator types in.

A presenter's clicker types, too: its blank key is a full stop or a b. Such a sign in an empty line that is followed by
nothing for a second is taken out again and acted on.

Whatever a key does here is done at once and in order, however fast one types: nothing waits for the key to travel
through the other widgets.
"""

from __future__ import annotations

import re
from typing import Literal, Protocol

from textual import events
from textual.timer import Timer
from textual.widgets import Input

from impactcards.text import clean

#: What a clicker's blank key types.
CLICKER = (".", "b")
#: Seconds without another key after which a lone sign was the clicker's.
ALONE = 1.0


class Owner(Protocol):
    """Who hears what is done in the line, at once."""

    def line_entered(self, text: str) -> None:
        """A line was typed, or pasted, and ended."""

    def line_recalled(self, step: Literal[-1, 1]) -> None:
        """Somebody wants what was typed before (-1) or after (1) what stands in the line."""

    def line_author(self, step: Literal[-1, 1], begins: str) -> None:
        """Somebody else is the author of what comes; ``begins`` is what stands in the line, perhaps a name."""

    def line_left(self) -> None:
        """Esc."""

    def line_clicked(self) -> None:
        """The clicker's blank key was pressed; what it typed is gone."""


class InputLine(Input):
    """A line in which the arrows, Tab and the clicker mean more than text."""

    DEFAULT_CSS = """
    InputLine, InputLine:focus { border: none; height: 1; padding: 0; background: $surface; width: 1fr; }
    """

    def __init__(self, owner: Owner, *, id: str | None = None) -> None:
        super().__init__(id=id, select_on_focus=False)
        self._owner = owner
        self._alone: Timer | None = None

    def put(self, text: str) -> None:
        """Let a text stand in the line, the cursor behind it."""
        self._forget()
        self.value = text
        self.cursor_position = len(text)

    async def on_key(self, event: events.Key) -> None:
        """Take a key before the field itself does."""
        self._forget()
        if self.screen.focused is not self:  # the cursor has left, and the key is meant for what came after
            event.stop()
            event.prevent_default()
            self.app.post_message(events.Key(event.key, event.character))
            return
        if event.is_printable:
            if not self.value and event.character in CLICKER:
                self._alone = self.set_timer(ALONE, self._was_the_clicker)
            return
        if self._own_key(event.key):
            event.stop()
            event.prevent_default()
            return
        held = self._bindings.key_to_bindings.get(event.key)
        if held:
            event.stop()
            event.prevent_default()
            await self.run_action(held[0].action)

    def _own_key(self, key: str) -> bool:
        if key == "enter":
            text = clean(self.value)
            self.put("")
            self._owner.line_entered(text)
        elif key in ("up", "down"):
            self._owner.line_recalled(-1 if key == "up" else 1)
        elif key in ("tab", "shift+tab"):
            self._owner.line_author(1 if key == "tab" else -1, self.value.strip())
        elif key == "escape":
            self._owner.line_left()
        else:
            return False
        return True

    def _forget(self) -> None:
        if self._alone is not None:
            self._alone.stop()
            self._alone = None

    def _was_the_clicker(self) -> None:
        self._alone = None
        if self.value in CLICKER:
            self.value = ""
            self._owner.line_clicked()

    def _on_paste(self, event: events.Paste) -> None:
        """Several pasted lines are several entries; the last one stays in the line unless a line feed ends it."""
        event.stop()
        event.prevent_default()
        self._forget()
        *whole, rest = re.split(r"\r\n|\r|\n", event.text)
        behind = ""
        if whole:
            before, behind = self.value[: self.cursor_position], self.value[self.cursor_position :]
            whole[0] = before + whole[0]
            self.put("")
            for line in whole:
                if line.strip():
                    self._owner.line_entered(clean(line))
        self.insert_text_at_cursor(clean(rest + behind).replace("\n", " "))
