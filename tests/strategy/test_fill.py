"""Filling from a file: items and picks by their text, in any order, all or nothing, every fault at its place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_deck import CARDS, DECK, items, play

from impactcards.faults import FaultyFile
from impactcards.strategy import kinds
from impactcards.strategy.answer import Answer
from impactcards.strategy.fill import Added, fill
from impactcards.strategy.values import Item, TableRow
from impactcards.words import words
from impactcards.yamltext import dump, read

if TYPE_CHECKING:
    from impactcards.strategy.strategy import Strategy

SAY = words("en")
TODAY = date(2026, 11, 24)


def filled(text: str, strategy: Strategy | None = None) -> Strategy:
    strategy = strategy or play()
    fill(strategy, text, file="answers.yaml", today=TODAY)
    return strategy


def shown(strategy: Strategy, card_id: str) -> list[str]:
    card = strategy.deck.card(card_id)
    assert card is not None
    return kinds.as_lines(card, strategy, SAY)


SHOWN = [
    ("words: One line", "words", ["One line"]),
    ("words: |\n  One\n  two\n", "words", ["One", "two"]),
    ("words: 2027", "words", ["2027"]),
    ("goals: [Leads, 12, yes]", "goals", ["Leads", "12", "yes"]),
    ("goals: Leads", "goals", ["Leads"]),
    ("situation: ads", "situation", ["Paid ads"]),
    ("situation: [paid ADS, team]", "situation", ["Paid ads", "A team, of sorts"]),
    ("mirror: 3", "mirror", ["3 of 5: About half"]),
    ("mirror: about half", "mirror", ["3 of 5: About half"]),
    ("mirror: often", "mirror", ["often"]),
    ("budget: 1250.50", "budget", ["1250.5 €"]),
    ("budget: 1,250 €", "budget", ["1250 €"]),
    ("budget: a lot", "budget", ["a lot"]),
    ("review: 2027-12-05", "review", ["Sun 5 Dec 2027"]),
    ("review: end of March", "review", ["Wed 31 Mar 2027"]),
    ("review: soon", "review", ["soon"]),
    ("order: [Fame, Leads]\ngoals: [Leads, Fame]", "order", ["1. Fame", "2. Leads"]),
    ("main-goal: leads\ngoals: [Leads]", "main-goal", ["Leads"]),
    (
        "channels:\n  Blog: {goals: Leads, posts: 2, start: 5.12., fit: made for it}",
        "channels",
        ["Blog: Leads; 2 a week; 5 Dec 2026; 5 of 5: Made for it"],
    ),
    ("channels:\n  - channel: Blog\n    Serves: [Leads]\n  - Shop", "channels", ["Blog: Leads", "Shop"]),
    ("promise:\n  Blog: {hours: 3h}\nchannels: [Blog]", "promise", ["Blog: 3 h"]),
    ("promise:\n  - {row: Blog, hours: 3}\nchannels: [Blog]", "promise", ["Blog: 3 h"]),
    (
        "rules:\n  Blame: {reaction: [team]}\n  praise: {reaction: ads}",
        "rules",
        ["Praise: Paid ads", "Blame: A team, of sorts"],
    ),
]


@pytest.mark.parametrize(("text", "card_id", "lines"), SHOWN)
def test_a_file_answers_cards(text: str, card_id: str, lines: list[str]) -> None:
    assert shown(filled(text), card_id) == lines


def test_numbers_are_read_as_yaml_or_in_the_strategys_language() -> None:
    strategy = play(DECK, "de")
    for typed, number in (("1.250", 1.25), ('"1.250"', 1250), ("1.250,5", 1250.5)):
        assert filled(f"budget: {typed}", strategy).answer("budget").value == number


def test_the_order_of_cards_does_not_matter() -> None:
    parts = [
        "promise:\n  Blog: {hours: 3}",
        "order: [Fame, Leads]",
        "channels:\n  Blog: {goals: [Leads, Fame]}",
        "goals: [Leads, Fame]",
    ]
    one, other = filled("\n".join(parts)), filled("\n".join(reversed(parts)))
    for card in CARDS:
        assert shown(one, card.id) == shown(other, card.id)
    assert len(one.items("goals")) == 2


def test_a_pick_that_is_not_there_becomes_an_item() -> None:
    strategy = play(goals=items("Leads"))
    result = fill(strategy, "order: [LEADS, Fame]\npromise:\n  Blog: {hours: 2}", file="a.yaml", today=TODAY)
    assert result.added == (Added("goals", "Fame"), Added("channels", "Blog"))
    assert [item.text for item in strategy.items("goals")] == ["Leads", "Fame"]
    assert shown(strategy, "order") == ["1. Leads", "2. Fame"]
    assert shown(strategy, "channels") == ["Blog"]
    assert [card for card, _ in result.changes] == ["goals", "channels", "order", "promise"]


def test_items_keep_their_ids_by_text_then_letter_case_aside() -> None:
    strategy = play(goals=items("Leads", "leads", "Fame"))
    filled("goals: [leads, LEADS, New, fame]", strategy)
    value = strategy.answer("goals").value
    assert isinstance(value, tuple)
    assert value[0] == Item("b222", "leads")
    assert value[1] == Item("a222", "LEADS")
    assert value[3] == Item("c222", "fame")


def test_a_mapping_of_rows_changes_what_it_names() -> None:
    strategy = play(
        channels=[{"id": "c222", "channel": "Blog", "posts": 2, "fit": 3}, {"id": "d222", "channel": "Shop"}]
    )
    filled("channels:\n  blog: {posts: 5, fit: }\n  d222: {posts: 1}\n  New: {}", strategy)
    assert shown(strategy, "channels") == ["Blog: 5 a week", "Shop: 1 a week", "New"]
    assert strategy.answer("channels").value[0].id == "c222"  # type: ignore[index, union-attr]


def test_a_list_of_rows_is_all_there_is() -> None:
    strategy = play(channels=[{"id": "c222", "channel": "Blog", "posts": 2}, {"id": "d222", "channel": "Shop"}])
    filled("channels:\n  - {channel: New}\n  - {channel: Blog, fit: 5}\n  - {channel: Blog}", strategy)
    rows = strategy.answer("channels").value
    assert isinstance(rows, tuple)
    assert rows[1] == TableRow("c222", {"channel": "Blog", "posts": 2, "fit": 5})
    assert shown(strategy, "channels") == ["New", "Blog: 2 a week; 5 of 5: Made for it", "Blog"]


def test_what_is_empty_is_emptied() -> None:
    strategy = play(goals=items("Leads"), words="x", mirror=3, channels=[{"id": "c222", "channel": "Blog"}], rules=[])
    filled("goals:\nwords: ~\nmirror: null\nchannels: []\nrules:", strategy)
    assert not any(strategy.answer(card.id).answered for card in CARDS)


def test_the_same_file_again_changes_nothing() -> None:
    text = "goals: [Leads]\nchannels: [{channel: Blog, goals: leads}]\npromise: {Blog: {hours: 0}}\nmirror: 0"
    strategy = filled(text)
    assert fill(strategy, text, file="a.yaml", today=TODAY).changes == ()


def test_a_dry_run_changes_nothing() -> None:
    strategy = play()
    result = fill(strategy, b"goals: [Leads]", file="a.yaml", dry_run=True)
    assert [card for card, _ in result.changes] == ["goals"]
    assert strategy.answers == {}
    result.apply(strategy)
    assert shown(strategy, "goals") == ["Leads"]


@pytest.mark.parametrize("text", ["", "# nothing\n", "{}"])
def test_an_empty_file_changes_nothing(text: str) -> None:
    assert filled(text).answers == {}
    assert fill(play(), read(text, file="a.yaml"), file="a.yaml").changes == ()


FAULTS = [
    ("gaols: [a]", "1:1: The deck has no card “gaols”. Did you mean “goals”?"),
    ("xyzzy: 1", "1:1: The deck has no card “xyzzy”."),
    ("- goals", "1:1: Write the answers as “card id: value”, one card after the other."),
    ("words: [a]", "1:8: Write one text or number here, not a list or a mapping."),
    ("goals: [{id: a}]", "1:9: Write one text or number here, not a list or a mapping."),
    ("situation: [adds]", "1:13: “adds” is none of the options. Did you mean “ads”?"),
    ("situation: Paid adds", "1:12: “Paid adds” is none of the options. Did you mean “ads”?"),
    ("channels: Blog", "1:11: Write a table as rows by name with “column: value” in them, or as a list of rows."),
    ("channels: {Blog: 5}", "1:18: Write the cells of this row as “column: value”."),
    ("channels: {Blog: {post: 5}}", "1:19: The table has no column “post”. Did you mean “posts”?"),
    ("rules: {prais: {reaction: ads}}", "1:9: The table “Rules” has no row “prais”. Did you mean “praise”?"),
    ("promise: [{hours: 5}]", "1:11: Say which row this is: write “row name: …” with “column: value” in it."),
    ("goals: [a\n", "2:1: "),
]


@pytest.mark.parametrize(("text", "fault"), FAULTS)
def test_what_is_wrong_is_said_with_its_place(text: str, fault: str) -> None:
    strategy = play(goals=items("Leads"))
    before = dict(strategy.answers)
    with pytest.raises(FaultyFile) as caught:
        filled(text, strategy)
    assert caught.value.worded(SAY).startswith(f"answers.yaml:{fault}")
    assert strategy.answers == before


def test_all_faults_are_said_at_once_and_nothing_is_taken() -> None:
    strategy = play()
    with pytest.raises(FaultyFile) as caught:
        filled("goals: [Leads]\nwords: [a]\nchannels: {Blog: {pots: 1}}\nnobody: 1\nsituation: [x, y]", strategy)
    assert [(fault.line, fault.column) for fault in caught.value.faults] == [(2, 8), (3, 19), (4, 1), (5, 13), (5, 16)]
    assert strategy.answers == {}


def test_an_answer_that_cannot_be_read_is_left_alone() -> None:
    strategy = play()
    strategy.put("goals", Answer(raw="kept"))
    with pytest.raises(FaultyFile):
        filled("goals: [Leads]", strategy)


def test_text_is_cleaned() -> None:
    strategy = filled('words: "a\\x07b\\tc"\ngoals: ["a\\eb"]\nchannels: {"B\\x07": {}}')
    assert strategy.answer("words").value == "ab c"
    assert shown(strategy, "goals") == ["ab"]
    assert shown(strategy, "channels") == ["B"]


anything = st.recursive(
    st.sampled_from(["Leads", "ads", "", "3", "5.12.", "row"]) | st.none() | st.integers() | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["goals", "channel", "posts", "fit", "row", "praise", "Blog", "id"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(answers=st.dictionaries(st.sampled_from([*[card.id for card in CARDS], "nobody"]), anything, max_size=4))
def test_any_file_fills_or_faults(answers: dict[str, Any]) -> None:
    """And every value it put can be written and read again."""
    strategy = play(goals=items("Leads"), channels=[{"id": "x222", "channel": "Blog"}])
    before = dict(strategy.answers)
    try:
        fill(strategy, dump(answers), file="a.yaml", today=TODAY)
    except FaultyFile:
        assert strategy.answers == before
        return
    for card in CARDS:
        value = strategy.answer(card.id).value
        assert kinds.from_data(card, kinds.to_data(card, value)) == value
