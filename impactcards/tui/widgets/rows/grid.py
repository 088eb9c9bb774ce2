"""Draws the rows of a list or table: numbers on the left, cells, and what one can click on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from textual import events
from textual.message import Message
from textual.strip import Strip

from impactcards.deck.kinds import Column, ScaleAnswer
from impactcards.strategy.values import TableRow
from impactcards.tui.widgets.rows.cells import NEEDED_AT_MOST, CellWriter
from impactcards.tui.widgets.rows.columns import HEAD, Arrangement, Slot, arrange, title_lines
from impactcards.tui.widgets.rows.lines import MARK, LineView, Piece, number
from impactcards.tui.widgets.rows.model import RowsModel
from impactcards.tui.widgets.rows.wrap import padded, wrapped

#: Cells left of the first column: the number, a space and the mark of the current cell.
NUMBERED, PLAIN = 5, 2

#: The lines that a picked name may take, tried in turn, and from how many lines on a table that scrolls is roomy.
NAME_LINES = (12, 8, 6, 4, 3, 2)
ROOMY = 12

HANDLE, CROSS = "≡", "×"

#: A cell as it is drawn: where it stands, its lines, and the name of their style.
DrawnCell = tuple[Slot, tuple[str, ...], str]

Zone = Literal["cell", "number", "handle", "cross"]


@dataclass(eq=False, repr=False)
class Picture:
    """What a grid shows. ``titles`` names the rows of a table that does not name them itself, by their ids."""

    model: RowsModel
    columns: Sequence[Column]
    writer: CellWriter
    titles: dict[str, str] | None = None
    head_title: str = ""
    add_text: str = ""
    ghost: str = ""
    read_only: bool = False
    row: int = 0
    column: int = 0
    live: bool = False
    moving: bool = False
    shown_from: int = 0

    @classmethod
    def blank(cls) -> Picture:
        """Nothing to show yet."""
        return cls(RowsModel((), free=False, make_id=str), (), CellWriter((), language="en", today=date.min))

    @property
    def titled(self) -> bool:
        """Whether a line with the columns' titles stands on top."""
        return self.titles is not None or len(self.columns) > 1

    @property
    def bare(self) -> bool:
        """Whether no row holds anything."""
        return not any(row.cells for row in self.model.rows)

    def ghost_at(self, row: int, column: int) -> str:
        """What stands in an empty first cell: the example where there is nothing at all, else an invitation to add."""
        if column or (row < len(self.model) and self.model.cell(row, 0) is not None) or self.titles is not None:
            return ""
        if row == 0 and self.ghost and self.bare:
            return self.ghost
        return self.add_text if row >= len(self.model) else ""

    @property
    def can_add(self) -> bool:
        """Whether there is a line on which a new row begins."""
        return self.model.free and not self.read_only


class Grid(LineView):
    """The drawn part of rows. Its last block may be the line on which a new row begins."""

    DEFAULT_CSS = """
    Grid { width: 100%; height: 100%; }
    """

    class Pressed(Message):
        """The mouse went down on a zone of a row. ``line`` and ``x`` count within the block and the view."""

        def __init__(self, row: int, zone: Zone, column: int, line: int, x: int) -> None:
            self.row, self.zone, self.column, self.line, self.x = row, zone, column, line, x
            super().__init__()

    class Dragged(Message):
        """A row is being dragged to another row's place (``to``), or was let go (``done``)."""

        def __init__(self, to: int, *, done: bool = False) -> None:
            self.to, self.done = to, done
            super().__init__()

    class ColumnsMoved(Message):
        """A mark at the end of the titles was clicked: the columns ``step`` away are wanted."""

        def __init__(self, step: int) -> None:
            self.step = step
            super().__init__()

    def __init__(self, more: Callable[[str, int], str]) -> None:
        super().__init__(more)
        self.picture = Picture.blank()
        self.arrangement = Arrangement(())
        self._titles: list[tuple[Slot, list[str]]] = []
        self._dragging = False
        self._name_lines = 1
        #: The cells of rows that were laid out: for which row, as the current one or not, and in which arrangement.
        self._kept: dict[int, tuple[TableRow, bool, Arrangement, list[DrawnCell]]] = {}

    # -- what it shows ----------------------------------------------------------------------------------------------

    def show(self, picture: Picture) -> None:
        """Show these rows from now on."""
        self.picture = picture
        self.scroll_to(y=0, animate=False, force=True)
        self.rearrange()

    def rearrange(self) -> None:
        """Place the columns anew, and measure all rows."""
        picture = self.picture
        if not picture.columns:
            return
        left = NUMBERED if picture.titles is None else PLAIN
        right = self.size.width - self._handles_width(picture)
        self.arrangement = arrange(
            picture.columns, left, right, head=picture.titles is not None, shown_from=picture.shown_from,
            needs=self._need,
        )  # fmt: skip
        self._kept.clear()
        self._titles = [(slot, title_lines(self._title(slot), slot.width)) for slot in self.arrangement.slots]
        count = len(picture.model) + (1 if picture.can_add else 0)
        self._name_lines = self._fitting(count)
        self.lay_out(count)

    def _need(self, column: int) -> int:
        """How many cells what stands in a column would take on one line."""
        picture = self.picture
        if column == HEAD:
            found = max(map(len, (picture.titles or {}).values()), default=0)
        else:
            at = picture.columns[column].id
            found = max((picture.writer.need(column, row.cells.get(at)) for row in picture.model.rows), default=0)
        return min(found, NEEDED_AT_MOST)

    def _fitting(self, count: int) -> int:
        """How many lines a picked name may take, so that all rows stay in sight if they can."""
        for lines in NAME_LINES if count <= self.room else ():
            if sum(self._height(index, lines) for index in range(count)) <= self.room:
                return lines
        return 2 if self.room >= ROOMY else 1

    def _name_lines_in(self, index: int) -> int:
        """How many lines a picked name may take in a row: the row one is in opens as far as it stays in sight."""
        if self.picture.live and index == self.picture.row:
            for lines in NAME_LINES:
                if lines > self._name_lines and self._height(index, lines) <= self.room - 2:
                    return lines
        return self._name_lines

    def _height(self, index: int, name_lines: int) -> int:
        return max((len(self._cell(index, slot, name_lines)[0]) for slot in self.arrangement.slots), default=1)

    @property
    def is_cut(self) -> bool:
        """Whether the current cell shows less than it holds."""
        picture = self.picture
        if picture.row >= len(picture.model) or picture.column >= len(picture.columns):
            return False
        cell = picture.model.cell(picture.row, picture.column)
        found = (lines for slot, lines, _ in self._cells(picture.row) if slot.column == picture.column)
        return not picture.writer.is_whole(picture.column, cell, next(found, ()))

    def _handles_width(self, picture: Picture) -> int:
        if not picture.can_add:
            return 1
        return 3 if len(picture.columns) > 1 else 6

    @property
    def pinned(self) -> int:
        return max((len(lines) for _, lines in self._titles), default=0) if self.picture.titled else 0

    def _title(self, slot: Slot) -> str:
        return self.picture.head_title if slot.column == HEAD else self.picture.columns[slot.column].title

    @property
    def countable(self) -> int:
        return len(self.picture.model)

    # -- drawing ----------------------------------------------------------------------------------------------------

    def _row(self, index: int) -> TableRow:
        rows = self.picture.model.rows
        return rows[index] if index < len(rows) else TableRow("")

    def _cell(self, index: int, slot: Slot, name_lines: int) -> tuple[tuple[str, ...], str]:
        """The lines of one cell and their style. A picked name takes up to ``name_lines``."""
        picture = self.picture
        row = self._row(index)
        if slot.column == HEAD:
            return wrapped((picture.titles or {}).get(row.id, ""), slot.width), "bold"
        column = picture.columns[slot.column]
        cell = row.cells.get(column.id)
        if index >= len(picture.model) or (cell is None and slot.column == 0 and picture.titles is None):
            return wrapped(picture.ghost_at(index, slot.column), slot.width), "quiet"
        return picture.writer.lines(slot.column, cell, slot.width, name_lines)

    def _cells(self, index: int) -> list[DrawnCell]:
        """The lines of a row's cells. Picked names that were cut use the lines that the other cells take anyway."""
        row, here = self._row(index), self.picture.live and index == self.picture.row
        kept = self._kept.get(index)
        if kept is not None and kept[0] is row and kept[1] == here and kept[2] is self.arrangement:
            return kept[3]
        name_lines = self._name_lines_in(index)
        cells = [(slot, *self._cell(index, slot, name_lines)) for slot in self.arrangement.slots]
        height = max((len(lines) for _, lines, _ in cells), default=1)
        if height > 1 and index < len(self.picture.model):
            cells = [self._with_names(index, drawn, height) for drawn in cells]
        self._kept[index] = row, here, self.arrangement, cells
        return cells

    def _with_names(self, index: int, drawn: DrawnCell, height: int) -> DrawnCell:
        slot, lines, style = drawn
        writer = self.picture.writer
        if slot.column == HEAD or len(lines) >= height:
            return drawn
        if writer.is_whole(slot.column, self.picture.model.cell(index, slot.column), lines):
            return drawn
        for name_lines in NAME_LINES:
            more, _ = self._cell(index, slot, name_lines)
            if len(more) <= height:
                return slot, more, style
        return drawn

    def height_of(self, index: int) -> int:
        return max((len(lines) for _, lines, _ in self._cells(index)), default=1)

    def draw(self, index: int) -> list[Strip]:
        picture = self.picture
        cells = self._cells(index)
        height = max((len(lines) for _, lines, _ in cells), default=1)
        return [self._draw_line(picture, index, y, cells) for y in range(height)]

    def _draw_line(self, picture: Picture, index: int, y: int, cells: list[DrawnCell]) -> Strip:
        here = picture.live and index == picture.row
        pieces: list[Piece] = [self._margin(picture, index, y)]
        x = len(pieces[0][0])
        for slot, lines, style in cells:
            mark = here and slot.column == picture.column and y < len(lines)
            pieces.append((" " * (slot.x - 1 - x), "text"))
            pieces.append((MARK if mark else " ", "mark"))
            right = slot.column != HEAD and picture.writer.is_right(slot.column)
            text = padded(lines[y] if y < len(lines) else "", slot.width, right=right)
            pieces.append((text, f"{style}+here" if mark else style))
            x = slot.x + slot.width
        pieces.append((" " * max(0, self.size.width - self._handles_width(picture) - x), "text"))
        if y == 0 and picture.can_add and index < len(picture.model):
            tone = "quiet" if here else "faint"
            lifted = here and picture.moving
            if len(picture.columns) == 1:
                pieces.append((f" {HANDLE}", "mark" if lifted else tone))
            pieces.append((f" {CROSS} ", tone))
        return self.line(*pieces)

    def _margin(self, picture: Picture, index: int, y: int) -> Piece:
        if picture.titles is not None:
            return " " * (PLAIN - 1), "text"
        if y:
            return " " * (NUMBERED - 1), "text"
        fresh = index >= len(picture.model)
        sign = "+" if fresh and len(picture.model) else str(index + 1)
        here = picture.live and index == picture.row
        return number(sign, NUMBERED - 2) + " ", "mark" if here else "number"

    def draw_pinned(self, y: int) -> Strip:
        picture = self.picture
        pieces: list[Piece] = []
        x = 0
        last = self.pinned - 1
        for slot, lines in self._titles:
            blank = self.pinned - len(lines)
            text = lines[y - blank] if y >= blank else ""
            right = slot.column != HEAD and picture.writer.is_right(slot.column)
            pieces += [(" " * (slot.x - x), "text"), (padded(text.rstrip(), slot.width, right=right), "title")]
            x = slot.x + slot.width
            if slot is self.arrangement.slots[0] and self.arrangement.before and y == last:
                pieces.append((" ‹", "mark"))
                x += 2
        if self.arrangement.after and y == last:
            pieces += [(" " * max(0, self.size.width - 2 - x), "text"), ("› ", "mark")]
        return self.line(*pieces)

    # -- the mouse --------------------------------------------------------------------------------------------------

    def _zone(self, index: int, line: int, x: int) -> tuple[Zone, int]:
        picture = self.picture
        if picture.can_add and index < len(picture.model) and line == 0:
            width = self.size.width
            if x >= width - 3:
                return "cross", 0
            if len(picture.columns) == 1 and width - 6 <= x < width - 3:
                return "handle", 0
        if x < NUMBERED - 1 and picture.titles is None:
            return "number", 0
        slot = self.arrangement.at(x)
        return "cell", slot.column if slot is not None else self.arrangement.slots[-1].column

    def on_mouse_down(self, event: events.MouseDown) -> None:
        event.stop()
        step = self.marker_step(event.y)
        if step:
            self.scroll_relative(y=step, animate=False, force=True)
            return
        if event.y < self.pinned:
            if self.arrangement.after and event.x >= self.size.width - 3:
                self.post_message(self.ColumnsMoved(1))
            elif self.arrangement.before and self.arrangement.slots:
                first = self.arrangement.slots[0]
                if first.x + first.width <= event.x <= first.x + first.width + 2:
                    self.post_message(self.ColumnsMoved(-1))
            return
        found = self.block_at_pointer(event.y)
        if found is None:
            return
        index, line = found
        zone, column = self._zone(index, line, event.x)
        self.post_message(self.Pressed(index, zone, column, line, event.x))
        if zone in ("handle", "number") and self.picture.can_add:
            self._dragging = True
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if not self._dragging:
            return
        event.stop()
        line = event.y - self.pinned + self.scroll_offset.y
        found = self.block_at(max(0, line))
        self.post_message(self.Dragged(found[0] if found else self.count))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self._dragging:
            event.stop()
            self._dragging = False
            self.release_mouse()
            self.post_message(self.Dragged(-1, done=True))

    def step_at(self, column: int, x: int) -> int | None:
        """Which step of a scale cell a click hit, or None."""
        slot = self.arrangement.slot(column)
        if slot is None:
            return None
        scale = self.picture.columns[column].cell
        if not isinstance(scale, ScaleAnswer) or not slot.x <= x < slot.x + scale.high - scale.low + 1:
            return None
        return scale.low + x - slot.x
