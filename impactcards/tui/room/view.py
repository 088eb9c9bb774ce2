"""The widget that shows a room, and lets its clock run by itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.timer import Timer
from textual.visual import Visual
from textual.widget import Widget

from impactcards.tui.room.data import Room, read_room_data
from impactcards.tui.room.picture import draw, draw_waiting
from impactcards.words import Words

#: Seconds for which something said stays.
SAID_FOR = 4.0


class RoomView(Widget):
    """Draws the room at the size it has. Only the lines that look different are painted again.

    ``clock`` gives the time in seconds since 1970.
    """

    DEFAULT_CSS = """
    RoomView { width: 100%; height: 100%; background: $background; color: $foreground; }
    """

    def __init__(self, say: Words, *, id: str | None = None, clock: Callable[[], float] = time.time) -> None:
        super().__init__(id=id)
        self._say, self._clock = say, clock
        self._room: Room | None = None
        self._waiting = ""
        self._said: tuple[str, float] = ("", 0.0)
        self._lines: list[Content] = []
        self._next: Timer | None = None

    # -- what is shown ----------------------------------------------------------------------------------------------

    def show(self, data: Mapping[str, object]) -> None:
        """Show the room that ``data`` describes (the ``room`` of a session's file)."""
        self._room = read_room_data(data)
        self._draw()

    def wait(self, text: str) -> None:
        """Show a sentence while there is no room to show."""
        self._room, self._waiting = None, text
        self._draw()

    def say_once(self, text: str, seconds: float = SAID_FOR) -> None:
        """Show a sentence on the last line for some seconds."""
        self._said = (text, self._clock() + seconds)
        self._draw()

    @property
    def text(self) -> str:
        """What stands on the wall, as plain text."""
        return "\n".join(line.plain for line in self._lines)

    # -- drawing ----------------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        """Work out all lines anew, paint those that differ, and come again when the clock moves."""
        width, height = self.size
        if not self.is_attached or width < 1 or height < 1:
            return
        now = self._clock()
        if self._room is None:
            lines = draw_waiting(self._waiting, width, height)
        else:
            lines = draw(self._room, self._say, width, height, now)
        said, until = self._said
        if said and now < until:
            text = Content.styled(f" {said} ", "reverse").truncate(width, ellipsis=True)
            lines[-1] = Content.assemble(" " * ((width - text.cell_length) // 2), text)
        before, self._lines = self._lines, lines
        if len(before) != len(lines):
            self.refresh()
        else:
            changed = [y for y, line in enumerate(lines) if not line.is_same(before[y])]
            if changed:
                self.refresh(*(Region(0, y, width, 1) for y in changed))
        self._come_again(now)

    def _come_again(self, now: float) -> None:
        """Draw again when something changes by itself: a second, a minute, a sentence that has been read."""
        moments = [60 - now % 60]
        room = self._room
        if room is not None and room.clock is not None and room.clock.running and not room.blank:
            left = room.clock.left_at(now)
            if left > 0:
                moments.append(left % 1 or 1.0)
        if self._said[0]:
            moments.append(self._said[1] - now)
            if self._said[1] <= now:
                self._said = ("", 0.0)
        if self._next is not None:
            self._next.stop()
        self._next = self.set_timer(max(0.02, min(moments) + 0.005), self._draw)

    def render_line(self, y: int) -> Strip:
        width, style = self.size.width, self.visual_style
        line = self._lines[y] if y < len(self._lines) else Content("")
        strips = Visual.to_strips(self, line, width, 1, style)
        return (strips[0] if strips else Strip([])).adjust_cell_length(width, style.rich_style)
