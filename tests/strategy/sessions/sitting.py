"""A small deck of every kind of answer, sessions of it in real folders, and a watch that tests turn."""

from __future__ import annotations

from typing import Any

from kept import deck_file, opened

from impactcards.home import Home
from impactcards.strategy.folder import OpenStrategy, create
from impactcards.strategy.sessions import Session, begin, resume
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
  - id: goals
    suit: all
    title: Goals
    prompt: Which?
    minutes: 10
    core: true
    hints: [Think small., Think large.]
    facilitation: Wait for the third silence.
    answer: {kind: list, at_most: 3}
  - {id: words, suit: all, title: Words, prompt: What?, minutes: 5, fresh_for: 1 month, answer: {kind: text}}
  - id: mirror
    suit: all
    title: Mirror
    prompt: How?
    minutes: 4
    answer: {kind: scale, from: 1, to: 5, labels: {1: Never}}
  - {id: budget, suit: all, title: Budget, prompt: How much?, minutes: 4, answer: {kind: number, unit: h}}
  - {id: until, suit: all, title: Until, prompt: When?, minutes: 2, answer: {kind: date}}
  - {id: aim, suit: all, title: Aim, prompt: Which?, minutes: 4, answer: {kind: choice, from: goals}}
  - {id: order, suit: all, title: Order, prompt: Which?, minutes: 4, answer: {kind: rank, from: goals}}
  - id: channels
    suit: all
    title: Channels
    prompt: Where?
    minutes: 8
    answer:
      kind: table
      columns: [{id: channel, title: Channel, kind: text}, {id: posts, title: Posts, kind: number}]
  - id: effort
    suit: all
    title: Effort
    prompt: How much?
    minutes: 6
    answer: {kind: table, rows: {each: goals}, columns: [{id: hours, title: Hours, kind: number}]}
  - {id: bet, suit: all, title: Bet, prompt: What?, minutes: 3, seal: until-review, answer: {kind: text}}
recipes:
  - id: short
    title: Short
    minutes: 30
    people: [2, 6]
    cards: [goals, {break: 5}, words, mirror]
jokers:
  - {id: a, text: Stand up.}
  - {id: b, text: Swap seats.}
  - {id: c, text: Say nothing.}
"""

#: When the watch of a session is first looked at, in seconds since the epoch.
START = 1_780_000_000.0


class Watch:
    """Seconds since the epoch, as a test wants them."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> float:
        return self.at

    def on(self, *, minutes: float = 0, seconds: float = 0) -> None:
        """Let time go by."""
        self.at += 60 * minutes + seconds


def acme(home: Home, **answers: Any) -> OpenStrategy:
    """A new strategy with these answers (values) of an earlier day, saved."""
    made = create(home, "Acme", deck_file(home, DECK))
    clock, made.strategy.clock = made.strategy.clock, lambda: "2026-05-01T12:00:00Z"
    for card, value in answers.items():
        made.strategy.set_value(card, value)
    made.strategy.clock = clock
    assert made.save().ok
    return made


def sat_down(
    home: Home, *, people: int = 8, recipe: str = "short", minutes: float | None = None, **answers: Any
) -> Session:
    """A session that has just begun, with a watch of its own (``session.now``)."""
    return begin(acme(home, **answers), recipe=recipe, people=people, minutes=minutes, now=Watch())


def at_card(home: Home, card_id: str, step: str = "", **answers: Any) -> Session:
    """A session at a card and a step."""
    session = sat_down(home, **answers)
    card = session.strategy.deck.card(card_id)
    assert card is not None
    session.to_card(card)
    if step:
        session.to_step(step)
        assert session.step == step
    return session


def later(session: Session, *, minutes: float = 0, seconds: float = 0) -> None:
    """Let time go by for a session."""
    assert isinstance(session.now, Watch)
    session.now.on(minutes=minutes, seconds=seconds)


def ideas(session: Session, *texts: str) -> None:
    """Note ideas of nobody."""
    for text in texts:
        assert session.add_idea(text) is not None


def again(session: Session, home: Home) -> Session:
    """The session as another start of the program finds it, on the same watch."""
    assert session.opened.save().ok
    found = resume(opened(home), now=session.now)
    assert found is not None
    return found


def goals(*texts: str) -> tuple[Item, ...]:
    """Items with ids ``a222``, ``b222``, …"""
    return tuple(Item(f"{chr(97 + n)}222", text) for n, text in enumerate(texts))
