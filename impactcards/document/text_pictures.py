"""Bars and lines for formats that cannot draw: tables whose cells hold signs and figures, legible in any viewer."""

from __future__ import annotations

from impactcards.document.blocks import Bar, Bars, Lines, Table, TableColumn

#: How many signs the longest bar has.
LONGEST_BAR = 12


def bars_table(bars: Bars) -> Table:
    """A row for each bar: its label, signs and figure, and its facts. Facts that are figures stand at the right."""
    cells = [(row.label, _bar(row, steps=bars.steps), *row.facts) for row in bars.rows]
    kinds = ["number" if i > 1 and all(line[i].isdigit() for line in cells) else "text" for i in range(len(bars.heads))]
    heads = tuple(TableColumn(head, kind) for head, kind in zip(bars.heads, kinds, strict=True))
    return Table(heads, tuple(cells))


def _bar(bar: Bar, *, steps: bool) -> str:
    if bar.value is None:
        return bar.said
    if steps:
        filled, cells = round(bar.value), round(bar.top)
        return f"{'●' * filled}{'○' * (cells - filled)} {bar.said}"
    share = min(1.0, max(0.0, bar.value / bar.top)) if bar.top > 0 else 0.0
    filled = max(1, round(share * LONGEST_BAR)) if share else 0
    return f"{'█' * filled} {bar.said}".lstrip()


def lines_table(lines: Lines) -> Table:
    """A row for each line, a column for each moment."""
    heads = (TableColumn(lines.title), *(TableColumn(moment, "number") for moment in lines.moments))
    rows = tuple(
        (series.label, *("–" if value is None else str(value) for value in series.values)) for series in lines.series
    )
    return Table(heads, rows)


__all__ = ["LONGEST_BAR", "bars_table", "lines_table"]
