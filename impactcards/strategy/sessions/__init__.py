"""Sessions: one sitting of a group, led by a facilitator, from the agenda to the minutes.

Beginning one writes an entry into the strategy's list ``sessions``::

    {id, started, ended, led_by, version, recipe, people, present, left, minutes, agenda, left_out, rounds}

``ended`` is absent while it runs. ``agenda`` is ``[{card|break, minutes, planned}]``. ``rounds`` are, one for each card
that was in hand, ``{card, started, ended, votes_each, passed, ideas, ratings, decision, quotes}``, with ideas ``{id,
text, by, voices, votes, into, made}`` and a decision ``{value, picked, why, dissent}``. Ratings, dissent and quotes
have ids too, by which those of two windows are told apart. ``by`` is a participant's id, or absent: anonymous is
anonymous in the file. Parked lines and actions stand in the strategy's own lists.

``Session`` is a session while it lasts; ``sessions(strategy)`` reads them all, also those that are over.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from impactcards.strategy.sessions.actions import Action
    from impactcards.strategy.sessions.agenda import Agenda, AgendaEntry, Running, move_minutes, propose, times
    from impactcards.strategy.sessions.asides import Parked, actions_of, parked_in
    from impactcards.strategy.sessions.beginning import begin, resume
    from impactcards.strategy.sessions.clock import Clock, Shortening, behind, shorten
    from impactcards.strategy.sessions.input import Typed, as_words, read_line
    from impactcards.strategy.sessions.people import Participant, participants_of
    from impactcards.strategy.sessions.proposal import Proposal
    from impactcards.strategy.sessions.reading import (
        Decision,
        Idea,
        Rating,
        Round,
        Said,
        SessionRecord,
        read_session,
        running,
        sessions,
    )
    from impactcards.strategy.sessions.room_file import SESSION_FILE, RoomFile, read_room, write_room
    from impactcards.strategy.sessions.session import Session
    from impactcards.strategy.sessions.steps import STEPS, share, steps_of
    from impactcards.strategy.sessions.timing import ARRIVAL, BREAK, CARD, CLOSING
    from impactcards.strategy.sessions.undo import Undone
    from impactcards.strategy.sessions.voting import Spread

# Where each name is. A document with minutes only reads, and need not load all that leads a session. (What is drawn of
# the room is `sessions.room.room`: a name that is also a module's cannot be loaded late.)
_HOMES = {
    "actions": "Action",
    "agenda": "Agenda AgendaEntry Running move_minutes propose times",
    "asides": "Parked actions_of parked_in",
    "beginning": "begin resume",
    "clock": "Clock Shortening behind shorten",
    "input": "Typed as_words read_line",
    "people": "Participant participants_of",
    "proposal": "Proposal",
    "reading": "Decision Idea Rating Round Said SessionRecord read_session running sessions",
    "room_file": "SESSION_FILE RoomFile read_room write_room",
    "session": "Session",
    "steps": "STEPS share steps_of",
    "timing": "ARRIVAL BREAK CARD CLOSING",
    "undo": "Undone",
    "voting": "Spread",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    return found


__all__ = [
    "ARRIVAL",
    "BREAK",
    "CARD",
    "CLOSING",
    "SESSION_FILE",
    "STEPS",
    "Action",
    "Agenda",
    "AgendaEntry",
    "Clock",
    "Decision",
    "Idea",
    "Parked",
    "Participant",
    "Proposal",
    "Rating",
    "RoomFile",
    "Round",
    "Running",
    "Said",
    "Session",
    "SessionRecord",
    "Shortening",
    "Spread",
    "Typed",
    "Undone",
    "actions_of",
    "as_words",
    "begin",
    "behind",
    "move_minutes",
    "parked_in",
    "participants_of",
    "propose",
    "read_line",
    "read_room",
    "read_session",
    "resume",
    "running",
    "sessions",
    "share",
    "shorten",
    "steps_of",
    "times",
    "write_room",
]
