"""Who is in the room, and what is one key away in every step."""

from __future__ import annotations

import pytest
from strategy.sessions.sitting import again, at_card, ideas, sat_down

from impactcards.home import Home
from impactcards.strategy.folder import OpenStrategy
from impactcards.strategy.sessions import Session, begin


@pytest.fixture
def session(home: Home) -> Session:
    return at_card(home, "goals", "collect")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Anna Ben Cem", [("Anna", ""), ("Ben", ""), ("Cem", "")]),
        ("Anna (sales), Ben", [("Anna", "sales"), ("Ben", "")]),
        ("Anna (sales) Ben (IT)", [("Anna", "sales"), ("Ben", "IT")]),
        ("Anna Berg, Ben", [("Anna Berg", ""), ("Ben", "")]),
        ("Gül", [("Gül", "")]),
        (", ,", []),
        ("()", []),
        ("Anna Anna", [("Anna", "")]),
    ],
)
def test_names_as_they_are_typed(session: Session, typed: str, expected: list[tuple[str, str]]) -> None:
    assert [(person.name, person.role) for person in session.arrive(typed)] == expected


def test_names_fill_the_nameless_seats_and_latecomers_add_some(session: Session) -> None:
    session.set_people(3)
    session.arrive("Anna Ben")
    assert session.people == 3
    session.arrive("Cem Dana")
    assert session.people == 4
    session.set_people(6)
    assert (session.people, len(session.participants())) == (6, 4)


def test_somebody_leaves_and_comes_back(session: Session) -> None:
    session.set_people(2)
    anna, ben = session.arrive("Anna Ben")
    session.add_idea("mine", by=anna.id)
    session.leave(anna.id)
    session.leave(anna.id)
    assert (session.people, session.participants()) == (1, (ben,))
    assert session.ideas()[0].by == anna.id
    assert session.name_of(anna.id) == "Anna"
    assert session.arrive("anna") == (anna,)
    assert session.people == 2
    assert len(session.strategy.lists["participants"]) == 2


def test_who_took_part_before_is_known_by_the_first_name(home: Home) -> None:
    session = sat_down(home)
    (anna,) = session.arrive("Anna Berg,")
    session.end()
    assert session.opened.save().ok
    following = begin(session.opened, recipe="short")
    assert following.participants() == ()
    assert following.arrive("Anna Ben")[0] == anna


def test_a_name_can_be_written_otherwise(session: Session) -> None:
    (anna,) = session.arrive("Ana")
    session.rename(anna.id, "Anna", "sales")
    session.rename(anna.id, " ")
    session.rename("gone", "Nobody")
    assert [(person.name, person.role) for person in session.participants()] == [("Anna", "sales")]


@pytest.mark.parametrize(
    ("typed", "who", "text", "until"),
    [
        ("Anna: lead numbers from Sales by 5.12.2099", "Anna", "lead numbers from Sales", "2099-12-05"),
        ("anna: call until 2099-01-02.", "Anna", "call", "2099-01-02"),
        ("Newsletter: a new head", "", "Newsletter: a new head", ""),
        ("An: short for her", "Anna", "short for her", ""),
        ("book the room 5.12.2099", "", "book the room", "2099-12-05"),
        ("ask about 9:30 on the phone", "", "ask about 9:30 on the phone", ""),
        ("note: buy milk", "", "note: buy milk", ""),
        ("stand by", "", "stand by", ""),
        ("Anna:", "", "Anna:", ""),
        ("Anna, Ben: ask the printer", "Anna, Ben", "ask the printer", ""),
        ("Ben und Anna: call until 2099-01-02", "Ben, Anna", "call", "2099-01-02"),
        ("Anna & Newsletter: a new head", "", "Anna & Newsletter: a new head", ""),
        ("Weiß: bake on Sundays", "Frau Weiß", "bake on Sundays", ""),
    ],
)
def test_an_action_as_it_is_typed(session: Session, typed: str, who: str, text: str, until: str) -> None:
    session.arrive("Anna, Ben, Frau Weiß")
    found = session.act(typed)
    assert found is not None
    assert (session.name_of(found.who), found.text, found.until) == (who, text, until)
    assert (found.state, found.card, found.session) == ("open", "goals", session.id)
    assert session.actions() == (found,)
    session.undo()
    assert session.actions() == ()


def test_where_nobody_has_a_name_one_before_a_colon_is_one(session: Session) -> None:
    found = session.act("Zoe: write it down")
    assert found is not None
    assert (found.who, found.text) == ("Zoe", "write it down")


def test_jo_is_not_jonas(session: Session) -> None:
    session.arrive("Jonas")
    session.arrive("Jo")
    assert [person.name for person in session.participants()] == ["Jonas", "Jo"]


def test_german_days(session: Session) -> None:
    session.strategy.language = "de"
    found = session.act("Ben: Zahlen holen bis zum 5.12.2099")
    assert found is not None
    assert (found.who, found.text, found.until) == ("Ben", "Zahlen holen", "2099-12-05")


def test_parking(session: Session) -> None:
    line = session.park("who answers at weekends?")
    assert line is not None
    assert session.parked() == (line,)
    assert session.park(" ") is None
    session.next_card()
    session.park("a break's line")
    assert [held.card for held in session.parked()] == ["goals", ""]
    assert session.unpark(line.id)
    assert len(session.parked()) == 1
    session.undo()
    assert session.parked()[0] == line


def test_quotes_belong_to_the_card(session: Session) -> None:
    assert session.quote("so it is")
    assert [said.text for said in session.round.quotes] == ["so it is"]
    session.next_card()
    assert not session.quote("between cards")


def test_open_actions_come_again_until_somebody_says_what_became_of_them(home: Home) -> None:
    session = at_card(home, "goals")
    for text in ("one", "two", "three", "four"):
        session.act(text)
    session.end()
    assert session.opened.save().ok
    following = begin(session.opened, recipe="short")
    one, two, three, four = following.open_actions()
    following.set_action_state(one.id, "done")
    following.set_action_state(two.id, "moved", "5.12.2099")
    following.set_action_state(three.id, "dropped")
    assert not following.set_action_state(three.id, "lost")
    assert following.open_actions() == (four,)
    following.end()
    assert following.opened.save().ok
    third = begin(following.opened, recipe="short")
    assert [(action.text, action.until) for action in third.open_actions()] == [("two", "2099-12-05"), ("four", "")]


def test_no_joker_twice_before_all_were_seen(session: Session, home: Home) -> None:
    drawn = [session.draw_joker() for _ in range(2)]
    from impactcards.strategy.sessions import RoomFile

    RoomFile(session).close()
    other = again(session, home)
    assert sorted([*drawn, other.draw_joker()]) == ["Say nothing.", "Stand up.", "Swap seats."]
    assert other.draw_joker() != ""
    other.put_away_joker()
    assert other.joker == ""


def test_a_deck_without_jokers(session: Session) -> None:
    object.__setattr__(session.strategy.deck, "jokers", ())
    assert session.draw_joker() == ""


def test_nothing_is_noted_once_it_is_over(session: Session) -> None:
    ideas(session, "a")
    session.end()
    before = dict(session.entry)
    assert session.add_idea("late") is None
    assert session.park("late") is None
    assert session.act("late") is None
    assert not session.quote("late")
    assert session.arrive("Zoe") == ()
    assert session.undo() is None
    session.next_card()
    session.pass_()
    assert session.entry == before


def test_who_leads(home: Home, session: Session) -> None:
    opened: OpenStrategy = session.opened
    session.end()
    following = begin(opened, led_by="Jule Brandes")
    assert following.name_of(following.record.led_by) == "Jule Brandes"
    assert following.participants() == ()
