"""``sum``: a column's sum against a number, a cell or another sum.

A sum over rows of which some are still empty can only grow, so a side has to be whole where more in it would settle
the matter; where the sums should be equal, or should not, both have to be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.model import Reference
from impactcards.records import record
from impactcards.strategy.checks.compare import compares
from impactcards.strategy.checks.sentence import figure_text, finding
from impactcards.strategy.checks.view import steady
from impactcards.strategy.checks.where import where_test

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.model import Card, Check
    from impactcards.strategy.checks.view import View
    from impactcards.strategy.findings.finding import Finding


@record
class _Sum:
    """``value`` is None where there is nothing to add up; ``whole``: no row is still empty."""

    value: int | float | None
    whole: bool


def found(view: View, check: Check, card: Card) -> Iterator[Finding]:
    """One finding, if the sums compare so."""
    a = _sum(view, check.of[0], check)
    b = _sum(view, check.to) if isinstance(check.to, Reference) else _number(check.to)
    if not a.whole and check.compare not in ("above", "at_least"):
        return
    if not b.whole and check.compare not in ("below", "at_most"):
        return
    if compares(a.value, check.compare, b.value):
        yield finding(view, check, card, a=figure_text(view, a.value), b=figure_text(view, b.value))


def _number(to: object) -> _Sum:
    return _Sum(to if isinstance(to, int | float) else None, whole=True)


def _sum(view: View, reference: Reference, check: Check | None = None) -> _Sum:
    rows = view.rows(reference)
    whole = True
    if check is not None and check.where:
        meant = where_test(check.where, view.look.today)
        chosen = [(row, meant(row)) for row in rows]
        whole = all(holds is not None for _, holds in chosen)
        rows = [row for row, holds in chosen if holds]
    figures = view.figures(reference, rows)
    added = [figure for figure in figures if isinstance(figure, int | float)]
    return _Sum(steady(sum(added)) if added else None, whole and len(added) == len(figures))


__all__ = ["found"]
