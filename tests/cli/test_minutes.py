"""The minutes of a session as a file of their own, and the agenda before it."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_types import Cards

from impactcards.home import Home


@pytest.fixture
def example(cards: Cards, home: Home) -> Path:
    """The example's strategy; its folder."""
    from impactcards.cli.demo import make_demo
    from impactcards.cli.surroundings import Surroundings

    return make_demo(Surroundings(str(home.strategies.parent))).folder


def test_the_minutes_stand_beside_the_answers(cards: Cards, example: Path) -> None:
    done = cards("document", "wipfel", "--minutes")
    assert done.status == 0, done.words
    target = Path(done.data.strip())
    assert target.parent == example
    assert target.name.startswith("minutes 20")
    assert target.read_text(encoding="utf-8").startswith("# Minutes: Wipfel & Tau 2027\n")
    assert "led by Jule Brandes" in target.read_text(encoding="utf-8")
    target.write_text("My own words.\n")
    assert "--force" in cards("document", "wipfel", "--minutes").words
    assert target.read_text() == "My own words.\n"


def test_the_minutes_go_where_they_are_asked_to(cards: Cards, example: Path, tmp_path: Path) -> None:
    printed = cards("document", "wipfel", "--minutes", "-o", "-").data
    assert cards("document", "wipfel", "--minutes", "-o", str(tmp_path / "sent.md")).status == 0
    assert (tmp_path / "sent.md").read_text(encoding="utf-8") == printed
    assert printed.startswith("# Minutes: ")


def test_the_minutes_in_another_language_have_a_file_of_their_own(cards: Cards, example: Path) -> None:
    done = cards("document", "wipfel", "--minutes", "--lang", "de")
    target = Path(done.data.strip())
    assert target.name.startswith("Protokoll 20")
    assert target.name.endswith(".de.md")
    assert "### Was wir anderen überlassen\n" in target.read_text(encoding="utf-8")


def test_a_session_is_named_by_its_day(cards: Cards, example: Path) -> None:
    name = Path(cards("document", "wipfel", "--minutes").data.strip()).stem
    day = name.removeprefix("minutes ")
    assert cards("document", "wipfel", "--session", day, "-o", "-").data.startswith("# Minutes: ")
    done = cards("document", "wipfel", "--session", "1999-01-01", "-o", "-")
    assert (done.status, done.data) == (2, "")
    assert f"There was no session on “1999-01-01”. There are: {day} " in done.words


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["document", "acme", "--minutes"], "There are no minutes yet"),
        (["document", "acme", "--minutes", "--one-page"], "leave out --one-page"),
        (["lead", "acme", "--agenda", "--start", "soon"], "“soon” is no time of day, such as 14:00."),
        (["lead", "acme", "--agenda", "--recipe", "sprnit"], "Is “sprint” meant?"),
        (["lead", "acme", "--agenda", "-o", "out.odt"], "odt"),
    ],
)
def test_wrong_use_is_one_line(cards: Cards, acme: str, arguments: list[str], said: str) -> None:
    done = cards(*arguments)
    assert (done.status, done.data) == (2, "")
    assert said in done.words
    assert len(done.words.splitlines()) == 1


def test_the_agenda_fits_the_time_and_says_what_it_leaves_out(cards: Cards, acme: str) -> None:
    done = cards("lead", "acme", "--agenda", "--recipe", "sprint", "--people", "8", "--minutes", "45", "--start", "14")
    assert done.status == 0, done.words
    assert done.data.startswith("# Agenda: Acme 2027\n\nStrategy in 90 minutes · 14:00 to 14:")
    assert "\n## Left out\n" in done.data
    assert "\n*What should be different in twelve months" in done.data


def test_the_agenda_goes_to_a_file(cards: Cards, acme: str, tmp_path: Path, home: Home) -> None:
    target = tmp_path / "agenda.md"
    assert cards("lead", "acme", "--agenda", "-o", str(target)).data == f"{target}\n"
    assert target.read_text(encoding="utf-8").startswith("# Agenda: Acme 2027\n")
    target.write_text("mine")
    assert cards("lead", "acme", "--agenda", "-o", str(target)).status == 2
    assert target.read_text() == "mine"
    held = (home.strategies / "acme-2027" / "strategy.yaml").read_text(encoding="utf-8")
    assert "sessions" not in held


def test_a_running_session_has_its_own_agenda(cards: Cards, acme: str, home: Home) -> None:
    file = home.strategies / "acme-2027" / "strategy.yaml"
    running = "sessions:\n  - id: s222\n    started: '2026-05-01T12:00:00Z'\n"
    running += "    agenda:\n      - card: goals\n        minutes: 7\n"
    file.write_text(file.read_text(encoding="utf-8") + running, encoding="utf-8")
    assert "### 0:00 · Goals worth the effort · 7 min\n" in cards("lead", "acme", "--agenda").data
    assert "· 7 min" not in cards("lead", "acme", "--agenda", "--recipe", "sprint").data
