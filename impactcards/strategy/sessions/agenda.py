"""The agenda of a session: cards and breaks with their minutes. An entry keeps its place all session long."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from impactcards.records import record, replace
from impactcards.strategy.hand import deal
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from impactcards.deck.model import Card
    from impactcards.strategy.strategy import Strategy

#: A card that is played gets at least so many minutes.
LEAST = 2.0

#: The box in minutes where neither a recipe nor anybody says one.
BOX = 90.0


@record
class AgendaEntry:
    """A card (its id) with its minutes, or a break (``card`` is empty).

    ``planned`` is what it had when the session began, if that was something else: 0 for a card that was added on the
    way. A card with no minutes was left out on the way; it can still be gone to.
    """

    card: str
    minutes: float
    planned: float | None = None

    @property
    def is_break(self) -> bool:
        return not self.card

    @property
    def left_out(self) -> bool:
        """Whether it was taken off the agenda on the way."""
        return self.minutes <= 0

    def with_minutes(self, minutes: float) -> AgendaEntry:
        """The same entry with other minutes, remembering what was planned."""
        planned = self.minutes if self.planned is None else self.planned
        return AgendaEntry(self.card, minutes, None if planned == minutes else planned)


@record
class Agenda:
    """``entries`` in order, and the cards that were ``left_out`` because they do not fit into the ``box`` (minutes).

    ``note`` is what else is to be said about it.
    """

    entries: tuple[AgendaEntry, ...] = ()
    left_out: tuple[Card, ...] = ()
    box: float = 0.0
    note: Message | None = None

    @property
    def total(self) -> float:
        """The minutes of all entries."""
        return sum(entry.minutes for entry in self.entries)

    @property
    def spare(self) -> float:
        """The minutes of the box that no entry takes: for arriving, and for reading back."""
        return max(0.0, self.box - self.total)

    @property
    def cards(self) -> tuple[str, ...]:
        """The ids of the cards that are to be played, in order."""
        return tuple(entry.card for entry in self.entries if entry.card and not entry.left_out)

    def begins(self, at: int) -> float:
        """The minute at which entry ``at`` begins, from the beginning of the first; after the last its end."""
        return sum(entry.minutes for entry in self.entries[: max(0, at)])


@record
class Running:
    """An entry with when it begins and ends."""

    entry: AgendaEntry
    begins: datetime
    ends: datetime


def propose(strategy: Strategy, recipe_id: str = "", *, people: int = 0, minutes: float | None = None) -> Agenda:
    """An agenda that fits: the recipe's cards (without one, all) in the recipe's order.

    Where not all fit, those without an answer come before those that have one, then core cards before others.

    Without ``minutes`` the box is the recipe's own, or 90 minutes without a recipe. A box that is shorter than the
    recipe's has no breaks. ``people`` is how many there will be; if the recipe is made for more or fewer, the ``note``
    says so. That changes no minutes.
    """
    recipe = strategy.deck.recipe(recipe_id) if recipe_id else None
    box = minutes if minutes is not None else (recipe.minutes if recipe else BOX)
    hand = deal(strategy, recipe_id, box or None, open_first=True)
    pauses: dict[int, list[float]] = {}
    for pause in hand.breaks:
        pauses.setdefault(pause.after, []).append(pause.minutes)
    entries: list[AgendaEntry] = []
    for number, card in enumerate(hand.cards, 1):
        entries.append(AgendaEntry(card.id, card.minutes))
        entries += [AgendaEntry("", length) for length in pauses.get(number, ())]
    note = None
    if (
        recipe is not None
        and recipe.people is not None
        and people
        and not recipe.people[0] <= people <= recipe.people[1]
    ):
        low, high = recipe.people
        note = Message(N_("“{recipe}” is made for {low} to {high} people."), recipe=recipe.title, low=low, high=high)
    return Agenda(tuple(entries), hand.left_out, box or sum(entry.minutes for entry in entries), note)


def times(agenda: Agenda, start: datetime) -> tuple[Running, ...]:
    """Each entry with its running times, if the first begins at ``start``."""
    found = []
    for entry in agenda.entries:
        end = start + timedelta(minutes=entry.minutes)
        found.append(Running(entry, start, end))
        start = end
    return tuple(found)


def move_minutes(agenda: Agenda, source: int, target: int, minutes: float) -> Agenda:
    """Give minutes of entry ``source`` to entry ``target``; a card keeps two, a break may go. The total stays."""
    entries = list(agenda.entries)
    if source == target or not (0 <= source < len(entries) and 0 <= target < len(entries)):
        return agenda
    giver = entries[source]
    moved = min(minutes, giver.minutes - (0 if giver.is_break else LEAST))
    if moved <= 0:
        return agenda
    entries[source] = replace(giver, minutes=giver.minutes - moved)
    entries[target] = replace(entries[target], minutes=entries[target].minutes + moved)
    return replace(agenda, entries=tuple(entries))


def to_data(agenda: Agenda) -> list[dict[str, Any]]:
    """The agenda as strategy.yaml has it: ``[{card|break, minutes, planned}]``."""
    listed: list[dict[str, Any]] = []
    for entry in agenda.entries:
        held: dict[str, Any] = {"card": entry.card} if entry.card else {"break": True}
        held["minutes"] = _tidy(entry.minutes)
        if entry.planned is not None:
            held["planned"] = _tidy(entry.planned)
        listed.append(held)
    return listed


def from_data(entry: Mapping[str, Any], strategy: Strategy) -> Agenda:
    """The agenda of a session's entry, whatever a file may hold. The box is the entry's ``minutes``, or its total."""
    found = []
    listed = entry.get("agenda")
    for held in listed if isinstance(listed, list) else ():
        if not isinstance(held, dict):
            continue
        card = held.get("card")
        planned = held.get("planned")
        name = card if isinstance(card, str) else ""
        if name or held.get("break"):
            found.append(
                AgendaEntry(name, _minutes(held.get("minutes")), None if planned is None else _minutes(planned))
            )
    left = entry.get("left_out")
    cards = [strategy.deck.card(name) for name in left if isinstance(name, str)] if isinstance(left, list) else []
    agenda = Agenda(tuple(found), tuple(card for card in cards if card is not None))
    return replace(agenda, box=_minutes(entry.get("minutes")) or agenda.total)


def _minutes(held: Any) -> float:
    known = isinstance(held, int | float) and not isinstance(held, bool) and 0 <= held < 100_000
    return float(held) if known else 0.0


def _tidy(minutes: float) -> int | float:
    return int(minutes) if float(minutes).is_integer() else round(minutes, 2)


__all__ = [
    "BOX",
    "LEAST",
    "Agenda",
    "AgendaEntry",
    "Running",
    "from_data",
    "move_minutes",
    "propose",
    "times",
    "to_data",
]
