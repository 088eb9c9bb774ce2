"""The same answer, review after review: said only where the answers of the past are at hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small_deck import play
from strategy.checks.bundled_cases import GOALS, Data

from impactcards.deck.library import bundled_folder
from impactcards.deck.loader import load_deck
from impactcards.strategy.answer import Answer
from impactcards.strategy.findings import find
from impactcards.words import words

TODAY = date(2026, 11, 16)
SOCIAL = load_deck(bundled_folder() / "social-media-strategy.yaml").deck


def review(number: int, **more: Any) -> Data:
    moments = {"started": f"2026-0{number}-01T10:00:00Z", "ended": f"2026-0{number}-01T11:00:00Z"}
    return {"id": f"r{number}", **moments, "version": f"v{number}", **more}


def repeated(reviews: list[Data], past: dict[str, dict[str, Answer]] | None) -> list[str]:
    strategy = play(SOCIAL, goals=GOALS, mirror_change=2)
    strategy.lists["reviews"] = reviews
    return [finding.id for finding in find(strategy, today=TODAY, past=past) if finding.rule == "three-times-the-same"]


GOALS_NOW = play(SOCIAL, goals=GOALS).answers["goals"]
THE_SAME = {"goals": GOALS_NOW, "mirror-change": Answer(value=2)}
CHANGED = {"goals": GOALS_NOW, "mirror-change": Answer(value=1)}
FOUND_GOALS, FOUND_MIRROR = "three-times-the-same/goals//", "three-times-the-same/mirror-change//"


def test_the_same_answer_before_each_of_three_reviews_and_now() -> None:
    three = [review(number) for number in (3, 1, 2)]
    past = {"v1": THE_SAME, "v2": THE_SAME, "v3": THE_SAME}
    assert repeated(three, past) == [FOUND_MIRROR, FOUND_GOALS]
    assert repeated(three, {**past, "v2": CHANGED}) == [FOUND_GOALS]
    assert repeated([*three, review(4)], {**past, "v4": THE_SAME, "v1": CHANGED}) == [FOUND_MIRROR, FOUND_GOALS]


@pytest.mark.parametrize(
    ("reviews", "past"),
    [
        ([review(1), review(2)], {"v1": THE_SAME, "v2": THE_SAME}),
        ([review(1), review(2), review(3)], None),
        ([review(1), review(2), review(3)], {"v1": THE_SAME, "v2": THE_SAME}),
        ([review(1), review(2), review(3, ended="")], {f"v{n}": THE_SAME for n in (1, 2, 3)}),
        ([review(1), review(2), review(3, cards={"pillars": {}})], {f"v{n}": THE_SAME for n in (1, 2, 3)}),
        ([{}, {}, {"version": 3, "ended": True}], {}),
    ],
    ids=["two reviews", "no past", "a version is lost", "not over", "not looked at", "an odd file"],
)
def test_otherwise_nothing_is_said(reviews: list[Data], past: dict[str, dict[str, Answer]] | None) -> None:
    assert repeated(reviews, past) == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_it_speaks_of_the_card(language: str) -> None:
    deck = load_deck(bundled_folder() / "social-media-strategy.yaml", language=language).deck
    strategy = play(deck, language, mirror_change=2)
    strategy.lists["reviews"] = [review(number) for number in (1, 2, 3)]
    past = {f"v{n}": THE_SAME for n in (1, 2, 3)}
    (found,) = (f for f in find(strategy, today=TODAY, past=past) if f.rule == "three-times-the-same")
    card = deck.card("mirror-change")
    assert card is not None
    assert card.title in found.worded(words(language))
    assert card.title in found.reason(deck, words(language))
    assert ("three times" in found.worded(words(language))) is (language == "en")
    assert found.counters == "no-adaptation"
    assert found.cards == ("mirror-change",)
