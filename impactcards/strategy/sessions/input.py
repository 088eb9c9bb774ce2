"""What the facilitator types on the one input line, read as a command or as an idea."""

from __future__ import annotations

import re
from typing import Literal

from impactcards.records import record
from impactcards.strategy.sessions.steps import ACT, COLLECT, MERGE, VOTE

What = Literal["nothing", "idea", "arrive", "same", "under", "together", "count", "blank", "action", "park"]

_SAME = re.compile(r"=\s*(\d{1,3})")
_UNDER = re.compile(r"(\d{1,3})\s*=\s*(\d{1,3})")
_TOGETHER = re.compile(r"(\d{1,3}(?:\s*\+\s*\d{1,3})+)(?:\s+(\S.*))?")
_COUNT = re.compile(r"\d{1,9}|\d{1,9}[.,]\d{1,6}")


@record
class Typed:
    """What a line means.

    nothing   an empty line
    idea      ``text`` is an idea
    arrive    ``text`` are names (``@Anna Ben``)
    same      the idea ``numbers[0]`` once more (``=3``)
    under     ``numbers[0]`` goes under ``numbers[1]`` (``5=3``)
    together  ``numbers`` go together, under the wording ``text``, or without one under the last (``7+9 words``)
    count     ``text`` is a figure: hands for the idea in question, or somebody's figure on a scale (only in *vote*)
    blank     blank the wall, or show it again (``b`` or ``.`` alone)
    action    ``text`` is an action (in *act*)
    park      ``text`` was typed between cards, and goes to the parking lot
    """

    what: What
    text: str = ""
    numbers: tuple[int, ...] = ()


def read_line(text: str, step: str) -> Typed:
    """What ``text`` means in ``step`` (an empty string between cards). A leading space makes anything plain words."""
    words = text.strip()
    if not words:
        return Typed("nothing")
    return (None if text[:1].isspace() else _command(words, step)) or as_words(words, step)


def as_words(text: str, step: str) -> Typed:
    """A line as plain words, whatever it looks like: what ctrl+z makes of a line that was taken as a command."""
    words = text.strip()
    if not words:
        return Typed("nothing")
    return Typed("action" if step == ACT else "idea" if step else "park", words)


def _command(words: str, step: str) -> Typed | None:
    if words in (".", "b"):
        return Typed("blank")
    if words.startswith("@") and words[1:].strip():
        return Typed("arrive", words[1:].strip())
    if step == VOTE and _COUNT.fullmatch(words):
        return Typed("count", words)
    if step in (COLLECT, MERGE, VOTE) and (same := _SAME.fullmatch(words)):
        return Typed("same", numbers=(int(same[1]),))
    if step in (COLLECT, MERGE, VOTE) and (under := _UNDER.fullmatch(words)):
        return Typed("under", numbers=(int(under[1]), int(under[2])))
    if step in (COLLECT, MERGE, VOTE) and (together := _TOGETHER.fullmatch(words)):
        numbers = tuple(int(number) for number in together[1].replace(" ", "").split("+"))
        return Typed("together", together[2] or "", numbers)
    return None


__all__ = ["Typed", "What", "as_words", "read_line"]
