"""What is due, in a few words, as the shelf and the list say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.dates import show_date

if TYPE_CHECKING:
    from impactcards.strategy.due.days import Due
    from impactcards.words import Words


def due_words(due: Due, say: Words) -> str:
    """``7 cards have aged · ~25 min to review``, or how far a review is, or until when all is fresh; or nothing."""
    if due.running and not due.total:
        return say("review begun")
    if due.running:
        done, total = due.done, due.total
        return say.plural("review begun: {done} of {n} card", "review begun: {done} of {n} cards", total, done=done)
    if due.aged:
        aged = say.plural("{n} card has aged", "{n} cards have aged", due.aged)
        return f"{aged} · {say('~{minutes} min to review', minutes=whole_minutes(due.minutes))}"
    if due.next_day is not None:
        return say("fresh until {date}", date=show_date(due.next_day, say.language))
    return ""


def whole_minutes(minutes: float) -> int:
    """Minutes as people say them: whole, and at least one."""
    return max(1, int(minutes + 0.5))


__all__ = ["due_words", "whole_minutes"]
