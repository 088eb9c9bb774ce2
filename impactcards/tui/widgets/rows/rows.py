"""Rows of a list or a table: everything is drawn, and one field floats over the cell in which one types.

A table of 200 rows is as quick as one of two, because there are two widgets, not a thousand. The field keeps the focus
on every cell; beside a cell that is not typed it is a mark. The line below the last row is where a new one begins.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol

from textual import on
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.widget import Widget

from impactcards.deck.kinds import ChoiceAnswer, Column, ScaleAnswer
from impactcards.strategy.values import Cell
from impactcards.tui.widgets.rows.cells import is_typed
from impactcards.tui.widgets.rows.digits import Digits
from impactcards.tui.widgets.rows.field import Field
from impactcards.tui.widgets.rows.grid import MARK, Grid, Picture
from impactcards.tui.widgets.rows.menu import ADD, Menu, Offer, with_pick
from impactcards.tui.widgets.rows.model import RowsModel, pasted_cells

Kind = Literal["typing", "deed"]

#: The fewest lines the list under a cell takes; where there is less room it covers the cell.
_MENU_LEAST = 7

#: Lines above the screen where the field waits while its cell is scrolled out of sight.
_FAR = 10_000

_MOVES = {
    "shift+up": -1, "alt+up": -1, "super+up": -1,
    "shift+down": 1, "alt+down": 1, "super+down": 1,
}  # fmt: skip


class RowsOwner(Protocol):
    """Who shows rows. Called at once, so that what was typed is known before the next key."""

    def rows_changed(self, kind: Kind) -> None:
        """A cell, or the rows themselves, have changed."""

    def rows_left(self, direction: int) -> None:
        """Somebody wants to go on (1), back (-1), or out of the field (0)."""

    def rows_moved(self) -> None:
        """Another cell is the current one, or the current one reads differently."""

    def rows_offer(self, column: Column) -> Offer:
        """What a choice column offers now."""

    def rows_add(self, column: Column, text: str, then: Callable[[str], None]) -> None:
        """An item is wanted that the column's source does not have; call ``then`` with its id."""


class Rows(Widget):
    """Shows and edits a :class:`Picture`."""

    DEFAULT_CSS = """
    Rows {
        layers: drawn below floating;
        height: 1fr;
        & > Grid { layer: drawn; }
        & > Field {
            layer: floating; position: absolute; background: transparent;
            &:focus { background: $surface; }
            &.-mark, &.-mark:focus { background: transparent; }
        }
        & > Menu { layer: below; position: absolute; display: none; }
    }
    """

    def __init__(self, owner: RowsOwner, more: Callable[[str, int], str], *, filter_words: str = "") -> None:
        """``filter_words`` stand in the empty filter of the list that opens under a choice cell."""
        super().__init__()
        self._owner = owner
        self.grid = Grid(more)
        self.field = Field(self)
        self.menu = Menu(more)
        self._filter_words = filter_words
        self.picture: Picture | None = None
        self._digits = Digits()
        self._open = False
        self._quiet = False

    def compose(self) -> ComposeResult:
        yield self.grid
        yield self.field
        yield self.menu

    def on_mount(self) -> None:
        self.watch(self.grid, "scroll_y", self._place_field, init=False)

    # -- what it shows ----------------------------------------------------------------------------------------------

    def show(self, picture: Picture) -> None:
        """Show these rows, with the cursor where the picture says."""
        self.close_menu()
        picture.live = self.field.has_focus
        self.picture = picture
        self.field.read_only = picture.read_only
        self.grid.show(picture)
        self._clamp()
        self._open_cell(None)

    def show_again(self, picture: Picture) -> None:
        """Show the rows as they have become elsewhere, with the cursor in the same row and at the same place of its text."""
        old = self.picture
        if old is None:
            self.show(picture)
            return
        row_id = old.model.rows[old.row].id if old.row < len(old.model) else ""
        found = picture.model.index(row_id)
        picture.row = found if found is not None else old.row
        picture.column, picture.shown_from = old.column, old.shown_from
        at = None if self.field.mark else self.field.offset_in_text
        self.show(picture)
        if at is not None and not self.field.mark:
            self.field.place(min(at, len(self.field.text)))

    @property
    def model(self) -> RowsModel:
        assert self.picture is not None
        return self.picture.model

    @property
    def row(self) -> int:
        """The current row; ``len(model)`` is the line on which a new one begins."""
        return self.picture.row if self.picture else 0

    @property
    def column(self) -> int:
        """The current column."""
        return self.picture.column if self.picture else 0

    @property
    def current(self) -> Column | None:
        """The current cell's column; None where there is no cell at all."""
        picture = self.picture
        return picture.columns[picture.column] if picture and self.grid.count else None

    @property
    def last_row(self) -> int:
        """The last row one can go to."""
        return self.grid.count - 1

    def _clamp(self) -> None:
        picture = self.picture
        assert picture is not None
        picture.row = max(0, min(picture.row, self.last_row))
        picture.column = max(0, min(picture.column, len(picture.columns) - 1))

    def take_focus(self, *, last: bool = False) -> None:
        """Put the cursor into the rows: where it was, or in the ``last`` cell."""
        if last and self.picture is not None:
            self.go(self.last_row, len(self.picture.columns) - 1)
        self.field.take_focus()

    # -- the current cell -------------------------------------------------------------------------------------------

    def go(self, row: int, column: int, at: int | None = None) -> None:
        """Make another cell the current one, with the cursor ``at`` a position of its text."""
        picture = self.picture
        if picture is None:
            return
        before = picture.row
        picture.row, picture.column = row, column
        self._clamp()
        if self.grid.arrangement.slot(picture.column) is None:
            self._bring_into_sight(picture)
        self.grid.redraw({before, picture.row})
        self._open_cell(at)

    def _bring_into_sight(self, picture: Picture) -> None:
        """Move the columns until the current one is among them."""
        forward = picture.column > self.grid.arrangement.slots[-1].column
        while self.grid.arrangement.slot(picture.column) is None and 0 <= picture.shown_from <= len(picture.columns):
            picture.shown_from += 1 if forward else -1
            self.grid.rearrange()
        picture.shown_from = max(0, picture.shown_from)

    def _open_cell(self, at: int | None) -> None:
        """Put the field over the current cell, or beside it as a mark."""
        picture = self.picture
        column = self.current
        if picture is None or column is None:
            self.field.show_mark(" ")
            self.field.display = False
            return
        self.field.display = True
        self._quiet = True
        if is_typed(column):
            cell = self.model.cell(picture.row, picture.column)
            self.field.show_text(picture.writer.to_edit(picture.column, cell), at=at, ghost=self._ghost())
        else:
            self.field.show_mark(MARK)
        self._quiet = False
        self._place_field()
        self._reveal()
        self._owner.rows_moved()

    def _ghost(self) -> str:
        picture = self.picture
        assert picture is not None
        if picture.row < len(picture.model) or picture.column:
            return ""
        return picture.ghost if picture.ghost and not len(picture.model) else picture.add_text

    def _place_field(self) -> None:
        """Lay the field exactly over the drawn cell, as tall as its text."""
        picture = self.picture
        slot = self.grid.arrangement.slot(self.column)
        if picture is None or slot is None or self.row >= self.grid.count or not self.field.is_attached:
            return
        y = self.grid.top_of(self.row) + self.grid.pinned - self.grid.scroll_offset.y
        if self.grid.pinned and y < self.grid.pinned:  # scrolled away by the wheel: not over the titles
            y = -_FAR
        field = self.field
        if self._open:
            menu = self.menu.offset
            offset, width, height = Offset(menu.x + 3, menu.y + 1), int(self.menu.styles.width.value) - 5, 1  # type: ignore[union-attr]
        elif field.mark:
            offset, width, height = Offset(slot.x - 1, y), 1, 1
        else:
            offset, width, height = Offset(slot.x, y), slot.width + 1, field.lines_in(slot.width)
        styles = field.styles
        if styles.width is None or styles.width.value != width:
            styles.width = width
        if styles.height is None or styles.height.value != height:
            styles.height = height
        if field.offset != offset:
            field.offset = offset

    def _reveal(self) -> None:
        """Scroll so that the cursor is in sight, and with it as much of the row as fits."""
        grid = self.grid
        if not grid.count or not self.field.is_attached:
            return
        top, height = grid.top_of(self.row), grid.height_of(self.row)
        before = grid.scroll_offset.y
        if height < grid.room - 1:
            grid.reveal(top, height)
        else:
            grid.reveal(top + self.field.cursor_line)
        if grid.scroll_offset.y != before:
            self._place_field()

    # -- what the field tells ---------------------------------------------------------------------------------------

    def field_edited(self) -> None:
        picture = self.picture
        if picture is None or self._quiet:
            return
        if self._open:
            self.menu.narrow(self.field.text)
            self._place_menu()
            self._place_field()
            return
        cell = picture.writer.read(picture.column, self.field.text)
        fresh = picture.row >= len(self.model)
        self.model.put(picture.row, picture.column, cell)
        if fresh and picture.row < len(self.model):
            self.field.ghost = ""
            self.grid.lay_out(len(self.model) + 1, start=picture.row)
        else:
            self.grid.redraw((picture.row,))
        if not len(self.model) or cell is None:
            self.field.ghost = self._ghost()
        self._place_field()
        self._reveal()
        self._owner.rows_changed("typing")

    def field_moved(self) -> None:
        if not self._quiet and self.picture is not None:
            self._reveal()

    def field_focus(self, focused: bool) -> None:
        if self.picture is not None:
            if not focused:
                self.close_menu()
                self.settle()
            self.picture.live = focused
            self.grid.redraw((self.row,))

    def settle(self) -> None:
        """Show what was typed into the current cell as it was read (a date in words, a number tidied)."""
        column = self.current
        if self.picture is None or column is None or self._open or not is_typed(column):
            return
        wanted = self.picture.writer.to_edit(self.column, self.model.cell(self.row, self.column))
        if wanted != self.field.text:
            self._open_cell(None)

    def field_pasted(self, text: str) -> bool:
        picture = self.picture
        if picture is None or self._open:
            return False
        cells = pasted_cells(text)
        column = self.current
        if column is None or (is_typed(column) and len(cells) == 1 and len(cells[0]) == 1):
            return False
        if is_typed(column):
            start, end = sorted(map(self.field.index_of, self.field.selection))
            typed = self.field.text
            cells[0][0] = typed[:start] + cells[0][0]
            if len(picture.columns) == 1:
                cells[-1][-1] += typed[end:]
            else:
                cells[0][0] += typed[end:]
        row, last = self.model.paste(picture.row, picture.column, cells, self._read_pasted)
        self._rows_changed()
        self.go(row, last)
        return True

    def _read_pasted(self, column_id: str, text: str) -> Cell | None:
        picture = self.picture
        assert picture is not None
        at = next(index for index, column in enumerate(picture.columns) if column.id == column_id)
        return picture.writer.read_pasted(at, text)

    def _rows_changed(self) -> None:
        """Rows came, went or moved: measure all, and say so."""
        assert self.picture is not None
        self.grid.lay_out(len(self.model) + (1 if self.picture.can_add else 0))
        self._owner.rows_changed("deed")

    def put(self, cell: Cell | None) -> None:
        """Set the current cell, which is not typed."""
        fresh = self.row >= len(self.model)
        self.model.put(self.row, self.column, cell)
        if fresh:
            self.grid.lay_out(len(self.model) + 1, start=self.row)
        else:
            self.grid.redraw((self.row,))
        self._place_field()
        self._owner.rows_changed("deed")
        self._owner.rows_moved()

    # -- keys -------------------------------------------------------------------------------------------------------

    def field_key(self, key: str, character: str | None) -> bool:
        picture = self.picture
        column = self.current
        if picture is None or column is None:
            return self._go_out(key)
        if self._open:
            return self._menu_key(key, character)
        if key in _MOVES and picture.can_add:
            self.move_row(_MOVES[key])
            return True
        if key == "shift+delete" and picture.can_add:
            self.delete_row(self.row)
            return True
        if self._navigate(key):
            return True
        if picture.read_only:
            return character is not None
        if is_typed(column):
            return self._typing_key(key)
        if isinstance(column.cell, ScaleAnswer):
            return self._scale_key(key, character, column.cell)
        return self._choice_key(key, character)

    def _go_out(self, key: str) -> bool:
        direction = {"tab": 1, "shift+tab": -1, "escape": 0}.get(key)
        if direction is None:
            return False
        self.settle()
        self._owner.rows_left(direction)
        return True

    def _navigate(self, key: str) -> bool:
        """Keys that go to another cell, whatever kind of cell this is."""
        field = self.field
        typed = not field.mark
        if key == "escape":
            return self._go_out(key)
        if key in ("tab", "shift+tab"):
            if not self.step(1 if key == "tab" else -1):
                self._go_out(key)
            return True
        if key == "up" and (not typed or field.on_first_line):
            if self.row > 0:
                self.go(self.row - 1, self.column)
            return True
        if key == "down" and (not typed or field.on_last_line):
            if self.row < self.last_row:
                self.go(self.row + 1, self.column)
            return True
        if key in ("ctrl+home", "ctrl+end"):
            self.go(0 if key == "ctrl+home" else self.last_row, self.column)
            return True
        return False

    def step(self, by: int) -> bool:
        """Go to the next or previous cell; False at the ends."""
        assert self.picture is not None
        width = len(self.picture.columns)
        place = self.row * width + self.column + by
        if self.row >= len(self.model) and by > 0:  # nothing stands right of the line that adds a row
            return False
        if not 0 <= place <= self.last_row * width + (width - 1):
            return False
        row, column = divmod(place, width)
        self.go(row, 0 if row >= len(self.model) else column, None if by < 0 or is_typed(self.picture.columns[column]) else 0)
        return True

    def _typing_key(self, key: str) -> bool:
        if key in ("enter", "shift+enter"):
            self._enter()
            return True
        single = len(self.picture.columns) == 1 if self.picture else False
        if key == "backspace" and self.row < len(self.model) and self.field.selection.is_empty:
            if self.model.is_empty(self.row) and self.model.free:
                self.delete_row(self.row, back=True)
                return True
            if single and self.row and self.field.offset_in_text == 0:
                self._join()
                return True
        return key == "delete" and single and self._delete_forward()

    def _enter(self) -> None:
        """In a list, begin the next item; in a table, go to the next cell."""
        picture, model = self.picture, self.model
        assert picture is not None
        if len(picture.columns) > 1 or not model.free:
            if not self.step(1):
                self._go_out("tab")
            return
        if self.row >= len(model) or model.is_empty(self.row):
            return
        at = self.field.offset_in_text
        if at < len(self.field.text.rstrip()):
            row = model.split(self.row, at)
            self._rows_changed()
            self.go(row, 0, 0)
        elif model.is_empty(self.row + 1):
            self.go(self.row + 1, 0)
        else:
            model.insert(self.row + 1)
            self._rows_changed()
            self.go(self.row + 1, 0)

    def _join(self) -> None:
        row = self.row
        at = self.model.join(row)
        self._rows_changed()
        self.go(row - 1, 0, at)

    def _delete_forward(self) -> bool:
        """Delete at the end of an item takes in the next one."""
        row = self.row
        at_end = self.field.offset_in_text == len(self.field.text)
        if not (at_end and self.field.selection.is_empty and row + 1 < len(self.model)):
            return False
        at = len(self.field.text)
        self.model.join(row + 1)
        self._rows_changed()
        self.go(row, 0, at)
        return True

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
        target = max(0, row - 1) if back else current - (1 if current > row else 0)
        self.go(target, self.column)

    # -- cells that are not typed -----------------------------------------------------------------------------------

    def _scale_key(self, key: str, character: str | None, scale: ScaleAnswer) -> bool:
        cell = self.model.cell(self.row, self.column)
        if character is not None and character.isascii() and character.isdigit():
            step = self._digits.step(character, scale)
            if step is not None:
                self.put(step)
        elif key in ("left", "right"):
            step = 1 if key == "right" else -1
            now = cell if isinstance(cell, int) else (scale.low - 1 if step > 0 else scale.high + 1)
            self.put(max(scale.low, min(scale.high, now + step)))
        elif key in ("backspace", "delete"):
            self.put(None)
        elif key in ("enter", "shift+enter"):
            if not self.step(1):
                self._go_out("tab")
        else:
            return character is not None
        return True

    def _choice_key(self, key: str, character: str | None) -> bool:
        if key in ("enter", "shift+enter", "space", "f2") or character is not None:
            self.open_menu(character if character and not character.isspace() else "")
            return True
        if key in ("backspace", "delete"):
            self.put(None)
            return True
        if key in ("left", "right"):
            self.step(1 if key == "right" else -1)
            return True
        return False

    # -- the menu under a choice cell -------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether the list of what can be chosen is open."""
        return self._open

    def open_menu(self, typed: str = "") -> None:
        """Open the list of what can be chosen, with ``typed`` as its filter."""
        column = self.current
        if self.picture is None or self.picture.read_only or column is None or self._open:
            return
        self._open = True
        self.menu.open(self._owner.rows_offer(column), self._picked(), typed)
        self.menu.display = True
        self._quiet = True
        self.field.show_text(typed, ghost=self._filter_words)
        self._quiet = False
        self._place_menu()
        self._place_field()
        self._owner.rows_moved()

    def close_menu(self) -> None:
        """Close the list; what was ticked stays."""
        if not self._open:
            return
        self._open = False
        self.menu.display = False
        self._quiet = True
        self.field.show_mark(MARK)
        self._quiet = False
        self._place_field()
        self._owner.rows_moved()

    def _picked(self) -> tuple[str, ...]:
        cell = self.model.cell(self.row, self.column)
        return cell if isinstance(cell, tuple) else ()

    def _place_menu(self) -> None:
        """Below the cell, or above it where there is more room; always whole in sight."""
        slot = self.grid.arrangement.slot(self.column)
        if slot is None:
            return
        grid, menu = self.grid, self.menu
        top = grid.top_of(self.row) + grid.pinned - grid.scroll_offset.y
        below = top + grid.height_of(self.row)
        room = self.size.height - below
        width, height = menu.wanted_size(self.size.width)
        menu.styles.width = width
        if height <= room:
            y = below
        elif top >= min(height, _MENU_LEAST) and top > room:
            height = min(height, top)
            y = top - height
        else:
            height = min(height, max(room, _MENU_LEAST), self.size.height)
            y = self.size.height - height
        menu.styles.height = height
        menu.offset = Offset(max(0, min(slot.x - 2, self.size.width - width)), max(0, y))

    def _menu_key(self, key: str, character: str | None) -> bool:
        menu = self.menu
        if key in ("tab", "shift+tab"):
            self.close_menu()
            self._navigate(key)
        elif key == "escape":
            self.close_menu()
        elif key in ("up", "down"):
            menu.step(-1 if key == "up" else 1)
        elif key in ("enter", "shift+enter") or (key == "space" and self.field.empty):
            self._choose()
        else:
            return False
        return True

    def _choose(self) -> None:
        """Tick the current entry, or add what was typed. One that stands for all closes the list."""
        column, chosen = self.current, self.menu.chosen
        if column is None or not chosen:
            return
        if chosen == ADD:
            text, row_id = self.menu.typed.strip(), self._row_id()
            self._owner.rows_add(column, text, lambda added: self._added(row_id, column, added))
        else:
            self._pick(chosen)

    def _row_id(self) -> str:
        """The id of the current row; the line for a new row becomes one."""
        if self.row >= len(self.model):
            self.model.insert(self.row)
            self._rows_changed()
        return self.model.rows[self.row].id

    def _added(self, row_id: str, column: Column, added: str) -> None:
        row = self.model.index(row_id)
        if self.picture is None or row is None or column not in self.picture.columns:
            return
        if (row, self.picture.columns.index(column)) != (self.row, self.column):
            self.go(row, self.picture.columns.index(column))
        self._pick(added)

    def _pick(self, chosen: str) -> None:
        column = self.current
        if column is None or not isinstance(column.cell, ChoiceAnswer):
            return
        offer, picked = self._owner.rows_offer(column), self._picked()
        if not column.cell.several:
            self.put((chosen,))
            self.close_menu()
            return
        if chosen in picked:
            self.put(tuple(found for found in picked if found != chosen))
        else:
            self.put(with_pick(picked, chosen, offer.options))
        if not self._open:
            return
        if not self.field.empty:
            self._quiet = True
            self.field.show_text("", ghost=self._filter_words)
            self._quiet = False
            self.menu.typed = ""
            self.menu.open(self._owner.rows_offer(column), self._picked(), "")
            at = next((at for at, entry in enumerate(self.menu.entries) if entry.id == chosen), 0)
            self.menu.show(self.menu.entries, at)
            self._place_menu()
            self._place_field()
        else:
            self.menu.tick(self._picked(), self._owner.rows_offer(column))

    @on(Menu.Pressed)
    def press_menu(self, event: Menu.Pressed) -> None:
        """Tick what was clicked in the list."""
        event.stop()
        self.menu.show(self.menu.entries, event.index)
        self._choose()
        self.field.take_focus()

    # -- the mouse --------------------------------------------------------------------------------------------------

    @on(Grid.Pressed)
    def press(self, event: Grid.Pressed) -> None:
        """Act on a click: delete, take hold of a row, or go to a cell."""
        event.stop()
        picture = self.picture
        if picture is None:
            return
        self.close_menu()
        if event.zone == "cross":
            self.delete_row(event.row)
            return
        if event.zone in ("handle", "number"):
            self.go(event.row, self.column)
            picture.moving = event.zone == "handle"
            self.grid.redraw((event.row,))
        else:
            self._press_cell(picture, event)
        self.field.take_focus()

    def _press_cell(self, picture: Picture, event: Grid.Pressed) -> None:
        column = max(0, event.column)
        again = (event.row, column) == (picture.row, picture.column) and picture.live
        if event.row >= len(self.model) and not is_typed(picture.columns[column]):
            column = 0
        self.go(event.row, column)
        slot = self.grid.arrangement.slot(column)
        cell = picture.columns[column].cell
        if is_typed(picture.columns[column]) and slot is not None:
            location = self.field.wrapped_document.offset_to_location(Offset(max(0, event.x - slot.x), event.line))
            self.field.move_cursor(location)
        elif isinstance(cell, ScaleAnswer) and not picture.read_only:
            step = self.grid.step_at(column, event.x)
            if step is not None:
                self.put(None if again and self.model.cell(self.row, self.column) == step else step)
        elif isinstance(cell, ChoiceAnswer) and not picture.read_only:
            self.open_menu()

    @on(Grid.Dragged)
    def drag(self, event: Grid.Dragged) -> None:
        """Carry the row that is held to where the mouse is."""
        event.stop()
        picture = self.picture
        if picture is None:
            return
        if event.done:
            picture.moving = False
            self.grid.redraw((self.row,))
        elif event.to != self.row and self.row < len(self.model):
            self.move_row(max(0, min(event.to, len(self.model) - 1)) - self.row)

    @on(Grid.ColumnsMoved)
    def move_columns(self, event: Grid.ColumnsMoved) -> None:
        """Go to the next column out of sight."""
        event.stop()
        slots = self.grid.arrangement.slots
        self.go(self.row, slots[-1].column + 1 if event.step > 0 else slots[1].column - 1)

    def on_resize(self) -> None:
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        if self.picture is not None:
            self.grid.rearrange()
            self._place_field()
            self._reveal()
