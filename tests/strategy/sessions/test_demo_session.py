"""The example's session, read as one that is over."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from impactcards.cli import demo
from impactcards.cli.surroundings import Surroundings
from impactcards.home import Home
from impactcards.strategy import kinds
from impactcards.strategy.folder import OpenStrategy
from impactcards.strategy.sessions import (
    Session,
    SessionRecord,
    actions_of,
    begin,
    parked_in,
    participants_of,
    resume,
    sessions,
)
from impactcards.words import words

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.fixture(params=["en", "de"])
def example(request: pytest.FixtureRequest, home: Home, monkeypatch: pytest.MonkeyPatch) -> OpenStrategy:
    """A fresh copy of the example."""
    monkeypatch.setattr(demo, "spoken", lambda: words(request.param))
    return demo.make_demo(Surroundings(), NOW)


@pytest.fixture
def record(example: OpenStrategy) -> SessionRecord:
    (found,) = sessions(example.strategy)
    return found


def test_it_is_over(example: OpenStrategy, record: SessionRecord) -> None:
    assert record.started.endswith("T12:00:05Z")
    assert record.ended
    assert resume(example) is None
    session = Session(example, record.id)
    assert session.ended
    assert session.add_idea("late") is None
    assert session.record == record
    names = {person.id: person.name for person in participants_of(example.strategy)}
    assert names[record.led_by] == "Jule Brandes"


def test_its_agenda_and_rounds(example: OpenStrategy, record: SessionRecord) -> None:
    assert [entry.minutes for entry in record.agenda.entries] == [4, 14, 16, 5, 14, 16]
    assert [entry.is_break for entry in record.agenda.entries].count(True) == 1
    assert tuple(held.card for held in record.rounds) == record.agenda.cards
    for held in record.rounds:
        assert held.started
        assert held.ended > held.started
        card = example.deck.card(held.card)
        assert card is not None
        assert held.decision is not None
        assert kinds.from_data(card, held.decision.value) is not None
        assert held.decision.why


def test_its_ideas_votes_and_voices(record: SessionRecord) -> None:
    rated, listed, *_ = record.rounds
    assert sorted(rating.value for rating in rated.ratings) == [2, 2, 3, 3, 3, 4]
    assert all(rating.by for rating in rated.ratings)
    assert len(listed.ideas) == 9
    made = listed.ideas[-1]
    assert made.parts == (1, 2)
    assert [idea.number for idea in listed.groups] == [3, 4, 5, 7, 8, 9]
    assert [idea.votes for idea in listed.groups] == [3, 2, 2, 0, 0, 5]
    assert sum(idea.by == "" for idea in listed.ideas) == 2
    assert listed.ideas[3].voices == 2
    assert rated.quotes[0].text
    assert len([said for held in record.rounds for said in (held.decision.dissent if held.decision else ())]) == 4


def test_the_next_session_opens_with_what_is_left(example: OpenStrategy) -> None:
    states = [action.state for action in actions_of(example.strategy)]
    session = begin(example, recipe=example.deck.recipes[0].id)
    assert len(session.open_actions()) == states.count("open") + states.count("moved") == 3
    assert session.parked() == parked_in(example.strategy) != ()
    assert {person.name for person in session.arrive("Jule Emre Mia")} == {"Jule Brandes", "Emre Aydın", "Mia Petersen"}
    assert len(participants_of(example.strategy)) == 6
