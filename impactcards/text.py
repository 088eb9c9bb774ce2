"""Text is cleaned once, where it enters the program: from a deck, a strategy file, a keyboard or a clipboard.

After cleaning, a text holds no control character but the line feed, and nothing that YAML or a terminal would read as
more than text. Also here: the first line of a text, and the nearest of some known words to a misspelt one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from impactcards.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable

# C0 and C1 controls, DEL, the Unicode line ends, lone surrogates, and the code points YAML cannot carry.
_UNCLEAN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_LINE_END = late("\r\n|[\r\x85\u2028\u2029]")
_GONE = late("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def clean(text: str, *, tab: str = " ") -> str:
    """``text`` with line feeds as its only line ends, ``tab`` for each tab, and without control characters."""
    if _UNCLEAN.search(text) is None:
        return text
    return _GONE.sub("", _LINE_END.sub("\n", text)).replace("\t", tab)


def first_line(text: str) -> str:
    """The first line of ``text`` that is not blank, without the space around it; empty if there is none."""
    for line in text.split("\n"):
        if stripped := line.strip():
            return stripped
    return ""


def shortened(text: str, width: int = 60) -> str:
    """``text`` on one line, cut with an ellipsis where it is longer than ``width`` characters."""
    line = " ".join(clean(text[: 4 * width]).split())
    return line if len(line) <= width and len(text) <= 4 * width else line[: width - 1] + "…"


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant by ``word``, or None."""
    if len(word) > 80:
        return None
    folded = word.strip().lower().replace("_", "-").replace(" ", "-")
    known = {candidate.lower().replace("_", "-"): candidate for candidate in candidates}
    if folded in known:
        return known[folded]
    import difflib  # costs a millisecond that only a misspelt word is worth

    found = difflib.get_close_matches(folded, known, n=1, cutoff=0.7)
    return known[found[0]] if found else _same_letters(folded, known)


def _same_letters(word: str, known: dict[str, str]) -> str | None:
    """The word whose letters were typed in another order, which weighs too much in short words."""
    letters = sorted(word)
    return next((known[candidate] for candidate in known if sorted(candidate) == letters), None) if word else None
