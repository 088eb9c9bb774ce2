"""How wide a text is, guessed: no font is at hand while writing, and the reader's own is not known.

The guess fits the usual system fonts and errs on the wide side.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from math import ceil

_NARROW = frozenset("iljtfrI.,;:'’‘!|()[]{}/\\·- ")
_BROAD = frozenset("mwMW@%—…&")

_WIDTHS = {"narrow": 0.33, "usual": 0.56, "capital": 0.68, "broad": 0.9, "full": 1.05}


def width(text: str) -> float:
    """The width of a text in em."""
    return sum(_width(character) for character in text)


def count_lines(text: str, room: float) -> int:
    """How many lines a text takes that may be ``room`` em wide, with those that a person typed."""
    return sum(_count(_widths(line), room) for line in text.split("\n"))


def wrapped(text: str, room: float, most: int = 0) -> list[str]:
    """The lines of a text that may be ``room`` em wide; of more than ``most`` the rest is left out, with an ellipsis.

    A word that is too long for a line is parted where it must be. At least one line, however narrow.
    """
    found: list[str] = []
    line, taken = "", 0.0
    for word in text.split():
        for piece in _pieces(word, room):
            size = width(piece)
            if line and taken + _width(" ") + size <= room:
                line, taken = f"{line} {piece}", taken + _width(" ") + size
                continue
            if line:
                found.append(line)
            line, taken = piece, size
        if most and len(found) > most:
            break
    found.append(line)
    if most and len(found) > most:
        found = [*found[: most - 1], _cut(found[most - 1], room)]
    return found


def _count(words: tuple[float, ...], room: float) -> int:
    space = _WIDTHS["narrow"]
    count, taken = 1, 0.0
    for size in words:
        if not taken or taken + space + size <= room:
            taken += space + size if taken else size
        else:
            count, taken = count + 1, size
        if taken > room:  # a word that is parted
            more = ceil(taken / room) - 1
            count, taken = count + more, taken - more * room
    return count


@lru_cache(maxsize=4096)
def _widths(line: str) -> tuple[float, ...]:
    """The widths of the words of a line."""
    return tuple(width(word) for word in line.split())


def _pieces(word: str, room: float) -> list[str]:
    if width(word) <= room:
        return [word]
    pieces, held, taken = [], "", 0.0
    for character in word:
        size = _width(character)
        if held and taken + size > room:
            pieces.append(held)
            held, taken = "", 0.0
        held, taken = held + character, taken + size
    return [*pieces, held]


def _cut(line: str, room: float) -> str:
    while line and width(line) + _width("…") > room:
        line = line[:-1]
    return line.rstrip(" ,.;:") + "…"


@cache
def _width(character: str) -> float:
    if character in _NARROW:
        return _WIDTHS["narrow"]
    if character in _BROAD:
        return _WIDTHS["broad"]
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDTHS["full"]
    return _WIDTHS["capital"] if character.isupper() else _WIDTHS["usual"]


__all__ = ["count_lines", "width", "wrapped"]
