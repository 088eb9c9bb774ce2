"""Lines of text for the wall: wrapped, indented, set in columns. What does not fit is counted, never cut in silence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.content import Content

from impactcards.tui.widgets.rows.wrap import cut, wrapped

#: What belongs together and is shown whole or not at all.
Lines = list[Content]

BLANK = Content("")
#: Cells between two columns.
GAP = 4


def paragraph(text: str, width: int, style: str = "", *, first: str = "", rest: str | None = None) -> Lines:
    """``text`` wrapped to ``width``, behind ``first`` on its first line and ``rest`` (else spaces) on the others."""
    rest = " " * cell_len(first) if rest is None else rest
    lines = wrapped(text, max(1, width - cell_len(first)))
    return [Content.assemble(rest if n else first, (line.rstrip(), style)) for n, line in enumerate(lines)]


def balanced(text: str, width: int) -> int:
    """The least width at which ``text`` takes no more lines than at ``width``, so that its lines are about as long."""
    lines = len(wrapped(text, width))
    low, high = max(1, width // 2), width
    while low < high:
        between_them = (low + high) // 2
        if len(wrapped(text, between_them)) <= lines:
            high = between_them
        else:
            low = between_them + 1
    return high


def most(lines: Lines, rows: int, width: int) -> Lines:
    """At most so many lines, the last one with an ellipsis where something is missing."""
    if len(lines) <= rows:
        return lines
    if rows < 1:
        return []
    last = lines[rows - 1]
    return [*lines[: rows - 1], Content.assemble(last.truncate(max(0, width - 2)), " …")]


def moved(lines: Lines, by: int) -> Lines:
    """The lines, so many cells further right."""
    return [Content.assemble(" " * by, line) if line.cell_length else line for line in lines] if by > 0 else lines


def centred(lines: Lines, width: int) -> Lines:
    """The lines in the middle of ``width`` as one block, its text flush left."""
    return moved(lines, (width - max((line.cell_length for line in lines), default=0)) // 2)


def middle(text: str, width: int, style: str = "") -> Lines:
    """``text`` wrapped, each line in the middle."""
    return [line for found in paragraph(text, width, style) for line in centred([found], width)]


def between(left: Content, right: Content, width: int) -> Content:
    """``left`` and ``right`` at the ends of a line; the left one gives way."""
    room = width - right.cell_length - (2 if right.cell_length else 0)
    left = left.truncate(max(0, room), ellipsis=True)
    return Content.assemble(left, " " * (width - left.cell_length - right.cell_length), right)


def beside(columns: Sequence[Lines], width: int) -> Lines:
    """Columns of equal ``width`` next to each other."""
    rows = max((len(column) for column in columns), default=0)
    drawn: Lines = []
    for row in range(rows):
        cells: list[Content | str] = []
        for at, column in enumerate(columns):
            cell = column[row] if row < len(column) else BLANK
            last = at == len(columns) - 1
            cells += [cell] if last else [cell, " " * max(0, width + GAP - cell.cell_length)]
        drawn.append(Content.assemble(*cells))
    return drawn


def column_width(width: int, columns: int) -> int:
    """How wide each of some columns is."""
    return max(1, (width - (columns - 1) * GAP) // columns)


def stacked(blocks: Sequence[Lines], rows: int, width: int, more: Callable[[int], str]) -> Lines:
    """As many of the blocks as there are rows for, parted by empty lines if there are; then how many more there are."""
    whole = sum(len(block) for block in blocks)
    if whole <= rows:
        gap = 1 if whole + len(blocks) - 1 <= rows else 0
        return spaced(blocks, gap)
    drawn: Lines = []
    for at, block in enumerate(blocks):
        if len(drawn) + len(block) > rows - 1:
            if at:
                return [*drawn, Content.styled(cut(more(len(blocks) - at), width), "$quiet")] if rows > 0 else []
            rest = [Content.styled(cut(more(len(blocks) - 1), width), "$quiet")] if len(blocks) > 1 and rows > 1 else []
            return [*most(block, rows - len(rest), width), *rest]
        drawn += block
    return drawn


def spaced(blocks: Sequence[Lines], gap: int) -> Lines:
    """The blocks below each other, with so many empty lines between them."""
    drawn: Lines = []
    for block in blocks:
        drawn += [*([BLANK] * gap if drawn else []), *block]
    return drawn


def packed(blocks: Sequence[Lines], rows: int, gap: int) -> list[list[int]]:
    """The places of the blocks, put into columns of so many rows one after the other."""
    columns: list[list[int]] = []
    used = 0
    for at, block in enumerate(blocks):
        if columns and used + gap + len(block) <= rows:
            columns[-1].append(at)
            used += gap + len(block)
        else:
            columns.append([at])
            used = len(block)
    return columns
