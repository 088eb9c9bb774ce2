"""The row of a card's steps, with the present one marked; each can be clicked."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.visual import VisualType
from textual.widget import Widget

from impactcards.words import N_, Words

STEP_NAMES = {
    "read": N_("read"),
    "write": N_("write"),
    "collect": N_("collect"),
    "merge": N_("merge"),
    "vote": N_("vote"),
    "decide": N_("decide"),
    "act": N_("act"),
    "people": N_("people"),
    "last-time": N_("last time"),
    "agenda": N_("agenda"),
}


class StepsRow(Widget):
    """Shows the steps of the card in hand."""

    DEFAULT_CSS = """
    StepsRow { height: 1; width: 100%; padding: 0 1; }
    """

    class Chosen(Message):
        """A step was clicked."""

        def __init__(self, step: str) -> None:
            self.step = step
            super().__init__()

    def __init__(self, say: Words) -> None:
        super().__init__()
        self._say = say
        self._steps: tuple[str, ...] = ()
        self._at = ""
        self._aside = ""
        self._places: list[tuple[int, int, str]] = []

    def show(self, steps: Sequence[str], at: str, aside: str = "") -> None:
        """Show ``steps``, of which ``at`` is the present one, and on the right what must not be forgotten."""
        if (tuple(steps), at, aside) != (self._steps, self._at, self._aside):
            self._steps, self._at, self._aside = tuple(steps), at, aside
            self.refresh()

    @property
    def aside(self) -> str:
        """What must not be forgotten, such as a wall that is dark."""
        return self._aside

    def render(self) -> VisualType:
        say = self._say
        width = self.content_size.width
        names = [(step, say(STEP_NAMES.get(step, step))) for step in self._steps]
        needed = sum(len(name) for _, name in names) + 4 * len(names) + 2
        room_for_all = width - (len(self._aside) + 3 if self._aside else 0)
        join = " ─ " if needed <= room_for_all else " "
        self._places = []
        parts: list[str | Content | tuple[str, str]] = []
        here = self._steps.index(self._at) if self._at in self._steps else -1
        column = 0
        for n, (step, name) in enumerate(names):
            if n:
                parts.append((join, "$line"))
                column += len(join)
            shown = f" {name.upper()} " if n == here else name
            parts.append((shown, "reverse bold" if n == here else "$quiet" if n < here else ""))
            self._places.append((column, column + len(shown), step))
            column += len(shown)
        room = width - column - 2
        if self._aside and room > 3:
            words = Content.styled(self._aside, "$warning bold").truncate(room, ellipsis=True)
            parts += [" " * (width - column - words.cell_length), words]
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        at = event.x - self.gutter.left
        for start, end, step in self._places:
            if start <= at < end:
                self.post_message(self.Chosen(step))
                return
