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
    if len(last) < times:
        return  # no version is read for nothing
    before = [past.get(str(review.get("version", "")), {}).get(card.id) for review in last]
    if all(then is not None and then.value == answer.value for then in before):
        yield finding(view, check, card, n=str(int(times)))


def _looked_at(review: Mapping[str, Any], card_id: str) -> bool:
    cards = review.get("cards")
    if not isinstance(cards, dict):
        return bool(review.get("ended"))
    noted = cards.get(card_id)
    return bool(review.get("ended")) and isinstance(noted, dict) and bool(noted.get("did"))


__all__ = ["found"]
