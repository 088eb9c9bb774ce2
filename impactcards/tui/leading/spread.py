"""The spread of everybody's figures as dots by value: where they agree and where they do not, not just a mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from textual.content import Content

from impactcards.deck.kinds import ScaleAnswer
from impactcards.deck.model import Card
from impactcards.strategy.numbers import show_number
from impactcards.tui.widgets.rows.wrap import cut


def spread_lines(card: Card, values: Sequence[float], width: int, language: str) -> list[Content]:
    """A line for each value: ``3  ● ● ●``; of a scale all its values, with the deck's words for them."""
    kind = card.answer
    found = Counter(values)
    labels: dict[float, str] = {}
    if isinstance(kind, ScaleAnswer):
        shown: list[float] = [float(n) for n in range(kind.low, kind.high + 1)]
        labels = {float(n): text for n, text in kind.labels.items()}
        shown += sorted(value for value in found if value not in shown)
    else:
        shown = sorted(found)
    widest = max((len(show_number(_plain(value), language)) for value in shown), default=1)
    lines = []
    most = max(found.values(), default=0)
    column = 2 * most if 2 * most <= width // 2 else 8
    for value in shown:
        n = found.get(value, 0)
        dots = ("● " * n if 2 * n <= column else f"● ×{n}").ljust(column)
        label = cut(labels.get(value, ""), max(0, width - widest - 6 - Content(dots).cell_length))
        lines.append(
            Content.assemble(
                (f"{show_number(_plain(value), language):>{widest}}  ", "bold"),
                (dots, "$primary bold"),
                " ",
                (label, "$quiet"),
            )
        )
    return lines


def _plain(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value
