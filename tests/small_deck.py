"""A deck of a few cards for tests, one of each answer kind, and strategies that play it without touching a disk."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from impactcards.deck.kinds import (
    AnswerKind,
    ChoiceAnswer,
    Column,
    DateAnswer,
    ListAnswer,
    NumberAnswer,
    Option,
    RankAnswer,
    Row,
    RowsOf,
    ScaleAnswer,
    TableAnswer,
    TextAnswer,
)
from impactcards.deck.model import Card, Deck, Recipe, Suit
from impactcards.strategy import kinds
from impactcards.strategy.strategy import Strategy

if TYPE_CHECKING:
    from collections.abc import Iterable

SEVERAL = (Option("ads", "Paid ads"), Option("team", "A team, of sorts"), Option("none", "None of it", alone=True))


def card(card_id: str, answer: AnswerKind, **more: Any) -> Card:
    """A card; its title is its id with a capital unless given."""
    return Card(card_id, "all", more.pop("title", card_id.capitalize()), "What?", answer, **more)


def deck_of(*cards: Card, recipes: Iterable[Recipe] = (), language: str = "en") -> Deck:
    """A deck of these cards in one suit."""
    suits = (Suit("all", "All", "▲", "blue"),)
    return Deck("small", language, "Small", "1.0.0", "CC0-1.0", "", suits, cards, tuple(recipes))


GOALS = card("goals", ListAnswer(at_least=1, at_most=3))
CHANNELS = card(
    "channels",
    TableAnswer(
        columns=(
            Column("channel", "Channel", TextAnswer(), required=True),
            Column(
                "goals",
                "Serves",
                ChoiceAnswer(source="goals", several=True),
                required=True,
                cover=True,
                missing="“{row}” serves no goal.",
                uncovered="No channel serves “{item}”.",
            ),
            Column("posts", "Posts", NumberAnswer(unit="a week", minimum=0)),
            Column("start", "Start", DateAnswer()),
            Column("fit", "Fit", ScaleAnswer(1, 5, {1: "Poor", 5: "Made for it"})),
        )
    ),
)
PROMISE = card(
    "promise",
    TableAnswer(
        rows=RowsOf("channels"),
        columns=(
            Column("hours", "Hours", NumberAnswer(unit="h"), required=True),
            Column("note", "Note", TextAnswer()),
        ),
    ),
)
RULES = card(
    "rules",
    TableAnswer(
        rows=(Row("praise", "Praise"), Row("blame", "Blame")),
        columns=(Column("reaction", "Reaction", ChoiceAnswer(options=SEVERAL, several=True)),),
    ),
)
CARDS = (
    GOALS,
    card("words", TextAnswer()),
    card("situation", ChoiceAnswer(options=SEVERAL, several=True)),
    card("main-goal", ChoiceAnswer(source="goals"), title="Aim"),
    card("order", RankAnswer(source="goals")),
    card("mirror", ScaleAnswer(1, 5, {1: "Never", 3: "About half"})),
    card("budget", NumberAnswer(unit="€", minimum=0, maximum=100000)),
    card("review", DateAnswer()),
    CHANNELS,
    PROMISE,
    RULES,
)
DECK = deck_of(*CARDS)


def play(deck: Deck = DECK, language: str = "en", **answers: Any) -> Strategy:
    """A strategy with these answers, given as plain data (``main_goal=[…]`` answers the card ``main-goal``).

    Its clock stands at noon of 1 May 2026 and goes on by a minute with each look.
    """
    ticks = count()
    strategy = Strategy("Acme", deck, language, clock=lambda: f"2026-05-01T12:{next(ticks) % 60:02}:00Z")
    for name, data in answers.items():
        put(strategy, name.replace("_", "-"), data)
    return strategy


def put(strategy: Strategy, card_id: str, data: Any) -> None:
    """Answer a card with plain data."""
    asked = strategy.deck.card(card_id)
    assert asked is not None, card_id
    strategy.set_value(card_id, kinds.from_data(asked, data))


def items(*texts: str) -> list[dict[str, str]]:
    """Plain data of a list's items, with ids made of a letter and three figures: ``a222``, ``b222``, …"""
    return [{"id": f"{chr(97 + n)}222", "text": text} for n, text in enumerate(texts)]
