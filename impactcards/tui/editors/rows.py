"""What the editors for lists and tables share: rows of cells, shown and edited by one widget."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult

from impactcards.deck.kinds import Column
from impactcards.strategy.strategy import entries, items_of
from impactcards.strategy.values import TableRow, Value
from impactcards.tui.editors.base import Editor, Kind
from impactcards.tui.widgets.rows.grid import Picture
from impactcards.tui.widgets.rows.offer import Offer
from impactcards.tui.widgets.rows.rows import Rows
from impactcards.words import Words


class RowsEditor(Editor):
    """Tells every change of its rows at once. A row that holds nothing is not part of the answer."""

    def __init__(self, say: Words) -> None:
        super().__init__(say)
        self.rows = Rows(self, self.more, filter_words=say("type to filter"))
        self._missing: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        yield self.rows

    # -- what a subclass says ---------------------------------------------------------------------------------------

    def picture(self) -> Picture | None:
        """What the strategy holds, as rows; None where there is nothing to edit."""
        raise NotImplementedError

    def value_of(self, rows: tuple[TableRow, ...]) -> Value:
        """The answer that these rows are."""
        raise NotImplementedError

    # -- showing ----------------------------------------------------------------------------------------------------

    def show_answer(self, *, again: bool = False) -> None:
        picture = self.picture()
        if picture is None:
            return
        self._missing.clear()
        if again:
            self.rows.show_again(picture)
        else:
            picture.row = len(picture.model) if picture.can_add and len(picture.columns) == 1 else 0
            self.rows.show(picture)

    def take_focus(self, *, last: bool = False) -> None:
        self.rows.take_focus(last=last)

    @property
    def part(self) -> tuple[str, str]:
        column = self.rows.current
        model, row = self.rows.model, self.rows.row
        return model.rows[row].id if row < len(model) else "", column.id if column else ""

    def focus_part(self, part: str, column: str = "") -> None:
        row = self.rows.model.index(part)
        columns = [found.id for found in self.rows.picture.columns]
        if row is not None:
            self.rows.go(row, columns.index(column) if column in columns else 0)
        self.take_focus()

    def flush(self) -> Editor.Changed | None:
        self.rows.picker.take_typed()
        self._tell_missing()
        return None

    # -- what the rows tell -----------------------------------------------------------------------------------------

    def rows_changed(self, kind: Kind) -> None:
        before = self.value
        value = self.value_of(self.rows.model.value())
        self.tell(value, kind)
        ids = {entry.id for entry in entries(value)}
        if any(entry.id not in ids for entry in entries(before)):
            gone = {item.id: item.text for item in items_of(self.card, before) if item.id not in ids}
            self._missing.update(gone)
        for item_id in [found for found in self._missing if found in ids]:
            del self._missing[item_id]

    def rows_left(self, direction: int) -> None:
        self.leave(direction)

    def rows_moved(self) -> None:
        self._tell_missing()
        self.tell_status()

    def rows_offer(self, column: Column) -> Offer:
        return Offer((), False, {})

    def rows_add(self, column: Column, text: str, then: Callable[[str], None]) -> None:
        """Nothing is picked here."""

    def _tell_missing(self) -> None:
        """Say what went and is picked elsewhere; not of a row that is just being retyped."""
        if not self._missing:
            return
        model, row = self.rows.model, self.rows.row
        current = model.rows[row].id if row < len(model) else ""
        gone = {item_id: text for item_id, text in self._missing.items() if item_id != current}
        for item_id in gone:
            del self._missing[item_id]
        self.tell_removed(gone)
