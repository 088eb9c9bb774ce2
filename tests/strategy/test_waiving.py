"""Waived findings: set aside with a reason, taken back, merged, and still named when they are gone."""

from __future__ import annotations

from datetime import date

import pytest
from small_deck import items, play, put

from impactcards.document.markdown import to_markdown
from impactcards.document.outline import build
from impactcards.records import replace
from impactcards.strategy.answer import NOTHING
from impactcards.strategy.findings import find
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.waiving import Waived, set_aside, take_back, waive, waived
from impactcards.words import words

TODAY = date(2026, 5, 2)
MIRROR, BUDGET = "outside/mirror//", "outside/budget//"


def found(strategy: Strategy) -> list[str]:
    return [finding.id for finding in find(strategy, today=TODAY)]


def test_a_finding_is_set_aside_and_said_again() -> None:
    strategy = play(mirror=7, budget=-5)
    heard: list[str] = []
    strategy.listen(heard.append)
    assert waive(strategy, MIRROR, "  We like it ") == Waived(MIRROR, "We like it", "2026-05-01")
    assert found(strategy) == [BUDGET]
    assert waived(strategy) == [Waived(MIRROR, "We like it", "2026-05-01")]
    assert take_back(strategy, MIRROR)
    assert found(strategy) == [MIRROR, BUDGET]
    assert waived(strategy) == []
    assert heard == ["", ""]
    assert not take_back(strategy, MIRROR)
    assert heard == ["", ""]


def test_the_model_refuses_nothing() -> None:
    strategy = play(mirror=7)
    waive(strategy, MIRROR)
    waive(strategy, "nobody/knows//", "why not")
    assert [entry.reason for entry in waived(strategy)] == ["", "why not"]
    assert found(strategy) == []


def test_waiving_again_changes_the_reason_and_keeps_the_rest() -> None:
    strategy = play(mirror=7, budget=-5)
    strategy.lists["waived"] = [{"finding": MIRROR, "reason": "a", "date": "2026-01-01", "x-by": "Ada"}]
    waive(strategy, BUDGET, "b")
    waive(strategy, MIRROR, "c")
    assert strategy.lists["waived"] == [
        {"finding": MIRROR, "reason": "c", "date": "2026-05-01", "x-by": "Ada"},
        {"finding": BUDGET, "reason": "b", "date": "2026-05-01"},
    ]


def test_one_that_no_longer_exists_is_told_apart() -> None:
    strategy = play(mirror=7, budget=-5)
    waive(strategy, MIRROR, "a")
    waive(strategy, BUDGET, "b")
    waive(strategy, "odd", "c")
    waive(strategy, "outside/gone//", "d")
    put(strategy, "budget", 5)
    listed = set_aside(strategy, today=TODAY)
    assert [(one.waived.finding_id, one.finding is not None) for one in listed] == [
        (MIRROR, True),
        (BUDGET, False),
        ("odd", False),
        ("outside/gone//", False),
    ]


@pytest.mark.parametrize("entry", [{}, {"finding": None}, {"finding": 3, "reason": ["x"], "date": None}, {"id": "x"}])
def test_an_odd_entry_is_no_traceback(entry: dict[str, object]) -> None:
    strategy = play(mirror=7)
    strategy.lists["waived"] = [entry, {"finding": MIRROR}, {"finding": MIRROR, "reason": "again"}]
    assert found(strategy) == []
    assert waived(strategy)[-1] == Waived(MIRROR)
    set_aside(strategy, today=TODAY)
    take_back(strategy, MIRROR)
    assert found(strategy) == [MIRROR]


def printed(strategy: Strategy, language: str = "en") -> str:
    return to_markdown(build(strategy, today=TODAY, say=words(language)))


def test_the_document_prints_it_with_its_reason() -> None:
    strategy = play(mirror=7, goals=items("A"), channels=[{"id": "c222", "channel": "*Blog*", "posts": -1}])
    waive(strategy, MIRROR, "Seven is *our* figure.\nReally.")
    waive(strategy, "missing/channels/c222/goals")
    waive(strategy, "missing/gone/c222/goals", "gone")
    text = printed(strategy)
    part = text[text.index("### Seen and left as it is") :]
    assert (
        "- “Mirror”: 7 is outside 1 to 5. Typed on purpose? Left so on purpose: Seven is \\*our\\* figure. Really.\n"
        "- “\\*Blog\\*” serves no goal. Left so on purpose.\n"
    ) in part
    assert text.count("Typed on purpose") == 2  # the other one, of the posts, is still open
    strategy.lists["waived"] = []
    assert "Seen and left" not in printed(strategy)


def test_the_document_says_nothing_of_what_is_gone_hidden_or_sealed() -> None:
    strategy = play(mirror=7)
    waive(strategy, MIRROR, "Ours")
    assert "Ours" in printed(strategy)
    deck = strategy.deck
    strategy.deck = replace(deck, cards=tuple(replace(card, sealed=card.id == "mirror") for card in deck.cards))
    assert "Ours" not in printed(strategy)
    strategy.deck = deck
    strategy.put("mirror", NOTHING)
    assert "Ours" not in printed(strategy)
