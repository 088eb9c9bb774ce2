"""A flow as a drawing: its steps side by side as columns of boxes, and a curve for each link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from impactcards.document.blocks import Picture
from impactcards.document.colors import known_color
from impactcards.document.html.measure import wrapped
from impactcards.document.html.svg import EDGE, drawing, number, text
from impactcards.records import record

#: All lengths are in units of the drawing; a unit is about a pixel on a desk.
WIDTH = 960.0
GAP = 78.0
SIZE = 14.0
LINE = 19.0
MOST_LINES = 3
PAD_X, PAD_Y = 14.0, 11.0
BETWEEN = 16.0
HEAD = 34.0


@record
class _Box:
    """A name in its place."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


def draw(picture: Picture, own_id: str) -> str:
    """The drawing. ``own_id`` is the beginning of the ids in it."""
    columns, height = _placed(picture)
    told = " → ".join(head for head in picture.heads if head)
    parts = [*_heads(picture, columns), *_links(picture, columns), *_boxes(picture, columns)]
    return drawing(parts, width=WIDTH, height=height, title=picture.title, told=told, own_id=own_id)


def _placed(picture: Picture) -> tuple[list[list[_Box]], float]:
    """The boxes of each step, every column centred on the tallest, and the height of it all."""
    count = len(picture.layers)
    width = (WIDTH - GAP * (count - 1)) / max(1, count)
    room = (width - 2 * PAD_X) / SIZE
    head = HEAD if any(picture.heads) else 0.0
    wrapping = [[tuple(wrapped(name, room, MOST_LINES)) for name in layer] for layer in picture.layers]
    heights = [[len(lines) * LINE + 2 * PAD_Y for lines in layer] for layer in wrapping]
    tall = max((sum(own) + BETWEEN * (len(own) - 1) for own in heights), default=0.0)
    columns = []
    for n, (layer, own) in enumerate(zip(wrapping, heights, strict=True)):
        spare = tall - sum(own) - BETWEEN * (len(own) - 1)
        # A column that is not the tallest is spread, but not so far that it falls apart.
        between = BETWEEN + min(spare / max(1, len(own)), 3 * BETWEEN)
        y = head + 1 + (tall - sum(own) - between * (len(own) - 1)) / 2
        boxes = []
        for lines, height in zip(layer, own, strict=True):
            boxes.append(_Box(n * (width + GAP) + 1, y, width - 2, height, lines))
            y += height + between
        columns.append(boxes)
    return columns, head + tall + 2


def _heads(picture: Picture, columns: Sequence[Sequence[_Box]]) -> Iterator[str]:
    for head, color, boxes in zip(picture.heads, _colors(picture), columns, strict=False):
        if head and boxes:
            lines = wrapped(head.upper(), boxes[0].width / (SIZE - 1), 1)
            named = text(lines, boxes[0].x, 14, end=boxes[0].x + boxes[0].width, name="head")
            yield f'<g class="k-{color}">{named}</g>'


def _links(picture: Picture, columns: Sequence[Sequence[_Box]]) -> Iterator[str]:
    """A curve for each link; where several leave or reach a box, they share its side from top to bottom."""
    leaving: dict[tuple[int, int], list[int]] = {}
    reaching: dict[tuple[int, int], list[int]] = {}
    for step, one, other in picture.links:
        leaving.setdefault((step, one), []).append(other)
        reaching.setdefault((step + 1, other), []).append(one)
    places = {place: {end: n for n, end in enumerate(sorted(ends))} for place, ends in leaving.items()}
    goals = {place: {end: n for n, end in enumerate(sorted(ends))} for place, ends in reaching.items()}
    colors = _colors(picture)
    for step, one, other in picture.links:
        start, end = columns[step][one], columns[step + 1][other]
        x1, x2 = start.x + start.width, end.x
        y1 = _port(start, places[step, one][other], len(leaving[step, one]))
        y2 = _port(end, goals[step + 1, other][one], len(reaching[step + 1, other]))
        bend = (x2 - x1) * 0.55
        curve = " ".join(number(v) for v in (x1 + bend, y1, x2 - bend, y2, x2, y2))
        line = f"M{number(x1)} {number(y1)}C{curve}"
        yield f'<path class="link k-{colors[step]}" {EDGE} d="{line}"/>'


def _port(box: _Box, n: int, count: int) -> float:
    """Where the n-th of some links meets the side of a box."""
    return box.y + box.height * (n + 1) / (count + 1)


def _boxes(picture: Picture, columns: Sequence[Sequence[_Box]]) -> Iterator[str]:
    """The boxes; one from which no link leads on, or back, where others do, has a broken edge."""
    last = len(columns) - 1
    begun = {(step, one) for step, one, _ in picture.links}
    reached = {(step + 1, other) for step, _, other in picture.links}
    for n, (color, boxes) in enumerate(zip(_colors(picture), columns, strict=True)):
        yield f'<g class="k-{color}">'
        for i, box in enumerate(boxes):
            whole = (n == last or (n, i) in begun) and (n == 0 or (n, i) in reached)
            place = f'x="{number(box.x)}" y="{number(box.y)}" height="{number(box.height)}"'
            name = "box" if whole else "box loose"
            yield f'<rect class="{name}" {place} width="{number(box.width)}" rx="7" {EDGE}/>'
            yield text(
                box.lines, box.x + PAD_X, box.y + PAD_Y + SIZE, end=box.x + box.width - PAD_X, name="name", step=LINE
            )
        yield "</g>"


def _colors(picture: Picture) -> list[str]:
    """A colour for each step."""
    given = [*picture.colors, *[""] * len(picture.layers)]
    return [known_color(color) for color in given[: len(picture.layers)]]


__all__ = ["draw"]
