"""``each``: row by row, joined by the item that rows of several tables are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.model import Reference
from impactcards.strategy.checks.compare import matches, turned
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
    if isinstance(check.to, Reference):
        right = view.figures(check.to, rows)
    else:
        right = [check.to if isinstance(check.to, int | float) else None] * len(rows)
    for n in _matches(view, check, rows, left, right):
        yield row_finding(view, check, card, rows[n], a=figure_text(view, left[n]), b=figure_text(view, right[n]))


def _matches(
    view: View, check: Check, rows: Sequence[TableRow], left: Sequence[Figure | None], right: Sequence[Figure | None]
) -> list[int]:
    """Which rows compare so. Where nobody knows whether a figure should rise or fall, none does."""
    if "direction" not in check.options:
        return matches(left, check.compare, right)
    pair = _pair(check, "direction")
    start, end = (view.figures(reference, rows) for reference in pair) if pair else ((), ())
    falls = set(matches(end, "below", start))
    rises = set(matches(end, "at_least", start))
    rising = [a if n in rises else None for n, a in enumerate(left)]
    falling = [a if n in falls else None for n, a in enumerate(left)]
    return sorted([*matches(rising, check.compare, right), *matches(falling, turned(check.compare), right)])


def _products(view: View, check: Check, rows: Sequence[TableRow]) -> list[Figure | None]:
    pair = _pair(check, "times")
    if pair is None:
        return [None] * len(rows)
    one, two = (view.figures(reference, rows) for reference in pair)
    return [
        steady(a * b) if isinstance(a, int | float) and isinstance(b, int | float) else None
        for a, b in zip(one, two, strict=True)
    ]


def _pair(check: Check, name: str) -> tuple[Reference, Reference] | None:
    pair = check.options.get(name)
    if isinstance(pair, tuple) and len(pair) == 2 and all(isinstance(entry, Reference) for entry in pair):
        return pair
    return None


__all__ = ["found"]
