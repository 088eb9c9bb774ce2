"""``none``: a finding where no row is as at least one should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.checks.sentence import finding
from impactcards.strategy.checks.where import where_test

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.model import Card, Check
    from impactcards.strategy.checks.view import View
    from impactcards.strategy.findings.finding import Finding


def found(view: View, check: Check, card: Card) -> Iterator[Finding]:
    """One finding. While a row is not filled in so far that it is certain, it might be the one: then none."""
    of = check.of[0]
    rows = view.rows(of)
    meant = where_test(check.where, view.look.today)
    if rows and all(meant(row) is False and (not of.column or of.column in row.cells) for row in rows):
        yield finding(view, check, card, n="0", m=str(len(rows)))


__all__ = ["found"]
