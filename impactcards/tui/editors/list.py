"""The editor for a list of items."""

from __future__ import annotations

from typing import ClassVar

from impactcards.deck.kinds import Column, ListAnswer, TextAnswer
from impactcards.strategy.dates import local_today
from impactcards.strategy.values import Item, TableRow, Value
from impactcards.tui.editors.example import example_line
from impactcards.tui.editors.limits import counted
from impactcards.tui.editors.rows import RowsEditor
from impactcards.tui.widgets.rows.cells import CellWriter
from impactcards.tui.widgets.rows.grid import Picture
from impactcards.tui.widgets.rows.model import RowsModel
from impactcards.words import N_, Message

_TEXT = "text"
_COLUMN = Column(_TEXT, "", TextAnswer(lines=1))


class ListEditor(RowsEditor):
    """A list is a table with one column."""

    kind: ClassVar[str] = "list"

    @property
    def how_to(self) -> Message | str:
        return "" if self.read_only else Message(N_("Enter: next item"))

    @property
    def status(self) -> Message | str:
        kind = self.card.answer if self.loaded else None
        if not isinstance(kind, ListAnswer):
            return ""
        return counted(len(_items(self.value)), kind.at_least, kind.at_most)

    def picture(self) -> Picture | None:
        card, strategy = self.card, self.strategy
        rows = [TableRow(item.id, {_TEXT: item.text} if item.text else {}) for item in _items(self.value)]
        writer = CellWriter((_COLUMN,), language=strategy.language, today=local_today())
        return Picture(
            RowsModel((_TEXT,), rows, make_id=strategy.make_id), (_COLUMN,), writer,
            add_text=self.say("add an item"), ghost=example_line(card.example), read_only=self.read_only,
        )  # fmt: skip

    def value_of(self, rows: tuple[TableRow, ...]) -> Value:
        return tuple(Item(row.id, str(row.cells[_TEXT])) for row in rows)


def _items(value: Value) -> tuple[Item, ...]:
    return tuple(item for item in value if isinstance(item, Item)) if isinstance(value, tuple) else ()
