"""What was agreed and what was parked: the lists ``actions`` and ``parking_lot``, as the document speaks of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.document.minutes_people import line
from impactcards.records import record
from impactcards.strategy.dates import iso_date, show_date
from impactcards.words import Words

if TYPE_CHECKING:
    from impactcards.document.minutes_people import People
    from impactcards.strategy.strategy import Strategy


@record
class Agreed:
    """An action. ``who`` is a name, empty for nobody yet; ``until`` an ISO date, or what was typed for one, or empty.

    ``state`` is open, done, moved or dropped. ``session`` and ``settled`` are the ids of the sessions in which it was
    agreed, and in which somebody said what became of it.
    """

    text: str
    who: str
    until: str
    state: str
    session: str
    settled: str

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.state in ("open", "moved")


@record
class ParkedLine:
    """A line of the parking lot, with the name of whoever said it, and its session's id; both may be empty."""

    text: str
    by: str
    session: str


def actions(strategy: Strategy, people: People) -> list[Agreed]:
    """All actions that say something, in the order in which they were agreed. An odd state counts as open."""
    found = []
    for entry in strategy.lists.get("actions", ()):
        text, state = line(entry.get("text")), line(entry.get("state"))
        if text:
            known = state if state in ("done", "moved", "dropped") else "open"
            until, session, settled = (line(entry.get(key)) for key in ("until", "session", "settled"))
            found.append(Agreed(text, people.name(entry.get("who")), until, known, session, settled))
    return found


def parked(strategy: Strategy, people: People) -> list[ParkedLine]:
    """All parked lines that say something, in the order in which they were parked."""
    entries = strategy.lists.get("parking_lot", ())
    made = (ParkedLine(line(e.get("text")), people.name(e.get("by")), line(e.get("session"))) for e in entries)
    return [each for each in made if each.text]


def in_one_line(action: Agreed, language: str) -> str:
    """An action with who does it and until when, without its state."""
    facts = ", ".join(part for part in (action.who, show_date(action.until, language, long=True)) if part)
    return f"{action.text} ({facts})" if facts else action.text


def with_state(action: Agreed, say: Words, language: str) -> str:
    """An action with its day and what became of it, without who does it."""
    day = show_date(action.until, language, long=True)
    if action.state == "done":
        remark = say("done")
    elif action.state == "dropped":
        remark = say("dropped")
    elif action.state == "moved":
        remark = say("moved to {date}", date=day) if day else say("moved")
    else:
        remark = say("by {date}", date=day) if iso_date(action.until) else day
    return f"{action.text} ({remark})" if remark else action.text


__all__ = ["Agreed", "ParkedLine", "actions", "in_one_line", "parked", "with_state"]
