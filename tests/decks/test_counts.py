"""What the bundled decks hold: cards, recipes and how their minutes add up, checks, and every word in two languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from impactcards.deck.check import check_deck
from impactcards.deck.kinds import ChoiceAnswer, RankAnswer, TableAnswer
from impactcards.deck.model import MISTAKES, Card, Deck
from impactcards.strategy.hand import deal
from impactcards.strategy.strategy import Strategy

BUNDLED = ("crisis-drill", "first-steps", "social-media-strategy")

#: Recipe -> the minutes of its cards, the minutes of its breaks, its time box, and how many cards it deals.
RECIPES = {
    "taster": (17, 0, 20, 7),
    "sprint": (86, 0, 90, 12),
    "half-day": (209, 20, 240, 32),
    "full": (433, 0, 510, 64),
    "quarterly": (65, 0, 75, 14),
    "year-opener": (86, 0, 90, 16),
    "crisis-check": (55, 0, 60, 8),
    "conversation-focus": (85, 0, 90, 12),
    "measurement-focus": (71, 0, 75, 11),
    "new-channel-check": (71, 0, 75, 10),
    "small-team": (59, 0, 60, 9),
    "editorial": (88, 0, 100, 11),
    "colleagues-wanted": (77, 0, 90, 10),
    "independence": (51, 0, 60, 8),
    "housekeeping": (47, 0, 50, 8),
}


@pytest.mark.parametrize("name", BUNDLED)
def test_deck_check_has_nothing_to_say_and_every_word_is_translated(bundled: Path, name: str) -> None:
    report = check_deck(bundled / f"{name}.yaml")
    assert report.faults == ()
    assert report.remarks == ()
    assert report.counts["languages"] == 2


def test_no_other_deck_comes_with_the_program(bundled: Path) -> None:
    assert {path.name for path in bundled.glob("*.yaml")} == {
        f"{name}{end}" for name in BUNDLED for end in (".yaml", ".de.yaml")
    }


# -- the social media strategy ----------------------------------------------------------------------------------------


def test_the_strategy_has_65_cards_in_nine_suits(social: Deck) -> None:
    assert len(social.cards) == 65
    assert sum(card.core for card in social.cards) == 31
    assert sum(card.minutes for card in social.cards) == 443
    assert [suit.id for suit in social.suits] == list(dict.fromkeys(card.suit for card in social.cards))
    assert len({suit.color for suit in social.suits}) == len({suit.symbol for suit in social.suits}) == 9


def test_every_card_of_the_strategy_is_worded_whole(social: Deck) -> None:
    for card in social.cards:
        assert all((card.why, card.example, card.pitfall, card.facilitation)), card.id
        assert 2 <= len(card.hints) <= 4, card.id
        assert card.counters, card.id
        assert card.fresh_for is not None, card.id


def test_every_mistake_is_countered_by_at_least_ten_cards(social: Deck) -> None:
    countered = Counter(mistake for card in social.cards for mistake in card.counters)
    assert {mistake: countered[mistake] >= 10 for mistake in MISTAKES} == dict.fromkeys(MISTAKES, True)
    assert dict(social.profile) == {
        "no-strategy": "mirror-strategy",
        "no-evidence": "mirror-evidence",
        "no-conversation": "mirror-conversation",
        "algorithm-chasing": "mirror-relations",
        "no-adaptation": "mirror-change",
    }
    assert all(social.card(card).counters == (mistake,) for mistake, card in social.profile.items())


def test_lists_are_filled_once_and_picked_everywhere_else(social: Deck) -> None:
    picked_from = {source for card in social.cards for source, _ in card.answer.sources()}
    assert picked_from == {"goals", "audiences", "channels", "pillars", "measures", "people", "inventory"}


def test_only_these_cards_depend_on_an_answer(social: Deck) -> None:
    dependent = {card.id for card in social.cards if card.when is not None}
    assert dependent == {"ads", "ai-use", "colleague-rules", "path-of-a-post", "readings"}
    untouched = Strategy("New", social, "en")
    assert {card.id for card in deal(untouched).hidden} == {"readings"}


def test_the_one_page_holds_eleven_answers_and_is_part_of_the_document(social: Deck) -> None:
    page = [part.card for part in social.document.one_page]
    assert len(page) == len(set(page)) == 11
    assert {part.place for part in social.document.one_page} == {"top", "left", "right", "foot"}
    printed = [
        card.id
        for section in social.document.sections
        for card in social.cards
        if card.id in section.cards or card.suit in section.suits
    ]
    assert sorted(printed) == sorted(card.id for card in social.cards)
    assert [end.card for end in social.document.loose_ends] == ["assumptions"]


def test_the_42_checks_work_against_all_five_mistakes(social: Deck) -> None:
    assert len(social.checks) == 42
    assert Counter(check.counters for check in social.checks) == {
        "no-adaptation": 14,
        "no-conversation": 9,
        "no-evidence": 8,
        "algorithm-chasing": 7,
        "no-strategy": 4,
    }


# -- recipes ----------------------------------------------------------------------------------------------------------


def test_the_recipes_are_these(social: Deck) -> None:
    assert [recipe.id for recipe in social.recipes] == list(RECIPES)
    assert [recipe.id for recipe in social.recipes if recipe.review] == ["quarterly"]


@pytest.mark.parametrize("recipe_id", RECIPES)
def test_a_recipes_minutes_fit_its_time_box(social: Deck, recipe_id: str) -> None:
    recipe = social.recipe(recipe_id)
    cards = [social.card(card) for card in recipe.cards]
    breaks = sum(deal.minutes for deal in recipe.deals if not deal.card)
    minutes = sum(card.minutes for card in cards)
    assert (minutes, breaks, recipe.minutes, len(cards)) == RECIPES[recipe_id]
    assert minutes + breaks <= recipe.minutes
    assert recipe.about
    assert recipe.audience
    assert recipe.people
    assert all(deal.gives for deal in recipe.deals if deal.card)


@pytest.mark.parametrize("recipe_id", RECIPES)
def test_a_recipe_deals_each_list_before_a_card_needs_it_or_builds_on_it(social: Deck, recipe_id: str) -> None:
    recipe = social.recipe(recipe_id)
    at_hand = set(recipe.builds_on)
    for card in (social.card(card) for card in recipe.cards):
        assert _needed(card) <= at_hand, card.id
        at_hand.add(card.id)


def _needed(card: Card) -> set[str]:
    """The lists without which a card cannot be answered whole."""
    kind = card.answer
    if isinstance(kind, TableAnswer):
        picked = {
            column.cell.source
            for column in kind.columns
            if column.required and isinstance(column.cell, ChoiceAnswer) and column.cell.source
        }
        return picked | ({kind.follows} if kind.follows else set())
    return {kind.source} if isinstance(kind, ChoiceAnswer | RankAnswer) and kind.source else set()


def test_half_a_day_holds_every_core_card_and_the_full_strategy_all_but_the_readings(social: Deck) -> None:
    assert {card.id for card in social.cards if card.core} <= set(social.recipe("half-day").cards)
    assert {card.id for card in social.cards} - set(social.recipe("full").cards) == {"readings"}


# -- the crisis drill and the first steps -----------------------------------------------------------------------------


def test_the_drill_deals_one_surprise_and_55_minutes_whatever_happens(read_deck: Callable[..., Deck]) -> None:
    drill = read_deck("crisis-drill")
    assert len(drill.cards) == 14
    (recipe,) = drill.recipes
    assert (recipe.minutes, recipe.people) == (60, (3, 7))
    scenarios = drill.card("scenario").answer.options
    assert len(scenarios) == 5
    for scenario in scenarios:
        strategy = Strategy("Drill", drill, "en")
        strategy.set_value("scenario", (scenario.id,))
        hand = deal(strategy, recipe.id)
        assert sum(card.id.startswith("inject-") for card in hand.cards) == 1, scenario.id
        assert sum(card.minutes for card in hand.cards) == 55, scenario.id


def test_a_first_sentence_is_late_within_the_hour_that_the_drill_lasts(read_deck: Callable[..., Deck]) -> None:
    late = next(check for check in read_deck("crisis-drill").checks if check.id == "too-late")
    assert late.when is not None
    limits = {part.card: part.operand for part in late.when.parts}
    assert limits == {"spoken-at": 30, "gravity": 2}


def test_the_first_steps_are_three_and_take_two_minutes(read_deck: Callable[..., Deck]) -> None:
    steps = read_deck("first-steps")
    assert [card.answer.kind for card in steps.cards] == ["text", "list", "rank"]
    assert sum(card.minutes for card in steps.cards) == 2
