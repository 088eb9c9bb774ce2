"""Clocks, being behind, and what to shorten, at moments that are handed in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_deck import card, deck_of
from strategy.sessions.sitting import later, sat_down

from impactcards.deck.kinds import ListAnswer, TextAnswer
from impactcards.home import Home
from impactcards.strategy.sessions import Agenda, AgendaEntry, Clock, behind, shorten

DECK = deck_of(card("a", ListAnswer(), core=True), card("b", TextAnswer()), card("c", TextAnswer()))
AGENDA = Agenda((AgendaEntry("a", 10), AgendaEntry("b", 10), AgendaEntry("", 5), AgendaEntry("c", 10)), box=40)


def test_a_clock_counts_down_pauses_and_goes_on() -> None:
    clock = Clock(None, 180).start(100)
    assert clock.left(160) == 120
    standing = clock.pause(160)
    assert standing.left(1000) == 120
    assert not standing.running
    assert standing.start(1000).left(1030) == 90
    assert clock.start(150) == clock


def test_plus_and_minus_a_minute_and_over() -> None:
    clock = Clock(100, 60)
    assert clock.add(60).left(130) == 90
    assert clock.add(-60).over(100)
    assert not clock.over(159.9)
    assert clock.left(200) == -40


def test_a_computers_clock_set_back_gives_no_time_back() -> None:
    assert Clock(100, 60).left(50) == 60


@given(st.floats(0, 1e6), st.one_of(st.none(), st.floats(0, 1e6)))
def test_a_clock_comes_back_from_data(seconds: float, since: float | None) -> None:
    found = Clock.of(Clock(since, seconds).data())
    assert found == Clock(since, seconds)


@pytest.mark.parametrize("data", [None, [], {}, {"seconds": "a"}, {"seconds": 1, "running_since": "b"}])
def test_what_is_no_clock(data: object) -> None:
    assert Clock.of(data) is None


def test_behind_and_ahead() -> None:
    assert behind(AGENDA, 1, 10) == 0
    assert behind(AGENDA, 1, 16, within=4) == 2
    assert behind(AGENDA, 3, 20) == -5


def _kept(minutes: float, at: int = 0) -> dict[str, float]:
    found = shorten(AGENDA, at, minutes, DECK)
    return {entry.card or "break": entry.minutes for entry in found.agenda.entries[at + 1 :]}


def test_nothing_to_shorten_while_it_fits() -> None:
    assert shorten(AGENDA, 0, 25, DECK).changes == ()


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (20, {"b": 10, "break": 0, "c": 10}),
        (16, {"b": 8, "break": 0, "c": 8}),
        (10, {"b": 10, "break": 0, "c": 0}),
        (7, {"b": 7, "break": 0, "c": 0}),
    ],
)
def test_breaks_go_then_minutes_then_cards(minutes: float, expected: dict[str, float]) -> None:
    assert _kept(minutes) == expected
    assert shorten(AGENDA, 0, minutes, DECK).fits


def test_a_core_card_is_left_out_last_and_one_card_always_stays() -> None:
    found = shorten(AGENDA, -1, 8, DECK)
    assert {entry.card: entry.minutes for entry in found.agenda.entries if entry.card} == {"a": 8, "b": 0, "c": 0}
    none = shorten(AGENDA, -1, 0, DECK)
    assert [entry.card for entry in none.agenda.entries if entry.minutes] == ["a"]
    assert not none.fits


@given(
    st.lists(st.tuples(st.sampled_from(["a", "b", "c", ""]), st.floats(2, 30)), min_size=1, max_size=12),
    st.integers(-1, 11),
    st.floats(0, 200),
)
def test_no_card_gets_less_than_two_minutes_and_nothing_grows(
    entries: list[tuple[str, float]], at: int, minutes: float
) -> None:
    agenda = Agenda(tuple(AgendaEntry(*entry) for entry in entries))
    found = shorten(agenda, at, minutes, DECK)
    assert len(found.agenda.entries) == len(entries)
    for n, (was, now) in enumerate(zip(agenda.entries, found.agenda.entries, strict=True)):
        assert now.minutes <= was.minutes
        assert now.minutes == was.minutes if n <= at else now.minutes == 0 or not now.card or now.minutes >= 2
        assert now.planned in (None, was.minutes)
    left = sum(entry.minutes for entry in found.agenda.entries[max(0, at + 1) :])
    assert found.fits == (left <= minutes)


def test_the_plan_of_a_session_falls_behind_and_is_shortened(home: Home) -> None:
    session = sat_down(home)
    assert session.behind() == 0
    session.next_card()
    later(session, seconds=30)
    assert session.behind() == pytest.approx(0)
    later(session, minutes=9.5)
    assert session.behind() == pytest.approx(9.5)
    session.next_card()
    assert session.phase == "break"
    assert session.behind() == pytest.approx(0)
    later(session, minutes=12)
    assert session.behind() == pytest.approx(7)
    found = session.shorter()
    assert {change.card: change.now for change in found.changes} == {"words": 4, "mirror": 3.5}
    session.set_agenda(found.agenda)
    assert session.agenda.total <= 23
    assert session.agenda.entries[2] == AgendaEntry("words", 4, 5)


def test_the_time_is_halved(home: Home) -> None:
    session = sat_down(home)
    session.next_card()
    later(session, minutes=2)
    session.set_minutes_left(8)
    assert session.clock_of_session.left(session.now()) == 480
    assert session.agenda.box == 10
    assert session.elapsed() == pytest.approx(2)
    assert session.shorter().agenda.cards == ("goals",)
    assert session.shorter().fits


def test_pause_stops_both_clocks(home: Home) -> None:
    session = sat_down(home)
    session.next_card()
    assert not session.toggle_pause()
    later(session, minutes=5)
    assert session.clock.left(session.now()) == 30
    assert session.elapsed() == 0
    assert session.toggle_pause()
    session.add_minutes(1)
    later(session, seconds=10)
    assert session.clock.left(session.now()) == 80


def test_where_the_end_is_moved_the_plan_is_measured_by_the_new_one(home: Home) -> None:
    session = sat_down(home)
    session.next_card()
    session.next_card()
    assert session.behind() == pytest.approx(-10)
    session.set_minutes_left(6)
    session.set_agenda(session.shorter().agenda)
    coming = session.agenda.total - session.played()
    assert session.behind() == pytest.approx(coming - 6)
    later(session, minutes=1)
    assert session.played() == pytest.approx(session.agenda.begins(session.at) + 1)
    session.set_minutes_left(session.agenda.total)
    assert session.behind() < 0


def test_a_proposal_that_is_not_taken_leaves_the_plan_as_it_was(home: Home) -> None:
    session = sat_down(home)
    session.next_card()
    before, left = session.behind(), session.clock_of_session.left(session.now()) / 60
    session.set_minutes_left(5)
    assert session.behind() > before
    session.set_minutes_left(left)
    assert session.behind() == pytest.approx(before)
