"""Beginning, listing, renaming, archiving, checking and filling strategies."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_types import Cards

from impactcards.cli import demo
from impactcards.home import Home


def test_new_makes_a_folder_and_prints_it(cards: Cards, home: Home) -> None:
    done = cards("new", "Acme 2027", "--no-open")
    assert done.status == 0
    folder = Path(done.data.strip())
    assert folder.parent == home.strategies
    assert "name: Acme 2027" in (folder / "strategy.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "a/b\\c",
        "CON",
        "🌳 Wipfel & Tau",
        "x" * 300,
        "dots...",
        "[b]bold[/b]",
        "\x1b[31mred",
        "a\u202eb",
    ],
    ids=["parents", "slashes", "device", "emoji", "long", "dots", "markup", "escape", "bidi"],
)
def test_any_name_is_a_name(cards: Cards, home: Home, name: str) -> None:
    done = cards("new", name, "--no-open")
    assert done.status == 0, done.words
    (entry,) = json.loads(cards("list", "--json").data)
    folder = Path(entry["folder"])
    assert folder.parent == home.strategies
    assert "\x1b" not in cards("list").data
    assert cards("check", str(folder)).status == 1


@pytest.mark.parametrize("name", ["", "   ", "\x1b"], ids=["nothing", "spaces", "control"])
def test_a_strategy_needs_a_name(cards: Cards, home: Home, name: str) -> None:
    assert cards("new", name, "--no-open").status == 2
    assert not home.strategies.exists() or list(home.strategies.iterdir()) == []


def test_a_name_is_taken_once(cards: Cards, acme: str) -> None:
    done = cards("new", acme.upper(), "--no-open")
    assert done.status == 2
    assert "already" in done.words


def test_the_strategy_speaks_the_language_of_the_interface(cards: Cards) -> None:
    cards("--interface", "de", "new", "Büro", "--no-open")
    (entry,) = json.loads(cards("list", "--json").data)
    assert entry["language"] == "de"


def test_the_language_of_a_strategy_can_be_another(cards: Cards) -> None:
    cards("--interface", "de", "new", "Office", "--lang", "en", "--no-open")
    (entry,) = json.loads(cards("list", "--json").data)
    assert entry["language"] == "en"


def test_the_empty_shelf_says_how_to_begin(cards: Cards) -> None:
    done = cards("list")
    assert (done.status, done.data) == (0, "")
    assert "impactcards new" in done.words


def test_without_a_terminal_the_program_alone_lists(cards: Cards, acme: str) -> None:
    assert cards().data == cards("list").data
    assert acme in cards().data


def test_renaming_renames_the_folder_too(cards: Cards, acme: str, home: Home) -> None:
    done = cards("rename", "acme", "Beta")
    assert Path(done.data.strip()) == home.strategies / "beta"
    assert "Beta" in cards("list").data


def test_archiving_moves_and_deletes_nothing(cards: Cards, acme: str, home: Home) -> None:
    before = sorted(path.name for path in (home.strategies / "acme-2027").iterdir())
    done = cards("archive", "acme")
    folder = Path(done.data.strip())
    assert folder.parent == home.archive
    assert sorted(path.name for path in folder.iterdir()) == before
    assert "(archived)" in cards("list").data


def test_check_prints_findings_and_says_so_in_its_status(cards: Cards, acme: str) -> None:
    done = cards("check", "acme")
    assert done.status == 1
    assert "Goals worth the effort" in done.data
    count = len(done.data.splitlines())
    assert done.words == f"{count} findings.\n"


def test_findings_as_json_carry_their_ids(cards: Cards, acme: str) -> None:
    findings = json.loads(cards("check", "acme", "--json").data)
    assert "unanswered/goals//" in {finding["id"] for finding in findings}
    assert all(finding["message"] for finding in findings)


def test_findings_speak_the_language_of_the_strategy(cards: Cards) -> None:
    cards("new", "Büro", "--lang", "de", "--no-open")
    assert "noch nicht beantwortet" in cards("check", "büro").data


def test_fill_takes_answers_and_saves_them(cards: Cards, acme: str, home: Home, tmp_path: Path) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text("goals:\n  - Planned in early\n  - Eight apprentices\n")
    done = cards("fill", "acme", str(answers))
    assert done.status == 0
    assert "Planned in early" in done.data
    assert done.words == "1 card filled.\n"
    folder = home.strategies / "acme-2027"
    assert "Planned in early" in (folder / "strategy.yaml").read_text(encoding="utf-8")
    assert "Planned in early" in (folder / "strategy.md").read_text(encoding="utf-8")


def test_a_dry_run_saves_nothing(cards: Cards, acme: str, home: Home, tmp_path: Path) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text("goals: [Planned in early]\n")
    before = (home.strategies / "acme-2027" / "strategy.yaml").read_bytes()
    done = cards("fill", "acme", str(answers), "--dry-run")
    assert done.status == 0
    assert "Planned in early" in done.data
    assert "dry run" in done.words
    assert (home.strategies / "acme-2027" / "strategy.yaml").read_bytes() == before


def test_a_faulty_file_changes_nothing_and_names_every_place(
    cards: Cards, acme: str, home: Home, tmp_path: Path
) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text("goals: [Planned in early]\ngols: [x]\nno-such-card: 3\n")
    before = (home.strategies / "acme-2027" / "strategy.yaml").read_bytes()
    done = cards("fill", "acme", str(answers))
    assert done.status == 1
    assert f"{answers}:2:1" in done.words
    assert f"{answers}:3:1" in done.words
    assert (home.strategies / "acme-2027" / "strategy.yaml").read_bytes() == before


def test_answers_come_from_standard_input_too(run_program) -> None:
    run_program("new", "Acme", "--no-open")
    done = run_program("fill", "acme", "-", stdin="goals: [Grünflächen pflegen]\n")
    assert done.returncode == 0
    assert "Grünflächen pflegen" in done.stdout


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\x00\xff\xfe", id="binary"),
        pytest.param(b"goals: [", id="cut off"),
        pytest.param(b"&a [*a]", id="alias"),
        pytest.param(b"a: 1\na: 2", id="twice"),
        pytest.param("gö: 1".encode("latin-1"), id="latin-1"),
        pytest.param(b"[" * 50_000, id="deep"),
    ],
)
def test_a_hostile_answers_file_is_a_fault(cards: Cards, acme: str, tmp_path: Path, content: bytes) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_bytes(content)
    done = cards("fill", "acme", str(answers))
    assert done.status == 1
    assert "answers.yaml" in done.words
    assert "Traceback" not in done.words


@pytest.mark.parametrize("target", ["missing.yaml", "."])
def test_an_answers_file_that_is_none_is_said(cards: Cards, acme: str, tmp_path: Path, target: str) -> None:
    done = cards("fill", "acme", str(tmp_path / target))
    assert done.status == 2
    assert len(done.words.splitlines()) == 1


def test_a_damaged_strategy_is_named_and_left_alone(cards: Cards, acme: str, home: Home) -> None:
    damaged = home.strategies / "acme-2027" / "strategy.yaml"
    damaged.write_text("format: 1\nanswers: [\n")
    for command in (["check", "acme-2027"], ["document", "acme-2027"], ["open", "acme-2027"]):
        done = cards(*command)
        assert done.status == 1
        assert "strategy.yaml:" in done.words
    assert damaged.read_text() == "format: 1\nanswers: [\n"
    assert cards("list").status == 0


def test_a_folder_that_cannot_be_made_is_said_in_a_line(cards: Cards, home: Home) -> None:
    home.strategies.parent.mkdir(parents=True)
    home.strategies.write_text("a file where the folder should be")
    done = cards("new", "Acme", "--no-open")
    assert done.status == 2
    assert len(done.words.splitlines()) == 1


def test_open_without_a_terminal_plays_line_by_line_and_saves_at_the_end_of_input(run_program, home: Home) -> None:
    done = run_program("new", "First", "--deck", "first-steps", stdin="Reliable neighbours\n")
    assert done.returncode == 0
    assert "Type and go on" in done.stdout
    assert "Reliable neighbours" in (home.strategies / "first" / "strategy.yaml").read_text(encoding="utf-8")


def test_the_demo_is_filled_in_and_nothing_of_it_is_overdue(cards: Cards) -> None:
    cards("demo")
    (entry,) = json.loads(cards("list", "--json").data)
    assert entry["name"] == demo.NAME
    assert entry["answered"] == 64
    findings = json.loads(cards("check", demo.NAME, "--json").data)
    assert not [finding for finding in findings if finding["rule"] in ("aged", "unanswered", "missing", "uncovered")]


def test_a_demo_whose_copying_was_interrupted_is_made_anew(cards: Cards) -> None:
    cards("new", demo.NAME, "--no-open")
    cards("demo")
    answered = {entry["archived"]: entry["answered"] for entry in json.loads(cards("list", "--json").data)}
    assert answered == {False: 64, True: 0}


def test_a_fresh_demo_keeps_the_old_one_in_the_archive(cards: Cards) -> None:
    cards("demo")
    cards("demo")
    assert len(json.loads(cards("list", "--json").data)) == 1
    cards("demo", "--fresh")
    entries = json.loads(cards("list", "--json").data)
    assert sorted(entry["archived"] for entry in entries) == [False, True]
