"""Which cards a check reads: those whose answers its finding depends on, and where it can be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.kinds import ChoiceAnswer, TableAnswer
from impactcards.deck.model import Reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.model import Card, Check, Condition


def cards_read(check: Check, card: Card) -> Iterator[str]:
    """The ids of the cards that a check about ``card`` reads, with repetitions; some may be in no deck."""
    if check.form != "unchanged":
        yield from (reference.card for reference in check.of)
    to = check.to["earliest"] if isinstance(check.to, dict) and "earliest" in check.to else check.to
    pairs = (check.options.get(name, ()) for name in ("times", "direction"))
    read = [to, *(entry for pair in pairs if isinstance(pair, tuple) for entry in pair)]
    yield from (reference.card for reference in read if isinstance(reference, Reference))
    by = check.by or (check.of[0].column if check.form == "alone" else "")
    picking = card.answer.column(by) if isinstance(card.answer, TableAnswer) else None
    if picking is not None and isinstance(picking.cell, ChoiceAnswer) and picking.cell.source:
        yield picking.cell.source
    if check.when is not None:
        yield from condition_cards(check.when)
    yield from (reference.card for reference in check.bind.values())


def condition_cards(condition: Condition) -> Iterator[str]:
    """The ids of the cards a condition asks, with repetitions."""
    if condition.card:
        yield condition.card
    for part in condition.parts:
        yield from condition_cards(part)


__all__ = ["cards_read", "condition_cards"]
