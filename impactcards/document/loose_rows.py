"""Rows of tables that the deck wants among the loose ends."""

from __future__ import annotations

from impactcards.deck.model import Card
from impactcards.document.material import Material


def loose_rows(material: Material, card: Card) -> list[str]:
    """A line for each row of ``card`` that the deck's ``loose_ends`` describe."""
    return []
