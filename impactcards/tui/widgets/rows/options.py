"""Draws things to choose, rank or rate: a number, a sign, a title, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.strip import Strip

from impactcards.records import record
from impactcards.tui.widgets.rows.lines import MARK, LineView, Piece, number
from impactcards.tui.widgets.rows.wrap import cut, padded, wrapped

#: Cells left of the sign: the number, a space and the mark of the current line.
LEFT = 5

#: The fewest cells in which what is said about an option stands beside its title.
_BESIDE = 24


@record
class Entry:
    """A line (or some): its number (``key``), its box (``sign``), and what one can click on the right (``tail``)."""

    id: str
    title: str
    about: str = ""
    key: str = ""
    sign: str = ""
    tail: str = ""
    note: str = ""
    style: str = "text"
    heading: bool = False
    lifted: bool = False


class Options(LineView):
    """A column of entries, one of which may be current."""

    DEFAULT_CSS = """
    Options { width: 100%; height: 100%; }
    """

    class Pressed(Message):
        """The mouse went down on entry ``index``; ``tail`` counts from the right edge, ``x`` from the left."""

        def __init__(self, index: int, x: int, tail: int) -> None:
            self.index, self.x, self.tail = index, x, tail
            super().__init__()

    class Dragged(Message):
        """The mouse, still down, is over entry ``index``; or it was let go (``done``)."""

        def __init__(self, index: int, *, done: bool = False) -> None:
            self.index, self.done = index, done
            super().__init__()

    def __init__(self, more: Callable[[str, int], str], *, left: int = LEFT) -> None:
        super().__init__(more)
        self.entries: Sequence[Entry] = ()
        self.current = 0
        self.live = False
        self.draggable = False
        self._left = left
        self._sign_width = self._tail_width = self._beside = 0
        self._dragging = False

    # -- what it shows ----------------------------------------------------------------------------------------------

    def show(self, entries: Sequence[Entry], current: int) -> None:
        """Show these entries; what has not changed is not drawn again."""
        old = self.entries
        self.entries = entries
        before, self.current = self.current, current
        self._measure()
        if len(old) != len(entries) or self.count != len(entries):
            self.lay_out(len(entries))
        else:
            changed = {at for at, (was, now) in enumerate(zip(old, entries, strict=True)) if was != now}
            self.redraw(sorted(changed | {before, current}))

    def set_live(self, live: bool) -> None:
        """Whether the current entry is marked."""
        self.live = live
        self.redraw((self.current,))

    @property
    def countable(self) -> int:
        return len(self.entries)

    def _measure(self) -> None:
        """How wide signs, tails and titles are, and whether what is said about options stands beside their titles."""
        entries = self.entries
        self._sign_width = max((cell_len(entry.sign) + 1 for entry in entries if entry.sign), default=0)
        self._tail_width = max((cell_len(entry.tail) + 2 for entry in entries if entry.tail), default=1)
        widest = max((cell_len(entry.title) for entry in entries if entry.about and not entry.heading), default=0)
        room = self.size.width - self._left - self._sign_width - self._tail_width
        self._beside = room - widest - 3 if widest and room - widest - 3 >= _BESIDE else 0

    def rearrange(self) -> None:
        self._measure()
        super().rearrange()

    def text_x(self, index: int) -> int:
        """The cell at which an entry's title begins."""
        return self._left + (0 if self.entries[index].heading else self._sign_width)

    def text_width(self, index: int) -> int:
        """How many cells an entry's title may take."""
        return max(1, self.size.width - self.text_x(index) - self._tail_width)

    def _lines(self, index: int) -> list[list[Piece]]:
        entry = self.entries[index]
        width, beside = self.text_width(index), self._beside
        style = entry.style
        if not entry.about or entry.heading:
            lines: list[list[Piece]] = [[(line, style)] for line in wrapped(entry.title, width)]
        elif beside:
            wide = width - beside
            title, about = wrapped(entry.title, wide - 1), wrapped(entry.about, beside)
            lines = [
                [(padded("".join(title[y : y + 1]), wide), style), ("".join(about[y : y + 1]), "quiet")]
                for y in range(max(len(title), len(about)))
            ]
        else:
            lines = [[(line, style)] for line in wrapped(entry.title, width)]
            lines += [[(line, "quiet")] for line in wrapped(entry.about, width)]
        if entry.note:
            fits = cell_len(entry.title) + cell_len(entry.note) + 2 <= width
            note: Piece = (f"  {entry.note}" if fits else cut(entry.note, width), "warn")
            if fits:
                lines[0].append(note)
            else:
                lines.append([note])
        return lines

    def height_of(self, index: int) -> int:
        return len(self._lines(index))

    def draw(self, index: int) -> list[Strip]:
        entry = self.entries[index]
        here = self.live and index == self.current
        strips = []
        for y, pieces in enumerate(self._lines(index)):
            key = number(entry.key if y == 0 else "", self._left - 2) + " "
            start: list[Piece] = [(key, "mark" if here else "number"), (MARK if here else " ", "mark")]
            if self._sign_width and not entry.heading:
                sign = padded(entry.sign if y == 0 else "", self._sign_width)
                start.append((sign, "mark" if here or entry.style == "bold" else "quiet"))
            if entry.lifted:
                pieces = [(text, "lifted") for text, _ in pieces]
            elif here:
                pieces = [(text, f"{style}+here") for text, style in pieces]
            fill = "text+here" if here and not entry.lifted else "text"
            strip = self.line(*start, *pieces, fill=fill)
            if entry.tail and y == 0:
                tail = cell_len(entry.tail) + 1
                body = self.line(*start, *pieces, width=self.size.width - tail, fill=fill)
                strip = Strip.join([body, self.line((entry.tail + " ", "quiet" if here else "faint"), width=tail)])
            strips.append(strip)
        return strips

    # -- the mouse --------------------------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        event.stop()
        at = event.get_content_offset(self)
        if at is None:
            return
        step = self.marker_step(at.y)
        found = self.block_at_pointer(at.y)
        if step:
            self.scroll_relative(y=step, animate=False, force=True)
        elif found is not None and not self.entries[found[0]].heading:
            self.post_message(self.Pressed(found[0], at.x, self.size.width - at.x))
            if self.draggable:
                self._dragging = True
                self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._dragging:
            event.stop()
            found = self.block_at(max(0, event.y + self.scroll_offset.y))
            self.post_message(self.Dragged(found[0] if found else self.count - 1))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self._dragging:
            event.stop()
            self._dragging = False
            self.release_mouse()
            self.post_message(self.Dragged(-1, done=True))
