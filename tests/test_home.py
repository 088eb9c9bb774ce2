"""Where things are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from impactcards.home import Home, find


def test_everything_stands_under_the_home_one_asks_for(tmp_path: Path) -> None:
    home = find(str(tmp_path), {"IMPACTCARDS_HOME": "/elsewhere"})
    assert home == Home.at(tmp_path)
    assert home.archive == tmp_path / "strategies" / "Archive"
    assert home.settings == tmp_path / "settings.yaml"


def test_the_environment_names_a_home_where_no_option_does(tmp_path: Path) -> None:
    assert find(None, {"IMPACTCARDS_HOME": str(tmp_path)}) == Home.at(tmp_path)


def test_a_home_is_an_absolute_place_and_knows_the_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "me"))
    assert find("here", {}).strategies == tmp_path / "here" / "strategies"
    assert find("~/cards", {}).strategies == tmp_path / "me" / "cards" / "strategies"


def test_a_tilde_of_nobody_is_a_folder_of_that_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find("~nobody-has-this-name", {}) == Home.at(tmp_path / "~nobody-has-this-name")


def test_without_a_home_strategies_are_documents() -> None:
    home = find(None, {})
    assert home.strategies.name == "Impact Cards"
    assert home.archive == home.strategies / "Archive"
    assert len({home.decks, home.settings, home.state, home.cache}) == 4
    assert all("impactcards" in str(path) for path in (home.decks, home.settings, home.state, home.cache))
