"""Choosing in a cell: opens the list under it, narrows it by what is typed, and ticks."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from textual.geometry import Offset

from impactcards.deck.kinds import ChoiceAnswer, Column
from impactcards.tui.widgets.rows.lines import MARK
from impactcards.tui.widgets.rows.offer import ADD, with_pick

if TYPE_CHECKING:
    from impactcards.tui.widgets.rows.menu import Menu
    from impactcards.tui.widgets.rows.rows import Rows

#: The fewest lines the list takes; where there is less room it covers the cell.
_LEAST = 7

#: Where the filter stands within the list: behind its frame and the place of the mark.
_FILTER_X, _FILTER_Y = 3, 1


class Picker:
    """The list of one :class:`Rows`. While it is open the field lies in its first line and holds the filter."""

    def __init__(self, rows: Rows, more: Callable[[str, int], str], filter_words: str) -> None:
        self._rows = rows
        self._more = more
        self.is_open = False
        self._filter_words = filter_words
        self._waiting: tuple[tuple[str, int], str] | None = None

    @cached_property
    def menu(self) -> Menu:
        """The list, made when it is first opened."""
        from impactcards.tui.widgets.rows.menu import Menu

        menu = Menu(self._more)
        self._rows.mount(menu)
        return menu

    # -- opening and closing ----------------------------------------------------------------------------------------

    def open(self, typed: str = "") -> None:
        """Open the list for the current cell, with ``typed`` as its filter."""
        rows, column = self._rows, self._rows.current
        if rows.picture.read_only or column is None or self.is_open:
            return
        self.is_open = True
        typed = typed or self.waiting
        self._waiting = None
        self.menu.open(rows.owner.rows_offer(column), self._picked(), typed)
        self.menu.display = True
        rows.field.show_text(typed, ghost=self._filter_words)
        self.place()
        rows.place_field()
        rows.owner.rows_moved()

    def close(self) -> None:
        """Close the list; what was ticked stays."""
        if not self.is_open:
            return
        self.is_open = False
        self.menu.display = False
        self._rows.field.show_mark(MARK)
        self._rows.place_field()
        self._rows.owner.rows_moved()

    @property
    def waiting(self) -> str:
        """What was typed into the list of the current cell when it was closed: there again when the list opens."""
        rows = self._rows
        here = (rows.row_id() if rows.row < len(rows.model) else "", rows.column)
        return self._waiting[1] if self._waiting is not None and self._waiting[0] == here else ""

    def _put_aside(self) -> None:
        """Keep what is typed while the list is closed: Esc throws nothing away."""
        rows, typed = self._rows, self._rows.field.text.strip()
        here = (rows.row_id() if rows.row < len(rows.model) else "", rows.column)
        self._waiting = (here, typed) if typed else None

    def narrow(self) -> None:
        """Show only what fits the filter as it is now."""
        self.menu.narrow(self._rows.field.text)
        self.place()

    def place(self) -> None:
        """Below the cell, or above it where there is more room; always whole in sight."""
        rows, grid, menu = self._rows, self._rows.grid, self.menu
        slot = grid.arrangement.slot(rows.column)
        if slot is None:
            return
        top = grid.top_of(rows.row) + grid.pinned - grid.scroll_offset.y
        below = top + grid.height(rows.row)
        room = rows.size.height - below
        width, height = menu.wanted_size(rows.size.width)
        if height <= room:
            y = below
        elif top >= min(height, _LEAST) and top > room:
            height = min(height, top)
            y = top - height
        else:
            height = min(height, max(room, _LEAST), rows.size.height)
            y = rows.size.height - height
        menu.styles.width, menu.styles.height = width, height
        menu.offset = Offset(max(0, min(slot.x - 2, rows.size.width - width)), max(0, y))

    def filter_place(self) -> tuple[Offset, int]:
        """Where the field lies while the list is open, and how wide it is."""
        at = self.menu.offset
        width, _ = self.menu.wanted_size(self._rows.size.width)
        return Offset(at.x + _FILTER_X, at.y + _FILTER_Y), max(1, width - _FILTER_X - 2)

    # -- choosing ---------------------------------------------------------------------------------------------------

    def key(self, key: str) -> bool:
        """What a key does while the list is open; True if it does anything but edit the filter."""
        if key in ("tab", "shift+tab"):
            self.take_typed()
            self.close()
            self._rows.keys.navigate(key)
        elif key == "escape":
            self._put_aside()
            self.close()
        elif key in ("up", "down"):
            self.menu.step(-1 if key == "up" else 1)
        elif key in ("enter", "shift+enter") or (key == "space" and self._rows.field.empty):
            self.choose()
        else:
            return False
        return True

    def take_typed(self) -> None:
        """Going on with words in the filter means what they mark: it is picked or added, never thrown away."""
        if self.is_open and not self._rows.field.empty and self.menu.chosen not in (None, "", *self._picked()):
            self.choose()

    def choose(self) -> None:
        """Tick the current entry, or add what was typed. Where one is asked for, that closes the list."""
        rows, column, chosen = self._rows, self._rows.current, self.menu.chosen
        if column is None or not chosen:
            return
        if chosen == ADD:
            row_id = rows.row_id()
            rows.owner.rows_add(column, self.menu.typed.strip(), lambda added: self._added(row_id, column, added))
        else:
            self._pick(column, chosen)

    def _added(self, row_id: str, column: Column, added: str) -> None:
        """Pick an item that another card has got, in the cell for which it was wanted."""
        rows = self._rows
        row = rows.model.index(row_id)
        if row is None or column not in rows.picture.columns:
            return
        at = rows.picture.columns.index(column)
        if (row, at) != (rows.row, rows.column):
            rows.go(row, at)
        self._pick(column, added)

    def _picked(self) -> tuple[str, ...]:
        cell = self._rows.model.cell(self._rows.row, self._rows.column)
        return cell if isinstance(cell, tuple) else ()

    def _pick(self, column: Column, chosen: str) -> None:
        if not isinstance(column.cell, ChoiceAnswer):
            return
        rows, picked = self._rows, self._picked()
        if not column.cell.several:
            rows.put((chosen,))
            self.close()
            return
        if chosen in picked:
            rows.put(tuple(found for found in picked if found != chosen))
        else:
            rows.put(with_pick(picked, chosen, rows.owner.rows_offer(column).options))
        if self.is_open:
            self._ticked(column, chosen)

    def _ticked(self, column: Column, chosen: str) -> None:
        """Clear the filter and go on where the tick was set."""
        rows = self._rows
        offer = rows.owner.rows_offer(column)
        if rows.field.empty:
            self.menu.tick(self._picked(), offer)
            return
        rows.field.show_text("", ghost=self._filter_words)
        self.menu.open(offer, self._picked(), "")
        self.menu.go_to(chosen)
        self.place()
        rows.place_field()
