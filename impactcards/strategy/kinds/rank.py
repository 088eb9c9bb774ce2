"""Rank: options, or items of another card, in an order. What is not ranked is not in it."""



from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.strategy.kinds.choice import gone_problems, ids_from_data, picks
from impactcards.strategy.kinds.names import parse_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.kinds import RankAnswer
    from impactcards.strategy.kinds.base import Place, Problem
    from impactcards.strategy.values import Value
    from impactcards.words import Words


class RankMeaning:
    """A tuple of ids, the first before all others."""

    def from_data(self, kind: RankAnswer, data: object) -> Value:
        return ids_from_data(data)

    def to_data(self, kind: RankAnswer, value: Value) -> Any:
        return list(value) if isinstance(value, tuple) else value

    def is_complete(self, value: Value, place: Place) -> bool:
        return True

    def lines(self, value: Value, place: Place, say: Words) -> list[str]:
        return [f"{n}. {place.name(picked)}" for n, picked in enumerate(picks(value), 1)]

    def parse(self, text: str, place: Place) -> Value:
        """Numbers as listed, or names, in their order, parted by commas; numbers alone may be parted by spaces."""
        if all(part.isdigit() for part in text.split()):
            text = ",".join(text.split())
        return parse_names(text, place)

    def problems(self, value: Value, place: Place) -> Iterator[Problem]:
        yield from gone_problems(value, place)
