"""How wide the columns of a table are, and where a word that is too long for any may be broken."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: No column is made narrower than for a word of this many letters, and none wider than for this many in all.
SHORTEST, LONGEST = 8, 60

#: Longer words than this get places where they may be broken, this many letters apart.
LONGEST_WORD = 24
#: The same for a text as wide as the page.
LONGEST_IN_TEXT = 48

_APART = 12

_WORD = re.compile(r"[^\s]+")
#: A word is best broken after the signs that addresses are made of.
_PIECE = re.compile(rf"[^/?&=._\-]{{0,{_APART - 1}}}[/?&=._\-]+|.{{1,{_APART}}}")

#: A place where a line may end, without a sign.
BREAK = "\u200b"


def column_widths(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """The shares of the width that columns get: at least what their longest word needs, more for longer texts."""
    widths = []
    for at, head in enumerate(heads):
        cells = [row[at] for row in rows]
        words = (len(word) for text in (head, *cells) for word in text.split())
        word = min(max(words, default=0), LONGEST_WORD)
        longest = max((len(cell) for cell in cells), default=0)
        widths.append(float(max(SHORTEST, word + 2, min(longest, LONGEST) ** 0.5 * 3, len(head) ** 0.5 * 2.5)))
    return widths


def breakable(text: str, longest: int = LONGEST_WORD) -> str:
    """The text, with places to break in words of more than ``longest`` letters."""
    if len(text) <= longest:
        return text
    return _WORD.sub(lambda found: BREAK.join(_PIECE.findall(found[0])) if len(found[0]) > longest else found[0], text)


__all__ = ["BREAK", "LONGEST_IN_TEXT", "LONGEST_WORD", "breakable", "column_widths"]
