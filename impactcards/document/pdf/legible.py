"""Text as the shipped fonts can show it. PDF/UA forbids signs that stand for nothing, so this is settled beforehand.

What no font has is replaced by a sign that shows that something is missing there, and remembered, so that the person
can be told which characters these were.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from impactcards.document.pdf.coverage import spare_characters, text_characters

#: Stands where a character cannot be shown.
MISSING = "▯"

#: Invisible ones: they steer how others are joined, broken or turned, and no font needs to have them.
_STEERING = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060")
_VARIANTS = range(0xFE00, 0xFE10)
_TAGS = range(0xE0000, 0xE01F0)
_RUN_ON = frozenset(("Mn", "Mc", "Me"))
_NOTHING = frozenset(("Cc", "Cs", "Co", "Cn", "Cf"))


class Legible:
    """Makes texts legible. ``missing`` are the characters replaced so far, each once, in the order they came."""

    def __init__(self) -> None:
        self.missing: dict[str, None] = {}

    def __call__(self, text: str) -> str:
        """The text, with every character either shown by one of the fonts or replaced."""
        if text.isascii() and text.isprintable():
            return text
        if _easy().issuperset(text):
            return text
        return "".join(self._cluster(cluster) for cluster in _clusters(unicodedata.normalize("NFC", text)))

    def _cluster(self, cluster: str) -> str:
        """A character with the marks on it. One font must have them all: two cannot draw one letter together."""
        kept = "".join(c for c in cluster if not _is_steering(c))
        if cluster == "\n" or not kept:
            return cluster
        base = kept[0]
        if unicodedata.category(base) in _NOTHING:
            return ""
        if any(all(ord(c) in has for c in kept) for has in (text_characters(), spare_characters())):
            return cluster
        self.missing[cluster] = None
        stands_alone = unicodedata.category(base) not in _RUN_ON
        if stands_alone and (ord(base) in text_characters() or ord(base) in spare_characters()):
            return base
        return MISSING


@cache
def _easy() -> frozenset[str]:
    """What can be shown and stands by itself, so that it need not be looked at together with what is beside it."""
    shown = (chr(c) for c in text_characters() | spare_characters())
    return frozenset(c for c in shown if unicodedata.category(c) not in _RUN_ON | _NOTHING) | {"\n"}


def _clusters(text: str) -> Iterator[str]:
    """Characters with the marks that stand on them, and what is joined to them without a gap."""
    start = 0
    for at in range(1, len(text) + 1):
        joined = at < len(text) and (
            unicodedata.category(text[at]) in _RUN_ON
            or ord(text[at]) in _VARIANTS
            or ord(text[at]) in _TAGS
            or (text[at] == "\u200d" or text[at - 1] == "\u200d")
            or 0x1F3FB <= ord(text[at]) <= 0x1F3FF
        )
        if not joined:
            if start < at:
                yield text[start:at]
            start = at


def _is_steering(character: str) -> bool:
    return character in _STEERING or ord(character) in _VARIANTS


__all__ = ["MISSING", "Legible"]
