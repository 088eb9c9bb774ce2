"""The next review as a calendar file (RFC 5545), to be opened with whatever calendar a person has."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from impactcards import __version__
from impactcards.strategy.due import ageing, whole_minutes
from impactcards.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.strategy.strategy import Strategy
    from impactcards.words import Words

#: When the reminders ring: at nine in the morning, one week and one day before.
REMINDERS = (timedelta(days=-7, hours=9), timedelta(days=-1, hours=9))

#: So many cards are named; of the others it says how many they are.
_MANY = 12


def review_calendar(strategy: Strategy, day: date, *, uid: str, command: str, now: datetime | None = None) -> bytes:
    """A calendar with one event: the review of ``strategy`` on ``day``, all day long, with two reminders.

    An event with the same ``uid`` is replaced when the file is imported again. ``command`` is what begins the review.
    """
    from icalendar import Alarm, Calendar, Event

    say = words(strategy.language)
    now = now or datetime.now(UTC)
    summary = say("Review: {name}", name=strategy.name)
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", int(now.timestamp()) // 60)  # a calendar takes the file that was written last
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", "\n".join(_description(strategy, day, command, say)))
    event.add("transp", "TRANSPARENT")  # it takes an hour of the day, not the day
    for before in REMINDERS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", before)
        event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", f"-//Impact Cards//{__version__}//{strategy.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _description(strategy: Strategy, day: date, command: str, say: Words) -> Iterator[str]:
    """What is due on the day, how long it takes, and what to type."""
    aged = [card for card, until in ageing(strategy) if until <= day]
    if aged:
        minutes = whole_minutes(sum(card.minutes for card in aged))
        yield say.plural(
            "{n} answer will have aged by then; going through it takes about {minutes} min.",
            "{n} answers will have aged by then; going through them takes about {minutes} min.",
            len(aged),
            minutes=minutes,
        )
        yield from (f"- {card.title}" for card in aged[:_MANY])
        if len(aged) > _MANY:
            yield say.plural("- and {n} more", "- and {n} more", len(aged) - _MANY)
    else:
        yield say("No answer will have aged by then. Look whether the strategy still fits all the same.")
    yield ""
    yield say("To begin, type: {command}", command=command)


__all__ = ["REMINDERS", "review_calendar"]
