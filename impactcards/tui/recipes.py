"""What the shelf offers to begin with: each deck's recipes, as its author ordered them."""

from __future__ import annotations

from pathlib import Path

from impactcards.deck.library import Library
from impactcards.deck.model import Deck, Recipe
from impactcards.faults import UserError
from impactcards.records import record
from impactcards.tui.widgets.face import minutes_in_words
from impactcards.words import Words


@record
class Offer:
    """A recipe of a deck, in words. ``recipe`` is empty where a deck has none: all of its cards."""

    deck_path: Path
    deck_title: str
    recipe: str
    title: str
    about: str
    aside: str
    minutes: float


def offers(library: Library, language: str, say: Words) -> list[Offer]:
    """The offers of all decks that can be read, grouped by deck, the deck that begins with the shortest first."""
    found: list[list[Offer]] = []
    for entry in library.list(language):
        try:
            deck = library.load(str(entry.path), language).deck
        except UserError:
            continue
        found.append(offers_of(deck, entry.path, say))
    found.sort(key=lambda of_deck: of_deck[0].minutes)
    return [offer for of_deck in found for offer in of_deck]


def offers_of(deck: Deck, path: Path, say: Words) -> list[Offer]:
    """One deck's recipes, in the order its author gave them."""
    if not deck.recipes:
        minutes = sum(card.minutes for card in deck.cards)
        return [
            Offer(path, deck.title, "", deck.title, deck.about, length_in_words(len(deck.cards), minutes, say), minutes)
        ]
    return [
        Offer(
            path,
            deck.title,
            recipe.id,
            recipe.title,
            recipe.about,
            recipe_length(recipe, deck, say),
            recipe_minutes(recipe, deck),
        )
        for recipe in deck.recipes
    ]


def recipe_minutes(recipe: Recipe, deck: Deck) -> float:
    """How long a recipe takes: its time box, or the sum of its cards."""
    return recipe.minutes or sum(card.minutes for card_id in recipe.cards if (card := deck.card(card_id)))


def recipe_length(recipe: Recipe, deck: Deck, say: Words) -> str:
    """``7 cards, 20 min``."""
    return length_in_words(len(recipe.cards), recipe_minutes(recipe, deck), say)


def length_in_words(cards: int, minutes: float, say: Words) -> str:
    return say.plural("{n} card, {time}", "{n} cards, {time}", cards, time=minutes_in_words(minutes, say))
