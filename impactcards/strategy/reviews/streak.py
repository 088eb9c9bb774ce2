"""In how many reviews in a row an answer was kept as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.answer import NOTHING
from impactcards.strategy.reviews.entries import KEPT, deed, ended

if TYPE_CHECKING:
    from collections.abc import Mapping

    from impactcards.strategy.answer import Answer
    from impactcards.strategy.strategy import Strategy

#: An answer that has been kept so often is asked one more question when it is kept again.
OFTEN = 2


def kept_in_a_row(card_id: str, strategy: Strategy, past: Mapping[str, Mapping[str, Answer]]) -> int:
    """In how many reviews in a row, up to the last one that looked at the card, its answer was kept as it is now.

    The reviews say so, and the versions they name confirm it; where a version is gone, the review is believed. No
    version is read for less than :data:`OFTEN`.
    """
    answer = strategy.answer(card_id)
    if not answer.answered:
        return 0
    row = []
    for review in reversed(ended(strategy, card_id)):
        if deed(review, card_id) != KEPT:
            break
        row.append(review)
    if len(row) < OFTEN:
        return len(row)
    for count, review in enumerate(row):
        then = past.get(str(review.get("version") or ""))
        if then is not None and then.get(card_id, NOTHING).value != answer.value:
            return count
    return len(row)


__all__ = ["OFTEN", "kept_in_a_row"]
