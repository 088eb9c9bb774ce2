"""What every part of a session stands on: its entry, the card in hand, and deeds that can be taken back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from impactcards.strategy.names import one_line
from impactcards.strategy.sessions import agenda as agendas
from impactcards.strategy.sessions import reading, undo
from impactcards.strategy.sessions.clock import Clock
from impactcards.strategy.sessions.steps import steps_of
from impactcards.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from impactcards.deck.model import Card
    from impactcards.strategy.answer import Answer
    from impactcards.strategy.opened import OpenStrategy
    from impactcards.strategy.sessions.agenda import Agenda
    from impactcards.strategy.strategy import Strategy

# The keys of a session's entry and of a round, in the order in which they are written; any others follow.
_KEYS = (
    *("id", "card", "started", "ended", "led_by", "version", "recipe", "people", "present", "left"),
    *("minutes", "minutes_planned", "agenda", "left_out", "rounds"),
    *("passed", "votes_each", "ideas", "ratings", "decision", "quotes"),
)

#: The most deeds of one card that can be taken back.
_REMEMBERED = 500


class Core:
    """A session's entry in the strategy, and where one is in it. It belongs to the strategy's thread.

    ``now`` gives seconds since the epoch; a test hands in another.
    """

    def __init__(self, opened: OpenStrategy, session_id: str, *, now: Callable[[], float] = time.time) -> None:
        self.opened = opened
        self.id = session_id
        self.now = now
        #: Which entry of the agenda is played, from 0; -1 before the first, the number of entries after the last.
        self.at = -1
        #: The step of the card in hand; an empty string before the first card, in a break and after the last.
        self.step = ""
        #: The clock of the step (or the break), and that of the whole session.
        self.clock = Clock()
        self.clock_of_session = Clock(None, 60 * agendas.from_data(self.entry, opened.strategy).box)
        #: Goes up with everything that happens, so that a screen knows when to look again.
        self.revision = 0
        self._deeds: dict[str, list[undo.Deed]] = {}
        self._plan: tuple[int, Agenda] | None = None
        self._read: tuple[tuple[int, int], reading.Round] | None = None

    @property
    def strategy(self) -> Strategy:
        return self.opened.strategy

    @property
    def entry(self) -> dict[str, Any]:
        """The session's entry as it stands, only to be read; empty if another window took it away."""
        return reading.find(self.strategy, self.id) or {}

    @property
    def started(self) -> str:
        """When it was begun, in UTC as files write it."""
        return reading.text_of(self.entry, "started")

    @property
    def ended(self) -> bool:
        """Whether it is over. It can still be read; what is done then is not noted any more."""
        return bool(self.entry.get("ended")) or not self.entry

    @property
    def agenda(self) -> Agenda:
        """The agenda as it stands."""
        if self._plan is None or self._plan[0] != self.revision:
            self._plan = self.revision, agendas.from_data(self.entry, self.strategy)
        return self._plan[1]

    @property
    def card(self) -> Card | None:
        """The card in hand; None before the first, in a break, after the last, and where the deck lost it."""
        entries = self.agenda.entries
        return self.strategy.deck.card(entries[self.at].card) if 0 <= self.at < len(entries) else None

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps of the card in hand; none without a card."""
        card = self.card
        return steps_of(card) if card is not None else ()

    @property
    def round(self) -> reading.Round:
        """What the group has done with the card in hand so far; an empty round without a card."""
        place = (self.revision, self.at)
        if self._read is None or self._read[0] != place:
            self._read = place, reading.read_round(self._round(make=False))
        return self._read[1]

    def round_of(self, card_id: str) -> reading.Round | None:
        """What the group has done with a card; None if it was not in hand yet."""
        held = self._round(card_id, make=False)
        return reading.read_round(held) if held else None

    # -- writing ----------------------------------------------------------------------------------------------------

    def _round(self, card_id: str = "", *, make: bool = True) -> dict[str, Any]:
        """The entry of a round (of the card in hand): begun now if there is none yet and ``make`` says so."""
        card = self.card
        wanted = card_id or (card.id if card is not None else "")
        held = next((each for each in reading.maps_in(self.entry, "rounds") if each.get("card") == wanted), None)
        if held is not None and wanted:
            return held
        made: dict[str, Any] = {"card": wanted, "started": self.strategy.clock()}
        if make and wanted and not self.ended:
            rounds = self.entry.get("rounds")
            if not isinstance(rounds, list):
                rounds = self.entry["rounds"] = []
            rounds.append(made)
            return made
        return {}

    def _set(self, *values: tuple[str, Any]) -> None:
        """Set keys of the entry; None takes one out."""
        entry = self.entry
        for key, value in values:
            if value is None:
                entry.pop(key, None)
            elif entry:
                entry[key] = value
        in_order(entry)
        self._changed()

    def _do(self, done: undo.Undone, *writes: tuple[tuple[str, ...], Any], was: Answer | None = None) -> bool:
        """Make the changes of one deed in the round of the card in hand, remember it, and tell everybody.

        A path that begins with ``*`` leads into a list of the strategy: ``("*actions", ID)``. ``was`` is the answer of
        the card before this deed, if that was part of it. False if nothing changed or there is no card.
        """
        card = self.card
        if card is None and any(not path[0].startswith("*") for path, _ in writes):
            return False
        if self.ended:
            return False
        changes: list[undo.Change | undo.AnswerChange] = []
        for path, value in writes:
            change = self._write(path, value)
            if change is not None:
                changes.append(change)
        if was is not None and card is not None:
            after = self.strategy.answer(card.id)
            if after != was:
                changes.append(undo.AnswerChange(card.id, was, after))
        if not changes:
            return False
        deeds = self._deeds.setdefault(card.id if card is not None else "", [])
        deeds.append(undo.Deed(done, tuple(changes)))
        del deeds[:-_REMEMBERED]
        self._changed()
        return True

    def _write(self, path: tuple[str, ...], value: Any) -> undo.Change | None:
        if path[0].startswith("*"):
            change = undo.write(self.strategy.lists, (path[0][1:], *path[1:]), value)
            return undo.Change(path, change.before) if change is not None else None
        return undo.write(self._round(), path, value)

    def undo(self) -> undo.Undone | None:
        """Take back the last deed of the card in hand (between cards: the last one there), and say what it was.

        None if there is nothing to take back: what was done before the program was started anew stays.
        """
        card = self.card
        deeds = self._deeds.get(card.id if card is not None else "")
        if not deeds or self.ended:
            return None
        deed = deeds.pop()
        for change in reversed(deed.changes):
            if isinstance(change, undo.Change):
                self._write(change.path, change.before)
            elif self.strategy.answer(change.card) == change.after:  # what was edited since is somebody's work
                self.strategy.put(change.card, change.before)
        self._changed()
        return deed.undone

    def _changed(self, *, saved: bool = True) -> None:
        """Something happened; ``saved``: it stands in the strategy, which is to be saved."""
        self.revision += 1
        if saved:
            self.strategy.touch()

    def _new_id(self) -> str:
        """An id that no item, entry or idea has."""
        held = list(reading.maps_in(self.entry, "rounds"))
        while True:
            made = self.strategy.make_id()
            if not any(idea.get("id") == made for each in held for idea in reading.maps_in(each, "ideas")):
                return made


def in_order(entry: dict[str, Any]) -> None:
    """Put the keys of a session's entry, or of a round, into their usual order."""
    rank = {key: at for at, key in enumerate(_KEYS)}
    ordered = {key: entry[key] for key in sorted(entry, key=lambda key: rank.get(key, len(rank)))}
    entry.clear()
    entry.update(ordered)


def line(text: str) -> str:
    """What was typed, on one line."""
    return one_line(text)


def prose(text: str) -> str:
    """What was typed, with its lines."""
    return clean(text).strip()


__all__ = ["Core", "in_order", "line", "prose"]
