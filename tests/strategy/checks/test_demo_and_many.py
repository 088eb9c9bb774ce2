"""What the example company left open, when checks are loaded, and how long they take."""

from __future__ import annotations

from datetime import date

import pytest
from benchmarks.findings import strategy_of, type_into
from running import run_python

from impactcards.deck.library import Library, bundled_folder
from impactcards.home import Home
from impactcards.strategy.findings import Kept, find
from impactcards.strategy.folder import open_strategy
from impactcards.words import words

#: What is left open on purpose, in the order of the cards: the check, and a row as the English example names it.
LEFT_OPEN = [
    ("goal-on-belief", "School leavers watch films about rope making"),
    ("wrong-about-us", "Where do I get new rope for an older swing?"),
    ("rights-unclear", "Photos of openings that towns send us"),
    ("label-unclear", "Mia, on her own profile"),
    *[("crisis-gap", "")] * 4,
    ("weak-lock", "Old video channel"),
    ("sign-missing", "Old video channel"),
]
MISTAKES = ["no-evidence", "no-adaptation", "no-strategy", *["no-conversation"] * 5, *["no-adaptation"] * 2]


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_example_shows_what_it_left_open_and_nothing_else(language: str) -> None:
    folder = bundled_folder() / "demo" / language
    opened = open_strategy(Home.at(folder / "nowhere"), Library(), folder, read_only=True)
    found = find(opened.strategy, today=date(2026, 11, 16))
    assert [finding.rule for finding in found] == [rule for rule, _ in LEFT_OPEN]
    assert [finding.counters for finding in found] == MISTAKES
    for finding, (_, name) in zip(found, LEFT_OPEN, strict=True):
        sentence = finding.worded(words(language))
        assert "{" not in sentence
        assert "…" not in sentence
        assert language == "de" or name in sentence
    assert {finding.row for finding in found if finding.card == "crisis-kit"} == {"reach", "words", "lockout", "relief"}


_FIRST_CARD = """
import sys
from datetime import date
from impactcards.deck.library import bundled_folder
from impactcards.deck.loader import load_deck
from impactcards.strategy.findings import find
from impactcards.strategy.strategy import Strategy
deck = load_deck(bundled_folder() / "social-media-strategy.yaml").deck
strategy = Strategy("x", deck, "en")
for card in deck.cards:
    find(strategy, today=date(2026, 11, 16), card=card)
strategy.set_value("situation", ("ads",))
find(strategy, today=date(2026, 11, 16), card=deck.cards[0])
print([name for name in sys.modules if ".checks" in name and not name.startswith("impactcards.deck")])
"""


def test_nothing_is_loaded_before_a_check_could_speak() -> None:
    """Forms that speak of unanswered cards are loaded only where their condition holds."""
    assert run_python("-c", _FIRST_CARD).stdout.strip() == "[]"


@pytest.mark.parametrize("tables", [1, 10])
def test_a_hundred_checks_over_five_hundred_rows_find_what_is_wrong(tables: int) -> None:
    """How long it takes is printed by the benchmarks."""
    strategy = strategy_of(tables)
    today = date(2026, 11, 16)
    assert len(strategy.deck.checks) == 100
    kept = Kept(strategy, today)
    assert find(strategy, today=today) == kept.all() == []
    type_into(strategy, 1000)
    found = find(strategy, today=today)
    assert {(finding.card, finding.row) for finding in found} == {("table-0", "r0")}
    assert kept.all() == found
