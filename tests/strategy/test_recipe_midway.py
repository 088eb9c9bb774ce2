"""Going on with another recipe, or with less time: nothing that was answered is asked again."""

from __future__ import annotations

from itertools import pairwise

import pytest
from small_deck import play

from impactcards.deck.library import bundled_folder
from impactcards.deck.loader import load_deck
from impactcards.strategy.answer import Answer
from impactcards.strategy.hand import CardState, card_state, deal, progress
from impactcards.strategy.strategy import Strategy

SOCIAL = load_deck(bundled_folder() / "social-media-strategy.yaml").deck
RECIPES = [recipe.id for recipe in SOCIAL.recipes]


def _played(recipe: str) -> Strategy:
    """A strategy in which a recipe was played to its end."""
    strategy = play(SOCIAL)
    for _ in SOCIAL.cards:
        for card in deal(strategy, recipe).cards:
            if not strategy.answer(card.id).answered:
                strategy.put(card.id, Answer(put_off="skipped"))
    return strategy


@pytest.mark.parametrize("first", RECIPES)
def test_what_is_done_stays_done_in_every_other_recipe(first: str) -> None:
    strategy = _played(first)
    done = {card.id for card in deal(strategy, first).cards}
    before = dict(strategy.answers)
    assert len(RECIPES) > 1
    for recipe in RECIPES:
        hand = deal(strategy, recipe)
        held = progress(hand, strategy)
        shared = [card for card in hand.cards if card.id in done]
        assert held.done >= len(shared)
        if held.next is not None:
            assert held.next.id not in done
            assert card_state(held.next, strategy) is CardState.OPEN
    assert strategy.answers == before


@pytest.mark.parametrize("minutes", [10, 30, 60])
@pytest.mark.parametrize("recipe", RECIPES)
def test_less_time_keeps_the_order_takes_core_cards_first_and_names_the_rest(recipe: str, minutes: int) -> None:
    strategy = play(SOCIAL)
    whole, short = deal(strategy, recipe), deal(strategy, recipe, minutes)
    order = [card.id for card in whole.cards]
    assert all(order.index(a.id) < order.index(b.id) for a, b in pairwise(short.cards))
    assert {card.id for card in (*short.cards, *short.left_out)} == set(order)
    assert [card for card in short.left_out if card in short.cards] == []
    core = sum(card.minutes for card in short.cards if card.core)
    for card in short.left_out:
        if card.core and card_state(card, strategy) is CardState.OPEN:
            assert core + card.minutes > minutes, card.id
