"""The clocks of a session, how far the plan is behind, and playing by another agenda. Nothing here locks anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.records import replace
from impactcards.strategy.sessions import agenda as agendas
from impactcards.strategy.sessions import clock as clocks
from impactcards.strategy.sessions import reading, steps
from impactcards.strategy.sessions.asides import Asides
from impactcards.strategy.sessions.clock import Clock

if TYPE_CHECKING:
    from impactcards.strategy.sessions.agenda import Agenda
    from impactcards.strategy.sessions.clock import Shortening

ARRIVAL, CARD, BREAK, CLOSING = "arrival", "card", "break", "closing"


class Timing(Asides):
    """A clock for the step (or the break), and one for the whole session."""

    #: Whether the session's clock was never started.
    _fresh = True
    _clocks: dict[tuple[str, str], Clock]
    #: What stands in the facilitator's line and is not entered yet.
    half_typed = ""

    @property
    def phase(self) -> str:
        """``arrival`` before the first card, ``card``, ``break``, or ``closing`` after the last."""
        entries = self.agenda.entries
        if self.at < 0:
            return ARRIVAL
        if self.at >= len(entries):
            return CLOSING
        return BREAK if entries[self.at].is_break else CARD

    def _start_clocks(self, now: float) -> None:
        card, entries = self.card, self.agenda.entries
        if card is not None:
            held = self._clocks.get((card.id, self.step))
            self.clock = (held or Clock(None, 60 * self._minutes_of(self.step))).start(now)
        elif 0 <= self.at < len(entries):
            self.clock = Clock(None, 60 * entries[self.at].minutes).start(now)
        else:
            self.clock = Clock()
        if self.at >= 0 and not self.clock_of_session.running and self._fresh:
            self.clock_of_session = self.clock_of_session.start(now)
            self._fresh = False

    def _minutes_of(self, step: str) -> float:
        return self.agenda.entries[self.at].minutes * steps.share(step, self.steps)

    def toggle_pause(self) -> bool:
        """Stop both clocks, or let them run on. Returns whether they run now."""
        now = self.now()
        if self.clock.running or (self.phase == CLOSING and self.clock_of_session.running):
            self.clock, self.clock_of_session = self.clock.pause(now), self.clock_of_session.pause(now)
        else:
            if self.phase in (CARD, BREAK):
                self.clock = self.clock.start(now)
            if self.phase != ARRIVAL:
                self.clock_of_session = self.clock_of_session.start(now)
        self._changed(saved=False)
        return self.clock.running

    def add_minutes(self, minutes: float) -> None:
        """Give the step more time, or (a negative figure) less. The session's clock runs on as it was."""
        self.clock = self.clock.add(60 * minutes)
        self._changed(saved=False)

    def type_on(self, text: str) -> None:
        """Keep what stands in the line, so that it is there again if the program is torn away."""
        if text != self.half_typed:
            self.half_typed = text
            self._changed(saved=False)

    def elapsed(self) -> float:
        """The minutes since the first card was begun, pauses not counted."""
        return self.agenda.box - self.clock_of_session.left(self.now()) / 60

    def set_minutes_left(self, minutes: float) -> None:
        """The session is over in so many minutes: the time was halved, or there is more of it."""
        now, elapsed = self.now(), self.elapsed()
        self.clock_of_session = replace(self.clock_of_session, seconds=60 * minutes)
        if self.clock_of_session.running:
            self.clock_of_session = replace(self.clock_of_session, running_since=now)
        planned = reading.number_of(self.entry, "minutes_planned") or self.agenda.box
        self._set(("minutes", round(elapsed + minutes, 3)), ("minutes_planned", planned))

    def behind(self) -> float:
        """How many minutes the plan is behind (negative: ahead).

        Where the end was moved on the way, that counts from the new end: whether what is still to come fits.
        """
        if self.at < 0 or self._fresh:
            return 0.0
        agenda, now = self.agenda, self.now()
        planned = reading.number_of(self.entry, "minutes_planned") or agenda.box
        moved = agenda.total - agenda.box if abs(agenda.box - planned) >= 1 else 0.0
        return clocks.behind(agenda, self.at, self.elapsed(), self._used(now)) + moved

    def played(self) -> float:
        """The minutes of the plan up to where one is, as it stands: the first card begins at 0."""
        return self.agenda.begins(self.at) + self._used(self.now()) if self.at >= 0 and not self._fresh else 0.0

    def _used(self, now: float) -> float:
        """The minutes of the entry in hand that are used as planned: steps that are done, and this one so far."""
        entries = self.agenda.entries
        if not 0 <= self.at < len(entries):
            return 0.0
        minutes = entries[self.at].minutes
        known = self.steps
        done = sum(steps.share(step, known) for step in known[: known.index(self.step)]) if self.step in known else 0.0
        own = minutes * (steps.share(self.step, known) if self.step in known else 1.0)
        return minutes * done + min(own, max(0.0, own - self.clock.left(now) / 60))

    def shorter(self) -> Shortening:
        """A proposal for what to shorten after the entry in hand, so that the session ends in time."""
        agenda, now = self.agenda, self.now()
        here = agenda.entries[self.at].minutes - self._used(now) if 0 <= self.at < len(agenda.entries) else 0.0
        left = self.clock_of_session.left(now) / 60 - max(0.0, here)
        return clocks.shorten(agenda, self.at, max(0.0, left), self.strategy.deck)

    def set_agenda(self, agenda: Agenda) -> None:
        """Play by another agenda from now on, such as that of a :class:`Shortening` the group has agreed to."""
        self._set(("agenda", agendas.to_data(agenda)))


__all__ = ["ARRIVAL", "BREAK", "CARD", "CLOSING", "Timing"]
