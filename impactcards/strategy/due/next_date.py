"""The day of the next review: the one people chose, if the deck asks for it, else the first on which an answer ages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.conditions import is_hidden
from impactcards.strategy.dates import iso_date
from impactcards.strategy.due.days import ages_of

if TYPE_CHECKING:
    from datetime import date

    from impactcards.strategy.strategy import Strategy


def next_review(strategy: Strategy, today: date) -> date | None:
    """The day on which to look at a strategy again: from today on, or None if nothing says when.

    What has aged already is due today.
    """
    chosen = chosen_day(strategy)
    if chosen is not None and chosen >= today:
        return chosen
    due = ages_of(strategy).on(today)
    return today if due.aged else due.next_day


def chosen_day(strategy: Strategy) -> date | None:
    """The day in the card that the deck's ``next_review`` names, also one that is over; None if there is none."""
    card = strategy.deck.card(strategy.deck.next_review)
    value = strategy.answer(card.id).value if card is not None and not is_hidden(card, strategy) else None
    return iso_date(value) if isinstance(value, str) else None


__all__ = ["chosen_day", "next_review"]
