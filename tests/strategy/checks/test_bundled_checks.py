"""Each check of the bundled decks: a strategy that breaks it, with the sentence it says, and one that does not."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest
from small_deck import play
from strategy.checks.bundled_cases import DRILL, SOCIAL, Case

from impactcards.deck.kinds import TableAnswer
from impactcards.deck.library import bundled_folder
from impactcards.deck.loader import load_deck
from impactcards.deck.model import Deck
from impactcards.strategy.findings import Finding, find
from impactcards.words import fill_in, words

TODAY = date(2026, 11, 16)


@cache
def deck(name: str, language: str = "en") -> Deck:
    return load_deck(bundled_folder() / f"{name}.yaml", language=language).deck


CASES = [
    pytest.param(name, check, case, id=check)
    for name, cases in (("social-media-strategy", SOCIAL), ("crisis-drill", DRILL))
    for check, case in cases.items()
]


def said(name: str, check: str, language: str = "en", **answers: Any) -> list[Finding]:
    strategy = play(deck(name, language), language, **answers)
    return [finding for finding in find(strategy, today=TODAY) if finding.rule == check]


def test_no_check_is_left_out() -> None:
    """``unchanged`` has its own tests, because it needs the past."""
    assert [check.id for check in deck("social-media-strategy").checks] == [*SOCIAL, "three-times-the-same"]
    assert [check.id for check in deck("crisis-drill").checks] == list(DRILL)


def sentences(name: str, check: str, case: Case) -> list[str]:
    """What the deck says, with the expected values; a placeholder nobody expects stays one."""
    declared = next(declared for declared in deck(name).checks if declared.id == check)
    card = deck(name).card(case.card)
    assert card is not None
    own: dict[str, str] = {}
    if isinstance(card.answer, TableAnswer):
        own = {row.id: row.title for row in card.answer.rows} if isinstance(card.answer.rows, tuple) else {}
        for column in card.answer.columns:
            own |= {option.id: option.title for option in getattr(column.cell, "options", ())}
    expected = []
    for row, values in zip(case.rows, case.values, strict=True):
        params = {"title": card.title, "row": row, "item": row, **values}
        expected.append(fill_in(declared.says, {key: own.get(value, value) for key, value in params.items()}))
    return expected


@pytest.mark.parametrize(("name", "check", "case"), CASES)
def test_what_breaks_a_check_is_said(name: str, check: str, case: Case) -> None:
    found = said(name, check, **case.broken)
    assert [finding.worded(words("en")) for finding in found] == sentences(name, check, case)
    assert [(finding.card, finding.row) for finding in found] == [(case.card, row) for row in case.rows]
    declared = next(declared for declared in deck(name).checks if declared.id == check)
    for finding in found:
        assert "{" not in finding.worded(words("en"))
        assert finding.id == f"{check}/{case.card}/{finding.row}/{finding.column}"
        assert finding.column == declared.of[0].column
        assert finding.counters == declared.counters
        assert finding.cards[0] == case.card


@pytest.mark.parametrize(("name", "check", "case"), CASES)
def test_what_mends_it_is_not(name: str, check: str, case: Case) -> None:
    assert said(name, check, **{**case.broken, **case.fine}) == []


@pytest.mark.parametrize(("name", "check", "case"), CASES)
def test_an_empty_strategy_breaks_nothing(name: str, check: str, case: Case) -> None:
    assert said(name, check) == []


@pytest.mark.parametrize(("name", "check", "case"), CASES)
def test_nothing_is_said_about_a_card_that_is_skipped_or_not_read(name: str, check: str, case: Case) -> None:
    for change in ({"put_off": "skipped"}, {"raw": ["?"]}):
        strategy = play(deck(name), **case.broken)
        strategy.put(case.card, strategy.answer(case.card).with_(**change))
        assert check not in {finding.rule for finding in find(strategy, today=TODAY)}


@pytest.mark.parametrize(("name", "check", "case"), CASES)
def test_it_is_said_in_german_too(name: str, check: str, case: Case) -> None:
    found = said(name, check, "de", **case.broken)
    assert [finding.row for finding in found] == case.rows
    for finding in found:
        sentence = finding.worded(words("de"))
        assert sentence not in sentences(name, check, case)
        assert "{" not in sentence


@pytest.mark.parametrize(("name", "check", "case"), CASES)
def test_a_hidden_card_says_nothing(name: str, check: str, case: Case) -> None:
    """Cards with a condition of their own are hidden by an answer that does not name what they are for."""
    if case.card in ("ads", "ai-use"):
        assert said(name, check, situation=["none"], **case.broken) == []
    elif case.card == "readings":
        assert said(name, check, **{**case.broken, "targets": None}) == []


def test_figures_are_written_as_the_language_writes_them() -> None:
    broken = SOCIAL["hours-over-capacity"].broken
    (found,) = said("social-media-strategy", "hours-over-capacity", "de", **broken)
    assert "120,5" in found.worded(words("de"))
    broken = SOCIAL["step-overdue"].broken
    (found,) = said("social-media-strategy", "step-overdue", "de", **broken)
    assert "15. Nov" in found.worded(words("de"))


def test_all_cards_that_have_to_do_with_it_are_named() -> None:
    def cards(check: str) -> tuple[str, ...]:
        return said("social-media-strategy", check, **SOCIAL[check].broken)[0].cards

    assert cards("hours-over-capacity") == ("effort", "people")
    assert cards("line-crossed") == ("readings", "bet", "targets")
    assert cards("one-leg") == ("channels", "goals", "owned")
    assert cards("review-after-target") == ("review-date", "targets")
    assert cards("unsaid-promise") == ("initiative", "ambition")
