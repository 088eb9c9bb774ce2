"""What the example company left open, when checks are loaded, and how long they take."""

from __future__ import annotations

import time
from datetime import date

import pytest
from running import run_python
from small_deck import card, deck_of

from impactcards.deck.kinds import ChoiceAnswer, Column, NumberAnswer, Option, ScaleAnswer, TableAnswer, TextAnswer
from impactcards.deck.library import Library, bundled_folder
from impactcards.deck.model import Check, Reference
from impactcards.home import Home
from impactcards.records import replace
from impactcards.strategy.answer import Answer
from impactcards.strategy.findings import find
from impactcards.strategy.folder import open_strategy
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import TableRow
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


OPTIONS = tuple(Option(name, name) for name in ("open", "done", "other"))
BIG = card(
    "big",
    TableAnswer(
        columns=(
            Column("name", "Name", TextAnswer()),
            Column("hours", "Hours", NumberAnswer()),
            Column("given", "Given", NumberAnswer()),
            Column("state", "State", ChoiceAnswer(options=OPTIONS)),
            Column("fit", "Fit", ScaleAnswer()),
        )
    ),
)
FORMS = (
    {"form": "rows", "of": "state", "where": {"state": {"is": "other"}}},
    {"form": "rows", "of": "state", "where": {"any": [{"state": {"is": "other"}}, {"fit": {"below": 2}}]}},
    {"form": "each", "of": "hours", "compare": "above", "to": Reference("big", "given")},
    {"form": "sum", "of": "hours", "compare": "below", "to": 3},
    {"form": "none", "of": "state", "where": {"state": {"has": "done"}}},
)


def test_a_hundred_checks_over_five_hundred_rows_are_quick() -> None:
    """20 ms on a quiet machine; the best of some tries, with room for a busy one."""
    cells = [
        {"name": f"R{n}", "hours": n, "given": n + 1, "state": (("open", "done")[n % 2],), "fit": 3} for n in range(500)
    ]
    checks = [
        Check(f"check-{n}", str(made["form"]), (Reference("big", str(made["of"])),), "{row}", **rest)  # type: ignore[arg-type]
        for n in range(100)
        for made in [FORMS[n % len(FORMS)]]
        for rest in [{key: value for key, value in made.items() if key not in ("form", "of")}]
    ]
    deck = replace(deck_of(BIG), checks=tuple(checks))
    rows = tuple(TableRow(f"r{n}", held) for n, held in enumerate(cells))
    strategy = Strategy("Big", deck, "en", answers={"big": Answer(value=rows)})
    took = []
    for _ in range(10):
        started = time.perf_counter()
        assert find(strategy, today=date(2026, 11, 16)) == []
        took.append(time.perf_counter() - started)
    assert min(took) < 0.06
