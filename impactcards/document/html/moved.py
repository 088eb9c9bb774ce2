"""How figures moved: a small line for each, below each other, since several on one scale would lie on one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from impactcards.document.blocks import Lines, Series
from impactcards.document.html.markup import one_line
from impactcards.document.html.measure import width, wrapped
from impactcards.document.html.svg import EDGE, drawing, number, text

#: All lengths are in units of the drawing; a unit is about a pixel on a desk.
NAMES = 170.0
MOMENT = 80.0
SIZE = 14.0
LINE = 18.0
ROW = 58.0
HEAD = 34.0
SWING = 26.0
RADIUS = 11.0

_MIDDLE = 'text-anchor="middle"'


def draw(lines: Lines, own_id: str) -> str:
    """The drawing. ``own_id`` is the beginning of the ids in it."""
    places = [NAMES + MOMENT * (n + 0.5) for n in range(len(lines.moments))]
    whole = NAMES + MOMENT * len(places)
    rows = [part for n, series in enumerate(lines.series) for part in _row(lines, series, HEAD + n * ROW, places)]
    told = ", ".join(lines.moments)
    height = HEAD + ROW * len(lines.series)
    parts = [*_heads(lines, places), *rows]
    return drawing(parts, width=whole, height=height, title=lines.title, told=told, own_id=own_id)


def _heads(lines: Lines, places: Sequence[float]) -> Iterator[str]:
    for moment, x in zip(lines.moments, places, strict=True):
        half = min(20, width(moment) * (SIZE - 2) / 2)
        yield f'<text class="moment" {_MIDDLE} x="{number(x)}" y="16">{one_line(moment)}</text>'
        yield f'<path class="rule" {EDGE} d="M{number(x - half)} 24h{number(2 * half)}"/>'


def _row(lines: Lines, series: Series, top: float, places: Sequence[float]) -> Iterator[str]:
    middle = top + ROW / 2
    name = wrapped(series.label, (NAMES - 16) / SIZE, 3)
    yield f'<path class="rule" {EDGE} d="M0 {number(top)}H{number(NAMES + MOMENT * len(places))}"/>'
    start = middle + SIZE / 3 - LINE * (len(name) - 1) / 2
    yield text(name, 0, start, end=NAMES - 16, name="name", step=LINE)
    span = max(1, lines.top - lines.low)
    points = [
        None if value is None else (x, middle + SWING / 2 - SWING * (value - lines.low) / span, value)
        for x, value in zip(places, series.values, strict=True)
    ]
    for one, other in pairwise(points):
        if one is not None and other is not None:
            line = f"M{number(one[0])} {number(one[1])}L{number(other[0])} {number(other[1])}"
            yield f'<path class="line" {EDGE} d="{line}"/>'
    for x, point in zip(places, points, strict=True):
        if point is None:
            yield f'<text class="moment" {_MIDDLE} x="{number(x)}" y="{number(middle + 5)}">–</text>'
            continue
        y = point[1]
        yield f'<circle class="on" fill="currentColor" cx="{number(x)}" cy="{number(y)}" r="{number(RADIUS)}"/>'
        yield f'<text class="figure" fill="#fff" {_MIDDLE} x="{number(x)}" y="{number(y + 4.5)}">{point[2]}</text>'


__all__ = ["draw"]
