"""The kinds of answer: reading and writing their data, what is complete, how they are shown and what is typed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import small_deck
from generated_data import DATA, anything, rows
from hypothesis import given, settings
from hypothesis import strategies as st
from small_deck import CARDS, DECK, items, play

from impactcards.strategy import kinds
from impactcards.strategy.values import Item, TableRow
from impactcards.words import words
from impactcards.yamltext import dump, read, to_data

SAY = words("en")
TODAY = date(2026, 11, 24)
BY_ID = {card.id: card for card in CARDS}


@settings(max_examples=250, deadline=None)
@given(data=st.data())
@pytest.mark.slow
def test_what_was_read_is_read_again_from_what_was_written(data: st.DataObject) -> None:
    """Through plain data, and through a file."""
    card = data.draw(st.sampled_from(CARDS))
    value = kinds.from_data(card, data.draw(DATA[card.answer.kind]))
    written = kinds.to_data(card, value)
    assert kinds.from_data(card, written) == value
    root = read(dump({"value": written})).root
    assert root is not None
    assert kinds.from_data(card, to_data(root)["value"]) == value  # type: ignore[index]


@settings(max_examples=250, deadline=None)
@given(card=st.sampled_from(CARDS), data=anything | st.lists(rows) | DATA["list"])
def test_any_data_is_a_value_or_malformed(card: Any, data: Any) -> None:
    """And every value that is read can be shown, and looked at for problems."""
    try:
        value = kinds.from_data(card, data)
    except kinds.Malformed:
        return
    strategy = play(goals=items("Leads"))
    strategy.set_value(card.id, value)
    assert "\n" not in kinds.as_line(card, strategy, SAY)
    kinds.is_complete(card, strategy)
    list(kinds.MEANINGS[card.answer.kind].problems(value, kinds.Place(strategy, card)))


READ = [
    ("words", 2027, "2027"),
    ("words", None, None),
    ("words", "a\x07b\r\nc", "ab\nc"),
    ("goals", [{"id": "a222", "text": "Leads"}, {"id": "b222"}], (Item("a222", "Leads"), Item("b222", ""))),
    ("situation", ["ads", "long-gone"], ("ads", "long-gone")),
    ("situation", "ads", ("ads",)),
    ("situation", ["ads", "ads"], ("ads",)),
    ("mirror", "3", 3),
    ("mirror", 3.0, 3),
    ("mirror", "often", "often"),
    ("mirror", 3.5, "3.5"),
    ("mirror", 17, 17),
    ("budget", "12,5", "12,5"),
    ("budget", "1250.50", 1250.5),
    ("budget", float("inf"), "inf"),
    ("budget", True, "true"),
    ("review", date(2027, 1, 5), "2027-01-05"),
    ("review", "soon", "soon"),
    (
        "channels",
        [{"id": "c222", "channel": "Blog", "posts": "many", "goals": []}],
        (TableRow("c222", {"channel": "Blog", "posts": "many"}),),
    ),
    (
        "channels",
        [{"id": "c222", "of-old": ["a", "b"], "figure": 5}],
        (TableRow("c222", {"of-old": ("a", "b"), "figure": 5}),),
    ),
    ("rules", [{"id": "gone-row", "reaction": ["ads"]}], (TableRow("gone-row", {"reaction": ("ads",)}),)),
]


@pytest.mark.parametrize(("card_id", "data", "value"), READ)
def test_data_is_read_kindly_and_nothing_is_lost(card_id: str, data: Any, value: Any) -> None:
    found = kinds.from_data(BY_ID[card_id], data)
    assert found == value
    assert type(found) is type(value)


MALFORMED = [
    ("words", ["a"], ()),
    ("goals", "Leads", ()),
    ("goals", ["Leads"], (0,)),
    ("goals", [{"text": "Leads"}], (0,)),
    ("goals", [{"id": "a222", "text": []}], (0, "text")),
    ("goals", [{"id": "a222", "text": "A", "weight": 3}], (0, "weight")),
    ("goals", [{"id": "a222", "text": "A"}, {"id": "a222", "text": "B"}], (1,)),
    ("situation", {"ads": True}, ()),
    ("situation", ["ads", []], (1,)),
    ("budget", [5], ()),
    ("channels", {"c222": {}}, ()),
    ("channels", [{"channel": "Blog"}], (0,)),
    ("channels", [{"id": "c222"}, {"id": "c222"}], (1,)),
    ("channels", [{"id": "c222", "goals": [["a"]]}], (0, "goals", 0)),
    ("channels", [{"id": "c222", "of-old": {}}], (0, "of-old")),
]


@pytest.mark.parametrize(("card_id", "data", "path"), MALFORMED)
def test_what_is_no_value_says_where(card_id: str, data: Any, path: tuple[str | int, ...]) -> None:
    with pytest.raises(kinds.Malformed) as caught:
        kinds.from_data(BY_ID[card_id], data)
    assert caught.value.path == path
    assert "{" not in SAY(caught.value.message)


def test_cells_are_written_in_the_decks_order() -> None:
    row = TableRow("c222", {"of-old": 1, "posts": 2, "goals": ("a222",), "channel": "Blog"})
    written = kinds.to_data(BY_ID["channels"], (row,))
    assert list(written[0]) == ["id", "channel", "goals", "posts", "of-old"]


COMPLETE = [
    ("goals", {}, False),
    ("goals", {"goals": items("Leads")}, True),
    ("goals", {"goals": items("A", "B", "C", "D")}, True),
    ("goals", {"goals": items(" ")}, False),
    ("mirror", {"mirror": 0}, True),
    ("review", {"review": "soon"}, True),
    ("channels", {"goals": items("A"), "channels": [{"id": "c222", "channel": "Blog", "goals": ["a222"]}]}, True),
    ("channels", {"channels": [{"id": "c222", "channel": "Blog"}]}, False),
    ("channels", {"channels": [{"id": "c222", "channel": "Blog", "goals": ["x"]}, {"id": "d222"}]}, True),
    ("promise", {"channels": [{"id": "c222", "channel": "Blog"}], "promise": [{"id": "c222", "hours": 3}]}, True),
    (
        "promise",
        {
            "channels": [{"id": "c222", "channel": "Blog"}, {"id": "d222", "channel": "Shop"}],
            "promise": [{"id": "c222", "hours": 3}],
        },
        False,
    ),
    ("rules", {"rules": [{"id": "praise", "reaction": ["ads"]}]}, True),
]


@pytest.mark.parametrize(("card_id", "answers", "complete"), COMPLETE)
def test_complete_is_when_nothing_required_is_missing(card_id: str, answers: dict[str, Any], complete: bool) -> None:
    assert kinds.is_complete(BY_ID[card_id], play(**answers)) is complete


def test_too_few_entries_are_not_complete() -> None:
    two = small_deck.card("two", small_deck.ListAnswer(at_least=2))
    assert not kinds.is_complete(two, play(small_deck.deck_of(two), two=items("one")))
    assert kinds.is_complete(two, play(small_deck.deck_of(two), two=items("one", "two")))


SHOWN = [
    ("en", "goals", items("Leads", "More\n leads"), ["Leads", "More leads"]),
    ("en", "words", "One\n\nTwo", ["One", "", "Two"]),
    ("en", "situation", ["ads", "team", "long-gone"], ["Paid ads", "A team, of sorts", "long-gone"]),
    ("en", "mirror", 3, ["3 of 5: About half"]),
    ("en", "mirror", 2, ["2 of 5"]),
    ("en", "mirror", "often", ["often"]),
    ("en", "budget", 12500.5, ["12,500.5 €"]),
    ("de", "budget", 12500.5, ["12.500,5 €"]),
    ("en", "budget", "a lot", ["a lot"]),
    ("en", "review", "2027-12-05", ["Sun 5 Dec 2027"]),
    ("de", "review", "2027-12-05", ["So 5. Dez. 2027"]),
    ("en", "review", "soon", ["soon"]),
    (
        "en",
        "channels",
        [{"id": "c222", "channel": "Blog", "posts": 2, "start": "2027-12-05", "fit": 5}, {"id": "d222"}],
        ["Blog: 2 a week; 5 Dec 2027; 5 of 5: Made for it"],
    ),
    ("en", "rules", [{"id": "blame", "reaction": ["team", "ads"]}], ["Blame: A team, of sorts; Paid ads"]),
]


@pytest.mark.parametrize(("language", "card_id", "data", "lines"), SHOWN)
def test_answers_are_shown_in_words(language: str, card_id: str, data: Any, lines: list[str]) -> None:
    strategy = play(DECK, language)
    small_deck.put(strategy, card_id, data)
    assert kinds.as_lines(BY_ID[card_id], strategy, SAY) == lines


def test_picks_are_shown_by_name_also_of_removed_items() -> None:
    strategy = play(goals=items("Leads", "Fame"), order=["b222", "a222"], main_goal=["b222"])
    small_deck.put(strategy, "goals", items("Leads"))
    assert kinds.as_lines(BY_ID["order"], strategy, SAY) == ["1. Fame", "2. Leads"]
    assert kinds.as_line(BY_ID["main-goal"], strategy, SAY) == "Fame"


@pytest.mark.parametrize(
    ("card_id", "data", "line"),
    [
        ("goals", items("Leads", "Fame"), "Leads · Fame"),
        ("words", "One\n\nTwo", "One Two"),
        ("words", "", ""),
        ("order", ["b222", "a222"], "1. b222, 2. a222"),
        ("rules", [], ""),
    ],
)
def test_an_answer_fits_in_one_line(card_id: str, data: Any, line: str) -> None:
    strategy = play()
    small_deck.put(strategy, card_id, data)
    assert kinds.as_line(BY_ID[card_id], strategy, SAY) == line


def test_a_cell_is_shown_without_its_card() -> None:
    strategy = play(goals=items("Leads, many", "Fame"))
    channels = BY_ID["channels"].answer
    assert isinstance(channels, small_deck.TableAnswer)
    shown = [
        kinds.cell_text(column, cell, strategy, SAY)
        for column, cell in zip(channels.columns, ["Two\nlines", ("b222", "a222"), 3, "2027-12-05", None], strict=True)
    ]
    assert shown == ["Two lines", "Fame; Leads, many", "3 a week", "5 Dec 2027", ""]


TYPED = [
    ("en", "words", " One\ntwo ", "One\ntwo"),
    ("en", "situation", "1, 2", ("ads", "team")),
    ("en", "situation", "paid ads", ("ads",)),
    ("en", "situation", "Paid ads, A team, of sorts", ("ads", "team")),
    ("en", "situation", "team; ads", ("team", "ads")),
    ("en", "situation", "ads, none", ("none",)),
    ("en", "situation", "none, ads", ("ads",)),
    ("en", "situation", "", ()),
    ("en", "main-goal", "leads", ("a222",)),
    ("en", "order", "2 1", ("b222", "a222")),
    ("en", "order", "Fame, Leads", ("b222", "a222")),
    ("en", "mirror", "3", 3),
    ("en", "mirror", "about HALF", 3),
    ("en", "mirror", "3.5", "3.5"),
    ("de", "budget", "1.250,5 €", 1250.5),
    ("en", "budget", "~40", "~40"),
    ("de", "review", "5.12.", "2026-12-05"),
    ("en", "review", " soon ", "soon"),
]


@pytest.mark.parametrize(("language", "card_id", "typed", "value"), TYPED)
def test_what_people_type_is_understood(language: str, card_id: str, typed: str, value: Any) -> None:
    strategy = play(DECK, language, goals=items("Leads", "Fame"))
    assert kinds.parse(typed, BY_ID[card_id], strategy, TODAY) == value


def test_typed_items_keep_the_ids_of_what_was_there() -> None:
    strategy = play(goals=items("Leads", "Fame"))
    value = kinds.parse("- Fame\n\n2. New one\nLeads\n* Leads", BY_ID["goals"], strategy, TODAY)
    assert isinstance(value, tuple)
    assert [entry.text for entry in value if isinstance(entry, Item)] == ["Fame", "New one", "Leads", "Leads"]
    assert value[0] == Item("b222", "Fame")
    assert value[2] == Item("a222", "Leads")
    assert len({entry.id for entry in value if isinstance(entry, Item)}) == 4


def test_typed_rows_have_their_cells_parted_by_a_bar() -> None:
    strategy = play(goals=items("Leads"))
    value = kinds.parse("Blog | leads | 2 | 5.12. | 5\nShop||x", BY_ID["channels"], strategy, TODAY)
    assert isinstance(value, tuple)
    assert [dict(row.cells) for row in value if isinstance(row, TableRow)] == [
        {"channel": "Blog", "goals": ("a222",), "posts": 2, "start": "2026-12-05", "fit": 5},
        {"channel": "Shop", "posts": "x"},
    ]


def test_a_name_that_cannot_be_chosen_is_named() -> None:
    strategy = play(goals=items("Leads"))
    with pytest.raises(kinds.NotUnderstood) as caught:
        kinds.parse("Leads, Fame, 7", BY_ID["main-goal"], strategy, TODAY)
    assert caught.value.known == ("a222",)
    assert caught.value.unknown == ("Fame", "7")
    assert SAY(caught.value.message) == "“Fame”, “7”: not among what can be chosen here."


def test_a_cell_can_be_typed_alone() -> None:
    strategy = play(goals=items("Leads"))
    channels = BY_ID["channels"].answer
    assert isinstance(channels, small_deck.TableAnswer)
    cells = [
        kinds.parse_cell(t, c, strategy, TODAY)
        for t, c in zip(["", "leads", "2", "x", ""], channels.columns, strict=True)
    ]
    assert cells == [None, ("a222",), 2, "x", None]


def test_every_kind_a_deck_can_ask_for_has_a_meaning() -> None:
    assert set(kinds.MEANINGS) == {"text", "list", "choice", "rank", "scale", "number", "date", "table"}
