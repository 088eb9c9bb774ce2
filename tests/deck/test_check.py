"""``deck check`` says everything about a deck and its translations, and an author can rely on its silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from deck.spoiling import BASE

from impactcards.deck.check import check_deck
from impactcards.deck.library import bundled_folder
from impactcards.deck.loader import load_deck
from impactcards.deck.starter import begin, starter_deck
from impactcards.faults import UserError


def write(folder: Path, text: str, name: str = "deck.yaml") -> Path:
    """A file in a folder."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def remarks(path: Path) -> list[str]:
    """What is remarked, each as ``LINE: words``."""
    report = check_deck(path)
    assert report.faults == ()
    return [f"{remark.line}: {remark.message}" for remark in report.remarks]


def test_counts(tmp_path: Path) -> None:
    """How much there is."""
    counts = check_deck(write(tmp_path, BASE)).counts
    assert dict(counts) == {"suits": 3, "cards": 10, "recipes": 1, "checks": 12, "languages": 1}


def test_author_remarks(tmp_path: Path) -> None:
    """Recipes over their box, cards in no recipe, core cards without help."""
    found = remarks(write(tmp_path, BASE.replace("minutes: 30", "minutes: 15")))
    assert found == [
        "12: No card belongs to the suit “three”.",
        "14: The core card “goals” has no example, pitfall on its back.",
        "32: The card “situation” is in no recipe.",
        "54: The card “effort” is in no recipe.",
        "66: The card “rules” is in no recipe.",
        "74: The card “order” is in no recipe.",
        "79: The card “review” is in no recipe.",
        "84: The card “budget” is in no recipe.",
        "87: “prompt” of “budget” is word for word what stands on the card “effort”.",
        "89: The card “free” is in no recipe.",
        "100: “short” needs 17.5 minutes with its breaks, but its time box is 15.",
    ]  # fmt: skip


def test_zero_cards_are_a_fault(tmp_path: Path) -> None:
    """A deck without cards cannot be played."""
    text = "format: 1\nid: d\nlanguage: en\ntitle: D\nversion: 1\nsuits: []\ncards: []\n"
    assert [f"{fault.line}: {fault.message}" for fault in check_deck(write(tmp_path, text)).faults] == [
        "6: “suits” is an empty list. Put something into it.",
        "7: “cards” is an empty list. Put something into it.",
    ]


def test_faults_of_the_deck_and_of_its_translations(tmp_path: Path) -> None:
    """Both are said at once, as far as that makes sense."""
    path = write(tmp_path, BASE)
    write(tmp_path, "translates: base\nlanguage: de\nversion: 1.0.0\ncards: {nothing: {title: X}}\n", "deck.de.yaml")
    write(tmp_path, "translates: base\nlanguage: fr\nversion: 0.1\n", "deck.fr.yaml")
    assert [Path(fault.file).name for fault in check_deck(path).faults] == ["deck.de.yaml", "deck.fr.yaml"]
    write(tmp_path, BASE.replace("suit: one\n    title: Goals", "title: Goals"))
    write(tmp_path, "a: b: c\n", "deck.fr.yaml")
    assert [Path(fault.file).name for fault in check_deck(path).faults] == ["deck.yaml", "deck.fr.yaml"]


@pytest.mark.parametrize("path", sorted(bundled_folder().glob("*.yaml")), ids=lambda path: path.name)
def test_the_bundled_decks_have_nothing_to_mend(path: Path) -> None:
    """Neither faults nor remarks, in any language."""
    assert remarks(path) == []


@pytest.mark.parametrize("language", ["en", "de", "de-AT", "fr"])
def test_the_starter_deck_has_nothing_to_mend(tmp_path: Path, language: str) -> None:
    """What authors begin with is an example in every respect."""
    path = write(tmp_path, starter_deck("our-deck", 'Ours: "the" #1', language))
    assert remarks(path) == []
    deck = load_deck(path).deck
    assert (deck.id, deck.title, deck.language) == (
        "our-deck",
        'Ours: "the" #1',
        "de" if language[:2] == "de" else "en",
    )
    assert len(deck.cards) == 5
    assert len({card.answer.kind for card in deck.cards}) == 5


def test_the_starter_decks_are_the_same_in_both_languages() -> None:
    """Only the words differ."""

    def shape(text: str) -> list[str]:
        return [
            line.split(":")[0]
            for line in text.splitlines()
            if line.strip() and not line.strip().startswith(("#", "- "))
        ]

    assert shape(starter_deck(language="en")) == shape(starter_deck(language="de"))


def test_begin_a_deck(tmp_path: Path) -> None:
    """Under an id in the user's folder, or in a file; never over one that is there."""
    by_id = begin("our-deck", tmp_path / "decks")
    assert by_id == tmp_path / "decks" / "our-deck.yaml"
    assert load_deck(by_id).deck.id == "our-deck"
    by_path = begin(str(tmp_path / "new" / "Mein Stapel.yaml"), tmp_path / "decks", language="de")
    assert load_deck(by_path).deck.id == "mein-stapel"
    with pytest.raises(UserError, match="is already there"):
        begin("our-deck", tmp_path / "decks")
    with pytest.raises(UserError, match="cannot be an id"):
        begin("Our Deck", tmp_path / "decks")
