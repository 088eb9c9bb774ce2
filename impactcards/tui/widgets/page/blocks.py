"""The blocks of a page and how each is laid out in lines of so many cells."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from impactcards.records import record
from impactcards.tui.widgets.rows.lines import Piece
from impactcards.tui.widgets.rows.wrap import breaks, padded, wrapped

#: Cells between two columns of a table, and the fewest a column is given; with less, each cell stands on its own line.
GAP, LEAST = 2, 8

Line = list[Piece]


@record
class Prose:
    """Text in lines that a person broke, each made of pieces; ``first`` and ``rest`` stand in front of its lines.

    ``before`` is how many lines stay empty above it. A heading has a ``level`` from 1, other text 0.
    """

    lines: tuple[tuple[Piece, ...], ...]
    first: str = ""
    rest: str = ""
    before: int = 1
    level: int = 0

    @property
    def text(self) -> str:
        """All of it, without its voices."""
        return "\n".join("".join(text for text, _ in line) for line in self.lines)

    def laid(self, width: int) -> list[Line]:
        """Its lines in ``width`` cells."""
        room = max(1, width - cell_len(self.rest))
        found: list[Line] = []
        for line in self.lines:
            for part in _broken(line, room):
                found.append([(self.rest if found else self.first, "quiet"), *part])
        return found


@record
class Columns:
    """A table: its heads, and its rows of as many cells. ``rights`` says which columns stand flush right."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    rights: tuple[bool, ...]
    before: int = 1
    level: int = 0
    text: str = ""

    def laid(self, width: int) -> list[Line]:
        """Its lines in ``width`` cells; cells that are too wide are wrapped."""
        widths = self._widths(width)
        if not widths:
            return self._one_below_the_other(width)
        found = self._row(self.heads, widths, "title") if any(self.heads) else []
        found.append([("─" * (sum(widths) + GAP * (len(widths) - 1)), "faint")])
        rows = [self._row(row, widths, "text") for row in self.rows]
        tall = any(len(lines) > 1 for lines in rows)
        for index, lines in enumerate(rows):
            if tall and index:
                found.append([])
            found += lines
        return found

    def _row(self, cells: Sequence[str], widths: Sequence[int], style: str) -> list[Line]:
        parts = [wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
        lines = []
        for y in range(max(map(len, parts), default=0)):
            line: Line = []
            for part, width, right in zip(parts, widths, self.rights, strict=True):
                text = part[y].rstrip() if y < len(part) else ""
                line += [(padded(text, width, right=right), style), (" " * GAP, "text")]
            lines.append(line[:-1])
        return lines

    def _widths(self, width: int) -> list[int]:
        """The width of each column, or nothing where there is no room for columns: room for those that need it."""
        natural = [max(1, *(cell_len(row[at]) for row in (self.heads, *self.rows))) for at in range(len(self.heads))]
        room = width - GAP * (len(natural) - 1)
        widths = list(natural)
        open_columns = list(range(len(natural)))
        while open_columns and sum(widths) > room:
            share = (room - sum(widths[at] for at in range(len(widths)) if at not in open_columns)) // len(open_columns)
            small = [at for at in open_columns if natural[at] <= share]
            if not small:
                if share < LEAST:
                    return []
                for at in open_columns:
                    widths[at] = share
                break
            open_columns = [at for at in open_columns if at not in small]
        return widths

    def _one_below_the_other(self, width: int) -> list[Line]:
        found: list[Line] = []
        for index, row in enumerate(self.rows):
            if index:
                found.append([])
            for head, cell in zip(self.heads, row, strict=True):
                if cell:
                    pieces = ((f"{head}: ", "quiet"), (cell, "text")) if head else ((cell, "bold"),)
                    found += _broken(pieces, width)
        return found


Block = Prose | Columns


def _broken(line: Sequence[Piece], width: int) -> list[Line]:
    """A line of pieces broken in ``width`` cells, where text alone would break."""
    plain = "".join(text for text, _ in line)
    found: list[Line] = []
    start = 0
    for end in (*breaks(plain, width), len(plain)):
        found.append(_between(line, start, end))
        start = end
    return found


def _between(line: Sequence[Piece], start: int, end: int) -> Line:
    part: Line = []
    at = 0
    for text, style in line:
        piece = text[max(0, start - at) : max(0, end - at)]
        if piece:
            part.append((piece, style))
        at += len(text)
    return part
