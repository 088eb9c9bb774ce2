"""The page about files tells the truth about what a session leaves."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from strategy.sessions.sitting import acme, at_card, goals, ideas

from impactcards.home import Home
from impactcards.strategy.sessions import Session, read_session

PAGE = (Path(__file__).parents[3] / "docs" / "files-and-safety.md").read_text(encoding="utf-8")


def _shown() -> dict[str, object]:
    (block,) = re.findall(r"^```yaml\n(sessions:.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    (entry,) = yaml.safe_load(block)["sessions"]
    assert isinstance(entry, dict)
    return entry


def test_the_session_that_is_shown_can_be_read(home: Home) -> None:
    found = read_session(_shown(), acme(home).strategy)
    (held,) = found.rounds
    assert [(idea.number, idea.votes, idea.voices, idea.parts) for idea in held.groups] == [
        (1, 9, 1, (2,)),
        (3, 3, 2, ()),
    ]
    assert held.decision is not None
    assert held.decision.dissent[0].by == found.present[1]
    assert [entry.left_out for entry in found.agenda.entries] == [False, False, True]
    assert (found.people, found.ended, held.quotes[0].by) == (8, "", "")


def _played(home: Home) -> Session:
    session = at_card(home, "goals", "collect", goals=goals("meet"))
    anna, ben = session.arrive("Anna Ben")
    session.led_by("Jule")
    session.add_idea("a", by=anna.id)
    ideas(session, "b", "c")
    session.same_as(3)
    session.merge([2, 1])
    session.vote_on(1, 3)
    session.vote_on(3, 1)
    session.pick_winners([1])
    session.decide(why="so", dissent=[("no", ben.id)])
    session.quote("well")
    session.next_card()
    return session


def test_a_session_is_written_with_the_keys_that_are_shown_in_their_order(home: Home) -> None:
    shown, written = _shown(), _played(home).entry
    assert list(written) == list(shown)
    assert isinstance(shown["rounds"], list)
    (one,), (other,) = shown["rounds"], written["rounds"]
    assert list(other) == list(one)
    assert list(other["decision"]) == list(one["decision"])
    assert [set(idea) for idea in other["ideas"]] == [set(idea) for idea in one["ideas"]]


def test_the_lists_are_described_with_their_keys(home: Home) -> None:
    session = _played(home)
    session.act("Anna: call by 5.12.2099")
    session.set_action_state(session.actions()[0].id, "done")
    session.park("later", session.participants()[0].id)
    for name in ("participants", "actions", "parking_lot"):
        (row,) = re.findall(rf"^\| `{name}` \| (.*?) \|", PAGE, re.MULTILINE)
        described = set(re.findall(r"`(\w+)`", row))
        for entry in session.strategy.lists[name]:
            assert set(entry) <= described
