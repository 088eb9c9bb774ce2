"""Deeds of a session that can be taken back: each is a list of changes, told by ids, so that what another window did
meanwhile stays.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from impactcards.records import record
from impactcards.strategy.units import copied

if TYPE_CHECKING:
    from impactcards.strategy.answer import Answer


@record
class Place:
    """An entry that was taken out of a list, with where it stood."""

    at: int
    entry: dict[str, Any]


@record
class Change:
    """``path`` leads to what was changed: a key of a map, or the id of an entry in a list. None: it was not there."""

    path: tuple[str, ...]
    before: Any


@record
class AnswerChange:
    """The answer of a card that was replaced."""

    card: str
    before: Answer
    after: Answer


@record
class Undone:
    """What was taken back: ``number`` is the idea's (0: none), ``text`` the words that went.

    ``what`` is idea, same, edit, merge, split, vote, votes each, rating, decision, why, dissent, park, unpark, action,
    state (of an action) or quote.
    """

    what: str
    number: int = 0
    text: str = ""


@record
class Deed:
    """One deed: what it was, and its changes in the order in which they were made."""

    undone: Undone
    changes: tuple[Change | AnswerChange, ...]


def write(root: dict[str, Any], path: tuple[str, ...], value: Any) -> Change | None:
    """Put ``value`` (None: nothing) where ``path`` leads, and return how to take it back; None if nothing changed.

    A list on the way is entered by an entry's id; one that is missing is made, and one that is left empty goes.
    """
    holder: Any = root
    for step, following in pairwise(path):
        inner = _entry(holder, step)
        if not isinstance(inner, dict | list):
            if value is None or isinstance(holder, list):
                return None
            inner = [] if following == path[-1] and _is_entry(value) else {}
            holder[step] = inner
        holder = inner
    before = _put(holder, path[-1], value)
    if before == value:
        return None
    if not holder and len(path) > 1:
        _drop_empty(root, path[:-1])
    return Change(path, before)


def _is_entry(value: Any) -> bool:
    return isinstance(value, Place) or (isinstance(value, dict) and "id" in value)


def _entry(holder: Any, step: str) -> Any:
    if isinstance(holder, dict):
        return holder.get(step)
    return next((entry for entry in holder if isinstance(entry, dict) and entry.get("id") == step), None)


def _put(holder: Any, key: str, value: Any) -> Any:
    """Put a value under a key, or an entry with an id into a list; returns what stood there."""
    if isinstance(holder, dict):
        before = holder.get(key)
        if value is None:
            holder.pop(key, None)
        else:
            holder[key] = value
        return copied(before)
    at = next((at for at, entry in enumerate(holder) if isinstance(entry, dict) and entry.get("id") == key), None)
    if at is None:
        if value is None:
            return None
        place = value if isinstance(value, Place) else Place(len(holder), value)
        holder.insert(place.at, copied(place.entry))
        return None
    before = Place(at, holder[at])
    holder[at : at + 1] = [] if value is None else [copied(value.entry if isinstance(value, Place) else value)]
    return before


def _drop_empty(root: dict[str, Any], path: tuple[str, ...]) -> None:
    """Take out what is empty where ``path`` leads, and then what is empty around it; entries of lists stay."""
    while path:
        holder: Any = root
        for step in path[:-1]:
            holder = _entry(holder, step)
        if not isinstance(holder, dict) or holder.get(path[-1]):
            return
        holder.pop(path[-1], None)
        path = path[:-1]


__all__ = ["AnswerChange", "Change", "Deed", "Place", "Undone", "write"]
