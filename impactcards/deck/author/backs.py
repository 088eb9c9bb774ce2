"""Cards whose back leaves people alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.author.lookup import maps_in, missing_back, name_of
from impactcards.deck.build_parts import flag
from impactcards.words import N_

if TYPE_CHECKING:
    from impactcards.deck.format.context import Context
    from impactcards.yamltext import MapNode


def core_card_without_help(root: MapNode, context: Context) -> None:
    """A card that everybody should answer has a back that helps."""
    for card in maps_in(root, "cards"):
        missing = missing_back(card)
        if flag(card, "core") and missing:
            context.remark(
                card,
                N_("The core card “{card}” has no {keys} on its back."),
                card=name_of(card),
                keys=", ".join(missing),
            )
