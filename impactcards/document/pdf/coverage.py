"""Which characters the shipped fonts can show, read from the fonts themselves.

A font's table ``cmap`` says which characters it has (OpenType specification, "cmap"); its part in format 12 lists them
as ranges. Nothing else of a font is read.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FONTS = Path(__file__).with_name("fonts")

#: The text's faces first, then the one that stands in for characters that they lack.
TEXT_FACES = ("Inter-Regular.otf", "Inter-Italic.otf", "Inter-SemiBold.otf")
SPARE_FACE = "DejaVuSans.ttf"

_BY_RANGES = 12


@cache
def text_characters() -> frozenset[int]:
    """The code points that every face of the text's own font has."""
    regular, *others = (characters_of(FONTS / name) for name in TEXT_FACES)
    return regular.intersection(*others)


@cache
def spare_characters() -> frozenset[int]:
    """The code points that the standing-in font has."""
    return characters_of(FONTS / SPARE_FACE)


def characters_of(font: Path) -> frozenset[int]:
    """The code points that a font file has a sign for. Raises ValueError for a file without a table of ranges."""
    data = font.read_bytes()
    at = _table(data, b"cmap")
    (count,) = struct.unpack_from(">H", data, at + 2)
    for n in range(count):
        (offset,) = struct.unpack_from(">I", data, at + 4 + 8 * n + 4)
        (form,) = struct.unpack_from(">H", data, at + offset)
        if form == _BY_RANGES:
            return frozenset(_ranges(data, at + offset))
    raise ValueError(f"{font.name} does not list its characters as ranges")


def _table(data: bytes, tag: bytes) -> int:
    """Where a table of a font begins."""
    (count,) = struct.unpack_from(">H", data, 4)
    for n in range(count):
        found, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * n)
        if found == tag:
            return int(offset)
    raise ValueError(f"no table {tag!r}")


def _ranges(data: bytes, at: int) -> Iterator[int]:
    (groups,) = struct.unpack_from(">I", data, at + 12)
    for n in range(groups):
        first, last, sign = struct.unpack_from(">III", data, at + 16 + 12 * n)
        yield from range(first + (sign == 0), last + 1)


__all__ = ["FONTS", "SPARE_FACE", "TEXT_FACES", "characters_of", "spare_characters", "text_characters"]
