"""Ageing: until when an answer may be trusted without looking at it again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from impactcards.deck.kinds import TableAnswer
from impactcards.strategy.dates import add_months
from impactcards.strategy.kinds.choice import picks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.model import Card, Span
    from impactcards.strategy.strategy import Strategy
    from impactcards.strategy.values import Item


def fresh_until(card: Card, strategy: Strategy) -> date | None:
    """The day from which an answer is aged; None for a card that never ages, and for one that is not answered."""
    answer = strategy.answer(card.id)
    if card.fresh_for is None or not answer.answered:
        return None
    written = local_day(last_seen(card, strategy))
    return later(written, card.fresh_for) if written else None


def has_aged(card: Card, strategy: Strategy, today: date) -> bool:
    """Whether an answer should be looked at again: its time is over, or an item it picks has changed since."""
    until = fresh_until(card, strategy)
    return until is not None and (today >= until or next(changed_items(card, strategy), None) is not None)


def last_seen(card: Card, strategy: Strategy) -> str:
    """When an answer was last written or confirmed, in UTC as files write it; an empty string if nobody knows."""
    answer = strategy.answer(card.id)
    return max(answer.updated, answer.confirmed)


def changed_items(card: Card, strategy: Strategy) -> Iterator[Item]:
    """The items that an answer picks, and whose name was changed after the answer was last written or confirmed."""
    seen = last_seen(card, strategy)
    kind = card.answer
    for source, column in kind.sources():
        changed = {item_id for item_id, when in strategy.answer(source).changed.items() if when > seen}
        if not changed:
            continue
        value = strategy.answer(card.id).value
        if isinstance(kind, TableAnswer):
            rows = [row for row in strategy.rows(card) if row.cells]
            cells = [row.cells.get(column.id) for row in rows] if column else []
            picked = {item_id for cell in cells for item_id in picks(cell)} if column else {row.id for row in rows}
        else:
            picked = set(picks(value))
        yield from (item for item in strategy.items(source) if item.id in changed & picked)


def local_day(moment: str) -> date | None:
    """The day it was here at a moment as files write it (``2026-11-24T14:03:05Z``), or None."""
    try:
        found = datetime.fromisoformat(moment)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone().date()
    except (ValueError, OverflowError):
        return None


def later(day: date, span: Span) -> date:
    """``day`` plus a span of calendar time; the end of the calendar where it leads beyond that."""
    try:
        if span.unit in ("months", "years"):
            return add_months(day, span.count * (12 if span.unit == "years" else 1))
        return day + timedelta(days=span.count * (7 if span.unit == "weeks" else 1))
    except (ValueError, OverflowError):
        return date.max


__all__ = ["changed_items", "fresh_until", "has_aged", "last_seen", "later", "local_day"]
