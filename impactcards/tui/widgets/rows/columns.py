"""Where the columns of a table stand in a given width: which fit, how wide each is, and what is out of sight.

The first column always stays; the others move through the room that is left, as many as fit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len

from impactcards.deck.kinds import ChoiceAnswer, Column, DateAnswer, NumberAnswer, ScaleAnswer
from impactcards.records import record
from impactcards.tui.widgets.rows.wrap import cut

#: The index of the column that shows the titles of rows a table does not name itself.
HEAD = -1

#: Cells between two columns: one where the cursor can stand after a full line, one for the mark of the next cell.
GAP = 2

#: The lines a title may take, and the widest a column is made for its title's sake.
TITLE_LINES = 2
_TITLE_AT_MOST = 16


@record
class Slot:
    """A column in sight: its index, its first cell, and how many cells its text may take."""

    column: int
    x: int
    width: int


@record
class Arrangement:
    """The columns in sight from left to right, and how many are out of sight on either side."""

    slots: tuple[Slot, ...]
    before: int = 0
    after: int = 0

    def slot(self, column: int) -> Slot | None:
        """Where a column stands, or None if it is out of sight."""
        return next((slot for slot in self.slots if slot.column == column), None)

    def at(self, x: int) -> Slot | None:
        """The column at a cell, counting the gap after it."""
        return next((slot for slot in reversed(self.slots) if slot.x - 1 <= x < slot.x + slot.width + GAP - 1), None)


def title_lines(title: str, width: int) -> list[str]:
    """A column's title on at most two lines of ``width`` cells, broken between words."""
    lines = [""]
    for word in title.split():
        joined = f"{lines[-1]} {word}".lstrip()
        if not lines[-1] or cell_len(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    if len(lines) > TITLE_LINES:
        lines[TITLE_LINES - 1 :] = [" ".join(lines[TITLE_LINES - 1 :])]
    return [cut(line, width) for line in lines]


def _title_width(title: str) -> int:
    for width in range(1, _TITLE_AT_MOST):
        if not any(line.endswith("…") for line in title_lines(title, width)):
            return width
    return _TITLE_AT_MOST


def least_width(column: Column) -> int:
    """The fewest cells in which a column can be read."""
    cell = column.cell
    title = _title_width(column.title)
    if isinstance(cell, NumberAnswer):
        return max(title, 5 + (cell_len(cell.unit) + 1 if cell.unit else 0))
    if isinstance(cell, DateAnswer):
        return max(title, 15)
    if isinstance(cell, ScaleAnswer):
        return max(title, cell.high - cell.low + 1)
    return max(title, 14)


def _grows(column: Column) -> int:
    """A column's share of the room that is left over."""
    if isinstance(column.cell, NumberAnswer | DateAnswer | ScaleAnswer):
        return 0
    return 2 if isinstance(column.cell, ChoiceAnswer) else 3


def arrange(
    columns: Sequence[Column],
    left: int,
    right: int,
    *,
    head: bool,
    shown_from: int,
    needs: Callable[[int], int] = lambda _column: 0,
) -> Arrangement:
    """Columns between the cells ``left`` and ``right``. ``head``: the rows' titles stand in front.

    ``shown_from`` is the first column wanted in sight after the one that stays. ``needs`` says how many cells what
    stands in a column would take on one line: room is given to the columns that need it before the others grow.
    """
    stays = [(HEAD, 16, 2)] if head else [(0, max(16, least_width(columns[0])), 3)]
    rest = [(at, least_width(column), _grows(column)) for at, column in enumerate(columns)][0 if head else 1 :]
    if not head and not rest:
        return Arrangement((Slot(0, left, max(1, right - left - 1)),))
    room = right - left
    used = stays[0][1] + GAP
    if head and room < used + 16:
        stays, used = [(HEAD, max(6, room // 3), 0)], max(6, room // 3) + GAP
    skip = max(0, min(shown_from - (0 if head else 1), len(rest) - 1)) if rest else 0
    shown = list(stays)
    for at, least, grows in rest[skip:]:
        if len(shown) > 1 and used + least + GAP > room:
            break
        shown.append((at, min(least, max(1, room - used - GAP)), grows))
        used += shown[-1][1] + GAP
    while skip and used + rest[skip - 1][1] + GAP <= room:  # room to the left of the wanted column is used as well
        skip -= 1
        shown.insert(1, rest[skip])
        used += rest[skip][1] + GAP
    widths = _stretched(shown, room - used, [needs(at) for at, _, _ in shown] if used < room else [])
    slots, x = [], left
    for (at, _, _), width in zip(shown, widths, strict=True):
        slots.append(Slot(at, x, width))
        x += width + GAP
    return Arrangement(tuple(slots), before=skip, after=len(rest) - skip - (len(shown) - 1))


def _stretched(shown: Sequence[tuple[int, int, int]], spare: int, needs: Sequence[int]) -> list[int]:
    """The widths of the columns in sight (index, least width, share): what is spare, given out by need, then evenly."""
    widths = [least for _, least, _ in shown]
    wanting = [at for at, need in enumerate(needs) if shown[at][2] and need > widths[at]]
    while spare > 0 and wanting:
        shares = sum(shown[at][2] for at in wanting)
        parts = {at: min(needs[at] - widths[at], max(1, spare * shown[at][2] // shares)) for at in wanting}
        for at, part in parts.items():
            part = min(part, spare)
            widths[at] += part
            spare -= part
        wanting = [at for at in wanting if needs[at] > widths[at]]
    shares = sum(grows for _, _, grows in shown)
    if spare <= 0 or not shares:
        return widths
    given = 0
    for index, (_, _, grows) in enumerate(shown):
        part = spare * grows // shares
        widths[index] += part
        given += part
    for index, (_, _, grows) in enumerate(shown):
        if grows and given < spare:
            widths[index] += 1
            given += 1
    return widths
