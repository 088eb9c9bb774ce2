"""Decisions become answers through the strategy's own requests: in the card's kind, with ids that stay."""

from __future__ import annotations

from typing import Any

import pytest
from strategy.sessions.sitting import acme, at_card, goals, ideas, sat_down

from impactcards.home import Home
from impactcards.strategy import reviews
from impactcards.strategy.sessions import Session
from impactcards.strategy.values import Item, TableRow


def _goals(session: Session) -> list[tuple[str, str]]:
    value = session.strategy.answer("goals").value
    return [(item.id, item.text) for item in value if isinstance(item, Item)] if isinstance(value, tuple) else []


@pytest.fixture
def session(home: Home) -> Session:
    held = at_card(home, "goals", "collect")
    ideas(held, "a", "b", "c")
    return held


def test_winners_become_items_and_keep_their_ids_on_deciding_again(session: Session) -> None:
    session.to_step("decide")
    assert session.pick_winners([3, 1])
    first = _goals(session)
    assert [text for _, text in first] == ["c", "a"]
    assert session.pick_winners([1, 2, 3])
    again = dict(_goals(session))
    assert list(again.values()) == ["a", "b", "c"]
    assert all(again[item_id] == text for item_id, text in first)
    assert session.winners() == (1, 2, 3)


def test_the_facilitators_wording_stays_on_deciding_again(session: Session) -> None:
    session.to_step("decide")
    session.pick_winners([1, 2])
    (one, _), two = _goals(session)
    session.strategy.set_value("goals", (Item(one, "a, by May"), Item(*two)))
    assert session.decision is not None
    assert session.decision.value[0] == {"id": one, "text": "a, by May"}
    assert not session.pick_winners([1, 2])
    session.pick_winners([2, 1])
    assert _goals(session) == [two, (one, "a, by May")]


def test_an_idea_that_says_what_an_item_says_is_that_item(home: Home) -> None:
    session = at_card(home, "goals", "collect", goals=goals("Meet", "learn"))
    ideas(session, "new", "MEET")
    session.pick_winners([2, 1])
    assert _goals(session)[0] == ("a222", "Meet")
    assert _goals(session)[1][1] == "new"


def test_picked_items_that_go_are_kept_aside(home: Home) -> None:
    session = at_card(home, "goals", "collect", goals=goals("meet", "learn"), aim=("b222",))
    ideas(session, "meet")
    session.pick_winners([1])
    assert _goals(session) == [("a222", "meet")]
    assert [held.id for held in session.strategy.answer("goals").removed] == ["b222"]
    session.undo()
    assert [item_id for item_id, _ in _goals(session)] == ["a222", "b222"]


def test_everything_that_stood_before_is_a_version(home: Home) -> None:
    session = sat_down(home, goals=goals("meet"))
    assert session.entry["version"].endswith("before the session")
    assert len(list((session.opened.folder / "versions").iterdir())) == 1
    empty = sat_down(Home.at(home.strategies.parent / "other"))
    assert "version" not in empty.entry


def test_rewording_an_idea_rewords_its_item_unless_it_was_edited(session: Session) -> None:
    session.pick_winners([1, 2])
    session.edit_idea(1, "better")
    assert [text for _, text in _goals(session)] == ["better", "b"]
    session.undo()
    assert [text for _, text in _goals(session)] == ["a", "b"]
    (one, two) = _goals(session)
    session.strategy.set_value("goals", (Item(one[0], "edited"), Item(*two)))
    session.edit_idea(1, "other")
    assert [text for _, text in _goals(session)] == ["edited", "b"]


def test_a_table_takes_first_cells_and_keeps_the_others(home: Home) -> None:
    session = at_card(home, "channels", "collect", channels=(TableRow("r222", {"channel": "blog", "posts": 3}),))
    ideas(session, "letter", "Blog")
    session.pick_winners([1, 2])
    value = session.strategy.answer("channels").value
    assert isinstance(value, tuple)
    letter, blog = value
    assert isinstance(letter, TableRow)
    assert letter.cells == {"channel": "letter"}
    assert blog == TableRow("r222", {"channel": "blog", "posts": 3})


def test_one_winner_is_the_text(home: Home) -> None:
    session = at_card(home, "words", "collect")
    ideas(session, "a", "b")
    session.pick_winners([2, 1])
    assert session.strategy.answer("words").value == "b"


def test_choice_and_rank_take_ids(home: Home) -> None:
    session = at_card(home, "aim", "vote", goals=goals("meet", "learn"))
    session.pick_winners([2, 1])
    assert session.strategy.answer("aim").value == ("b222",)
    order = session.strategy.deck.card("order")
    assert order is not None
    session.to_card(order)
    session.pick_winners([2, 1])
    assert session.strategy.answer("order").value == ("b222", "a222")


@pytest.mark.parametrize(("card", "value"), [("mirror", 4), ("budget", 2.5), ("until", "2027-01-01")])
def test_a_figure_or_a_day_is_decided_directly(home: Home, card: str, value: Any) -> None:
    session = at_card(home, card)
    assert not session.pick_winners([1])
    assert session.decide(value, "so", [("no", None)])
    assert session.strategy.answer(card).value == value
    found = session.round
    assert found.decision is not None
    assert (found.decision.value, found.decision.why, found.decision.dissent[0].text) == (value, "so", "no")


def test_deciding_on_what_stands_makes_it_fresh_again(home: Home) -> None:
    session = at_card(home, "words", "decide", words="as ever")
    strategy = session.strategy
    strategy.put("words", strategy.answer("words").with_(updated="2020-01-01T00:00:00Z", put_off="later"))
    session.decide()
    answer = strategy.answer("words")
    assert answer.updated == "2020-01-01T00:00:00Z"
    assert answer.confirmed >= session.started
    assert answer.put_off is None
    assert session.round.decision is not None
    assert session.round.decision.value == "as ever"
    session.undo()
    assert (strategy.answer("words").confirmed, session.round.decision) == ("", None)


def test_what_is_edited_in_decide_is_what_was_decided(session: Session) -> None:
    session.to_step("decide")
    session.strategy.set_value("goals", goals("typed"))
    assert session.decision is not None
    assert session.decision.value == [{"id": "a222", "text": "typed"}]
    session.strategy.set_value("goals", ())
    assert session.decision is None


def test_undo_leaves_what_was_edited_since(session: Session) -> None:
    session.to_step("decide")
    session.pick_winners([1])
    session.strategy.set_value("goals", goals("typed"))
    done = session.undo()
    assert done is not None
    assert done.what == "decision"
    assert _goals(session) == [("a222", "typed")]
    assert session.decision is not None
    assert session.decision.value == [{"id": "a222", "text": "typed"}]


def test_an_answer_that_cannot_be_read_is_nobodys_to_decide(home: Home) -> None:
    session = at_card(home, "words", "decide")
    session.strategy.put("words", session.strategy.answer("words").with_(raw={"value": {"a": "b"}}))
    assert not session.can_decide
    assert not session.decide("new")
    assert session.strategy.answer("words").raw is not None


def test_why_and_dissent_can_be_written_and_taken_back(session: Session) -> None:
    (anna,) = session.arrive("Anna")
    session.set_why("because")
    session.add_dissent("never", anna.id)
    session.add_dissent("  ")
    assert session.decision is not None
    assert [(said.text, said.by) for said in session.dissent()] == [("never", anna.id)]
    session.undo()
    session.undo()
    assert session.decision is None


def test_a_review_that_runs_meanwhile_is_not_disturbed(home: Home) -> None:
    opened = acme(home, goals=goals("meet"), words="as ever")
    review = reviews.begin(opened)
    before = dict(review.entry)
    from impactcards.strategy.sessions import begin

    session = begin(opened, recipe="short")
    session.next_card()
    ideas(session, "new")
    session.pick_winners([1])
    session.end()
    assert review.entry == before
    card = opened.deck.card("goals")
    assert card is not None
    assert review.look(card) == "changed"
    assert reviews.running(opened.strategy) is not None
