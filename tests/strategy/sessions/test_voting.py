"""Votes counted idea by idea, everybody's figures, and what they propose."""

from __future__ import annotations

import pytest
from strategy.sessions.sitting import at_card, goals, ideas

from impactcards.home import Home
from impactcards.strategy.sessions import Session
from impactcards.words import words


@pytest.fixture
def session(home: Home) -> Session:
    held = at_card(home, "goals", "collect")
    ideas(held, "a", "b", "c", "d", "e")
    held.merge([5, 4])
    held.to_step("vote")
    return held


def test_hands_are_counted_in_order_and_the_mark_moves_on(session: Session) -> None:
    assert session.vote_order() == (1, 2, 3, 4)
    asked = []
    for count in (5, 0, 3, 2):
        asked.append(session.asked)
        session.vote_on(session.asked, count)
    assert asked == [1, 2, 3, 4]
    assert session.asked == 0
    assert [idea.votes for idea in session.ideas()] == [5, 0, 3, 2, None]
    assert (session.votes_cast(), session.votes_all()) == (10, 24)


def test_a_correction_and_taking_back(session: Session) -> None:
    session.vote_on(1, 5)
    session.ask(1)
    session.vote_on(1, 4)
    session.vote_on(5, 6)  # its group
    assert [idea.votes for idea in session.groups()] == [4, None, None, 6]
    session.undo()
    session.undo()
    assert [idea.votes for idea in session.groups()] == [5, None, None, None]
    assert not session.vote_on(99, 1)


def test_nobody_stands_in_the_file_for_a_vote(session: Session) -> None:
    session.arrive("Anna Ben")
    session.vote_on(1, 5)
    assert session.entry["rounds"][0]["ideas"][0].keys() == {"id", "text", "votes"}


def test_votes_each(session: Session) -> None:
    session.set_votes_each(5)
    assert (session.votes_each, session.votes_all()) == (5, 40)
    session.undo()
    assert session.votes_each == 3
    session.set_people(3)
    assert session.votes_all() == 9


def _votes(session: Session, *counts: int) -> None:
    for number, count in zip(session.vote_order(), counts, strict=False):
        session.vote_on(number, count)


def test_the_most_votes_win(session: Session) -> None:
    _votes(session, 2, 9, 0, 6)
    found = session.proposal()
    assert (found.winners, found.ordered, found.note) == ((2, 4, 1), (2, 4, 1, 3), None)


def test_a_tie_for_the_last_place_is_said(session: Session) -> None:
    _votes(session, 4, 9, 4, 6)
    found = session.proposal()
    assert found.winners == (2, 4, 1)
    assert found.tied == (1, 3)
    assert found.note is not None
    expected = "Ideas 1, 3 have as many votes, 4 each, and one of them fits. Talk, or vote again."
    assert words("en")(found.note) == expected


def test_too_many_votes_are_said_and_not_refused(session: Session) -> None:
    session.set_people(2)
    _votes(session, 9, 0, 0, 1)
    assert str(session.proposal().note) == "10 votes were counted, of at most 6."


def test_without_votes_ideas_are_taken_as_they_stand(session: Session) -> None:
    assert session.proposal().winners == (1, 2, 3)


def test_of_what_the_deck_has_nothing_wins_without_a_vote(home: Home) -> None:
    session = at_card(home, "aim", "vote", goals=goals("meet", "learn"))
    assert session.proposal().winners == ()
    session.vote_on(2, 3)
    session.vote_on(1, 1)
    assert session.proposal().winners == (2,)


def test_everybodys_figure_and_how_they_lie(home: Home) -> None:
    session = at_card(home, "mirror", "vote")
    anna, _ = session.arrive("Anna Ben")
    assert session.spread() is None
    for by, value in ((anna.id, 2), (None, 5), (None, 5), (anna.id, 3)):
        assert session.rate(by, value)
    assert [(rating.by, rating.value) for rating in session.ratings()] == [(anna.id, 3), ("", 5), ("", 5)]
    spread = session.spread()
    assert spread is not None
    assert (spread.low, spread.high, spread.middle, spread.counts) == (3, 5, 5, {3: 1, 5: 2})
    assert (session.votes_cast(), session.votes_all()) == (3, 8)
    assert session.proposal().value == 5
    session.undo()
    assert session.ratings()[0].value == 2


def test_between_two_steps_of_a_scale_somebody_has_to_talk(home: Home) -> None:
    session = at_card(home, "mirror", "vote")
    for value in (2, 3):
        session.rate(None, value)
    found = session.proposal()
    assert found.value == 2
    assert str(found.note) == "As many say 2 or less as 3 or more. Talk about it first."
    budget = session.strategy.deck.card("budget")
    assert budget is not None
    session.to_card(budget)
    for hours in (2, 3):
        session.rate(None, hours)
    assert (session.proposal().value, session.proposal().note) == (2.5, None)
