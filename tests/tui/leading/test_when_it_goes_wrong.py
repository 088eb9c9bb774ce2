"""When it goes wrong: each thing is one obvious key, and nothing is lost."""

from __future__ import annotations

import pytest

from impactcards.strategy import sessions
from impactcards.tui.screens.dialogs import Choose, Question
from impactcards.tui.screens.room import RoomScreen


@pytest.mark.slow
async def test_the_laptop_restarts(led, opened, again) -> None:
    """Nobody said goodbye: the session goes on at the same card and step, with everything that was typed."""
    async with led() as table:
        await table.to("goals", "collect")
        await table.type("a\nbb\nhalf a line")
        table.clock[0] += 60
        await table.wait(0.2)
        left = table.session.clock.left(table.clock[0])
    assert sessions.resume(again()) is not None
    async with led(opened=again()) as table:
        assert (table.session.card.id, table.session.step) == ("goals", "collect")
        assert table.ideas == ["a", "bb"]
        assert table.line == "half a line"
        assert "goes on where it stopped" in table.said
        table.clock[0] += 60
        assert table.session.clock.left(table.clock[0]) == pytest.approx(left, abs=2)


@pytest.mark.slow
async def test_somebody_comes_late_and_somebody_leaves(led) -> None:
    async with led(people=0) as table:
        await table.type("Anna Ben\n")
        await table.to("goals", "collect")
        await table.type("@Cem\n")
        assert table.session.people == 3
        await table.type("@-Ben\n")
        assert [person.name for person in table.session.participants()] == ["Anna", "Cem"]
        assert "Gone: Ben" in table.said
        assert table.ideas == []


@pytest.mark.slow
async def test_the_time_is_halved(led) -> None:
    """A question says what would be shorter; yes does it, and nothing that is left out is lost."""
    async with led() as table:
        await table.to("aim", "read")
        before = table.session.agenda.total
        await table.press("x")
        await table.type("5\n")
        await table.wait()
        assert isinstance(table.pilot.app.screen, Question)
        await table.press("y")
        await table.wait()
        assert table.session.agenda.total < before
        assert "shorter now" in table.said
        assert table.session.clock_of_session.left(table.clock[0]) == pytest.approx(300)


@pytest.mark.slow
async def test_the_plan_stays_as_it_was(led) -> None:
    async with led() as table:
        await table.to("aim", "read")
        before = table.session.agenda
        await table.press("x")
        await table.type("5\n")
        await table.wait()
        await table.press("escape")
        await table.wait()
        assert table.session.agenda.entries == before.entries


@pytest.mark.slow
async def test_a_card_is_skipped(led) -> None:
    async with led() as table:
        await table.to("aim", "read")
        await table.press("z")
        assert table.session.card.id == "goals"
        assert "“What for” is passed" in table.said
        await table.press("pageup")
        assert table.session.card.id == "aim"


@pytest.mark.slow
async def test_the_wrong_key_is_one_key_away_from_undone(led) -> None:
    """Each deed says what it did, and ctrl+z takes back one after the other."""
    async with led() as table:
        await table.to("goals", "collect")
        await table.type("a\nbb\n=1\n")
        await table.press("ctrl+z")
        assert "Enter makes “=1” an idea" in table.said
        assert table.line == "=1"
        await table.press("enter")
        assert table.ideas == ["a", "bb", "=1"]
        await table.press("ctrl+z")
        assert table.ideas == ["a", "bb"]
        await table.type("@home campaigns\n")
        assert table.session.participants()
        await table.press("ctrl+z", "enter")
        assert table.ideas == ["a", "bb", "@home campaigns"]
        assert not table.session.participants()
        await table.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        assert table.ideas == []
        assert "nothing to take back" in table.said


@pytest.mark.slow
async def test_ctrl_z_empties_a_line_and_ctrl_y_brings_it_back(led) -> None:
    async with led() as table:
        await table.to("goals", "collect")
        await table.type("a\nhalf a th")
        await table.press("ctrl+z")
        assert (table.line, table.ideas) == ("", ["a"])
        await table.press("ctrl+y")
        assert table.line == "half a th"


@pytest.mark.slow
async def test_what_stands_in_the_line_is_taken_when_the_step_is_left(led) -> None:
    """A line that nobody ended with Enter is not lost, also one for something else than the step."""
    async with led() as table:
        await table.to("goals", "collect")
        await table.type("not ended")
        await table.press("pagedown")
        assert table.ideas == ["not ended"]
        await table.press("escape", "a")
        await table.type("Anna: call")
        await table.press("pagedown")
        assert [action.text for action in table.session.actions()] == ["call"]


@pytest.mark.slow
async def test_an_idea_is_worded_otherwise_by_the_arrow(led) -> None:
    async with led() as table:
        await table.to("goals", "collect")
        await table.type("a\nbb\n")
        await table.press("up", "up")
        assert table.line == "a"
        await table.type("h\n")
        assert table.ideas == ["ah", "bb"]
        await table.press("up")
        await table.press("escape")
        assert (table.line, table.ideas) == ("", ["ah", "bb"])


@pytest.mark.slow
async def test_ended_early_and_gone_on_with_tomorrow(led, again) -> None:
    async with led() as table:
        await table.to("goals", "collect")
        await table.type("a\n")
        await table.press("escape", "q")
        await table.wait()
        assert isinstance(table.pilot.app.screen, Choose)
        await table.press("down", "enter")
        await table.wait(0.2)
    async with led(opened=again()) as table:
        assert (table.session.card.id, table.session.step) == ("goals", "collect")
        assert not table.session.clock.running
        assert "The clock stands" in table.said
        await table.press("escape", "space")
        assert table.session.clock.running


@pytest.mark.slow
async def test_the_session_is_ended_after_a_question(led, again) -> None:
    async with led() as table:
        await table.to("mood", "vote")
        await table.type("3 3 4\n")
        await table.press("pagedown", "pagedown", "escape", "E")
        await table.wait()
        assert isinstance(table.pilot.app.screen, Question)
        await table.press("y")
        await table.wait(0.1)
        assert "1 card decided" in str(table.pilot.app.screen._title)
    assert sessions.resume(again()) is None
    assert again().strategy.lists["sessions"][0]["ended"]


@pytest.mark.slow
async def test_time_up_locks_nothing(led) -> None:
    async with led() as table:
        await table.to("goals", "write")
        table.clock[0] += 3600
        await table.wait(0.3)
        from impactcards.tui.leading.clock import StepClock

        assert "over" in table.screen.query_one(StepClock).text
        assert "Time is up" in table.area
        await table.press("plus")
        await table.press("pagedown")
        await table.type("a\n")
        assert table.ideas == ["a"]


@pytest.mark.slow
async def test_a_clicker_drives_it_and_never_types(led) -> None:
    """Page Down and Up, F5 and Esc, the full stop and b; in an empty line their sign is taken out again."""
    async with led() as table:
        await table.to("goals", "read")
        await table.press("full_stop")
        assert table.session.blank
        await table.press("b")
        assert not table.session.blank
        await table.press("f5")
        await table.wait()
        assert isinstance(table.pilot.app.screen, RoomScreen)
        await table.press("pagedown", "full_stop")
        assert (table.session.step, table.session.blank) == ("write", True)
        await table.press("full_stop", "escape")
        await table.wait()
        await table.press("pagedown")
        assert table.screen.typing.on
        await table.press("b")
        await table.wait(1.2)
        assert (table.session.blank, table.line) == (True, "")
        await table.press("full_stop", "enter")
        assert not table.session.blank
        await table.keys("best")
        await table.wait(1.2)
        assert table.line == "best"
        assert not table.session.blank


@pytest.mark.slow
async def test_the_keyboard_is_handed_over_and_hides_what_the_others_wrote(led) -> None:
    async with led(people=0) as table:
        await table.type("Anna Ben\n")
        await table.to("goals", "collect")
        await table.type("secret\n")
        await table.press("escape", "k")
        await table.type("Ben\n")
        assert "secret" not in table.area
        await table.type("mine\n")
        assert "mine" in table.area
        await table.press("escape")
        assert "Ben wrote 1 idea" in table.said
        assert "secret" in table.area
        assert [table.session.name_of(idea.by) for idea in table.session.ideas()] == ["", "Ben"]


@pytest.mark.slow
async def test_what_is_always_one_key_away(led, again) -> None:
    async with led(people=0) as table:
        await table.type("Ben\n")
        await table.to("goals", "collect")
        await table.type("weekends?")
        await table.press("f8")
        assert "Parked: ‹weekends?›" in table.said
        await table.press("escape", "g")
        await table.type("Ben: a thumb mends no swing\n")
        await table.press("c")
        await table.type("quiet today\n")
        await table.press("d")
        await table.type("Ben: too early\n")
        assert "Ben disagrees" in table.said
    strategy = again().strategy
    entry = strategy.lists["sessions"][0]["rounds"][-1]
    assert entry["quotes"][0]["text"] == "a thumb mends no swing"
    assert entry["decision"]["dissent"][0]["text"] == "too early"
    assert strategy.answer("goals").note == "quiet today"
    assert strategy.lists["parking_lot"][0]["text"] == "weekends?"


@pytest.mark.slow
async def test_the_next_time_opens_with_what_was_left(led, again) -> None:
    async with led() as table:
        await table.to("goals", "act")
        await table.type("Anna: call the printer\nBen: write it down\n")
        table.session.park("who answers at weekends?")
        table.session.end()
    async with led(opened=again()) as table:
        await table.press("pagedown")
        assert "call the printer" in table.area
        assert "who answers at weekends?" in table.area
        await table.press("d")
        assert "done" in table.said
        await table.press("m")
        await table.type("5.12.2027\n")
    assert [action["state"] for action in again().strategy.lists["actions"]] == ["done", "moved"]
    assert again().strategy.lists["actions"][1]["until"] == "2027-12-05"
