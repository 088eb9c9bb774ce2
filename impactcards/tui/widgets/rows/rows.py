"""Rows of a list or a table: everything is drawn, and one field floats over the cell in which one types.

A table of 200 rows is as quick as one of two, because there are a few widgets, not a thousand. The field keeps the
focus on every cell; beside a cell that is not typed it is a mark. A new row begins on the line below the last one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.widget import Widget

from impactcards.deck.kinds import ChoiceAnswer, Column, ScaleAnswer
from impactcards.strategy.values import Cell
from impactcards.tui.widgets.rows.cells import is_typed
from impactcards.tui.widgets.rows.grid import Grid, Picture
from impactcards.tui.widgets.rows.keys import RowKeys
from impactcards.tui.widgets.rows.late_field import LateField
from impactcards.tui.widgets.rows.lines import MARK
from impactcards.tui.widgets.rows.model import RowsModel, pasted_cells
from impactcards.tui.widgets.rows.owner import RowsOwner
from impactcards.tui.widgets.rows.picker import Picker

if TYPE_CHECKING:
    from impactcards.tui.widgets.rows.field import Field
    from impactcards.tui.widgets.rows.options import Options

#: Lines above the screen where the field waits while its cell is scrolled out of sight.
_FAR = 10_000


class Rows(Widget):
    """Shows and edits a :class:`Picture`."""

    DEFAULT_CSS = """
    Rows {
        layers: drawn below floating;
        height: 1fr;
        & > Grid { layer: drawn; }
        & > Menu { layer: below; position: absolute; display: none; }
        & > Field {
            layer: floating; position: absolute; background: transparent;
            &:focus { background: $surface; }
            &.-mark, &.-mark:focus { background: transparent; }
        }
    }
    """

    def __init__(self, owner: RowsOwner, more: Callable[[str, int], str], *, filter_words: str = "") -> None:
        """``filter_words`` stand in the empty filter of the list that opens under a choice cell."""
        super().__init__()
        self.owner = owner
        self.grid = Grid(more)
        self.grid.resized = self._resized
        self._late = LateField(self, self, self._field_made)
        self.picker = Picker(self, more, filter_words)
        self.keys = RowKeys(self)
        self.picture = Picture.blank()

    def compose(self) -> ComposeResult:
        yield self.grid
        yield from self._late.compose()

    @property
    def field(self) -> Field:
        """Where one types; made when it is first asked for."""
        return self._late.get()

    def _field_made(self) -> None:
        self.field.read_only = self.picture.read_only
        self._open_cell(None)

    def on_mount(self) -> None:
        self.watch(self.grid, "scroll_y", self.place_field, init=False)

    # -- what it shows ----------------------------------------------------------------------------------------------

    def show(self, picture: Picture) -> None:
        """Show these rows, with the cursor where the picture says."""
        self.picker.close()
        picture.live = self._late.has_focus
        self.picture = picture
        if self._late.here:
            self.field.read_only = picture.read_only
        self.grid.show(picture)
        self._clamp()
        self._open_cell(None)

    def show_again(self, picture: Picture) -> None:
        """Show the rows as they have become elsewhere, with the cursor in the same row and place of its text.

        If that row is gone, the cursor goes to the nearest one above it that is still there.
        """
        old = self.picture
        picture.column, picture.shown_from = old.column, old.shown_from
        rows = [picture.model.index(row.id) for row in reversed(old.model.rows[: old.row + 1])]
        stays = old.row < len(old.model) and rows[0] is not None
        if old.row < len(old.model):
            picture.row = next((row for row in rows if row is not None), 0)
        else:
            picture.row = len(picture.model)
        at = self.field.offset_in_text if stays and self._late.here and not self.field.mark else None
        self.show(picture)
        if at is not None and not self.field.mark:
            self.field.place(min(at, len(self.field.text)))

    @property
    def model(self) -> RowsModel:
        """The rows."""
        return self.picture.model

    @property
    def row(self) -> int:
        """The current row; ``len(model)`` is the line on which a new one begins."""
        return self.picture.row

    @property
    def column(self) -> int:
        """The current column."""
        return self.picture.column

    @property
    def current(self) -> Column | None:
        """The current cell's column; None where there is no cell at all."""
        return self.picture.columns[self.column] if self.grid.count and self.picture.columns else None

    @property
    def last_row(self) -> int:
        """The last row one can go to."""
        return self.grid.count - 1

    def take_focus(self, *, last: bool = False) -> None:
        """Put the cursor into the rows: where it was, or in the ``last`` cell."""
        if last and self.current is not None:
            self.go(self.last_row, len(self.picture.columns) - 1 if self.last_row < len(self.model) else 0)
        self.field.take_focus()

    # -- the current cell -------------------------------------------------------------------------------------------

    def go(self, row: int, column: int, at: int | None = None) -> None:
        """Make another cell the current one, with the cursor ``at`` a position of its text (its end by default)."""
        picture = self.picture
        before = picture.row
        picture.row, picture.column = row, column
        self._clamp()
        if self.current is not None and self.grid.arrangement.slot(picture.column) is None:
            self._bring_into_sight()
        self.grid.redraw({before, picture.row})
        self._open_cell(at)

    def _clamp(self) -> None:
        picture = self.picture
        picture.row = max(0, min(picture.row, self.last_row))
        picture.column = max(0, min(picture.column, len(picture.columns) - 1))

    def _bring_into_sight(self) -> None:
        """Move the columns until the current one is among them."""
        picture, grid = self.picture, self.grid
        by = 1 if picture.column > grid.arrangement.slots[-1].column else -1
        for shown_from in range(picture.shown_from + by, picture.column + by, by):
            picture.shown_from = shown_from
            grid.rearrange()
            if grid.arrangement.slot(picture.column) is not None:
                break

    def _open_cell(self, at: int | None) -> None:
        """Put the field over the current cell, or beside it as a mark."""
        column = self.current
        if self._late.here:
            self._open_field(column, at)
        if column is not None:
            self._reveal()
            self.owner.rows_moved()

    def _open_field(self, column: Column | None, at: int | None) -> None:
        self.field.display = column is not None
        if column is None:
            return
        if is_typed(column):
            cell = self.model.cell(self.row, self.column)
            text = self.picture.writer.to_edit(self.column, cell)
            self.field.show_text(text, at=at, ghost=self.picture.ghost_at(self.row, self.column))
        else:
            self.field.show_mark(MARK)
        self.place_field()

    def place_field(self) -> None:
        """Lay the field exactly over the part of the drawn cell that is in sight; or into the list that is open."""
        slot = self.grid.arrangement.slot(self.column)
        if slot is None or self.row >= self.grid.count or not (self._late.here and self.field.is_attached):
            return
        field = self.field
        skip = 0
        if self.picker.is_open:
            offset, width = self.picker.filter_place()
            height = 1
        else:
            y = self.grid.top_of(self.row) + self.grid.pinned - self.grid.scroll_offset.y
            first, last = self.grid.free_lines
            x, width, height = slot.x, slot.width + 1, field.lines_in(slot.width)
            if field.mark:
                x, width, height = slot.x - 1, 1, 1
            skip = max(0, first - y)
            height = min(height - skip, last + 1 - max(y, first))
            offset = Offset(x, max(y, first) if height > 0 else -_FAR)
        field.lie(offset, width, max(1, height), skip=skip)

    def _reveal(self) -> None:
        """Scroll so that the cursor is in sight, and with it as much of the row as fits."""
        grid = self.grid
        if self.row >= grid.count or not grid.is_attached:
            return
        top, height = grid.top_of(self.row), grid.height(self.row)
        if height < grid.room - 1:
            grid.reveal(top, height)
        else:
            grid.reveal(top + (self.field.cursor_line if self._late.here else 0))

    def settle(self) -> None:
        """Show what was typed into the current cell as it was read (a date in words, a number tidied)."""
        column = self.current
        if column is None or self.picker.is_open or not is_typed(column):
            return
        if self.field.text != self.picture.writer.to_edit(self.column, self.model.cell(self.row, self.column)):
            self._open_cell(None)

    # -- changing ---------------------------------------------------------------------------------------------------

    def put(self, cell: Cell | None) -> None:
        """Set the current cell, which is not typed."""
        self._put(cell)
        self.owner.rows_changed("deed")
        self.owner.rows_moved()

    def _put(self, cell: Cell | None, *, typed: bool = False) -> None:
        fresh = self.row >= len(self.model)
        self.model.put(self.row, self.column, cell)
        if fresh and self.row < len(self.model):
            self.grid.lay_out(len(self.model) + 1, start=self.row)
        elif typed:
            self.grid.forget(self.row)
        else:
            self.grid.redraw((self.row,))
        self.place_field()

    def row_id(self) -> str:
        """The id of the current row; the line for a new row becomes one."""
        if self.row >= len(self.model):
            self.model.insert(self.row)
            self._rows_changed()
        return self.model.rows[self.row].id

    def insert(self, row: int) -> None:
        """Put an empty row before ``row`` and go there."""
        self.model.insert(row)
        self._rows_changed()
        self.go(row, 0)

    def split(self, at: int) -> None:
        """Break the current row's text in two and go to the second half."""
        row = self.model.split(self.row, at)
        self._rows_changed()
        self.go(row, 0, 0)

    def join(self, row: int) -> None:
        """Add the text of ``row`` to the row before, and go to where they meet."""
        at = self.model.join(row)
        self._rows_changed()
        self.go(row - 1, 0, at)

    def move_row(self, by: int) -> None:
        """Carry the current row up or down."""
        to = self.row + by
        if not (self.row < len(self.model) and 0 <= to < len(self.model)):
            return
        at = None if self.field.mark else self.field.offset_in_text
        self.model.move(self.row, to)
        self._rows_changed()
        self.go(to, self.column, at)

    def delete_row(self, row: int, *, back: bool = False) -> None:
        """Take a row out; the cursor goes to the one that moves up, or ``back`` to the end of the one before."""
        if row >= len(self.model):
            return
        self.model.delete(row)
        current = self.row
        self._rows_changed()
        self.go(max(0, row - 1) if back else current - (current > row), self.column)

    def _rows_changed(self) -> None:
        """Rows came, went or moved: measure all, and say so."""
        self.grid.lay_out(len(self.model) + self.picture.can_add)
        self.owner.rows_changed("deed")

    # -- what the field tells ---------------------------------------------------------------------------------------

    def field_key(self, key: str, character: str | None) -> bool:
        return self.keys.press(key, character)

    def field_edited(self) -> None:
        if self.picker.is_open:
            self.picker.narrow()
            self.place_field()
            return
        covered = self.field.skip + self.field.size.height
        self._put(self.picture.writer.read(self.column, self.field.text), typed=True)
        if self.field.lines_in(self.field.wrap_width) < covered:  # what it covered is seen again
            self.grid.redraw((self.row,))
        self.field.ghost = self.picture.ghost_at(self.row, self.column)
        self._reveal()
        self.owner.rows_changed("typing")

    def field_pasted(self, text: str) -> bool:
        column = self.current
        cells = pasted_cells(text)
        if column is None or self.picker.is_open:
            return False
        if is_typed(column):
            if len(cells) == 1 and len(cells[0]) == 1:
                return False
            start, end = sorted(map(self.field.index_of, self.field.selection))
            cells = self.model.fit_in(self.row, self.column, cells, self.field.text[:start], self.field.text[end:])
        names = [column.id for column in self.picture.columns]
        read = self.picture.writer.read_pasted
        last = self.model.paste(self.row, self.column, cells, lambda name, text: read(names.index(name), text))
        self._rows_changed()
        self.go(*last)
        return True

    def field_moved(self) -> None:
        if not self.picker.is_open:
            self._reveal()

    def field_focus(self, focused: bool) -> None:
        if not focused:
            self.picker.close()
            self.settle()
        self.picture.live = focused
        self.grid.redraw((self.row,))

    # -- the mouse --------------------------------------------------------------------------------------------------

    @on(Grid.Pressed)
    def press(self, event: Grid.Pressed) -> None:
        """Act on a click: delete, take hold of a row, or go to a cell."""
        event.stop()
        self.picker.close()
        if event.zone == "cross":
            self.delete_row(event.row)
        elif event.zone in ("handle", "number"):
            self.go(event.row, self.column)
            self.picture.moving = event.zone == "handle"
            self.grid.redraw((event.row,))
        else:
            self._press_cell(event)
        self.field.take_focus()

    def _press_cell(self, event: Grid.Pressed) -> None:
        picture, column = self.picture, max(0, event.column)
        again = (event.row, column) == (picture.row, picture.column) and picture.live
        if event.row >= len(self.model) and not is_typed(picture.columns[column]):
            column = 0
        self.go(event.row, column)
        slot, cell = self.grid.arrangement.slot(column), picture.columns[column].cell
        if is_typed(picture.columns[column]) and slot is not None:
            at = Offset(max(0, event.x - slot.x), event.line)
            self.field.move_cursor(self.field.wrapped_document.offset_to_location(at))
        elif isinstance(cell, ScaleAnswer) and not picture.read_only:
            step = self.grid.step_at(column, event.x)
            if step is not None:
                self.put(None if again and self.model.cell(self.row, self.column) == step else step)
        elif isinstance(cell, ChoiceAnswer):
            self.picker.open()

    def on_options_pressed(self, event: Options.Pressed) -> None:
        """Tick what was clicked in the list."""
        event.stop()
        self.picker.menu.show(self.picker.menu.entries, event.index)
        self.picker.choose()
        self.field.take_focus()

    @on(Grid.Dragged)
    def drag(self, event: Grid.Dragged) -> None:
        """Carry the row that is held to where the mouse is."""
        event.stop()
        if event.done:
            self.picture.moving = False
            self.grid.redraw((self.row,))
        elif event.to != self.row and self.row < len(self.model):
            self.move_row(max(0, min(event.to, len(self.model) - 1)) - self.row)

    @on(Grid.ColumnsMoved)
    def move_columns(self, event: Grid.ColumnsMoved) -> None:
        """Go to the next column out of sight."""
        event.stop()
        slots = self.grid.arrangement.slots
        self.go(self.row, slots[-1].column + 1 if event.step > 0 else slots[1].column - 1)

    def _resized(self) -> None:
        self.picker.close()
        self.place_field()
        self._reveal()
