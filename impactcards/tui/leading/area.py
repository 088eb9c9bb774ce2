"""The step's own area: lines a step draws for the room there is; the one that matters is in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.visual import VisualType
from textual.widget import Widget

from impactcards.records import record
from impactcards.words import Words


@record
class Drawn:
    """What a step draws: its lines, which of them must be in sight, and which idea (or row) stands on each line."""

    lines: Sequence[Content]
    keep: int = 0
    marks: Sequence[int] = ()


Drawer = Callable[[int, int], Drawn]


def _nothing(_width: int, _height: int) -> Drawn:
    return Drawn(())


class Area(Widget):
    """Shows what ``drawer`` draws for a width and a height in cells."""

    DEFAULT_CSS = """
    Area { height: 1fr; width: 100%; padding: 0 2; }
    """

    class Clicked(Message):
        """A line with a mark was clicked."""

        def __init__(self, mark: int) -> None:
            self.mark = mark
            super().__init__()

    class Dragged(Message):
        """What stands on one line was dragged onto another."""

        def __init__(self, mark: int, onto: int) -> None:
            self.mark, self.onto = mark, onto
            super().__init__()

    def __init__(self, say: Words) -> None:
        super().__init__()
        self._say = say
        self._drawer: Drawer = _nothing
        self._drawn = Drawn(())
        self._top = 0
        self._scrolled: int | None = None
        self._pressed = -1

    def show(self, drawer: Drawer) -> None:
        """Draw with another drawer, or anew."""
        self._drawer, self._scrolled = drawer, None
        self.refresh()

    def scroll_lines(self, by: int) -> None:
        """Look further up or down, until something changes."""
        self._scrolled = self._top + by
        self.refresh()

    @property
    def text(self) -> str:
        """All that is drawn, also what is out of sight, as plain text."""
        size = self.content_size
        return "\n".join(line.plain for line in self._drawer(max(20, size.width), max(3, size.height)).lines)

    def render(self) -> VisualType:
        width, height = self.content_size.width, self.content_size.height
        self._drawn = self._drawer(width, height)
        lines = list(self._drawn.lines)
        most = max(0, len(lines) - height)
        if self._scrolled is not None:
            self._top = max(0, min(self._scrolled, most))
        else:
            keep = self._drawn.keep
            if keep >= self._top + height - 1:
                self._top = keep - height + (1 if keep == len(lines) - 1 else 2)
            if keep <= self._top:
                self._top = keep - (1 if keep else 0)
            self._top = max(0, min(self._top, most))
        shown = lines[self._top : self._top + height]
        if self._top and shown:
            shown[0] = self._more("↑", self._top + 1)
        below = len(lines) - self._top - height
        if below > 0 and len(shown) > 1:
            shown[-1] = self._more("↓", below + 1)
        return Content("\n").join(shown)

    def _more(self, arrow: str, n: int) -> Content:
        return Content.styled(self._say.plural("{arrow} {n} more", "{arrow} {n} more", n, arrow=arrow), "$quiet")

    def _mark_at(self, y: int) -> int:
        line = y - self.gutter.top + self._top
        marks = self._drawn.marks
        return marks[line] if 0 <= line < len(marks) else 0

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._pressed = self._mark_at(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        pressed, self._pressed = self._pressed, 0
        onto = self._mark_at(event.y)
        if pressed > 0 and onto > 0:
            self.post_message(self.Clicked(pressed) if pressed == onto else self.Dragged(pressed, onto))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_lines(2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_lines(-2)
