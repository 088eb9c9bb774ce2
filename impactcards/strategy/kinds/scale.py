"""Scale: a rating, some or all of whose steps have a label."""



from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.strategy.kinds.base import Place, Problem
from impactcards.strategy.kinds.names import find_name
from impactcards.strategy.kinds.number import figure_from_data, outside
from impactcards.strategy.numbers import parse_number, show_number
from impactcards.words import N_, Message, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.kinds import ScaleAnswer
    from impactcards.strategy.values import Value


class ScaleMeaning:
    """An int, or the string that is none."""

    def from_data(self, kind: ScaleAnswer, data: object) -> Value:
        figure = figure_from_data(data)
        return str(figure) if isinstance(figure, float) else figure

    def to_data(self, kind: ScaleAnswer, value: Value) -> Any:
        return value

    def is_complete(self, value: Value, place: Place) -> bool:
        return True

    def lines(self, value: Value, place: Place, say: Words) -> list[str]:
        kind: ScaleAnswer = place.kind
        if not isinstance(value, int | float):
            return [str(value)]
        shown = say("{n} of {highest}", n=show_number(value, place.language), highest=kind.high)
        label = kind.labels.get(value) if isinstance(value, int) else None
        return [f"{shown}: {label}" if label else shown]

    def parse(self, text: str, place: Place) -> Value:
        """A digit, or the label of a step."""
        found = parse_number(text, place.language)
        if isinstance(found, int):
            return found
        step = find_name(text.strip(), {str(n): label for n, label in place.kind.labels.items()})
        return int(step) if step is not None else text.strip()

    def problems(self, value: Value, place: Place) -> Iterator[Problem]:
        if isinstance(value, str):
            yield Problem(
                "unread",
                Message(
                    N_("“{typed}” is no step of the scale from {minimum} to {maximum}."),
                    typed=value.strip(),
                    minimum=place.kind.low,
                    maximum=place.kind.high,
                ),
            )
        elif isinstance(value, int | float):
            yield from outside(value, place.kind.low, place.kind.high, place.language)
