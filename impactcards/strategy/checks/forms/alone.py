"""``alone``: items that only one row serves, where one row carries too many of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.kinds import ChoiceAnswer, TableAnswer
from impactcards.strategy.checks.sentence import row_finding
from impactcards.strategy.checks.where import where_test

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.model import Card, Check
    from impactcards.strategy.checks.view import View
    from impactcards.strategy.findings.finding import Finding


def found(view: View, check: Check, card: Card) -> Iterator[Finding]:
    """A finding for each row that alone serves more than ``share_above`` of all items (without it: any)."""
    of = check.of[0]
    column = card.answer.column(of.column) if isinstance(card.answer, TableAnswer) else None
    if column is None or not isinstance(column.cell, ChoiceAnswer):
        return
    items = {option.id for option in view.strategy.options(card, of.column) if option.title.strip()}
    share, least = check.options.get("share_above", 0), check.options.get("of_at_least", 1)
    if not isinstance(share, int | float) or not isinstance(least, int | float) or len(items) < max(1, least):
        return
    meant = where_test(check.where, view.look.today)
    rows = [row for row in view.rows(of) if meant(row)]
    serving: dict[str, list[str]] = {}
    for row in rows:
        cell = row.cells.get(of.column)
        for item_id in cell if isinstance(cell, tuple) else ():
            serving.setdefault(item_id, []).append(row.id)
    alone = [by[0] for item_id, by in serving.items() if item_id in items and len(by) == 1]
    for row in rows:
        carried = alone.count(row.id)
        if carried and carried / len(items) > share:
            yield row_finding(view, check, card, row, n=str(carried), m=str(len(items)))


__all__ = ["found"]
