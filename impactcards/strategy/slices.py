"""The text of strategy.yaml cut into the pieces its units stand in, so that only what changed is written anew.

The pieces put together again are the file, byte for byte. A comment belongs to the unit it follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from impactcards.records import field, record, replace
from impactcards.strategy.strategy import LISTS
from impactcards.strategy.units import ANSWERS, IDENTITY, ORDER, Key, Units
from impactcards.yamltext import ListNode, MapNode, Node, dump
from impactcards.yamltext import to_data as node_data

#: The first line of every strategy.yaml.
FIRST_LINE = "# Written by Impact Cards. You can edit this file, but comments are not kept.\n"

_INDENT = 2

# What stands for a card without an answer, so that each answer has a place of its own between lines that stay: git
# takes two answers that come to the same place for a conflict.
_EMPTY = "value: null"

# The file of a deck with more cards has no such places: it would be mostly empty.
_MOST_PLACES = 500
_MARKERS = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)


@record
class Section:
    """One top-level key: the line that opens it and the text of each of its units, or just its whole text.

    ``pieces`` of a section that is one value has the single id ""; it is None where the text cannot be cut.
    """

    opening: str
    pieces: Mapping[str, str] | None
    indent: int = _INDENT

    @property
    def text(self) -> str:
        return self.opening + "".join(self.pieces.values()) if self.pieces else self.opening


@record
class Slices:
    """A whole file in pieces. ``head`` is what stands before the first key."""

    head: str = FIRST_LINE
    sections: Mapping[str, Section] = field(default_factory=dict)
    newline: str = "\n"

    @property
    def text(self) -> str:
        return self.head + "".join(section.text for section in self.sections.values())


def cut(text: str, root: MapNode) -> Slices:
    """Cut a file that was read. What does not stand in lines of its own is not cut, and written anew as a whole."""
    newline = "\r\n" if "\r\n" in text else "\n"
    keys = list(root.keys.items())
    if not keys or _MARKERS.search(text) or any(_line_start(text, key.start) != key.start for _, key in keys):
        return Slices(newline=newline)
    if not text.endswith("\n"):
        text += newline
    starts = [key.start for _, key in keys] + [len(text)]
    sections = {}
    for (name, _), start, end in zip(keys, starts, starts[1:], strict=False):
        sections[name] = _section(name, root.value[name], text, start, end)
    return Slices(text[: starts[0]], sections, newline)


def _section(name: str, node: Node, text: str, start: int, end: int) -> Section:
    if name == ANSWERS and isinstance(node, MapNode):
        begins = [(key, node.keys[key].start) for key in node.value]
        return _divided(begins, "", text, start, end)
    if name in LISTS and isinstance(node, ListNode):
        begins = [(identity_of(name, entry), entry.start) for entry in node.value]
        return _divided(begins, "-", text, start, end)
    if name in LISTS or name == ANSWERS:
        return Section(text[start:end], None)
    return Section("", {"": text[start:end]})


def _divided(begins: Sequence[tuple[str, int]], before: str, text: str, start: int, end: int) -> Section:
    """A section cut where each unit's line begins; whole if two units share a line, or two share an id."""
    lines = [_line_start(text, begin) for _, begin in begins]
    ids = [unit for unit, _ in begins]
    margins = {text[line:begin] for line, (_, begin) in zip(lines, begins, strict=True)}
    ordered = all(a < b for a, b in zip([start, *lines], [*lines, end], strict=True))
    if (
        not ids
        or not ordered
        or len(set(ids)) < len(ids)
        or len(margins) > 1
        or any(m.strip() != before for m in margins)
    ):
        return Section(text[start:end], None)
    margin = margins.pop()
    indent = margin.index("-") if before else len(margin)
    ends = [*lines[1:], end]
    return Section(
        text[start : lines[0]], {unit: text[a:b] for unit, a, b in zip(ids, lines, ends, strict=True)}, indent
    )


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def identity_of(section: str, entry: Node) -> str:
    """The id of a list's entry, or an empty string."""
    found = entry.value.get(IDENTITY.get(section, "id")) if isinstance(entry, MapNode) else None
    return found.value if found is not None and isinstance(found.value, str) else ""


def compose(
    slices: Slices, old: Units, new: Units, to_data: Callable[[Key, Any], Any], card_order: Iterable[str]
) -> Slices:
    """The file for ``new``, made from the ``slices`` that hold ``old``: a unit that is the same keeps its bytes.

    ``to_data`` gives the plain data of a unit. New answers are put where ``card_order`` has them; a file that has no
    answers yet gets an empty place for each of these cards.
    """
    cards = list(card_order)
    wanted: dict[str, list[str]] = {}
    for section, unit in new:
        wanted.setdefault(section, []).append(unit)
    places = _places(slices.sections.get(ANSWERS), old, new, cards)
    if places:
        wanted.setdefault(ANSWERS, [])
    had = {section for section, _ in old}
    order = [s for s in slices.sections if s in wanted or s not in had]
    for section in wanted:
        if section not in slices.sections:
            order.insert(_place(section, order), section)
    composed: dict[str, Section] = {}
    for name in order:
        held = slices.sections.get(name)
        units = wanted.get(name, [])
        if held is not None and (
            (not units and not places) or (held.pieces is None and _unchanged(name, units, old, new))
        ):
            composed[name] = held
            continue
        if name == ANSWERS:
            units = _in_order([*units, *places], list(held.pieces or ()) if held else [], cards)
        composed[name] = _composed(name, units, held, slices.newline, old, new, to_data)
    return Slices(slices.head, composed, slices.newline)


def with_text(slices: Slices, root: MapNode, name: str, text: str) -> str:
    """The file with one of the texts before the answers altered; all else keeps its bytes, if the file could be cut."""
    if not slices.sections:
        return FIRST_LINE + dump({**node_data(root), name: text})  # type: ignore[dict-item]
    sections = dict(slices.sections)
    sections[name] = Section("", {"": dump({name: text}).replace("\n", slices.newline)})
    order = list(slices.sections)
    if name not in slices.sections:
        order.insert(_place(name, order), name)
    return replace(slices, sections={held: sections[held] for held in order}).text


def _unchanged(section: str, units: list[str], old: Units, new: Units) -> bool:
    before = [unit for held, unit in old if held == section]
    return before == units and all(old[section, unit] == new[section, unit] for unit in units)


def _composed(
    name: str,
    units: list[str],
    held: Section | None,
    newline: str,
    old: Units,
    new: Units,
    to_data: Callable[[Key, Any], Any],
) -> Section:
    kept = held.pieces if held is not None and held.pieces is not None else {}
    single = name != ANSWERS and name not in LISTS
    indent = 0 if single else held.indent if kept and held is not None else _INDENT
    pieces = {}
    for unit in units:
        key = (name, unit)
        if unit in kept and old.get(key) == new.get(key):
            pieces[unit] = kept[unit]
            continue
        if key not in new:
            pieces[unit] = _place_of(unit, indent, newline)
            continue
        data = to_data(key, new[key])
        text = dump({name: data} if single else {unit: data} if name == ANSWERS else [data], indent=indent)
        pieces[unit] = text if newline == "\n" else text.replace("\n", newline)
    if single:
        return Section("", pieces)
    return Section(held.opening if kept and held is not None else f"{name}:{newline}", pieces, indent)


def _places(held: Section | None, old: Units, new: Units, cards: Sequence[str]) -> list[str]:
    """The cards without an answer that have an empty place in the file, or are to have one."""
    open_cards = [card for card in cards if (ANSWERS, card) not in new]
    if held is None:
        return open_cards if len(cards) <= _MOST_PLACES else []
    pieces = held.pieces or {}
    empty = {unit for unit in pieces if (ANSWERS, unit) not in old and (ANSWERS, unit) not in new}
    if any(_EMPTY in pieces[unit] for unit in empty):
        return [*open_cards, *empty.difference(cards)]
    return list(empty)


def _place_of(card: str, indent: int, newline: str) -> str:
    """The lines of a card without an answer."""
    margin = " " * indent
    return f"{margin}{card}:{newline}{margin}  {_EMPTY}{newline}"


def _place(section: str, order: list[str]) -> int:
    """Where a new section goes: after the last known one that stands before it."""
    if section not in ORDER:
        return len(order)
    before = ORDER[: ORDER.index(section)]
    return max((at + 1 for at, name in enumerate(order) if name in before), default=0)


def _in_order(units: list[str], held: list[str], card_order: list[str]) -> list[str]:
    """The answers in the file's order, each new one before the first that the deck has after it."""
    rank = {card: at for at, card in enumerate(card_order)}
    wanted = set(units)
    order = [unit for unit in held if unit in wanted]
    known = set(order)
    for unit in sorted((u for u in units if u not in known), key=lambda u: rank.get(u, len(rank))):
        mine = rank.get(unit, len(rank))
        order.insert(
            next((at for at, other in enumerate(order) if rank.get(other, len(rank)) > mine), len(order)), unit
        )
    return order
