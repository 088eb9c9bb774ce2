"""Two windows on one session: what both note comes together, and no idea is lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kept import opened
from strategy.sessions.sitting import Watch, acme, ideas

from impactcards.home import Home
from impactcards.strategy.merge import merge
from impactcards.strategy.sessions import Session, begin, resume


def _two(home: Home) -> tuple[Session, Session]:
    first = begin(acme(home), recipe="short", people=8, now=Watch())
    first.next_card()
    first.to_step("collect")
    ideas(first, "a", "b")
    assert first.opened.save().ok
    second = resume(opened(home), now=first.now)
    assert second is not None
    return first, second


def _together(first: Session, second: Session) -> None:
    for session in (first, second, first):
        result = session.opened.save()
        assert result.ok
        assert result.kept_aside == ()
    assert first.entry == second.entry


def test_ideas_of_both_stand_and_those_in_the_file_keep_their_numbers(home: Home) -> None:
    first, second = _two(home)
    ideas(first, "c")
    ideas(second, "d", "e")
    first.opened.save()
    assert [idea.text for idea in first.ideas()] == ["a", "b", "c"]
    _together(first, second)
    assert [idea.text for idea in first.ideas()] == ["a", "b", "c", "d", "e"]


def test_everything_else_both_note_stands_too(home: Home) -> None:
    first, second = _two(home)
    first.arrive("Anna")
    second.arrive("Ben")
    first.vote_on(1, 5)
    second.vote_on(2, 3)
    first.same_as(2)
    second.merge([1, 2])
    first.quote("one")
    second.quote("two")
    for session in (first, second):
        session.rate(None, 3)
        session.add_dissent("no")
    first.park("p")
    second.act("Anna: call")
    first.next_card()
    second.undo()  # the dissent of the second window: only its own goes
    _together(first, second)
    held = first.round_of("goals")
    assert held is not None
    assert [(idea.votes, idea.voices, idea.into) for idea in held.ideas] == [(5, 1, 2), (3, 2, 0)]
    assert sorted(said.text for said in held.quotes) == ["one", "two"]
    assert [rating.value for rating in held.ratings] == [3, 3]
    assert held.decision is not None
    assert len(held.decision.dissent) == 2
    assert sorted(person.name for person in first.participants()) == ["Anna", "Ben"]
    assert (len(second.parked()), len(second.actions())) == (1, 0)


def test_an_idea_taken_back_here_stays_taken_back(home: Home) -> None:
    first, second = _two(home)
    first.undo()
    ideas(second, "c")
    _together(first, second)
    assert [idea.text for idea in first.ideas()] == ["a", "c"]


def test_an_idea_reworded_there_stands_against_taking_it_back(home: Home) -> None:
    first, second = _two(home)
    first.undo()
    second.edit_idea(2, "better b")
    _together(first, second)
    assert [idea.text for idea in first.ideas()] == ["a", "better b"]


def test_the_same_idea_worded_in_two_ways_is_kept_aside(home: Home) -> None:
    first, second = _two(home)
    first.edit_idea(1, "one")
    second.edit_idea(1, "two")
    first.opened.save()
    result = second.opened.save()
    assert len(result.kept_aside) == 1
    assert "one" in result.kept_aside[0].read_text(encoding="utf-8")
    assert second.ideas()[0].text == "two"


def test_a_card_added_to_the_agenda_stays_where_it_was_put(home: Home) -> None:
    first, second = _two(home)
    budget, words = (first.strategy.deck.card(name) for name in ("budget", "words"))
    assert budget is not None
    assert words is not None
    first.to_card(budget)
    second.set_agenda(second.agenda)
    second.entry["agenda"][3]["minutes"] = 9
    second.strategy.touch()
    _together(first, second)
    assert [(entry.card, entry.minutes) for entry in second.agenda.entries] == [
        ("goals", 10),
        ("budget", 4),
        ("", 5),
        ("words", 5),
        ("mirror", 9),
    ]


_idea = st.fixed_dictionaries(
    {"id": st.sampled_from(["a", "b", "c", "d", "e"])}, optional={"text": st.sampled_from("xy")}
)
_ideas = st.lists(_idea, unique_by=lambda idea: idea["id"], max_size=5)
_rounds = st.lists(
    st.fixed_dictionaries({"card": st.sampled_from(["g", "h"])}, optional={"ideas": _ideas, "quotes": st.lists(_idea)}),
    unique_by=lambda held: held["card"],
    max_size=2,
)
_entry = st.fixed_dictionaries({"id": st.just("s"), "rounds": _rounds})


def _all_ideas(entry: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return {(held["card"], idea["id"]): idea for held in entry["rounds"] for idea in held.get("ideas", ())}


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(_entry, _entry, _entry)
def test_no_idea_is_lost_by_a_merge(base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    key = ("sessions", "s")
    merged = merge({key: base}, {key: ours}, {key: theirs})
    was, our, their, now = (_all_ideas(entry) for entry in (base, ours, theirs, merged.units[key]))
    for one in {*our, *their}:
        before, mine, other = was.get(one), our.get(one), their.get(one)
        added_or_changed = before is None or (mine or other) != before
        if added_or_changed or (mine is not None and other is not None):
            assert one in now
    again = merge({key: theirs}, merged.units, {key: theirs})
    assert again.units == merged.units
    assert merge({key: base}, {key: base}, {key: theirs}).units[key] == theirs
