"""Three states of one list inside an entry, laid side by side: what in each of them is the same thing."""

from __future__ import annotations

from typing import Any

#: One thing in the three states; None where it is not there.
Row = tuple[Any | None, Any | None, Any | None]

# What tells an entry from its neighbours, the first of these it has: an idea's id, a round's card, whose figure it is.
_IDENTITIES = ("id", "card", "by")

Identity = tuple[str, str, int]


def is_mergeable(ours: Any, theirs: Any) -> bool:
    """Whether two values are lists of entries, or of texts, so that they can be brought together."""
    return all(
        isinstance(side, list) and all(isinstance(entry, dict | str) for entry in side) for side in (ours, theirs)
    )


def aligned(was: list[Any], ours: list[Any], theirs: list[Any]) -> list[Row]:
    """Everything that stands in ``ours`` or ``theirs``, each with what it was and what each side has of it.

    The order is theirs, which is already in the file, with what is only ours where it was put: after its neighbour, or
    at the end. So an idea keeps its number once it is in the file. If this side has put things into another order, that
    one stands.
    """
    before, mine, other = (_identified(side) for side in (was, ours, theirs))
    first, second = (other, mine) if _keeps_order(before, mine) else (mine, other)
    order = list(first)
    known = set(order)
    earlier: Identity | None = None
    last = next((one for one in reversed(second) if one in before), None)
    between = last is not None  # until the last thing that both know has gone by
    for one in second:
        if one not in known:
            at = order.index(earlier) + 1 if earlier in known and earlier is not None else 0
            order.insert(at if between else len(order), one)
            known.add(one)
        between = between and one != last
        earlier = one
    return [(before.get(one), mine.get(one), other.get(one)) for one in order]


def _keeps_order(before: dict[Identity, Any], mine: dict[Identity, Any]) -> bool:
    return [one for one in before if one in mine] == [one for one in mine if one in before]


def _identified(entries: list[Any]) -> dict[Identity, Any]:
    """The entries by what tells them apart; of those that are the same, the first, the second and so on."""
    found: dict[Identity, Any] = {}
    for entry in entries:
        kind, name = _name(entry)
        number = 0
        while (kind, name, number) in found:
            number += 1
        found[kind, name, number] = entry
    return found


def _name(entry: Any) -> tuple[str, str]:
    if isinstance(entry, dict):
        for key in _IDENTITIES:
            if isinstance(entry.get(key), str):
                return key, entry[key]
    return "", repr(entry)


__all__ = ["aligned", "is_mergeable"]
