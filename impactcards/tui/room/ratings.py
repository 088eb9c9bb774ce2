"""Everybody's figures as dots over their values: the spread shows, not only the middle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from statistics import median

from textual.content import Content

from impactcards.strategy.numbers import show_number, tidy
from impactcards.tui.room.data import Ratings
from impactcards.tui.room.paper import BLANK, Lines, centred, most, paragraph
from impactcards.words import Words

DOT = "●"
_MOST_STEPS = 11


def drawn_ratings(ratings: Ratings, say: Words, width: int, rows: int) -> Lines:
    """The dots, what the values stand for, and the spread in words.

    On a low wall what the values stand for gives way first, then each dot for a figure; the words stay.
    """
    words = paragraph(spread(ratings, say), width)
    named = [f"{value} = {label}" for value, label in ratings.labels]
    below = [[BLANK, *(line for label in named for line in paragraph(label, width - 6, "$quiet"))]] if named else []
    joined = paragraph(" · ".join(named), width, "$quiet") if named else []
    below += [[BLANK, *joined], joined] if named else []
    steps = _steps(ratings)
    for dots in (True, False) if steps else (True,):
        for labels in (*below, []):
            left = rows - len(words) - 1 - len(labels)
            drawn = (
                _over_scale(ratings, steps, width, left, dots=dots) if steps else _by_value(ratings, say, width, left)
            )
            if drawn and left > 0:
                return [*centred(drawn, width), *centred(labels, width), BLANK, *centred(words, width)]
    return most(words, rows, width)


def spread(ratings: Ratings, say: Words) -> str:
    """The spread in one sentence."""
    low, high = min(ratings.values), max(ratings.values)
    count = len(ratings.values)
    figure = _figure(say, ratings.unit)
    if low == high:
        return say.plural("{n} figure: {value}", "All {n} say {value}", count, value=figure(low))
    return say.plural(
        "{n} figure, from {low} to {high}, {middle} in the middle",
        "{n} figures, from {low} to {high}, {middle} in the middle",
        count,
        low=figure(low),
        high=figure(high),
        middle=figure(round(median(ratings.values), 2)),
    )


def _figure(say: Words, unit: str = "") -> Callable[[float], str]:
    return lambda value: f"{show_number(tidy(value), say.language)} {unit}".rstrip()


def _steps(ratings: Ratings) -> list[int]:
    """The values of a scale, if all that were given stand on it."""
    low, high = ratings.low, ratings.high
    if low is None or high is None or not float(low).is_integer() or not 0 <= high - low < _MOST_STEPS:
        return []
    steps = list(range(int(low), int(high) + 1))
    return steps if all(value in steps for value in ratings.values) else []


def _over_scale(ratings: Ratings, steps: list[int], width: int, rows: int, *, dots: bool) -> Lines:
    """A column of ``dots`` over each value, or how many there would be; empty where they are too high or too wide."""
    counts = Counter(ratings.values)
    cell = min(13, width // len(steps))
    top = max(counts.values())
    if cell < 3 or rows < (top + 2 if dots else 3):
        return []
    axis = Content.assemble(*((f"{value:^{cell}}", "bold") for value in steps))
    if not dots:
        line = Content.assemble(
            *(f"{f'{counts[v]} × {DOT}' if counts[v] and cell > 6 else counts[v] or '·':^{cell}}" for v in steps)
        )
        return [line, Content.styled("─" * (cell * len(steps)), "$line"), axis]
    columns = [
        Content.assemble(*((f"{DOT if counts[value] >= level else ' ':^{cell}}", "$primary") for value in steps))
        for level in range(top, 0, -1)
    ]
    return [*columns, Content.styled("─" * (cell * len(steps)), "$line"), axis]


def _by_value(ratings: Ratings, say: Words, width: int, rows: int) -> Lines:
    """A row of dots behind each figure that was given, or nothing where they do not fit."""
    counts = sorted(Counter(ratings.values).items())
    figure = _figure(say)
    names = [figure(value) for value, _ in counts]
    room = max(map(len, names), default=0)
    if len(counts) > rows or room + 2 + 2 * max(counts, key=lambda c: c[1])[1] > width:
        return []
    return [
        Content.assemble((name.rjust(room), "bold"), "  ", (f"{DOT} " * count, "$primary"))
        for name, (_, count) in zip(names, counts, strict=True)
    ]
