"""A deck whose answers age, and strategies of it that were answered on 10 January 2027."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from impactcards.deck.loader import load_deck
from impactcards.deck.model import Deck
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Value

WRITTEN = "2027-01-10T12:00:00Z"

AGEING = """\
format: 1
id: ageing
language: en
title: A deck that ages
version: 1.0.0
next_review: until
suits:
  - {id: all, title: All, symbol: "■", color: blue, about: All of it.}
cards:
  - {id: goals, suit: all, title: Goals, prompt: Which?, minutes: 4, fresh_for: 3 months, answer: {kind: list}}
  - {id: words, suit: all, title: Words, prompt: What?, minutes: 2.5, fresh_for: 6 months, answer: {kind: text}}
  - {id: mirror, suit: all, title: Mirror, prompt: How?, minutes: 1, answer: {kind: scale, from: 1, to: 5}}
  - {id: until, suit: all, title: Until, prompt: When?, minutes: 1, answer: {kind: date}}
  - {id: main-goal, suit: all, title: Main goal, prompt: Which?, minutes: 1, fresh_for: 2 years, answer: {kind: choice, from: goals}}
  - id: extra
    suit: all
    title: One more
    prompt: Why?
    minutes: 1
    fresh_for: 10 days
    when: {card: mirror, below: 3}
    answer: {kind: text}
recipes:
  - {id: short, title: Short, minutes: 10, cards: [goals, words]}
"""  # noqa: E501


@cache
def deck_of(old: str = "", new: str = "") -> Deck:
    """The deck, with one piece of its text replaced."""
    text = AGEING.replace(old, new) if old else AGEING
    return load_deck(Path("ageing.yaml"), base_text=text.encode()).deck


def answered(**answers: Value) -> Strategy:
    """A strategy with these answers by card id."""
    strategy = Strategy("Acme", deck_of(), "en", clock=lambda: WRITTEN)
    for card_id, value in answers.items():
        strategy.set_value(card_id, value)
    return strategy
