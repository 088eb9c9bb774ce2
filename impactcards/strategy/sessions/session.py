"""A session while it lasts: one sitting of a group, led by a facilitator."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from impactcards.strategy.sessions import reading
from impactcards.strategy.sessions.clock import Clock
from impactcards.strategy.sessions.core import in_order
from impactcards.strategy.sessions.moving import Moving
from impactcards.strategy.sessions.steps import steps_of
from impactcards.strategy.sessions.timing import CLOSING

if TYPE_CHECKING:
    from collections.abc import Callable

    from impactcards.strategy.opened import OpenStrategy


class Session(Moving):
    """A session of an open strategy. It belongs to the strategy's thread, and saves nothing itself.

    Everything typed stands in the strategy at once, and is told to its listeners, so that the ordinary saver writes it.
    Where one is, and the clocks, go into session.json with what the wall shows (:class:`RoomFile`).
    """

    def __init__(self, opened: OpenStrategy, session_id: str, *, now: Callable[[], float] = time.time) -> None:
        self._left_at = {}
        self._clocks = {}
        super().__init__(opened, session_id, now=now)
        opened.strategy.listen(self._heard)

    def _heard(self, card_id: str) -> None:
        self.revision += 1
        card = self.card
        if card_id and card is not None and card.id == card_id:
            self.follow_answer()

    @property
    def record(self) -> reading.SessionRecord:
        """The whole session as it stands, for the minutes."""
        return reading.read_session(self.entry, self.strategy)

    def rest(self) -> None:
        """Stop here for now: the clocks stand still until somebody goes on, today or tomorrow."""
        now = self.now()
        self.clock, self.clock_of_session = self.clock.pause(now), self.clock_of_session.pause(now)
        self._changed(saved=False)

    def end(self) -> None:
        """The session is over, and so is any other that was left running. Saving is the caller's, as always."""
        if not self.entry:
            return
        self.follow_answer()
        self.rest()
        moment = self.strategy.clock()
        for entry in self.strategy.lists.get(reading.SESSIONS, ()):
            if entry.get("ended"):
                continue
            for held in reading.maps_in(entry, "rounds"):
                held.setdefault("ended", moment)
                in_order(held)
            entry["ended"] = moment
            in_order(entry)
        self.at, self.step, self.clock, self.joker, self.hot_seat = len(self.agenda.entries), "", Clock(), "", None
        self._changed()

    # -- going on with it -------------------------------------------------------------------------------------------

    def resume_data(self) -> dict[str, Any]:
        """Where one is, as plain data for session.json; what :meth:`go_on` reads."""
        now = self.now()
        card = self.card
        entries = self.agenda.entries
        return {
            "session": self.id,
            "saved": round(now, 3),
            "at": self.at,
            "card": card.id if card is not None else entries[self.at].card if 0 <= self.at < len(entries) else "",
            "step": self.step,
            "asked": self.asked,
            "blank": self.blank,
            "hints": self.hints_shown,
            "hot_seat": self.hot_seat,
            "jokers": list(self._seen),
            "line": self.half_typed,
            "clock": self.clock.data(),
            "clock_of_session": self.clock_of_session.data(),
            "begun": not self._fresh,
            "left_at": dict(self._left_at),
            "clocks": [[*place, clock.data()["seconds"]] for place, clock in self._clocks.items()],
        }

    def go_on(self, data: Any) -> None:
        """Stand where one stood. ``data`` is what session.json has; without any, the entry tells it.

        Clocks go on as if nothing had happened if that was less than ten minutes ago; else they stand still, at what
        was left then.
        """
        held = data if isinstance(data, dict) and data.get("session") == self.id else {}
        saved = reading.number_of(held, "saved")
        if not held or saved is None:
            self._go_on_from_entry()
            return
        self._take_place(held)
        self._take_clocks(held, float(saved))
        asked, jokers = reading.number_of(held, "asked"), reading.texts_in(held, "jokers")
        self.asked = asked if isinstance(asked, int) else 0
        self.blank, self.hints_shown = held.get("blank") is True, held.get("hints") is True
        seat = held.get("hot_seat")
        self.hot_seat = seat if isinstance(seat, str) else None
        self._seen = jokers
        self.half_typed = reading.text_of(held, "line") if self.hot_seat is None else ""
        if self.card is not None:
            self._round()
        self.follow_answer()

    def _take_place(self, held: dict[str, Any]) -> None:
        entries = self.agenda.entries
        at, card = reading.number_of(held, "at"), reading.text_of(held, "card")
        self.at = max(-1, min(at if isinstance(at, int) else -1, len(entries)))
        if card and not (0 <= self.at < len(entries) and entries[self.at].card == card):
            self.at = next((n for n, entry in enumerate(entries) if entry.card == card), self.at)
        step = reading.text_of(held, "step")
        self.step = step if step in self.steps else ""
        if self.card is not None and not self.step:
            self.step = self.step_from_round(self.card)
        left = held.get("left_at")
        self._left_at = {str(k): str(v) for k, v in left.items()} if isinstance(left, dict) else {}
        for one in list(self._left_at):
            found = self.strategy.deck.card(one)
            if found is None or self._left_at[one] not in steps_of(found):
                del self._left_at[one]

    def _take_clocks(self, held: dict[str, Any], saved: float) -> None:
        now = self.now()
        step, whole = Clock.of(held.get("clock")), Clock.of(held.get("clock_of_session"))
        if not -_PAUSE <= now - saved <= _PAUSE:
            step = step.pause(saved) if step is not None else None
            whole = whole.pause(saved) if whole is not None else None
        self.clock = step or self.clock
        self.clock_of_session = whole or self.clock_of_session
        self._fresh = held.get("begun") is not True
        kept = held.get("clocks")
        for each in kept if isinstance(kept, list) else ():
            if isinstance(each, list) and len(each) == 3 and isinstance(each[2], int | float):
                self._clocks[str(each[0]), str(each[1])] = Clock(None, float(each[2]))

    def _go_on_from_entry(self) -> None:
        """Stand at the card that was begun last, in the step its round tells; clocks stand still, the step's anew."""
        rounds = [held for held in self.record.rounds if self.strategy.deck.card(held.card) is not None]
        entries = self.agenda.entries
        if not rounds:
            return
        last = next((held for held in reversed(rounds) if not held.ended), rounds[-1])
        at = next((n for n, entry in enumerate(entries) if entry.card == last.card), None)
        card = self.strategy.deck.card(last.card)
        if at is None or card is None:
            return
        self.at, self._fresh = at, False
        self.step = self.step_from_round(card)
        used = sum(entry.minutes for entry in entries[:at])
        self.clock = Clock(None, 60 * self._minutes_of(self.step))
        self.clock_of_session = Clock(None, 60 * (self.agenda.box - used))
        self.follow_answer()

    @property
    def closing(self) -> bool:
        """Whether the last card has been played."""
        return self.phase == CLOSING


#: After so many seconds of nothing a session that is gone on with stands still, and is not thought to have run on.
_PAUSE = 600.0

__all__ = ["Session"]
