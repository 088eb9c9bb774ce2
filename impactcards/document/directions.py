"""Which way a text is written."""

from __future__ import annotations

import unicodedata


def reads_from_the_right(text: str) -> bool:
    """Whether the first letter of a text belongs to a script that is written from right to left."""
    if text.isascii():
        return False
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


__all__ = ["reads_from_the_right"]
