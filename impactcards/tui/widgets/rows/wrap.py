"""Breaking text into lines of terminal cells: the one place where drawn and edited text learn where they wrap.

The floating field is a Textual text area, so lines are broken exactly as that breaks them; a test holds the two
together. Widths are cells, not characters: wide letters and emoji take two.
"""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, chop_cells, set_cell_size
from textual._wrap import compute_wrap_offsets

from impactcards.text import clean

#: Joins two signs into one. At the end of a text it would swallow what is drawn after it.
_JOINER = "\u200d"


@lru_cache(maxsize=8192)
def wrapped(text: str, width: int) -> tuple[str, ...]:
    """The lines of ``text`` in ``width`` cells; at least one, and none wider than ``width``."""
    width = max(1, width)
    lines: list[str] = []
    for line in clean(text).split("\n"):
        if (len(line) if line.isascii() else cell_len(line)) <= width:
            lines.append(line)
            continue
        start = 0
        for end in (*compute_wrap_offsets(line, width, tab_size=1), len(line)):
            lines.append(line[start:end])
            start = end
    return tuple(lines)


def cut(text: str, width: int) -> str:
    """``text`` on one line of at most ``width`` cells, with an ellipsis where something is missing."""
    line = clean(text).replace("\n", " ")
    if (len(line) if line.isascii() else cell_len(line)) <= width:
        return line
    if width < 1:
        return ""
    start = chop_cells(line, width - 1)[0] if width > 1 else ""
    while start and cell_len(f"{start}…") > width:  # joined signs are wider than they look
        start = start[:-1]
    return f"{start}…"


def padded(text: str, width: int, *, right: bool = False) -> str:
    """``text`` filled with spaces to ``width`` cells, flush ``right`` or left, and cut where it is longer."""
    if right:
        text = cut(text, width).rstrip(_JOINER)
        return " " * (width - cell_len(text)) + text
    if text.isascii():
        return text[:width].ljust(width)
    return set_cell_size(text.rstrip(_JOINER), width)
