"""``needs``: a condition asks for a card that has no answer yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.checks.sentence import finding
from impactcards.strategy.hand import blocked_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.model import Card, Check
    from impactcards.strategy.checks.view import View
    from impactcards.strategy.findings.finding import Finding


def found(view: View, check: Check, card: Card) -> Iterator[Finding]:
    """One finding, unless the card is answered, or waits for another card's items."""
    if not view.strategy.answer(card.id).answered and blocked_by(card, view.strategy) is None:
        yield finding(view, check, card)


__all__ = ["found"]
