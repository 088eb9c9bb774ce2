"""Whatever is done in a session, in whatever order: the entry stays readable, and comes back from the disk."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept import opened
from strategy.sessions.sitting import DECK, Watch, acme, goals

from impactcards.home import Home
from impactcards.strategy.sessions import RoomFile, Session, begin, read_room, read_session, resume, sessions
from impactcards.strategy.sessions.room import room
from impactcards.text import clean

_some = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])

_texts = st.text(max_size=30) | st.sampled_from(
    [
        "no",
        "12:30",
        "- a",
        "{x}",
        "[/b]",
        "a: b",
        "\u2028",
        "\x1b[2J",
        "# a",
        "'",
        '"',
        "null",
        "ü",
        "👩‍👩‍👧",
        "a\nb",
        "=3",
        " b",
    ]
)
_numbers = st.integers(-1, 7)
_cards = st.sampled_from(["goals", "words", "mirror", "budget", "until", "aim", "order", "channels", "effort", "bet"])
_somebody = st.sampled_from([None, 0, 1])


def _deed(name: str, *arguments: Any) -> Any:
    return st.tuples(st.just(name), *arguments)


_deeds = st.one_of(
    _deed("next_step"),
    _deed("next_step"),
    _deed("back_step"),
    _deed("next_card"),
    _deed("previous_card"),
    _deed("pass_"),
    _deed("to_card", _cards),
    _deed("add_idea", _texts, _somebody),
    _deed("add_idea", _texts, _somebody),
    _deed("same_as", _numbers),
    _deed("edit_idea", _numbers, _texts),
    _deed("merge", st.lists(_numbers, max_size=3)),
    _deed("merge", st.lists(_numbers, max_size=3), _texts),
    _deed("split", _numbers),
    _deed("vote_on", _numbers, _numbers),
    _deed("ask", _numbers),
    _deed("set_votes_each", _numbers),
    _deed("rate", _somebody, st.integers(1, 5) | st.floats(-1e6, 1e6)),
    _deed("pick_winners", st.lists(_numbers, max_size=3)),
    _deed("decide"),
    _deed("set_why", _texts),
    _deed("add_dissent", _texts, _somebody),
    _deed("quote", _texts, _somebody),
    _deed("park", _texts, _somebody),
    _deed("act", _texts),
    _deed("arrive", _texts),
    _deed("led_by", _texts),
    _deed("set_people", _numbers),
    _deed("draw_joker"),
    _deed("toggle_pause"),
    _deed("add_minutes", st.integers(-3, 3)),
    _deed("set_minutes_left", st.integers(0, 60)),
    _deed("undo"),
    _deed("undo"),
    _deed("rest"),
)


def _do(session: Session, name: str, *arguments: Any) -> None:
    people = session.participants()
    given: list[Any] = []
    for argument in arguments:
        if name == "to_card":
            argument = session.strategy.deck.card(argument)
        given.append(argument)
    if name in ("add_idea", "add_dissent", "quote", "park"):
        given[-1] = people[given[-1]].id if given[-1] is not None and given[-1] < len(people) else None
    if name == "rate":
        given[0] = people[given[0]].id if given[0] is not None and given[0] < len(people) else None
    getattr(session, name)(*given)


def _begun(factory: pytest.TempPathFactory) -> tuple[Session, Home]:
    home = Home.at(factory.mktemp("session"))
    session = begin(acme(home, goals=goals("meet", "learn"), words="as ever"), recipe="short", people=4, now=Watch())
    session.arrive("Anna Ben")
    session.next_card()
    return session, home


@pytest.mark.slow
@_some
@given(st.lists(_deeds, max_size=25), st.floats(0, 100))
def test_any_deeds_leave_something_readable(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[Any, ...]], pace: float
) -> None:
    session, home = _begun(tmp_path_factory)
    file = RoomFile(session)
    watch = session.now
    assert isinstance(watch, Watch)
    numbers: dict[str, int] = {}
    for deed in deeds:
        _do(session, *deed)
        watch.on(seconds=pace)
        file.update()
        listed = session.round.ideas
        assert [idea.number for idea in listed] == list(range(1, len(listed) + 1))
        assert all(numbers.setdefault(idea.id, idea.number) == idea.number for idea in listed)
        gone = set(numbers) - {idea.id for held in session.record.rounds for idea in held.ideas}
        for idea_id in gone:
            del numbers[idea_id]
        shown = room(session, session.now())
        assert json.loads(json.dumps(shown)) == shown
        assert session.step in session.steps or not session.step
    file.close()
    assert session.opened.save().ok
    other = opened(home)
    assert other.faults == []
    found = resume(other, now=watch)
    assert found is not None
    for name in (
        "entry",
        "card",
        "step",
        "at",
        "asked",
        "agenda",
        "round",
        "people",
        "clock",
        "clock_of_session",
        "record",
    ):
        assert getattr(found, name) == getattr(session, name), name
    assert other.strategy.answers == session.strategy.answers
    assert other.strategy.lists == session.strategy.lists
    assert read_room(other.folder) == room(session, session.now())


@pytest.mark.slow
@_some
@given(st.lists(_deeds.filter(lambda deed: deed[0] not in _MOVES), max_size=12))
def test_undo_takes_everything_of_a_card_back(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[Any, ...]]
) -> None:
    session, _ = _begun(tmp_path_factory)
    strategy = session.strategy
    before = session.round, strategy.answers.copy(), session.parked(), session.actions()
    for deed in deeds:
        _do(session, *deed)
    while session.undo() is not None:
        pass
    assert (session.round, strategy.answers, session.parked(), session.actions()) == before


_MOVES = frozenset({"next_step", "back_step", "next_card", "previous_card", "pass_", "to_card", "undo", "rest"})


@pytest.mark.slow
@_some
@given(st.lists(_texts, max_size=12))
def test_any_text_is_kept_as_it_was_cleaned(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    session, home = _begun(tmp_path_factory)
    for text in texts:
        session.add_idea(text)
        session.quote(text)
        session.add_dissent(text)
        session.park(text)
        session.set_why(text)
    assert session.opened.save().ok
    (found,) = sessions(opened(home).strategy)
    (held,) = found.rounds
    lines = [line for text in texts if (line := " ".join(clean(text).split()))]
    prose = [kept for text in texts if (kept := clean(text).strip())]
    assert [idea.text for idea in held.ideas] == lines
    assert [said.text for said in held.quotes] == prose
    assert [said.text for said in (held.decision.dissent if held.decision else ())] == prose


_KEYS = [
    *("id", "card", "rounds", "ideas", "into", "votes", "text", "agenda", "minutes", "break", "ratings", "value", "by"),
    *("decision", "dissent", "why", "quotes", "people", "present", "left", "picked", "started", "ended", "planned"),
]
_leaves = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5) | st.just("goals")
)
_junk = st.recursive(
    _leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=6),
    max_leaves=25,
)


@pytest.mark.slow
@_some
@given(st.dictionaries(st.sampled_from(["rounds", "agenda", "people", "present", "left", "minutes", "ended"]), _junk))
def test_whatever_a_person_wrote_into_the_entry(
    tmp_path_factory: pytest.TempPathFactory, entry: dict[str, Any]
) -> None:
    session, _ = _begun(tmp_path_factory)
    held = session.entry
    held.update({key: value for key, value in entry.items() if key != "ended" or isinstance(value, str)})
    session.strategy.touch()
    read_session(held, session.strategy)
    session.go_on(None)
    room(session, session.now())
    for deed in ("next_card", "previous_card", "undo", "proposal", "shorter", "participants", "votes_cast"):
        getattr(session, deed)()
    session.add_idea("a")
    session.arrive("Zoe")
    session.vote_on(1, 2)
    session.quote("b")
    session.add_dissent("c")
    session.rate(None, 2)
    session.merge([1, 2])
    room(session, session.now())
    session.end()


def test_the_deck_of_these_tests_has_every_kind() -> None:
    assert all(
        f"kind: {kind}" in DECK for kind in ("list", "text", "scale", "number", "date", "choice", "rank", "table")
    )
