"""A small deck whose answers age, strategies of it in real folders, and a calendar that tests turn."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from kept import deck_file, library

from impactcards.deck.model import Card
from impactcards.home import Home
from impactcards.strategy.folder import OpenStrategy, create, open_strategy
from impactcards.strategy.reviews import Review, begin, resume
from impactcards.strategy.values import Item, TableRow

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
  - {id: goals, suit: all, title: Goals, prompt: Which?, minutes: 4, core: true, answer: {kind: list}}
  - {id: words, suit: all, title: Words, prompt: What?, minutes: 2, fresh_for: 2 months, answer: {kind: text}}
  - {id: mirror, suit: all, title: Mirror, prompt: How?, minutes: 1, answer: {kind: scale, from: 1, to: 5}}
  - {id: budget, suit: all, title: Budget, prompt: How much?, minutes: 3, answer: {kind: number, maximum: 100}}
  - id: secret
    suit: all
    title: Secret
    prompt: What?
    minutes: 1
    core: true
    when: {card: mirror, above: 3}
    answer: {kind: text}
  - {id: aim, suit: all, title: Aim, prompt: Why?, minutes: 1, fresh_for: 2 years, answer: {kind: choice, from: goals}}
  - id: effort
    suit: all
    title: Effort
    prompt: How much?
    minutes: 5
    answer: {kind: table, rows: {each: goals}, columns: [{id: hours, title: Hours, kind: number}]}
  - {id: rest, suit: all, title: Rest, prompt: What?, minutes: 1, answer: {kind: text}}
recipes:
  - {id: short, title: Short, minutes: 10, cards: [goals, words]}
  - {id: look, title: Look again, minutes: 10, review: true, builds_on: [aim], cards: [mirror, effort]}
  - {id: other, title: Something else, minutes: 10, cards: [rest]}
checks:
  - {id: stale, form: unchanged, of: [words, mirror], to: 2, says: "“{title}” is as ever."}
"""

#: Nothing has aged yet on this day.
SPRING = date(2026, 3, 2)
#: The words have aged by then.
SUMMER = date(2026, 7, 1)


def set_day(opened: OpenStrategy, day: date, time: str = "12:00:00") -> None:
    """Let the strategy's clock stand at a moment of a day (UTC)."""
    opened.strategy.clock = lambda: f"{day.isoformat()}T{time}Z"


def acme(home: Home, deck: str = DECK, **answers: Any) -> OpenStrategy:
    """A strategy that was answered in spring: two goals, words and a figure in the mirror, unless said otherwise."""
    opened = create(home, "Acme", deck_file(home, deck))
    set_day(opened, SPRING)
    usual = {"goals": (Item("a222", "Meet"), Item("b222", "Eat")), "words": "Hello", "mirror": 2, **answers}
    for card, value in usual.items():
        if value is not None:
            opened.strategy.set_value(card.replace("_", "-"), value)
    assert opened.save().ok
    return opened


def again(opened: OpenStrategy, home: Home, day: date = SUMMER) -> OpenStrategy:
    """The same strategy in another window, on another day."""
    other = open_strategy(home, library(home), opened.folder)
    set_day(other, day)
    return other


def begun(opened: OpenStrategy, day: date = SUMMER, recipe: str = "", time: str = "12:00:00") -> Review:
    """A review begun on a day."""
    set_day(opened, day, time)
    return begin(opened, recipe=recipe, today=lambda: day)


def resumed(opened: OpenStrategy, day: date = SUMMER) -> Review:
    """The review that is running."""
    review = resume(opened, today=lambda: day)
    assert review is not None
    return review


def card_of(review: Review, card_id: str) -> Card:
    """A card of the review's deck."""
    card = review.strategy.deck.card(card_id)
    assert card is not None
    return card


def dealt(review: Review) -> dict[str, list[str]]:
    """The hand: each card's reasons in English."""
    return {card.id: [str(why) for why in review.why_dealt(card)] for card in review.hand().cards}


def version_file(review: Review) -> Path:
    """Where the version stands that the review kept."""
    return review.opened.folder / "versions" / f"{review.entry['version']}.yaml"


def hours(**by_item: int) -> tuple[TableRow, ...]:
    """The value of the table of efforts."""
    return tuple(TableRow(item, {"hours": figure}) for item, figure in by_item.items())
