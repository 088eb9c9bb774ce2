"""The table of deeds: no key twice, none that a terminal or a field needs for itself, each letter by Esc too."""

from collections import Counter

import pytest
from textual.binding import Binding

from impactcards.tui.keys import CARD_BAR, CARD_DEEDS, SHELF_DEEDS, bindings, shown_key
from impactcards.tui.leading.deeds import LEAD_DEEDS
from impactcards.tui.reviewing.deeds import REVIEW_DEEDS
from impactcards.tui.screens.card import CardScreen
from impactcards.tui.screens.lead import LeadScreen
from impactcards.tui.screens.shelf import ShelfScreen

#: Kept by fields (editing), multiplexers, or the terminal itself.
TAKEN = {
    "ctrl+a",
    "ctrl+b",
    "ctrl+c",
    "ctrl+d",
    "ctrl+e",
    "ctrl+h",
    "ctrl+i",
    "ctrl+k",
    "ctrl+m",
    "ctrl+u",
    "ctrl+v",
    "ctrl+w",
    "ctrl+x",
    "f6",
    "f7",
    "f11",
}


@pytest.mark.parametrize(
    "deeds", [CARD_DEEDS, REVIEW_DEEDS, SHELF_DEEDS, LEAD_DEEDS], ids=["card", "review", "shelf", "lead"]
)
def test_no_key_means_two_things(deeds) -> None:
    counted = Counter(key for deed in deeds for key in (*deed.keys, *deed.letters))
    assert counted
    assert [key for key, n in counted.items() if n > 1] == []


def test_no_deed_takes_a_key_that_is_needed_elsewhere() -> None:
    assert not TAKEN & {key for deed in (*CARD_DEEDS, *LEAD_DEEDS) for key in deed.keys}
    assert not {"b", "f"} & {letter for deed in CARD_DEEDS for letter in deed.letters}, (
        "Esc b and Esc f arrive as ctrl+arrows"
    )


def test_each_letter_also_works_as_escape_and_letter() -> None:
    made = [b for b in bindings(CARD_DEEDS) if isinstance(b, Binding)]
    aliases = {key for b in made if b.priority for key in b.key.split(",")}
    letters = {letter for deed in CARD_DEEDS for letter in deed.letters if len(letter) == 1}
    assert letters
    assert {f"alt+{letter}" for letter in letters} <= aliases


def test_every_deed_can_be_reached_and_done() -> None:
    for deed in CARD_DEEDS:
        assert deed.keys or deed.letters, deed.id
        assert hasattr(CardScreen, f"action_{deed.action}"), deed.id
    for deed in LEAD_DEEDS:
        assert deed.keys or deed.letters, deed.id
        assert hasattr(LeadScreen, f"action_{deed.action}"), deed.id
    for deed in SHELF_DEEDS:
        assert hasattr(ShelfScreen, f"action_{deed.action}"), deed.id
    assert set(CARD_BAR) <= {deed.id for deed in CARD_DEEDS}


@pytest.mark.parametrize(
    ("key", "shown"), [("ctrl+o", "^O"), ("f2", "F2"), ("pagedown", "PgDn"), ("ctrl+enter", "Ctrl+Enter"), ("n", "n")]
)
def test_keys_are_shown_as_people_know_them(key, shown) -> None:
    assert shown_key(key) == shown
