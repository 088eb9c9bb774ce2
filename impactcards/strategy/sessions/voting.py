"""Votes on ideas, counted one by one, and everybody's figure where a card asks for one."""

from __future__ import annotations

from collections import Counter
from statistics import fmean, median
from typing import TYPE_CHECKING, Any

from impactcards.records import record
from impactcards.strategy.sessions import reading
from impactcards.strategy.sessions.ideas import Ideas
from impactcards.strategy.sessions.people import People
from impactcards.strategy.sessions.reading import Rating
from impactcards.strategy.sessions.steps import STEPS, VOTE, rates
from impactcards.strategy.sessions.undo import Undone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@record
class Spread:
    """How everybody's figures lie: how many say what, in order, with the lowest, highest, middle one and mean."""

    counts: Mapping[int | float, int]
    low: int | float
    high: int | float
    middle: float
    mean: float


def spread_of(ratings: Sequence[Rating]) -> Spread | None:
    """The spread of some ratings; None of none."""
    values = sorted(rating.value for rating in ratings)
    if not values:
        return None
    return Spread(dict(Counter(values)), values[0], values[-1], float(median(values)), fmean(values))


class Voting(Ideas, People):
    """Counts stand on the ideas; who raised a hand is written nowhere. Nothing is refused, also not a vote too many."""

    #: The idea whose hands are being counted (its number), or 0.
    asked: int = 0

    @property
    def votes_each(self) -> int:
        """How many votes each person has on this card."""
        return self.round.votes_each

    def set_votes_each(self, number: int) -> None:
        """Give each person so many votes on this card (at least one)."""
        wanted = max(1, number)
        default = wanted == reading.VOTES_EACH
        self._do(Undone("votes each", 0, str(wanted)), (("votes_each",), None if default else wanted))

    @property
    def votes_closed(self) -> bool:
        """Whether the counts may be seen: the step after *vote* has been reached."""
        return self.step in STEPS and STEPS.index(self.step) > STEPS.index(VOTE)

    def vote_order(self) -> tuple[int, ...]:
        """The numbers of the ideas to be asked about, in order: those that stand for themselves."""
        return tuple(idea.number for idea in self.groups())

    def ask(self, number: int) -> None:
        """Count hands for this idea next; 0 for none. One that was put under another stands for its group."""
        idea = self.idea(number)
        self.asked = (idea.into or idea.number) if idea is not None else 0
        self._changed(saved=False)

    def vote_on(self, number: int, count: int) -> bool:
        """Note how many voted for an idea (in place of what was noted), and go on to the next one."""
        idea = self.idea(number)
        if idea is None or self.ended:
            return False
        target = self.idea(idea.into) if idea.into else idea
        if target is None:
            return False
        votes = max(0, count)
        held = {entry.get("id") for entry in reading.maps_in(self._round(make=False), "ideas")}
        path: tuple[str, ...] = ("ideas", target.id)
        value: Any = {"id": target.id, "text": target.text, "votes": votes}
        if target.id in held:
            path, value = (*path, "votes"), votes
        done = self._do(Undone("vote", target.number, str(votes)), (path, value))
        order = self.vote_order()
        place = order.index(target.number) + 1 if target.number in order else len(order)
        self.asked = order[place] if place < len(order) else 0
        self._changed(saved=False)
        return done

    def votes_cast(self) -> int:
        """How many votes, or figures, have been given on this card."""
        card = self.card
        if card is not None and rates(card):
            return len(self.ratings())
        return sum(idea.votes or 0 for idea in self.groups())

    def votes_all(self) -> int:
        """How many there can be: each person's votes, at most one an idea; or one figure a person. 0: nobody knows."""
        card = self.card
        if card is not None and rates(card):
            return self.people
        return self.people * self.votes_each

    # -- figures ----------------------------------------------------------------------------------------------------

    def rate(self, by: str | None, value: float) -> bool:
        """Note a person's figure in place of an earlier one; nobody's is added to the others."""
        held = reading.maps_in(self._round(make=False), "ratings")
        earlier = next((entry["id"] for entry in held if by and entry.get("by") == by and "id" in entry), None)
        done = Undone("rating", 0, str(value))
        if earlier is not None:
            return self._do(done, (("ratings", str(earlier), "value"), value))
        made = {"id": self._new_id(), **({"by": by} if by else {}), "value": value}
        return self._do(done, (("ratings", str(made["id"])), made))

    def ratings(self) -> tuple[Rating, ...]:
        """Everybody's figures for the card in hand."""
        return self.round.ratings

    def spread(self) -> Spread | None:
        """How they lie; None while there are none."""
        return spread_of(self.ratings())


__all__ = ["Spread", "Voting", "spread_of"]
