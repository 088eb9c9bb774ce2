"""`impactcards lead` and `watch` where no screen can be opened, and what a facilitator is told of an agenda."""

from __future__ import annotations

import pytest

from impactcards.cli.lead import _session, remarks
from impactcards.deck.library import Library
from impactcards.strategy.folder import OpenStrategy, open_strategy
from impactcards.strategy.sessions import propose


@pytest.fixture
def opened(home, acme) -> OpenStrategy:
    return open_strategy(home, Library(home.decks, 1_000_000), acme)


def test_without_a_terminal_one_line_says_what_to_do(cards, acme, home) -> None:
    done = cards("lead", acme)
    assert done.status == 2
    (line,) = done.words.splitlines()
    assert 'run “impactcards lead "Acme 2027"” in one' in line
    assert line.endswith('impactcards lead "Acme 2027" --agenda')
    assert "sessions" not in (home.strategies / "acme-2027" / "strategy.yaml").read_text(encoding="utf-8")


def test_the_wall_needs_a_terminal_too(cards, acme) -> None:
    done = cards("watch", acme)
    assert done.status == 2
    assert "The wall needs a terminal." in done.words
    assert "session.json" in done.words


@pytest.mark.parametrize("command", ["lead", "watch"])
def test_a_strategy_that_is_not_there(cards, command) -> None:
    done = cards(command, "Nobody")
    assert done.status == 2
    assert "Nobody" in done.words


def test_a_recipe_the_deck_has_not(cards, acme) -> None:
    done = cards("lead", acme, "--recipe", "sprnt")
    assert done.status == 2
    assert "Is “sprint” meant?" in done.words


@pytest.mark.parametrize(("option", "value"), [("--people", "0"), ("--people", "many"), ("--minutes", "-5")])
def test_a_number_that_is_none(cards, acme, option, value) -> None:
    done = cards("lead", acme, option, value)
    assert done.status == 2
    assert "is not a number above 0" in done.words


def test_the_agenda_alone_begins_nothing(cards, acme, home) -> None:
    done = cards("lead", acme, "--agenda", "--recipe", "sprint", "--start", "14:00")
    assert done.status == 0
    assert "14:00" in done.data
    assert "sessions" not in (home.strategies / "acme-2027" / "strategy.yaml").read_text(encoding="utf-8")


def test_what_does_not_fit_is_named(opened) -> None:
    agenda = propose(opened.strategy, "sprint", people=5, minutes=45)
    (said,) = remarks(opened, agenda, "sprint", 5)
    assert agenda.left_out
    assert f"{len(agenda.left_out)} cards do not fit into 45 minutes" in said
    assert all(f"“{card.title}”" in said for card in agenda.left_out)


def test_an_agenda_that_fits_needs_no_word(opened) -> None:
    assert remarks(opened, propose(opened.strategy, "sprint", people=6), "sprint", 6) == []


def test_more_people_than_the_recipe_is_made_for(opened) -> None:
    (said,) = remarks(opened, propose(opened.strategy, "sprint", people=9), "sprint", 9)
    assert "up to 6 people" in said


def test_who_leads_is_said_at_the_beginning_or_later(opened) -> None:
    session = _session(opened, "sprint", 4, 60, "Jule Brandes")
    assert session.name_of(session.entry["led_by"]) == "Jule Brandes"
    assert session.participants() == ()
    later = _session(opened, "", 0, None, "Anna")
    assert (later.id, later.name_of(later.entry["led_by"])) == (session.id, "Anna")
