"""Going on: after a crash, tomorrow, in a window beside; with session.json and without."""

from __future__ import annotations

import pytest
from kept import opened
from strategy.sessions.sitting import acme, again, at_card, ideas, later, sat_down

from impactcards.faults import UserError
from impactcards.home import Home
from impactcards.strategy.sessions import RoomFile, begin, read_room, resume, running, sessions


def test_everything_comes_back(home: Home) -> None:
    session = at_card(home, "goals", "collect")
    session.arrive("Anna Ben")
    ideas(session, "a", "b", "c")
    later(session, minutes=1)
    session.to_step("vote")
    session.vote_on(1, 5)
    session.show_hints(True)
    later(session, seconds=20)
    RoomFile(session).close()
    later(session, seconds=10)
    found = again(session, home)
    for name in (
        "at",
        "step",
        "asked",
        "clock",
        "clock_of_session",
        "hints_shown",
        "blank",
        "people",
        "agenda",
        "round",
    ):
        assert getattr(found, name) == getattr(session, name), name
    assert found.ideas() == session.ideas()
    assert found.participants() == session.participants()
    assert found.clock.left(found.now()) == session.clock.left(session.now())
    found.to_step("collect")
    assert found.clock.left(found.now()) == 90


def test_tomorrow_the_clocks_stand_at_what_was_left(home: Home) -> None:
    session = at_card(home, "goals", "write")
    later(session, seconds=30)
    RoomFile(session).close()
    later(session, minutes=60 * 24)
    found = again(session, home)
    assert not found.clock.running
    assert found.clock.left(found.now()) == 120
    assert found.elapsed() == pytest.approx(0.5)


def test_set_aside_on_purpose(home: Home) -> None:
    session = at_card(home, "goals", "write")
    file = RoomFile(session)
    session.rest()
    file.close()
    later(session, minutes=2)
    found = again(session, home)
    assert found.clock == session.clock
    assert not found.clock.running


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"resume": 1}', '{"resume": {"session": "other"}}', "\x00", "[" * 100_000, '{"resume": {}}'],
)
def test_a_session_file_that_says_nothing_is_as_none(home: Home, text: str) -> None:
    session = at_card(home, "goals", "collect")
    ideas(session, "a")
    (session.opened.folder / "session.json").write_text(text, encoding="utf-8")
    found = again(session, home)
    assert (found.card, found.step) == (session.card, "collect")
    assert found.ideas() == session.ideas()


def test_odd_values_in_it_do_no_harm(home: Home) -> None:
    session = at_card(home, "goals", "collect")
    held = session.resume_data()
    for key in held:
        for odd in (None, -7, 10**9, "x", [], {}, [["a", "b", "c"], 3], True):
            session.go_on({**held, key: odd})
            session.go_on({"session": session.id, "saved": 1, key: odd})
    assert session.phase in ("card", "arrival", "break", "closing")


def test_begin_goes_on_with_one_that_runs(home: Home) -> None:
    session = at_card(home, "goals", "collect")
    assert begin(session.opened, recipe="short", now=session.now).id == session.id
    session.end()
    assert begin(session.opened, recipe="short", now=session.now).id != session.id
    assert len(sessions(session.strategy)) == 2


def test_end_ends_all_that_run(home: Home) -> None:
    session = sat_down(home)
    file = RoomFile(session)
    session.strategy.lists["sessions"].insert(0, {"id": "o222", "started": "2020-01-01T00:00:00Z"})
    session.end()
    file.close()
    assert session.opened.save().ok
    other = opened(home)
    assert running(other.strategy) is None
    assert resume(other) is None
    shown = read_room(other.folder)
    assert shown is not None
    assert shown["session_over"]


def test_what_cannot_be_begun(home: Home) -> None:
    made = acme(home)
    with pytest.raises(UserError, match="no recipe “none”"):
        begin(made, recipe="none")
    with pytest.raises(UserError):
        begin(opened(home, read_only=True))


def test_somebody_took_the_entry_away(home: Home) -> None:
    session = at_card(home, "goals", "collect")
    session.strategy.lists["sessions"].clear()
    session.strategy.touch()
    assert session.ended
    assert session.add_idea("a") is None
    session.next_step()
    session.end()
    assert session.strategy.lists["sessions"] == []
