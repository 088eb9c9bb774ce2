"""A review line by line: still true, changed, dropped, why, back, leaving and going on."""

from __future__ import annotations

import io
from datetime import date

import pytest
from ageing_deck import AGEING, WRITTEN
from kept import deck_file, library

from impactcards.home import Home
from impactcards.plain.review import walk_review
from impactcards.strategy import reviews
from impactcards.strategy.folder import create, open_strategy
from impactcards.strategy.opened import OpenStrategy
from impactcards.strategy.values import Item
from impactcards.words import words

LATER = date(2027, 8, 1)
MOMENT = "2027-08-01T09:00:00Z"


@pytest.fixture
def acme(home: Home) -> OpenStrategy:
    """Two answers that have aged by August, and one that never does."""
    opened = create(home, "Acme", deck_file(home, AGEING, "ageing.yaml"))
    opened.strategy.clock = lambda: WRITTEN
    opened.strategy.set_value("goals", (Item("a222", "Grow"), Item("a223", "Stay")))
    opened.strategy.set_value("words", "Near and dear")
    opened.strategy.set_value("mirror", 3)
    opened.save()
    return opened


def reviewed(home: Home, typed: str, language: str = "en") -> tuple[str, OpenStrategy]:
    """What is said while ``typed`` is read, a line each, and the strategy as it stands on the disk afterwards."""
    opened = open_strategy(home, library(home), "Acme")
    opened.strategy.clock = lambda: MOMENT
    review = reviews.begin(opened, today=lambda: LATER)
    said = io.StringIO()
    walk_review(
        review,
        stdin=io.StringIO(typed),
        stdout=said,
        say=words(language),
        go_on="impactcards review Acme",
        today=LATER,
    )
    return said.getvalue(), open_strategy(home, library(home), "Acme")


def became(opened: OpenStrategy) -> dict[str, object]:
    return opened.strategy.lists["reviews"][-1]["cards"]


def test_a_card_shows_why_it_is_dealt_and_last_time_s_answer_with_its_day(home: Home, acme: OpenStrategy) -> None:
    said, _ = reviewed(home, "")
    assert "2 cards, about 7 minutes left." in said
    assert "All: Goals\n1 of 2" in said
    assert "Why this card: The answer was fresh until 10 Apr 2027." in said
    assert "Last time (10 Jan 2027):\nGrow\nStay\nStill true?" in said
    assert "Now:" not in said


def test_kept_answers_are_fresh_again_and_the_review_ends(home: Home, acme: OpenStrategy) -> None:
    said, opened = reviewed(home, "\ny\n")
    assert became(opened) == {"goals": {"did": "kept"}, "words": {"did": "kept"}}
    assert opened.strategy.lists["reviews"][-1]["ended"] == MOMENT
    assert opened.strategy.answer("goals").confirmed == MOMENT
    assert "Review done: 2 kept, 0 changed, 0 dropped." in said
    assert "Everything hangs together.\nNext review: Monday 1 November 2027." in said


def test_a_change_asks_as_the_walk_does_and_then_why(home: Home, acme: OpenStrategy) -> None:
    said, opened = reviewed(home, "change\nShrink\n\nWe grew enough.\n\n")
    assert [item.text for item in opened.strategy.items("goals")] == ["Grow", "Stay", "Shrink"]
    assert became(opened)["goals"] == {"did": "changed", "why": "We grew enough."}
    assert "1 changed" in said


def test_a_change_that_changes_nothing_asks_again(home: Home, acme: OpenStrategy) -> None:
    said, opened = reviewed(home, "change\n\n\n\n")
    assert "Nothing has changed." in said
    assert became(opened) == {"goals": {"did": "kept"}, "words": {"did": "kept"}}


def test_a_dropped_answer_is_emptied_and_the_version_keeps_it(home: Home, acme: OpenStrategy) -> None:
    said, opened = reviewed(home, "\ndrop\nNobody says so.\n")
    assert became(opened)["words"] == {"did": "dropped", "why": "Nobody says so."}
    assert not opened.strategy.answer("words").answered
    assert "Near and dear" in next((opened.folder / "versions").iterdir()).read_text(encoding="utf-8")
    assert "1 dropped" in said


def test_dropping_can_be_taken_back(home: Home, acme: OpenStrategy) -> None:
    _, opened = reviewed(home, "drop\n\nback\n/undo\n\n\n")
    assert became(opened) == {"goals": {"did": "kept"}, "words": {"did": "kept"}}
    assert [item.text for item in opened.strategy.items("goals")] == ["Grow", "Stay"]


def test_a_sentence_can_be_noted_beside(home: Home, acme: OpenStrategy) -> None:
    _, opened = reviewed(home, "why It still brings people in.\n\n\n")
    assert became(opened)["goals"] == {"did": "kept", "why": "It still brings people in."}


@pytest.mark.parametrize("leave", ["", "leave\n", "/quit\n"])
def test_who_leaves_goes_on_there(home: Home, acme: OpenStrategy, leave: str) -> None:
    said, opened = reviewed(home, "\n" + leave)
    assert became(opened)["goals"] == {"did": "kept"}
    assert not opened.strategy.lists["reviews"][-1].get("ended")
    assert "1 of 2 cards done.\nGo on with: impactcards review Acme" in said
    said, opened = reviewed(home, "\n")
    assert "1 of 2 cards done, about 3 minutes left." in said
    assert "All: Goals" not in said
    assert opened.strategy.lists["reviews"][-1]["ended"] == MOMENT
    assert len(list((opened.folder / "versions").iterdir())) == 1


def test_a_line_that_is_no_word_changes_nothing(home: Home, acme: OpenStrategy) -> None:
    said, opened = reviewed(home, "chnage\n")
    assert "Nothing was changed by that line." in said
    assert became(opened)["goals"] == {"did": None}


def test_the_end_names_what_is_not_settled(home: Home, acme: OpenStrategy) -> None:
    said, opened = reviewed(home, "/next\n/next\nback\n\n\n")
    assert "2 are not settled" in said
    assert became(opened) == {"words": {"did": "kept"}}
    assert opened.strategy.lists["reviews"][-1]["ended"] == MOMENT


def test_what_stays_the_same_three_times_asks_one_more_question(home: Home, acme: OpenStrategy) -> None:
    for number in range(3):
        opened = open_strategy(home, library(home), "Acme")
        opened.strategy.clock = lambda number=number: f"2027-0{5 + number}-15T09:00:00Z"
        day = date(2027, 5 + number, 15)
        review = reviews.begin(opened, recipe="short", today=lambda day=day: day)
        for card in review.hand().cards:
            review.keep(card)
        review.end()
        opened.save()
    opened = open_strategy(home, library(home), "Acme")
    card = opened.deck.card("goals")
    assert card is not None
    opened.strategy.put("goals", opened.strategy.answer("goals").with_(confirmed=WRITTEN))
    opened.save()
    said, opened = reviewed(home, "\nIf the town closed the park.\n\n")
    assert "What would have to happen for it to change?" in said
    assert became(opened)["goals"] == {"did": "kept", "why": "If the town closed the park."}


def test_it_is_played_in_german(home: Home, acme: OpenStrategy) -> None:
    said, opened = reviewed(home, "ja\nstreichen\n\n", "de")
    assert "Stimmt es noch?" in said
    assert became(opened) == {"goals": {"did": "kept"}, "words": {"did": "dropped"}}
