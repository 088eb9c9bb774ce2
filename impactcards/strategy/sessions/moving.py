"""Going through a session: step by step, card by card, back and forth, with the clocks that go along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.records import replace
from impactcards.strategy.sessions import agenda as agendas
from impactcards.strategy.sessions import clock as clocks
from impactcards.strategy.sessions import steps
from impactcards.strategy.sessions.agenda import AgendaEntry
from impactcards.strategy.sessions.asides import Asides
from impactcards.strategy.sessions.clock import Clock

if TYPE_CHECKING:
    from impactcards.deck.model import Card
    from impactcards.strategy.sessions.agenda import Agenda
    from impactcards.strategy.sessions.clock import Shortening

ARRIVAL, CARD, BREAK, CLOSING = "arrival", "card", "break", "closing"


class Moving(Asides):
    """Every step can be skipped and gone back to; going anywhere loses nothing."""

    #: Whether the wall is blank, and whether it shows the card's hints.
    blank: bool = False
    hints_shown: bool = False

    _left_at: dict[str, str]
    _clocks: dict[tuple[str, str], Clock]

    @property
    def phase(self) -> str:
        """``arrival`` before the first card, ``card``, ``break``, or ``closing`` after the last."""
        entries = self.agenda.entries
        if self.at < 0:
            return ARRIVAL
        if self.at >= len(entries):
            return CLOSING
        return BREAK if entries[self.at].is_break else CARD

    # -- where to ---------------------------------------------------------------------------------------------------

    def next_step(self) -> None:
        """The next step; after the last of a card, after a break and before the first card: the next card."""
        following = steps.after(self.step, self.steps)
        if following:
            self._enter(self.at, following)
        else:
            self.next_card()

    def back_step(self) -> None:
        """The step before; from the first of a card to the last of the card before."""
        previous = steps.before(self.step, self.steps)
        if previous:
            self._enter(self.at, previous)
            return
        at = self._place(self.at, -1)
        if at >= 0 or self.at > 0:
            self._enter(at, "last")

    def to_step(self, step: str) -> None:
        """Any step of the card in hand."""
        if step in self.steps:
            self._enter(self.at, step)

    def next_card(self) -> None:
        """The next entry of the agenda, a card or a break, whatever step one is in."""
        if self.at < len(self.agenda.entries):
            self._enter(self._place(self.at, 1))

    def previous_card(self) -> None:
        """The entry of the agenda before, or the arrival."""
        if self.at >= 0:
            self._enter(self._place(self.at, -1))

    def to_card(self, card: Card) -> None:
        """Any card of the deck. One that is not on the agenda is put on it, after the entry one is at."""
        agenda = self.agenda
        at = next((n for n, entry in enumerate(agenda.entries) if entry.card == card.id), None)
        if at is None:
            at = min(self.at + 1, len(agenda.entries))
            added = AgendaEntry(card.id, card.minutes, 0.0)
            self.set_agenda(replace(agenda, entries=(*agenda.entries[:at], added, *agenda.entries[at:])))
        elif agenda.entries[at].left_out:
            again = agenda.entries[at].with_minutes(card.minutes)
            self.set_agenda(replace(agenda, entries=(*agenda.entries[:at], again, *agenda.entries[at + 1 :])))
        self._enter(at)

    def pass_(self) -> None:
        """Let the card in hand go on purpose, as it stands, and take the next one. Noted for the minutes."""
        if self.card is not None and not self.ended:
            self._write(("passed",), True)
            self._changed()
        self.next_card()

    def _place(self, at: int, by: int) -> int:
        """The next place in a direction that is played: a break, or a card that is not left out."""
        entries = self.agenda.entries
        at += by
        while 0 <= at < len(entries) and (entries[at].left_out or self._lost(entries[at])):
            at += by
        return max(-1, min(at, len(entries)))

    def _lost(self, entry: AgendaEntry) -> bool:
        """Whether the deck no longer has an entry's card."""
        return bool(entry.card) and self.strategy.deck.card(entry.card) is None

    def _enter(self, at: int, step: str = "") -> None:
        now, was = self.now(), self.at
        if self.ended:
            return
        self.follow_answer()
        if self.card is not None:
            self._clocks[self.card.id, self.step] = self.clock.pause(now)
            if at != was:
                self._left_at[self.card.id] = self.step
                self._round()["ended"] = self.strategy.clock()
        self.at, self.asked, self.joker, self.hot_seat = at, 0, "", None
        card = self.card
        if at != was:
            self.hints_shown = False
        if card is None:
            self.step = ""
        elif step == "last":
            self.step = self.steps[-1]
        else:
            self.step = step or self._left_at.get(card.id) or self.step_from_round(card)
        if card is not None:
            self._round().pop("ended", None)
            if self.step == steps.VOTE:
                self.asked = next((idea.number for idea in self.groups() if idea.votes is None), 0)
        self._start_clocks(now)
        self._changed(saved=at != was)

    def step_from_round(self, card: Card) -> str:
        """The step in which a card stands, told from what was done with it; the first if nothing was."""
        held = self.round_of(card.id)
        known = steps.steps_of(card)
        if held is None:
            return known[0]
        if held.decision is not None:
            found = steps.DECIDE
        elif held.ratings or any(idea.votes is not None for idea in held.ideas):
            found = steps.VOTE
        elif any(idea.into for idea in held.ideas):
            found = steps.MERGE
        else:
            found = steps.COLLECT if held.ideas else known[0]
        return found if found in known else known[0]

    # -- the clocks -------------------------------------------------------------------------------------------------

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

    #: Whether the session's clock was never started.
    _fresh = True

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

    def elapsed(self) -> float:
        """The minutes since the first card was begun, pauses not counted."""
        return self.agenda.box - self.clock_of_session.left(self.now()) / 60

    def set_minutes_left(self, minutes: float) -> None:
        """The session is over in so many minutes: the time was halved, or there is more of it."""
        now, elapsed = self.now(), self.elapsed()
        self.clock_of_session = replace(self.clock_of_session, seconds=60 * minutes)
        if self.clock_of_session.running:
            self.clock_of_session = replace(self.clock_of_session, running_since=now)
        self._set(("minutes", round(elapsed + minutes, 3)))

    def behind(self) -> float:
        """How many minutes the plan is behind (negative: ahead)."""
        if self.at < 0 or self._fresh:
            return 0.0
        agenda, now = self.agenda, self.now()
        return clocks.behind(agenda, self.at, self.elapsed(), self._used(now))

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

    # -- the wall ---------------------------------------------------------------------------------------------------

    def set_blank(self, blank: bool) -> None:
        """Blank the wall, or show it again."""
        self.blank = blank
        self._changed(saved=False)

    def show_hints(self, shown: bool) -> None:
        """Show the hints of the card in hand on the wall, or take them off."""
        self.hints_shown = shown
        self._changed(saved=False)


__all__ = ["ARRIVAL", "BREAK", "CARD", "CLOSING", "Moving"]
