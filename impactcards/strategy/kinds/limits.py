"""Limits that warn: how many entries there are, and how many are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.kinds.base import Problem
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.kinds import ListAnswer, TableAnswer


def count_problem(n: int, kind: ListAnswer | TableAnswer) -> Iterator[Problem]:
    """The problem of ``n`` entries where the deck wants more, or fewer."""
    if kind.at_most is not None and n > kind.at_most:
        yield too_many(n, kind.at_most)
    if kind.at_least is not None and n < kind.at_least:
        yield Problem("too-few", Message(N_("only {n} so far; {min} make it a choice."), n=n, min=kind.at_least))


def too_many(n: int, most: int) -> Problem:
    """The problem of ``n`` entries or picks where at most ``most`` are meant."""
    return Problem(
        "too-many",
        Message(N_("{n} are more than {max}. Which one would you defend if you had to drop one?"), n=n, max=most),
    )
