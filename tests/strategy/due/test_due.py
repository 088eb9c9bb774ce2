"""What is due: which answers have aged, how long they take, when the next one ages, and the day of the next review."""

from __future__ import annotations

from datetime import date

import pytest
from ageing_deck import answered, deck_of

from impactcards.strategy.due import Due, ages_of, due, next_review
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Item

EARLY, LATE = date(2027, 1, 15), date(2027, 7, 1)


def test_nothing_answered_is_nothing_due() -> None:
    assert due(answered(), EARLY) == Due()


def test_aged_cards_are_counted_with_their_minutes_and_the_next_day_is_named() -> None:
    strategy = answered(goals=(Item("a222", "Grow"),), words="Near", mirror=3)
    assert due(strategy, EARLY) == Due(next_day=date(2027, 4, 10))
    assert due(strategy, date(2027, 4, 9)).aged == 0
    assert due(strategy, date(2027, 4, 10)) == Due(1, 4.0, date(2027, 7, 10))
    assert due(strategy, date(2027, 7, 10)) == Due(2, 6.5, None)


def test_an_answer_that_picks_a_renamed_item_has_aged_on_any_day() -> None:
    strategy = answered(goals=(Item("a222", "Grow"),), **{"main-goal": ("a222",)})
    strategy.put("goals", strategy.answer("goals").with_(changed={"a222": "2027-01-12T09:00:00Z"}))
    assert due(strategy, EARLY).aged == 1


@pytest.mark.parametrize("put_off", ["skipped", None])
def test_a_card_skipped_on_purpose_never_ages(put_off) -> None:
    strategy = answered(goals=(Item("a222", "Grow"),))
    strategy.put_off("goals", put_off)
    assert due(strategy, date(2030, 1, 1)).aged == (0 if put_off else 1)


def test_a_hidden_card_never_ages() -> None:
    strategy = answered(mirror=4, extra="Because.")
    assert due(strategy, date(2030, 1, 1)).aged == 0
    strategy.set_value("mirror", 1)
    assert due(strategy, date(2030, 1, 1)).aged == 1


def test_a_running_review_is_said() -> None:
    strategy = answered()
    strategy.lists["reviews"] = [{"id": "a222", "started": "2026-07-01T00:00:00Z", "ended": "2026-07-01T01:00:00Z"}]
    assert not due(strategy, EARLY).running
    strategy.lists["reviews"].append({"id": "a223", "started": "2027-01-01T00:00:00Z", "cards": {}})
    assert ages_of(strategy, (3, 12)).on(EARLY) == Due(running=True, done=3, total=12)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("2027-03-05", date(2027, 3, 5)),
        ("2027-01-15", EARLY),
        ("2027-01-14", date(2027, 4, 10)),
        ("some day", date(2027, 4, 10)),
        (None, date(2027, 4, 10)),
    ],
)
def test_the_next_review_is_the_chosen_day_or_the_first_that_ages(chosen: str | None, expected: date) -> None:
    assert next_review(answered(goals=(Item("a222", "Grow"),), until=chosen), EARLY) == expected


def test_what_has_aged_already_is_to_be_reviewed_today() -> None:
    assert next_review(answered(goals=(Item("a222", "Grow"),)), LATE) == LATE


def test_without_a_day_and_without_ageing_there_is_no_next_review() -> None:
    assert next_review(answered(mirror=3), EARLY) is None
    plain = deck_of("next_review: until\n", "")
    assert next_review(Strategy("Acme", plain, "en"), EARLY) is None
