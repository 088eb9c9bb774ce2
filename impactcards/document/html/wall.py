"""The strategy on one page as a sheet to hang on a wall: A4 landscape, letters as large as fit.

What does not fit in small letters is shortened, and both the sheet and a remark say so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from impactcards.document.blocks import Block, OnePage, Outline, Paragraph, Part, Table
from impactcards.document.colors import known_color
from impactcards.document.html.blocks import Blocks, table
from impactcards.document.html.fitting import (
    TABLE_SIZE,
    in_rows,
    part_height,
    row_height,
    row_room,
    rows_height,
    shares,
)
from impactcards.document.html.markup import Ids, direction, one_line
from impactcards.document.html.page import page
from impactcards.document.shortening import STEPS, Shortened, shorten
from impactcards.records import record
from impactcards.words import N_, Message, Words, words

T = TypeVar("T")
U = TypeVar("U")

#: The sheet and its margins, in millimetres; wall.css says the same.
WIDTH, HEIGHT, SIDE, ENDS = 297.0, 210.0, 11.0, 17.0
GAP = 8.0
HEADER = 12.0

#: Letters in points, from the largest to the limit of what can be read on a wall.
SIZES = tuple(n / 4 for n in range(56, 27, -1))
_MM = 0.3528

#: How the two columns may share the width, the left one's part; an even split is tried first.
SPLITS = (0.5, 0.53, 0.47, 0.56, 0.44, 0.59, 0.41, 0.62, 0.38, 0.66, 0.34)

#: How much larger the sentence at the top is.
TOP = 1.5

#: What a guess may be wrong by.
_SAFE = 0.99


@record
class Fit:
    """Letters in points, and the left column's part of the width."""

    size: float
    split: float


def write_wall(outline: Outline, one: OnePage, remark: Callable[[Message], None]) -> str:
    """The sheet. ``remark`` is told what was shortened."""
    say = words(outline.language)
    shown, fit = _fitted(one, say)
    if shown.labels:
        said = "; ".join(shown.labels)
        remark(Message(N_("Too much for one page. Shortened: {parts}. The whole document has it all."), parts=said))
    columns = f"minmax(0,{fit.split:g}fr) minmax(0,{1 - fit.split:g}fr)" if one.left and one.right else "minmax(0,1fr)"
    rule = f".wall{{font-size:{fit.size:g}pt}}.pair{{grid-template-columns:{columns}}}"
    sheet = _Sheet(outline, shown, fit, say)
    return page(
        title=f"{outline.title} · {one.title}",
        language=outline.language,
        styles=("wall", "phone", f"@media print,(min-width:300mm){{{rule}}}"),
        body="\n".join(sheet.body()),
    )


def _fitted(one: OnePage, say: Words) -> tuple[Shortened, Fit]:
    """The page in the largest letters it fits in; if there are none, shortened until it fits in the smallest."""
    fit = _first(SIZES, lambda size: _fit(one, size))
    if fit is not None:
        return Shortened(one, ()), fit

    def shortened(step: tuple[int, int]) -> tuple[Shortened, Fit] | None:
        shown = shorten(one, *step, say)
        small = _fit(shown.page, SIZES[-1], shortened=True)
        return (shown, small) if small is not None else None

    return _first(STEPS, shortened) or (shorten(one, *STEPS[-1], say), Fit(SIZES[-1], 0.5))


def _first(choices: Sequence[T], attempt: Callable[[T], U | None]) -> U | None:
    """The first of ``choices`` that succeeds, if all after it do as well; None if not even the last one does."""
    found, low, high = None, 0, len(choices)
    while low < high:
        middle = (low + high) // 2
        made = attempt(choices[middle])
        if made is None:
            low = middle + 1
        else:
            found, high = made, middle
    return found


def _fit(one: OnePage, size: float, *, shortened: bool = False) -> Fit | None:
    """How the page is laid out in letters of this size; None if it is too high."""
    em = size * _MM
    room = (WIDTH - 2 * SIDE) / em
    top = sum(part_height(part, room / TOP - 1) * TOP for part in one.top)
    labelled, closing = _foot(one)
    foot = row_height(labelled, room) if labelled else 0.0
    fixed = HEADER / em + top + foot + (3.0 if closing else 0.0) + (2.0 if shortened else 0.0)
    left = (HEIGHT - ENDS) * _SAFE / em - fixed
    if left < 0:
        return None
    splits = [
        (max(rows_height(in_rows(parts, own), own) for parts, own in _columns(one, room, size, split)), -n, split)
        for n, split in enumerate(SPLITS if one.left and one.right else (0.5,))
    ]
    height, _, split = min(splits)
    return Fit(size, split) if height <= left else None


def _columns(one: OnePage, room: float, size: float, split: float) -> list[tuple[tuple[Part, ...], float]]:
    """The columns in the middle with their widths in em; one that is alone takes all the width."""
    if not (one.left and one.right):
        return [((*one.left, *one.right), room)]
    pair = room - GAP / (size * _MM)
    return [(one.left, pair * split), (one.right, pair * (1 - split))]


def _foot(one: OnePage) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The parts of the foot that stand side by side, and those without a label that close the page in a line."""
    labelled = [part for part in one.foot if part.label or not _is_said(part)]
    closing = [part for part in one.foot if part not in labelled]
    return tuple(labelled), tuple(closing)


def _is_said(part: Part) -> bool:
    """Whether a part is nothing but sentences."""
    return all(isinstance(block, Paragraph) for block in part.blocks)


class _Sheet:
    """The body of the sheet."""

    def __init__(self, outline: Outline, shown: Shortened, fit: Fit, say: Words) -> None:
        self._outline = outline
        self._page = shown.page
        self._labels = shown.labels
        self._say = say
        self._blocks = Blocks(Ids(), say)
        self._fit = fit

    def body(self) -> Iterator[str]:
        outline, one = self._outline, self._page
        room = (WIDTH - 2 * SIDE) / (self._fit.size * _MM)
        colors = dict.fromkeys(known_color(part.color) for part in one.parts if part.color)
        ribbon = "".join(f'<i class="k-{color}"></i>' for color in colors)
        yield f'<main class="wall"><div class="ribbon" aria-hidden="true">{ribbon}</div>'
        yield f"<header><h1{direction(outline.title)}>{one_line(outline.title)}</h1>"
        yield f"<p{direction(outline.byline)}>{one_line(outline.byline)}</p></header>"
        if one.top:
            yield '<div class="top">'
            for part in one.top:
                yield from self._part(part, room / TOP - 1)
            yield "</div>"
        yield '<div class="pair">'
        for parts, own in _columns(one, room, self._fit.size, self._fit.split):
            yield '<div class="column">'
            for row in in_rows(parts, own):
                yield from self._row(row, own)
            yield "</div>"
        yield "</div>"
        labelled, closing = _foot(one)
        yield '<div class="foot">'
        if labelled:
            yield from self._row(labelled, room)
        if closing:
            yield '<div class="closing">'
            for part in closing:
                yield from self._part(part, room)
            yield "</div>"
        if self._labels:
            said = self._say("Shortened to fit on this page: {parts}", parts="; ".join(self._labels))
            yield f'<p class="shortened"{direction(said)}>{one_line(said)}</p>'
        yield "</div>"
        yield "</main>"

    def _row(self, row: tuple[Part, ...], room: float) -> Iterator[str]:
        if len(row) == 1:
            yield from self._part(row[0], room)
            return
        yield '<div class="row">'
        for part in row:
            yield from self._part(part, row_room(row, room))
        yield "</div>"

    def _part(self, part: Part, room: float) -> Iterator[str]:
        yield f'<section class="part k-{known_color(part.color)}">'
        if part.label:
            yield f"<h2{direction(part.label)}>{one_line(part.label)}</h2>"
        for block in part.blocks:
            yield from self._block(block, room)
        yield "</section>"

    def _block(self, block: Block, room: float) -> Iterator[str]:
        if isinstance(block, Table):
            yield from table(block, shares(block, room / TABLE_SIZE))
        else:
            yield from self._blocks.of((block,), 2)


__all__ = ["write_wall"]
