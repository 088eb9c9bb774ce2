"""Conditions: what they ask, and that an unanswered card fulfils none of them."""

from __future__ import annotations

from typing import Any

import pytest
from small_deck import card, deck_of, items, play

from impactcards.deck.kinds import NumberAnswer, TextAnswer
from impactcards.deck.model import Condition
from impactcards.strategy.conditions import hidden_cards, holds, is_hidden

ANSWERED = Condition("answered", "words", True)
ADS = Condition("has", "situation", "ads")
LOW = Condition("below", "mirror", 3)
HIGH = Condition("above", "budget", 1000)


def not_(part: Condition) -> Condition:
    return Condition("not", parts=(part,))


CASES = [
    (None, {}, True),
    (ANSWERED, {}, False),
    (ANSWERED, {"words": ""}, False),
    (ANSWERED, {"words": "x"}, True),
    (Condition("answered", "words", False), {}, True),
    (Condition("answered", "words", False), {"words": "x"}, False),
    (Condition("answered", "rules", True), {"rules": [{"id": "praise"}]}, False),
    (ADS, {}, False),
    (ADS, {"situation": ["ads", "team"]}, True),
    (ADS, {"situation": ["team"]}, False),
    (Condition("has", "main-goal", "a222"), {"goals": items("A"), "main_goal": ["a222"]}, True),
    (LOW, {}, False),
    (LOW, {"mirror": 2}, True),
    (LOW, {"mirror": 3}, False),
    (LOW, {"mirror": "often"}, False),
    (LOW, {"mirror": 0}, True),
    (HIGH, {"budget": 1000}, False),
    (HIGH, {"budget": 1000.5}, True),
    (not_(ADS), {}, True),
    (Condition("all", parts=(ADS, LOW)), {"situation": ["ads"], "mirror": 2}, True),
    (Condition("all", parts=(ADS, LOW)), {"situation": ["ads"]}, False),
    (Condition("any", parts=(ADS, LOW)), {"mirror": 2}, True),
    (Condition("any", parts=(ADS, LOW)), {}, False),
    (Condition("any", parts=(not_(Condition("answered", "situation", True)), ADS)), {}, True),
]


@pytest.mark.parametrize(("condition", "answers", "expected"), CASES)
def test_a_condition_holds(condition: Condition | None, answers: dict[str, Any], expected: bool) -> None:
    assert holds(condition, play(**answers)) is expected


def test_a_hidden_card_keeps_its_answer_but_decides_nothing() -> None:
    deck = deck_of(
        card("first", NumberAnswer()),
        card("second", TextAnswer(), when=Condition("above", "first", 5)),
        card("third", TextAnswer(), when=Condition("answered", "second", True)),
    )
    strategy = play(deck, first=6, second="yes")
    assert hidden_cards(strategy) == set()
    strategy.set_value("first", 5)
    assert hidden_cards(strategy) == {"second", "third"}
    assert is_hidden(deck.cards[2], strategy)
    assert strategy.answer("second").value == "yes"
    strategy.set_value("first", 6)
    assert hidden_cards(strategy) == set()


def test_a_chain_of_thousands_of_conditions_is_worked_through() -> None:
    chain = [
        card(f"c{n}", TextAnswer(), when=Condition("answered", f"c{n - 1}", True) if n else None) for n in range(5000)
    ]
    strategy = play(deck_of(*chain), c0="x")
    assert len(hidden_cards(strategy)) == 4998
    assert not is_hidden(chain[1], strategy)
    assert is_hidden(chain[-1], strategy)
