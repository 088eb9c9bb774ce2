"""What refers to something that is not there, or cannot be referred to, is a fault where it stands."""

# ruff: noqa: E501 (a table reads best with one case a line)

from __future__ import annotations

from pathlib import Path

import pytest
from deck.spoiling import BASE, MARK, assert_one_fault, faults_in, spoil

NO_ITEMS = "gives no items to pick from. Only a list, or a table with free rows, does."
NO_KNOWING = "is picked from items that each organisation writes itself, so"

CARDS = {
    "suit": ("id: free\n    suit: two", "id: free\n    suit: ⟦twoo", "There is no suit “twoo”; “two” was probably meant."),
    "suit far off": ("id: free\n    suit: two", "id: free\n    suit: ⟦zebra", "There is no suit “zebra”."),
    "from": ("{kind: rank, from: goals}", "{kind: rank, from: ⟦goal}", "There is no card “goal”; “goals” was probably meant."),
    "from a figure": ("{kind: rank, from: goals}", "{kind: rank, from: ⟦budget}", f"The card “budget” {NO_ITEMS}"),
    "from fixed rows": ("{kind: rank, from: goals}", "{kind: rank, from: ⟦rules}", f"The card “rules” {NO_ITEMS}"),
    "from rows of items": ("{kind: rank, from: goals}", "{kind: rank, from: ⟦effort}", f"The card “effort” {NO_ITEMS}"),
    "each": ("rows: {each: channels}", "rows: {each: ⟦chanels}", "There is no card “chanels”; “channels” was probably meant."),
    "each of a text": ("rows: {each: channels}", "rows: {each: ⟦free}", f"The card “free” {NO_ITEMS}"),
    "a column's from": (
        "{id: aim, title: Aim, kind: choice, from: goals,",
        "{id: aim, title: Aim, kind: choice, from: ⟦gaols,",
        "There is no card “gaols”; “goals” was probably meant.",
    ),
    "profile": ("profile: {no-strategy: mirror}", "profile: {no-strategy: ⟦miror}", "There is no card “miror”; “mirror” was probably meant."),
    "profile of a list": (
        "profile: {no-strategy: mirror}",
        "profile: {no-strategy: ⟦goals}",
        "A mistake is rated on a card of kind scale; “goals” is of kind list.",
    ),
    "profile of what is no mistake": (
        "profile: {no-strategy: mirror}",
        "profile: {⟦no-idea: mirror}",
        ("“no-idea” is not known as “profile”. "
        "It is one of: no-strategy, no-evidence, no-conversation, algorithm-chasing, no-adaptation."),
    ),
    "recipe": ("cards: [goals, {card: mirror, gives: Honesty}", "cards: [⟦gaols, {card: mirror, gives: Honesty}", "There is no card “gaols”; “goals” was probably meant."),
    "recipe in a map": ("{card: mirror, gives: Honesty}", "{card: ⟦mirrors, gives: Honesty}", "There is no card “mirrors”; “mirror” was probably meant."),
    "builds_on": ("builds_on: [goals]", "builds_on: [⟦gaols]", "There is no card “gaols”; “goals” was probably meant."),
    "section's suit": ("suits: [one], profile", "suits: [⟦on], profile", "There is no suit “on”; “one” was probably meant."),
    "section's card": ("cards: [channels, effort]", "cards: [channels, ⟦efort]", "There is no card “efort”; “effort” was probably meant."),
    "section with both": (
        "{id: second, title: Second, cards: [channels, effort]}",
        "{id: second, title: Second, suits: [two], ⟦cards: [channels, effort]}",
        "“suits” and “cards” cannot both stand here. Keep one of them.",
    ),
    "section with neither": (
        "{id: second, title: Second, cards: [channels, effort]}",
        "⟦{id: second, title: Second}",
        "“suits” or “cards” is missing here: what does this section print?",
    ),
    "one page": ("{card: goals, place: top}", "{card: goals, place: top}\n    - {card: ⟦gaols}", "There is no card “gaols”; “goals” was probably meant."),
    "one page's column": (
        "columns: [name, aim]",
        "columns: [name, ⟦aims]",
        "The card “channels” has no column “aims”; “aim” was probably meant.",
    ),
    "columns of no table": (
        "{card: goals, place: top}",
        "{card: goals, columns: [⟦text]}",
        "The card “goals” is no table, so it has no column “text”. Write “goals” alone.",
    ),
    "beside": ("beside: goals", "beside: ⟦budget", "The card “budget” is not on the one page, so nothing can stand beside it."),
    "picture": ("of: [channels.aim, goals]", "of: [⟦channels.aims, goals]", "The card “channels” has no column “aims”; “aim” was probably meant."),
    "picture of words": ("of: [channels.aim, goals]", "of: [⟦all channels]", "“of” wants CARD, CARD.COLUMN or CARD.COLUMN[ROW], not “all channels”."),
    "stress removes": ("remove: [goals]", "remove: [⟦budget]", f"The card “budget” {NO_ITEMS}"),
    "stress halves": (
        "halve: [channels.hours, budget]",
        "halve: [channels.hours, ⟦goals]",
        "“goals” is no figure: it is of kind list. A column or card of kind number or scale is needed.",
    ),
    "loose ends": ("{card: effort, where:", "{card: ⟦efort, where:", "There is no card “efort”; “effort” was probably meant."),
    "loose ends of no table": (
        "{card: effort, where: {state: {lacks: good}}}",
        "{card: goals, where: ⟦{state: {lacks: good}}}",
        "“where” chooses rows of a table, and “goals” is none.",
    ),
    "next review": ("next_review: review", "next_review: ⟦reviw", "There is no card “reviw”; “review” was probably meant."),
    "next review of a figure": (
        "next_review: review",
        "next_review: ⟦budget",
        "The card “budget” asks for no day. Its answer has to be of kind date.",
    ),
    "next review as a list": ("next_review: review", "next_review: ⟦[review]", "“next_review” wants the id of a card, but a list stands here."),
    "two reviews": (
        "checks:\n",
        "  - {id: long, title: Long, ⟦review: true, cards: [goals]}\nchecks:\n",
        "Only one recipe can be the one that a review takes by default; the first is in line 102.",
    ),
}  # fmt: skip

WHEN = "when: {any: [{card: situation, has: ads}, {not: {card: mirror, below: 3}}]}"
HOW = "A condition is “card” with one of answered, has, below, above; or one of all, any, not."
CONDITIONS = {
    "card": (WHEN, "when: {card: ⟦situaton, has: ads}", "There is no card “situaton”; “situation” was probably meant."),
    "option": (WHEN, "when: {card: situation, has: ⟦adds}", "“situation” has no option “adds”; “ads” was probably meant."),
    "option far off": (WHEN, "when: {card: situation, has: ⟦zebra}", "“situation” has no option “zebra”. It has: ads, team, none."),
    "option of a text": (WHEN, "when: {card: free, has: ⟦ads}", "“free” has no options, so it cannot have “ads”."),
    "option of items": (WHEN, "when: {card: order, has: ⟦x}", f"“order” {NO_KNOWING} “x” cannot be known here."),
    "below of a list": (WHEN, "when: {card: ⟦goals, below: 3}", "The card “goals” is no figure, so it is neither above nor below 3."),
    "below of words": (WHEN, "when: {card: mirror, below: ⟦low}", "“below” wants a number, not “low”."),
    "answered by words": (WHEN, "when: {card: mirror, answered: ⟦yes}", "“answered” wants true or false, not “yes”."),
    "no test": (WHEN, "when: ⟦{card: mirror}", HOW),
    "no card": (WHEN, "when: ⟦{answered: true}", HOW),
    "two tests": (WHEN, "when: ⟦{card: mirror, answered: true, below: 3}", HOW),
    "empty": (WHEN, "when: ⟦{}", HOW),
    "empty any": (WHEN, "when: {any: ⟦[]}", "“any” is an empty list. Put something into it."),
    "not of a list": (WHEN, "when: {not: ⟦[{card: mirror, answered: true}]}", "“not” wants a condition, such as {card: goals, answered: true}, but a list stands here."),
    "words": (WHEN, "when: ⟦situation has ads", "“when” wants a condition, such as {card: goals, answered: true}, not “situation has ads”."),
    "unknown key": (WHEN, "when: {card: mirror, ⟦belw: 3}", "“belw” is no key of a condition; “below” was probably meant."),
    "deep down": (WHEN, "when: {all: [{any: [{not: {card: ⟦miror, answered: true}}]}]}", "There is no card “miror”; “mirror” was probably meant."),
}  # fmt: skip


@pytest.mark.parametrize("case", [*CARDS.values(), *CONDITIONS.values()], ids=[*CARDS, *CONDITIONS])
def test_fault(tmp_path: Path, case: tuple[str, str, str]) -> None:
    """Each mistake by itself."""
    assert_one_fault(tmp_path, *case)


CIRCLES = {
    "itself": (
        "{kind: rank, from: goals}",
        "{kind: choice, options: [{id: a, title: A}]}\n    when: {card: ⟦order, has: a}",
        "order → order",
    ),
    "when and when": (
        "answer: {kind: scale, from: 1, to: 5, labels: {1: Never, 5: Always}}",
        "answer: {kind: scale}\n    when: {card: effort, answered: true}",
        "mirror → effort → mirror",
    ),
    "from and when": (
        "at_least: 1, at_most: 3}",
        "at_least: 1, at_most: 3}\n    when: {card: order, answered: true}",
        "goals → order → goals",
    ),
    "each and from": (
        "{id: start, title: Start, kind: date}",
        "{id: start, title: Start, kind: date}\n        - {id: next, title: Next, kind: choice, from: channels}",
        "channels → channels",
    ),
}


@pytest.mark.parametrize("case", CIRCLES.values(), ids=list(CIRCLES))
def test_circles(tmp_path: Path, case: tuple[str, str, str]) -> None:
    """Cards that wait for each other are a fault that names them."""
    old, new, circle = case
    text, place = spoil(old, new)
    found = faults_in(tmp_path, text)
    assert len(found) == 1
    assert found[0].endswith(f"These cards wait for each other: {circle}. Take one of “when”, “from” or “each” away.")
    assert found[0].startswith(place) or MARK not in new


def test_items_need_names(tmp_path: Path) -> None:
    """A card that others pick from begins with a column of text."""
    text = BASE.replace("{id: name, title: Name, kind: text,", "{id: name, title: Name, kind: date,")
    assert faults_in(tmp_path, text) == [
        "61:20: Rows of “channels” are named by its first column, and “name” is no text. Put a column of kind text first."
    ]


def test_a_long_chain_of_cards_is_no_circle(tmp_path: Path) -> None:
    """Thousands of cards may wait for one another, as long as one is first."""
    cards = "".join(
        f"  - {{id: c-{n}, suit: one, title: T, prompt: P, answer: {{kind: text}}, when: {{card: c-{n - 1}, answered: true}}}}\n"
        for n in range(1, 3000)
    )
    text = BASE.replace(
        "recipes:\n", "  - {id: c-0, suit: one, title: T, prompt: P, answer: {kind: text}}\n" + cards + "recipes:\n"
    )
    assert faults_in(tmp_path, text) == []


def test_all_faults_at_once_in_file_order(tmp_path: Path) -> None:
    """An author mends everything in one go."""
    text = BASE
    for old, new in (
        ("title: Base", "titel: Base"),
        ("suit: one\n    title: Goals", "suit: on\n    title: Goals"),
        ("kind: date}", "kind: datum}"),
    ):
        text = text.replace(old, new, 1)
    text = text.replace("builds_on: [goals]", "builds_on: [goals, gaols]").replace("title: Base", "", 1)
    found = faults_in(tmp_path, text)
    lines = [int(fault.split(":")[0]) for fault in found]
    assert lines == sorted(lines)
    assert len(found) >= 5


def test_two_mistakes_in_one_condition(tmp_path: Path) -> None:
    """A misspelt test does not hide a misspelt card."""
    text = BASE.replace(WHEN, "when: {card: miror, belw: 3}")
    assert [fault.split(": ", 1)[1] for fault in faults_in(tmp_path, text)] == [
        "There is no card “miror”; “mirror” was probably meant.",
        "“belw” is no key of a condition; “below” was probably meant.",
    ]
