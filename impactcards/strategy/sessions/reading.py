"""What a session's entry in strategy.yaml says, read whatever a file may hold. Nothing here changes anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.strategy.sessions import agenda as agendas
from impactcards.strategy.sessions.told import VOTES_EACH, Decision, Idea, Rating, Round, Said, SessionRecord

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from impactcards.strategy.strategy import Strategy

#: The list of a strategy's sessions, in strategy.yaml and in ``Strategy.lists``.
SESSIONS = "sessions"


def entries(strategy: Strategy) -> list[dict[str, Any]]:
    """All sessions' entries, the oldest first. They belong to the strategy: only to be read."""
    return sorted(strategy.lists.get(SESSIONS, ()), key=lambda entry: text_of(entry, "started"))


def find(strategy: Strategy, session_id: str) -> dict[str, Any] | None:
    """The entry with an id. A merge may put another object in its place, so nobody holds on to one."""
    return next((entry for entry in strategy.lists.get(SESSIONS, ()) if entry.get("id") == session_id), None)


def running(strategy: Strategy) -> dict[str, Any] | None:
    """The entry of the session that was begun last and has not ended, or None. Only to be read."""
    return next((entry for entry in reversed(entries(strategy)) if not entry.get("ended")), None)


def sessions(strategy: Strategy) -> tuple[SessionRecord, ...]:
    """All sessions of a strategy, the oldest first."""
    return tuple(read_session(entry, strategy) for entry in entries(strategy))


def read_session(entry: Mapping[str, Any], strategy: Strategy) -> SessionRecord:
    """A session from its entry."""
    rounds = tuple(read_round(held) for held in maps_in(entry, "rounds"))
    present = texts_in(entry, "present")
    people = number_of(entry, "people")
    return SessionRecord(
        text_of(entry, "id"),
        text_of(entry, "started"),
        text_of(entry, "ended"),
        text_of(entry, "led_by"),
        agendas.from_data(entry, strategy),
        tuple(held for held in rounds if held.card),
        present,
        texts_in(entry, "left"),
        people if isinstance(people, int) and people > 0 else len(present),
        text_of(entry, "recipe"),
    )


def read_round(held: Mapping[str, Any]) -> Round:
    """A round from its entry."""
    each = number_of(held, "votes_each")
    decided = held.get("decision")
    return Round(
        text_of(held, "card"),
        text_of(held, "started"),
        text_of(held, "ended"),
        read_ideas(held),
        tuple(_ratings(held)),
        _decision(decided) if isinstance(decided, dict) else None,
        tuple(_said(held, "quotes")),
        each if isinstance(each, int) and each > 0 else VOTES_EACH,
        held.get("passed") is True,
    )


def read_ideas(held: Mapping[str, Any]) -> tuple[Idea, ...]:
    """The ideas of a round, numbered, with what was put under what."""
    listed = list(maps_in(held, "ideas"))
    numbers = {made: number for number, entry in enumerate(listed, 1) if (made := text_of(entry, "id"))}
    above = {n: numbers.get(text_of(entry, "into"), 0) for n, entry in enumerate(listed, 1)}
    tops = {n: top_of(n, above) for n in above}
    parts: dict[int, list[int]] = {}
    for n, top in tops.items():
        if n != top:
            parts.setdefault(top, []).append(n)
    found = []
    for n, entry in enumerate(listed, 1):
        voices, votes = number_of(entry, "voices"), number_of(entry, "votes")
        found.append(
            Idea(
                n,
                text_of(entry, "id"),
                text_of(entry, "text"),
                text_of(entry, "by"),
                voices if isinstance(voices, int) and voices > 0 else 1,
                votes if isinstance(votes, int) and votes >= 0 else None,
                tops[n] if tops[n] != n else 0,
                tuple(parts.get(n, ())),
                entry.get("made") is True,
            )
        )
    return tuple(found)


def top_of(number: int, above: Mapping[int, int]) -> int:
    """The idea at the top of the one with ``number``; of ideas put under each other in a circle the lowest number."""
    way = [number]
    while (over := above.get(way[-1], 0)) and over not in way:
        way.append(over)
    over = above.get(way[-1], 0)
    return min(way[way.index(over) :]) if over else way[-1]


def _ratings(held: Mapping[str, Any]) -> Iterator[Rating]:
    for entry in maps_in(held, "ratings"):
        value = number_of(entry, "value")
        if value is not None:
            yield Rating(value, text_of(entry, "by"))


def _decision(held: Mapping[str, Any]) -> Decision:
    return Decision(held.get("value"), text_of(held, "why"), tuple(_said(held, "dissent")), texts_in(held, "picked"))


def _said(held: Mapping[str, Any], key: str) -> Iterator[Said]:
    for entry in maps_in(held, key):
        if text := text_of(entry, "text"):
            yield Said(text, text_of(entry, "by"))


def maps_in(held: Mapping[str, Any], key: str) -> Iterator[dict[str, Any]]:
    """The entries of a list in a mapping, as far as they are mappings."""
    listed = held.get(key)
    return (entry for entry in listed if isinstance(entry, dict)) if isinstance(listed, list) else iter(())


def texts_in(held: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The texts of a list in a mapping."""
    listed = held.get(key)
    return tuple(entry for entry in listed if isinstance(entry, str)) if isinstance(listed, list) else ()


def text_of(held: Mapping[str, Any], key: str) -> str:
    """A text in a mapping; a figure stands for its digits, and nothing for all else."""
    value = held.get(key)
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def number_of(held: Mapping[str, Any], key: str) -> int | float | None:
    """A number in a mapping, or None."""
    value = held.get(key)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


__all__ = [
    "SESSIONS",
    "VOTES_EACH",
    "Decision",
    "Idea",
    "Rating",
    "Round",
    "Said",
    "SessionRecord",
    "entries",
    "find",
    "maps_in",
    "number_of",
    "read_ideas",
    "read_round",
    "read_session",
    "running",
    "sessions",
    "text_of",
    "texts_in",
    "top_of",
]
