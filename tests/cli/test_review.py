"""``impactcards review``: playing it without a terminal, saying when there is nothing, and the calendar file."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from ageing_deck import AGEING
from conftest import RunProgram
from icalendar import Calendar
from kept import deck_file

from impactcards.document.calendar_file import review_calendar
from impactcards.home import Home
from impactcards.strategy.folder import create
from impactcards.strategy.opened import OpenStrategy
from impactcards.strategy.values import Value

Make = Callable[..., OpenStrategy]
TODAY = datetime.now().astimezone().date()


@pytest.fixture
def make(home: Home) -> Make:
    """A strategy answered so many days ago."""

    def made(name: str = "Acme", days: int = 0, **answers: Value) -> OpenStrategy:
        opened = create(home, name, deck_file(home, AGEING, "ageing.yaml"))
        moment = datetime.now(UTC) - timedelta(days=days)
        opened.strategy.clock = lambda: moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        for card_id, value in answers.items():
            opened.strategy.set_value(card_id, value)
        opened.save()
        return opened

    return made


def calendar_of(done: subprocess.CompletedProcess[str]) -> Calendar:
    assert done.returncode == 0, done.stderr
    return Calendar.from_ical(done.stdout)


@pytest.mark.slow
def test_a_review_is_played_left_and_gone_on_with(make: Make, run_program: RunProgram) -> None:
    make(days=400, words="Near", goals=None, until="2027-03-05")
    done = run_program("review", "acme", stdin="")
    assert done.returncode == 0
    assert "Why this card: The answer was fresh until" in done.stdout
    assert "Go on with: impactcards review Acme" in done.stdout
    done = run_program("review", "acme", "--plain", stdin="y\n")
    assert "Review done: 1 kept, 0 changed, 0 dropped." in done.stdout
    listed = json.loads(run_program("list", "--json").stdout)[0]
    assert (listed["aged"], listed["review"]) == (0, None)


def test_nothing_to_review_says_when_and_keeps_no_version(make: Make, run_program: RunProgram) -> None:
    opened = make(words="Near")
    done = run_program("review", "Acme")
    assert (done.returncode, done.stdout) == (0, "")
    assert re.fullmatch(r"There is nothing to review yet\. Next time: \w+day \d+ \w+ \d{4}\.\n", done.stderr)
    assert not (opened.folder / "versions").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["review", "Nobody"], "There is no strategy"),
        (["review", "Acme", "--recipe", "shrot"], "Is “short” meant?"),
        (["review", "Acme", "--ics", "-"], "There is no day for a next review yet: no answer ages, and “Until”"),
    ],
)
def test_wrong_use_is_one_line(make: Make, run_program: RunProgram, arguments: list[str], said: str) -> None:
    make(mirror=3)
    done = run_program(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.slow
def test_a_newer_deck_is_offered_and_taken(make: Make, home: Home, run_program: RunProgram) -> None:
    make(days=400, words="Near")
    deck_file(home, AGEING.replace("1.0.0", "1.1.0").replace("prompt: What?", "prompt: What then?"), "ageing.yaml")
    done = run_program("review", "Acme")
    assert "To take it into the review: impactcards review Acme --newer-deck" in done.stderr
    done = run_program("review", "Acme", "--newer-deck")
    assert "What then?" in done.stdout
    assert "newer edition" not in done.stderr


# -- what the list says ------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_list_says_what_is_due(make: Make, run_program: RunProgram) -> None:
    make("Old", days=400, words="Near")
    make("New", words="Near")
    make("Plain", mirror=3)
    make("Running", days=400, words="Near")
    run_program("review", "Running")
    lines = {line.split("  ")[0]: line for line in run_program("list").stdout.splitlines()}
    assert lines["Old"].endswith("  1 card has aged · ~3 min to review")
    assert re.search(r"  fresh until \d+ \w+ \d{4}$", lines["New"])
    assert lines["Plain"].endswith(str(datetime.now(UTC).date()))
    assert lines["Running"].endswith("  review begun: 0 of 1 card")
    known = {entry["name"]: entry for entry in json.loads(run_program("list", "--json").stdout)}
    keys = ("aged", "review_minutes", "fresh_until", "review")
    assert [known["Old"][key] for key in keys] == [1, 2.5, None, None]
    assert known["New"]["fresh_until"] > str(TODAY)
    assert [known["Plain"][key] for key in keys] == [0, 0, None, None]
    assert known["Running"]["review"] == {"done": 0, "cards": 1}


@pytest.mark.slow
def test_the_list_says_nothing_of_damaged_and_archived_ones(make: Make, run_program: RunProgram) -> None:
    make("Away", days=400, words="Near")
    run_program("archive", "Away")
    (make("Bad").folder / "strategy.yaml").write_text("answers: [", encoding="utf-8")
    listed = json.loads(run_program("list", "--json").stdout)
    assert {entry["name"]: entry["aged"] for entry in listed} == {"Away": None, "bad": None}
    assert "aged" not in run_program("list").stdout


# -- the calendar file -------------------------------------------------------------------------------------------------


def test_the_calendar_holds_the_chosen_day(make: Make, run_program: RunProgram) -> None:
    day = TODAY + timedelta(days=300)
    make("Acme & Söhne", words="Near", until=str(day))
    done = run_program("review", "acme", "--ics", "-")
    event = calendar_of(done).events[0]
    assert (event.start, event.end, event["summary"]) == (day, day + timedelta(days=1), "Review: Acme & Söhne")
    assert event["description"].splitlines() == [
        "1 answer will have aged by then; going through it takes about 3 min.",
        "- Words",
        "",
        'To begin, type: impactcards review "Acme & Söhne"',
    ]
    assert [alarm["trigger"].dt for alarm in event.walk("VALARM")] == [
        timedelta(days=-7, hours=9),
        timedelta(days=-1, hours=9),
    ]


@pytest.mark.slow
def test_the_event_stays_the_same_for_a_strategy(make: Make, run_program: RunProgram) -> None:
    make("Acme", days=400, words="Near")
    make("Other", days=400, words="Near")
    first = calendar_of(run_program("review", "Acme", "--ics", "-")).events[0]
    assert first.start == TODAY
    run_program("rename", "Acme", "Better")
    second = calendar_of(run_program("review", "Better", "--ics", "-")).events[0]
    other = calendar_of(run_program("review", "Other", "--ics", "-")).events[0]
    assert first["uid"] == second["uid"] != other["uid"]
    assert second["sequence"] >= first["sequence"]


@pytest.mark.slow
def test_a_file_of_somebody_else_stays(make: Make, run_program: RunProgram, tmp_path: Path) -> None:
    make(days=400, words="Near")
    target = tmp_path / "next.ics"
    assert run_program("review", "Acme", "--ics", str(target)).returncode == 0
    assert run_program("review", "Acme", "--ics", str(target)).returncode == 0
    assert b"\r\n" in target.read_bytes()
    target.write_text("mine", encoding="utf-8")
    done = run_program("review", "Acme", "--ics", str(target))
    assert done.returncode == 2
    assert "--force" in done.stderr
    assert target.read_text(encoding="utf-8") == "mine"
    assert run_program("review", "Acme", "--ics", str(target), "--force").returncode == 0


def test_a_damaged_strategy_is_named(make: Make, run_program: RunProgram) -> None:
    (make().folder / "strategy.yaml").write_text("answers: [", encoding="utf-8")
    done = run_program("review", "Acme", "--ics", "-")
    assert done.returncode == 1
    assert "strategy.yaml:" in done.stderr


@pytest.mark.parametrize(
    "name",
    [
        "Acme",
        "Semi; comma, back\\slash: colon",
        "🛝🌳" * 40,
        "é" * 200,
        "BEGIN:VEVENT END:VCALENDAR",
        "a\\nb\\, c",
        "x" * 74 + "ü" * 75,
    ],
)
def test_lines_follow_the_rules_of_rfc_5545(make: Make, name: str) -> None:
    strategy = make(words="Near").strategy
    strategy.name = name
    data = review_calendar(strategy, date(2027, 3, 5), uid="u", command=f"impactcards review {name}")
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")[:-1]
    assert all(b"\n" not in line and b"\r" not in line and len(line) <= 75 for line in lines)
    for line in lines:
        line.decode("utf-8")  # no character is cut in two
    unfolded = data.decode("utf-8").replace("\r\n ", "")
    escaped = name.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert f"\r\nSUMMARY:Review: {escaped}\r\n" in unfolded
    assert unfolded.count("\r\nBEGIN:VEVENT\r\n") == unfolded.count("\r\nEND:VEVENT\r\n") == 1
    days = ("DTSTART;VALUE=DATE:20270305", "DTEND;VALUE=DATE:20270306")
    for needed in ("BEGIN:VCALENDAR", "VERSION:2.0", "UID:u", *days):
        assert f"{needed}\r\n" in unfolded
    assert unfolded.count("\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n") == 2
    assert str(Calendar.from_ical(data).events[0]["summary"]) == f"Review: {name}"


def test_the_words_are_in_the_strategy_s_language(make: Make) -> None:
    strategy = make(days=400, words="Near").strategy
    strategy.language = "de"
    event = Calendar.from_ical(review_calendar(strategy, TODAY, uid="u", command="x")).events[0]
    assert "1 Antwort ist bis dahin gealtert" in event["description"]


def test_the_last_day_of_the_calendar_is_a_day_too(make: Make) -> None:
    event = Calendar.from_ical(review_calendar(make().strategy, date.max, uid="u", command="x")).events[0]
    assert event.start == date.max
