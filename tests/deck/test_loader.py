"""From a file to a deck: what an author wrote is what is played."""

from __future__ import annotations

from pathlib import Path

import pytest
from deck.big import big_deck
from deck.spoiling import BASE

from impactcards.deck.kinds import (
    ChoiceAnswer,
    Column,
    DateAnswer,
    ListAnswer,
    NumberAnswer,
    Option,
    RankAnswer,
    Row,
    RowsOf,
    ScaleAnswer,
    TableAnswer,
    TextAnswer,
)
from impactcards.deck.library import bundled_folder
from impactcards.deck.loader import load_deck
from impactcards.deck.model import Check, Condition, Deal, Deck, Fact, Joker, OnePagePart, Reference, Section, Span
from impactcards.faults import FaultyFile, UserError
from impactcards.yamltext import dump, read, to_data


def write(folder: Path, text: str, name: str = "deck.yaml") -> Path:
    """A file in a folder."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    """The deck with a bit of everything."""
    return load_deck(write(tmp_path, BASE)).deck


def test_the_deck_itself(deck: Deck) -> None:
    """The first lines of the file."""
    assert (deck.id, deck.language, deck.languages, deck.title, deck.version, deck.license, deck.about) == (
        "base", "en", ("en",), "Base", "1.0.0", "CC0-1.0", "A deck for tests.",
    )  # fmt: skip
    assert dict(deck.profile) == {"no-strategy": "mirror"}
    assert [suit.color for suit in deck.suits] == ["blue", "rose", "cyan"]
    assert deck.jokers == (Joker("phone", "The phone rings."),)


def test_a_card(deck: Deck) -> None:
    """All keys of a card arrive, and what is absent is empty."""
    goals = deck.card("goals")
    assert goals is not None
    assert goals.why == "It pays."
    assert goals.hints == ("Look around.", "Ask somebody.")
    assert goals.facts == (Fact("It is so.", "DE", "2026-11-24", "A page"),)
    assert (goals.minutes, goals.core, goals.counters, goals.fresh_for) == (
        2.5,
        True,
        ("no-strategy",),
        Span(12, "months"),
    )
    assert (goals.example, goals.sealed, goals.when) == ("", False, None)
    review = deck.card("review")
    assert review is not None
    assert (review.minutes, review.core, review.fresh_for) == (5.0, False, None)
    mirror = deck.card("mirror")
    assert mirror is not None
    assert mirror.sealed


def test_answers(deck: Deck) -> None:
    """Each kind with its keys."""
    answers = {card.id: card.answer for card in deck.cards}
    assert answers["goals"] == ListAnswer(1, 3)
    assert answers["mirror"] == ScaleAnswer(1, 5, {1: "Never", 5: "Always"})
    assert answers["situation"] == ChoiceAnswer(
        (Option("ads", "Ads"), Option("team", "Team"), Option("none", "None", "", True)), several=True, at_most=2
    )
    assert answers["order"] == RankAnswer(source="goals")
    assert answers["review"] == DateAnswer()
    assert answers["budget"] == NumberAnswer("EUR", 0, 1000)
    assert answers["free"] == TextAnswer(2)
    channels = answers["channels"]
    assert isinstance(channels, TableAnswer)
    assert (channels.rows, channels.at_least, channels.at_most) == (None, None, 5)
    assert channels.columns[1] == Column(
        "aim", "Aim", ChoiceAnswer(source="goals", several=True), cover=True, uncovered="Who serves {item}?"
    )
    assert channels.columns[4].cell == ScaleAnswer(1, 3, {})
    effort, rules = answers["effort"], answers["rules"]
    assert isinstance(effort, TableAnswer)
    assert isinstance(rules, TableAnswer)
    assert effort.rows == RowsOf("channels")
    assert rules.rows == (Row("praise", "Praise"), Row("blame", "Blame"))


def test_conditions(deck: Deck) -> None:
    """A condition keeps its shape."""
    effort = deck.card("effort")
    assert effort is not None
    assert effort.when == Condition("any", parts=(
        Condition("has", "situation", "ads"), Condition("not", parts=(Condition("below", "mirror", 3),)),
    ))  # fmt: skip


def test_recipes(deck: Deck) -> None:
    """Cards with what they give, and breaks."""
    recipe = deck.recipe("short")
    assert recipe is not None
    assert recipe.deals == (Deal("goals"), Deal("mirror", "Honesty"), Deal(minutes=5.0), Deal("channels"))
    assert (recipe.people, recipe.minutes, recipe.audience, recipe.builds_on, recipe.review) == (
        (1, 6), 30.0, "everybody", ("goals",), True,
    )  # fmt: skip


def test_checks(deck: Deck) -> None:
    """Bare columns are made whole, so that a check always says CARD.COLUMN."""
    checks = {check.id: check for check in deck.checks}
    assert checks["c-sum"] == Check(
        "c-sum", "sum", (Reference("channels", "hours"),), "{a} {b}", "above", Reference("rules", "amount", "praise")
    )
    assert checks["c-each"].options == {"times": (Reference("effort", "posts"), Reference("effort", "hours"))}
    assert checks["c-turn"].options == {"direction": (Reference("effort", "hours"), Reference("budget"))}
    assert checks["c-turn"].to == 3
    assert checks["c-rows"].where == {"state": {"is": ["bad"]}, "hours": {"above": 2, "empty": False}}
    assert checks["c-by"].by == "aim"
    assert checks["c-date"].to == {"earliest": Reference("channels", "start")}
    assert checks["c-old"].to == {"written": "6 months"}
    assert checks["c-old"].when == Condition("answered", "goals", True)
    assert checks["c-alone"].bind == {"h": Reference("channels", "hours")}
    assert checks["c-alone"].options == {"share_above": 0.5, "of_at_least": 2}
    assert checks["c-needs"].counters == "no-evidence"
    assert (checks["c-same"].of, checks["c-same"].to) == ((Reference("goals"), Reference("mirror")), 3)


def test_the_document(deck: Deck) -> None:
    """Sections, the one page, loose ends and pictures."""
    plan = deck.document
    assert plan.sections == (
        Section("first", "First", ("one",), (), True), Section("second", "Second", (), ("channels", "effort")),
    )  # fmt: skip
    assert plan.one_page == (
        OnePagePart("goals", (), "top"), OnePagePart("channels", ("name", "aim"), "left", "goals"),
    )  # fmt: skip
    assert plan.loose_ends[0].where == {"state": {"lacks": "good"}}
    assert plan.pictures[0].of == (Reference("channels", "aim"), Reference("goals"))
    assert deck.stress.halve == (Reference("channels", "hours"), Reference("budget"))
    assert deck.next_review == "review"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("no", "no"),
        ("012", "012"),
        ("12:30", "12:30"),
        ("2024-01-01", "2024-01-01"),
        ("on", "on"),
        ("1.50", "1.50"),
        ("~", "~"),
        ("null", "null"),
        ("|\n      two\n      lines\n", "two\nlines"),
        (">-\n      folded\n      line\n", "folded line"),
        ('"\\e[31mred\\0 \\u2028\\uFEFF [/x] 😀"', "[31mred \n [/x] 😀"),
        ('"a\\tb\\r\\nc\\n"', "a b\nc"),
        ('"[bold]not markup[/bold]"', "[bold]not markup[/bold]"),
    ],
)
def test_text_is_text_and_clean(tmp_path: Path, written: str, text: str) -> None:
    """What an author types without quotes stays what it is; what could harm a terminal goes."""
    deck = load_deck(write(tmp_path, BASE.replace("prompt: And now?", f"prompt: {written}"))).deck
    card = deck.card("free")
    assert card is not None
    assert card.prompt == text


def test_an_optional_key_may_have_nothing_behind_it(tmp_path: Path) -> None:
    """As authors leave it while they write."""
    text = BASE.replace("jokers:\n  - {id: phone, text: The phone rings.}\n", "jokers:\n").replace(
        "why: It pays.", "why:"
    )
    deck = load_deck(write(tmp_path, text)).deck
    assert deck.jokers == ()
    assert deck.cards[0].why == ""


def test_a_deck_written_anew_is_the_same_deck(tmp_path: Path, deck: Deck) -> None:
    """Style is no meaning: quotes, blocks and brackets all say the same."""
    root = read(BASE).root
    assert root is not None
    assert load_deck(write(tmp_path, dump(to_data(root)), "anew.yaml")).deck == deck


def test_the_text_may_be_at_hand(tmp_path: Path) -> None:
    """A caller that has read the file already passes its bytes."""
    loaded = load_deck(tmp_path / "nowhere.yaml", base_text=BASE.encode())
    assert loaded.deck.id == "base"
    assert loaded.data == BASE.encode()


def test_a_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    """Editors on Windows write both."""
    path = tmp_path / "deck.yaml"
    path.write_bytes(("\ufeff" + BASE).replace("\n", "\r\n").encode())
    assert load_deck(path).deck == load_deck(write(tmp_path, BASE, "other.yaml")).deck


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """One line that says what to do."""
    with pytest.raises(UserError, match=r"There is no file .*none\.yaml\."):
        load_deck(tmp_path / "none.yaml")
    with pytest.raises(UserError, match="is a folder, not a file"):
        load_deck(tmp_path)


def test_the_bundled_decks_are_right() -> None:
    """Every deck that comes with the program opens in each of its languages, without a fault."""
    for path in bundled_folder().glob("*.yaml"):
        if "." in path.stem:
            continue
        for language in load_deck(path).deck.languages:
            loaded = load_deck(path, language=language)
            assert loaded.overlay_faults == ()
            assert loaded.deck.language == language


def test_a_big_deck(tmp_path: Path) -> None:
    """Six megabytes are read if that is allowed."""
    path = write(tmp_path, big_deck(5000))
    deck = load_deck(path, max_bytes=10_000_000).deck
    assert len(deck.cards) == 5000
    with pytest.raises(FaultyFile, match="The deck is larger than 1 MB"):
        load_deck(path)
