"""Ageing: answers are fresh for calendar time from the local day, and until an item they pick is reworded."""

from __future__ import annotations

import os
import time
from datetime import date
from typing import TYPE_CHECKING, Literal

import pytest
from small_deck import CHANNELS, GOALS, PROMISE, card, deck_of, items, play

from impactcards.deck.kinds import ListAnswer, TextAnswer
from impactcards.deck.model import Span
from impactcards.strategy.ageing import changed_items, fresh_until, has_aged
from impactcards.strategy.values import Item

if TYPE_CHECKING:
    from collections.abc import Iterator


def aging(count: int, unit: Literal["days", "weeks", "months", "years"]) -> Span:
    return Span(count, unit)


@pytest.mark.parametrize(
    ("span", "updated", "confirmed", "until"),
    [
        (aging(6, "months"), "2026-05-18T10:00:00Z", "", "2026-11-18"),
        (aging(6, "months"), "2026-08-31T10:00:00Z", "", "2027-02-28"),
        (aging(2, "years"), "2026-05-18T10:00:00Z", "", "2028-05-18"),
        (aging(3, "weeks"), "2026-05-18T10:00:00Z", "", "2026-06-08"),
        (aging(10, "days"), "2026-05-18T10:00:00Z", "", "2026-05-28"),
        (aging(6, "months"), "2026-05-18T10:00:00Z", "2026-06-18T10:00:00Z", "2026-12-18"),
        (aging(6, "months"), "2026-07-18T10:00:00Z", "2026-06-18T10:00:00Z", "2027-01-18"),
        (aging(999999, "years"), "2026-05-18T10:00:00Z", "", "9999-12-31"),
        (aging(6, "months"), "", "", "None"),
        (aging(6, "months"), "some day", "", "None"),
        (None, "2026-05-18T10:00:00Z", "", "None"),
    ],
)
def test_an_answer_is_fresh_until_a_day(span: Span | None, updated: str, confirmed: str, until: str) -> None:
    words = card("words", TextAnswer(), fresh_for=span)
    strategy = play(deck_of(words), words="x")
    strategy.put("words", strategy.answer("words").with_(updated=updated, confirmed=confirmed))
    assert str(fresh_until(words, strategy)) == until


def test_it_has_aged_from_that_day_on() -> None:
    words = card("words", TextAnswer(), fresh_for=aging(6, "months"))
    strategy = play(deck_of(words), words="x")
    assert not has_aged(words, strategy, date(2026, 10, 31))
    assert has_aged(words, strategy, date(2026, 11, 1))
    strategy.set_value("words", "")
    assert not has_aged(words, strategy, date(2030, 1, 1))


@pytest.fixture
def _in_auckland(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    yield
    monkeypatch.delenv("TZ")
    time.tzset()


@pytest.mark.skipif(os.name == "nt", reason="needs a time zone by name")
@pytest.mark.usefixtures("_in_auckland")
def test_days_are_counted_from_the_local_day() -> None:
    words = card("words", TextAnswer(), fresh_for=aging(1, "days"))
    strategy = play(deck_of(words), words="x")
    strategy.put("words", strategy.answer("words").with_(updated="2026-05-01T20:00:00Z"))
    assert fresh_until(words, strategy) == date(2026, 5, 3)


def test_a_reworded_item_ages_the_answers_that_pick_it() -> None:
    year = aging(12, "months")
    channels, promise = (card(c.id, c.answer, fresh_for=year) for c in (CHANNELS, PROMISE))
    deck = deck_of(GOALS, channels, promise)
    strategy = play(
        deck,
        goals=items("Leads", "Fame"),
        channels=[{"id": "c222", "channel": "Blog", "goals": ["a222"]}],
        promise=[{"id": "c222", "hours": 4}],
    )
    today = date(2026, 6, 1)
    assert not has_aged(channels, strategy, today)
    strategy.set_value("goals", (Item("a222", "Leads"), Item("b222", "Glory")))
    assert not has_aged(channels, strategy, today)
    strategy.set_value("goals", (Item("a222", "Orders"), Item("b222", "Glory")))
    assert has_aged(channels, strategy, today)
    assert [item.text for item in changed_items(channels, strategy)] == ["Orders"]
    assert not has_aged(promise, strategy, today)
    strategy.put("channels", strategy.answer("channels").with_(confirmed="2026-05-02T12:00:00Z"))
    assert not has_aged(channels, strategy, today)
    strategy.put("channels", strategy.answer("channels").with_(changed={"c222": "2026-05-03T12:00:00Z"}))
    assert has_aged(promise, strategy, today)


def test_a_card_that_never_ages_does_not_age_by_its_picks_either() -> None:
    strategy = play(deck_of(GOALS, CHANNELS), goals=items("Leads"), channels=[{"id": "c222", "goals": ["a222"]}])
    strategy.set_value("goals", (Item("a222", "Orders"),))
    assert not has_aged(CHANNELS, strategy, date(2026, 6, 1))


def test_a_list_picks_nothing() -> None:
    listed = card("list", ListAnswer(), fresh_for=aging(1, "years"))
    assert list(changed_items(listed, play(deck_of(listed), list=items("A")))) == []
