"""The agenda as a page for whoever leads: all cards with their times, and what is needed beside them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small_deck import CARDS, card, deck_of, play

from impactcards.cli.agenda import read_time
from impactcards.deck.kinds import ListAnswer, TextAnswer
from impactcards.deck.model import Deal, Recipe
from impactcards.document.agenda_page import agenda_outline
from impactcards.document.markdown import to_markdown
from impactcards.faults import UserError
from impactcards.strategy.sessions import propose
from impactcards.strategy.sessions.agenda import Agenda, AgendaEntry
from impactcards.strategy.strategy import Strategy

FIRST = card("aims", ListAnswer(), minutes=10.0, core=True, facilitation="Write.\n\nThen *read*.", hints=("Think.",))
SECOND = card("sentence", TextAnswer(), minutes=2.5)
RECIPE = Recipe(
    "short",
    "A short one",
    (Deal("aims", "What it serves"), Deal(minutes=5), Deal("sentence")),
    people=(2, 6),
    minutes=20,
)


def strategy(language: str = "en") -> Strategy:
    return play(deck_of(FIRST, SECOND, *CARDS, recipes=[RECIPE]), language=language)


def page(agenda: Agenda, held: Strategy | None = None, **more: Any) -> str:
    return to_markdown(agenda_outline(held or strategy(), agenda, day=date(2026, 5, 1), **more))


def test_a_whole_page() -> None:
    held = strategy()
    held.lists["actions"] = [{"text": "Call", "who": "Jo", "state": "open"}, {"text": "Write", "state": "done"}]
    held.lists["parking_lot"] = [{"text": "Who else?"}]
    agenda = propose(held, "short", people=8)
    assert page(agenda, held, start=(13, 55), recipe=RECIPE, people=8) == (
        "# Agenda: Acme\n\nA short one · 13:55 to 14:12 · 17.5 min · 8 people\n\n"
        "## At a glance\n\n"
        "|  When | Card     | How long | What for       |\n"
        "| ----: | -------- | -------: | -------------- |\n"
        "| 13:55 | Aims     |   10 min | What it serves |\n"
        "| 14:05 | Break    |    5 min |                |\n"
        "| 14:10 | Sentence |  2.5 min |                |\n\n"
        "2 minutes of the time are left, for arriving and for reading back what was decided.\n\n"
        "“A short one” is made for 2 to 6 people.\n\n"
        "## To bring\n\n"
        "- This page, and the computer with the strategy\n"
        "- A projector or a large screen, tried out beforehand\n"
        "- Paper and a pen for everybody, for the minutes in silence\n"
        "- A presenter’s clicker, if there is one\n"
        "- Something to drink for the break\n\n"
        "## To begin with, from last time\n\n"
        "### Agreed and not done yet\n\n- Call (Jo)\n\n### Parked\n\n- Who else?\n\n"
        "## Card by card\n\n"
        "### 13:55 · Aims · 10 min\n\n*What?*\n\nWrite.\n\nThen \\*read\\*.\n\n"
        "### 14:05 · Break · 5 min\n\n"
        "### 14:10 · Sentence · 2.5 min\n\n*What?*\n"
    )


def test_without_an_hour_the_times_count_from_the_beginning() -> None:
    text = page(Agenda((AgendaEntry("aims", 70), AgendaEntry("sentence", 5))))
    assert "### 0:00 · Aims · 70 min" in text
    assert "### 1:10 · Sentence · 5 min" in text
    assert "# Agenda: Acme\n\n75 min\n" in text


def test_what_there_is_no_time_for_is_named() -> None:
    text = page(propose(strategy(), "short", minutes=10))
    assert text.endswith(
        "## Left out\n\nThere is no time for these. They stay open, and can come next time.\n\n- Sentence (2.5 min)\n"
    )
    text = page(Agenda((AgendaEntry("aims", 10), AgendaEntry("sentence", 0, 5))))
    assert text.endswith("- Sentence (2.5 min)\n")
    assert "· Sentence ·" not in text


def test_in_german() -> None:
    text = page(propose(strategy("de"), "short"), strategy("de"), start=(14, 0), people=1)
    assert text.startswith("# Ablauf: Acme\n\n14:00 bis 14:17 Uhr · 17,5 Min. · 1 Person\n")


def test_a_card_that_the_deck_lost_and_an_empty_agenda() -> None:
    assert "### 0:00 · Gone card · 5 min" in page(Agenda((AgendaEntry("gone-card", 5),)))
    assert page(Agenda()).startswith("# Agenda: Acme\n\n0 min\n\n## To bring\n")


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("14:00", (14, 0)),
        ("14", (14, 0)),
        ("9.30", (9, 30)),
        ("14 Uhr", (14, 0)),
        ("14h", (14, 0)),
        ("14h15", (14, 15)),
        ("2 pm", (14, 0)),
        ("12:05 AM", (0, 5)),
        ("12 p.m.", (12, 0)),
        ("0:00", (0, 0)),
        ("", None),
    ],
)
def test_an_hour_as_people_type_it(typed: str, time: tuple[int, int] | None) -> None:
    assert read_time(typed) == time


@pytest.mark.parametrize("typed", ["24:00", "14:60", "soon", "14:5", "-1", "²", "99"])
def test_what_is_no_hour_is_said(typed: str) -> None:
    with pytest.raises(UserError, match="no time of day"):
        read_time(typed)


def test_without_anything_from_last_time_nothing_is_said_of_it() -> None:
    assert "last time" not in page(propose(strategy(), "short"))
