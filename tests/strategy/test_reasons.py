"""Every finding can say why it is said, in the strategy's language; and every one names what it is about."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from small_deck import CARDS, CHANNELS, GOALS, card, deck_of, items, play
from strategy.checks.bundled_cases import SOCIAL

from impactcards.deck.kinds import ListAnswer, TextAnswer
from impactcards.deck.library import bundled_folder
from impactcards.deck.loader import load_deck
from impactcards.deck.model import Deck, Span
from impactcards.strategy.findings import find
from impactcards.strategy.findings.reasons import _FORMS
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Item
from impactcards.words import words

TODAY = date(2026, 11, 16)


def everything(language: str) -> Strategy:
    """A strategy that breaks every rule which follows from what a card asks for."""
    core = card("core", TextAnswer(), core=True, why="It holds the rest together.")
    bare = card("bare", TextAnswer(), core=True)
    least = card("least", ListAnswer(at_least=2))
    old = [
        card(f"old-{n}", TextAnswer(), fresh_for=span) for n, span in enumerate((Span(2, "weeks"), Span(1, "months")))
    ]
    deck = deck_of(*CARDS, core, bare, least, *old)
    strategy = play(
        deck,
        language,
        goals=items("A", "B", "C", "D"),
        main_goal=["a222"],
        mirror=7,
        budget="much",
        least=items("one"),
        channels=[{"id": "c222", "channel": "Blog"}, {"id": "d222", "channel": "Shop", "goals": ["b222"]}],
        promise=[{"id": "c222", "hours": 3}],
        old_0="x",
        old_1="x",
    )
    strategy.set_value("goals", (*(Item(f"{letter}222", letter) for letter in "bcd"), Item("e222", "E")))
    return strategy


EXPECTED = {
    "unanswered": "It holds the rest together.",
    "missing": "The deck asks for this cell in every row.",
    "empty-row": "There is a row for this, and nothing in it yet.",
    "uncovered": "The deck wants each of these to be picked at least once, so that none of them is forgotten.",
    "too-many": "The deck draws a line here, because few that are done beat many that are not.",
    "too-few": "The deck asks for more here, because choosing needs something to choose from.",
    "removed": "What this answer points to has been taken out since.",
    "unread": "Only a figure or a day can be compared with others. What you typed stays as it is.",
    "outside": "The deck says between which figures this usually lies. What you typed stays as it is.",
    "aged": "The deck trusts this answer for 2 weeks, and as long as what it picks stays the same.",
}


def test_each_derived_rule_has_a_reason() -> None:
    strategy = everything("en")
    reasons: dict[str, str] = {}
    for finding in find(strategy, today=TODAY):
        reasons.setdefault(finding.rule, finding.reason(strategy.deck, words("en")))
    assert reasons == EXPECTED


@pytest.mark.parametrize("language", ["en", "de"])
def test_each_derived_finding_is_whole(language: str) -> None:
    """An id of its own, a sentence that names its card or row, a reason, and cards to go to."""
    strategy, say = everything(language), words(language)
    found = find(strategy, today=TODAY)
    assert {finding.rule for finding in found} == set(EXPECTED)
    assert len({finding.id for finding in found}) == len(found)
    for finding in found:
        about = strategy.deck.card(finding.card)
        assert about is not None
        sentence, reason = finding.worded(say), finding.reason(strategy.deck, say)
        names = [about.title, *(item.text for held in ("channels", "goals") for item in strategy.items(held))]
        assert any(name in sentence for name in names), sentence
        assert reason
        assert "{" not in sentence + reason
        assert finding.cards[0] == finding.card
        assert all(strategy.deck.card(card_id) for card_id in finding.cards)


@pytest.mark.parametrize("rule", [rule for rule in EXPECTED if rule != "unanswered"])
def test_derived_findings_speak_german(rule: str) -> None:
    english, german = everything("en"), everything("de")
    deck_words = ("“{}” serves no goal.", "No channel serves “{}”.")

    def sentences(strategy: Strategy, language: str) -> set[str]:
        found = [finding for finding in find(strategy, today=TODAY) if finding.rule == rule]
        said = {finding.worded(words(language)) for finding in found}
        return {
            one
            for one in said
            if not any(part in one for held in deck_words for part in held.split("{}") if part.strip("“”"))
        }

    assert sentences(english, "en").isdisjoint(sentences(german, "de"))
    reasons = [
        next(f for f in find(held, today=TODAY) if f.rule == rule).reason(held.deck, words(tongue))
        for held, tongue in ((english, "en"), (german, "de"))
    ]
    assert reasons[0] != reasons[1]


def test_a_whole_strategy_breaks_no_derived_rule() -> None:
    deck = deck_of(GOALS, CHANNELS, card("core", TextAnswer(), core=True, fresh_for=Span(12, "months")))
    channels = [{"id": "c222", "channel": "Blog", "goals": ["a222"], "posts": 2, "fit": 3, "start": "2026-01-01"}]
    assert find(play(deck, goals=items("A"), channels=channels, core="x"), today=TODAY) == []


@cache
def social(language: str) -> Deck:
    return load_deck(bundled_folder() / "social-media-strategy.yaml", language=language).deck


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("check", list(SOCIAL))
def test_each_check_of_the_deck_has_a_reason_that_names_its_cards(check: str, language: str) -> None:
    deck = social(language)
    strategy = play(deck, language, **SOCIAL[check].broken)
    found = [finding for finding in find(strategy, today=TODAY) if finding.rule == check]
    assert found
    for finding in found:
        reason = finding.reason(deck, words(language))
        assert reason.endswith(".")
        assert all(card.title in reason for card_id in finding.cards if (card := deck.card(card_id)))


def test_every_form_has_a_reason() -> None:
    from impactcards.strategy.checks import FORMS

    assert set(_FORMS) == set(FORMS)
