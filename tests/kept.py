"""Strategies in real folders: a deck file with every answer kind, and short ways to make and open a strategy of it."""

from __future__ import annotations

from pathlib import Path

from impactcards.deck.library import Library
from impactcards.home import Home
from impactcards.strategy.folder import OpenStrategy, create, open_strategy
from impactcards.strategy.values import Item

DECK = """\
format: 1
id: small
language: en
title: A small deck
version: 1.0.0
license: CC-BY-4.0
about: For tests.
suits:
  - {id: all, title: All, symbol: "■", color: blue, about: All of it.}
cards:
  - {id: goals, suit: all, title: Goals, prompt: Which?, minutes: 1, answer: {kind: list}}
  - {id: words, suit: all, title: Words, prompt: What?, minutes: 1, answer: {kind: text}}
  - {id: mirror, suit: all, title: Mirror, prompt: How?, minutes: 1, answer: {kind: scale, from: 1, to: 5}}
  - {id: budget, suit: all, title: Budget, prompt: How much?, minutes: 1, answer: {kind: number}}
  - {id: until, suit: all, title: Until, prompt: When?, minutes: 1, answer: {kind: date}}
  - {id: main-goal, suit: all, title: Main goal, prompt: Which?, minutes: 1, answer: {kind: choice, from: goals}}
  - {id: order, suit: all, title: Order, prompt: Which?, minutes: 1, answer: {kind: rank, from: goals}}
  - id: channels
    suit: all
    title: Channels
    prompt: Where?
    minutes: 1
    answer:
      kind: table
      columns:
        - {id: channel, title: Channel, kind: text}
        - {id: changed, title: Changed, kind: text}
        - {id: posts, title: Posts, kind: number}
        - {id: serves, title: Serves, kind: choice, from: goals, several: true}
recipes:
  - {id: short, title: Short, minutes: 10, cards: [goals, words]}
"""


def deck_file(home: Home, text: str = DECK, name: str = "small.yaml") -> Path:
    """A deck in the home's own decks."""
    home.decks.mkdir(parents=True, exist_ok=True)
    path = home.decks / name
    path.write_text(text, encoding="utf-8")
    return path


def library(home: Home) -> Library:
    """The home's own decks, without the bundled ones."""
    return Library(home.decks, bundled=home.decks / "none")


def made(home: Home, name: str = "Acme") -> OpenStrategy:
    """A new strategy of the small deck."""
    return create(home, name, deck_file(home))


def opened(home: Home, name: str | Path = "Acme", *, read_only: bool = False) -> OpenStrategy:
    """A strategy opened as the program does."""
    return open_strategy(home, library(home), name, read_only=read_only)


def text_of(strategy: OpenStrategy) -> str:
    """strategy.yaml as it stands on the disk."""
    return (strategy.folder / "strategy.yaml").read_text(encoding="utf-8")


def head_of(strategy: OpenStrategy) -> str:
    """strategy.yaml up to its answers, for a test that writes these by hand."""
    return text_of(strategy).partition("answers:\n")[0]


def write(strategy: OpenStrategy, text: str) -> None:
    """Edit strategy.yaml by hand."""
    (strategy.folder / "strategy.yaml").write_text(text, encoding="utf-8")


def item(item_id: str, text: str) -> tuple[Item, ...]:
    """The value of a list with one item."""
    return (Item(item_id, text),)
