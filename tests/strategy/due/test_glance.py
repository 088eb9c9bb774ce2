"""Looking into folders: read once, remembered by the files' stamps, and never a trouble."""

from __future__ import annotations

import json
import os
import re
from datetime import date

import pytest
from ageing_deck import AGEING, WRITTEN
from kept import deck_file, library, text_of, write

from impactcards.home import Home
from impactcards.strategy.due import Ages, Glances, glance
from impactcards.strategy.folder import create
from impactcards.strategy.opened import OpenStrategy

DAYS = ((date(2027, 7, 10), 1, 2.5),)


@pytest.fixture
def acme(home: Home) -> OpenStrategy:
    opened = create(home, "Acme", deck_file(home, AGEING, "ageing.yaml"))
    opened.strategy.clock = lambda: WRITTEN
    opened.strategy.set_value("words", "Near")
    opened.save()
    return opened


def looked(home: Home, acme: OpenStrategy) -> Ages | None:
    glances = Glances(home, library(home))
    found = glances.of(acme.folder)
    glances.keep()
    return found


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glance, "parse", lambda *_: pytest.fail("the strategy was read again"))


def test_a_strategy_is_read_once(home: Home, acme: OpenStrategy, monkeypatch: pytest.MonkeyPatch) -> None:
    assert looked(home, acme) == Ages(DAYS)
    forbid_reading(monkeypatch)
    assert looked(home, acme) == Ages(DAYS)


@pytest.mark.parametrize("name", ["strategy.yaml", "deck.yaml"])
def test_a_changed_file_is_read_anew(home: Home, acme: OpenStrategy, name: str) -> None:
    looked(home, acme)
    path = acme.folder / name
    changed = path.read_text(encoding="utf-8").replace("2027-01-10", "2027-02-10").replace("6 months", "7 months")
    path.write_text(changed, encoding="utf-8")
    assert looked(home, acme) == Ages(((date(2027, 8, 10), 1, 2.5),))


def test_a_strategy_without_its_deck_copy_takes_the_library_s(home: Home, acme: OpenStrategy) -> None:
    (acme.folder / "deck.yaml").unlink()
    assert looked(home, acme) == Ages(DAYS)


@pytest.mark.parametrize(
    "text", ["", "answers: [", "format: 1\nname: [x]\n", "format: 99\n", "format: 1\nanswers: 3\n"]
)
def test_a_damaged_strategy_says_nothing_or_that_nothing_ages(home: Home, acme: OpenStrategy, text: str) -> None:
    write(acme, text)
    assert looked(home, acme) in (None, Ages())


def test_a_folder_that_is_gone_says_nothing_and_is_forgotten(home: Home, acme: OpenStrategy) -> None:
    looked(home, acme)
    acme.folder.rename(home.strategies / "other")
    assert looked(home, acme) is None
    glances = Glances(home, library(home))
    glances.of(home.strategies / "other")
    glances.keep()
    known = json.loads((home.cache / glance.CACHE_FILE).read_bytes())["strategies"]
    assert list(known) == [str(home.strategies / "other")]


@pytest.mark.parametrize(
    ("pattern", "odd"),
    [
        (".*", ""),
        (".*", "[" * 100_000),
        (".*", "[1]"),
        (".*", '{"made_by": 3, "strategies": 4}'),
        ('"strategies":{.*}', '"strategies":[1]'),
        ('"strategies":{.*}', '"others":{}'),
        (r"\[\[740\d+,1,2.5\]\]", '[["x",1,2.5]]'),
        (r"\[\[740\d+,1,2.5\]\]", "[[-5,1,2.5]]"),
        (r"\[\[740\d+,1,2.5\]\]", "7"),
        ("null", "[1]"),
    ],
)
def test_an_odd_cache_is_not_believed(home: Home, acme: OpenStrategy, pattern: str, odd: str) -> None:
    looked(home, acme)
    path = home.cache / glance.CACHE_FILE
    text, count = re.subn(pattern, odd, path.read_text(encoding="utf-8"), count=1, flags=re.DOTALL)
    assert count == 1
    path.write_text(text, encoding="utf-8")
    assert looked(home, acme) == Ages(DAYS)


def test_a_cache_that_cannot_be_written_costs_nothing(home: Home, acme: OpenStrategy) -> None:
    home.cache.parent.mkdir(parents=True, exist_ok=True)
    home.cache.write_text("a file where a folder should be", encoding="utf-8")
    assert looked(home, acme) == Ages(DAYS)


def test_what_is_open_and_unsaved_is_read_from_the_disk(home: Home, acme: OpenStrategy) -> None:
    acme.strategy.set_value("goals", None)
    acme.strategy.set_value("words", None)
    assert looked(home, acme) == Ages(DAYS)
    acme.save()
    assert looked(home, acme) == Ages()
    assert os.path.exists(home.cache / glance.CACHE_FILE)  # noqa: PTH110
    assert not re.search(r"value:(?! null)", text_of(acme))
