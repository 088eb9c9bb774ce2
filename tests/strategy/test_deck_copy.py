"""The deck a strategy is played with: always the copy, until one takes the newer one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from kept import DECK, deck_file, item, library, made, opened, text_of

from impactcards.faults import UserError
from impactcards.home import Home
from impactcards.strategy.folder import create, open_strategy

NEWER = (
    DECK.replace("version: 1.0.0", "version: 1.1.0")
    .replace(
        "  - {id: mirror, suit: all, title: Mirror, prompt: How?, minutes: 1, answer: {kind: scale, from: 1, to: 5}}\n",
        "",
    )
    .replace("answer: {kind: number}", "answer: {kind: list}")
    + "jokers: []\n"
)
GERMAN = "translates: small\nlanguage: de\nversion: 1.0.0\ntitle: Ein kleines Blatt\n"


def test_the_deck_in_the_library_is_the_copy(home: Home) -> None:
    made(home)
    assert opened(home).newer_deck is None


def test_another_deck_is_offered_while_the_copy_is_played(home: Home) -> None:
    made(home)
    path = deck_file(home, NEWER)
    again = opened(home)
    assert again.newer_deck == path
    assert again.deck.version == "1.0.0"
    again.strategy.set_value("mirror", 4)
    again.save()
    assert "deck_version: 1.0.0" in text_of(again)


def test_taking_the_newer_deck_loses_no_answer(home: Home) -> None:
    acme = made(home)
    acme.strategy.set_value("mirror", 4)
    acme.strategy.set_value("budget", 100)
    acme.strategy.set_value("goals", item("a222", "x"))
    acme.save()
    deck_file(home, NEWER)
    again = opened(home)
    again.take_newer_deck()
    assert again.newer_deck is None
    assert again.deck.version == "1.1.0"
    assert again.save().ok
    text = text_of(again)
    assert "deck_version: 1.1.0" in text
    assert "  mirror:\n    value: 4\n" in text
    assert "  budget:\n    value: 100\n" in text
    assert again.strategy.answer("budget").raw == {"value": 100, "updated": acme.strategy.answer("budget").updated}
    assert again.strategy.answer("goals") == acme.strategy.answer("goals")
    assert (again.folder / "deck.yaml").read_text() == NEWER

    deck_file(home, DECK.replace("1.0.0", "1.2.0"))
    back = opened(home)
    back.take_newer_deck()
    assert back.strategy.answers == acme.strategy.answers


@pytest.mark.parametrize(
    "text", [DECK.replace("1.0.0", "0.9.0"), DECK.replace("id: small", "id: other"), "format: 1\nid: small\n"]
)
def test_an_older_another_or_a_faulty_deck_is_not_offered(home: Home, text: str) -> None:
    acme = made(home)
    deck_file(home, text)
    again = open_strategy(home, library(home), acme.folder)
    assert again.newer_deck is None
    assert again.deck == acme.deck


def test_without_the_library_the_copy_is_played(home: Home) -> None:
    acme = made(home)
    shutil.rmtree(home.decks)
    assert opened(home).deck == acme.deck


def test_without_a_copy_the_library_is_played_and_copied_again(home: Home) -> None:
    acme = made(home)
    for text in (None, "format: 'oops"):
        (acme.folder / "deck.yaml").unlink()
        if text:
            (acme.folder / "deck.yaml").write_text(text)
        assert opened(home).deck == acme.deck
    (acme.folder / "deck.yaml").unlink()
    opened(home)
    assert (acme.folder / "deck.yaml").read_text() == DECK


def test_without_any_deck_one_is_told_what_to_do(home: Home) -> None:
    acme = made(home)
    shutil.rmtree(home.decks)
    (acme.folder / "deck.yaml").unlink()
    with pytest.raises(UserError, match="Put it back as"):
        opened(home)


def test_translations_are_copied_and_renewed(home: Home) -> None:
    path = deck_file(home)
    deck_file(home, GERMAN, "small.de.yaml")
    acme = create(home, "Acme", path, language="de")
    assert (acme.deck.title, acme.strategy.language) == ("Ein kleines Blatt", "de")
    assert (acme.folder / "deck.de.yaml").read_text() == GERMAN
    better = GERMAN.replace("kleines", "gutes")
    deck_file(home, better, "small.de.yaml")
    again = opened(home)
    assert again.newer_deck is None
    assert again.deck.title == "Ein gutes Blatt"
    shutil.rmtree(home.decks)
    assert opened(home).deck.title == "Ein gutes Blatt"


def test_a_language_of_the_deck_keeps_its_tag(home: Home) -> None:
    path = deck_file(home)
    assert create(home, "One", path, language="en-US").strategy.language == "en-US"
    assert create(home, "Two", path, language="fr").strategy.language == "en"


def test_a_faulty_translation_is_a_fault_and_the_deck_opens_in_its_own_language(home: Home) -> None:
    path = deck_file(home)
    deck_file(home, GERMAN.replace("1.0.0", "9.0.0"), "small.de.yaml")
    acme = create(home, "Acme", path, language="de")
    assert acme.deck.title == "A small deck"
    assert open_strategy(home, library(home), "Acme", language="de").faults != []


def test_a_deck_from_anywhere_is_watched_where_it_stands(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(DECK.replace("id: small", "id: mine"))
    create(home, "Acme", path)
    assert opened(home).newer_deck is None
    path.write_text(path.read_text().replace("title: Goals", "title: Aims"))
    assert opened(home).newer_deck == path
    path.unlink()
    assert opened(home).newer_deck is None
