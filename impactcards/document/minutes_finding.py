"""Which sessions there are minutes of, which one is meant, and what its file is called."""

from __future__ import annotations

from impactcards.document.minutes_people import day_of, moment
from impactcards.faults import UserError
from impactcards.strategy.sessions.reading import Round, SessionRecord, sessions
from impactcards.strategy.strategy import Strategy
from impactcards.words import N_, Message, Words, words


def held_sessions(strategy: Strategy) -> list[SessionRecord]:
    """The sessions that have left anything, the newest first."""
    lists = (strategy.lists.get("actions", ()), strategy.lists.get("parking_lot", ()))
    named = {entry.get("session") for listed in lists for entry in listed if isinstance(entry.get("session"), str)}
    found = [each for each in sessions(strategy) if any(map(says_something, each.rounds)) or each.id in named]
    return found[::-1]


def find_session(strategy: Strategy, day: str = "") -> SessionRecord:
    """The session of a day, given as the beginning of ``2026-11-09 14:00``, or the last one.

    Raises :class:`UserError` where there is none, or more than one.
    """
    held = held_sessions(strategy)
    if not held:
        raise UserError(Message(N_("There are no minutes yet: no session has left anything to tell of.")))
    if not day:
        return held[0]
    wanted = day.strip().replace("T", " ")
    found = [session for session in held if wanted and when(session).startswith(wanted)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(filter(None, map(when, found or held))) or "–"
    if found:
        raise UserError(Message(N_("There was more than one session then. Which one: {known}?"), known=known))
    raise UserError(Message(N_("There was no session on “{day}”. There are: {known}."), day=day, known=known))


def when(session: SessionRecord) -> str:
    """When a session began, as ``2026-11-09 14:00`` here; empty where nobody knows."""
    begun = moment(session.started)
    return f"{begun:%Y-%m-%d %H:%M}" if begun else ""


def minutes_file(strategy: Strategy, session: SessionRecord, ending: str, *, say: Words | None = None) -> str:
    """What the file of a session's minutes is called: ``minutes 2026-11-09.md``, with the hour where a day had more."""
    say = say or words(strategy.language)
    day = day_of(session)
    same_day = [each for each in held_sessions(strategy) if day is not None and day_of(each) == day]
    moment_ = when(session).replace(":", "") if len(same_day) > 1 else str(day or "")
    return say("minutes {day}", day=moment_).strip() + ending


def says_something(held: Round) -> bool:
    """Whether anything came of a card, if only that it was passed."""
    decided = held.decision
    return bool(
        held.passed
        or held.ideas
        or held.ratings
        or held.quotes
        or (decided is not None and (decided.value is not None or decided.why or decided.dissent))
    )


__all__ = ["find_session", "held_sessions", "minutes_file", "says_something", "when"]
