"""The bundled decks, each read once for all tests of a process."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from impactcards.deck.library import bundled_folder
from impactcards.deck.loader import load_deck
from impactcards.deck.model import Deck

ReadDeck = Callable[..., Deck]


@cache
def _read(name: str, language: str) -> Deck:
    return load_deck(bundled_folder() / f"{name}.yaml", language=language).deck


@pytest.fixture(scope="session")
def bundled() -> Path:
    """Where the bundled decks are."""
    return bundled_folder()


@pytest.fixture(scope="session")
def read_deck() -> ReadDeck:
    """A bundled deck by its id: ``read_deck("crisis-drill", "de")``; in English if no language is given."""

    def read(name: str, language: str = "en") -> Deck:
        return _read(name, language)

    return read


@pytest.fixture
def social(read_deck: ReadDeck) -> Deck:
    """The deck of the social media strategy, in English."""
    return read_deck("social-media-strategy")
