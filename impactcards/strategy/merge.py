"""Two changed states of one strategy brought together, unit by unit, against the state both came from.

What only one side changed is taken from that side. The same answer changed on both sides: the newer stands, and the
older is a :class:`Conflict`, so that it can be kept. Something changed stands against something taken away.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from impactcards.records import record
from impactcards.strategy.answer import Answer
from impactcards.strategy.strategy import LISTS
from impactcards.strategy.units import ANSWERS, Key, Units

# Fields of an answer that change together; the groups can come from different sides.
_FIELD_GROUPS = (("value", "removed", "changed", "updated", "put_off", "raw"), ("confirmed",), ("note",), ("extra",))

# Keys of a list's entries that hold nothing a person wrote: of two that differ, none needs to be kept aside.
_NOT_TYPED = frozenset({"did", "started", "ended", "settled"})

# Keys whose lists are one thing, and come from one side as they are: what a group decided.
_WHOLE = frozenset({"value", "picked"})

# Stands for a key that is not there.
_NONE: Any = object()


class Taken(NamedTuple):
    """A unit that came from outside: what this side had, and what stands now. None: nothing."""

    was: Any
    now: Any


@record
class Conflict:
    """A unit that both sides changed: ``stands`` is in the file now, ``older`` is not."""

    key: Key
    stands: Any
    older: Any


@record
class Merged:
    """The outcome: all units, what this side has to take over, and what was changed twice."""

    units: dict[Key, Any]
    taken: Mapping[Key, Taken]
    conflicts: tuple[Conflict, ...]


def merge(base: Units, ours: Units, theirs: Units) -> Merged:
    """Bring ``ours`` and ``theirs`` together, which both come from ``base``. What is only theirs follows ours."""
    units: dict[Key, Any] = {}
    taken: dict[Key, Taken] = {}
    conflicts: list[Conflict] = []
    for key in (*ours, *(key for key in theirs if key not in ours)):
        was, our, their = base.get(key), ours.get(key), theirs.get(key)
        now = our
        if our is not their and our != their:
            if our == was or (our is None and their != was):
                now = their
            elif their not in (was, None):
                now, older = _both_changed(key, was, our, their)
                if older is not None:
                    conflicts.append(Conflict(key, now, older))
        if now is not None:
            units[key] = now
        if now is not our and now != our:
            taken[key] = Taken(our, now)
    return Merged(units, taken, tuple(conflicts))


def _both_changed(key: Key, was: Any, our: Any, their: Any) -> tuple[Any, Any]:
    """What stands, and the older if it says something that what stands does not."""
    if key[0] == ANSWERS:
        return _answers(was or Answer(), our, their)
    if key[0] in LISTS and isinstance(our, dict) and isinstance(their, dict):
        return _entries(was if isinstance(was, dict) else {}, our, their)
    return our, None


def _answers(was: Answer, our: Answer, their: Answer) -> tuple[Answer, Answer | None]:
    fields: dict[str, Any] = {}
    for group in _FIELD_GROUPS:
        before, mine, other = ([getattr(answer, name) for name in group] for answer in (was, our, their))
        if mine not in (before, other) and other != before:
            break
        fields |= dict(zip(group, other if mine == before else mine, strict=True))
    else:
        return our.with_(**fields), None
    newer, older = (their, our) if _moment(their) > _moment(our) else (our, their)
    return newer, None if _says_no_more(older, newer) else older


def _moment(answer: Answer) -> str:
    return max(answer.updated, answer.confirmed)


def _says_no_more(older: Answer, newer: Answer) -> bool:
    """Whether nothing a person wrote is in ``older`` only."""
    same_value = older.value == newer.value or (not older.answered and older.raw is None)
    return same_value and older.note in ("", newer.note) and older.removed in ((), newer.removed)


def _entries(
    was: dict[str, Any], our: dict[str, Any], their: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """An entry key by key; ours stands where both sides changed the same key.

    What a key holds may be keyed in turn (a review's ``cards``), or be a list of entries that can be told apart (a
    session's ``rounds``, and the ``ideas`` of each), and is brought together in the same way: two people who look at
    different cards are no conflict, and no idea is lost.
    """
    entry: dict[str, Any] = {}
    clash = False
    for key in (*our, *(key for key in their if key not in our)):
        before, mine, other = (side.get(key, _NONE) for side in (was, our, their))
        stands = other if mine == before else mine
        if isinstance(mine, dict) and isinstance(other, dict):
            stands, older = _entries(before if isinstance(before, dict) else {}, mine, other)
            clash |= older is not None
        elif isinstance(mine, list) and key not in _WHOLE and mine != before and other not in (_NONE, before, mine):
            stands, lost = _lists(before, mine, other)
            clash |= lost
        elif mine != before and other not in (before, mine):
            if mine is _NONE:
                stands = other
            else:
                clash |= other is not _NONE and key not in _NOT_TYPED
        if stands is not _NONE:
            entry[key] = stands
    return entry, their if clash else None


def _lists(was: Any, our: list[Any], their: Any) -> tuple[list[Any], bool]:
    """A list entry by entry, and whether anything is lost so.

    An entry that one side changed stands against its removal on the other.
    """
    from impactcards.strategy.merge_lists import aligned, is_mergeable  # two windows seldom write one list

    if not is_mergeable(our, their):
        return our, True
    merged: list[Any] = []
    clash = False
    for before, mine, other in aligned(was if isinstance(was, list) else [], our, their):
        if mine is not None and other is not None:
            stands = other if mine == before else mine
            if isinstance(mine, dict) and isinstance(other, dict):
                stands, older = _entries(before if isinstance(before, dict) else {}, mine, other)
                clash |= older is not None
            merged.append(stands)
        else:
            left = other if mine is None else mine
            if before is None or left != before:
                merged.append(left)
    return merged, clash
