"""Two people's answers to different cards, brought together by git line by line: never a conflict."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from kept import item, made, opened, text_of, write

from impactcards.home import Home
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import TableRow, Value

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

FIRST: dict[str, Value] = {
    "goals": item("a222", "Meet"),
    "words": "One\nTwo",
    "mirror": 2,
    "budget": 3,
    "until": "2026-05-01",
    "main-goal": ("a222",),
    "order": ("a222",),
    "channels": (TableRow("c222", {"channel": "Letters", "posts": 2}),),
}
OTHER: dict[str, Value] = {
    "goals": (*item("a222", "Meet"), *item("b222", "Eat")),
    "words": "One\nTwo\nThree",
    "mirror": 5,
    "budget": 4,
    "until": "2026-06-01",
    "main-goal": (),
    "order": ("a222", "a333"),
    "channels": (
        TableRow("c222", {"channel": "Letters", "posts": 2}),
        TableRow("d222", {"channel": "Stage", "changed": "new"}),
    ),
}


def _keep(strategy: Strategy, card: str) -> None:
    strategy.put(card, strategy.answer(card).with_(confirmed="2026-07-01T12:00:00Z"))


#: What somebody may do to a card, by whether anything is answered when they begin.
DEEDS: dict[str, tuple[bool, Callable[[Strategy, str], None]]] = {
    "answer": (False, lambda strategy, card: strategy.set_value(card, FIRST[card])),
    "put off": (False, lambda strategy, card: strategy.put_off(card, "later")),
    "change": (True, lambda strategy, card: strategy.set_value(card, OTHER[card])),
    "empty": (True, lambda strategy, card: strategy.set_value(card, None)),
    "keep": (True, _keep),
    "note": (True, lambda strategy, card: strategy.set_note(card, "Two\nlines")),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_any_two_cards_merge(home: Home, tmp_path: Path, deed: str) -> None:
    answered, do = DEEDS[deed]
    acme = made(home)
    acme.strategy.clock = lambda: "2026-03-01T12:00:00Z"
    for card, value in FIRST.items() if answered else ():
        acme.strategy.set_value(card, value)
    assert acme.save().ok
    base = text_of(acme)
    sides = {}
    for card in FIRST:
        window = opened(home)
        window.strategy.clock = lambda: "2026-07-01T12:00:00Z"
        do(window.strategy, card)
        assert window.save().ok
        sides[card] = text_of(window), window.strategy.answer(card)
        write(acme, base)
    assert len({text for text, _ in sides.values()}) == len(FIRST)
    for one, two in combinations(FIRST, 2):
        write(acme, _merged(tmp_path, sides[one][0], base, sides[two][0]))
        both = opened(home)
        assert both.faults == []
        assert both.strategy.answers == {
            **acme.strategy.answers,
            one: sides[one][1],
            two: sides[two][1],
        }


def _merged(folder: Path, ours: str, base: str, theirs: str) -> str:
    """What ``git merge`` makes of one file, or a failure where it finds a conflict."""
    names = [folder / name for name in ("ours", "base", "theirs")]
    for path, text in zip(names, (ours, base, theirs), strict=True):
        path.write_text(text, encoding="utf-8")
    done = subprocess.run(["git", "merge-file", "-p", *map(str, names)], capture_output=True, timeout=30, check=False)
    assert done.returncode == 0, done.stdout.decode()
    return done.stdout.decode()


def test_a_place_is_filled_and_left_again(home: Home) -> None:
    acme = made(home)
    fresh = text_of(acme)
    assert re.findall(r"^  ([\w-]+):\n    value: null$", fresh, re.MULTILINE) == list(FIRST)
    acme.strategy.set_value("mirror", 2)
    acme.save()
    assert "  mirror:\n    value: 2\n" in text_of(acme)
    acme.strategy.put("mirror", acme.strategy.answer("mirror").with_(value=None, updated=""))
    acme.save()
    assert text_of(acme) == fresh
    assert opened(home).strategy.answers == {}
