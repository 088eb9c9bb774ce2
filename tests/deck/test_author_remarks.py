"""What ``deck check`` remarks of a deck that is right: each remark where it belongs, and silence where it would nag."""

# ruff: noqa: E501 (a table reads best with one case a line)

from __future__ import annotations

from pathlib import Path

import pytest

from impactcards.deck.author.limits import count_words
from impactcards.deck.check import Report, check_deck
from impactcards.deck.library import bundled_folder

#: A deck with nothing to mend. Its second card is whole, so that its words are measured.
RIGHT = """\
format: 1
id: right
language: en
title: Right
version: 1.0.0
profile: {no-strategy: rating}
suits:
  - {id: one, title: One, symbol: "▲", color: blue}
  - {id: two, title: Two, symbol: "■", color: rose}
cards:
  - id: guests
    suit: one
    title: Our guests
    prompt: Who comes?
    minutes: 2.5
    answer: {kind: list}
  - id: rides
    suit: one
    title: The rides
    prompt: What do they ride?
    why: Because.
    hints: [Ask a child., Count the seats.]
    example: The ladder truck.
    pitfall: Everything.
    minutes: 2.5
    core: true
    counters: [no-strategy]
    answer:
      kind: table
      columns:
        - {id: ride, title: Ride, kind: text}
        - {id: guests, title: For whom, kind: choice, from: guests, required: true}
        - {id: crew, title: Crew, kind: text}
  - id: rating
    suit: two
    title: How it went
    prompt: How did it go?
    minutes: 2
    answer: {kind: scale}
  - id: promise
    suit: two
    title: What they get
    prompt: What do they take home?
    answer: {kind: table, rows: {each: guests}, columns: [{id: gift, title: Gift, kind: text}]}
recipes:
  - {id: all, title: All, minutes: 15, cards: [guests, rides, rating, {break: 3}, promise]}
"""
DEALT = "[guests, rides, rating, {break: 3}, promise]}"


def check(folder: Path, text: str, **translations: str) -> Report:
    """What is found in a deck with translations beside it (``de_AT=…`` is the one in de-AT)."""
    path = folder / "right.yaml"
    path.write_text(text, encoding="utf-8")
    for tag, words in translations.items():
        (folder / f"right.{tag.replace('_', '-')}.yaml").write_text(words, encoding="utf-8")
    return check_deck(path)


def remarks(report: Report) -> list[str]:
    """Each as ``LINE: words``, of a deck without faults."""
    assert report.faults == ()
    return [f"{remark.line}: {remark.message}" for remark in report.remarks]


def changed(*changes: tuple[str, str]) -> str:
    """The right deck with changes, each of which has to find its place."""
    text = RIGHT
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def words(count: int) -> str:
    """So many words."""
    return " ".join(["word"] * count)


def test_the_right_deck_has_nothing_to_mend(tmp_path: Path) -> None:
    assert remarks(check(tmp_path, RIGHT)) == []


CASES = {
    "a suit without cards": (
        [("cards:\n  - id: guests", '  - {id: three, title: Three, symbol: "∞", color: cyan}\ncards:\n  - id: guests')],
        ["10: No card belongs to the suit “three”."],
    ),
    "a core card without help": (
        [("    hints: [Ask a child., Count the seats.]\n    example: The ladder truck.\n", "")],
        ["17: The core card “rides” has no hints, example on its back."],
    ),
    "a recipe over its box": (
        [("minutes: 15", "minutes: 14.5")],
        ["46: “all” needs 15 minutes with its breaks, but its time box is 14.5."],
    ),
    "a card in no recipe": (
        [("rating, {break: 3}", "{break: 3}")],
        ["34: The card “rating” is in no recipe."],
    ),
    "rows of a list that is dealt later": (
        [(DEALT, "[promise, guests, rides, rating]}")],
        ["46: “promise” needs the list “guests”, which “all” deals only later. Deal it before, or name it in “builds_on”."],
    ),
    "a required column of a list that is not dealt": (
        [(DEALT, "[rides, rating]}\n  - {id: rest, title: Rest, cards: [guests, promise]}")],
        ["46: “rides” needs the list “guests”, which “all” does not deal. Deal it before, or name it in “builds_on”."],
    ),
    "a column that covers a list that is not dealt": (
        [("from: guests, required: true", "from: guests, cover: true"), (DEALT, "[{card: rides, gives: Fun}]}\n  - {id: rest, title: Rest, cards: [guests, rating, promise]}")],
        ["46: “rides” needs the list “guests”, which “all” does not deal. Deal it before, or name it in “builds_on”."],
    ),
    "a pick from a list that is not dealt": (
        [("answer: {kind: scale}", "answer: {kind: rank, from: guests}"), ("profile: {no-strategy: rating}\n", ""), (DEALT, "[rating]}\n  - {id: rest, title: Rest, cards: [guests, rides, promise]}")],
        ["45: “rating” needs the list “guests”, which “all” does not deal. Deal it before, or name it in “builds_on”."],
    ),
    "a mistake without a core card": (
        [("    counters: [no-strategy]\n", "")],
        ["6: The deck rates “no-strategy”, but no other core card has it among what it “counters”."],
    ),
    "a mistake that only its rating counters": (
        [("    counters: [no-strategy]\n", ""), ("    minutes: 2\n", "    minutes: 2\n    core: true\n    counters: [no-strategy]\n    why: So.\n    hints: [Look., See.]\n    example: Well.\n    pitfall: Badly.\n")],
        ["6: The deck rates “no-strategy”, but no other core card has it among what it “counters”."],
    ),
    "a list asked for again, by its id": (
        [("kind: choice, from: guests, required: true", "kind: text"), ("rows: {each: guests}, ", "")],
        ["32: Nothing picks from “guests”, and the column “guests” of “rides” asks for the same as text. With “kind: choice, from: guests” people pick."],
    ),
    "a list asked for again, in the singular": (
        [("{id: guests, title: For whom, kind: choice, from: guests, required: true}", "{id: guest, title: For whom, kind: text}"), ("rows: {each: guests}, ", "")],
        ["32: Nothing picks from “guests”, and the column “guest” of “rides” asks for the same as text. With “kind: choice, from: guests” people pick."],
    ),
    "a list asked for again, by its title": (
        [("{id: guests, title: For whom, kind: choice, from: guests, required: true}", "{id: whom, title: our guests, kind: text}"), ("rows: {each: guests}, ", "")],
        ["32: Nothing picks from “guests”, and the column “whom” of “rides” asks for the same as text. With “kind: choice, from: guests” people pick."],
    ),
    "a long title": (
        [("title: The rides", f"title: {'x' * 35}")],
        ["19: The title of “rides” has 35 characters; 34 fit everywhere."],
    ),
    "long words": (
        [("What do they ride?", words(31)), ("Because.", words(46)), ("Ask a child.", words(17)), ("The ladder truck.", words(76)), ("Everything.", words(31))],
        ["20: “prompt” of “rides” has 31 words; 30 are enough.", "21: “why” of “rides” has 46 words; 45 are enough.", "22: “hints” of “rides” has 17 words; 16 are enough.", "23: “example” of “rides” has 76 words; 75 are enough.", "24: “pitfall” of “rides” has 31 words; 30 are enough."],
    ),
    "a long example of a card that is no table": (
        [("The ladder truck.", words(61)), ("kind: table\n      columns:\n        - {id: ride, title: Ride, kind: text}\n        - {id: guests, title: For whom, kind: choice, from: guests, required: true}\n        - {id: crew, title: Crew, kind: text}", "kind: text")],
        ["23: “example” of “rides” has 61 words; 60 are enough."],
    ),
    "a single hint": (
        [("[Ask a child., Count the seats.]", "[Ask a child.]")],
        ["22: “hints” of “rides” are best between 2 and 4, not 1."],
    ),
    "five hints": (
        [("[Ask a child., Count the seats.]", "[A., B., C., D., E.]")],
        ["22: “hints” of “rides” are best between 2 and 4, not 5."],
    ),
    "the same prompt": (
        [("How did it go?", "What do  THEY ride?")],
        ["37: “prompt” of “rating” is word for word what stands on the card “rides”."],
    ),
    "the same hint and example": (
        [("    prompt: How did it go?\n", "    prompt: How did it go?\n    hints: [Look., Count the seats.]\n    example: The ladder truck.\n")],
        ["38: “hints” of “rating” is word for word what stands on the card “rides”.", "39: “example” of “rating” is word for word what stands on the card “rides”."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_a_remark_and_its_place(tmp_path: Path, case: tuple[list[tuple[str, str]], list[str]]) -> None:
    changes, expected = case
    assert remarks(check(tmp_path, changed(*changes))) == expected


SILENT = {
    "a list that is a result in itself": [("kind: choice, from: guests, required: true", "kind: number"), ("id: guests, title: For whom", "id: seats, title: Seats"), ("rows: {each: guests}, ", "")],
    "a list picked once, and told once": [("{id: gift, title: Gift, kind: text}", "{id: guests, title: Our guests, kind: text}")],
    "the column that names its own rows": [("{id: ride, title: Ride, kind: text}", "{id: rides, title: The rides, kind: text}")],
    "a list that the recipe builds on": [(DEALT, "[promise, guests, rides, rating], builds_on: [guests]}")],
    "a column that may stay empty": [("from: guests, required: true", "from: guests"), (DEALT, "[rides, guests, rating, promise]}")],
    "a card that is dealt only sometimes": [("    title: What they get\n", "    title: What they get\n    minutes: 30\n    when: {card: rating, above: 3}\n")],
    "a recipe without a box": [("minutes: 15, ", "")],
    "no recipes at all": [("recipes:\n  - {id: all, title: All, minutes: 15, cards: [guests, rides, rating, {break: 3}, promise]}\n", "")],
    "no profile": [("profile: {no-strategy: rating}\n", ""), ("    counters: [no-strategy]\n", "")],
    "a sketch of a card, however long": [("How did it go?", words(99)), ("title: How it went", f"title: {'x' * 60}")],
    "words up to the limits": [("title: The rides", f"title: {'x' * 34}"), ("What do they ride?", words(30)), ("Because.", words(45)), ("Ask a child.", words(16)), ("The ladder truck.", words(75)), ("Everything.", words(30))],
    "longer words in a longer language": [("language: en", "language: de"), ("title: The rides", f"title: {'x' * 39}"), ("What do they ride?", words(34)), ("Because.", words(51)), ("Ask a child.", words(18)), ("The ladder truck.", words(86)), ("Everything.", words(34))],
}  # fmt: skip


@pytest.mark.parametrize("changes", SILENT.values(), ids=list(SILENT))
def test_no_remark(tmp_path: Path, changes: list[tuple[str, str]]) -> None:
    """An author who gets remarks for nothing reads none of them."""
    assert remarks(check(tmp_path, changed(*changes))) == []


def test_words_are_counted_as_people_do() -> None:
    """A dash or a dot between words is none."""
    assert count_words("1 Planned – early · well-known, isn't it? “Yes.”") == 7
    assert count_words("") == 0


def test_what_a_deck_holds(tmp_path: Path) -> None:
    """The figures behind the line that is printed for each deck."""
    report = check(tmp_path, RIGHT)
    assert dict(report.counts) == {"suits": 2, "cards": 4, "recipes": 1, "checks": 0, "languages": 1}
    assert (report.core, report.minutes, dict(report.translated)) == (1, 12, {"en": 100})


@pytest.mark.parametrize("path", sorted(bundled_folder().glob("*.yaml")), ids=lambda path: path.name)
def test_the_bundled_decks_keep_to_all_of_it(path: Path) -> None:
    assert remarks(check_deck(path)) == []
