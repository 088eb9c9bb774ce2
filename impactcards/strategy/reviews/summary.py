"""What a review came to, in sentences."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from impactcards.strategy.dates import show_date
from impactcards.strategy.findings import find

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from impactcards.strategy.reviews.review import Review
    from impactcards.words import Words


def summary(review: Review, today: date, say: Words) -> Iterator[str]:
    """What became of the cards, the findings that are left, and the day of the next review. ``say`` words it."""
    from impactcards.strategy.due import next_review

    strategy = review.strategy
    became = Counter(review.did(card) for card in strategy.deck.cards)
    counts = (
        say.plural("{n} kept", "{n} kept", became["kept"]),
        say.plural("{n} changed", "{n} changed", became["changed"]),
        say.plural("{n} dropped", "{n} dropped", became["dropped"]),
    )
    yield say("Review done: {counts}.", counts=", ".join(counts))
    left = len(find(strategy, today=today))
    yield (
        say.plural("{n} finding is left.", "{n} findings are left.", left)
        if left
        else say("Everything hangs together.")
    )
    day = next_review(strategy, today)
    if day is not None and day > today:
        yield say("Next review: {date}.", date=show_date(day, say.language, long=True, weekday=True))
    elif day is not None:
        yield say("Some answers have aged; the next review may come at any time.")


__all__ = ["summary"]
