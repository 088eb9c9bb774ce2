"""Text as HTML: everything from people and decks stays text, in its own direction of writing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from impactcards.document.blocks import Run, Text
from impactcards.text import clean

_MARKUP = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;"}

# Letters written from the right, and the marks that turn the direction around.
_TURNED = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_FROM_THE_RIGHT = ("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi")

_TAGS = {"strong": "strong", "soft": "em", "gone": "del"}


def escaped(text: str) -> str:
    """A text for a place between tags or between quotation marks. Of control characters only line feeds are left."""
    return clean(text).translate(_MARKUP)


def lines(text: str) -> str:
    """A text with the line breaks a person typed."""
    return escaped(text).replace("\n", "<br>")


def runs(text: Text) -> str:
    """A text in its voices. Where several stand in a line, one in another direction does not stir the others."""
    return "".join(_run(run, alone=len(text) == 1) for run in text if run.text)


def one_line(text: str) -> str:
    """A text on one line, escaped."""
    return " ".join(clean(text).split()).translate(_MARKUP)


def direction(*texts: str) -> str:
    """The attribute of an element whose text is to run in its own direction; mostly nothing."""
    return ' dir="auto"' if any(_TURNED.search(text) for text in texts) else ""


def direction_of(text: Text) -> str:
    """The same for a text in voices."""
    return direction(*(run.text for run in text))


def is_from_the_right(language: str) -> bool:
    """Whether the words of a language (a BCP 47 tag) run from right to left."""
    return language.replace("_", "-").partition("-")[0].lower() in _FROM_THE_RIGHT


def attribute(name: str, value: str) -> str:
    """An attribute with the space before it; nothing for an empty value."""
    return f' {name}="{escaped(value)}"' if value else ""


def classes(names: Iterable[str]) -> str:
    """The class attribute for the names that are not empty."""
    return attribute("class", " ".join(name for name in names if name))


class Ids:
    """Hands out ids for one page: each once, and safe to link to."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def new(self, wanted: str, prefix: str) -> str:
        """An id made of ``wanted``, a deck's anchor, or of the prefix alone where that is empty."""
        base = f"{prefix}-{re.sub(r'[^A-Za-z0-9_-]+', '-', wanted)}" if wanted else prefix
        found, number = base, 2
        while found in self._used:
            found, number = f"{base}-{number}", number + 1
        self._used.add(found)
        return found


def _run(run: Run, *, alone: bool) -> str:
    text = lines(run.text)
    if not alone and _TURNED.search(run.text):
        text = f"<bdi>{text}</bdi>"
    tag = _TAGS.get(run.emphasis)
    return f"<{tag}>{text}</{tag}>" if tag else text


__all__ = [
    "Ids",
    "attribute",
    "classes",
    "direction",
    "direction_of",
    "escaped",
    "is_from_the_right",
    "lines",
    "one_line",
    "runs",
]
