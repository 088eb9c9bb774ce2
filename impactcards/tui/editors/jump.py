"""A line that leads to another card: "First play “Goals”"."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message

from impactcards.tui.widgets.line import Line


class JumpLine(Line, can_focus=True):
    """Chosen by a click, Enter or Space."""

    DEFAULT_CSS = """
    JumpLine { margin: 1 4; color: $primary; pointer: pointer; display: none; }
    JumpLine:focus { text-style: bold; }
    """

    class Chosen(Message):
        """Somebody wants to go there."""

    def show_title(self, text: str) -> None:
        """Show where the line leads."""
        self.show(Content.assemble("→ ", (text, "underline")))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Chosen())

    def on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "space"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Chosen())
