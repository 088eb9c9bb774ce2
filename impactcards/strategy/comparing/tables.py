"""Two states of a table compared row by row and cell by cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from impactcards.deck.kinds import ChoiceAnswer, Column, TableAnswer
from impactcards.deck.model import Card
from impactcards.strategy import kinds
from impactcards.strategy.comparing.change import CellChange, RowChange
from impactcards.strategy.comparing.entries import compare_entries, moved_entries, same_entries
from impactcards.strategy.comparing.stretches import stretches
from impactcards.strategy.kinds import Place
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Cell, TableRow, Value
from impactcards.words import Words


@dataclass(frozen=True)
class TableState:
    """A table card as one strategy has it; its rows and cells are named as they stood there."""

    strategy: Strategy
    card: Card
    value: Value
    say: Words

    @property
    def kind(self) -> TableAnswer:
        """What the card asks for."""
        if not isinstance(self.card.answer, TableAnswer):
            raise TypeError(f"{self.card.id} is no table")
        return self.card.answer

    @cached_property
    def rows(self) -> Mapping[str, TableRow]:
        """The rows that say something, by id: in the order in which they are shown, then those of removed items."""
        held = self.value if isinstance(self.value, tuple) else ()
        rows = {row.id: row for row in held if isinstance(row, TableRow) and row.cells}
        order = [row_id for row_id in self._titles if row_id in rows]
        return {row_id: rows[row_id] for row_id in dict.fromkeys([*order, *rows])}

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return dict(self.strategy.row_titles(self.card))

    def name(self, row: TableRow) -> str:
        """What a row is called: by the deck, its item, its first column, or the first thing it says."""
        if self.kind.rows is not None:
            title = self._titles.get(row.id) or (
                self.strategy.item_text(self.kind.follows, row.id) if self.kind.follows else ""
            )
            return " ".join(title.split()) if title else self.say("(removed)")
        texts = (self.text(column.id, row) for column in self.kind.columns)
        return next((text for text in texts if text), "") or ", ".join(map(str, row.cells.values()))

    @property
    def naming(self) -> str:
        """The column whose cell is the name of its row, or an empty string."""
        return self.kind.columns[0].id if self.kind.rows is None and self.kind.columns else ""

    def text(self, column_id: str, row: TableRow | None) -> str:
        """A cell for people, also one of a column that this deck does not have."""
        cell = row.cells.get(column_id) if row else None
        column = self.kind.column(column_id)
        if column is not None:
            return kinds.cell_text(column, cell, self.strategy, self.say)
        return ", ".join(cell) if isinstance(cell, tuple) else "" if cell is None else str(cell)

    def picks(self, column: Column, cell: Cell | None) -> dict[str, str]:
        """What a cell picks, id -> name."""
        place = Place(self.strategy, column)
        return {picked: place.name(picked) for picked in cell} if isinstance(cell, tuple) else {}


def compare_tables(old: TableState, new: TableState) -> tuple[RowChange, ...]:
    """The rows that went, then those that came, changed or moved in today's order.

    Both states are of the same card, though maybe as two decks have it. A free row that says the same under another id
    is the same row.
    """
    known = same_entries(_said(old), _said(new)) if new.kind.rows is None else {k: k for k in new.rows if k in old.rows}
    moved = moved_entries(list(old.rows), [known.get(key, key) for key in new.rows]) if new.kind.rows is None else ()
    places = {key: place for place, key in enumerate(old.rows, 1)}
    left = set(known.values())
    changes = [
        RowChange("gone", old.name(row), "", _cells(old, new, row, None))
        for key, row in old.rows.items()
        if key not in left
    ]
    for place, (key, row) in enumerate(new.rows.items(), 1):
        before = known.get(key)
        if before is None:
            changes.append(RowChange("come", "", new.name(row), _cells(old, new, None, row)))
            continue
        was = old.rows[before]
        was_at, is_at = (places[before], place) if before in moved else (0, 0)
        cells = _cells(old, new, was, row) if was.cells != row.cells else ()
        names = (old.name(was), new.name(row))
        words = stretches(*names) if new.naming and was.cells.get(new.naming) != row.cells.get(new.naming) else ()
        if cells or words or was_at:
            changes.append(RowChange("changed" if cells or words else "moved", *names, cells, words, was_at, is_at))
    return tuple(changes)


def _said(state: TableState) -> dict[str, object]:
    return {key: tuple(sorted(row.cells.items(), key=str)) for key, row in state.rows.items()}


def _cells(old: TableState, new: TableState, was: TableRow | None, row: TableRow | None) -> tuple[CellChange, ...]:
    """The cells that differ. The one that names the row is left out where it does."""
    columns = dict.fromkeys(column.id for state in (new, old) for column in state.kind.columns)
    columns.update(dict.fromkeys(key for side in (was, row) if side for key in side.cells))
    changes = []
    for column_id in columns:
        if column_id == new.naming == old.naming:
            continue
        cells = was.cells.get(column_id) if was else None, row.cells.get(column_id) if row else None
        texts = old.text(column_id, was), new.text(column_id, row)
        if cells[0] != cells[1] and texts[0] != texts[1]:
            changes.append(_cell(old, new, column_id, cells, texts))
    return tuple(changes)


def _cell(
    old: TableState, new: TableState, column_id: str, cells: tuple[Cell | None, Cell | None], texts: tuple[str, str]
) -> CellChange:
    column = new.kind.column(column_id) or old.kind.column(column_id)
    title = column.title if column else column_id.replace("-", " ").capitalize()
    kind = column.cell.kind if column else ""
    if column is not None and isinstance(column.cell, ChoiceAnswer):
        entries = compare_entries(old.picks(column, cells[0]), new.picks(column, cells[1]))
        return CellChange(column_id, title, kind, *texts, entries=entries)
    words = stretches(*texts) if kind == "text" and all(texts) else ()
    return CellChange(column_id, title, kind, *texts, stretches=words)


__all__ = ["TableState", "compare_tables"]
