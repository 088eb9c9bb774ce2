"""Bars: a table that says every figure, with a bar or dots drawn beside it."""

from __future__ import annotations

from collections.abc import Sequence

from impactcards.document.blocks import Bar, Bars
from impactcards.document.html.markup import attribute, direction, one_line
from impactcards.document.html.svg import number

#: A dot's place and its radius, in units of the drawing.
_DOT, _RADIUS = 16.0, 5.5

# The attributes are for readers that know no style sheets.
_ON, _OFF = '"on" fill="currentColor"', '"off" fill="none" stroke="currentColor"'

_HEAD, _CELL, _ROW = ' role="columnheader"', ' role="cell"', ' role="row"'


def draw(bars: Bars) -> str:
    """The table; it is its own twin, since every figure stands in it in words."""
    figures = [all(row.facts[n].isdigit() for row in bars.rows) for n in range(max(0, len(bars.heads) - 2))]
    head = ""
    if any(bars.heads):
        cells = (
            f'<th scope="col"{_HEAD}{_side(n, figures)}{direction(title)}>{one_line(title)}</th>'
            if title
            else f"<td{_CELL}></td>"
            for n, title in enumerate(bars.heads)
        )
        head = f'<thead role="rowgroup"><tr{_ROW}>{"".join(cells)}</tr></thead>'
    rows = "".join(_row(bar, bars, figures) for bar in bars.rows)
    name = "bars stacked" if len(bars.heads) > 2 else "bars"
    return f'<table class="{name}" role="table">{head}<tbody role="rowgroup">{rows}</tbody></table>'


def _row(bar: Bar, bars: Bars, figures: Sequence[bool]) -> str:
    drawn = dots(round(bar.value or 0), round(bar.top)) if bars.steps else _bar(bar)
    said = f'<span class="said"{direction(bar.said)}>{one_line(bar.said)}</span>'
    cells = [f'<td class="drawn"{_CELL}{_label(bars, 1)}><span class="pair">{drawn}{said}</span></td>']
    cells += [
        f"<td{_CELL}{_label(bars, n)}{_side(n, figures)}{direction(fact)}>{one_line(fact)}</td>"
        for n, fact in enumerate(bar.facts, start=2)
    ]
    name = f'<th scope="row" role="rowheader"{direction(bar.label)}>{one_line(bar.label)}</th>'
    return f"<tr{_ROW}>{name}{''.join(cells)}</tr>"


def _label(bars: Bars, n: int) -> str:
    return attribute("data-label", bars.heads[n]) if len(bars.heads) > n else ""


def _side(n: int, figures: Sequence[bool]) -> str:
    return ' class="n"' if n > 1 and figures[n - 2] else ""


def dots(reached: int, count: int) -> str:
    """A dot for each step of a scale, those that are reached filled. It stands beside words that say the same."""
    drawn = "".join(
        f'<circle class={_ON if n < reached else _OFF} cx="{number(_DOT * (n + 0.5))}" cy="8" r="{_RADIUS}"/>'
        for n in range(max(1, count))
    )
    width = number(_DOT * max(1, count))
    return f'<svg class="dots" aria-hidden="true" width="{width}" height="16" viewBox="0 0 {width} 16">{drawn}</svg>'


def _bar(bar: Bar) -> str:
    """A bar as long as its share of the whole; whatever is not nothing can be seen."""
    share = min(1.0, max(0.0, bar.value / bar.top)) if bar.value is not None and bar.top > 0 else 0.0
    length = max(1.0, 100 * share) if share else 0.0
    return (
        '<svg class="bar" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">'
        '<rect class="track" fill="none" width="100" height="10"/>'
        f'<rect class="on" fill="currentColor" width="{number(length)}" height="10"/></svg>'
    )


__all__ = ["dots", "draw"]
