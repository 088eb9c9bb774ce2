"""A translation is words by id, laid over the deck tag by tag; a faulty one changes nothing."""

# ruff: noqa: E501 (a table reads best with one case a line)

from __future__ import annotations

from pathlib import Path

import pytest
from deck.spoiling import BASE, MARK

from impactcards.deck.check import check_deck
from impactcards.deck.kinds import ChoiceAnswer, NumberAnswer, ScaleAnswer, TableAnswer
from impactcards.deck.loader import Loaded, load_deck

GERMAN = """\
translates: base
language: de
version: 1.0.0
title: Grundlage
about: Ein Stapel für Tests.
suits:
  one: {title: Eins, about: Alles.}
  two: {title: Zwei}
  three: {title: Drei}
cards:
  goals:
    title: Ziele
    prompt: Welche Ziele?
    why: Es lohnt sich.
    hints: [Umsehen.]
    facts: [{text: So ist es., place: DE, as_of: 2026-11-24, source: Eine Seite}]
  mirror: {title: Spiegel, prompt: Wie ist es?, answer: {labels: {1: Nie, 5: Immer}}}
  situation:
    title: Lage
    prompt: Was gilt?
    answer: {options: {ads: {title: Anzeigen}, team: {title: Mannschaft}, none: {title: Nichts}}}
  channels:
    title: Kanäle
    prompt: Wo?
    answer:
      columns:
        name: {title: Name, missing: "{row} hat keinen Namen."}
        aim: {title: Ziel, uncovered: "Wer dient {item}?"}
        hours: {title: Stunden, unit: Std.}
        start: {title: Beginn}
        fit: {title: Eignung}
  effort:
    title: Aufwand
    prompt: Wie viel?
    answer:
      columns:
        posts: {title: Beiträge}
        hours: {title: Stunden}
        state: {title: Zustand, options: {good: {title: Gut}, bad: {title: Schlecht}, fair: {title: Mittel}}}
  rules:
    title: Regeln
    prompt: Was dann?
    answer:
      rows: {praise: {title: Lob}, blame: {title: Tadel}}
      columns: {amount: {title: Betrag}, note: {title: Notiz}}
  order: {title: Reihenfolge, prompt: Was zuerst?}
  review: {title: Rückblick, prompt: Wann?}
  budget: {title: Budget, prompt: Wie viel?, answer: {unit: Euro}}
  free: {title: Frei, prompt: Und nun?}
recipes:
  short: {title: Kurz, about: Ein Anfang., for: alle, gives: {mirror: Ehrlichkeit}}
sections: {first: {title: Erstens}, second: {title: Zweitens}}
pictures: {chain: {title: Kette}}
checks:
  c-sum: {says: "{a} und {b}"}
  c-each: {says: x}
  c-turn: {says: x}
  c-rows: {says: x}
  c-by: {says: x}
  c-none: {says: x}
  c-date: {says: x}
  c-old: {says: x}
  c-alone: {says: x}
  c-needs: {says: x}
  c-same: {says: x}
  c-cards: {says: x}
jokers: {phone: {text: Das Telefon klingelt.}}
x-translator: Somebody
"""
POLITE = """\
translates: base
language: de-x-sie
version: 1.0.0
cards:
  free: {prompt: Und was tun Sie nun?}
"""


def load(folder: Path, language: str | None, **overlays: str) -> Loaded:
    """The deck with translations beside it (``de_x_sie=…`` is the one in de-x-sie)."""
    path = folder / "base.yaml"
    path.write_text(BASE, encoding="utf-8")
    for tag, text in overlays.items():
        (folder / f"base.{tag.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return load_deck(path, language=language)


def test_all_words_are_translated(tmp_path: Path) -> None:
    """Every word that the format marks arrives, and nothing else changes."""
    loaded = load(tmp_path, "de", de=GERMAN)
    deck = loaded.deck
    assert loaded.overlay_faults == ()
    assert (deck.language, deck.languages, deck.title, deck.about) == (
        "de",
        ("en", "de"),
        "Grundlage",
        "Ein Stapel für Tests.",
    )
    assert [(suit.id, suit.title, suit.about) for suit in deck.suits[:2]] == [
        ("one", "Eins", "Alles."),
        ("two", "Zwei", ""),
    ]
    answers = {card.id: card.answer for card in deck.cards}
    goals = deck.cards[0]
    assert (goals.title, goals.prompt, goals.hints) == ("Ziele", "Welche Ziele?", ("Umsehen.",))
    assert (goals.facts[0].text, goals.facts[0].as_of) == ("So ist es.", "2026-11-24")
    assert goals.core
    assert answers["mirror"] == ScaleAnswer(1, 5, {1: "Nie", 5: "Immer"})
    situation, budget = answers["situation"], answers["budget"]
    assert isinstance(situation, ChoiceAnswer)
    assert [option.title for option in situation.options] == ["Anzeigen", "Mannschaft", "Nichts"]
    assert situation.options[2].alone
    assert budget == NumberAnswer("Euro", 0, 1000)
    channels, rules = answers["channels"], answers["rules"]
    assert isinstance(channels, TableAnswer)
    assert isinstance(rules, TableAnswer)
    assert [column.title for column in channels.columns] == ["Name", "Ziel", "Stunden", "Beginn", "Eignung"]
    assert (channels.columns[0].missing, channels.columns[1].uncovered) == (
        "{row} hat keinen Namen.",
        "Wer dient {item}?",
    )
    assert isinstance(rules.rows, tuple)
    assert [row.title for row in rules.rows] == ["Lob", "Tadel"]
    recipe = deck.recipes[0]
    assert (recipe.title, recipe.audience, recipe.deals[1].gives) == ("Kurz", "alle", "Ehrlichkeit")
    assert [section.title for section in deck.document.sections] == ["Erstens", "Zweitens"]
    assert deck.document.pictures[0].title == "Kette"
    assert deck.checks[0].says == "{a} und {b}"
    assert deck.jokers[0].text == "Das Telefon klingelt."


@pytest.mark.parametrize(
    ("wanted", "spoken", "prompt"),
    [
        (None, "en", "And now?"),
        ("en", "en", "And now?"),
        ("en-US", "en", "And now?"),
        ("fr", "en", "And now?"),
        ("de", "de", "Und nun?"),
        ("DE", "de", "Und nun?"),
        ("de-AT", "de", "Und nun?"),
        ("de_DE", "de", "Und nun?"),
        ("de-x-sie", "de-x-sie", "Und was tun Sie nun?"),
        ("de-X-Sie", "de-x-sie", "Und was tun Sie nun?"),
        ("de-x-du", "de", "Und nun?"),
    ],
)
def test_words_fall_back_tag_by_tag(tmp_path: Path, wanted: str | None, spoken: str, prompt: str) -> None:
    """The closest translation is laid over the more general ones, and those over the deck."""
    deck = load(tmp_path, wanted, de=GERMAN, de_x_sie=POLITE).deck
    card = deck.card("free")
    assert card is not None
    assert (deck.language, card.prompt) == (spoken, prompt)
    assert deck.languages == ("en", "de", "de-x-sie")
    assert deck.cards[0].title == ("Goals" if spoken == "en" else "Ziele")


FAULTS = {
    "another deck": ("translates: base", "translates: ⟦bas", "This translates “bas”, but the deck beside it is “base”."),
    "no deck": ("translates: base\n", "", "“translates” is missing here."),
    "another version": (
        "version: 1.0.0",
        "version: ⟦0.9.0",
        "This translates version 0.9.0, but the deck has version 1.0.0. Look through what changed, then write 1.0.0 here.",
    ),
    "no version": ("version: 1.0.0\n", "", "“version” is missing here."),
    "another language": ("language: de", "language: ⟦fr", "This says “fr”, but the name of the file says “de”."),
    "unknown card": ("  free: {", "  ⟦fre: {", "The deck has no “fre” in “cards”; “free” was probably meant."),
    "unknown suit": ("  two: {", "  ⟦four: {", "The deck has no “four” in “suits”."),
    "unknown option": ("ads: {title: Anzeigen}", "⟦adds: {title: Anzeigen}", "The deck has no “adds” in “options”; “ads” was probably meant."),
    "unknown column": ("        posts: {", "        ⟦post: {", "The deck has no “post” in “columns”; “posts” was probably meant."),
    "unknown row": ("praise: {title: Lob}", "⟦prais: {title: Lob}", "The deck has no “prais” in “rows”; “praise” was probably meant."),
    "unknown label": ("{1: Nie, 5: Immer}", "{⟦2: Nie, 5: Immer}", "The deck has no “2” in “labels”."),
    "unknown check": ("  c-sum: {", "  ⟦c-some: {", "The deck has no “c-some” in “checks”; “c-same” was probably meant."),
    "unknown recipe": ("  short: {", "  ⟦shirt: {", "The deck has no “shirt” in “recipes”; “short” was probably meant."),
    "a card that gives nothing": ("{mirror: Ehrlichkeit}", "{⟦goals: Ehrlichkeit}", "The deck has no “goals” in “gives”."),
    "structure": ("  free: {title", "  free: {⟦minutes: 3, title", "“minutes” is no word to translate; it stands only in the deck itself. Take it out here."),
    "structure of an answer": ("answer: {unit: Euro}", "answer: {unit: Euro, ⟦minimum: 1}", "“minimum” is no word to translate; it stands only in the deck itself. Take it out here."),
    "a misspelt word": ("  free: {title", "  free: {⟦titel: X, title", "“titel” is nothing to translate in “free”; “title” was probably meant."),
    "a word the deck does not have": ("  free: {title", "  free: {⟦why: Darum., title", "The deck has no “why” here, so there is nothing to translate."),
    "a list for a text": ("title: Frei", "title: ⟦[Frei]", "“title” wants a text, but a list stands here."),
    "a text for a list": ("hints: [Umsehen.]", "hints: ⟦Umsehen.", "“hints” wants a list, each entry on a line that begins with a dash, not “Umsehen.”."),
    "a list for ids": ("  two: {title: Zwei}\n  three: {title: Drei}\n", "  two: ⟦[Zwei]\n", "“two” wants keys with their words, but a list stands here."),
    "options of rows": ("rows: {praise: {title: Lob}, blame: {title: Tadel}}", "⟦options: {a: {title: A}}", "“options” is nothing to translate in “answer”. Known here: columns, rows."),
    "not YAML": ("title: Frei", "title: ⟦@Frei", "A text cannot begin with this character, and a line cannot be indented with tabs. Use spaces, or put quotes around the text."),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS.values(), ids=list(FAULTS))
def test_a_faulty_translation_leaves_the_deck_in_its_language(tmp_path: Path, case: tuple[str, str, str]) -> None:
    """The fault is named in its place, and the deck opens in its base language."""
    old, new, message = case
    assert GERMAN.count(old) == 1
    text = GERMAN.replace(old, new)
    before = text[: text.index(MARK)] if MARK in text else ""
    loaded = load(tmp_path, "de", de=text.replace(MARK, ""))
    found = [f"{fault.line}:{fault.column}: {fault.message}" for fault in loaded.overlay_faults]
    assert found == [f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}: {message}"]
    assert loaded.overlay_faults[0].file == str(tmp_path / "base.de.yaml")
    assert (loaded.deck.language, loaded.deck.title) == ("en", "Base")


def test_a_faulty_specific_translation_falls_back_to_the_general_one(tmp_path: Path) -> None:
    """de-x-sie is wrong, de is right."""
    loaded = load(tmp_path, "de-x-sie", de=GERMAN, de_x_sie=POLITE.replace("free", "fre"))
    assert len(loaded.overlay_faults) == 1
    assert (loaded.deck.language, loaded.deck.title) == ("de", "Grundlage")


def test_all_faults_of_a_translation_at_once(tmp_path: Path) -> None:
    """A translator mends everything in one go."""
    text = (
        GERMAN.replace("  free: {", "  fre: {")
        .replace("  short: {", "  shirt: {")
        .replace("title: Grundlage", "titel: x")
    )
    assert len(load(tmp_path, "de", de=text).overlay_faults) == 3


def remarks(folder: Path, **overlays: str) -> list[str]:
    """What ``deck check`` remarks of translations."""
    load(folder, None, **overlays)
    report = check_deck(folder / "base.yaml")
    assert report.faults == ()
    return [
        f"{Path(remark.file).name}:{remark.line}: {remark.message}"
        for remark in report.remarks
        if Path(remark.file).name != "base.yaml"
    ]


def test_a_whole_translation_has_no_remarks(tmp_path: Path) -> None:
    """A variant that changes some words of a translation has none either."""
    assert remarks(tmp_path, de=GERMAN, de_x_sie=POLITE) == []


def test_strange_placeholders_of_a_translation_are_remarked(tmp_path: Path) -> None:
    """Names stay in the language of the format; a translated name is one into which nothing is put."""
    text = GERMAN.replace('c-sum: {says: "{a} und {b}"}', 'c-sum: {says: "{zeile}"}')
    assert remarks(tmp_path, de=text) == [
        (
            "base.de.yaml:55: Nothing is ever put into “{zeile}”. "
            "Known here: {a}, {b}, {column}, {date}, {item}, {m}, {n}, {row}, {title}."
        )
    ]


def test_missing_words_are_remarked(tmp_path: Path) -> None:
    """One remark for each thing that is not wholly translated, where it stands."""
    text = GERMAN
    for cut in ("about: Ein Stapel für Tests.\n", "    why: Es lohnt sich.\n", ", 5: Immer", "  free: {title: Frei, prompt: Und nun?}\n",
                ", gives: {mirror: Ehrlichkeit}", ", unit: Std.", "pictures: {chain: {title: Kette}}\n"):  # fmt: skip
        assert text.count(cut) == 1
        text = text.replace(cut, "")
    assert remarks(tmp_path, de=text) == [
        "base.de.yaml:0: Not translated in base: about.",
        "base.de.yaml:11: Not translated in cards.goals: why.",
        "base.de.yaml:15: Not translated in cards.mirror.answer: labels.5.",
        "base.de.yaml:27: Not translated in cards.channels.answer.columns.hours: unit.",
        "base.de.yaml:0: Not translated in cards.free: title, prompt.",
        "base.de.yaml:48: Not translated in recipes.short: gives.mirror.",
        "base.de.yaml:0: Not translated in pictures.chain: title.",
    ]


def test_a_translation_can_be_checked_by_itself(tmp_path: Path) -> None:
    """Its deck is found beside it."""
    load(tmp_path, None, de=GERMAN.replace("title: Frei", "titel: Frei"))
    report = check_deck(tmp_path / "base.de.yaml")
    assert [str(fault.message) for fault in report.faults] == [
        "“titel” is nothing to translate in “free”; “title” was probably meant."
    ]
    (tmp_path / "base.yaml").unlink()
    report = check_deck(tmp_path / "base.de.yaml")
    assert [str(fault.message) for fault in report.faults] == [
        "This translates “base”, but there is no base.yaml beside it."
    ]
