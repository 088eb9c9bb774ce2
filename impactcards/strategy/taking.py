"""Putting what came from another window into the live strategy."""

from __future__ import annotations

from typing import Any

from impactcards.strategy.answer import NOTHING
from impactcards.strategy.results import SaveResult
from impactcards.strategy.strategy import LISTS, Strategy
from impactcards.strategy.units import ANSWERS, IDENTITY, Key, copied

_TEXTS = ("name", "language", "created", "recipe")


def apply(result: SaveResult, strategy: Strategy) -> tuple[str, ...]:
    """Put what a save took from outside into the live strategy, but never over what was typed meanwhile.

    To be called in the strategy's own thread. Returns the cards that changed.
    """
    put: dict[Key, Any] = {}
    for key, (was, now) in result.taken.items():
        section, unit = key
        if section == ANSWERS:
            if strategy.answers.get(unit) == was:
                put[key] = now
                strategy.put(unit, now if now is not None else NOTHING)
        elif _put_beside(strategy, section, unit, was, now):
            put[key] = now
    if put:
        result.seen.units = {**result.seen.units, **put}
        if any(section != ANSWERS for section, _ in put):
            strategy.touch()
    return tuple(unit for section, unit in put if section == ANSWERS)


def _put_beside(strategy: Strategy, section: str, unit: str, was: Any, now: Any) -> bool:
    """Take over an entry of a list, one of the texts before the answers, or a key this program does not know."""
    if section in _TEXTS:
        if getattr(strategy, section) != (was or ""):
            return False
        setattr(strategy, section, now or "")
        return True
    if section in LISTS:
        return _put_entry(strategy.lists.setdefault(section, []), IDENTITY.get(section, "id"), unit, was, now)
    if unit or section in ("format", "deck", "deck_version") or strategy.extra.get(section) != was:
        return False
    if now is None:
        strategy.extra.pop(section, None)
    else:
        strategy.extra[section] = now
    return True


def _put_entry(entries: list[dict[str, Any]], identity: str, unit: str, was: Any, now: Any) -> bool:
    at = next((at for at, entry in enumerate(entries) if entry.get(identity) == unit), len(entries))
    if (entries[at] if at < len(entries) else None) != was:
        return False
    entries[at : at + 1] = [] if now is None else [copied(now)]
    return True
