"""``unchanged``: an answer that several reviews in a row have left as it was.

Each review names the version that holds the whole strategy as it stood before. Only reviews that are over and looked
at the card count. The answers of the past are handed in, because findings read no files; without them this is silent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.checks.sentence import finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from impactcards.deck.model import Card, Check
    from impactcards.strategy.checks.view import View
    from impactcards.strategy.findings.finding import Finding


def found(view: View, check: Check, card: Card) -> Iterator[Finding]:
    """One finding, if the answer is the same as before each of the last ``to`` reviews."""
    answer, past, times = view.strategy.answer(card.id), view.past, check.to
    if past is None or not isinstance(times, int | float) or times < 1 or not answer.answered:
        return
    reviews = [review for review in view.strategy.lists.get("reviews", ()) if _looked_at(review, card.id)]
    last = sorted(reviews, key=lambda review: str(review.get("started", "")))[-int(times) :]
    before = [past.get(str(review.get("version", "")), {}).get(card.id) for review in last]
    if len(before) >= times and all(then is not None and then.value == answer.value for then in before):
        yield finding(view, check, card, n=str(int(times)))


def _looked_at(review: Mapping[str, Any], card_id: str) -> bool:
    cards = review.get("cards")
    return bool(review.get("ended")) and (not isinstance(cards, dict) or card_id in cards)


__all__ = ["found"]
