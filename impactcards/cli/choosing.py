"""What a name on the command line means: a deck, a recipe, a language; and what a shell may complete it to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from impactcards.cli.language import spoken
from impactcards.cli.output import tell
from impactcards.cli.surroundings import Surroundings
from impactcards.faults import UserError
from impactcards.text import closest
from impactcards.words import N_, Message, closest_language

if TYPE_CHECKING:
    from impactcards.deck.loader import Loaded
    from impactcards.deck.model import Deck, Recipe

#: The deck a new strategy takes where none is named.
USUAL_DECK = "social-media-strategy"


def deck_for_new(surroundings: Surroundings, deck: str, language: str) -> Loaded:
    """The deck a new strategy is played with, in ``language``, else the interface's if it has it, else its own."""
    loaded = surroundings.library.load(deck or USUAL_DECK, language or spoken().language)
    require_language(loaded.deck, language)
    for fault in loaded.overlay_faults:
        tell(fault.worded(spoken()))
    return loaded


def require_language(deck: Deck, language: str) -> str:
    """The deck's own tag for a language asked for with --lang; an empty one stays empty."""
    if not language:
        return ""
    tags = (deck.language, *deck.languages)
    tag = closest_language(language, tags)
    if tag is None:
        raise UserError(
            Message(
                N_("The deck “{deck}” has no words in “{tag}”. It has: {tags}."),
                deck=deck.id,
                tag=language,
                tags=", ".join(dict.fromkeys(tags)),
            )
        )
    return tag


def recipe_of(deck: Deck, recipe_id: str) -> Recipe | None:
    """The deck's recipe of that id; None where none is asked for."""
    if not recipe_id:
        return None
    recipe = deck.recipe(recipe_id)
    if recipe is None:
        raise unknown(recipe_id, [recipe.id for recipe in deck.recipes], N_("The deck has no recipe “{id}”."))
    return recipe


def unknown(wanted: str, known: list[str], message: str) -> UserError:
    """An error about an id that is not there, with the one that was probably meant, or all there are.

    ``message`` is a marked sentence with the placeholder ``{id}``.
    """
    near = closest(wanted, known)
    if near is not None:
        return UserError(Message(N_("{what} Is “{near}” meant?"), what=Message(message, id=wanted), near=near))
    return UserError(
        Message(N_("{what} There are: {known}."), what=Message(message, id=wanted), known=", ".join(known) or "–")
    )


def complete_strategy(ctx: click.Context, _param: Any, incomplete: str) -> list[str]:
    """The names of strategies for a shell to complete."""
    from impactcards.strategy.shelf import shelf

    entries = shelf(_surroundings(ctx).home)
    return [entry.name for entry in entries if entry.name.lower().startswith(incomplete.lower())]


def complete_deck(ctx: click.Context, _param: Any, incomplete: str) -> list[str]:
    """The ids of decks for a shell to complete."""
    decks = _surroundings(ctx).library.list(spoken().language)
    return [deck.id for deck in decks if deck.id.startswith(incomplete)]


def _surroundings(ctx: click.Context) -> Surroundings:
    """A shell completes without running the program's own callback, so its options are read here."""
    return Surroundings(ctx.find_root().params.get("home"))
