"""Drawing many blocks of lines, only those in sight, and only again when they have changed.

A block is an item, a row, an option: some lines that belong together. Subclasses say how tall a block is and draw it.
Where there is more than fits, the first and last lines in sight say how much ("↓ 4 more") and can be clicked.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from impactcards.tui.widgets.rows.wrap import padded

#: A piece of a line: its text and the name of its style (see ``LineView.COMPONENT_CLASSES``, without ``line--``).
Piece = tuple[str, str]

#: The sign before the current cell or entry.
MARK = "▏"

#: With fewer lines in sight than this, none is spent on saying what is out of sight.
_FEW = 4


class LineView(ScrollView, can_focus=False):
    """A scrolling column of blocks. ``pinned`` lines stay on top (a table's titles)."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line--text", "line--quiet", "line--faint", "line--number", "line--title", "line--here", "line--bold",
        "line--mark", "line--warn", "line--link", "line--lifted",
    }  # fmt: skip

    DEFAULT_CSS = """
    LineView {
        background: transparent;
        scrollbar-size: 0 0;
        overflow: hidden auto;
        & > .line--text { color: $foreground; }
        & > .line--quiet { color: $quiet; }
        & > .line--faint { color: $quiet 60%; }
        & > .line--number { color: $quiet; }
        & > .line--title { color: $quiet; text-style: bold; }
        & > .line--here { background: $surface; color: $foreground; }
        & > .line--bold { color: $foreground; text-style: bold; }
        & > .line--mark { color: $accent; text-style: bold; }
        & > .line--warn { color: $warning; }
        & > .line--link { color: $primary; text-style: underline; }
        & > .line--lifted { background: $primary; color: $background; text-style: bold; }
    }
    """

    def __init__(self, more: Callable[[str, int], str]) -> None:
        """``more`` words how many blocks are out of sight: ("↓", 4) -> "↓ 4 more"."""
        super().__init__()
        #: Called as soon as the view has another size and is laid out for it, before anything is painted.
        self.resized: Callable[[], None] | None = None
        self._more = more
        self._tops: list[int] = [0]
        self._drawn: dict[int, list[Strip]] = {}
        self._styles: dict[str, Style] = {}

    # -- what a subclass says ---------------------------------------------------------------------------------------

    @property
    def pinned(self) -> int:
        """How many lines stay on top while the rest scrolls."""
        return 0

    @property
    def countable(self) -> int:
        """How many blocks, from the first, count as "more"."""
        return self.count

    def height_of(self, index: int) -> int:
        """How many lines block ``index`` takes."""
        raise NotImplementedError

    def draw(self, index: int) -> list[Strip]:
        """The lines of block ``index``, each as wide as the view."""
        raise NotImplementedError

    def draw_pinned(self, y: int) -> Strip:
        """The line ``y`` of those that stay on top."""
        return self.line()

    # -- drawing ----------------------------------------------------------------------------------------------------

    def style(self, name: str) -> Style:
        """A style by name, on the view's background."""
        found = self._styles.get(name)
        if found is None:
            first, *more = name.split("+")
            base = self.get_component_rich_style(f"line--{first}")
            for part in more:
                base += self.get_component_rich_style(f"line--{part}", partial=True)
            found = self._styles[name] = base
        return found

    def line(self, *pieces: Piece, width: int | None = None, fill: str = "text") -> Strip:
        """A line made of pieces, filled up to the view's width."""
        width = self.size.width if width is None else width
        strip = Strip([Segment(text, self.style(name)) for text, name in pieces if text])
        return strip.adjust_cell_length(width, self.style(fill))

    def render_line(self, y: int) -> Strip:
        pinned = self.pinned
        if y < pinned:
            return self.draw_pinned(y)
        marked = self._marker(y)
        if marked:
            return self.line(("     " + marked, "quiet"))
        found = self.block_at(y - pinned + self.scroll_offset.y)
        if found is None:
            return self.line()
        index, line = found
        strips = self._drawn.get(index)
        if strips is None:
            strips = self._drawn[index] = self.draw(index)
        return strips[line] if line < len(strips) else self.line()

    def notify_style_update(self) -> None:
        self._styles.clear()
        self._drawn.clear()
        super().notify_style_update()

    # -- blocks and where they are ----------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many blocks there are."""
        return len(self._tops) - 1

    def lay_out(self, count: int, *, start: int = 0) -> None:
        """Measure the blocks from ``start`` on, and draw all of them anew."""
        tops = self._tops[: start + 1]
        top = tops[-1]
        for index in range(len(tops) - 1, count):
            top += self.height_of(index)
            tops.append(top)
        self._tops = tops
        self._drawn.clear()
        self._set_size()
        self.refresh()

    def forget(self, index: int) -> None:
        """Draw a block anew when it is painted next, but do not paint it now: something lies over what has changed."""
        self._drawn.pop(index, None)
        if self.height_of(index) != self.height(index):
            self.lay_out(self.count, start=index)

    def redraw(self, indices: Iterable[int]) -> None:
        """Draw some blocks anew; if one has grown or shrunk, measure from there on."""
        grown: int | None = None
        for index in indices:
            if not 0 <= index < self.count:
                continue
            self._drawn.pop(index, None)
            height = self.height_of(index)
            if height != self.height(index):
                grown = index if grown is None else min(grown, index)
            elif grown is None:
                self.refresh_lines(self._tops[index] + self.pinned, height)
        if grown is not None:
            self.lay_out(self.count, start=grown)

    def _set_size(self) -> None:
        self.virtual_size = Size(self.size.width, self._tops[-1] + self.pinned)

    def top_of(self, index: int) -> int:
        """The first line of a block, counted from the first of all (without what is pinned)."""
        return self._tops[index]

    def height(self, index: int) -> int:
        """How many lines a block was last found to take."""
        return self._tops[index + 1] - self._tops[index]

    def block_at(self, line: int) -> tuple[int, int] | None:
        """The block at a line, and which of its lines that is; None below the last."""
        if not 0 <= line < self._tops[-1]:
            return None
        index = bisect_right(self._tops, line) - 1
        return index, line - self._tops[index]

    def block_at_pointer(self, y: int) -> tuple[int, int] | None:
        """The block under the mouse at ``y`` of the view; None on the lines that are no block."""
        if y < self.pinned or self._marker(y):
            return None
        return self.block_at(y - self.pinned + self.scroll_offset.y)

    # -- what is out of sight ---------------------------------------------------------------------------------------

    @property
    def room(self) -> int:
        """How many lines are in sight, without the pinned ones."""
        return max(0, self.size.height - self.pinned)

    def _marker(self, y: int) -> str:
        """What the line ``y`` of the view says about blocks out of sight, or an empty string."""
        room, scroll = self.room, self.scroll_offset.y
        if room < _FEW:
            return ""
        if y == self.size.height - 1 and scroll + room < self._tops[-1]:
            below = self.countable - (bisect_right(self._tops, scroll + room - 1) - 1)
            return self._more("↓", below) if below > 0 else ""
        if y == self.pinned and scroll > 0:
            above = bisect_right(self._tops, scroll)
            return self._more("↑", min(above, self.countable))
        return ""

    @property
    def free_lines(self) -> tuple[int, int]:
        """The first and last line of the view that show blocks, and not what stays or what is out of sight."""
        first, last = self.pinned, self.size.height - 1
        return first + bool(self._marker(first)), last - bool(self._marker(last))

    def reveal(self, top: int, height: int = 1) -> None:
        """Scroll so that these lines are in sight, beside the lines that say what is not."""
        room = self.room
        spare = 1 if room >= _FEW else 0
        total = self._tops[-1]
        scroll = self.scroll_offset.y
        before = spare if top > 0 else 0
        after = spare if top + height < total else 0
        wanted = scroll
        if top + height + after > scroll + room:
            wanted = top + height + after - room
        if top - before < wanted:
            wanted = top - before
        wanted = max(0, min(wanted, total - room))
        if wanted != scroll:
            self.scroll_to(y=wanted, animate=False, force=True)

    def on_resize(self) -> None:
        self._styles.clear()
        self.rearrange()
        if self.resized is not None:
            self.resized()

    def rearrange(self) -> None:
        """Measure all blocks anew for the size of the view."""
        self.lay_out(self.count)

    def marker_step(self, y: int) -> int:
        """How many lines a click on the line ``y`` scrolls: 0 unless it says what is out of sight."""
        if not self._marker(y):
            return 0
        page = max(1, self.room - 2)
        return page if y == self.size.height - 1 else -page


def number(text: str, width: int) -> str:
    """A number flush right in ``width`` cells."""
    return padded(text, width, right=True)
