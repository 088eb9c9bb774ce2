"""What is one key away in every step: park a line, note an action or a quote, draw a joker, hand the keyboard over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.records import record
from impactcards.strategy.dates import local_today, parse_date
from impactcards.strategy.sessions import reading
from impactcards.strategy.sessions.actions import Action, read_action
from impactcards.strategy.sessions.core import line, prose
from impactcards.strategy.sessions.deciding import Deciding
from impactcards.strategy.sessions.people import participants_of
from impactcards.strategy.sessions.undo import Undone

if TYPE_CHECKING:
    from impactcards.strategy.sessions.ideas import Write
    from impactcards.strategy.strategy import Strategy

OPEN, DONE, MOVED, DROPPED = "open", "done", "moved", "dropped"

#: What can become of an action.
STATES = (OPEN, DONE, MOVED, DROPPED)


@record
class Parked:
    """A line of the parking lot. ``by`` is a participant's id, or empty; ``card`` and ``session`` say where from."""

    id: str
    text: str
    by: str = ""
    card: str = ""
    session: str = ""


def actions_of(strategy: Strategy) -> tuple[Action, ...]:
    """All actions, in the order in which they were agreed."""
    found = []
    for entry in strategy.lists.get("actions", ()):
        who, until, state, card, session = (
            reading.text_of(entry, key) for key in ("who", "until", "state", "card", "session")
        )
        texts = (reading.text_of(entry, "id"), reading.text_of(entry, "text"))
        found.append(Action(*texts, who, until, state if state in STATES else OPEN, card, session))
    return tuple(found)


def parked_in(strategy: Strategy) -> tuple[Parked, ...]:
    """The parking lot, the oldest line first."""
    keys = ("id", "text", "by", "card", "session")
    return tuple(
        Parked(*(reading.text_of(entry, key) for key in keys)) for entry in strategy.lists.get("parking_lot", ())
    )


class Asides(Deciding):
    """All of it works in any step, and between cards."""

    #: The joker on the wall, or an empty string.
    joker: str = ""
    #: Who has the keyboard: a participant's id, an empty string for somebody without a name, None for the facilitator.
    hot_seat: str | None = None

    def park(self, text: str, by: str | None = None) -> Parked | None:
        """Put a line into the parking lot. None without words."""
        if not line(text) or self.ended:
            return None
        made = {"id": self._new_id(), "text": line(text), **({"by": by} if by else {}), **self._where()}
        self._do(Undone("park", 0, made["text"]), (("*parking_lot", made["id"]), made))
        return Parked(made["id"], made["text"], by or "", made.get("card", ""), self.id)

    def parked(self) -> tuple[Parked, ...]:
        """The whole parking lot, of earlier sessions too, the oldest line first."""
        return parked_in(self.strategy)

    def unpark(self, parked_id: str) -> bool:
        """Take a line out of the parking lot: it has been dealt with. It can be taken back like any deed."""
        text = next((each.text for each in self.parked() if each.id == parked_id), "")
        return self._do(Undone("unpark", 0, text), (("*parking_lot", parked_id), None))

    def act(self, text: str) -> Action | None:
        """Note an action (``Anna: numbers from Sales by 5.12.``). Returns what was understood; None without words."""
        if not line(text) or self.ended:
            return None
        here = self.participants()
        people = tuple(dict.fromkeys((*here, *participants_of(self.strategy))))
        language = self.strategy.language
        who, what, until = read_action(text, people, language, self._today(), strangers=not here)
        made: dict[str, Any] = {"id": self._new_id(), "text": what}
        made |= {key: value for key, value in (("who", who), ("until", until)) if value}
        made |= {"state": OPEN, **self._where()}
        self._do(Undone("action", 0, what), (("*actions", made["id"]), made))
        return Action(made["id"], what, who, until, OPEN, made.get("card", ""), self.id)

    def actions(self) -> tuple[Action, ...]:
        """The actions agreed in this session."""
        return tuple(action for action in actions_of(self.strategy) if action.session == self.id)

    def open_actions(self) -> tuple[Action, ...]:
        """The actions of earlier sessions that are open, or were moved, and have not been talked about in this one."""
        settled = {
            entry.get("id") for entry in self.strategy.lists.get("actions", ()) if entry.get("settled") == self.id
        }
        return tuple(
            action
            for action in actions_of(self.strategy)
            if action.state in (OPEN, MOVED) and action.session != self.id and action.id not in settled
        )

    def set_action_state(self, action_id: str, state: str, until: str | None = None) -> bool:
        """Say what became of an action: ``done``, ``moved`` (``until`` a day as people type it), ``dropped``, ``open``.

        The entry notes in ``settled`` that it was said in this session.
        """
        action = next((each for each in actions_of(self.strategy) if each.id == action_id), None)
        if action is None or state not in STATES:
            return False
        path = ("*actions", action_id)
        writes: list[Write] = [((*path, "state"), state), ((*path, "settled"), None if state == OPEN else self.id)]
        if until is not None and line(until):
            day = parse_date(until, self.strategy.language, self._today())
            writes.append(((*path, "until"), day.isoformat() if day is not None else line(until)))
        return self._do(Undone("state", 0, action.text), *writes)

    def quote(self, text: str, by: str | None = None) -> bool:
        """Keep a sentence somebody said, for the minutes. It belongs to the card in hand; False without one."""
        if not prose(text):
            return False
        said = {"id": self._new_id(), **({"by": by} if by else {}), "text": prose(text)}
        return self._do(Undone("quote", 0, prose(text)), (("quotes", said["id"]), said))

    # -- jokers, and the keyboard -----------------------------------------------------------------------------------

    _seen: tuple[str, ...] = ()

    def draw_joker(self) -> str:
        """Draw a joker of the deck and show it; none twice before all were seen. Empty if the deck has none."""
        from random import SystemRandom

        jokers = {joker.id: joker.text for joker in self.strategy.deck.jokers}
        if not jokers:
            return ""
        fresh = [one for one in jokers if one not in self._seen]
        if not fresh:
            last = self._seen[-1:]
            fresh, self._seen = [one for one in jokers if one not in last] or list(jokers), ()
        drawn = SystemRandom().choice(fresh)
        self._seen = (*self._seen, drawn)
        self.joker = jokers[drawn]
        self._changed(saved=False)
        return self.joker

    def put_away_joker(self) -> None:
        """Take the joker off the wall."""
        self.joker = ""
        self._changed(saved=False)

    def hand_over(self, person_id: str = "") -> None:
        """Somebody else takes the keyboard: what the others wrote is hidden, on the wall too."""
        self.hot_seat = person_id
        self._changed(saved=False)

    def take_back_keyboard(self) -> None:
        """The facilitator has the keyboard again."""
        self.hot_seat = None
        self._changed(saved=False)

    # -- inside -----------------------------------------------------------------------------------------------------

    def _where(self) -> dict[str, str]:
        card = self.card
        return {**({"card": card.id} if card is not None else {}), "session": self.id}

    _today = staticmethod(local_today)


__all__ = ["DONE", "DROPPED", "MOVED", "OPEN", "STATES", "Asides", "Parked", "actions_of", "parked_in"]
