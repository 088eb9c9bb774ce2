"""A page to read: only what is in sight is drawn, so a long document opens as quickly as a short one.

Textual's own Markdown makes a widget of each paragraph and each cell of a table, which takes seconds for a strategy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.selection import Selection
from textual.strip import Strip

from impactcards.tui.widgets.page.blocks import Block, Line
from impactcards.tui.widgets.rows.lines import LineView


class Page(LineView, can_focus=True):
    """Shows blocks below each other. Its text can be selected with the mouse."""

    ALLOW_SELECT = True

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line--h1", "line--h2", "line--h3", "line--soft", "line--gone",
    }  # fmt: skip

    DEFAULT_CSS = """
    Page {
        & > .line--h1 { color: $primary; text-style: bold; }
        & > .line--h2 { color: $primary; text-style: bold; }
        & > .line--h3 { color: $foreground; text-style: bold; }
        & > .line--soft { text-style: italic; }
        & > .line--gone { color: $quiet; text-style: strike; }
    }
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        super().__init__(lambda _arrow, _n: "")
        self._blocks = blocks
        self._laid: dict[int, list[Line]] = {}

    def open_at(self, title: str) -> bool:
        """Scroll to the first heading that reads so; False if there is none."""
        for index, block in enumerate(self._blocks):
            if block.level and block.text == title:
                self.scroll_to(y=self.top_of(index) + self._before(index), animate=False, force=True)
                self.call_after_refresh(self._show_place)
                return True
        return False

    def _show_place(self) -> None:
        """Move the scrollbar along, which was not there yet when the page was scrolled before it was painted."""
        self.vertical_scrollbar.position = self.scroll_y

    # -- laying out -------------------------------------------------------------------------------------------------

    def rearrange(self) -> None:
        self._laid.clear()
        self.lay_out(len(self._blocks))

    @property
    def _width(self) -> int:
        """Cells for the text; one stays free for the scrollbar, which comes only once the page is laid out."""
        return max(1, self.outer_size.width - self.styles.scrollbar_size_vertical)

    def _before(self, index: int) -> int:
        return self._blocks[index].before if index else 0

    def height_of(self, index: int) -> int:
        lines = self._laid.get(index)
        if lines is None:
            blank: list[Line] = [[] for _ in range(self._before(index))]
            lines = self._laid[index] = blank + self._blocks[index].laid(self._width)
        return len(lines)

    def draw(self, index: int) -> list[Strip]:
        self.height_of(index)
        return [self.line(*pieces) for pieces in self._laid[index]]

    def _marker(self, y: int) -> str:
        return ""

    # -- selecting --------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        line = y + self.scroll_offset.y
        selection = self.text_selection
        span = selection.get_span(line) if selection is not None else None
        if span is not None:
            strip = self._selected(strip, *span)
        return strip.apply_offsets(0, line)

    def _selected(self, strip: Strip, start: int, end: int) -> Strip:
        """A line with its letters from ``start`` to ``end`` (-1: its last) marked as selected."""
        style = self.screen.get_component_rich_style("screen--selection")
        end = len(strip.text.rstrip()) if end == -1 else end
        pieces: list[Segment] = []
        at = 0
        for segment in strip:
            text = segment.text
            first, last = max(0, min(start - at, len(text))), max(0, min(end - at, len(text)))
            base = segment.style
            for part, chosen in ((text[:first], False), (text[first:last], True), (text[last:], False)):
                if part:
                    pieces.append(Segment(part, base + style if chosen and base else base))
            at += len(text)
        return Strip(pieces, strip.cell_length)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        lines = ["".join(text for text, _ in line).rstrip() for at in range(self.count) for line in self._laid[at]]
        return selection.extract("\n".join(lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self.refresh()
