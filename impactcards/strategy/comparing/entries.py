"""Items, picks and ranks compared by their ids: what went, came, was reworded, moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from impactcards.strategy.comparing.change import EntryChange
from impactcards.strategy.comparing.stretches import stretches


def compare_entries(
    before: Mapping[str, str], after: Mapping[str, str], *, reworded: bool = False, ordered: bool = False
) -> tuple[EntryChange, ...]:
    """What changed from ``before`` to ``after``, both id -> text in order: what went first, then in today's order.

    The same text under another id is the same entry. With ``reworded`` a changed text is told, with ``ordered`` another
    place, of as few entries as explain the order.
    """
    known = same_entries(before, after)
    moved = moved_entries(list(before), [known.get(key, key) for key in after]) if ordered else frozenset()
    places = {key: place for place, key in enumerate(before, 1)}
    left = set(known.values())
    changes = [EntryChange("gone", text, "", was_at=places[key]) for key, text in before.items() if key not in left]
    for place, (key, text) in enumerate(after.items(), 1):
        old = known.get(key)
        if old is None:
            changes.append(EntryChange("come", "", text, is_at=place))
            continue
        was_at, is_at = (places[old], place) if old in moved else (0, 0)
        words = stretches(before[old], text) if reworded else ()
        if words or was_at:
            how = "reworded" if words else "moved"
            changes.append(EntryChange(how, before[old], text, was_at, is_at, words))  # type: ignore[arg-type]
    return tuple(changes)


def same_entries(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, str]:
    """For each entry of ``after`` that was there before, its id then: by the id, else by what it says."""
    known = {key: key for key in after if key in before}
    spare: dict[object, list[str]] = {}
    for key, said in before.items():
        if key not in known:
            spare.setdefault(said, []).append(key)
    for key, said in after.items():
        if key not in known and spare.get(said):
            known[key] = spare[said].pop(0)
    return known


def moved_entries(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """The fewest entries that, had they stayed where they were, would leave the order of all others unchanged."""
    places = {key: place for place, key in enumerate(before)}
    common = [key for key in after if key in places]
    # The longest run of entries whose order did not change, by patience sorting.
    tops: list[int] = []
    keys: list[str] = []
    below: dict[str, str | None] = {}
    for key in common:
        at = bisect_left(tops, places[key])
        below[key] = keys[at - 1] if at else None
        tops[at : at + 1] = [places[key]]
        keys[at : at + 1] = [key]
    kept: set[str] = set()
    step = keys[-1] if keys else None
    while step is not None:
        kept.add(step)
        step = below[step]
    return frozenset(common) - kept


__all__ = ["compare_entries", "moved_entries", "same_entries"]
