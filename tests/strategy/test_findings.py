"""Findings that follow from what a deck asks for: each said once, in one sentence, under an id that stays."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import small_deck
from generated_data import DATA
from hypothesis import given, settings
from hypothesis import strategies as st
from small_deck import CHANNELS, DECK, GOALS, PROMISE, RULES, card, deck_of, items, play, put

from impactcards.deck.kinds import ChoiceAnswer, Column, ListAnswer, NumberAnswer, TableAnswer, TextAnswer
from impactcards.deck.model import Condition, Span
from impactcards.strategy.answer import Answer
from impactcards.strategy.findings import Finding, find
from impactcards.strategy.hand import Hand
from impactcards.strategy.values import Item
from impactcards.words import words

SAY = words("en")
TODAY = date(2026, 5, 2)
CORE = deck_of(
    *(card(held.id, held.answer, core=held.id in ("goals", "promise"), when=held.when) for held in DECK.cards)
)


def said(found: list[Finding]) -> dict[str, str]:
    """The sentences by their ids, in order; no id comes twice."""
    assert len({finding.id for finding in found}) == len(found)
    return {finding.id: finding.worded(SAY) for finding in found}


def channel(row_id: str = "c222", **cells: Any) -> dict[str, Any]:
    return {"id": row_id, "channel": "Blog", "goals": ["a222"], **cells}


LEADS = items("Leads")

CASES = [
    # what is asked, the answers, the findings
    ("nothing is asked for in a deck without core cards", DECK, {}, {}),
    (
        "a core card is unanswered; a blocked one is no gap",
        CORE,
        {},
        {"unanswered/goals//": "“Goals” is still unanswered. It belongs in every complete strategy."},
    ),
    (
        "over a limit",
        DECK,
        {"goals": items("A", "B", "C", "D"), "channels": [channel(goals=["a222", "b222", "c222", "d222"])]},
        {"too-many/goals//": "“Goals”: 4 are more than 3. Which one would you defend if you had to drop one?"},
    ),
    (
        "more than one pick where one is meant",
        DECK,
        {"goals": LEADS, "main_goal": ["a222", "a223"], "channels": [channel()]},
        {
            "too-many/main-goal//": "“Aim”: 2 are more than 1. Which one would you defend if you had to drop one?",
            "removed/main-goal//": "“a223” was removed; “Aim” still points to it.",
        },
    ),
    (
        "required cells, in the deck's words or the usual ones",
        DECK,
        {"channels": [{"id": "c222", "posts": 2}]},
        {
            "missing/channels/c222/channel": "“row 1”: Channel is still open.",
            "missing/channels/c222/goals": "“row 1” serves no goal.",
        },
    ),
    (
        "a row without any answer is one finding",
        DECK,
        {
            "goals": LEADS,
            "channels": [channel(), channel("d222", channel="Shop")],
            "promise": [{"id": "c222", "note": "x"}],
        },
        {
            "missing/promise/c222/hours": "“Blog”: Hours is still open.",
            "empty-row/promise/d222/": "“Shop” is not answered in “Promise” yet.",
        },
    ),
    (
        "so is a row that the deck names",
        DECK,
        {"rules": [{"id": "blame", "reaction": ["ads"]}]},
        {"empty-row/rules/praise/": "“Praise” is not answered in “Rules” yet."},
    ),
    (
        "an item that no row picks",
        DECK,
        {"goals": items("Leads", "Fame"), "channels": [channel()]},
        {"uncovered/channels/b222/goals": "No channel serves “Fame”."},
    ),
    (
        "nothing is covered in an empty table: one finding",
        DECK,
        {"goals": items("Leads", "Fame")},
        {"uncovered/channels//goals": "“Channels” is still empty, so nothing from “Goals” is covered there yet."},
    ),
    (
        "an unknown option",
        DECK,
        {"situation": ["ads", "of-old"]},
        {"removed/situation//": "“of-old” can no longer be chosen; “Situation” still points to it."},
    ),
    (
        "what does not parse",
        DECK,
        {"mirror": "often", "budget": "a lot", "review": "soon"},
        {
            "unread/mirror//": "“Mirror”: “often” is no step of the scale from 1 to 5.",
            "unread/budget//": "“Budget”: “a lot” could not be read as a number.",
            "unread/review//": "“Review”: “soon” could not be read as a date. Which day is meant?",
        },
    ),
    (
        "what does not parse in a table",
        DECK,
        {"goals": LEADS, "channels": [channel(posts="many", start="5.13.", fit="x")]},
        {
            "unread/channels/c222/posts": "“Blog”, Posts: “many” could not be read as a number.",
            "unread/channels/c222/start": "“Blog”, Start: “5.13.” could not be read as a date. Which day is meant?",
            "unread/channels/c222/fit": "“Blog”, Fit: “x” is no step of the scale from 1 to 5.",
        },
    ),
    (
        "outside the limits",
        DECK,
        {"mirror": 7, "budget": 250000, "goals": LEADS, "channels": [channel(posts=-1)]},
        {
            "outside/mirror//": "“Mirror”: 7 is outside 1 to 5. Typed on purpose?",
            "outside/budget//": "“Budget”: 250,000 is outside 0 to 100,000. Typed on purpose?",
            "outside/channels/c222/posts": "“Blog”, Posts: -1 is below 0. Typed on purpose?",
        },
    ),
    (
        "empty rows of a free table are nobody's business",
        DECK,
        {"goals": LEADS, "channels": [channel(), {"id": "d222"}]},
        {},
    ),
]


@pytest.mark.parametrize(("deck", "answers", "findings"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_it_is_found(deck: Any, answers: dict[str, Any], findings: dict[str, str]) -> None:
    assert said(find(play(deck, **answers), today=TODAY)) == findings


def test_a_removed_item_is_named() -> None:
    strategy = play(goals=items("Leads", "Fame"), order=["a222", "b222"], channels=[channel(goals=["a222", "b222"])])
    strategy.set_value("goals", ())
    assert said(find(strategy, today=TODAY)) == {
        "removed/order//": "“Leads”, “Fame” were removed; “Order” still points to them.",
        "removed/channels/c222/goals": "“Leads”, “Fame” were removed; “Blog” still points to them.",
    }
    strategy.set_value("goals", (Item("a222", "Leads"),))
    found = find(strategy, today=TODAY)
    assert said(found)["removed/channels/c222/goals"] == "“Fame” was removed; “Blog” still points to it."
    assert found[-1].cards == ("channels", "goals")


def test_too_few_entries_are_counted_without_blank_ones() -> None:
    two = card("two", ListAnswer(at_least=2))
    strategy = play(deck_of(two), two=items("one", " "))
    assert said(find(strategy, today=TODAY)) == {"too-few/two//": "“Two”: only 1 so far; 2 make it a choice."}


def test_findings_come_in_deck_order_and_row_by_row() -> None:
    strategy = play(goals=items("A", "B"), channels=[{"id": "z222", "fit": 9}, channel(goals=[], fit=8, start="x")])
    assert [finding.id for finding in find(strategy, today=TODAY)] == [
        "missing/channels/z222/channel",
        "missing/channels/z222/goals",
        "outside/channels/z222/fit",
        "missing/channels/c222/goals",
        "unread/channels/c222/start",
        "outside/channels/c222/fit",
        "uncovered/channels/a222/goals",
        "uncovered/channels/b222/goals",
    ]


def test_typed_text_is_never_a_template_nor_a_rule() -> None:
    strategy = play(goals=items("{row} {title}"), channels=[channel(channel="{item}{column}\n{n}", goals=[])])
    assert list(said(find(strategy, today=TODAY)).values()) == [
        "“{item}{column} {n}” serves no goal.",
        "No channel serves “{row} {title}”.",
    ]
    strategy = play(review="{title}", rules=[{"id": "praise", "reaction": ["{row}"]}])
    sentences = list(said(find(strategy, today=TODAY)).values())
    assert sentences[0] == "“Review”: “{title}” could not be read as a date. Which day is meant?"
    assert sentences[1] == "“{row}” can no longer be chosen; “Praise” still points to it."


def test_nothing_is_said_of_skipped_hidden_or_unreadable_cards() -> None:
    hidden = card("hidden", TextAnswer(), core=True, when=Condition("answered", "words", True))
    read_only = card("raw", TextAnswer(), core=True)
    core = card("core", TextAnswer(), core=True)
    strategy = play(deck_of(card("words", TextAnswer()), hidden, read_only, core))
    strategy.put("raw", Answer(raw=["not", "text"]))
    assert [finding.card for finding in find(strategy, today=TODAY)] == ["core"]
    strategy.put_off("core", "later")
    assert [finding.card for finding in find(strategy, today=TODAY)] == ["core"]
    strategy.put_off("core", "skipped")
    assert find(strategy, today=TODAY) == []
    assert find(strategy, today=TODAY, card=hidden) == []


def test_waived_findings_are_left_out() -> None:
    strategy = play(mirror=7, budget=-5)
    strategy.lists["waived"] = [{"finding": "outside/mirror//", "reason": "We like it", "date": "2026-05-01"}]
    assert [finding.id for finding in find(strategy, today=TODAY)] == ["outside/budget//"]


def test_findings_can_keep_to_a_hand_or_a_card() -> None:
    strategy = play(mirror=7, budget=-5)
    by_id = {held.id: held for held in DECK.cards}
    assert [f.card for f in find(strategy, today=TODAY, hand=Hand(None, (by_id["budget"],)))] == ["budget"]
    assert [f.card for f in find(strategy, today=TODAY, card=by_id["mirror"])] == ["mirror"]


def test_an_aged_answer_is_asked_again() -> None:
    aging = card("words", TextAnswer(), fresh_for=Span(6, "months"), counters=("no-adaptation", "no-evidence"))
    strategy = play(deck_of(aging), words="x")
    assert find(strategy, today=date(2026, 10, 31)) == []
    found = find(strategy, today=date(2026, 11, 1))
    assert said(found) == {"aged/words//": "“Words” was last looked at on 1 May 2026. Is it still true?"}
    assert found[0].counters == "no-adaptation"


def test_a_reworded_item_is_named_in_what_has_aged() -> None:
    channels = card("channels", CHANNELS.answer, fresh_for=Span(6, "months"))
    strategy = play(deck_of(GOALS, channels), goals=LEADS, channels=[channel()])
    strategy.set_value("goals", (Item("a222", "Orders"),))
    assert said(find(strategy, today=TODAY)) == {
        "aged/channels//": "“Orders” has been reworded since “Channels” was answered. Is that still true?"
    }


def test_numbers_are_in_the_strategys_language() -> None:
    found = find(play(DECK, "de", budget=250000.5), today=TODAY)
    assert "250.000,5" in found[0].worded(SAY)


def test_a_table_named_by_another_kind_than_text_has_row_names() -> None:
    table = card(
        "spend",
        TableAnswer(
            columns=(Column("sum", "Sum", NumberAnswer(unit="€")), Column("for", "For", TextAnswer(), required=True))
        ),
    )
    strategy = play(deck_of(table), spend=[{"id": "a222", "sum": 12500}])
    assert list(said(find(strategy, today=TODAY)).values()) == ["“12,500 €”: For is still open."]


def test_rows_of_an_item_that_is_gone_are_not_looked_at() -> None:
    strategy = play(
        deck_of(GOALS, CHANNELS, PROMISE), goals=LEADS, channels=[channel()], promise=[{"id": "c222", "note": "x"}]
    )
    strategy.set_value("channels", small_deck.kinds.from_data(CHANNELS, [channel("d222", channel="Shop")]))
    assert list(said(find(strategy, today=TODAY))) == ["empty-row/promise/d222/"]


def test_cover_needs_a_card_to_cover() -> None:
    table = card("fit", TableAnswer(columns=(Column("pick", "Pick", ChoiceAnswer(source="gone"), cover=True),)))
    assert find(play(deck_of(table, RULES)), today=TODAY) == []


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_whatever_was_answered_each_finding_has_its_own_id_and_sentence(data: st.DataObject) -> None:
    strategy = play(CORE)
    for held in data.draw(st.lists(st.sampled_from(CORE.cards), unique_by=lambda held: held.id)):
        put(strategy, held.id, data.draw(DATA[held.answer.kind]))
    found = find(strategy, today=date(2028, 1, 1))
    assert all(said(found).values())
    one_by_one = [finding for held in CORE.cards for finding in find(strategy, today=date(2028, 1, 1), card=held)]
    assert one_by_one == found
