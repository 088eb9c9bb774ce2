"""Number: a figure, or what was typed where a figure is wanted."""



from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.strategy.kinds.base import Place, Problem, plain_text
from impactcards.strategy.numbers import parse_number, plain_number, show_number, tidy
from impactcards.words import N_, Message, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.kinds import NumberAnswer
    from impactcards.strategy.values import Value


class NumberMeaning:
    """An int or a float, or the string that is none."""

    def from_data(self, kind: NumberAnswer, data: object) -> Value:
        return figure_from_data(data)

    def to_data(self, kind: NumberAnswer, value: Value) -> Any:
        return value

    def is_complete(self, value: Value, place: Place) -> bool:
        return True

    def lines(self, value: Value, place: Place, say: Words) -> list[str]:
        if not isinstance(value, int | float):
            return [str(value)]
        unit = place.kind.unit
        return [f"{show_number(value, place.language)} {unit}".rstrip()]

    def parse(self, text: str, place: Place) -> Value:
        found = parse_number(text, place.language, place.kind.unit)
        return text.strip() if found is None else found

    def problems(self, value: Value, place: Place) -> Iterator[Problem]:
        if isinstance(value, str):
            yield Problem("unread", Message(N_("“{typed}” could not be read as a number."), typed=value.strip()))
        elif isinstance(value, int | float):
            yield from outside(value, place.kind.minimum, place.kind.maximum, place.language)


def figure_from_data(data: object) -> Value:
    """A number from plain data; text that is no number stays text, and so do infinity and what is not a number."""
    if isinstance(data, int | float) and not isinstance(data, bool):
        finite = data == data and abs(data) != float("inf")
        return tidy(data) if finite else str(data)
    text = plain_text(data)
    if text is None:
        return None
    found = plain_number(text)
    return text if found is None else found


def outside(value: float, low: float | None, high: float | None, language: str) -> Iterator[Problem]:
    """The problem of a figure outside its limits."""
    below, above = low is not None and value < low, high is not None and value > high
    if low is not None and high is not None:
        text = N_("{n} is outside {minimum} to {maximum}. Typed on purpose?")
    elif below:
        text = N_("{n} is below {minimum}. Typed on purpose?")
    else:
        text = N_("{n} is above {maximum}. Typed on purpose?")
    if below or above:
        limits = {"minimum": low, "maximum": high}
        shown = {name: show_number(limit, language) for name, limit in limits.items() if limit is not None}
        yield Problem("outside", Message(text, n=show_number(value, language), **shown))
