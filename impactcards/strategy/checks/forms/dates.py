"""``dates``: a date against today, another date, the day of the answer and a while, or the earliest date to come."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from impactcards.deck.model import Reference
from impactcards.deck.spans import parse_span
from impactcards.strategy.ageing import last_seen, later, local_day
from impactcards.strategy.checks.compare import compares, matches
from impactcards.strategy.checks.sentence import figure_text, finding, row_finding
from impactcards.strategy.checks.view import WHOLE
from impactcards.strategy.checks.where import where_test

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from impactcards.deck.model import Card, Check
    from impactcards.strategy.checks.view import Figure, View
    from impactcards.strategy.findings.finding import Finding
    from impactcards.strategy.values import TableRow


def found(view: View, check: Check, card: Card) -> Iterator[Finding]:
    """A finding for each row whose date compares so. The earliest date to come is named by its own row."""
    of, to = check.of[0], check.to
    rows = view.rows(of)
    if check.where:
        meant = where_test(check.where, view.look.today)
        rows = [row for row in rows if meant(row)]
    others: Sequence[Figure | None]
    if isinstance(to, Reference):
        others = view.figures(to, rows)
    elif isinstance(to, str):
        others = [view.look.today if to == "today" else None] * len(rows)
    elif isinstance(to, dict) and isinstance(to.get("earliest"), Reference):
        yield from _against_earliest(view, check, card, rows, to["earliest"])
        return
    else:
        others = [_written(view, card, to) if isinstance(to, dict) else None] * len(rows)
    days = view.figures(of, rows)
    for n in matches(days, check.compare, others):
        shown = figure_text(view, days[n])
        yield row_finding(view, check, card, rows[n], a=shown, date=shown, b=figure_text(view, others[n]))


def _written(view: View, card: Card, to: Mapping[str, object]) -> date | None:
    """The day on which the answer was last written or confirmed, and a while after."""
    span = parse_span(str(to.get("written")))
    written = local_day(last_seen(card, view.strategy))
    return later(written, span) if span and written else None


def _against_earliest(
    view: View, check: Check, card: Card, rows: Sequence[TableRow], reference: Reference
) -> Iterator[Finding]:
    named = view.card(reference.card)
    there = view.rows(reference)
    days = zip(view.figures(reference, there), there, strict=True)
    ahead = [(day, row) for day, row in days if isinstance(day, date) and day >= view.look.today]
    if named is None or not ahead:
        return
    other, its_row = min(ahead, key=lambda found: found[0])
    name = named.title if its_row is WHOLE else view.look.row_name(named, its_row)
    for row, day in zip(rows, view.figures(check.of[0], rows), strict=True):
        if compares(day, check.compare, other):
            shown = figure_text(view, day)
            yield finding(
                view,
                check,
                card,
                row=row.id,
                name=name,
                about=(row.id, its_row.id),
                a=shown,
                date=shown,
                b=figure_text(view, other),
            )


__all__ = ["found"]
