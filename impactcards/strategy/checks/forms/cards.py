"""``cards``: a condition over cards holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.checks.sentence import finding, value_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.model import Card, Check
    from impactcards.strategy.checks.view import View
    from impactcards.strategy.findings.finding import Finding


def found(view: View, check: Check, card: Card) -> Iterator[Finding]:
    """One finding; ``{a}`` and ``{b}`` are the answers of the first two cards it is about."""
    shown = [value_text(view, reference, view.cell(reference, "")) for reference in check.of[:2]]
    yield finding(view, check, card, **dict(zip(("a", "b"), shown, strict=False)))


__all__ = ["found"]
