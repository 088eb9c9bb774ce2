"""Comparisons: ``compare`` names what is worth saying."""

from __future__ import annotations

import operator
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    return bool(matches((a,), comparison, (b,)))


def matches(left: Sequence[Figure | None], comparison: str, right: Sequence[Figure | None]) -> list[int]:
    """The places at which a comparison holds between two columns, each of numbers only or of days only."""
    holds = COMPARISONS.get(comparison)
    one, two = (next((figure for figure in side if figure is not None), None) for side in (left, right))
    if holds is None or one is None or two is None or isinstance(one, date) != isinstance(two, date):
        return []
    pairs = enumerate(zip(left, right, strict=True))
    return [n for n, (a, b) in pairs if a is not None and b is not None and holds(a, b)]


def turned(comparison: str) -> str:
    """The comparison seen from the other end: what should rise, should fall."""
    return _TURNED.get(comparison, comparison)


__all__ = ["COMPARISONS", "compares", "matches", "turned"]
