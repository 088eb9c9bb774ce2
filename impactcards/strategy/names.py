"""A strategy's name is free text; its folder is a name that every file system takes.

The folder keeps the letters and digits of any script, in lower case, so that two names never differ by case alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable

from impactcards.text import clean

#: What is left of a name without a letter or digit.
UNNAMED = "strategy"

_LONGEST = 60
_MOST_BYTES = 180  # most file systems take 255 bytes, and an archive or a clash adds some

# Windows keeps these for devices, with or without an ending. The shelf has its Archive beside the strategies.
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin", "conout", "archive"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)
_BETWEEN = re.compile(r"-+")


def one_line(name: str) -> str:
    """A name as it is kept and shown: cleaned, on one line, without space around it."""
    return " ".join(clean(name).split())


def slug(name: str) -> str:
    """A folder name for ``name``: letters and digits of any script in lower case, parted by hyphens."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).lower())
    kept = "".join(c if unicodedata.category(c)[0] in "LMN" else "" if c in "'’" else "-" for c in folded)
    cut = (
        _BETWEEN.sub("-", kept)[:_LONGEST].encode("utf-8", "ignore")[:_MOST_BYTES].decode("utf-8", "ignore").strip("-")
    )
    if not any(unicodedata.category(c)[0] in "LN" for c in cut):
        return UNNAMED
    return f"{cut}-{UNNAMED}" if cut in _RESERVED else cut


def same(one: str, other: str) -> bool:
    """Whether two names are one to a person, and to a file system that does not tell case."""
    return folded(one) == folded(other)


def folded(name: str) -> str:
    """``name`` without what case and the composition of letters add."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", one_line(name)).casefold())


def free(wanted: str, taken: Iterable[str]) -> str:
    """``wanted``, or ``wanted-2`` and so on if the folder is taken, letter case aside."""
    held: Container[str] = {folded(name) for name in taken}
    if folded(wanted) not in held:
        return wanted
    number = 2
    while folded(f"{wanted}-{number}") in held:
        number += 1
    return f"{wanted}-{number}"
