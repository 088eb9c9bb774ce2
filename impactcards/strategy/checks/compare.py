"""Comparisons: ``compare`` names what is worth saying."""

from __future__ import annotations

import operator
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from impactcards.strategy.checks.view import Figure

COMPARISONS: dict[str, Callable[..., bool]] = {
    "above": operator.gt,
    "below": operator.lt,
    "at_least": operator.ge,
    "at_most": operator.le,
    "equal": operator.eq,
    "not_equal": operator.ne,
}

_TURNED = {"above": "below", "below": "above", "at_least": "at_most", "at_most": "at_least"}


def compares(a: Figure | None, comparison: str, b: Figure | None) -> bool:
    """Whether a comparison holds. It never does between a number and a day, nor where one side is missing."""
    if a is None or b is None or isinstance(a, date) != isinstance(b, date):
        return False
    holds = COMPARISONS.get(comparison)
    return holds is not None and holds(a, b)


def turned(comparison: str) -> str:
    """The comparison seen from the other end: what should rise, should fall."""
    return _TURNED.get(comparison, comparison)


__all__ = ["COMPARISONS", "compares", "turned"]
