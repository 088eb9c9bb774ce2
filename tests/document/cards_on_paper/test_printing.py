"""Cards and answer sheets on paper, read back with pypdf: where each card stands, what it says, and what is told."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import garden
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impactcards.deck.library import Library
from impactcards.deck.model import Deck
from impactcards.document.cards_on_paper import Print, print_cards, print_sheets
from impactcards.document.cards_on_paper.faces import shortened
from impactcards.records import replace
from impactcards.words import Message

pytest.importorskip("typst", reason="typst is not installed: pip install '.[pdf]'")
pytest.importorskip("pypdf", reason="pypdf, which reads the files back, is not installed: pip install '.[test]'")

if TYPE_CHECKING:
    from pdf_reading import Tagged

DAY = "2027-03-08"
COLUMNS, ROWS, EACH = 4, 2, 8


def heard(
    deck: Deck, recipe: str = "", *, edge: Literal["long", "short"] = "long", sheets: bool = False
) -> tuple[Tagged, list[Message]]:
    """What is printed, read back and checked, and what the person was told."""
    from pdf_reading import Tagged

    remarks: list[Message] = []
    what = Print(deck, deck.recipe(recipe) if recipe else None, DAY, remarks.append, edge)
    found = Tagged(print_sheets(what) if sheets else print_cards(what))
    found.check()
    return found, remarks


def bundled(deck: str, language: str = "en") -> Deck:
    return Library(Path("no-such-folder"), 1_000_000).load(deck, language).deck


def with_text(deck: Deck, text: str, *fields: str) -> Deck:
    """The deck with its first card saying ``text`` in these fields."""
    first, *others = deck.cards
    changes: dict[str, Any] = {field: (text,) * 4 if field == "hints" else text for field in fields}
    return replace(deck, cards=(replace(first, **changes), *others))


def cells(page: Any, wanted: set[str]) -> dict[str, tuple[int, int, bool]]:
    """Where the cards with these numbers stand on a page: column, row, and whether they stand on their head."""
    found: dict[str, tuple[int, int, bool]] = {}
    width, height = float(page.mediabox.width), float(page.mediabox.height)

    def see(text: str, cm: list[float], tm: list[float], *_: Any) -> None:
        number = text.strip()
        if number in wanted:
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            up = tm[2] * cm[1] + tm[3] * cm[3]
            found[number] = (int(x / (width / COLUMNS)), int((height - y) / (height / ROWS)), up < 0)

    page.extract_text(visitor_text=see)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("edge", ["long", "short"])
def test_the_back_of_each_card_is_printed_behind_its_front(edge: Literal["long", "short"]) -> None:
    deck = bundled("social-media-strategy")
    found, _ = heard(deck, "sprint", edge=edge)
    recipe = deck.recipe("sprint")
    assert recipe is not None
    count = len(recipe.cards)
    assert len(found.reader.pages) == -(-count // EACH) * 2
    numbers = {f"{n} / {count}" for n in range(1, count + 1)}
    seen = 0
    for n in range(0, len(found.reader.pages), 2):
        fronts, backs = (cells(found.reader.pages[page], numbers) for page in (n, n + 1))
        assert fronts.keys() == backs.keys()
        for number, (column, row, turned) in fronts.items():
            seen += 1
            assert not turned
            behind = (column, ROWS - 1 - row, True) if edge == "long" else (COLUMNS - 1 - column, row, False)
            assert backs[number] == behind, number
    assert seen == count


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_decks_that_come_along_fit_on_their_cards_whole(language: str) -> None:
    for name in ("social-media-strategy", "crisis-drill", "first-steps"):
        deck = bundled(name, language)
        found, remarks = heard(deck)
        assert remarks == [], name
        text = "".join(found.text.split())
        for card in deck.cards:
            for said in (card.title, card.prompt):
                assert "".join(said.split())[:20] in text, card.id


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "de"])
def test_both_sides_say_what_the_deck_says(language: str) -> None:
    deck = garden.deck(language)
    found, remarks = heard(deck)
    assert remarks == []
    assert found.catalog["/Lang"] == language
    card = next(card for card in deck.cards if card.hints and card.example)
    for said in (card.title, deck.suit_of(card).title, card.hints[0], card.example):
        assert said.split()[0] in found.text
    assert found.roles["H1"] == 2 * len(deck.cards)
    assert not found.links()


def test_what_a_deck_says_is_no_source() -> None:
    evil = '#read("/etc/passwd") *b* $x$ <l> @r \\u{41}'
    found, _ = heard(with_text(garden.deck(), evil, "title", "prompt", "example"))
    assert "".join(found.text.split()).count("".join(evil.split())) >= 3


@pytest.mark.slow
def test_too_much_for_a_card_is_shortened_with_a_sign_and_named() -> None:
    deck = with_text(garden.deck(), "so many words " * 300, "hints", "why", "example", "prompt")
    found, remarks = heard(deck)
    assert "…" in found.text
    assert [str(remark).count(deck.cards[0].title) for remark in remarks] == [1]
    assert len(found.reader.pages) == -(-len(deck.cards) // EACH) * 2


def test_a_text_is_shortened_at_the_end_of_a_word() -> None:
    assert shortened("one two three", 9) == "one two …"
    assert shortened("one two", 0) == "one two"
    assert shortened("onetwothree", 4) == "onet …"


@pytest.mark.slow
@given(st.text(max_size=300))
@settings(max_examples=20, deadline=None)
def test_no_text_breaks_the_file(text: str) -> None:
    deck = with_text(garden.deck(), text, "title", "prompt", "hints", "why", "example", "pitfall")
    heard(deck)
    heard(deck, sheets=True)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_card_has_its_sheet(language: str) -> None:
    for name in ("social-media-strategy", "crisis-drill", "first-steps"):
        deck = bundled(name, language)
        found, remarks = heard(deck, sheets=True)
        assert remarks == []
        assert found.roles["H1"] == len(deck.cards)
        tables = [card for card in deck.cards if card.answer.kind == "table"]
        assert found.roles["Table"] == len(tables)


def test_sheets_have_a_place_for_every_kind_of_answer() -> None:
    deck = garden.deck()
    found, _ = heard(deck, sheets=True)
    text = "".join(found.text.split())
    checked = 0
    for card in deck.cards:
        for column in getattr(card.answer, "columns", ()):
            assert "".join(column.title.split()) in text
            checked += 1
        for option in getattr(card.answer, "options", ()):
            assert "".join(option.title.split()) in text
            checked += 1
        for label in getattr(card.answer, "labels", {}).values():
            assert label.split()[0] in text
            checked += 1
    assert checked > 5


def test_a_table_of_many_columns_lies_across() -> None:
    from impactcards.deck.kinds import Column, TableAnswer, TextAnswer

    first, *others = garden.deck().cards
    wide = TableAnswer(columns=tuple(Column(f"c{n}", f"Column {n}", TextAnswer()) for n in range(12)))
    found, _ = heard(replace(garden.deck(), cards=(replace(first, answer=wide), *others)), sheets=True)
    sizes = [page.mediabox.width > page.mediabox.height for page in found.reader.pages]
    assert sizes[0]
    assert not all(sizes)


def test_what_is_longer_than_a_page_goes_on_over_the_page() -> None:
    from impactcards.deck.kinds import ChoiceAnswer, Option

    first, *others = garden.deck().cards
    many = ChoiceAnswer(options=tuple(Option(f"o{n}", f"Option {n}.") for n in range(80)))
    found, _ = heard(replace(garden.deck(), cards=(replace(first, answer=many), *others)), sheets=True)
    shown = [page.extract_text() for page in found.reader.pages]
    assert "Option 0." in shown[0]
    assert "Option 79." not in shown[0]
    assert any("Option 79." in text for text in shown[1:3])


def test_the_same_deck_makes_the_same_bytes() -> None:
    what = Print(garden.deck(), None, DAY, lambda _: None)
    assert print_cards(what) == print_cards(what)
    assert io.BytesIO(print_sheets(what)).read(5) == b"%PDF-"
