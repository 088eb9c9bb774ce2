"""Translations as an author meets them: what is remarked, how much is done, and what a bad one cannot break."""

# ruff: noqa: E501 (a table reads best with one case a line)

from __future__ import annotations

from pathlib import Path

import pytest
from deck.test_author_remarks import RIGHT, changed, check, remarks, words

from impactcards.deck.check import check_deck
from impactcards.deck.loader import load_deck

GERMAN = """\
translates: right
language: de
version: 1.0.0
title: Richtig
suits: {one: {title: Eins}, two: {title: Zwei}}
cards:
  guests: {title: Unsere Gäste, prompt: Wer kommt?}
  rides:
    title: Die Fahrten
    prompt: Womit fahren sie?
    why: Darum.
    hints: [Fragt ein Kind., Zählt die Sitze.]
    example: Die Drehleiter.
    pitfall: Alles.
    answer: {columns: {ride: {title: Fahrt}, guests: {title: Für wen}, crew: {title: Mannschaft}}}
  rating: {title: Wie es lief, prompt: Wie war es?}
  promise: {title: Was sie bekommen, prompt: Was nehmen sie mit?, answer: {columns: {gift: {title: Geschenk}}}}
recipes: {all: {title: Alle}}
"""
REGIONAL = "translates: right\nlanguage: {tag}\nversion: 1.0.0\ncards: {{rating: {{title: Schön wars}}}}\n"


def test_a_whole_translation(tmp_path: Path) -> None:
    report = check(tmp_path, RIGHT, de=GERMAN)
    assert remarks(report) == []
    assert dict(report.translated) == {"en": 100, "de": 100}


@pytest.mark.parametrize("tag", ["de-AT", "de-x-sie", "en-GB"])
def test_a_variant_lacks_nothing(tmp_path: Path, tag: str) -> None:
    """What it leaves out is said by the more general translation, or by the deck itself."""
    report = check(tmp_path, RIGHT, de=GERMAN, **{tag: REGIONAL.format(tag=tag)})
    assert remarks(report) == []
    assert report.translated[tag] == 100


def test_a_variant_without_a_general_translation_is_a_translation(tmp_path: Path) -> None:
    """Nothing stands behind de-AT but the English deck."""
    report = check(tmp_path, RIGHT, de_AT=REGIONAL.format(tag="de-AT"))
    assert "0: Not translated in right: title." in remarks(report)
    assert report.translated["de-AT"] == 5


def test_percent_is_never_whole_while_a_word_is_missing(tmp_path: Path) -> None:
    """And what is missing is remarked."""
    report = check(tmp_path, RIGHT, de=GERMAN.replace("title: Richtig\n", ""), de_AT=REGIONAL.format(tag="de-AT"))
    assert remarks(report) == ["0: Not translated in right: title."]
    assert report.translated["de"] == report.translated["de-AT"] == 95


def test_a_translation_into_the_decks_own_language(tmp_path: Path) -> None:
    """It is never read, and the author should know."""
    own = GERMAN.replace("language: de", "language: en")
    assert remarks(check(tmp_path, RIGHT, en=own)) == [
        "0: The deck itself is in “en”, so this translation is never read."
    ]
    assert load_deck(tmp_path / "right.yaml", language="en").deck.title == "Right"


@pytest.mark.parametrize("name", ["right-de.yaml", "de.right.yaml", "right.de.AT.yaml", "Right.de.yml"])
def test_a_translation_that_no_deck_looks_for(tmp_path: Path, name: str) -> None:
    """Its name is the mistake, so the remark says the right one."""
    (tmp_path / name).write_text(GERMAN, encoding="utf-8")
    report = check(tmp_path, RIGHT)
    assert [Path(remark.file).name for remark in report.remarks] == [name]
    message = (
        "0: This translates “right”, but is never read. Name it right.LANGUAGE.yaml, such as “de” for the language."
    )
    assert remarks(report) == [message]


def test_files_of_others_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    """Another deck with its translation, notes, and what cannot be read."""
    (tmp_path / "left.yaml").write_text(RIGHT.replace("id: right", "id: left"), encoding="utf-8")
    (tmp_path / "left.de.yaml").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "notes.yaml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "other-de.yaml").write_text("translates: other\n", encoding="utf-8")
    (tmp_path / "folder.yaml").mkdir()
    assert remarks(check(tmp_path, RIGHT)) == []


LONG = {
    "room of a longer language": (
        [("Die Fahrten", "x" * 39), ("Womit fahren sie?", words(34)), ("Zählt die Sitze.", words(18))],
        [],
    ),
    "more than that": (
        [("Die Fahrten", "x" * 40), ("Womit fahren sie?", words(35)), ("Zählt die Sitze.", words(19))],
        ["9: The title of “rides” has 40 characters; 39 fit everywhere.", "10: “prompt” of “rides” has 35 words; 34 are enough.", "12: “hints” of “rides” has 19 words; 18 are enough."],
    ),
    "a hint less": (
        [("[Fragt ein Kind., Zählt die Sitze.]", "[Fragt ein Kind.]")],
        ["12: “hints” of “rides” are best between 2 and 4, not 1."],
    ),
    "the same words": (
        [("Wie war es?", "Wer kommt?")],
        ["16: “prompt” of “rating” is word for word what stands on the card “guests”."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LONG.values(), ids=list(LONG))
def test_words_of_a_translation(tmp_path: Path, case: tuple[list[tuple[str, str]], list[str]]) -> None:
    """They are measured in their own file."""
    changes, expected = case
    text = GERMAN
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    report = check(tmp_path, RIGHT, de=text)
    assert remarks(report) == expected
    assert {Path(remark.file).name for remark in report.remarks} <= {"right.de.yaml"}


def test_what_the_deck_says_twice_is_remarked_there_only(tmp_path: Path) -> None:
    """A translator cannot mend it."""
    report = check(tmp_path, changed(("How did it go?", "Who comes?")), de=GERMAN.replace("Wie war es?", "Wer kommt?"))
    assert [Path(remark.file).name for remark in report.remarks] == ["right.yaml"]


def test_long_words_of_the_deck_are_not_remarked_again(tmp_path: Path) -> None:
    """A translation that leaves them as they are has its missing words remarked, not their length."""
    long = changed(("What do they ride?", words(40)))
    report = check(tmp_path, long, de=GERMAN.replace("    prompt: Womit fahren sie?\n", ""))
    assert remarks(report) == ["20: “prompt” of “rides” has 40 words; 30 are enough.", "9: Not translated in cards.rides: prompt."]  # fmt: skip


BAD = {
    "a tag that is none": ("d3!", GERMAN.replace("language: de", "language: d3!"), "2:11: “d3!” is no language tag. Write en, de or the like."),
    "a tag of one letter": ("d", GERMAN.replace("language: de", "language: d"), "2:11: “d” is no language tag. Write en, de or the like."),
    "another tag than the file's": ("fr", GERMAN, "2:11: This says “de”, but the name of the file says “fr”."),
    "an unknown card": ("de", GERMAN.replace("  rating: {", "  ratings: {"), "16:3: The deck has no “ratings” in “cards”; “rating” was probably meant."),
    "an unknown column": ("de", GERMAN.replace("crew: {", "team: {"), "15:72: The deck has no “team” in “columns”."),
    "another version": ("de", GERMAN.replace("version: 1.0.0", "version: 1.1.0"), "3:10: This translates version 1.1.0, but the deck has version 1.0.0. Look through what changed, then write 1.0.0 here."),
    "another deck": ("de", GERMAN.replace("translates: right", "translates: left"), "1:13: This translates “left”, but the deck beside it is “right”."),
    "sections that are gone": ("de", GERMAN + "sections: {old: {title: Alt}}\n", "19:1: The deck has no “sections” here, so there is nothing to translate."),
    "jokers that are gone": ("de", GERMAN + "jokers: {old: {text: Alt}}\n", "19:1: The deck has no “jokers” here, so there is nothing to translate."),
    "a check that is gone": ("de", GERMAN + "checks: {old: {says: Alt}}\n", "19:1: The deck has no “checks” here, so there is nothing to translate."),
    "a recipe that is gone": ("de", GERMAN.replace("recipes: {all:", "recipes: {most:"), "18:11: The deck has no “most” in “recipes”."),
    "a word that is gone": ("de", GERMAN.replace("prompt: Wer kommt?", "prompt: Wer kommt?, why: Darum."), "7:53: The deck has no “why” here, so there is nothing to translate."),
    "a unit that is gone": ("de", GERMAN.replace("ride: {title: Fahrt}", "ride: {title: Fahrt, unit: km}"), "15:45: “unit” is nothing to translate in “ride”. Known here: title, about, missing, uncovered."),
    "options that are gone": ("de", GERMAN.replace("prompt: Wie war es?", "prompt: Wie war es?, answer: {options: {a: {title: A}}}"), "16:62: “options” is nothing to translate in “answer”. Known here: labels."),
    "labels that are gone": ("de", GERMAN.replace("prompt: Wie war es?", "prompt: Wie war es?, answer: {labels: {1: Nie}}"), "16:62: The deck has no “labels” here, so there is nothing to translate."),
    "an empty file": ("de", "", "1:1: “translation” is empty; it wants keys with their words."),
    "a list": ("de", "- translates: right\n", "1:1: “translation” wants keys with their words, but a list stands here."),
    "no YAML": ("de", "translates: right\nlanguage: [\n", "3:1: Something is missing before this character."),
    "an anchor": ("de", GERMAN.replace("title: Richtig", "title: &a Richtig"), "4:8: “&a” is a YAML anchor or alias, which is not read here. Put quotes around a text that begins with &."),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD.values(), ids=list(BAD))
def test_a_bad_translation_is_a_fault_in_its_place_and_the_deck_opens(
    tmp_path: Path, case: tuple[str, str, str]
) -> None:
    """In its own language, with all its cards."""
    tag, text, fault = case
    report = check(tmp_path, RIGHT, **{tag: text})
    assert [f"{found.line}:{found.column}: {found.message}" for found in report.faults] == [fault]
    assert report.translated[tag] is None
    loaded = load_deck(tmp_path / "right.yaml", language=tag)
    assert (loaded.deck.language, loaded.deck.title, len(loaded.deck.cards)) == ("en", "Right", 4)
    assert loaded.overlay_faults == report.faults


def test_a_bad_variant_leaves_the_general_translation(tmp_path: Path) -> None:
    """de-AT is for another version, de is right."""
    bad = REGIONAL.format(tag="de-AT").replace("1.0.0", "0.9")
    report = check(tmp_path, RIGHT, de=GERMAN, de_AT=bad)
    assert dict(report.translated) == {"en": 100, "de": 100, "de-AT": None}
    assert len(report.faults) == 1
    assert load_deck(tmp_path / "right.yaml", language="de-AT").deck.title == "Richtig"


def test_a_folder_where_a_translation_should_be(tmp_path: Path) -> None:
    """It cannot be read, and nothing else is wrong."""
    (tmp_path / "right.de.yaml").mkdir()
    report = check(tmp_path, RIGHT)
    assert [str(fault.message).endswith("is a folder, not a file.") for fault in report.faults] == [True]
    assert load_deck(tmp_path / "right.yaml", language="de").deck.title == "Right"


def test_a_translation_by_itself(tmp_path: Path) -> None:
    """Only its own words are looked at."""
    check(tmp_path, changed(("How did it go?", "Who comes?")), de=GERMAN.replace("title: Richtig\n", ""))
    report = check_deck(tmp_path / "right.de.yaml")
    assert remarks(report) == ["0: Not translated in right: title."]
    assert (dict(report.counts), dict(report.translated)) == ({}, {"de": 95})
