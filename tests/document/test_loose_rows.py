"""Rows of a table that the deck counts among the loose ends."""

from __future__ import annotations

from datetime import date

import pytest
from small_deck import DECK, items, play

from impactcards.deck.library import bundled_folder
from impactcards.deck.loader import load_deck
from impactcards.deck.model import Card, Check, DocumentPlan, LooseEnd, Reference
from impactcards.document.markdown import to_markdown
from impactcards.document.outline import build
from impactcards.records import replace
from impactcards.strategy.answer import Answer
from impactcards.strategy.strategy import Strategy
from impactcards.words import words

TODAY = date(2026, 11, 16)
POOR = LooseEnd("channels", {"fit": {"below": 3}})
OLD = LooseEnd("channels", {"start": {"older_than": "1 year"}})
CHANNELS = [
    {"id": "c222", "channel": "Blog *b*", "goals": ["a222"], "fit": 1, "start": "2020-01-01"},
    {"id": "d222", "channel": "Shop", "goals": ["a222"], "fit": 5, "start": "2025-11-15"},
    {"id": "e222", "channel": "Fair", "goals": ["a222"], "start": "2026-11-15"},
]


def planned(*ends: LooseEnd, checks: tuple[Check, ...] = ()) -> Strategy:
    """A strategy whose deck counts some rows among the loose ends."""
    deck = replace(DECK, document=DocumentPlan(loose_ends=ends), checks=checks)
    return play(deck, goals=items("Leads"), channels=CHANNELS)


def open_lines(strategy: Strategy) -> list[str]:
    """What the document lists as still open."""
    outline = build(strategy, today=TODAY, say=words("en"))
    ends = "".join(part for part in to_markdown(outline).partition("## What is still open")[1:])
    return [line.removeprefix("- ") for line in ends.splitlines() if line.startswith("- ")]


def test_rows_are_listed_once_whatever_names_them() -> None:
    assert open_lines(planned(POOR)) == ["Channels: “Blog \\*b\\*”"]
    assert open_lines(planned(POOR, OLD)) == ["Channels: “Blog \\*b\\*”", "Channels: “Shop”"]
    assert open_lines(planned()) == []


def test_a_row_of_which_a_check_speaks_is_not_listed_again() -> None:
    check = Check("poor", "rows", (Reference("channels", "fit"),), "“{row}” is poor.", where={"fit": {"below": 3}})
    strategy = planned(POOR, checks=(check,))
    assert open_lines(strategy) == ["“Blog \\*b\\*” is poor."]
    strategy.lists["waived"] = [{"finding": "poor/channels/c222/fit"}]
    assert open_lines(strategy) == ["Channels: “Blog \\*b\\*”", "“Blog \\*b\\*” is poor. Left so on purpose."]


def test_what_cannot_be_read_or_was_put_off_has_no_rows() -> None:
    strategy = planned(POOR)
    strategy.put("channels", Answer(put_off="skipped"))
    assert not any("Blog" in line for line in open_lines(strategy))
    strategy.put("channels", Answer(raw={"odd": "Blog"}))
    assert not any("Blog" in line for line in open_lines(strategy))
    assert open_lines(planned(LooseEnd("gone", {}), LooseEnd("goals", {}))) == []


def test_a_sealed_answer_is_quoted_by_no_finding() -> None:
    """Not by one of its own card, and not by a check that only reads it."""

    def sealed(card: Card) -> Card:
        return replace(card, sealed=True) if card.id == "budget" else card

    check = Check("dear", "sum", (Reference("channels", "fit"),), "{b}", compare="below", to=Reference("budget"))
    deck = replace(DECK, cards=tuple(map(sealed, DECK.cards)), checks=(check,))
    channels = [{"id": "c222", "channel": "Blog", "goals": ["a222"], "fit": 1}]
    strategy = play(deck, goals=items("Leads"), channels=channels, budget=77)
    assert open_lines(strategy) == []
    strategy.deck = replace(deck, cards=DECK.cards)
    assert open_lines(strategy) == ["77"]


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_deck_of_the_strategy_lists_what_is_only_believed(language: str) -> None:
    deck = load_deck(bundled_folder() / "social-media-strategy.yaml", language=language).deck
    card = deck.card("assumptions")
    assert card is not None
    believed = {"id": "aaaa", "assumption": "Planners read newsletters", "basis": ["believed"], "test": "Ask"}
    told = {"id": "bbbb", "assumption": "Parents use the telephone", "basis": ["told"], "test": "Ask"}
    strategy = play(deck, language, assumptions=[believed, told])
    text = to_markdown(build(strategy, today=TODAY))
    ends = text[text.rindex("\n## ") :]
    assert card.title in ends
    assert "Planners read newsletters" in ends
    assert "Parents use the telephone" not in ends
