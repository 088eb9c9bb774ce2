"""The five mistakes: whether a deck that rates them also works against them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.author.lookup import maps_in, name_of
from impactcards.deck.build_parts import flag, texts
from impactcards.deck.format.lookup import map_in, text_in
from impactcards.words import N_

if TYPE_CHECKING:
    from impactcards.deck.format.context import Context
    from impactcards.yamltext import MapNode


def mistake_without_core_card(root: MapNode, context: Context) -> None:
    """Of each mistake in the profile, a core card takes care; to rate it is not enough."""
    profile = map_in(root, "profile")
    core = [card for card in maps_in(root, "cards") if flag(card, "core")]
    for mistake in profile.value if profile is not None else ():
        rating = text_in(profile, mistake)
        if not mistake.startswith("x-") and not any(
            mistake in texts(card, "counters") for card in core if name_of(card) != rating
        ):
            context.remark(
                profile.keys[mistake],  # type: ignore[union-attr]
                N_("The deck rates “{mistake}”, but no other core card has it among what it “counters”."),
                mistake=mistake,
            )
