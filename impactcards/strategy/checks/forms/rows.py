"""``rows``: a finding for each row that matches; with ``by``, for each item all of whose rows do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.kinds import ChoiceAnswer, TableAnswer
from impactcards.strategy.checks.sentence import finding, row_finding, value_text
from impactcards.strategy.checks.where import where_test

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.model import Card, Check
    from impactcards.strategy.checks.view import View
    from impactcards.strategy.checks.where import RowTest
    from impactcards.strategy.findings.finding import Finding
    from impactcards.strategy.values import TableRow


def found(view: View, check: Check, card: Card) -> Iterator[Finding]:
    """What matches. A row whose looked at cell is empty is silent, and so is an item one of whose rows is."""
    meant = where_test(check.where, view.look.today)
    if check.by:
        yield from _by_item(view, check, card, meant)
        return
    of = check.of[0]
    for row in view.rows(of):
        if meant(row) and (not of.column or of.column in row.cells):
            value = value_text(view, of, row.cells.get(of.column))
            yield row_finding(view, check, card, row, a=value, date=value)


def _by_item(view: View, check: Check, card: Card, meant: RowTest) -> Iterator[Finding]:
    column = card.answer.column(check.by) if isinstance(card.answer, TableAnswer) else None
    if column is None or not isinstance(column.cell, ChoiceAnswer):
        return
    of = check.of[0]
    picking: dict[str, list[TableRow]] = {}
    for row in view.rows(of):
        cell = row.cells.get(column.id)
        for item_id in cell if isinstance(cell, tuple) else ():
            picking.setdefault(item_id, []).append(row)
    names = {option.id: " ".join(option.title.split()) for option in view.strategy.options(card, column.id)}
    for item_id, name in names.items():
        rows = picking.get(item_id, ())
        if rows and all(meant(row) and (not of.column or of.column in row.cells) for row in rows):
            yield finding(
                view,
                check,
                card,
                row=item_id,
                name=name,
                about=[row.id for row in rows],
                n=str(len(rows)),
                m=str(len(names)),
            )


__all__ = ["found"]
