"""Through steps, cards and breaks, back and forth, without losing anything."""

from __future__ import annotations

import pytest
from strategy.sessions.sitting import again, at_card, ideas, later, sat_down

from impactcards.home import Home
from impactcards.strategy.sessions import STEPS, AgendaEntry, Session


def _place(session: Session) -> tuple[str, str]:
    return (session.card.id if session.card else session.phase, session.step)


def test_from_the_arrival_to_the_end_by_one_key(home: Home) -> None:
    session = sat_down(home)
    assert _place(session) == ("arrival", "")
    seen = []
    while session.phase != "closing":
        session.next_step()
        seen.append(_place(session))
    mirror = [("mirror", step) for step in ("read", "write", "vote", "decide", "act")]
    assert seen == [
        *(("goals", step) for step in STEPS),
        ("break", ""),
        *(("words", step) for step in STEPS),
        *mirror,
        ("closing", ""),
    ]
    session.next_step()
    assert session.closing
    session.back_step()
    assert _place(session) == ("mirror", "act")


def test_and_back(home: Home) -> None:
    session = sat_down(home)
    session.next_card()
    session.next_card()
    session.next_card()
    assert _place(session) == ("words", "read")
    session.back_step()
    assert _place(session) == ("break", "")
    session.back_step()
    assert _place(session) == ("goals", "act")
    for _ in range(6):
        session.back_step()
    assert _place(session) == ("goals", "read")
    session.back_step()
    assert _place(session) == ("goals", "read")
    session.previous_card()
    assert _place(session) == ("arrival", "")


def test_a_card_that_is_come_back_to_stands_where_it_was_left(home: Home) -> None:
    session = at_card(home, "goals", "collect")
    ideas(session, "a")
    later(session, seconds=30)
    session.next_card()
    later(session, minutes=10)
    session.previous_card()
    assert _place(session) == ("goals", "collect")
    assert session.clock.left(session.now()) == 120
    assert [idea.text for idea in session.ideas()] == ["a"]
    assert "ended" not in session.entry["rounds"][0]
    session.next_card()
    assert list(session.entry["rounds"][0]) == ["card", "started", "ended", "ideas"]


def test_a_card_that_is_not_on_the_agenda(home: Home) -> None:
    session = at_card(home, "budget")
    assert session.agenda.entries[0] == AgendaEntry("budget", 4, 0)
    assert _place(session) == ("budget", "read")
    session.next_card()
    assert _place(session) == ("goals", "read")


def test_a_card_left_out_is_gone_by_and_can_be_gone_to(home: Home) -> None:
    session = sat_down(home)
    session.next_card()
    later(session, minutes=25)
    session.set_agenda(session.shorter().agenda)
    assert session.agenda.cards == ("goals",)
    session.next_card()
    assert session.closing
    words = session.strategy.deck.card("words")
    assert words is not None
    session.to_card(words)
    assert _place(session) == ("words", "read")
    assert session.agenda.entries[2] == AgendaEntry("words", 5)


def test_pass_lets_a_card_go(home: Home) -> None:
    session = at_card(home, "goals", "collect")
    session.pass_()
    assert session.phase == "break"
    held = session.round_of("goals")
    assert held is not None
    assert held.passed
    assert held.ended


def test_a_card_that_a_newer_deck_lost_is_gone_by(home: Home) -> None:
    session = sat_down(home)
    session.set_agenda(session.agenda)
    session.entry["agenda"][0]["card"] = "gone"
    session.strategy.touch()
    session.next_card()
    assert session.phase == "break"
    session.previous_card()
    assert session.phase == "arrival"


@pytest.mark.parametrize("steps", range(9))
def test_killed_at_any_step_it_goes_on_from_the_entry_alone(home: Home, steps: int) -> None:
    session = sat_down(home)
    for _ in range(steps):
        session.next_step()
        if session.step == "collect":
            ideas(session, "a", "b")
        if session.step == "merge":
            session.merge([2, 1])
        if session.step == "vote":
            session.vote_on(1, 3)
        if session.step == "decide":
            session.pick_winners([1])
    found = again(session, home)
    expected = {0: "arrival", 8: "goals"}.get(steps, "goals")
    assert _place(found)[0] == expected
    assert found.step == ("", "read", "read", "collect", "merge", "vote", "decide", "decide", "decide")[steps]
    assert found.round_of("goals") == session.round_of("goals")
    assert not found.clock.running
