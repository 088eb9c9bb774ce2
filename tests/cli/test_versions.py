"""Versions on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_types import Cards

from impactcards.cli.demo import make_demo
from impactcards.cli.surroundings import Surroundings


@pytest.fixture
def demo(cards: Cards, home) -> Path:
    """The example's folder."""
    return make_demo(Surroundings(None)).folder


def test_versions_are_listed_kept_and_told_apart(cards: Cards, acme: str) -> None:
    done = cards("versions", acme)
    assert (done.status, done.data) == (0, "")
    assert "Keep one with: impactcards versions NAME keep LABEL" in done.words
    done = cards("versions", "ac", "keep", "before", "the Q1/Q2", "review")
    path = Path(done.data.strip())
    assert path.name.endswith("Z before the Q1-Q2 review.yaml")
    assert path.read_bytes() == (path.parent.parent / "strategy.yaml").read_bytes()
    assert cards("versions", acme, "keep").status == 0
    first, second = cards("versions", acme).data.splitlines()
    assert first.endswith("0 answers")
    assert "before the Q1-Q2 review  0 answers" in second
    listed = json.loads(cards("versions", acme, "--json").data)
    assert [entry["label"] for entry in listed] == ["", "before the Q1-Q2 review"]
    assert listed[1] == {
        "name": path.stem, "file": str(path), "when": listed[1]["when"], "label": "before the Q1-Q2 review",
        "answered": 0, "fault": None,
    }  # fmt: skip


def test_a_comparison_is_printed_line_by_line(cards: Cards, demo: Path) -> None:
    done = cards("versions", "wip", "compare", "before the sec")
    assert done.status == 0
    lines = done.data.splitlines()
    assert lines[0].startswith("From ")
    assert lines[0].endswith("(now)")
    assert lines[1].startswith("18 cards changed: ")
    for line in (
        "    ~ Photo profile",
        "      ~ Posts a month: 10 → 6",
        "      ~ Why: Nobody has [−asked so far] [+missed it since May]",
        "    + But I cannot measure in a photo",
        "  The card that is missing (no longer answered)",
        "    Changed, and sealed until the next review.",
    ):
        assert line in lines, line
    assert max(map(len, lines)) <= 100


def test_two_versions_are_compared_the_older_first(cards: Cards, demo: Path) -> None:
    forth = cards("versions", "wip", "compare", "before the first", "before the second")
    back = cards("versions", "wip", "compare", "before the second", "before the first")
    assert forth.data == back.data
    assert "64 cards changed: 37 newly answered, 27 answered differently." in forth.data
    assert cards("versions", "wip", "compare", "before the first", "before the first").data.endswith(
        "Nothing changed.\n"
    )
    assert cards("versions", "wip", "compare", "before", "the", "second").data.startswith("From ")


def test_it_is_written_as_markdown(cards: Cards, demo: Path, tmp_path: Path) -> None:
    printed = cards("versions", "wip", "compare", "before the first", "-o", "-")
    assert printed.data.startswith("# What changed: Wipfel & Tau 2027\n\nFrom ")
    target = tmp_path / "new.md"
    done = cards("versions", "wip", "compare", "before the first", "-o", str(target))
    assert done.data == f"{target}\n"
    assert target.read_text(encoding="utf-8") == printed.data
    target.write_text("mine", encoding="utf-8")
    refused = cards("versions", "wip", "compare", "before the first", "-o", str(target))
    assert refused.status == 2
    assert "--force" in refused.words
    assert target.read_text(encoding="utf-8") == "mine"
    assert cards("versions", "wip", "compare", "before the first", "-o", str(target), "--force").status == 0
    assert "belongs to compare" in cards("versions", "wip", "-o", str(target)).words


def test_restoring_says_what_was_kept_and_where(cards: Cards, demo: Path) -> None:
    before = (demo / "strategy.yaml").read_bytes()
    done = cards("versions", "wip", "restore", "before", "the", "first")
    assert done.status == 0, done.words
    assert done.data == f"{demo}\n"
    assert "Restored: " in done.words
    kept = Path(done.words.partition("is kept as ")[2].splitlines()[0])
    assert kept.read_bytes() == before
    assert "Happy Easter" not in (demo / "strategy.md").read_text(encoding="utf-8")
    assert cards("versions", "wip", "restore", "before restoring").status == 0
    assert (demo / "strategy.yaml").read_bytes() == before
    assert "Happy Easter" in (demo / "strategy.md").read_text(encoding="utf-8")


def test_a_damaged_strategy_is_listed_compared_and_restored(cards: Cards, demo: Path) -> None:
    (demo / "strategy.yaml").write_text("answers: 'oops", encoding="utf-8")
    assert len(cards("versions", str(demo)).data.splitlines()) == 2
    assert cards("versions", str(demo), "compare", "before the first").status == 1
    assert "64 cards" in cards("versions", str(demo), "compare", "before the first", "before the s").data
    done = cards("versions", str(demo), "restore", "before the s")
    assert done.status == 0, done.words
    aside = Path(done.words.partition("is kept as ")[2].splitlines()[0])
    assert aside.parent == demo
    assert aside.read_text(encoding="utf-8") == "answers: 'oops"
    assert cards("check", "wip").status in (0, 1)


def test_a_damaged_version_is_named_in_the_list_and_the_others_stay_usable(cards: Cards, demo: Path) -> None:
    (demo / "versions" / "2030-01-01T000000Z broken.yaml").write_text("answers: 'oops", encoding="utf-8")
    (demo / "versions" / "2031-01-01T000000Z newer.yaml").write_text("format: 2\n", encoding="utf-8")
    newer, broken, *others = cards("versions", "wip").data.splitlines()
    assert "Update the program" in newer
    assert "is damaged at " in broken
    assert len(others) == 2
    for deed in (
        ["compare", "broken"],
        ["compare", "before the f", "broken"],
        ["restore", "broken"],
        ["restore", "newer"],
    ):
        done = cards("versions", "wip", *deed)
        assert done.status == 2
        assert done.data == ""
        assert len(done.words.splitlines()) == 1
        assert "broken” is damaged at" in done.words or "Update the program" in done.words
    assert cards("versions", "wip", "compare", "before the f").status == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["compare", "nope"], "There is no version “nope”. There are: "),
        (["compare", "before"], "“before” could be any of these: "),
        (["compare"], "Say which version to compare with now"),
        (["restore"], "Say which version to restore"),
        (["forget", "it"], "'forget' is not one of"),
    ],
)
def test_mistakes_are_answered_with_what_there_is(cards: Cards, demo: Path, arguments: list[str], said: str) -> None:
    done = cards("versions", "wip", *arguments)
    assert done.status == 2
    assert said in done.words
    assert done.data == ""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("versions wip re", "restore"),
        ("versions wip compare bef", "before the first review"),
        ("versions w", "Wipfel & Tau 2027"),
    ],
)
def test_versions_are_completed(run_program, demo: Path, words: str, completed: str) -> None:
    line = f"impactcards {words}"
    done = run_program(_IMPACTCARDS_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=str(len(line.split()) - 1))
    assert done.stderr == ""
    assert f"plain,{completed}" in done.stdout.splitlines()


def test_nothing_typed_reaches_the_terminal_as_more_than_text(cards: Cards, acme: str) -> None:
    for label in ("\x1b[31mred", "../../../x", "{0} %s [b]", "x" * 5000):
        done = cards("versions", acme, "keep", label)
        assert done.status == 0
        assert Path(done.data.strip()).parent.name == "versions"
        assert "\x1b" not in done.data + done.words
    assert len(list(Path(cards("versions", acme, "keep", "last").data.strip()).parent.iterdir())) == 5
