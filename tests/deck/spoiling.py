"""A right deck with a bit of everything, and how to spoil it: a mark shows where the fault has to be found."""

# ruff: noqa: E501 (a check reads best on one line)

from __future__ import annotations

from pathlib import Path

import pytest

from impactcards.deck.loader import load_deck
from impactcards.faults import FaultyFile

#: Stands in a spoilt text just before the character that a fault has to name.
MARK = "⟦"

BASE = """\
format: 1
id: base
language: en
title: Base
version: 1.0.0
license: CC0-1.0
about: A deck for tests.
profile: {no-strategy: mirror}
suits:
  - {id: one, title: One, symbol: "▲", color: blue, about: All of it.}
  - {id: two, title: Two, symbol: "■", color: rose}
  - {id: three, title: Three, symbol: "∞", color: cyan}
cards:
  - id: goals
    suit: one
    title: Goals
    prompt: Which goals?
    why: It pays.
    hints: [Look around., Ask somebody.]
    facts: [{text: It is so., place: DE, as_of: 2026-11-24, source: A page}]
    minutes: 2.5
    core: true
    counters: [no-strategy]
    fresh_for: 12 months
    answer: {kind: list, at_least: 1, at_most: 3}
  - id: mirror
    suit: one
    title: Mirror
    prompt: How is it?
    seal: until-review
    answer: {kind: scale, from: 1, to: 5, labels: {1: Never, 5: Always}}
  - id: situation
    suit: one
    title: Situation
    prompt: What holds?
    answer:
      kind: choice
      several: true
      at_most: 2
      options: [{id: ads, title: Ads}, {id: team, title: Team}, {id: none, title: None, alone: true}]
  - id: channels
    suit: two
    title: Channels
    prompt: Where?
    answer:
      kind: table
      at_most: 5
      columns:
        - {id: name, title: Name, kind: text, required: true, missing: "{row} has no name."}
        - {id: aim, title: Aim, kind: choice, from: goals, several: true, cover: true, uncovered: "Who serves {item}?"}
        - {id: hours, title: Hours, kind: number, unit: h, minimum: 0, maximum: 100}
        - {id: start, title: Start, kind: date}
        - {id: fit, title: Fit, kind: scale, from: 1, to: 3}
  - id: effort
    suit: two
    title: Effort
    prompt: How much?
    when: {any: [{card: situation, has: ads}, {not: {card: mirror, below: 3}}]}
    answer:
      kind: table
      rows: {each: channels}
      columns:
        - {id: posts, title: Posts, kind: number}
        - {id: hours, title: Hours, kind: number}
        - {id: state, title: State, kind: choice, options: [{id: good, title: Good}, {id: bad, title: Bad}, {id: fair, title: Fair}]}
  - id: rules
    suit: two
    title: Rules
    prompt: What then?
    answer:
      kind: table
      rows: [{id: praise, title: Praise}, {id: blame, title: Blame}]
      columns: [{id: amount, title: Amount, kind: number}, {id: note, title: Note, kind: text, lines: 2}]
  - id: order
    suit: two
    title: Order
    prompt: Which first?
    answer: {kind: rank, from: goals}
  - id: review
    suit: two
    title: Review
    prompt: When?
    answer: {kind: date}
  - id: budget
    suit: two
    title: Budget
    prompt: How much?
    answer: {kind: number, unit: EUR, minimum: 0, maximum: 1000}
  - id: free
    suit: two
    title: Free
    prompt: And now?
    answer: {kind: text, lines: 2}
recipes:
  - id: short
    title: Short
    about: A beginning.
    for: everybody
    people: [1, 6]
    minutes: 30
    builds_on: [goals]
    review: true
    cards: [goals, {card: mirror, gives: Honesty}, {break: 5}, channels]
checks:
  - {id: c-sum, form: sum, of: channels.hours, compare: above, to: "rules.amount[praise]", says: "{a} {b}"}
  - {id: c-each, form: each, of: effort, times: [posts, hours], compare: above, to: channels.hours, says: "{item}"}
  - {id: c-turn, form: each, of: effort.posts, direction: [hours, budget], where: {posts: {same_as: hours}}, compare: at_most, to: 3, says: "{row}"}
  - {id: c-rows, form: rows, of: effort, where: {state: {is: [bad]}, hours: {above: 2, empty: false}}, says: "{row}"}
  - {id: c-by, form: rows, of: channels, by: aim, where: {any: [{fit: {below: 2}}, {not: {aim: {empty: true}}}]}, says: "{item}"}
  - {id: c-none, form: none, of: rules, where: {row: [praise], amount: {above: 0}}, says: "{title}"}
  - {id: c-date, form: dates, of: review, compare: above, to: {earliest: channels.start}, says: "{date}"}
  - {id: c-old, form: dates, of: review, compare: above, to: {written: 6 months}, when: {card: goals, answered: true}, says: x}
  - {id: c-alone, form: alone, of: channels.aim, share_above: 0.5, of_at_least: 2, with: {h: hours}, says: "{n} {m} {h}"}
  - {id: c-needs, form: needs, of: order, when: {card: budget, above: 3}, counters: no-evidence, says: "{title}"}
  - {id: c-same, form: unchanged, of: [goals, mirror], to: 3, says: "{title}"}
  - {id: c-cards, form: cards, of: budget, when: {card: mirror, above: 2}, says: "{a}"}
document:
  sections:
    - {id: first, title: First, suits: [one], profile: true}
    - {id: second, title: Second, cards: [channels, effort]}
  one_page:
    - {card: goals, place: top}
    - {card: channels, columns: [name, aim], beside: goals}
  loose_ends:
    - {card: effort, where: {state: {lacks: good}}}
  pictures:
    - {id: chain, title: Chain, form: flow, of: [channels.aim, goals]}
jokers:
  - {id: phone, text: The phone rings.}
stress: {remove: [goals], halve: [channels.hours, budget]}
next_review: review
x-mine: {anything: goes}
"""


def spoil(old: str, new: str, base: str = BASE) -> tuple[str, str]:
    """The deck with ``new`` for ``old``, without the mark, and the place of the mark as LINE:COLUMN."""
    assert base.count(old) == 1, (base.count(old), old)
    text = base.replace(old, new)
    before = text[: text.index(MARK)] if MARK in text else ""
    return text.replace(MARK, ""), f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def faults_in(folder: Path, text: str | bytes) -> list[str]:
    """What is wrong with a deck, each as ``LINE:COLUMN: words``, and nothing if it can be opened."""
    path = folder / "deck.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    try:
        load_deck(path)
    except FaultyFile as faulty:
        return [line.removeprefix(f"{path}:") for line in str(faulty).splitlines()]
    return []


def assert_one_fault(folder: Path, old: str, new: str, message: str) -> None:
    """Spoilt in one place, the deck has one fault: there, and in these words."""
    text, place = spoil(old, new)
    found = faults_in(folder, text)
    if found != [f"{place}: {message}"]:
        pytest.fail(f"expected\n  {place}: {message}\nfound\n  " + "\n  ".join(found))
