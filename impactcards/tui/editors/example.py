"""The start of a card's example, shown as ghost text until somebody types."""

from __future__ import annotations

import re

from impactcards.text import clean, first_line, shortened

_FIRST_ITEM = re.compile(r"1[.:)]?\s+(?P<item>.+?)(?:[.;,]?\s+2[.:)]?\s.*)?", re.DOTALL)


def example_line(example: str, *, longest: int = 200) -> str:
    """The first line of an example; of one that lists items ("1 … 2 …") the first item."""
    text = clean(example).strip()
    listed = _FIRST_ITEM.fullmatch(text)
    line = " ".join(listed["item"].split()) if listed else first_line(text)
    return shortened(line, longest)
