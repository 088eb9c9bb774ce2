"""Two states of a strategy compared card by card, as data that any room can show."""

from impactcards.strategy.comparing.cards import compare, compare_card
from impactcards.strategy.comparing.change import (
    CardChange,
    CellChange,
    Comparison,
    EntryChange,
    Part,
    RowChange,
    Stretch,
    TextChange,
    ValueChange,
    WaivedChange,
)
from impactcards.strategy.comparing.shortening import changed_lines, is_rewritten
from impactcards.strategy.comparing.stretches import stretches

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
    "changed_lines",
    "compare",
    "compare_card",
    "is_rewritten",
    "stretches",
]
