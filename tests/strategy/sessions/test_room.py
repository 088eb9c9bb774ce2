"""What the wall may show, and session.json."""

from __future__ import annotations

import json
from typing import Any

import pytest
from strategy.sessions.sitting import at_card, goals, ideas, later, sat_down

from impactcards.home import Home
from impactcards.strategy.sessions import SESSION_FILE, RoomFile, Session, read_room, write_room
from impactcards.strategy.sessions.room import room

KEYS = [
    *("v", "name", "language", "phase", "suit", "card_title", "prompt", "place", "step", "steps", "blank"),
    *("hot_seat", "hints"),
    *("ideas", "votes", "ratings", "decision", "clock", "session_clock", "behind", "parked", "actions"),
    *("session_over", "break", "joker"),
]


def _shown(session: Session) -> dict[str, Any]:
    found = room(session, session.now())
    assert list(found) == KEYS
    again: dict[str, Any] = json.loads(json.dumps(found))
    assert again == found
    return found


def test_before_the_first_card(home: Home) -> None:
    shown = _shown(sat_down(home))
    assert (shown["name"], shown["phase"], shown["suit"], shown["step"]) == ("Acme", "arrival", None, "")
    assert shown["place"] == {"at": 0, "of": 3}


def test_a_card_is_read(home: Home) -> None:
    session = sat_down(home)
    session.next_step()
    later(session, seconds=5)
    shown = _shown(session)
    assert shown["suit"] == {"symbol": "■", "title": "All", "color": "blue"}
    assert (shown["card_title"], shown["prompt"], shown["place"]) == ("Goals", "Which?", {"at": 1, "of": 3})
    assert shown["clock"] == {"left": 30, "running": True, "changed": session.now() - 5}
    assert shown["steps"] == list(session.steps)


def test_hints_only_when_asked_for_and_only_for_this_card(home: Home) -> None:
    session = at_card(home, "goals")
    assert _shown(session)["hints"] == []
    session.show_hints(True)
    assert _shown(session)["hints"] == ["Think small.", "Think large."]
    session.next_card()
    session.previous_card()
    assert _shown(session)["hints"] == []


def test_ideas_from_collect_on_and_votes_once_they_are_closed(home: Home) -> None:
    session = at_card(home, "goals", "write")
    (anna,) = session.arrive("Anna")
    session.add_idea("early", by=anna.id)
    assert _shown(session)["ideas"] == []
    session.to_step("collect")
    ideas(session, "b", "c")
    assert [idea["mark"] for idea in _shown(session)["ideas"]] == ["", "", "new"]
    session.merge([3, 2])
    session.to_step("vote")
    session.vote_on(1, 4)
    shown = _shown(session)
    assert [(idea["votes"], idea["mark"]) for idea in shown["ideas"]] == [(None, ""), (None, "asked")]
    assert shown["votes"] == {"cast": 4, "all": 24}
    session.to_step("decide")
    shown = _shown(session)
    assert shown["ideas"] == [
        {"number": 1, "text": "early", "voices": 1, "votes": 4, "mark": "chosen", "parts": []},
        {"number": 2, "text": "b", "voices": 2, "votes": None, "mark": "", "parts": [3]},
    ]
    assert shown["votes"] is None
    session.to_step("vote")
    assert [idea["votes"] for idea in _shown(session)["ideas"]] == [None, None]


def test_a_decision_in_lines_and_a_tie_in_words(home: Home) -> None:
    session = at_card(home, "goals", "collect")
    ideas(session, "a", "b", "c", "d")
    session.to_step("vote")
    for number, votes in ((1, 5), (2, 4), (3, 2), (4, 2)):
        session.vote_on(number, votes)
    assert _shown(session)["decision"] is None
    session.to_step("decide")
    shown = _shown(session)
    assert [idea["mark"] for idea in shown["ideas"]] == ["chosen", "chosen", "chosen", "tied"]
    assert shown["decision"]["lines"] == []
    assert shown["decision"]["note"].startswith("Ideas 3, 4 have as many votes, 2 each")
    session.pick_winners([1, 4])
    session.set_why("the fair")
    shown = _shown(session)
    assert shown["decision"] == {"lines": ["a", "d"], "note": ""}
    assert [idea["mark"] for idea in shown["ideas"]] == ["chosen", "", "", "chosen"]


def test_figures_once_they_are_closed_without_names(home: Home) -> None:
    session = at_card(home, "mirror", "vote")
    (anna,) = session.arrive("Anna")
    for by, value in ((anna.id, 4), (None, 2)):
        session.rate(by, value)
    assert _shown(session)["ratings"] is None
    assert _shown(session)["votes"] == {"cast": 2, "all": 8}
    session.to_step("decide")
    ratings = _shown(session)["ratings"]
    assert ratings == {
        "values": [2, 4],
        "low": 1,
        "high": 5,
        "labels": {"1": "Never"},
        "unit": "",
        "middle": 3,
        "mean": 3,
    }


SECRETS = ("private note", "third silence", "Anna", "because of the fair", "hidden bet", "never agreed", "quoted")


def test_what_never_stands_on_the_wall(home: Home) -> None:
    session = at_card(home, "bet", "write")
    session.strategy.set_note("bet", "private note")
    anna, _ = session.arrive("Anna Ben")
    session.add_idea("hidden bet", by=anna.id)
    for step in session.steps:
        session.to_step(step)
        if step == "vote":
            session.vote_on(1, 1)
        if step == "decide":
            session.pick_winners([1])
            session.set_why("because of the fair")
            session.add_dissent("never agreed", anna.id)
            session.quote("quoted", anna.id)
        text = json.dumps(_shown(session))
        assert not [secret for secret in SECRETS if secret in text]
    card = session.strategy.deck.card("goals")
    assert card is not None
    session.to_card(card)
    session.strategy.set_note("goals", "private note")
    ids = [anna.id, *(idea.id for idea in session.ideas())]
    text = json.dumps(_shown(session))
    assert not [secret for secret in (*SECRETS, *ids) if secret in text]


def test_while_somebody_else_has_the_keyboard_ideas_are_hidden(home: Home) -> None:
    session = at_card(home, "goals", "collect")
    ideas(session, "a")
    session.hand_over()
    assert _shown(session)["ideas"] == []
    session.take_back_keyboard()
    assert len(_shown(session)["ideas"]) == 1


def test_a_break_a_joker_and_the_end(home: Home) -> None:
    session = sat_down(home)
    session.next_card()
    session.draw_joker()
    session.park("a line")
    session.act("call")
    assert _shown(session)["joker"] == session.joker != ""
    session.next_card()
    shown = _shown(session)
    assert (shown["break"], shown["joker"], shown["parked"], shown["actions"]) == (5, None, 1, 1)
    session.end()
    shown = _shown(session)
    assert (shown["session_over"], shown["phase"], shown["break"]) == (True, "closing", None)


def test_the_file_is_written_whole_and_at_most_four_times_a_second(home: Home) -> None:
    session = at_card(home, "goals", "collect", goals=goals("meet"))
    file = RoomFile(session)
    path = session.opened.folder / SESSION_FILE
    assert file.update() == 0
    written = 0
    for number in range(40):  # forty ideas in two seconds
        ideas(session, f"idea {number}")
        before = path.stat().st_mtime_ns, path.stat().st_ino
        waits = file.update()
        written += (path.stat().st_mtime_ns, path.stat().st_ino) != before
        assert 0 <= waits <= 0.25
        later(session, seconds=0.05)
    assert 5 <= written <= 8
    later(session, seconds=0.25)
    assert file.update() == 0
    shown = read_room(session.opened.folder)
    assert shown is not None
    assert len(shown["ideas"]) == 40
    assert [path.name for path in session.opened.folder.glob(".*.tmp")] == []


def test_nothing_new_is_not_written(home: Home) -> None:
    session = at_card(home, "goals")
    file = RoomFile(session)
    file.update()
    path = session.opened.folder / SESSION_FILE
    path.unlink()
    for _ in range(10):
        later(session, seconds=0.1)
        assert file.update() == 0
    assert not path.exists()
    later(session, seconds=20)
    file.update()
    assert path.exists()


def test_a_folder_that_cannot_be_written_is_said_and_tried_again(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    session = at_card(home, "goals")
    file = RoomFile(session)

    def fails(*_: object, **__: object) -> None:
        raise OSError("full")

    monkeypatch.setattr("impactcards.strategy.sessions.room_file.write_whole", fails)
    assert file.update() > 0
    assert file.problem is not None
    monkeypatch.undo()
    later(session, seconds=1)
    assert file.update() == 0
    assert file.problem is None
    assert read_room(session.opened.folder) is not None


def test_any_room_can_be_written_and_read(home: Home) -> None:
    folder = sat_down(home).opened.folder
    data = {"name": "a\ud800b", "text": "“ü” \u2028 ü"}
    write_room(folder, {"text": data["text"]})
    assert read_room(folder) == {"text": data["text"]}
    write_room(folder, data)
    assert read_room(folder) is not None
    (folder / SESSION_FILE).unlink()
    assert read_room(folder) is None
