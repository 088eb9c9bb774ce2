"""A real strategy in a real folder, and the app that plays it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from impactcards.deck.library import Library
from impactcards.home import Home
from impactcards.settings import Settings
from impactcards.strategy.folder import create, open_strategy
from impactcards.strategy.opened import OpenStrategy
from impactcards.tui.app import ImpactCardsApp
from impactcards.words import words

SMALL_DECK = """\
format: 1
id: small
language: en
title: A small deck
version: 1.0.0
license: CC-BY-4.0
about: For tests.
suits:
  - {id: start, title: Start, symbol: "◊", color: blue, about: All of it.}
cards:
  - id: aim
    suit: start
    title: What for
    prompt: What is it all for?
    why: "So that [b]markup[/b] and [/x] stay text."
    hints: ["Ask somebody.", "Count it."]
    example: To be found.
    pitfall: "“More reach”: that is effort."
    minutes: 2
    core: true
    answer: {kind: text, lines: 3}
  - id: goals
    suit: start
    title: Goals
    prompt: Which goals?
    minutes: 3
    core: true
    answer: {kind: list, at_least: 2, at_most: 3}
  - id: mood
    suit: start
    title: Mood
    prompt: How is it going?
    minutes: 1
    answer: {kind: scale, from: 1, to: 5, labels: {1: Badly, 5: Well}}
  - id: who
    suit: start
    title: Who does what
    prompt: Who serves which goal?
    minutes: 4
    answer:
      kind: table
      columns:
        - {id: person, title: Person, kind: text, required: true}
        - {id: goals, title: Goals, kind: choice, from: goals, several: true, required: true, cover: true}
  - id: extra
    suit: start
    title: One more
    prompt: Why is it going badly?
    minutes: 1
    when: {card: mood, below: 3}
    answer: {kind: text, lines: 1}
recipes:
  - {id: all, title: All of it, about: Everything., for: anybody, minutes: 12, cards: [aim, goals, mood, who, extra]}
  - {id: two, title: Two cards, about: A little., for: anybody, minutes: 5, cards: [aim, goals]}
"""

MakeApp = Callable[..., ImpactCardsApp]


@pytest.fixture
def deck_path(home: Home) -> Path:
    """A small deck in the user's own decks folder."""
    home.decks.mkdir(parents=True)
    path = home.decks / "small.yaml"
    path.write_text(SMALL_DECK, encoding="utf-8")
    return path


@pytest.fixture
def library(home: Home, deck_path: Path) -> Library:
    return Library(home.decks, 1_000_000)


@pytest.fixture
def opened(home: Home, deck_path: Path) -> OpenStrategy:
    """A strategy that was just begun."""
    return create(home, "Acme 2027", deck_path, language="en", recipe="all")


@pytest.fixture
def again(home: Home, library: Library) -> Callable[[], OpenStrategy]:
    """Open the strategy anew, as another window or another day would."""
    return lambda: open_strategy(home, library, "Acme 2027")


@pytest.fixture
def make_app(home: Home, library: Library) -> MakeApp:
    """The app on a strategy, or on the shelf without one."""

    def make(
        opened: OpenStrategy | None = None, *, language: str = "en", settings: Settings | None = None, **options: object
    ) -> ImpactCardsApp:
        return ImpactCardsApp(
            opened, home=home, library=library, settings=settings or Settings(), say=words(language), **options
        )

    return make
