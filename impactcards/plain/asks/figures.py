"""Scales, numbers and dates: one line, and what was understood is said back."""

from __future__ import annotations

from impactcards.deck.kinds import CellKind, NumberAnswer, ScaleAnswer
from impactcards.deck.model import Card
from impactcards.plain.sitting import Sitting
from impactcards.strategy import kinds
from impactcards.strategy.dates import iso_date
from impactcards.strategy.numbers import show_number
from impactcards.words import Words


def ask_figure(sitting: Sitting, card: Card) -> None:
    """Ask for one figure or day. An empty line keeps what is there."""
    way = figure_words(sitting.say, card.answer, sitting.strategy.language)  # type: ignore[arg-type]
    for line in way:
        sitting.tell(line)
    line = sitting.line()
    if not line.strip():
        return
    value = kinds.parse(line, card, sitting.strategy, sitting.today)
    sitting.keep(card, value)
    if not isinstance(value, str) or iso_date(value):
        understood = kinds.as_line(card, sitting.strategy, sitting.say)
        sitting.tell(sitting.say("Understood: {answer}", answer=understood))


def figure_words(say: Words, kind: CellKind, language: str) -> list[str]:
    """How to answer, in lines: the steps of a scale, the unit and limits of a number."""
    if isinstance(kind, ScaleAnswer):
        lines = [say("{step}: {label}", step=step, label=label) for step, label in sorted(kind.labels.items())]
        return [*lines, say("Type a number from {low} to {high}.", low=kind.low, high=kind.high)]
    if isinstance(kind, NumberAnswer):
        way = say("Type a number, in {unit}.", unit=kind.unit) if kind.unit else say("Type a number.")
        return [" ".join(part for part in (way, _limits(say, kind, language)) if part)]
    return [say("Type a day, such as {example}.", example=say("24 Feb 2027, 24.2. or tomorrow"))]


def _limits(say: Words, kind: NumberAnswer, language: str) -> str:
    low = show_number(kind.minimum, language) if kind.minimum is not None else ""
    high = show_number(kind.maximum, language) if kind.maximum is not None else ""
    if low and high:
        return say("{low} to {high} is meant.", low=low, high=high)
    return say("At most {high} is meant.", high=high) if high else ""


__all__ = ["ask_figure", "figure_words"]
