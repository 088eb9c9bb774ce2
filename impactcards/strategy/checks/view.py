"""A strategy as checks read it: cells by reference, figures to compare, and nothing that is not part of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from impactcards.deck.kinds import Column, TableAnswer
from impactcards.deck.model import Card, Reference
from impactcards.strategy.dates import iso_date
from impactcards.strategy.numbers import tidy
from impactcards.strategy.values import TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from impactcards.strategy.answer import Answer
    from impactcards.strategy.findings.finding import Look
    from impactcards.strategy.values import Value

#: What can be compared: two numbers, or two days.
Figure = int | float | date

#: The answers of whole strategies of the past, by the name of their version as reviews give it.
Past = Mapping[str, Mapping[str, "Answer"]]

#: Larger figures are nobody's, and could not be added up.
_LARGEST = 1e300

#: Stands for the answer of a card that is no table, so that every form goes row by row.
WHOLE = TableRow("")


class View:
    """One look at a strategy, shared by all checks; like the look, it must not outlive a change."""

    def __init__(self, look: Look, past: Past | None = None) -> None:
        self.look = look
        self.strategy = look.strategy
        self.past = past
        self._hidden = look.hidden
        self._rows: dict[str, dict[str, TableRow]] = {}
        self._columns: dict[tuple[str, str], dict[str, Figure | None]] = {}
        self._days: dict[str, date | None] = {}

    def card(self, card_id: str) -> Card | None:
        """A card whose answer is part of the strategy: known, not hidden, not skipped on purpose, and readable."""
        card = self.strategy.deck.card(card_id)
        answer = self.strategy.answer(card_id)
        if card is None or card_id in self._hidden or answer.put_off == "skipped" or answer.raw is not None:
            return None
        return card

    def subject(self, reference: Reference) -> Card | Column | None:
        """The card or the column that a reference names; None for a table as a whole."""
        card = self.card(reference.card)
        if card is None or not isinstance(card.answer, TableAnswer):
            return card if card is not None and not reference.column else None
        return card.answer.column(reference.column)

    def rows(self, reference: Reference) -> Sequence[TableRow]:
        """The rows a reference is about: its table's, only the one it names, or one that stands for no table's."""
        card = self.card(reference.card)
        if card is None:
            return ()
        if not isinstance(card.answer, TableAnswer):
            return (WHOLE,)
        rows = self.look.rows(card)
        return [row for row in rows if row.id == reference.row] if reference.row else rows

    def row(self, card: Card, row_id: str) -> TableRow | None:
        """The row of a table with this id: tables are joined by the item their rows are about."""
        if card.id not in self._rows:
            self._rows[card.id] = {row.id: row for row in self.look.rows(card)}
        return self._rows[card.id].get(row_id)

    def cell(self, reference: Reference, row_id: str) -> Value:
        """The cell a reference names in the row of an item, or the answer of a card that is no table; None if empty."""
        card = self.card(reference.card)
        if card is None:
            return None
        if not isinstance(card.answer, TableAnswer):
            return self.strategy.answer(card.id).value if not reference.column else None
        row = self.row(card, reference.row or row_id)
        return row.cells.get(reference.column) if row is not None else None

    def figure(self, reference: Reference, row_id: str) -> Figure | None:
        """The same as a number or a day; None where it is empty, could not be read, or is neither."""
        return self._figure_of(self.subject(reference), self.cell(reference, row_id))

    def figures(self, reference: Reference, rows: Sequence[TableRow]) -> Sequence[Figure | None]:
        """The figure of each row; all of them are numbers, or all are days."""
        subject = self.subject(reference)
        card = self.strategy.deck.card(reference.card)
        if card is None or not isinstance(subject, Column) or reference.row:
            return [self.figure(reference, row.id) for row in rows]
        key = (card.id, subject.id)
        if key not in self._columns:
            self._columns[key] = {
                row.id: self._figure_of(subject, row.cells.get(subject.id)) for row in self.look.rows(card)
            }
        by_row = self._columns[key]
        return [by_row.get(row.id) for row in rows]

    def figure_of(self, reference: Reference, value: Value) -> Figure | None:
        """A value that stands where a reference leads, as a number or a day."""
        return self._figure_of(self.subject(reference), value)

    def _figure_of(self, subject: Card | Column | None, value: Value) -> Figure | None:
        if value is None or subject is None:
            return None
        kind = subject.answer.kind if isinstance(subject, Card) else subject.cell.kind
        if kind in ("number", "scale"):
            return value if isinstance(value, int | float) and -_LARGEST < value < _LARGEST else None
        return self.day(value) if kind == "date" else None

    def day(self, value: Value) -> date | None:
        """The day of an ISO date; None for anything else."""
        if not isinstance(value, str):
            return None
        if value not in self._days:
            self._days[value] = iso_date(value)
        return self._days[value]


def steady(value: float) -> int | float | None:
    """A sum or product without the noise of its fractions; None where it is too large to mean anything."""
    if not -_LARGEST < value < _LARGEST:
        return None
    return value if isinstance(value, int) else tidy(round(value, 9))


__all__ = ["WHOLE", "Figure", "Past", "View", "steady"]
