"""What the votes say: a proposal for the decision, with ties said in words. It decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.kinds import ChoiceAnswer, ListAnswer, RankAnswer, ScaleAnswer, TableAnswer, TextAnswer
from impactcards.records import record
from impactcards.strategy.numbers import tidy
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from impactcards.deck.model import Card
    from impactcards.strategy.sessions.reading import Idea
    from impactcards.strategy.sessions.voting import Spread


@record
class Proposal:
    """``winners`` are numbers of ideas, most votes first; ``value`` is the figure where everybody said one.

    ``ordered`` are all ideas that can win, most votes first. ``tied`` are the numbers between which votes do not
    decide, and ``note`` says so; None where nothing is to be said.
    """

    winners: tuple[int, ...] = ()
    ordered: tuple[int, ...] = ()
    tied: tuple[int, ...] = ()
    value: int | float | None = None
    note: Message | None = None


def most(card: Card) -> int | None:
    """How many ideas can become the answer; None if the deck sets no limit."""
    kind = card.answer
    if isinstance(kind, TextAnswer):
        return 1
    if isinstance(kind, ChoiceAnswer):
        return kind.at_most if kind.several else 1
    return kind.at_most if isinstance(kind, ListAnswer | TableAnswer) else None


def propose_winners(card: Card, ideas: Sequence[Idea]) -> Proposal:
    """The winners among ``ideas`` that stand for themselves. Without any votes they are taken as they stand.

    Ideas without a vote do not win where others have some. Where the last place is tied, the lower number is taken for
    now, and the tie is said.
    """
    voted = any(idea.votes for idea in ideas)
    ordered = sorted(ideas, key=lambda idea: -(idea.votes or 0)) if voted else list(ideas)
    able = [idea for idea in ordered if idea.votes] if voted else ordered
    limit = most(card)
    if not voted and isinstance(card.answer, ChoiceAnswer | RankAnswer):
        able = []  # nothing was said about what the deck has
    winners = able if limit is None else able[:limit]
    numbers = tuple(idea.number for idea in ordered)
    if limit is None or not voted or len(able) <= limit or able[limit].votes != able[limit - 1].votes:
        return Proposal(tuple(idea.number for idea in winners), numbers)
    tied = tuple(idea.number for idea in able if idea.votes == able[limit].votes)
    free = sum(idea.number in tied for idea in winners)
    listed = ", ".join(str(number) for number in sorted(tied))
    text = (
        N_("Ideas {numbers} have as many votes, {votes} each, and one of them fits. Talk, or vote again.")
        if free == 1
        else N_("Ideas {numbers} have as many votes, {votes} each, and only {free} of them fit. Talk, or vote again.")
    )
    note = Message(text, numbers=listed, votes=able[limit].votes, free=free)
    return Proposal(tuple(idea.number for idea in winners), numbers, tied, note=note)


def propose_figure(card: Card, spread: Spread | None) -> Proposal:
    """The middle of everybody's figures; between two steps of a scale the lower one for now, which is said."""
    if spread is None:
        return Proposal()
    middle = tidy(spread.middle)
    if not isinstance(card.answer, ScaleAnswer) or isinstance(middle, int):
        return Proposal(value=middle)
    low = int(spread.middle)
    note = Message(N_("As many say {low} or less as {high} or more. Talk about it first."), low=low, high=low + 1)
    return Proposal(value=low, note=note)


__all__ = ["Proposal", "most", "propose_figure", "propose_winners"]
