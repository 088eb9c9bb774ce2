"""The forms a check can have, a module each.

A form takes a view, a check and the card it is about (one of those in ``of``), and yields what it finds. The card is
part of the strategy: not hidden, not skipped, and its answer could be read. The check's ``when`` holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from impactcards.deck.model import Card, Check
from impactcards.strategy.checks.forms import alone, cards, dates, each, needs, none, rows, sums, unchanged
from impactcards.strategy.checks.view import View
from impactcards.strategy.findings.finding import Finding

Form = Callable[[View, Check, Card], Iterator[Finding]]

#: The forms by the name a deck gives them.
FORMS: dict[str, Form] = {
    "sum": sums.found,
    "each": each.found,
    "rows": rows.found,
    "none": none.found,
    "dates": dates.found,
    "alone": alone.found,
    "needs": needs.found,
    "unchanged": unchanged.found,
    "cards": cards.found,
}

__all__ = ["FORMS", "Form"]
