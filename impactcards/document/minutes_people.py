"""Who was there, by name, and when: what the record of a session keeps as ids and moments, as people say it.

Whoever has no name in the record has none in the minutes, and an id is never shown for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from impactcards.strategy.dates import show_date
from impactcards.text import clean

if TYPE_CHECKING:
    from impactcards.strategy.sessions.reading import SessionRecord
    from impactcards.strategy.strategy import Strategy
    from impactcards.words import Words

#: What a participant's id looks like.
_ID = re.compile(r"[a-z][a-z2-7]{3}")


def line(held: Any) -> str:
    """A text of a record on one line; anything that is no text is empty."""
    return " ".join(clean(held).split()) if isinstance(held, str) else ""


class People:
    """The participants of a strategy."""

    def __init__(self, strategy: Strategy) -> None:
        self._people = {
            person_id: (line(entry.get("name")), line(entry.get("role")))
            for entry in strategy.lists.get("participants", ())
            if (person_id := line(entry.get("id")))
        }

    def name(self, held: Any) -> str:
        """Who is meant by an id, or by a name as it was typed. Empty where nobody knows."""
        text = line(held)
        if text in self._people:
            return self._people[text][0]
        return "" if _ID.fullmatch(text) else text

    def present(self, session: SessionRecord) -> list[str]:
        """Who was there, with their roles, in the order of the participants.

        A record that does not say it names at least who led and who said something.
        """
        ids = {*session.present, *session.left} or set() if session.people else {session.led_by, *_speakers(session)}
        known = [held for person_id, held in self._people.items() if person_id in ids]
        return [f"{name} ({role})" if role else name for name, role in known if name]

    def number(self, session: SessionRecord) -> int:
        """How many were there, those who left early too; 0 where nobody knows."""
        named = {*session.present, *session.left}
        stayed = named.difference(session.left)
        known = session.people + (len(session.left) if stayed else 0)
        return max(known, len(named), len(self.present(session)))


def _speakers(session: SessionRecord) -> Iterator[str]:
    for each in session.rounds:
        dissent = each.decision.dissent if each.decision is not None else ()
        yield from (one.by for said in (each.ideas, each.ratings, each.quotes, dissent) for one in said)


def moment(held: str) -> datetime | None:
    """A moment as files write it, in local time; None for anything else."""
    try:
        made = datetime.fromisoformat(held)
        return (made if made.tzinfo else made.replace(tzinfo=UTC)).astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def day_of(session: SessionRecord) -> date | None:
    """The day on which a session began, None where nobody knows."""
    started = moment(session.started)
    return started.date() if started else None


def day_in_words(session: SessionRecord, say: Words, language: str) -> str:
    """The day of a session in words."""
    day = day_of(session)
    return show_date(day, language, long=True, weekday=True) if day else say("A day that was not noted")


def span(session: SessionRecord, say: Words, language: str) -> str:
    """From when to when, without the first day; empty where nobody knows."""
    begun, ended = moment(session.started), moment(session.ended)
    if begun is None:
        return ""
    start = f"{begun:%H:%M}"
    if ended is None:
        return say("from {start}", start=start)
    if ended.date() == begun.date():
        return say("{start} to {end}", start=start, end=f"{ended:%H:%M}")
    day = show_date(ended.date(), language, long=True)
    return say("{start} to {day}, {end}", start=start, day=day, end=f"{ended:%H:%M}")


__all__ = ["People", "day_in_words", "day_of", "line", "moment", "span"]
