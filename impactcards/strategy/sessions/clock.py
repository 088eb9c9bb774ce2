"""Clocks that lock nothing, how far the plan is behind, and what to shorten. Pure: the moment is always handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.records import record, replace
from impactcards.strategy.sessions.agenda import LEAST, Agenda

if TYPE_CHECKING:
    from impactcards.deck.model import Deck


@record
class Clock:
    """A clock that counts down. ``seconds`` were left when it was last started, stopped or set.

    ``running_since`` is that moment in seconds since the epoch, or None while it stands. Below zero it counts on.
    """

    running_since: float | None = None
    seconds: float = 0.0

    @property
    def running(self) -> bool:
        return self.running_since is not None

    def left(self, now: float) -> float:
        """The seconds left at ``now``; negative once they are over. A computer's clock set back gives none back."""
        return self.seconds if self.running_since is None else self.seconds - max(0.0, now - self.running_since)

    def over(self, now: float) -> bool:
        """Whether its time is up."""
        return self.left(now) <= 0

    def start(self, now: float) -> Clock:
        """The clock running on from what is left."""
        return self if self.running else Clock(now, self.seconds)

    def pause(self, now: float) -> Clock:
        """The clock standing still."""
        return Clock(None, self.left(now))

    def add(self, seconds: float) -> Clock:
        """The clock with more time, or less (a negative figure)."""
        return replace(self, seconds=self.seconds + seconds)

    def data(self) -> dict[str, Any]:
        """What :meth:`of` reads."""
        return {"running_since": self.running_since, "seconds": self.seconds}

    @classmethod
    def of(cls, data: Any) -> Clock | None:
        """The clock in plain data, or None if that is none."""
        held = data if isinstance(data, dict) else {}
        since, seconds = held.get("running_since"), held.get("seconds")
        if not isinstance(seconds, int | float) or not (since is None or isinstance(since, int | float)):
            return None
        return cls(None if since is None else float(since), float(seconds))


def behind(agenda: Agenda, at: int, now: float, within: float = 0.0) -> float:
    """How many minutes the plan is behind (negative: ahead).

    ``now`` is the minutes since the first entry began, ``at`` the entry one is in, and ``within`` how many of its
    minutes have been used as planned.
    """
    return now - agenda.begins(at) - within


@record
class Shorter:
    """One entry of a proposal: its place in the agenda, its card (empty: a break), its minutes now and then."""

    at: int
    card: str
    was: float
    now: float

    @property
    def left_out(self) -> bool:
        return self.now <= 0


@record
class Shortening:
    """A proposal for what is still to come, as data for one question. Nothing is changed by making it.

    ``agenda`` is what would stand; ``changes`` are the entries that would get fewer minutes or be left out. ``fits``
    is False if even so it takes longer than there is time: one card, be it that in hand, is always left.
    """

    agenda: Agenda
    changes: tuple[Shorter, ...]
    fits: bool


def shorten(agenda: Agenda, at: int, minutes_left: float, deck: Deck | None = None) -> Shortening:
    """What to shorten so that the entries after ``at`` fit into ``minutes_left``.

    First breaks go, then the cards get fewer minutes, all in proportion and none fewer than two thirds of what it had
    nor fewer than two minutes; then cards are left out from the end, core ones (of ``deck``) last.
    """
    entries = list(agenda.entries)
    coming = [n for n in range(at + 1, len(entries)) if not entries[n].left_out]
    minutes = {n: entries[n].minutes for n in coming}
    cards = [n for n in coming if entries[n].card]

    def over() -> float:
        return sum(minutes.values()) - minutes_left

    for n in reversed([n for n in coming if not entries[n].card]):
        if over() > 0:
            minutes[n] = 0.0
    least = {n: min(minutes[n], max(LEAST, minutes[n] * 2 / 3)) for n in cards}

    def core(n: int) -> bool:
        card = deck.card(entries[n].card) if deck is not None else None
        return card is not None and card.core

    in_hand = 0 <= at < len(entries) and bool(entries[at].card)
    for n in sorted(cards, key=lambda n: (core(n), -n))[: None if in_hand else -1]:
        if sum(least[m] for m in cards if minutes[m]) <= minutes_left:
            break
        minutes[n] = 0.0
    kept = [n for n in cards if minutes[n]]
    room_to_give = sum(minutes[n] - least[n] for n in kept)
    if over() > 0 and room_to_give > 0:
        part = min(1.0, over() / room_to_give)
        for n in kept:
            minutes[n] = max(least[n], _half_minute(minutes[n] - part * (minutes[n] - least[n])))
    for n in coming:
        entries[n] = entries[n].with_minutes(minutes[n])
    changes = [
        Shorter(n, entries[n].card, agenda.entries[n].minutes, minutes[n])
        for n in coming
        if minutes[n] != agenda.entries[n].minutes
    ]
    return Shortening(replace(agenda, entries=tuple(entries)), tuple(changes), over() <= 0)


def _half_minute(minutes: float) -> float:
    """Down to whole half minutes, as decks have them."""
    return int(minutes * 2) / 2


__all__ = ["Clock", "Shorter", "Shortening", "behind", "shorten"]
