"""A strategy as units, the smallest parts that are written and merged on their own.

A unit's key is (section, id): ``("name", "")``, ``("answers", "goals")``, ``("actions", "ab2c")``. Its value is plain
data, or an :class:`Answer`. Two states of a strategy are compared unit by unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Any
from zlib import crc32

from impactcards.deck.model import Deck
from impactcards.strategy.answer import Answer
from impactcards.strategy.strategy import LISTS, Strategy

Key = tuple[str, str]
Units = Mapping[Key, Any]

ANSWERS = "answers"

#: What stands before the answers, in this order.
HEADER = ("format", "name", "deck", "deck_version", "language", "created", "recipe")

#: The order of the sections this program knows; others follow.
ORDER = (*HEADER, ANSWERS, *LISTS)

#: What identifies an entry of a list; everywhere else it is its ``id``.
IDENTITY = {"waived": "finding"}

FORMAT = 1


def units_of(strategy: Strategy) -> dict[Key, Any]:
    """The units of a strategy as it stands."""
    header = {
        "format": FORMAT,
        "name": strategy.name,
        "deck": strategy.deck.id,
        "deck_version": strategy.deck.version,
        "language": strategy.language,
        "created": strategy.created,
        "recipe": strategy.recipe,
    }
    units: dict[Key, Any] = {(name, ""): value for name, value in header.items() if value != ""}
    units.update(((ANSWERS, card_id), answer) for card_id, answer in strategy.answers.items() if not answer.blank)
    for section in LISTS:
        for unit, entry in identified(section, strategy.lists.get(section, ())):
            units[section, unit] = entry
    units.update(((name, ""), value) for name, value in strategy.extra.items())
    return units


def identified(section: str, entries: Iterable[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The entries of a list with their ids. One without an id of its own gets one, the same on every reading."""
    identity = IDENTITY.get(section, "id")
    taken: set[str] = set()
    for entry in entries:
        held = entry.get(identity)
        if isinstance(held, str) and held and held not in taken:
            unit, known = held, entry
        else:
            rest = {key: value for key, value in entry.items() if key != identity}
            unit = next(made for made in _made_up_ids(rest) if made not in taken)
            known = {identity: unit, **rest}
        taken.add(unit)
        yield unit, known


def _made_up_ids(entry: dict[str, Any]) -> Iterator[str]:
    for number in count():
        yield f"x{crc32(f'{number} {entry!r}'.encode('utf-8', 'replace')):07x}"


def answers_in(units: Units) -> dict[str, Answer]:
    """The answers among units, by card."""
    return {unit: value for (section, unit), value in units.items() if section == ANSWERS}


def list_in(units: Units, section: str) -> list[dict[str, Any]]:
    """The entries of one list among units, in order; copies, because a screen may change them."""
    return [copied(value) for (held, _), value in units.items() if held == section]


def extra_in(units: Units) -> dict[str, Any]:
    """What this program does not know, by top-level key."""
    return {section: value for (section, unit), value in units.items() if section not in ORDER and not unit}


def strategy_in(units: Units, deck: Deck, *, name: str = "") -> Strategy:
    """The strategy that ``units`` of a file say; ``name`` is for one whose file has none."""
    texts = {key: str(units.get((key, ""), "")) for key in ("name", "language", "created", "recipe")}
    return Strategy(
        texts["name"] or name,
        deck,
        texts["language"] or deck.language,
        created=texts["created"],
        recipe=texts["recipe"],
        answers=answers_in(units),
        lists={section: listed for section in LISTS if (listed := list_in(units, section))},
        extra=extra_in(units),
    )


def copy_of(strategy: Strategy, earlier: Strategy | None = None) -> Strategy:
    """A strategy that stays as it is now, to be saved by another thread. Nobody listens to it.

    Answers are immutable and shared; entries of the lists are plain data that a screen may change, so they are copied,
    or taken from an ``earlier`` copy if only answers have changed since.
    """
    if earlier is not None:
        return replace(strategy, answers=dict(strategy.answers), lists=earlier.lists, extra=earlier.extra)
    return replace(
        strategy,
        answers=dict(strategy.answers),
        lists={name: [copied(entry) for entry in entries] for name, entries in strategy.lists.items()},
        extra=copied(strategy.extra),
    )


def copied(data: Any) -> Any:
    """Plain data that nobody else holds."""
    if isinstance(data, dict):
        return {key: value if type(value) in _ATOMS else copied(value) for key, value in data.items()}
    if isinstance(data, list):
        return [value if type(value) in _ATOMS else copied(value) for value in data]
    return data


# What most of plain data is made of, and nobody can change.
_ATOMS = frozenset({str, int, bool, float, type(None)})
