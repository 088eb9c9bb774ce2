"""Time as it is shown: in figures, and in digits of blocks that can be read from the back of a room."""

from __future__ import annotations

from math import ceil

#: Three columns and five rows for each sign.
_GLYPHS = {
    "0": "### # # # # # # ###",
    "1": " #  ##   #   #  ###",
    "2": "###   # ### #   ###",
    "3": "###   #  ##   # ###",
    "4": "# # # # ###   #   #",
    "5": "### #   ###   # ###",
    "6": "### #   ### # # ###",
    "7": "###   #   #   #   #",
    "8": "### # # ### # # ###",
    "9": "### # # ###   # ###",
}
ROWS = 5
#: A dot of a glyph is so many cells wide for each row it is high, because cells are about twice as high as wide.
_DOT = 2


def shown_time(seconds: float) -> str:
    """``2:41``, or ``1:02:41`` from an hour on; nothing is left below zero. A second counts until it is over."""
    whole = max(0, ceil(seconds - 1e-6))
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"


def block_width(text: str, size: int) -> int:
    """How many cells ``text`` is wide in blocks of a ``size``."""
    return sum(_columns(sign) + 1 for sign in text) * _DOT * size - _DOT * size


def largest(text: str, width: int, height: int) -> int:
    """The largest size at which ``text`` fits; 0 where none does."""
    size = min(height // ROWS, 6)
    while size and block_width(text, size) > width:
        size -= 1
    return max(0, size)


def blocks(text: str, size: int) -> list[str]:
    """``text`` (digits and colons) as rows of block signs, all equally wide."""
    rows: list[str] = []
    for row in range(ROWS):
        dots = " ".join(_row(sign, row) for sign in text)
        line = "".join(("█" if dot == "#" else " ") * (_DOT * size) for dot in dots)
        rows += [line] * size
    return rows


def _columns(sign: str) -> int:
    return 1 if sign == ":" else 3


def _row(sign: str, row: int) -> str:
    if sign == ":":
        return "#" if row in (1, 3) else " "
    return _GLYPHS[sign][4 * row : 4 * row + 3].ljust(3)
