"""What keys do in rows. A letter is always text here; deeds have arrows, Tab, Enter, Backspace and Delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.kinds import ScaleAnswer
from impactcards.tui.widgets.rows.cells import is_typed
from impactcards.tui.widgets.rows.digits import Digits

if TYPE_CHECKING:
    from impactcards.tui.widgets.rows.rows import Rows

#: Keys that carry a row up or down. Shift and an arrow arrives everywhere; some terminals send the others for it.
MOVES = {
    "shift+up": -1, "alt+up": -1, "super+up": -1,
    "shift+down": 1, "alt+down": 1, "super+down": 1,
}  # fmt: skip

ENTER = ("enter", "shift+enter")
ERASE = ("backspace", "delete")


class RowKeys:
    """Deals with the keys of one :class:`Rows`, before the field does."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._digits = Digits()

    def press(self, key: str, character: str | None) -> bool:
        """Deal with a key; False leaves it to the field, or to the screen."""
        rows, column = self._rows, self._rows.current
        if column is None:
            return self.go_out(key)
        if rows.picker.is_open:
            return rows.picker.key(key)
        if rows.picture.can_add and self._rearrange(key):
            return True
        if self.navigate(key):
            return True
        if rows.picture.read_only:
            return character is not None
        if is_typed(column):
            return self._type(key)
        if isinstance(column.cell, ScaleAnswer):
            return self._rate(key, character, column.cell)
        return self._choose(key, character)

    def go_out(self, key: str) -> bool:
        """Leave the rows, if the key is one that leaves."""
        direction = {"tab": 1, "shift+tab": -1, "escape": 0}.get(key)
        if direction is None:
            return False
        self._rows.settle()
        self._rows.owner.rows_left(direction)
        return True

    def navigate(self, key: str) -> bool:
        """Keys that go to another cell, whatever kind of cell this is."""
        rows, field = self._rows, self._rows.field
        if key == "escape":
            return self.go_out(key)
        if key in ("tab", "shift+tab"):
            self.step(1 if key == "tab" else -1)
        elif key == "up" and rows.row > 0 and (field.mark or field.on_first_line):
            rows.go(rows.row - 1, rows.column)
        elif key == "down" and rows.row < rows.last_row and (field.mark or field.on_last_line):
            rows.go(rows.row + 1, rows.column)
        elif key in ("ctrl+home", "ctrl+end"):
            rows.go(0 if key == "ctrl+home" else rows.last_row, rows.column)
        else:
            return False
        return True

    def step(self, by: int, *, leave: bool = True) -> None:
        """Go to the next or previous cell, and at the ends out. On the line for a new row there is only one cell.

        Enter does not ``leave``: whoever goes on typing would be typing commands of the screen.
        """
        rows = self._rows
        width = len(rows.picture.columns)
        place = rows.row * width + rows.column + by
        on_new_line = rows.row >= len(rows.model)
        if place < 0 or place >= (rows.last_row + 1) * width or (on_new_line and by > 0):
            if leave:
                self.go_out("tab" if by > 0 else "shift+tab")
            return
        row, column = divmod(place, width)
        rows.go(row, 0 if row >= len(rows.model) else column)

    def _rearrange(self, key: str) -> bool:
        if key in MOVES:
            self._rows.move_row(MOVES[key])
        elif key == "shift+delete":
            self._rows.delete_row(self._rows.row)
        else:
            return False
        return True

    # -- cells one types in -----------------------------------------------------------------------------------------

    def _type(self, key: str) -> bool:
        rows, field = self._rows, self._rows.field
        single = len(rows.picture.columns) == 1 and rows.model.free
        if key in ENTER:
            if single:
                self._next_item()
            else:
                self.step(1, leave=False)
            return True
        if not field.selection.is_empty or rows.row >= len(rows.model):
            return False
        if key == "backspace" and rows.model.free and rows.model.is_empty(rows.row):
            rows.delete_row(rows.row, back=True)
            return True
        if key == "backspace" and single and rows.row and field.offset_in_text == 0:
            rows.join(rows.row)
            return True
        if key == "delete" and single and rows.row + 1 < len(rows.model) and field.offset_in_text == len(field.text):
            rows.join(rows.row + 1)
            return True
        return False

    def _next_item(self) -> None:
        """Split an item where the cursor is, or begin the next one after its end."""
        rows, model = self._rows, self._rows.model
        if rows.row >= len(model) or model.is_empty(rows.row):
            return
        if rows.field.offset_in_text < len(rows.field.text.rstrip()):
            rows.split(rows.field.offset_in_text)
        elif model.is_empty(rows.row + 1):
            rows.go(rows.row + 1, 0)
        else:
            rows.insert(rows.row + 1)

    # -- cells one does not type in ---------------------------------------------------------------------------------

    def _rate(self, key: str, character: str | None, scale: ScaleAnswer) -> bool:
        rows = self._rows
        cell = rows.model.cell(rows.row, rows.column)
        if character is not None and character.isascii() and character.isdigit():
            step = self._digits.step(character, scale)
            if step is not None:
                rows.put(step)
        elif key in ("left", "right"):
            by = 1 if key == "right" else -1
            start = scale.low - 1 if by > 0 else scale.high + 1
            rows.put(max(scale.low, min(scale.high, (cell if isinstance(cell, int) else start) + by)))
        elif key in ERASE:
            rows.put(None)
        elif key in ENTER:
            self.step(1, leave=False)
        else:
            return character is not None
        return True

    def _choose(self, key: str, character: str | None) -> bool:
        if key in ENTER or character is not None:
            self._rows.picker.open(character if character and not character.isspace() else "")
        elif key in ERASE:
            self._rows.put(None)
        elif key in ("left", "right"):
            self.step(1 if key == "right" else -1)
        else:
            return False
        return True
