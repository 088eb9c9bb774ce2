"""The lines of a text while it is edited. Broken by our own function, so that long paragraphs stay quick to type in."""

from __future__ import annotations

from bisect import bisect_right
from itertools import takewhile

from textual.document._document import Location
from textual.document._wrapped_document import WrappedDocument

from impactcards.tui.widgets.rows.wrap import breaks


class Flow(WrappedDocument):
    """A text area's wrapped document for texts without tabs."""

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Break all lines anew for ``width`` cells; 0 breaks none."""
        self._width = width
        self._tab_width = tab_width or self._tab_width
        self._fill(0, self.document.lines)

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Break the lines that an edit from ``start`` to ``new_end`` wrote, in place of those up to ``old_end``."""
        first, last = min(start[0], old_end[0]), max(start[0], new_end[0])
        old_last = max(start[0], old_end[0])
        before = len(self._wrap_offsets)
        lines = self.document.lines
        if old_last == last and before == len(lines) and first == last:
            self._rebreak(first)
        else:
            kept = self._wrap_offsets[old_last + 1 :]
            self._wrap_offsets[first:] = [self._breaks(line) for line in lines[first : last + 1]] + kept
            self._number(first)

    def _breaks(self, line: str) -> list[int]:
        return breaks(line, self._width) if self._width else []

    def _fill(self, first: int, lines: list[str]) -> None:
        self._wrap_offsets[first:] = [self._breaks(line) for line in lines[first:]]
        self._number(first)

    def _rebreak(self, index: int) -> None:
        """Break one line anew; the others move only if it takes more or fewer lines than before."""
        found = self._breaks(self.document.lines[index])
        same = len(found) == len(self._wrap_offsets[index])
        self._wrap_offsets[index] = found
        if not same:
            self._number(index)

    def _number(self, first: int) -> None:
        """Work out from line ``first`` on at which drawn line each line stands."""
        top = self._line_index_to_offsets[first][0] if first < len(self._line_index_to_offsets) else 0
        if first and first >= len(self._line_index_to_offsets):
            top = self._line_index_to_offsets[first - 1][-1] + 1
        del self._line_index_to_offsets[first:], self._offset_to_line_info[top:]
        for index in range(first, len(self._wrap_offsets)):
            count = len(self._wrap_offsets[index]) + 1
            self._line_index_to_offsets.append(list(range(top, top + count)))
            self._offset_to_line_info += [(index, section) for section in range(count)]
            top += count
        self._tab_width_cache = [[] for _ in self._wrap_offsets]

    def section(self, index: int, section: int) -> tuple[int, int]:
        """Where a drawn line begins and ends within line ``index``."""
        found = self._wrap_offsets[index]
        start = found[section - 1] if section else 0
        return start, found[section] if section < len(found) else len(self.document.lines[index])

    def get_sections(self, line_index: int) -> list[str]:
        """The drawn lines of a line."""
        line = self.document.lines[line_index]
        found = self._wrap_offsets[line_index]
        return [line[start:end] for start, end in zip([0, *found], [*found, len(line)], strict=True)]

    def top_of(self, index: int) -> int:
        """The first drawn line of a line."""
        return self._line_index_to_offsets[index][0]

    def drawn_line(self, location: Location) -> int:
        """The drawn line on which a place of the text is; the last one for a place that is no longer there."""
        row, column = location
        if row >= len(self._wrap_offsets):
            return len(self._offset_to_line_info) - 1
        return self._line_index_to_offsets[row][bisect_right(self._wrap_offsets[row], column)]

    def place(self, y: int) -> tuple[int, int] | None:
        """The line, and which of its drawn lines, at the drawn line ``y``; None below the last."""
        return self._offset_to_line_info[y] if 0 <= y < len(self._offset_to_line_info) else None


def changed_sections(before: list[int], after: list[int], at: int, moved: int) -> tuple[int, int]:
    """The first and last drawn line that look different after an edit within a line.

    ``before`` and ``after`` are where the line broke and breaks, ``at`` is where the edit began, and ``moved`` how far
    it moved the text behind it.
    """
    pairs = zip(before, after, strict=False)
    first = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1] < at, pairs))
    ends = zip(reversed(before), reversed(after), strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] + moved == pair[1] and min(pair) > at, ends))
    return first, max(first, len(after) - same, len(before) - same)
