"""The editor for a list of items."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult

from impactcards.deck.kinds import Column, ListAnswer, TextAnswer
from impactcards.strategy.values import Item, TableRow, Value
from impactcards.tui.editors.base import Editor, Kind
from impactcards.tui.editors.example import example_line
from impactcards.tui.editors.limits import counted
from impactcards.tui.widgets.rows import Rows
from impactcards.tui.widgets.rows.cells import CellWriter
from impactcards.tui.widgets.rows.grid import Picture
from impactcards.tui.widgets.rows.model import RowsModel
from impactcards.words import Message, N_, Words

_TEXT = "text"
_COLUMN = Column(_TEXT, "", TextAnswer(lines=1))


class ListEditor(Editor):
    """A list is a table with one column."""

    kind: ClassVar[str] = "list"

    def __init__(self, say: Words) -> None:
        super().__init__(say)
        self.rows = Rows(self, self.more, add_words=lambda text, _: text)

    def compose(self) -> ComposeResult:
        yield self.rows

    @property
    def how_to(self) -> Message | str:
        return "" if self.read_only else Message(N_("Enter: next item"))

    @property
    def status(self) -> Message | str:
        kind = self.card.answer if self.card else None
        if not isinstance(kind, ListAnswer) or self.rows.picture is None:
            return ""
        return counted(len(self.rows.model.value()), kind.at_least, kind.at_most)

    def show_answer(self, *, again: bool = False) -> None:
        card, strategy = self.card, self.strategy
        assert card is not None
        assert strategy is not None
        rows = [TableRow(item.id, {_TEXT: item.text} if item.text else {}) for item in _items(self.value)]
        if again and self.rows.picture is not None and tuple(rows) == self.rows.model.value():
            return
        model = RowsModel((_TEXT,), rows, make_id=strategy.make_id)
        picture = Picture(
            model, (_COLUMN,), CellWriter((_COLUMN,), language=strategy.language, today=date.today(), names={}, removed={}),
            add_text=self.say("add an item"), ghost=example_line(card.example), read_only=self.read_only,
        )  # fmt: skip
        if again:
            self.rows.show_again(picture)
        else:
            picture.row = len(rows)
            self.rows.show(picture)

    def take_focus(self, *, last: bool = False) -> None:
        self.rows.take_focus(last=last)

    def flush(self) -> Editor.Changed | None:
        return self._tell_rows("deed", keep="") if self.rows.picture is not None else None

    # -- what the rows tell -----------------------------------------------------------------------------------------

    def rows_changed(self, kind: Kind) -> None:
        self._tell_rows(kind, keep=self._kept())

    def rows_left(self, direction: int) -> None:
        self.leave(direction)

    def rows_moved(self) -> None:
        self._tell_rows("deed", keep=self._kept())

    def rows_add(self, column: Column, text: str, then: Callable[[str], None]) -> None:
        """A list picks from nothing."""

    def _kept(self) -> str:
        """The current item stays while it is being retyped, also at the moment when nothing is left of it."""
        model = self.rows.model
        current = model.rows[self.rows.row].id if self.rows.row < len(model) else ""
        return current if any(item.id == current for item in _items(self.value)) else ""

    def _tell_rows(self, kind: Kind, *, keep: str) -> Editor.Changed | None:
        assert self.strategy is not None
        value = tuple(Item(row.id, str(row.cells.get(_TEXT, ""))) for row in self.rows.model.value(keep))
        before = _items(self.value)
        changed = self.tell(value, kind)
        if changed is not None:
            self.tell_removed({item.id: item.text for item in before}, {item.id for item in value})
        return changed


def _items(value: Value) -> tuple[Item, ...]:
    return tuple(item for item in value if isinstance(item, Item)) if isinstance(value, tuple) else ()
