"""A recipe somebody asks for by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.faults import UserError
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from impactcards.deck.model import Deck


def require_recipe(deck: Deck, recipe_id: str) -> None:
    """Raise :class:`UserError`, which names the recipes there are, if the deck lacks one that is asked for."""
    if recipe_id and deck.recipe(recipe_id) is None:
        known = ", ".join(recipe.id for recipe in deck.recipes)
        raise UserError(
            Message(N_("The deck has no recipe “{recipe}”. It has: {known}."), recipe=recipe_id, known=known or "–")
        )


__all__ = ["require_recipe"]
