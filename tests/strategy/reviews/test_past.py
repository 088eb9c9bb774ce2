"""The answers of the past: read only when somebody asks, damaged versions named, the others usable."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import RunProgram
from strategy.reviews.reviewed import acme, again, begun, card_of

from impactcards.document import strategy_markdown
from impactcards.home import Home
from impactcards.strategy import versions
from impactcards.strategy.findings import find
from impactcards.strategy.folder import OpenStrategy
from impactcards.strategy.reviews import past

DAYS = (date(2026, 7, 1), date(2026, 8, 1))
LATER = date(2026, 8, 2)


def _reviewed(home: Home, times: int = 2) -> OpenStrategy:
    """A strategy whose words were kept in so many reviews."""
    opened = acme(home)
    for day in DAYS[:times]:
        review = begun(opened, day)
        review.keep(card_of(review, "words"))
        review.end()
        assert opened.save().ok
    return again(opened, home, LATER)


def _versions(opened: OpenStrategy) -> list[Path]:
    return [version.path for version in reversed(versions.list_versions(opened.folder))]


def _stale(opened: OpenStrategy) -> list[str]:
    return [finding.id for finding in find(opened.strategy, today=LATER) if finding.rule == "stale"]


def test_findings_compare_with_the_past_by_themselves(home: Home) -> None:
    opened = _reviewed(home)
    assert _stale(opened) == ["stale/words//"]
    assert "“Words” is as ever." in strategy_markdown(opened.strategy)
    opened.strategy.set_value("words", "Good evening")
    assert _stale(opened) == []


@pytest.mark.parametrize("times", [0, 1, 2])
def test_no_version_is_read_for_nothing(home: Home, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    opened = _reviewed(home, times)
    read = []
    reading = versions.read_version
    monkeypatch.setattr(versions, "read_version", lambda *given: (read.append(given), reading(*given))[1])
    for _ in range(3):
        _stale(opened)
        strategy_markdown(opened.strategy)
    assert len(read) == (2 if times == 2 else 0)


def test_the_answers_of_each_version(home: Home) -> None:
    opened = _reviewed(home)
    answers = past(opened.folder, opened.strategy)
    assert list(answers) == [path.stem for path in _versions(opened)]
    assert len(answers) == 2
    assert [held["words"].confirmed for held in answers.values()] == ["", "2026-07-01T12:00:00Z"]
    assert "no such version" not in answers


def test_a_damaged_version_is_named_and_the_other_is_used(home: Home) -> None:
    opened = _reviewed(home)
    first, _ = _versions(opened)
    first.write_text("format: 1\nanswers: [\n", encoding="utf-8")
    answers = past(opened, opened.strategy)
    assert len(answers) == 1
    (fault,) = answers.faults
    assert first.stem in str(fault)
    assert _stale(opened) == []
    assert [str(fault) for fault in opened.version_faults] == [str(fault)]
    assert begun(opened, LATER).asks_more(card_of(begun(opened, LATER), "words"))  # the review is believed


def test_a_version_that_is_gone_is_left_out(home: Home) -> None:
    opened = _reviewed(home)
    _versions(opened)[0].unlink()
    assert _stale(opened) == []
    assert opened.version_faults == []


@pytest.mark.slow
def test_check_names_the_damaged_version(home: Home, run_program: RunProgram) -> None:
    opened = _reviewed(home)
    done = run_program("check", "Acme")
    assert "“Words” is as ever." in done.stdout
    _versions(opened)[1].write_text("format: 1\nanswers: [\n", encoding="utf-8")
    done = run_program("check", "Acme")
    assert _versions(opened)[1].stem in done.stderr
    assert "as ever" not in done.stdout
    assert done.returncode == 1
