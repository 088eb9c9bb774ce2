"""The editor for a table: rows of one's own, rows the deck names, or one row for each item of another card."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from impactcards.deck.kinds import ChoiceAnswer, Column, DateAnswer, NumberAnswer, ScaleAnswer, TableAnswer
from impactcards.strategy.dates import local_today
from impactcards.strategy.values import Item, TableRow, Value
from impactcards.tui.editors.base import Kind
from impactcards.tui.editors.jump import JumpLine
from impactcards.tui.editors.limits import counted
from impactcards.tui.editors.rows import RowsEditor
from impactcards.tui.widgets.rows.cells import CellWriter, Names
from impactcards.tui.widgets.rows.grid import Picture
from impactcards.tui.widgets.rows.model import RowsModel
from impactcards.tui.widgets.rows.offer import Offer
from impactcards.words import N_, Message, Words


class TableEditor(RowsEditor):
    """Typed cells. What a column picks from is read from the strategy when its list opens."""

    kind: ClassVar[str] = "table"

    DEFAULT_CSS = """
    TableEditor.-waits > Rows { display: none; }
    TableEditor.-waits > JumpLine { display: block; }
    """

    def __init__(self, say: Words) -> None:
        super().__init__(say)
        self.jump = JumpLine()

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield self.jump

    @property
    def _table(self) -> TableAnswer:
        return self.answer_as(TableAnswer)

    @property
    def waits(self) -> bool:
        """Whether the rows follow a card that has no items yet."""
        return bool(self._table.follows) and not self.strategy.items(self._table.follows)

    # -- words beside the heading -----------------------------------------------------------------------------------

    @property
    def how_to(self) -> Message | str:
        column = None if not self.loaded or self.read_only or self.waits else self.rows.current
        if column is None:
            return ""
        hint = self._keys_for(column)
        return Message(N_("{keys} · {about}"), keys=hint, about=column.about) if column.about else hint

    def _keys_for(self, column: Column) -> Message:
        cell = column.cell
        if isinstance(cell, ChoiceAnswer):
            if not self.rows.picker.is_open:
                return Message(N_("Enter: choose"))
            return Message(N_("Enter: tick, Tab: done")) if cell.several else Message(N_("Enter: choose this"))
        if isinstance(cell, ScaleAnswer):
            return Message(N_("{low} to {high} or ← →"), low=cell.low, high=cell.high)
        if isinstance(cell, DateAnswer):
            return Message(N_("such as 5 Dec, Q3 2027 or tomorrow"))
        return Message(N_("Enter: next cell"))

    @property
    def status(self) -> Message | str:
        if not self.loaded or self.waits:
            return ""
        return self._cell_status() or counted(len(_rows(self.value)), self._table.at_least, self._table.at_most)

    def _cell_status(self) -> Message | str:
        """What was understood in the current cell, if that is not plain to see."""
        column, picture = self.rows.current, self.rows.picture
        if column is None:
            return ""
        if self.rows.picker.waiting and not self.rows.picker.is_open:
            return Message(N_("“{typed}” is not picked yet: Enter goes on with it"), typed=self.rows.picker.waiting)
        cell = picture.model.cell(picture.row, picture.column)
        if cell is None:
            return ""
        if isinstance(column.cell, DateAnswer | NumberAnswer):
            shown, style = picture.writer.shown(picture.column, cell)
            if style != "warn":
                return shown
            is_date = isinstance(column.cell, DateAnswer)
            return Message(N_("kept as typed: no date")) if is_date else Message(N_("kept as typed: no number"))
        if isinstance(column.cell, ScaleAnswer):
            return column.cell.labels.get(cell, "") if isinstance(cell, int) else ""
        if self.rows.grid.is_cut:
            return picture.writer.shown(picture.column, cell)[0]
        if isinstance(column.cell, ChoiceAnswer) and isinstance(cell, tuple) and column.cell.at_most is not None:
            return counted(len(cell), None, column.cell.at_most)
        return ""

    # -- showing ----------------------------------------------------------------------------------------------------

    def show_answer(self, *, again: bool = False) -> None:
        self.set_class(self.waits, "-waits")
        if self.waits:
            source = self.strategy.deck.card(self._table.follows)
            self.jump.show_title(self.say("First play “{title}”", title=source.title if source else ""))
            return
        super().show_answer(again=again)

    def picture(self) -> Picture | None:
        card, strategy, table = self.card, self.strategy, self._table
        free = table.rows is None
        titles = None if free else dict(strategy.row_titles(card))
        columns = [column.id for column in table.columns]
        model = RowsModel(columns, strategy.rows(card), free=free, make_id=strategy.make_id)
        names = self._names()
        removed = {
            picked: strategy.item_text(column.cell.source, picked) or picked
            for column in table.columns
            if isinstance(column.cell, ChoiceAnswer) and column.cell.source
            for picked in _picked_in(model.rows, column.id)
            if picked not in names[column.id]
        }
        today = local_today()
        writer = CellWriter(table.columns, language=strategy.language, today=today, names=names, removed=removed)
        return Picture(
            model, table.columns, writer, titles=titles, head_title=self._head_title(),
            add_text=self.say("add a row"), read_only=self.read_only,
        )  # fmt: skip

    def _head_title(self) -> str:
        """What the rows that follow a card are: the name of its first column, or its title."""
        source = self.strategy.deck.card(self._table.follows)
        if source is None:
            return ""
        return source.answer.columns[0].title if isinstance(source.answer, TableAnswer) else source.title

    def _names(self) -> dict[str, Names]:
        return {
            column.id: {option.id: option.title for option in self.strategy.options(self.card, column.id)}
            for column in self._table.columns
            if isinstance(column.cell, ChoiceAnswer)
        }

    def take_focus(self, *, last: bool = False) -> None:
        if self.loaded and self.waits:
            self.jump.focus(scroll_visible=False)
        else:
            super().take_focus(last=last)

    @on(JumpLine.Chosen)
    def jump_to_source(self, event: JumpLine.Chosen) -> None:
        """Ask for the card whose items are the rows."""
        event.stop()
        self.post_message(self.Jump(self._table.follows))

    # -- the answer -------------------------------------------------------------------------------------------------

    def value_of(self, rows: tuple[TableRow, ...]) -> Value:
        """These rows, and behind them those of items that are gone: nobody sees them here, so nobody loses them."""
        if self._table.rows is None:
            return rows
        shown = {row.id for row in self.rows.model.rows}
        return (*rows, *(row for row in _rows(self.value) if row.id not in shown))

    def rows_changed(self, kind: Kind) -> None:
        super().rows_changed(kind)
        if any(source == self.card.id for source, _ in self._table.sources()):
            self._refresh_names()

    def _refresh_names(self) -> None:
        self.rows.picture.writer.names = self._names()

    # -- choosing ---------------------------------------------------------------------------------------------------

    def rows_offer(self, column: Column) -> Offer:
        if not isinstance(column.cell, ChoiceAnswer):
            return Offer((), False, {})
        self._refresh_names()
        options = tuple(option for option in self.strategy.options(self.card, column.id) if option.title)
        notes = {}
        if column.cover:
            picked = set(_picked_in(self.rows.model.rows, column.id))
            word = "⚠ " + self.say("no row picks this yet")
            notes = {option.id: word for option in options if option.id not in picked}
        source = self.strategy.deck.card(column.cell.source) if column.cell.source else None
        if source is None or not source.answer.gives_items:
            return Offer(options, column.cell.several, notes)
        title = source.title
        return Offer(
            options, column.cell.several, notes,
            add=lambda text: self.say("add “{text}” to “{title}”", text=text, title=title),
            empty=self.say("“{title}” is still empty; type to add", title=title),
        )  # fmt: skip

    def rows_add(self, column: Column, text: str, then: Callable[[str], None]) -> None:
        if not isinstance(column.cell, ChoiceAnswer):
            return
        card_id = self.card.id

        def added(item: Item) -> None:
            if self.loaded and self.card.id == card_id:
                self._refresh_names()
                then(item.id)

        self.ask_to_add(column.cell.source, text, added)


def _rows(value: Value) -> tuple[TableRow, ...]:
    return tuple(row for row in value if isinstance(row, TableRow)) if isinstance(value, tuple) else ()


def _picked_in(rows: list[TableRow], column_id: str) -> list[str]:
    return [picked for row in rows for picked in _tuple(row.cells.get(column_id))]


def _tuple(cell: object) -> tuple[str, ...]:
    return cell if isinstance(cell, tuple) else ()
