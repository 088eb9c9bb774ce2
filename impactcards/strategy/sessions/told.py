"""What a session says, as records that nobody changes: ideas, what was said and decided, rounds, the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.records import record

if TYPE_CHECKING:
    from impactcards.strategy.sessions.agenda import Agenda

#: How many votes each person has unless somebody says otherwise.
VOTES_EACH = 3


@record
class Idea:
    """One idea of a round. ``number`` counts from 1 in the order of the round and never changes there.

    ``by`` is a participant's id, or empty: nobody's. ``voices`` counts those who said the same. ``votes`` is None
    while nobody has been asked. ``into`` is the number of the idea it was put under (0: none), and ``parts`` are the
    numbers of those that were put under it. ``made`` tells that it is only the wording of a group.
    """

    number: int
    id: str
    text: str
    by: str = ""
    voices: int = 1
    votes: int | None = None
    into: int = 0
    parts: tuple[int, ...] = ()
    made: bool = False


@record
class Said:
    """A sentence somebody said: a dissent, a quote. ``by`` is a participant's id, or empty."""

    text: str
    by: str = ""


@record
class Rating:
    """One person's figure for a card with a scale or a number. ``by`` is a participant's id, or empty."""

    value: int | float
    by: str = ""


@record
class Decision:
    """What a group decided on a card. ``value`` is plain data as in ``answers``; ``picked`` are ids of ideas."""

    value: Any = None
    why: str = ""
    dissent: tuple[Said, ...] = ()
    picked: tuple[str, ...] = ()


@record
class Round:
    """What a group did with one card. Times are UTC as files write them. ``passed``: it was let go on purpose."""

    card: str
    started: str = ""
    ended: str = ""
    ideas: tuple[Idea, ...] = ()
    ratings: tuple[Rating, ...] = ()
    decision: Decision | None = None
    quotes: tuple[Said, ...] = ()
    votes_each: int = VOTES_EACH
    passed: bool = False

    @property
    def groups(self) -> tuple[Idea, ...]:
        """The ideas that were not put under another, in order."""
        return tuple(idea for idea in self.ideas if not idea.into)

    def idea(self, number: int) -> Idea | None:
        """The idea with a number, or None."""
        return self.ideas[number - 1] if 0 < number <= len(self.ideas) else None


@record
class SessionRecord:
    """A whole session as the file has it. ``ended`` is empty while it runs; ``present`` are participants' ids."""

    id: str
    started: str
    ended: str
    led_by: str
    agenda: Agenda
    rounds: tuple[Round, ...] = ()
    present: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    people: int = 0
    recipe: str = ""

    def round(self, card_id: str) -> Round | None:
        """What was done with a card, or None."""
        return next((each for each in self.rounds if each.card == card_id), None)


__all__ = ["VOTES_EACH", "Decision", "Idea", "Rating", "Round", "Said", "SessionRecord"]
