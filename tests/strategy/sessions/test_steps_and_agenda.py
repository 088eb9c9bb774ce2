"""Which steps a card takes, how its minutes are shared, and agendas that fit."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from small_deck import CARDS, DECK, card
from strategy.sessions.sitting import acme, goals

from impactcards.deck.kinds import TextAnswer
from impactcards.deck.model import Card
from impactcards.home import Home
from impactcards.strategy.sessions import STEPS, AgendaEntry, move_minutes, propose, share, steps_of, times

TAKES = {
    "goals": STEPS,
    "words": STEPS,
    "channels": STEPS,
    "situation": ("read", "write", "vote", "decide", "act"),
    "order": ("read", "write", "vote", "decide", "act"),
    "mirror": ("read", "write", "vote", "decide", "act"),
    "budget": ("read", "write", "vote", "decide", "act"),
    "review": ("read", "write", "decide", "act"),
    "promise": ("read", "write", "decide", "act"),
    "rules": ("read", "write", "decide", "act"),
}


@pytest.mark.parametrize("card_id", TAKES)
def test_each_kind_takes_its_steps(card_id: str) -> None:
    asked = DECK.card(card_id)
    assert asked is not None
    assert steps_of(asked) == TAKES[card_id]


def test_the_shares() -> None:
    assert [round(100 * share(step)) for step in STEPS] == [5, 25, 25, 10, 10, 15, 10]
    assert share("merge", ("read", "write")) == 0


@pytest.mark.parametrize("asked", CARDS, ids=lambda asked: asked.id)
def test_what_a_step_does_not_need_goes_to_the_others_in_proportion(asked: Card) -> None:
    steps = steps_of(asked)
    assert sum(share(step, steps) for step in steps) == pytest.approx(1)
    assert share("write", steps) / share("read", steps) == pytest.approx(5)


def test_the_agenda_of_a_recipe(home: Home) -> None:
    agenda = propose(acme(home).strategy, "short", people=4)
    assert agenda.entries == (
        AgendaEntry("goals", 10),
        AgendaEntry("", 5),
        AgendaEntry("words", 5),
        AgendaEntry("mirror", 4),
    )
    assert (agenda.total, agenda.box, agenda.spare, agenda.left_out, agenda.note) == (24, 30, 6, (), None)


def test_a_shorter_box_says_what_it_leaves_out_core_cards_first(home: Home) -> None:
    agenda = propose(acme(home).strategy, "short", minutes=15)
    assert agenda.cards == ("goals", "words")
    assert [left.id for left in agenda.left_out] == ["mirror"]
    assert agenda.total <= 15


def test_a_shorter_box_takes_what_is_still_open_before_what_was_decided(home: Home) -> None:
    strategy = acme(home, goals=goals("More leads")).strategy
    assert propose(strategy, "short", minutes=10).cards == ("words", "mirror")
    assert propose(strategy, "short").cards == ("goals", "words", "mirror")


def test_without_a_recipe_it_fits_into_ninety_minutes(home: Home) -> None:
    agenda = propose(acme(home).strategy)
    assert agenda.box == 90
    assert agenda.total <= 90
    assert len(agenda.cards) + len(agenda.left_out) == 10


def test_more_people_than_the_recipe_is_made_for_are_remarked_upon(home: Home) -> None:
    agenda = propose(acme(home).strategy, "short", people=30)
    assert str(agenda.note) == "“Short” is made for 2 to 6 people."


def test_running_times(home: Home) -> None:
    agenda = propose(acme(home).strategy, "short")
    found = times(agenda, datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
    assert [f"{each.begins:%H:%M}-{each.ends:%H:%M}" for each in found] == [
        "09:00-09:10",
        "09:10-09:15",
        "09:15-09:20",
        "09:20-09:24",
    ]


@pytest.mark.parametrize(
    ("source", "target", "minutes", "expected"),
    [
        (0, 2, 3, [7, 5, 8, 4]),
        (0, 2, 30, [2, 5, 13, 4]),
        (1, 3, 9, [10, 0, 5, 9]),
        (3, 3, 1, [10, 5, 5, 4]),
        (9, 0, 1, [10, 5, 5, 4]),
    ],
)
def test_minutes_move_from_one_card_to_another(
    home: Home, source: int, target: int, minutes: float, expected: list[float]
) -> None:
    agenda = propose(acme(home).strategy, "short")
    moved = move_minutes(agenda, source, target, minutes)
    assert [entry.minutes for entry in moved.entries] == expected
    assert moved.total == agenda.total


def test_a_card_of_no_kind_in_particular() -> None:
    assert steps_of(card("any", TextAnswer())) == STEPS
