"""Going through a session: step by step, card by card, back and forth, with the clocks that go along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.records import replace
from impactcards.strategy.sessions import steps
from impactcards.strategy.sessions.agenda import AgendaEntry
from impactcards.strategy.sessions.core import in_order
from impactcards.strategy.sessions.timing import ARRIVAL, BREAK, CARD, CLOSING, Timing

if TYPE_CHECKING:
    from impactcards.deck.model import Card


class Moving(Timing):
    """Every step can be skipped and gone back to; going anywhere loses nothing."""

    #: Whether the wall is blank, and whether it shows the card's hints.
    blank: bool = False
    hints_shown: bool = False

    _left_at: dict[str, str]

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
                held = self._round()
                held["ended"] = self.strategy.clock()
                in_order(held)
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
