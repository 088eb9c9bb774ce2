"""``check --waive``, ``--take-back`` and ``--ids``: seen, set aside with a reason, and said again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_types import Cards

from impactcards.home import Home

GOALS = "unanswered/goals//"


def waived_of(cards: Cards) -> list[dict[str, object]]:
    return [entry for entry in json.loads(cards("check", "acme", "--json").data) if entry["waived"]]


def test_a_finding_is_waived_with_a_reason_and_taken_back(cards: Cards, acme: str, home: Home) -> None:
    before = cards("check", "acme").data.splitlines()
    done = cards("check", "acme", "--waive", "unanswered/goals", "--reason", "The board sets them.")
    assert (done.status, done.data) == (0, "")
    assert done.words.startswith("Waived: “Goals worth the effort”")
    assert len(cards("check", "acme").data.splitlines()) == len(before) - 1
    document = (home.strategies / "acme-2027" / "strategy.md").read_text(encoding="utf-8")
    assert "Left so on purpose: The board sets them." in document
    assert "reason: The board sets them." in (home.strategies / "acme-2027" / "strategy.yaml").read_text("utf-8")
    done = cards("check", "acme", "--take-back", "un")
    assert (done.status, done.words) == (0, f"No longer waived: {GOALS}\n")
    assert cards("check", "acme").data.splitlines() == before
    assert "Left so on purpose" not in (home.strategies / "acme-2027" / "strategy.md").read_text(encoding="utf-8")


def test_ids_are_shown_and_work(cards: Cards, acme: str) -> None:
    lines = cards("check", "acme", "--ids").data.splitlines()
    ids = [line.split("  ")[0] for line in lines]
    assert GOALS in ids
    for finding_id in ids:
        assert cards("check", "acme", "--waive", finding_id, "--reason", "So it is.").status == 0
    done = cards("check", "acme")
    assert (done.status, done.data, done.words) == (0, "", "Everything hangs together.\n")
    shown = cards("check", "acme", "--ids").data.splitlines()
    assert len(shown) == len(ids)
    assert all(" Waived on " in line and line.endswith(": So it is.") for line in shown)


def test_json_has_the_waived_ones_last_in_the_same_shape(cards: Cards, acme: str) -> None:
    before = json.loads(cards("check", "acme", "--json").data)
    assert all(entry["waived"] is None and entry["reason"] for entry in before)
    cards("check", "acme", "--waive", GOALS, "--reason", "Later")
    after = json.loads(cards("check", "acme", "--json").data)
    assert [set(entry) for entry in after] == [set(before[0])] * len(before)
    assert after[-1]["id"] == GOALS
    assert after[-1]["message"]
    assert {key: after[-1]["waived"][key] for key in ("reason", "holds")} == {"reason": "Later", "holds": True}
    assert [entry["waived"] for entry in after[:-1]] == [None] * (len(before) - 1)


def test_one_that_is_gone_is_shown_as_such(cards: Cards, acme: str, tmp_path: Path) -> None:
    cards("check", "acme", "--waive", GOALS, "--reason", "Later.")
    answers = tmp_path / "answers.yaml"
    answers.write_text("goals:\n  - Planned in early\n")
    assert cards("fill", "acme", str(answers)).status == 0
    shown = cards("check", "acme", "--ids").data.splitlines()[-1]
    assert shown.startswith(f"{GOALS}  Waived on ")
    assert shown.endswith(" and no longer there. Later.")
    (entry,) = waived_of(cards)
    assert (entry["id"], entry["rule"], entry["card"], entry["message"]) == (GOALS, "unanswered", "goals", "")
    done = cards("check", "acme", "--take-back", "core")
    assert done.words == f"Nothing is waived that begins with “core”. There are: {GOALS}.\n"
    assert cards("check", "acme", "--take-back", GOALS).status == 0
    assert waived_of(cards) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--waive", "goals", "--reason", "x"], "There is no finding “goals”. There are: unanswered/"),
        (["--waive", "", "--reason", "x"], "There is no finding “”. There are: unanswered/"),
        (["--waive", "unan", "--reason", "x"], "“unan” could be any of these: unanswered/"),
        (["--waive", GOALS], "Waiving a finding needs a reason"),
        (["--waive", GOALS, "--reason", " "], "Waiving a finding needs a reason"),
        (["--take-back", GOALS], "Nothing is waived at all."),
        (["--take-back", GOALS, "--waive", GOALS, "--reason", "x"], "do not go together"),
        (["--reason", "x"], "--reason goes with --waive ID."),
        (["--take-back", GOALS, "--reason", "x"], "--reason goes with --waive ID."),
    ],
)
def test_a_mistake_is_said_and_changes_nothing(
    cards: Cards, acme: str, home: Home, arguments: list[str], sentence: str
) -> None:
    file = home.strategies / "acme-2027" / "strategy.yaml"
    before = file.read_bytes()
    done = cards("check", "acme", *arguments)
    assert done.status == 2
    assert sentence in done.words
    assert done.data == ""
    assert file.read_bytes() == before
