"""Who shows rows, and what rows tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol

from impactcards.deck.kinds import Column
from impactcards.tui.widgets.rows.offer import Offer

Kind = Literal["typing", "deed"]


class RowsOwner(Protocol):
    """Called at once and not by message, so that what was typed is known before the next key is dealt with."""

    def rows_changed(self, kind: Kind) -> None:
        """A cell, or the rows themselves, have changed."""

    def rows_left(self, direction: int) -> None:
        """Somebody wants to go on (1), back (-1), or out of the field (0)."""

    def rows_moved(self) -> None:
        """Another cell is the current one, or its list was opened or closed."""

    def rows_offer(self, column: Column) -> Offer:
        """What a choice column offers now."""

    def rows_add(self, column: Column, text: str, then: Callable[[str], None]) -> None:
        """An item is wanted that the column's source does not have; call ``then`` with its id."""
