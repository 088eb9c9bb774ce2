"""What a comparison says, as plain immutable data that any room can show.

Texts are as people read them, in the strategies' language: picks by name, dates and figures in words. The words that
came and went are :class:`Stretch`\\es; every word of the text before is in one that is ``same`` or ``gone``, every word
of the text after in one that is ``same`` or ``come``.
"""

from __future__ import annotations

from typing import Literal

from impactcards.records import record
from impactcards.strategy.strategy import Strategy


@record
class Stretch:
    """Words in a row that share a fate. Neighbours are parted by a space, or by the line feed one of them ends with."""

    text: str
    how: Literal["same", "gone", "come"]


@record
class TextChange:
    """A text that changed."""

    before: str
    after: str
    stretches: tuple[Stretch, ...]


@record
class ValueChange:
    """A rating, a figure or a day, or how a card was put off; empty where there is none."""

    before: str
    after: str


@record
class EntryChange:
    """An item, a pick or a rank.

    ``was_at`` and ``is_at`` count from 1; both are set only for what moved, which may be reworded as well.
    """

    how: Literal["gone", "come", "reworded", "moved"]
    before: str
    after: str
    was_at: int = 0
    is_at: int = 0
    stretches: tuple[Stretch, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether it stands at another place than before, as seen from its neighbours."""
        return bool(self.was_at and self.is_at)


@record
class CellChange:
    """A cell. ``entries`` are filled for picks, ``stretches`` for a text that said something before and after."""

    column: str
    title: str
    kind: str
    before: str
    after: str
    stretches: tuple[Stretch, ...] = ()
    entries: tuple[EntryChange, ...] = ()


@record
class RowChange:
    """A row of a table, named as before and as now; ``cells`` are those that changed, but for the one that names it.

    ``stretches`` is filled where the name itself changed; ``was_at`` and ``is_at`` where the row moved.
    """

    how: Literal["gone", "come", "changed", "moved"]
    before: str
    after: str
    cells: tuple[CellChange, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    was_at: int = 0
    is_at: int = 0

    @property
    def name(self) -> str:
        """What it is called now, or was called last."""
        return self.after or self.before


@record
class WaivedChange:
    """A finding that was waived (``come``), taken up again (``gone``), or waived for another reason (``changed``)."""

    how: Literal["gone", "come", "changed"]
    finding: str
    before: str
    after: str


Part = TextChange | ValueChange | EntryChange | RowChange


@record
class CardChange:
    """A card of which something changed.

    ``how`` is about its answer; ``beside`` means that only what stands beside it changed. ``kind`` is the answer's,
    empty for one that no deck can read. ``put_off`` holds ``later``, ``skipped`` or nothing. Of a ``sealed`` answer
    nothing is told but that it changed. ``suit`` is empty for a card that no deck has.
    """

    card: str
    title: str
    suit: str
    how: Literal["answered", "emptied", "changed", "beside"]
    kind: str
    parts: tuple[Part, ...] = ()
    note: TextChange | None = None
    put_off: ValueChange | None = None
    waived: tuple[WaivedChange, ...] = ()
    sealed: bool = False


@record
class Comparison:
    """Two states of a strategy, and the cards that differ, in deck order."""

    older: Strategy
    newer: Strategy
    cards: tuple[CardChange, ...]

    def count(self, how: str) -> int:
        """How many cards changed in that way."""
        return sum(card.how == how for card in self.cards)

    def of(self, card_id: str) -> CardChange | None:
        """What changed of a card, or None."""
        return next((card for card in self.cards if card.card == card_id), None)


__all__ = [
    "CardChange",
    "CellChange",
    "Comparison",
    "EntryChange",
    "Part",
    "RowChange",
    "Stretch",
    "TextChange",
    "ValueChange",
    "WaivedChange",
]
