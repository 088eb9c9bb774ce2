"""Words on how much an answer has and may have. Limits only warn, so these are remarks, never errors."""

from __future__ import annotations

from impactcards.words import N_, Message


def counted(n: int, at_least: int | None, at_most: int | None) -> Message | str:
    """``2 of 3 at most`` and its like; empty where the deck sets no limit."""
    if at_most is not None and n > at_most:
        return Message(N_("{n}, and {most} at most"), n=n, most=at_most)
    if at_least is not None and n < at_least:
        if at_most is not None and at_most != at_least:
            return Message(N_("{n} of {least} to {most}"), n=n, least=at_least, most=at_most)
        return Message(N_("{n} of at least {least}"), n=n, least=at_least)
    if at_most is not None:
        return Message(N_("{n} of {most} at most"), n=n, most=at_most)
    return ""
