"""The eight kinds of answer a card can ask for, as a deck describes them.

Limits warn and never refuse, so none of these classes can reject an answer; what an answer is worth is worked out in
the strategy room. To add a kind, add its class here, its keys to the format table, its semantics to
``strategy/kinds``, its blocks to ``document``, its editor to ``tui/editors`` and its questions to ``plain``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

from impactcards.records import field, record


@record
class Option:
    """One thing to choose. Choosing an option that stands ``alone`` unticks the others."""

    id: str
    title: str
    about: str = ""
    alone: bool = False


@record
class TextAnswer:
    """Prose, or one line. ``lines`` is how many lines the author expects."""

    kind: ClassVar[str] = "text"
    gives_items: ClassVar[bool] = False
    lines: int = 3

    def sources(self) -> Iterator[tuple[str, Column | None]]:
        return iter(())


@record
class ListAnswer:
    """Items that other cards can pick."""

    kind: ClassVar[str] = "list"
    gives_items: ClassVar[bool] = True
    at_least: int | None = None
    at_most: int | None = None

    def sources(self) -> Iterator[tuple[str, Column | None]]:
        return iter(())


@record
class ChoiceAnswer:
    """One or several of ``options``, or of the items of the card ``source`` (the deck's key is ``from``)."""

    kind: ClassVar[str] = "choice"
    gives_items: ClassVar[bool] = False
    options: tuple[Option, ...] = ()
    source: str = ""
    several: bool = False
    at_most: int | None = None

    def sources(self) -> Iterator[tuple[str, Column | None]]:
        if self.source:
            yield self.source, None


@record
class RankAnswer:
    """An order of ``options``, or of the items of the card ``source`` (the deck's key is ``from``)."""

    kind: ClassVar[str] = "rank"
    gives_items: ClassVar[bool] = False
    options: tuple[Option, ...] = ()
    source: str = ""

    def sources(self) -> Iterator[tuple[str, Column | None]]:
        if self.source:
            yield self.source, None


@record
class ScaleAnswer:
    """A rating from ``low`` to ``high`` (in the deck ``from`` and ``to``), at most 11 steps, some or all labelled."""

    kind: ClassVar[str] = "scale"
    gives_items: ClassVar[bool] = False
    low: int = 1
    high: int = 5
    labels: Mapping[int, str] = field(default_factory=dict)

    def sources(self) -> Iterator[tuple[str, Column | None]]:
        return iter(())


@record
class NumberAnswer:
    """A figure with a unit, and limits that warn."""

    kind: ClassVar[str] = "number"
    gives_items: ClassVar[bool] = False
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None

    def sources(self) -> Iterator[tuple[str, Column | None]]:
        return iter(())


@record
class DateAnswer:
    """A day."""

    kind: ClassVar[str] = "date"
    gives_items: ClassVar[bool] = False

    def sources(self) -> Iterator[tuple[str, Column | None]]:
        return iter(())


CellKind = TextAnswer | NumberAnswer | DateAnswer | ChoiceAnswer | ScaleAnswer


@record
class Column:
    """A column of a table.

    ``missing`` words the finding of an empty ``required`` cell, ``uncovered`` that of an item no row picks.
    """

    id: str
    title: str
    cell: CellKind
    about: str = ""
    required: bool = False
    cover: bool = False
    missing: str = ""
    uncovered: str = ""


@record
class Row:
    """A row that the deck names itself."""

    id: str
    title: str


@record
class RowsOf:
    """One row for each item of the card ``card``."""

    card: str


@record
class TableAnswer:
    """Rows of typed cells.

    ``rows`` is None (free rows, which are items named by their first column), fixed, or one per item.
    """

    kind: ClassVar[str] = "table"
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] | RowsOf | None = None
    at_least: int | None = None
    at_most: int | None = None

    @property
    def gives_items(self) -> bool:
        """Only free rows are items; they are named by their first column."""
        return self.rows is None

    @property
    def follows(self) -> str:
        """The card whose items are the rows, or an empty string."""
        return self.rows.card if isinstance(self.rows, RowsOf) else ""

    def column(self, column_id: str) -> Column | None:
        """The column with this id, or None."""
        return next((column for column in self.columns if column.id == column_id), None)

    def sources(self) -> Iterator[tuple[str, Column | None]]:
        """The cards this table refers to: (card, the column that picks from it, or None where the rows follow it)."""
        if self.follows:
            yield self.follows, None
        for column in self.columns:
            if isinstance(column.cell, ChoiceAnswer) and column.cell.source:
                yield column.cell.source, column


AnswerKind = TextAnswer | ListAnswer | ChoiceAnswer | RankAnswer | ScaleAnswer | NumberAnswer | DateAnswer | TableAnswer
