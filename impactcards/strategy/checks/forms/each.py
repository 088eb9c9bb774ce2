"""``each``: row by row, joined by the item that rows of several tables are about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from impactcards.deck.model import Reference
from impactcards.strategy.checks.compare import compares, turned
from impactcards.strategy.checks.sentence import figure_text, row_finding
from impactcards.strategy.checks.view import steady
from impactcards.strategy.checks.where import where_test

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from impactcards.deck.model import Card, Check
    from impactcards.strategy.checks.view import Figure, View
    from impactcards.strategy.findings.finding import Finding
    from impactcards.strategy.values import TableRow


def found(view: View, check: Check, card: Card) -> Iterator[Finding]:
    """A finding for each row whose sides compare so; with ``direction``, what should fall is compared in reverse."""
    rows = view.rows(check.of[0])
    if check.where:
        meant = where_test(check.where, view.look.today)
        rows = [row for row in rows if meant(row)]
    left = _products(view, check, rows) if "times" in check.options else view.figures(check.of[0], rows)
    right: Sequence[object]
    right = view.figures(check.to, rows) if isinstance(check.to, Reference) else [check.to] * len(rows)
    for row, a, b in zip(rows, left, right, strict=True):
        if a is None or not isinstance(b, int | float | date):
            continue
        comparison = _comparison(view, check, row)
        if compares(a, comparison, b):
            yield row_finding(view, check, card, row, a=figure_text(view, a), b=figure_text(view, b))


def _products(view: View, check: Check, rows: Sequence[TableRow]) -> list[Figure | None]:
    pair = _pair(check, "times")
    if pair is None:
        return [None] * len(rows)
    one, two = (view.figures(reference, rows) for reference in pair)
    return [
        steady(a * b) if isinstance(a, int | float) and isinstance(b, int | float) else None
        for a, b in zip(one, two, strict=True)
    ]


def _comparison(view: View, check: Check, row: TableRow) -> str:
    """How a row is compared; an empty string where nobody knows whether its figure should rise or fall."""
    if "direction" not in check.options:
        return check.compare
    pair = _pair(check, "direction")
    start, end = (view.figure(reference, row.id) for reference in pair) if pair else (None, None)
    if not isinstance(start, int | float) or not isinstance(end, int | float):
        return ""
    return turned(check.compare) if end < start else check.compare


def _pair(check: Check, name: str) -> tuple[Reference, Reference] | None:
    pair = check.options.get(name)
    if isinstance(pair, tuple) and len(pair) == 2 and all(isinstance(entry, Reference) for entry in pair):
        return pair
    return None


__all__ = ["found"]
