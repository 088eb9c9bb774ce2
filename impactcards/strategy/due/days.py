"""The days on which the answers of a strategy age, and what they say on a certain day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from impactcards.records import record
from impactcards.strategy.ageing import changed_items, fresh_until
from impactcards.strategy.conditions import hidden_cards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.model import Card
    from impactcards.strategy.strategy import Strategy


@record
class Due:
    """What is due in a strategy on one day.

    ``aged`` counts cards, ``minutes`` is how long playing them takes, ``next_day`` the next day on which another answer
    ages. While a review is ``running``, ``done`` of its ``total`` cards have been looked at (0 of 0 if nobody knows).
    """

    aged: int = 0
    minutes: float = 0.0
    next_day: date | None = None
    running: bool = False
    done: int = 0
    total: int = 0


@record
class Ages:
    """When answers age, whatever day it is: ``days`` holds (day, how many cards, their minutes) in order.

    An answer that has aged because an item it picks was renamed has the first day of the calendar. ``review`` is how
    many cards of a running review are done, and of how many; None if none is running.
    """

    days: tuple[tuple[date, int, float], ...] = ()
    review: tuple[int, int] | None = None

    def on(self, today: date) -> Due:
        """What is due on a day."""
        over = [(cards, minutes) for day, cards, minutes in self.days if day <= today]
        done, total = self.review or (0, 0)
        return Due(
            sum(cards for cards, _ in over),
            sum(minutes for _, minutes in over),
            next((day for day, _, _ in self.days if day > today), None),
            self.review is not None,
            done,
            total,
        )


def due(strategy: Strategy, today: date) -> Due:
    """What is due in an open strategy; how far a running review is, is not counted here."""
    return ages_of(strategy).on(today)


def ages_of(strategy: Strategy, progress: tuple[int, int] = (0, 0)) -> Ages:
    """When the answers of a strategy age. ``progress`` is how far a running review is, where that is known."""
    days: dict[date, list[float]] = defaultdict(list)
    for card, day in ageing(strategy):
        days[day].append(card.minutes)
    ordered = tuple((day, len(days[day]), sum(days[day])) for day in sorted(days))
    return Ages(ordered, progress if is_running(strategy) else None)


def is_running(strategy: Strategy) -> bool:
    """Whether a review was begun and not ended."""
    return any(not entry.get("ended") for entry in strategy.lists.get("reviews", ()))


def ageing(strategy: Strategy) -> Iterator[tuple[Card, date]]:
    """The cards whose answer ages, and when. As with findings, hidden cards and those skipped on purpose never do."""
    hidden = hidden_cards(strategy)
    for card in strategy.deck.cards:
        if card.fresh_for is None or card.id in hidden or strategy.answer(card.id).put_off == "skipped":
            continue
        until = fresh_until(card, strategy)
        if until is not None:
            renamed = next(changed_items(card, strategy), None) is not None
            yield card, date.min if renamed else until


__all__ = ["Ages", "Due", "ageing", "ages_of", "due", "is_running"]
