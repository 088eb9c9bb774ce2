"""One mistake, one fault: at its very place, saying what is wrong and what would be right."""

# ruff: noqa: E501 (a table reads best with one case a line)

from __future__ import annotations

from pathlib import Path

import pytest
from deck.spoiling import BASE, assert_one_fault, faults_in


def test_the_base_is_right(tmp_path: Path) -> None:
    """All mistakes below are made in a deck without any."""
    assert faults_in(tmp_path, BASE) == []


KNOWN_CARD_KEYS = "id, suit, title, prompt, answer, why, hints, example, pitfall, facilitation, facts, minutes, core, counters, fresh_for, seal, when"
ID_HINT = "Ids are lower-case words joined by hyphens, such as"

KEYS = {
    "misspelt key": ("prompt: Which goals?", "⟦promt: x\n    prompt: y", "“promt” is no key of “cards”; “prompt” was probably meant."),
    "unknown key": (
        "prompt: Which goals?",
        "prompt: y\n    ⟦zebra: x",
        f"“zebra” is no key of “cards”. Known here: {KNOWN_CARD_KEYS}. A key of your own begins with x-.",
    ),
    "unknown top key": ("jokers:", "⟦joker:", "“joker” is no key of “deck”; “jokers” was probably meant."),
    "key of another kind": (
        "{kind: date}\n  - id: budget",
        "{kind: date, ⟦lines: 3}\n  - id: budget",
        "“lines” does not go with this kind. Known here: kind.",
    ),
    "no title": ("id: free\n    suit: two\n    title: Free\n", "⟦id: free\n    suit: two\n", "“title” is missing here."),
    "empty title": ("title: Review", "⟦title:", "“title” is empty. It is needed here."),
    "blank title": ("title: Review", "title: ⟦' '", "“title” is empty. Write something, or take the line out."),
    "title of control characters": ("title: Review", 'title: ⟦"\\e\\0"', "“title” is empty. Write something, or take the line out."),
    "title of two paragraphs": ("title: Review", 'title: ⟦"Re\\Pview"', "“title” has to fit on one line."),
    "title of two lines": ("title: Review", 'title: ⟦"Re\\nview"', "“title” has to fit on one line."),
    "twice the same key": (
        "title: Review",
        "title: Review\n    ⟦title: Again",
        "“title” stands here a second time; it is already in line 81. Keep one of them.",
    ),
    "a list for a text": ("prompt: When?", "prompt: ⟦[a, b]", "“prompt” wants a text, but a list stands here."),
    "a map for a text": ("prompt: When?", "prompt: ⟦{a: b}", "“prompt” wants a text, but a block of keys and values stands here."),
    "a text for a list": (
        "hints: [Look around., Ask somebody.]",
        "hints: ⟦Look around.",
        "“hints” wants a list, each entry on a line that begins with a dash, not “Look around.”.",
    ),
    "a text for a map": ("{kind: date}\n  - id: budget", "⟦date\n  - id: budget", "“answer” wants keys with values, such as “kind: text”, not “date”."),
    "an empty hint": ("[Look around., Ask somebody.]", "[Look around., ⟦'']", "“hints” is empty. Write something, or take the line out."),
    "a number for true": ("core: true", "core: ⟦1", "“core” wants true or false, not “1”."),
    "yes for true": ("core: true", "core: ⟦yes", "“core” wants true or false, not “yes”."),
    "quoted true": ("core: true", "core: ⟦'true'", "“core” wants true or false, not “true”."),
    "half-minutes": ("minutes: 2.5", "minutes: ⟦2.3", "“minutes” comes in steps of 0.5: 2.5 instead of 2.3."),
    "no minutes": ("minutes: 2.5", "minutes: ⟦0", "“minutes” is at least 0.5, not 0."),
    "endless minutes": ("minutes: 2.5", "minutes: ⟦1001", "“minutes” is at most 1000, not 1001."),
    "minutes in words": ("minutes: 2.5", "minutes: ⟦ten", "“minutes” wants a number, not “ten”."),
    "a span without unit": (
        "fresh_for: 12 months",
        "fresh_for: ⟦12",
        "“fresh_for” wants a length of time such as “10 days”, “2 weeks”, “6 months” or “1 year”, not “12”.",
    ),
    "a span of nothing": (
        "fresh_for: 12 months",
        "fresh_for: ⟦0 days",
        "“fresh_for” wants a length of time such as “10 days”, “2 weeks”, “6 months” or “1 year”, not “0 days”.",
    ),
    "unknown seal": ("seal: until-review", "seal: ⟦always", "“always” is not known as “seal”. It is one of: until-review."),
    "unknown colour": (
        "color: rose",
        "color: ⟦bleu",
        ("“bleu” is not known as “color”; “blue” was probably meant. "
        "It is one of: slate, blue, rose, green, amber, coral, violet, brown, cyan."),
    ),
    "wide symbol": ('symbol: "■"', 'symbol: ⟦"🎯"', "A symbol is one character that is one cell wide, such as ▲, ■ or ∞."),
    "wide letter": ('symbol: "■"', "symbol: ⟦中", "A symbol is one character that is one cell wide, such as ▲, ■ or ∞."),
    "combining symbol": ('symbol: "■"', 'symbol: ⟦"\\u0301"', "A symbol is one character that is one cell wide, such as ▲, ■ or ∞."),
    "long symbol": ('symbol: "■"', "symbol: ⟦ab", "A symbol is one character that is one cell wide, such as ▲, ■ or ∞."),
    "progress symbol": ('symbol: "■"', "symbol: ⟦●", "“●” shows how far a card is, so a suit needs another symbol."),
    "unknown mistake": (
        "counters: [no-strategy]",
        "counters: [⟦no-stratgy]",
        ("“no-stratgy” is not known as “counters”; “no-strategy” was probably meant. "
        "It is one of: no-strategy, no-evidence, no-conversation, algorithm-chasing, no-adaptation."),
    ),
    "twice the same mistake": (
        "counters: [no-strategy]",
        "counters: [no-strategy, ⟦no-strategy]",
        "“no-strategy” stands twice in “counters”. Once is enough.",
    ),
    "no language": ("language: en", "language: ⟦e_n", "“e_n” is no language tag. Write en, de or the like."),
    "a newer format": ("format: 1", "format: ⟦2", "This deck is written in format 2 and needs a newer Impact Cards; this one reads format 1."),
    "format 0": ("format: 1", "format: ⟦0", "“format” is at least 1, not 0."),
    "a format in words": ("format: 1", "format: ⟦one", "“format” wants a whole number, not “one”."),
    "people": ("people: [1, 6]", "people: ⟦[6, 1]", "“people” wants two whole numbers, the smaller first, such as [1, 6], but a list stands here."),
    "a fact without source": (
        "facts: [{text: It is so., place: DE, as_of: 2026-11-24, source: A page}]",
        "facts: [⟦{text: It is so., place: DE, as_of: 2026-11-24}]",
        "“source” is missing here.",
    ),
    "a wrong break": ("{break: 5}", "{break: ⟦5.2}", "“break” comes in steps of 0.5: 5 instead of 5.2."),
    "a deal of nothing": (
        "[goals, {card: mirror, gives: Honesty}, {break: 5}, channels]",
        "[goals, ⟦[mirror]]",
        "“cards” wants the id of a card, {card: ID, gives: …}, or {break: 10}, but a list stands here.",
    ),
    "an empty recipe": ("[goals, {card: mirror, gives: Honesty}, {break: 5}, channels]", "⟦[]", "“cards” is an empty list. Put something into it."),
    "a card dealt twice": ("{break: 5}, channels]", "{break: 5}, ⟦goals]", "The card “goals” is dealt twice in this recipe. Once is enough."),
}  # fmt: skip

IDS = {
    "no id": ("id: free\n", "⟦x-id: free\n", "“id” is missing here."),
    "capitals": ("  - id: free\n", "  - id: ⟦Our Review!\n", f"“Our Review!” cannot be an id. {ID_HINT} “our-review”."),
    "umlauts": ("  - id: free\n", "  - id: ⟦rückblick\n", f"“rückblick” cannot be an id. {ID_HINT} “rueckblick”."),
    "underscore": ("  - id: free\n", "  - id: ⟦re_view\n", f"“re_view” cannot be an id. {ID_HINT} “re-view”."),
    "a number": ("  - id: free\n", "  - id: ⟦12\n", f"“12” cannot be an id. {ID_HINT} “goals”."),
    "two hyphens": ("  - id: free\n", "  - id: ⟦re--view\n", f"“re--view” cannot be an id. {ID_HINT} “re-view”."),
    "too long": ("  - id: free\n", f"  - id: ⟦{'x' * 65}\n", f"“{'x' * 59}…” is too long for an id, which has at most 64 characters."),
    "a path": ("  - id: free\n", "  - id: ⟦../x\n", f"“../x” cannot be an id. {ID_HINT} “x”."),
    "a YAML word": ("{id: team, title: Team}", "{id: ⟦no, title: Team}", "“no” cannot be an id, because YAML has another meaning for it."),
    "the word id": ("{id: blame, title: Blame}", "{id: ⟦id, title: Blame}", "“id” cannot be an id here, because it is a key of the format."),
    "a word of where": (
        "{id: note, title: Note, kind: text, lines: 2}",
        "{id: ⟦row, title: Note, kind: text, lines: 2}",
        "“row” cannot be an id here, because it is a key of the format.",
    ),
    "card twice": (
        "  - id: free\n",
        "  - id: ⟦order\n",
        "The id “order” stands here a second time; it is already in line 74. Every id stands once.",
    ),
    "suit twice": (
        "{id: three, title: Three",
        "{id: ⟦one, title: Three",
        "The id “one” stands here a second time; it is already in line 10. Every id stands once.",
    ),
    "option twice": (
        "{id: fair, title: Fair}",
        "{id: ⟦good, title: Fair}",
        "The id “good” stands here a second time; it is already in line 65. Every id stands once.",
    ),
    "row twice": (
        "{id: blame, title: Blame}",
        "{id: ⟦praise, title: Blame}",
        "The id “praise” stands here a second time; it is already in line 72. Every id stands once.",
    ),
    "column twice": (
        "{id: note, title: Note, kind: text, lines: 2}",
        "{id: ⟦amount, title: Note, kind: text, lines: 2}",
        "The id “amount” stands here a second time; it is already in line 73. Every id stands once.",
    ),
    "check twice": ("{id: c-none,", "{id: ⟦c-sum,", "The id “c-sum” stands here a second time; it is already in line 105. Every id stands once."),
}  # fmt: skip

ANSWERS = {
    "no kind": ("{kind: date}\n  - id: budget", "⟦{}\n  - id: budget", "“kind” is missing here. It is one of: text, list, choice, rank, scale, number, date, table."),
    "misspelt kind": (
        "{kind: date}\n  - id: budget",
        "{kind: ⟦dat}\n  - id: budget",
        ("“dat” is not known as “kind”; “date” was probably meant. "
        "It is one of: text, list, choice, rank, scale, number, date, table."),
    ),
    "a list as column": (
        "{id: note, title: Note, kind: text, lines: 2}",
        "{id: note, title: Note, kind: ⟦list}",
        "A column cannot be of kind list. It is one of: text, number, date, choice, scale.",
    ),
    "limits swapped": ("at_least: 1, at_most: 3", "at_least: 4, at_most: ⟦3", "“at_least” (4) is above “at_most” (3). Swap them."),
    "minimum above maximum": (
        "unit: EUR, minimum: 0, maximum: 1000",
        "unit: EUR, minimum: 1, maximum: ⟦0.5",
        "“minimum” (1) is above “maximum” (0.5). Swap them.",
    ),
    "a limit of nothing": ("at_least: 1, at_most: 3", "at_most: ⟦0", "“at_most” is at least 1, not 0."),
    "a scale that falls": (
        "from: 1, to: 5, labels: {1: Never, 5: Always}",
        "from: 5, to: ⟦1",
        "A scale rises: “from” (5) has to be below “to” (1).",
    ),
    "too many steps": (
        "from: 1, to: 5, labels: {1: Never, 5: Always}",
        "from: 0, to: ⟦11",
        "A scale has at most 11 steps; from 0 to 11 there are 12.",
    ),
    "label outside": (
        "labels: {1: Never, 5: Always}",
        "labels: {1: Never, ⟦6: Always}",
        "The label 6 stands outside the scale, which goes from 1 to 5.",
    ),
    "label of no step": (
        "labels: {1: Never, 5: Always}",
        "labels: {⟦low: Never, 5: Always}",
        "“labels” wants steps of the scale with their words, such as {1: never, 5: always}, not “low”.",
    ),
    "labels as a list": ("labels: {1: Never, 5: Always}", "labels: ⟦[Never, Always]", "“labels” wants keys with values, but a list stands here."),
    "options and from": (
        "kind: rank, from: goals",
        "kind: rank, ⟦from: goals, options: [{id: a, title: A}]",
        "“options” and “from” cannot both stand here. Keep one of them.",
    ),
    "neither": ("{kind: rank, from: goals}", "⟦{kind: rank}", "“options” is missing here, or “from” with a card to pick from."),
    "no options": ("{kind: rank, from: goals}", "{kind: rank, options: ⟦[]}", "“options” is an empty list. Put something into it."),
    "limits of fixed rows": (
        "rows: [{id: praise, title: Praise}, {id: blame, title: Blame}]",
        "⟦at_most: 3\n      rows: [{id: praise, title: Praise}, {id: blame, title: Blame}]",
        "“at_most” is for tables with free rows; here “rows” says which rows there are.",
    ),
    "cover without from": (
        "{id: note, title: Note, kind: text, lines: 2}",
        "{id: note, title: Note, kind: text, ⟦cover: true}",
        "“cover” is for a choice with “from”: only then are there items to cover.",
    ),
    "rows in words": ("rows: {each: channels}", "rows: ⟦channels", "“rows” wants a list of rows with id and title, or {each: CARD}, not “channels”."),
    "no columns": (
        "columns: [{id: amount, title: Amount, kind: number}, {id: note, title: Note, kind: text, lines: 2}]",
        "columns: ⟦[]",
        "“columns” is an empty list. Put something into it.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", [*KEYS.values(), *IDS.values(), *ANSWERS.values()], ids=[*KEYS, *IDS, *ANSWERS])
def test_fault(tmp_path: Path, case: tuple[str, str, str]) -> None:
    """Each mistake by itself."""
    assert_one_fault(tmp_path, *case)
