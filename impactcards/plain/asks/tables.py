"""Tables: row by row and, within a row, column by column. Every cell is kept as it is given."""

from __future__ import annotations

from collections.abc import Sequence

from impactcards.deck.kinds import ChoiceAnswer, Column, DateAnswer, NumberAnswer, ScaleAnswer, TableAnswer
from impactcards.deck.model import Card
from impactcards.plain.asks.choosing import choice_words, picks_in
from impactcards.plain.asks.figures import figure_words
from impactcards.plain.asks.listing import alterations, limit_words
from impactcards.plain.asks.prose import is_end
from impactcards.plain.sitting import Sitting
from impactcards.strategy import kinds
from impactcards.strategy.strategy import entries
from impactcards.strategy.values import Cell, TableRow

#: A line with only this empties a cell.
EMPTY = "-"

#: What was understood is said back for cells of these kinds; the others stand as they were typed.
_ECHOED = ("choice", "scale", "date")


def ask_table(sitting: Sitting, card: Card) -> None:
    """Ask for the rows that say nothing yet, then for changes, until an empty line."""
    if isinstance(card.answer, TableAnswer):
        table = _Table(sitting, card, card.answer)
        if card.answer.rows is None:
            table.ask_free_rows()
        else:
            table.ask_named_rows()


class _Table:
    """One table while it is asked for. How a column is answered is explained once."""

    def __init__(self, sitting: Sitting, card: Card, kind: TableAnswer) -> None:
        self._sitting = sitting
        self._say = sitting.say
        self._card = card
        self._kind = kind
        self._explained: set[str] = set()

    # -- rows that name themselves, or follow the items of a card -----------------------------------------------------

    def ask_named_rows(self) -> None:
        """The rows without an answer, one after the other; if there are others, whichever the person asks for."""
        rows = self._sitting.strategy.rows(self._card)
        bare = [row.id for row in rows if not row.cells]
        if bare:
            way = self._say(
                "Row by row. An empty line leaves a cell as it is, “-” empties it, {next} leaves the table.",
                next=self._say("/next"),
            )
            self._sitting.tell(way)
        for row_id in bare:
            self._ask_row(row_id, self._kind.columns)
        if len(bare) < len(rows):
            self._ask_changes()

    def _ask_changes(self) -> None:
        names = [self._name(row.id) for row in self._sitting.strategy.rows(self._card)]
        self._sitting.tell("; ".join(f"{number} {name}" for number, name in enumerate(names, start=1)))
        self._sitting.tell(self._say("Type the number of a row to change it; an empty line goes on."))
        while not is_end(line := self._sitting.line()):
            rows = self._sitting.strategy.rows(self._card)
            at = _row_number(line, len(rows))
            if at is None:
                self._sitting.tell(self._say.plural("There is {n} row.", "There are {n} rows.", len(rows)))
            else:
                self._ask_row(rows[at].id, self._kind.columns)
            self._sitting.tell(self._say("Another number, or an empty line."))

    # -- free rows ----------------------------------------------------------------------------------------------------

    def ask_free_rows(self) -> None:
        """New rows, each begun by its first cell, and changes of those that are there, until an empty line."""
        first, say = self._kind.columns[0], self._say
        way = say("Row by row, each begins with “{column}”; an empty line ends the table.", column=first.title)
        limits = limit_words(say, self._kind.at_least, self._kind.at_most)
        self._sitting.tell(" ".join(part for part in (way, limits) if part))
        if self._sitting.strategy.answer(self._card.id).answered:
            self._sitting.tell(
                say("The number of a row changes it; {drop} takes one out, {move} moves it.", **alterations(say))
            )
        self._explain(first)
        while not is_end(line := self._sitting.line()):
            rows = [row for row in self._held() if row.cells]
            at = _row_number(line, len(rows))
            if at is None:
                self._add_row(line)
            else:
                self._ask_row(rows[at].id, self._kind.columns)
            self._sitting.tell(say("The next “{column}”, or an empty line.", column=first.title))

    def _add_row(self, line: str) -> None:
        first = self._kind.columns[0]
        cell = self._understood(first, line)
        if cell is None:
            return
        row = TableRow(self._sitting.strategy.make_id()).with_cell(first.id, cell)
        self._sitting.keep(self._card, (*self._held(), row))
        if any(held.id == row.id for held in self._held()):
            self._ask_row(row.id, self._kind.columns[1:], same_change=True)

    # -- one row ------------------------------------------------------------------------------------------------------

    def _ask_row(self, row_id: str, columns: Sequence[Column], *, same_change: bool = False) -> None:
        """Ask for the cells of a row, one after the other. All of it is taken back together."""
        name = self._name(row_id)
        for column in columns:
            row = next((row for row in self._sitting.strategy.rows(self._card) if row.id == row_id), None)
            if row is None:  # taken out by a command on the way
                return
            now = kinds.cell_text(column, row.cells.get(column.id), self._sitting.strategy, self._say)
            question = self._say("{row}, {column}:", row=name, column=column.title)
            self._sitting.tell(f"{question} {self._say('(now: {cell})', cell=now)}" if now else question)
            self._explain(column)
            same_change = self._ask_cell(row_id, column, same_change=same_change) or same_change

    def _ask_cell(self, row_id: str, column: Column, *, same_change: bool) -> bool:
        """Lines until one is understood, or is empty. Returns whether the cell was changed."""
        while (line := self._sitting.line()).strip():
            emptied = line.rstrip() == EMPTY
            cell = None if emptied else self._understood(column, line)
            if cell is None and not emptied:
                continue
            self._put(row_id, column, cell, same_change=same_change)
            if cell is not None and column.cell.kind in _ECHOED:
                self._echo(column, cell)
            return True
        return False

    def _put(self, row_id: str, column: Column, cell: Cell | None, *, same_change: bool) -> None:
        held = self._held()
        row = next((row for row in held if row.id == row_id), TableRow(row_id)).with_cell(column.id, cell)
        there = any(other.id == row_id for other in held)
        rows = tuple(row if other.id == row_id else other for other in held) if there else (*held, row)
        self._sitting.keep(self._card, rows, same_change=same_change)

    def _echo(self, column: Column, cell: Cell) -> None:
        shown = kinds.cell_text(column, cell, self._sitting.strategy, self._say)
        self._sitting.tell(self._say("Understood: {answer}", answer=shown))

    def _understood(self, column: Column, line: str) -> Cell | None:
        """The cell a line means; None where it means nothing that can be kept, which is then said."""
        strategy, today = self._sitting.strategy, self._sitting.today

        def parse(text: str) -> object:
            return kinds.parse_cell(text, column, strategy, today)

        if isinstance(column.cell, ChoiceAnswer):
            return picks_in(self._sitting, column.cell, strategy.options(self._card, column.id), parse, line) or None
        return kinds.parse_cell(line, column, strategy, today)

    def _explain(self, column: Column) -> None:
        """How to answer a column: what can be chosen each time, the rest once."""
        kind, known = column.cell, column.id in self._explained
        self._explained.add(column.id)
        if isinstance(kind, ChoiceAnswer):
            options = self._sitting.strategy.options(self._card, column.id)
            if options:
                listed = (
                    f"{number} {' '.join(option.title.split())}" for number, option in enumerate(options, start=1)
                )
                self._sitting.tell("; ".join(listed))
            lines = [choice_words(self._sitting, kind)]
        elif isinstance(kind, ScaleAnswer):
            labels = "; ".join(f"{step} {label}" for step, label in sorted(kind.labels.items()))
            way = self._say("Type a number from {low} to {high}.", low=kind.low, high=kind.high)
            lines = [f"{way} {labels}".rstrip()]
        elif isinstance(kind, NumberAnswer | DateAnswer):
            lines = figure_words(self._say, kind, self._sitting.strategy.language)
        else:
            lines = []
        for line in [column.about, *lines] if not known else []:
            if line:
                self._sitting.tell(line)

    def _held(self) -> tuple[TableRow, ...]:
        value = self._sitting.strategy.answer(self._card.id).value
        return tuple(entry for entry in entries(value) if isinstance(entry, TableRow))

    def _name(self, row_id: str) -> str:
        """What people call a row: its title or item, or what stands in its first column."""
        if self._kind.rows is not None:
            return " ".join(dict(self._sitting.strategy.row_titles(self._card)).get(row_id, "").split())
        rows = [row for row in self._held() if row.cells]
        at = next((i for i, row in enumerate(rows) if row.id == row_id), 0)
        first = self._kind.columns[0]
        cell = rows[at].cells.get(first.id) if rows else None
        return kinds.cell_text(first, cell, self._sitting.strategy, self._say) or self._say("Row {n}", n=at + 1)


def _row_number(line: str, rows: int) -> int | None:
    """The index of the row whose number was typed, or None. A line that begins with a space is text."""
    typed = line.rstrip().rstrip(".")
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0
    return number - 1 if 1 <= number <= rows else None


__all__ = ["EMPTY", "ask_table"]
