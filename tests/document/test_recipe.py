"""A strategy played by a short recipe is not scolded for cards nobody dealt: they are what could come next."""

from __future__ import annotations

from impactcards.deck.library import bundled_folder
from impactcards.deck.loader import load_deck
from impactcards.document import strategy_markdown
from impactcards.strategy.strategy import Strategy


def document_of(recipe: str) -> str:
    deck = load_deck(bundled_folder() / "social-media-strategy.yaml", language="en").deck
    strategy = Strategy("Acme", deck, "en", recipe=recipe)
    strategy.set_value("mirror-strategy", 2)
    return strategy_markdown(strategy)


def test_cards_beyond_the_recipe_come_next() -> None:
    document = document_of("taster")
    assert "### For a complete strategy" in document
    assert "These cards would come next: “Everything in our name”" in document
    assert "*open: What should be different" not in document
    assert "Still unanswered: “Numbers that moved us”" in document


def test_without_a_recipe_every_core_card_is_open() -> None:
    document = document_of("")
    assert "For a complete strategy" not in document
    assert "*open: What should be different" in document
