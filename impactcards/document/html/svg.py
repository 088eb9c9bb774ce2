"""What every drawing shares: its frame with a name for those who do not see it, and lines of text in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from impactcards.document.html.markup import attribute, classes, escaped, one_line

#: A drawing up to this width, in units, can be read on a phone as it is.
SMALL = 540.0

#: How lines look where no style sheet is known.
EDGE = 'fill="none" stroke="currentColor"'


def drawing(parts: Iterable[str], *, width: float, height: float, title: str, told: str, own_id: str) -> str:
    """A drawing, ``width`` by ``height`` units. Its text twin stands beside it; ``told`` says what it shows.

    One that is too wide for a phone can be moved there, by keys as well.
    """
    frame = 'class="drawing wide" tabindex="0" role="group"' if width > SMALL else 'class="drawing"'
    return (
        f'<div {frame}><svg viewBox="0 0 {number(width)} {number(height)}" role="img"'
        f' aria-labelledby="{own_id}-title {own_id}-told">'
        f'<title id="{own_id}-title">{one_line(title)}</title><desc id="{own_id}-told">{one_line(told)}</desc>'
        f"{''.join(parts)}</svg></div>"
    )


def text(lines: Sequence[str], x: float, y: float, *, end: float, name: str = "", step: float = 0) -> str:
    """Lines below each other from ``x`` on, the first at ``y``. What is written from the right begins at ``end``."""
    turned = _runs_from_the_right(lines)
    start = number(end if turned else x)
    spans = "".join(
        f'<tspan x="{start}" y="{number(y + n * step)}">{escaped(line)}</tspan>' for n, line in enumerate(lines)
    )
    way = attribute("direction", "rtl" if turned else "")
    return f"<text{classes((name,))}{way}>{spans}</text>"


def number(value: float) -> str:
    """A coordinate, short."""
    return f"{value:.1f}".removesuffix(".0")


def _runs_from_the_right(lines: Sequence[str]) -> bool:
    """Whether the first letter that has a direction is written from the right."""
    for line in lines:
        if line.isascii():
            if any(character.isalpha() for character in line):
                return False
            continue
        for character in line:
            kind = unicodedata.bidirectional(character)
            if kind in ("L", "R", "AL"):
                return kind != "L"
    return False


__all__ = ["EDGE", "SMALL", "drawing", "number", "text"]
