"""A deck of any size, for bounds and speed: cards of every kind with the usual help texts, about 1.2 kB each."""

from __future__ import annotations

_HEAD = """\
format: 1
id: big
language: en
title: A big deck
version: 1.0.0
license: CC0-1.0
suits:
"""

_WORDS = (
    "What should be different in twelve months because we did this, "
    "and who would notice it first of all the people we serve?"
)

_ANSWERS = (
    "{kind: list, at_most: 3}",
    "{kind: text, lines: 4}",
    "{kind: choice, several: true, options: [{id: one, title: First}, {id: two, title: Second}]}",
    "{kind: scale, from: 1, to: 5, labels: {1: Never, 3: Sometimes, 5: Always}}",
    "{kind: number, unit: h, minimum: 0}",
    (
        "{kind: table, columns: [{id: name, title: Name, kind: text, required: true}, {id: by, title: By, kind: date}, "
        "{id: aim, title: Aim, kind: choice, from: card-0, required: true}]}"
    ),
    "{kind: rank, from: card-0}",
    "{kind: date}",
)

_CARD = """\
  - id: card-{n}
    suit: suit-{suit}
    title: Card number {n}
    prompt: {words}
    why: >-
      {words}
      {words}
    hints:
      - {words}
      - {words}
    example: {words}
    pitfall: |
      {words}
    minutes: {minutes}
    core: {core}
    counters: [no-strategy, no-evidence]
    fresh_for: 12 months
    answer: {answer}
"""


def big_deck(cards: int = 5000, suits: int = 20) -> str:
    """The text of a deck with so many cards."""
    parts = [_HEAD]
    parts.extend(f'  - {{id: suit-{n}, title: Suit {n}, symbol: "■", color: blue}}\n' for n in range(suits))
    parts.append("cards:\n")
    for n in range(cards):
        parts.append(
            _CARD.format(
                n=n,
                suit=n % suits,
                words=_WORDS,
                minutes=1 + n % 20 / 2,
                core="true" if n % 3 else "false",
                answer=_ANSWERS[n % len(_ANSWERS)],
            )
        )
        if n % 50 == 49:
            parts.append(f"    when: {{card: card-{n - n % 8 - 5}, above: 2}}\n")
    parts.append("recipes:\n  - id: all\n    title: All of it\n    minutes: 90\n    cards:\n")
    parts.extend(f"      - card-{n}\n" for n in range(cards))
    return "".join(parts)
