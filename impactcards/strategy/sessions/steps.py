"""The steps a card goes through in a session, and how its minutes are shared among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.kinds import ListAnswer, NumberAnswer, ScaleAnswer, TableAnswer, TextAnswer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from impactcards.deck.model import Card

READ, WRITE, COLLECT, MERGE, VOTE, DECIDE, ACT = "read", "write", "collect", "merge", "vote", "decide", "act"

#: All steps, in their order.
STEPS = (READ, WRITE, COLLECT, MERGE, VOTE, DECIDE, ACT)

#: What part of a card's minutes each step gets where a card plays them all.
_SHARES = {READ: 0.05, WRITE: 0.25, COLLECT: 0.25, MERGE: 0.10, VOTE: 0.10, DECIDE: 0.15, ACT: 0.10}

_WITHOUT_IDEAS = (READ, WRITE, VOTE, DECIDE, ACT)
_WITHOUT_VOTES = (READ, WRITE, DECIDE, ACT)


def steps_of(card: Card) -> tuple[str, ...]:
    """The steps of a card, by its kind of answer.

    A list, a free table and a text play all. A choice and a rank are voted on as the deck has them, a scale and a
    number by everybody's figure. A date, and a table whose rows are given, are filled in together.
    """
    kind = card.answer
    if isinstance(kind, ListAnswer | TextAnswer) or (isinstance(kind, TableAnswer) and kind.rows is None):
        return STEPS
    return _WITHOUT_VOTES if kind.kind in ("date", "table") else _WITHOUT_IDEAS


def rates(card: Card) -> bool:
    """Whether everybody says a figure of their own in *vote* (a scale, a number) instead of voting on ideas."""
    return isinstance(card.answer, ScaleAnswer | NumberAnswer)


def share(step: str, steps: Sequence[str] = STEPS) -> float:
    """The part of a card's minutes that ``step`` gets among ``steps``, from 0 to 1; 0 for one that is not among them.

    What the missing steps would have had goes to the others in proportion.
    """
    if step not in steps:
        return 0.0
    return _SHARES[step] / sum(_SHARES[each] for each in steps)


def after(step: str, steps: Sequence[str]) -> str:
    """The step after ``step``, or an empty string after the last."""
    at = steps.index(step) + 1 if step in steps else len(steps)
    return steps[at] if at < len(steps) else ""


def before(step: str, steps: Sequence[str]) -> str:
    """The step before ``step``, or an empty string before the first."""
    at = steps.index(step) - 1 if step in steps else -1
    return steps[at] if at >= 0 else ""


__all__ = [
    "ACT",
    "COLLECT",
    "DECIDE",
    "MERGE",
    "READ",
    "STEPS",
    "VOTE",
    "WRITE",
    "after",
    "before",
    "rates",
    "share",
    "steps_of",
]
