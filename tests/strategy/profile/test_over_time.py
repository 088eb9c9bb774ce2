"""Ratings over time, from the versions that reviews kept; damaged and missing ones are left out."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from impactcards.deck.library import Library, bundled_folder
from impactcards.home import Home
from impactcards.strategy.folder import open_strategy
from impactcards.strategy.profile import over_time, reviewed_versions
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.versions import list_versions, read_version

DAY = date(2026, 11, 20)
FIRST, SECOND, NOW = [1, 1, 2, 1, 1], [2, 2, 3, 2, 2], [2, 2, 3, 2, 2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example."""
    return Path(shutil.copytree(bundled_folder() / "demo" / "en", tmp_path / "demo"))


def strategy_in(folder: Path) -> Strategy:
    return open_strategy(Home.at(folder.parent / "home"), Library(), folder, read_only=True).strategy


def moved(folder: Path) -> list[list[int | None]]:
    """The ratings of each moment, in the order of the mistakes."""
    strategy = strategy_in(folder)
    found = over_time(strategy, reviewed_versions(folder, strategy), today=DAY)
    assert list(found) == list(strategy.deck.profile)
    return [[point.rating for point in moment] for moment in zip(*found.values(), strict=True)]


def version(folder: Path, number: int) -> Path:
    return sorted((folder / "versions").glob("*.yaml"))[number]


def test_each_review_and_the_present() -> None:
    folder = bundled_folder() / "demo" / "en"
    strategy = strategy_in(folder)
    found = over_time(strategy, reviewed_versions(folder, strategy), today=DAY)
    assert [point.rating for point in found["no-conversation"]] == [2, 3, 3]
    assert [point.day for point in found["no-conversation"]] == [date(2026, 8, 17), date(2026, 11, 16), DAY]


def test_a_few_lines_say_what_whole_versions_say(folder: Path) -> None:
    strategy = strategy_in(folder)
    kept = reviewed_versions(folder, strategy)
    whole = [read_version(held, strategy.deck) for held in reversed(list_versions(folder))]
    assert len(kept) == 2
    read = [(day, then) for (day, _), then in zip(kept, whole, strict=True)]
    assert over_time(strategy, read, today=DAY) == over_time(strategy, kept, today=DAY)


def test_a_version_that_is_gone_is_left_out(folder: Path) -> None:
    version(folder, 0).unlink()
    assert moved(folder) == [SECOND, NOW]


@pytest.mark.parametrize("damage", [b"", b"answers: [", b"\xff\xfe\x00", b"format: 1\nanswers:\n  mirror-strategy: {"])
def test_a_damaged_version_is_left_out_and_the_others_stay(folder: Path, damage: bytes) -> None:
    path = version(folder, 1)
    path.write_bytes(damage)
    held = moved(folder)
    assert held[0] == FIRST
    assert held[-1] == NOW
    assert len(held) == 2 or held[1] == [None] * 5


def test_a_version_somebody_wrote_in_another_style_is_read_too(folder: Path) -> None:
    path = version(folder, 0)
    text = path.read_text(encoding="utf-8")
    other = text.replace("  mirror-strategy:\n    value: 1\n", '  "mirror-strategy":\n    "value": 1\n')
    assert other != text
    path.write_text(other, encoding="utf-8")
    assert moved(folder) == [FIRST, SECOND, NOW]


@pytest.mark.parametrize("entry", ["    value: null\n", "    put_off: later\n"])
def test_what_was_not_rated_is_none(folder: Path, entry: str) -> None:
    path = version(folder, 0)
    text = path.read_text(encoding="utf-8")
    other = text.replace("  mirror-strategy:\n    value: 1\n", f"  mirror-strategy:\n{entry}")
    path.write_text(other, encoding="utf-8")
    assert moved(folder)[0] == [None, *FIRST[1:]]


def test_no_name_leads_out_of_the_folder(folder: Path) -> None:
    strategy = strategy_in(folder)
    strategy.lists["reviews"] = [{"version": "2026-08-17T070408Z/../../strategy"}, {"version": 12}, {}]
    assert reviewed_versions(folder, strategy) == []
