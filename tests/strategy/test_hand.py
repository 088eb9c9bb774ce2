"""The hand: which cards are dealt, in which state they are, and how far along one is."""

from __future__ import annotations

from typing import Any

import pytest
from small_deck import CHANNELS, DECK, PROMISE, card, deck_of, items, play, put

from impactcards.deck.kinds import ListAnswer, RowsOf, TableAnswer, TextAnswer
from impactcards.deck.model import Card, Condition, Deal, Recipe
from impactcards.strategy.answer import Answer
from impactcards.strategy.hand import CardState, Hand, blocked_by, card_state, deal, newly_dealt, progress
from impactcards.strategy.standing import Standing

BY_ID = {held.id: held for held in DECK.cards}


def ids(cards: tuple[Card, ...]) -> list[str]:
    return [held.id for held in cards]


def recipe(*cards: str, **more: Any) -> Recipe:
    return Recipe("r", "R", tuple(Deal(held) for held in cards), **more)


STATES = [
    ("words", {}, None, CardState.OPEN),
    ("words", {"words": "x"}, None, CardState.ANSWERED),
    ("words", {}, "later", CardState.LATER),
    ("words", {}, "skipped", CardState.SKIPPED),
    ("words", {"words": "x"}, "skipped", CardState.ANSWERED),
    ("channels", {"channels": [{"id": "c222", "channel": "Blog"}]}, None, CardState.BEGUN),
    ("promise", {}, None, CardState.BLOCKED),
    ("promise", {}, "skipped", CardState.SKIPPED),
    ("promise", {"channels": [{"id": "c222", "channel": "Blog"}]}, None, CardState.OPEN),
    ("main-goal", {}, None, CardState.OPEN),
]


@pytest.mark.parametrize(("card_id", "answers", "put_off", "state"), STATES)
def test_a_card_has_a_state(card_id: str, answers: dict[str, Any], put_off: Any, state: CardState) -> None:
    strategy = play(**answers)
    if put_off:
        strategy.put_off(card_id, put_off)
    assert card_state(BY_ID[card_id], strategy) is state


def test_a_hidden_card_is_hidden_whatever_else_it_is() -> None:
    hidden = card("more", TextAnswer(), when=Condition("answered", "words", True))
    strategy = play(deck_of(BY_ID["words"], hidden), more="kept")
    assert card_state(hidden, strategy) is CardState.HIDDEN


def test_an_answer_that_cannot_be_read_counts_as_begun() -> None:
    strategy = play()
    strategy.put("goals", Answer(raw={"not": "a list"}))
    assert card_state(BY_ID["goals"], strategy) is CardState.BEGUN


def test_only_rows_that_follow_a_card_are_blocked_by_it() -> None:
    assert blocked_by(PROMISE, play()) is CHANNELS
    assert blocked_by(CHANNELS, play()) is None
    assert blocked_by(BY_ID["order"], play()) is None


def test_without_a_recipe_all_cards_are_dealt_in_deck_order() -> None:
    assert deal(play()).cards == DECK.cards
    assert deal(play(), "nobody-knows-this").cards == DECK.cards


def test_a_recipe_keeps_its_order_and_leaves_out_hidden_and_unknown_cards() -> None:
    deck = deck_of(
        card("a", TextAnswer()),
        card("b", TextAnswer(), when=Condition("answered", "a", True)),
        card("c", TextAnswer()),
        recipes=[recipe("c", "b", "gone", "a", "c")],
    )
    hand = deal(play(deck), "r")
    assert ids(hand.cards) == ["c", "a"]
    assert ids(hand.hidden) == ["b"]
    after = deal(play(deck, a="x"), "r")
    assert ids(after.cards) == ["c", "b", "a"]
    assert ids(newly_dealt(hand, after)) == ["b"]
    assert newly_dealt(after, hand) == ()


def test_what_a_recipe_builds_on_is_dealt_first_while_it_is_unanswered() -> None:
    deck = deck_of(*DECK.cards, recipes=[recipe("promise", "channels", builds_on=("goals", "channels"))])
    before = deal(play(deck), "r")
    assert ids(before.cards) == ["goals", "promise", "channels"]
    assert ids(before.dealt_first) == ["goals"]
    answered = play(deck, goals=items("Leads"))
    assert ids(deal(answered, "r").cards) == ["promise", "channels"]
    assert ids(deal(answered, "r", before=before).cards) == ["goals", "promise", "channels"]


MINUTES = deck_of(
    card("a", TextAnswer(), minutes=10),
    card("b", TextAnswer(), minutes=4, core=True),
    card("c", TextAnswer(), minutes=3),
    card("d", TextAnswer(), minutes=5, core=True),
    card("e", TextAnswer(), minutes=1),
    recipes=[Recipe("r", "R", (Deal("a"), Deal("b"), Deal(minutes=5), Deal("c"), Deal("d"), Deal("e")), minutes=30)],
)


@pytest.mark.parametrize(
    ("minutes", "dealt"),
    [
        (0.5, ["a"]),
        (4, ["b"]),
        (9, ["b", "d"]),
        (10, ["b", "d", "e"]),
        (13, ["b", "c", "d", "e"]),
        (20, ["a", "b", "d", "e"]),
        (29, ["a", "b", "c", "d", "e"]),
        (None, ["a", "b", "c", "d", "e"]),
    ],
)
def test_core_cards_fill_the_box_first(minutes: float | None, dealt: list[str]) -> None:
    hand = deal(play(MINUTES), "r", minutes)
    assert ids(hand.cards) == dealt
    assert [held.id for held in MINUTES.cards if held not in hand.left_out] == dealt


def test_breaks_stand_where_the_recipe_has_them_unless_time_is_short() -> None:
    hand = deal(play(MINUTES), "r", 30)
    assert [(pause.after, pause.minutes) for pause in hand.breaks] == [(2, 5)]
    assert deal(play(MINUTES), "r", 29).breaks == ()


def test_a_table_is_not_dealt_without_the_card_that_gives_its_rows() -> None:
    deck = deck_of(
        card("list", ListAnswer(), minutes=6),
        card("each", TableAnswer(rows=RowsOf("list")), minutes=4, core=True),
        card("other", TextAnswer(), minutes=5),
    )
    assert ids(deal(play(deck), minutes=9).cards) == ["list"]
    assert ids(deal(play(deck), minutes=10).cards) == ["list", "each"]
    assert ids(deal(play(deck, list=items("A")), minutes=9).cards) == ["each", "other"]


def test_progress_says_what_is_done_and_what_comes_next() -> None:
    strategy = play(words="x", channels=[{"id": "c222", "channel": "Blog"}])
    strategy.put_off("mirror", "skipped")
    strategy.put_off("goals", "later")
    hand = Hand(None, tuple(BY_ID[name] for name in ("goals", "words", "channels", "mirror", "budget")))
    found = progress(hand, strategy)
    assert (found.done, found.total, found.minutes_left) == (2, 5, 15)
    assert found.next is BY_ID["budget"]
    strategy.set_value("budget", 5)
    assert progress(hand, strategy).next is BY_ID["channels"]
    strategy.set_value("channels", ())
    strategy.put_off("channels", "skipped")
    assert progress(hand, strategy).next is BY_ID["goals"]
    strategy.put_off("goals", "skipped")
    assert progress(hand, strategy).next is None


def test_a_hand_says_what_a_card_gives() -> None:
    deck = deck_of(card("a", TextAnswer()), recipes=[Recipe("r", "R", (Deal("a", "The aim"),))])
    hand = deal(play(deck), "r")
    assert hand.gives(deck.cards[0]) == "The aim"
    assert deck.cards[0] in hand


def test_a_standing_says_the_same_after_every_change() -> None:
    more = card("more", TextAnswer(), when=Condition("answered", "words", True))
    strategy = play(deck_of(*DECK.cards, more))
    standing, hand = Standing(strategy), deal(strategy)

    def agrees() -> bool:
        states = {held.id: standing.state(held) for held in strategy.deck.cards}
        expected = {held.id: card_state(held, strategy) for held in strategy.deck.cards}
        return states == expected and standing.progress(hand) == progress(hand, strategy)

    assert agrees()
    for card_id, data in (
        ("words", "x"),
        ("goals", items("Leads")),
        ("channels", [{"id": "c222", "channel": "Blog", "goals": ["a222"]}]),
        ("promise", [{"id": "c222", "hours": 3}]),
        ("channels", [{"id": "c222", "channel": "Blog"}, {"id": "d222", "channel": "Shop"}]),
        ("channels", []),
        ("words", ""),
    ):
        put(strategy, card_id, data)
        assert agrees()
    strategy.put_off("words", "skipped")
    assert agrees()
