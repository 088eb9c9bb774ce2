"""Breaking text into lines of terminal cells: the one place where drawn and edited text learn where they wrap.

The floating field is a Textual text area, so lines are broken exactly as that breaks them; a test holds the two
together. Widths are cells, not characters: wide letters and emoji take two.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import cell_len, chop_cells, set_cell_size
from textual._wrap import compute_wrap_offsets

from impactcards.text import clean

#: Joins two signs into one. At the end of a text it would swallow what is drawn after it.
_JOINER = "\u200d"


#: Letters and signs that are one cell wide each; in a text of these, cells need not be counted.
_ONE_CELL = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u03ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")


def breaks(line: str, width: int) -> list[int]:
    """Where ``line`` (without line feeds) breaks in ``width`` cells: the positions at which the next lines begin.

    A word goes to the next line with the spaces behind it where both do not fit; one longer than a line is cut. A long
    text of plain letters takes a few milliseconds for a hundred thousand words.
    """
    if len(line) <= width and line.isascii():
        return []
    if _ONE_CELL.fullmatch(line) is None:
        return compute_wrap_offsets(line, width, tab_size=1)
    found: list[int] = []
    start, length = 0, len(line)
    while length - start > width:
        # The last place within the width at which a word begins: behind a space, and before something else.
        at = start + width
        while at > start and (line[at] == " " or line[at - 1] != " "):
            if line[at] == " ":
                at -= 1
            else:
                at = line.rfind(" ", start, at) + 1 or start
        start = at if at > start else start + width
        found.append(start)
    return found


#: Longer texts are broken anew each time: remembering every stage of a long text while it is typed would fill memory.
_REMEMBERED = 1000


def wrapped(text: str, width: int) -> tuple[str, ...]:
    """The lines of ``text`` in ``width`` cells; at least one, and none wider than ``width``."""
    return _remembered(text, max(1, width)) if len(text) <= _REMEMBERED else _wrapped(text, max(1, width))


def _wrapped(text: str, width: int) -> tuple[str, ...]:
    lines: list[str] = []
    for line in clean(text).split("\n"):
        start = 0
        for end in (*breaks(line, width), len(line)):
            lines.append(line[start:end])
            start = end
    return tuple(lines)


_remembered = lru_cache(maxsize=8192)(_wrapped)


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


def folded(text: str, width: int, lines: int, indent: str = "") -> tuple[str, ...]:
    """``text`` on at most so many ``lines`` of ``width`` cells, those after the first behind ``indent``.

    An ellipsis stands where something is missing.
    """
    line = clean(text).replace("\n", " ")
    if lines < 2 or width < 4 or cell_len(line) <= width:
        return (cut(line, width),)
    found: list[str] = []
    before = ""
    while line and len(found) < lines - 1:
        part = wrapped(line, width - len(before))[0]
        found.append(before + part.rstrip())
        line, before = line[len(part) :].lstrip(), indent
    return (*found, before + cut(line, width - len(before))) if line else tuple(found)


def padded(text: str, width: int, *, right: bool = False) -> str:
    """``text`` filled with spaces to ``width`` cells, flush ``right`` or left, and cut where it is longer."""
    if right:
        text = cut(text, width).rstrip(_JOINER)
        return " " * (width - cell_len(text)) + text
    if text.isascii():
        return text[:width].ljust(width)
    return set_cell_size(text.rstrip(_JOINER), width)
