"""Ideas as they are called out: numbers, voices, groups, and taking back."""

from __future__ import annotations

import pytest
from strategy.sessions.sitting import at_card, goals, ideas

from impactcards.home import Home
from impactcards.strategy.sessions import Idea, Session


@pytest.fixture
def session(home: Home) -> Session:
    held = at_card(home, "goals", "collect")
    ideas(held, "leads", "first name", "answers", "festival", "posts")
    return held


def _texts(session: Session) -> list[tuple[int, str]]:
    return [(idea.number, idea.text) for idea in session.ideas()]


def _groups(session: Session) -> dict[int, tuple[int, ...]]:
    return {idea.number: idea.parts for idea in session.groups()}


def test_numbers_from_one_in_order(session: Session) -> None:
    assert _texts(session) == [(1, "leads"), (2, "first name"), (3, "answers"), (4, "festival"), (5, "posts")]


def test_an_author_or_none(session: Session) -> None:
    (anna,) = session.arrive("Anna")
    found = session.add_idea("fewer", by=anna.id)
    assert found == Idea(6, session.ideas()[5].id, "fewer", anna.id)
    assert [idea.by for idea in session.ideas()][4:] == ["", anna.id]
    assert "by" not in session.entry["rounds"][0]["ideas"][0]


@pytest.mark.parametrize("text", ["", "  ", "\x07", "\n"])
def test_without_words_there_is_no_idea(session: Session, text: str) -> None:
    assert session.add_idea(text) is None
    assert len(session.ideas()) == 5


def test_between_cards_there_is_no_idea(session: Session) -> None:
    session.next_card()
    assert session.phase == "break"
    assert session.add_idea("late") is None
    assert session.undo() is None


def test_the_same_again_is_a_voice(session: Session) -> None:
    assert session.same_as(3)
    assert session.same_as(3)
    assert not session.same_as(9)
    assert session.ideas()[2].voices == 3


def test_one_under_the_other(session: Session) -> None:
    assert session.merge([5, 3])
    assert _groups(session) == {1: (), 2: (), 3: (5,), 4: ()}
    session.same_as(5)
    assert session.voices(3) == 3
    assert not session.merge([3])
    assert not session.merge([9, 8])


def test_both_under_a_new_wording(session: Session) -> None:
    assert session.merge([4, 5], "fewer, better posts")
    made = session.ideas()[5]
    assert (made.number, made.text, made.parts, made.made) == (6, "fewer, better posts", (4, 5), True)
    assert session.voices(6) == 2
    assert _groups(session) == {1: (), 2: (), 3: (), 6: (4, 5)}


def test_groups_of_groups_are_one(session: Session) -> None:
    session.merge([5, 3])
    session.merge([3, 1])
    assert _groups(session) == {1: (3, 5), 2: (), 4: ()}
    session.merge([2, 5])
    assert _groups(session) == {1: (2, 3, 5), 4: ()}


def test_the_wording_can_be_turned_round(session: Session) -> None:
    session.merge([5, 3])
    session.merge([4, 3])
    assert session.merge([3, 5])
    assert _groups(session) == {1: (), 2: (), 5: (3, 4)}
    assert session.undo() is not None
    assert _groups(session) == {1: (), 2: (), 3: (4, 5)}


def test_a_part_alone_moves_to_another_group(session: Session) -> None:
    session.merge([4, 5], "posts and festival")
    session.merge([5, 1])
    assert _groups(session) == {1: (5,), 2: (), 3: (), 6: (4,)}


def test_taken_apart(session: Session) -> None:
    session.merge([5, 3])
    session.merge([3, 1])
    assert session.split(3)
    assert _groups(session) == {1: (5,), 2: (), 3: (), 4: ()}
    assert session.split(1)
    assert _groups(session) == {1: (), 2: (), 3: (), 4: (), 5: ()}
    assert not session.split(1)


def test_a_wording_made_for_a_group_goes_with_it(session: Session) -> None:
    session.merge([4, 5], "posts")
    assert session.split(6)
    assert len(session.ideas()) == 5
    session.undo()
    assert _groups(session) == {1: (), 2: (), 3: (), 6: (4, 5)}


def test_undo_takes_back_one_deed_after_the_other(session: Session) -> None:
    before = session.round
    session.same_as(1)
    session.edit_idea(1, "more leads")
    session.merge([5, 3])
    session.merge([3, 4], "together")
    session.split(6)
    taken = [session.undo() for _ in range(5)]
    assert [(done.what, done.number) for done in taken if done] == [
        ("split", 6),
        ("merge", 4),
        ("merge", 3),
        ("edit", 1),
        ("same", 1),
    ]
    assert session.round == before
    assert [done.text for _ in range(5) if (done := session.undo())] == [
        "posts",
        "festival",
        "answers",
        "first name",
        "leads",
    ]
    assert session.undo() is None
    assert session.ideas() == ()


def test_each_card_has_deeds_of_its_own(session: Session) -> None:
    session.next_card()
    session.next_card()
    ideas(session, "a word")
    session.previous_card()
    session.previous_card()
    assert session.step == "collect"
    done = session.undo()
    assert done is not None
    assert done.text == "posts"


def test_circles_in_a_file_are_read_as_one_group(session: Session) -> None:
    held = session.entry["rounds"][0]["ideas"]
    one, two, three = (held[n]["id"] for n in range(3))
    held[0]["into"], held[1]["into"], held[2]["into"] = two, one, one
    held[3]["into"] = "gone"
    session.strategy.touch()
    assert _groups(session) == {1: (2, 3), 4: (), 5: ()}
    assert three == session.ideas()[2].id


def test_what_can_be_chosen_stands_for_ideas_on_a_choice(home: Home) -> None:
    session = at_card(home, "aim", "vote", goals=goals("meet", "learn"))
    assert _texts(session) == [(1, "meet"), (2, "learn")]
    assert session.vote_on(2, 4)
    assert [idea.votes for idea in session.ideas()] == [None, 4]
    session.strategy.set_value("goals", goals("meet"))
    assert _texts(session) == [(1, "meet"), (2, "learn")]
