"""The last line of a screen: what can be done, in a fixed rank, each word to be clicked.

Textual's Footer cuts its last keys off at 80 columns and repaints on every change of focus; this one drops whole
deeds from its end instead and always keeps the way to all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.visual import VisualType
from textual.widget import Widget

from impactcards.tui.keys import Deed, keys_of, shown_key
from impactcards.words import Words


class KeyBar(Widget):
    """Shows ``deeds`` as "label key" as far as they fit, then ``last`` (the way to all keys) if there is one."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; width: 100%; background: $panel; color: $foreground; padding: 0 1; }
    """

    class Chosen(Message):
        """A deed was clicked."""

        def __init__(self, deed: Deed) -> None:
            self.deed = deed
            super().__init__()

    def __init__(
        self, deeds: Sequence[Deed], say: Words, *, last: Deed | None = None, keymap: Mapping[str, str] | None = None
    ) -> None:
        super().__init__()
        self._deeds, self._last, self._say, self._keymap = tuple(deeds), last, say, keymap or {}
        self._letters = False
        self._places: list[tuple[int, int, Deed]] = []

    def show_letters(self, letters: bool) -> None:
        """Name the letters (no field has the focus) or the keys that work while typing."""
        if letters != self._letters:
            self._letters = letters
            self.refresh()

    def show_deeds(self, deeds: Sequence[Deed]) -> None:
        """Show other deeds."""
        self._deeds = tuple(deeds)
        self.refresh()

    def _key(self, deed: Deed) -> str:
        keys = keys_of(deed, self._keymap)
        choice = (*deed.letters, *keys) if self._letters or not keys else keys
        return self._say(shown_key(choice[0])) if choice else ""

    def render(self) -> VisualType:
        say, width = self._say, self.content_size.width
        end = f"… {say(self._last.label)} {self._key(self._last)}" if self._last else ""
        room = width - (len(end) + 2 if end else 0)
        self._places = []
        parts: list[str | tuple[str, str]] = []
        at = 0
        for deed in self._deeds:
            label, key = say(deed.label), self._key(deed)
            needed = len(label) + 1 + len(key)
            if at + needed > room:
                break
            parts += [(label, "$quiet"), " ", (key, "bold"), "  "]
            self._places.append((at, at + needed, deed))
            at += needed + 2
        if self._last:
            gap = max(0, width - at - len(end))
            parts += [" " * gap, (end, "$quiet")]
            self._places.append((width - len(end), width, self._last))
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        at = event.x - self.gutter.left
        for start, end, deed in self._places:
            if start <= at < end:
                self.post_message(self.Chosen(deed))
                return
