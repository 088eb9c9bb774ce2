"""The profile: the example stands as it was planned, and each fact, word and remark has its border."""

from __future__ import annotations

from datetime import date

import pytest
from small_deck import card, deck_of

from impactcards.deck.kinds import ScaleAnswer, TextAnswer
from impactcards.deck.library import Library, bundled_folder
from impactcards.deck.model import Condition, Deck, Span
from impactcards.home import Home
from impactcards.records import replace
from impactcards.strategy.answer import Answer
from impactcards.strategy.findings import Finding, find
from impactcards.strategy.folder import open_strategy
from impactcards.strategy.profile import NAMES, ProfileLine, profile
from impactcards.strategy.strategy import Strategy
from impactcards.words import words

DAY = date(2026, 11, 16)
WRITTEN = "2026-11-01T12:00:00Z"


@pytest.mark.parametrize(
    ("language", "almost", "out", "remark"),
    [
        ("en", "nearly there", "out of the loop, for now", "On paper this is solved, but you rate it 2. What is"),
        ("de", "fast rund", "raus aus der Schleife, vorerst", "Auf dem Papier ist das gelöst, aber ihr bewertet"),
    ],
)  # fmt: skip
def test_the_example_stands_as_planned(language: str, almost: str, out: str, remark: str) -> None:
    folder = bundled_folder() / "demo" / language
    strategy = open_strategy(Home.at(folder / "nowhere"), Library(), folder, read_only=True).strategy
    say = words(language)
    lines = profile(strategy, today=DAY)
    assert [line.rating for line in lines] == [2, 2, 3, 2, 2]
    assert [(line.decided, line.of) for line in lines] == [(10, 10), (3, 3), (4, 4), (3, 3), (6, 6)]
    assert [line.loose for line in lines] == [1, 1, 5, 0, 3]
    assert [say(line.word) for line in lines] == [almost, almost, almost, out, almost]
    assert [say(line.remark)[: len(remark)] for line in lines if line.remark] == [remark]
    assert lines[3].remark is not None
    assert len({say(NAMES[line.mistake]) for line in lines}) == 5


def test_a_deck_without_a_profile_shows_no_mistakes() -> None:
    assert profile(Strategy("x", deck_of(card("a", TextAnswer())), "en"), today=DAY) == ()


# -- a small deck: a rating, two core cards against the mistake, and others that do not count -------------------------

AGAINST = {"core": True, "counters": ("no-evidence",)}
RATED = card("rated", ScaleAnswer(low=1, high=5), **AGAINST)
CARDS = (
    RATED,
    card("first", TextAnswer(), **AGAINST, fresh_for=Span(6, "months")),
    card("second", TextAnswer(), **AGAINST),
    card("aside", TextAnswer(), counters=("no-evidence",)),
    card("other", TextAnswer(), core=True, counters=("no-strategy", "no-evidence")),
)


def small(*cards: object) -> Deck:
    return replace(deck_of(*(cards or CARDS)), profile={"no-evidence": "rated"})


def stands(deck: Deck | None = None, *, loose: int = 0, rating: object = None, **answers: object) -> ProfileLine:
    values = {"rated": rating, **answers} if rating is not None else answers
    held = {
        card_id: value if isinstance(value, Answer) else Answer(value=value, updated=WRITTEN)
        for card_id, value in values.items()
    }
    strategy = Strategy("x", deck or small(), "en", answers=held)
    given = [Finding("check", "first", "!", str(n), counters="no-evidence") for n in range(loose)]
    found = find(strategy, today=DAY)
    (line,) = profile(strategy, today=DAY, findings=[*found, *given])
    return line


def test_only_core_cards_that_counter_it_first_are_counted_without_the_rating() -> None:
    line = stands(rating=3, first="yes", aside="yes", other="yes")
    assert (line.decided, line.of) == (1, 2)


def test_a_hidden_card_is_not_to_be_decided_and_one_skipped_on_purpose_still_is() -> None:
    hidden = replace(CARDS[2], when=Condition("answered", "aside", True))
    assert stands(small(*CARDS[:2], hidden, *CARDS[3:]), first="yes").of == 1
    skipped = stands(first="yes", second=Answer(put_off="skipped"))
    assert (skipped.decided, skipped.of, skipped.state) == (1, 2, "begun")


@pytest.mark.parametrize("rating", [None, "rather good", 0, 6])
def test_what_is_no_step_of_the_scale_is_no_rating(rating: object) -> None:
    assert stands(rating=rating).rating is None


@pytest.mark.parametrize(
    ("answers", "loose", "state"),
    [
        ({}, 0, "untouched"),
        ({}, 4, "untouched"),
        ({"first": "yes"}, 0, "begun"),
        ({"first": "yes", "second": "yes"}, 1, "nearly-there"),
        ({"first": "yes", "second": "yes"}, 0, "out"),
        ({"first": Answer(value="yes", updated="2026-05-16T12:00:00Z"), "second": "yes"}, 0, "ageing"),
        ({"first": Answer(value="yes", updated="2026-05-16T12:00:00Z"), "second": "yes"}, 1, "nearly-there"),
        ({"first": Answer(value="yes", updated="2026-05-18T12:00:00Z"), "second": "yes"}, 0, "out"),
    ],
)
def test_the_first_word_that_fits(answers: dict[str, object], loose: int, state: str) -> None:
    assert stands(loose=loose, **answers).state == state


def test_a_core_card_unanswered_is_not_loose_as_well_and_a_waived_finding_is_not() -> None:
    assert stands().loose == 0
    old = Answer(value="yes", updated="2026-01-01T12:00:00Z")
    assert stands(first=old).loose == 1
    strategy = Strategy("x", small(), "en", answers={"first": old})
    strategy.lists["waived"] = [{"finding": "aged/first//"}]
    assert profile(strategy, today=DAY)[0].loose == 0


BOTH = {"first": "yes", "second": "yes"}


@pytest.mark.parametrize(
    ("rating", "loose", "answers", "says"),
    [
        (4, 3, BOTH, "You rate yourselves 4, yet 3 things are loose here. Worth ten minutes."),
        (5, 0, {}, "You rate yourselves 5, yet nothing is decided here. Worth ten minutes."),
        (4, 2, BOTH, None),
        (3, 3, BOTH, None),
        (1, 0, BOTH, "On paper this is solved, but you rate it 1. What is missing between the paper and the day?"),
        (3, 0, BOTH, None),
        (2, 1, BOTH, None),
        (1, 0, {}, None),  # nothing is solved on any paper yet
        (None, 3, BOTH, None),
    ],
)
def test_a_remark_where_rating_and_facts_disagree(
    rating: int | None, loose: int, answers: dict[str, object], says: str | None
) -> None:
    remark = stands(rating=rating, loose=loose, **answers).remark
    assert (remark and words("en")(remark)) == says


@pytest.mark.parametrize(("low", "high", "good", "poor"), [(0, 10, 8, 2), (1, 4, 4, 1), (1, 3, 3, 1)])
def test_other_scales_have_their_own_ends(low: int, high: int, good: int, poor: int) -> None:
    deck = small(replace(RATED, answer=ScaleAnswer(low=low, high=high)), *CARDS[1:])
    for rating in range(low, high + 1):
        assert (stands(deck, rating=rating, loose=3, **BOTH).remark is not None) == (rating >= good)
        assert (stands(deck, rating=rating, **BOTH).remark is not None) == (rating <= poor)
