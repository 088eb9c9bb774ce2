"""Suits that hold nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.author.lookup import maps_in, name_of
from impactcards.deck.format.lookup import text_in
from impactcards.words import N_

if TYPE_CHECKING:
    from impactcards.deck.format.context import Context
    from impactcards.yamltext import MapNode


def suit_without_cards(root: MapNode, context: Context) -> None:
    """Every suit has a card."""
    used = {text_in(card, "suit") for card in maps_in(root, "cards")}
    for suit in maps_in(root, "suits"):
        if name_of(suit) not in used:
            context.remark(suit, N_("No card belongs to the suit “{suit}”."), suit=name_of(suit))
