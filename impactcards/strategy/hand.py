"""The hand: which cards are to play now, in which order, and how far along one is."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from impactcards.deck.kinds import TableAnswer
from impactcards.records import record
from impactcards.strategy.conditions import hidden_cards, is_hidden
from impactcards.strategy.kinds import is_complete

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from impactcards.deck.model import Card, Recipe
    from impactcards.strategy.strategy import Strategy


class CardState(Enum):
    """What stands on the map for a card."""

    OPEN = "open"
    BEGUN = "begun"  # answered, but not complete; or kept raw, because its data could not be read
    ANSWERED = "answered"
    LATER = "later"
    SKIPPED = "skipped"
    HIDDEN = "hidden"
    BLOCKED = "blocked"  # another card has to be played first


def card_state(card: Card, strategy: Strategy) -> CardState:
    """The state of a card. What is answered counts as that, also if it was once put off."""
    return state_of(card, strategy, hidden=is_hidden(card, strategy))


def state_of(card: Card, strategy: Strategy, *, hidden: bool) -> CardState:
    """The state of a card of which it is known whether it is hidden."""
    if hidden:
        return CardState.HIDDEN
    answer = strategy.answers.get(card.id)
    if answer is None:  # most cards of a large deck
        return CardState.OPEN if blocked_by(card, strategy) is None else CardState.BLOCKED
    if answer.raw is not None:
        return CardState.BEGUN
    if answer.answered and answer.put_off is None:
        if blocked_by(card, strategy) is not None:
            return CardState.BLOCKED
        return CardState.ANSWERED if is_complete(card, strategy) else CardState.BEGUN
    if answer.put_off is not None:
        if is_complete(card, strategy):
            return CardState.ANSWERED
        return CardState.SKIPPED if answer.put_off == "skipped" else CardState.LATER
    return CardState.OPEN if blocked_by(card, strategy) is None else CardState.BLOCKED


def blocked_by(card: Card, strategy: Strategy) -> Card | None:
    """The card to play first: the one whose items are this table's rows, while it has none. Picks never block."""
    if not isinstance(card.answer, TableAnswer) or not card.answer.follows:
        return None
    source = strategy.deck.card(card.answer.follows)
    return source if source is not None and not strategy.items(source.id) else None


@record
class Break:
    """A break of a recipe: it comes after so many of the hand's cards."""

    after: int
    minutes: float


@record
class Hand:
    """The cards to play now, in order, and what is not among them and why."""

    recipe: Recipe | None
    cards: tuple[Card, ...]
    hidden: tuple[Card, ...] = ()  # their condition does not hold
    dealt_first: tuple[Card, ...] = ()  # of `cards`: not in the recipe, but it builds on them
    left_out: tuple[Card, ...] = ()  # did not fit into the minutes
    breaks: tuple[Break, ...] = ()

    def __contains__(self, card: Card) -> bool:
        return any(card.id == dealt.id for dealt in self.cards)

    def gives(self, card: Card) -> str:
        """What a card contributes to the recipe's aim, or an empty string."""
        deals = self.recipe.deals if self.recipe else ()
        return next((deal.gives for deal in deals if deal.card == card.id), "")


def deal(
    strategy: Strategy,
    recipe_id: str = "",
    minutes: float | None = None,
    *,
    before: Hand | None = None,
    open_first: bool = False,
) -> Hand:
    """The hand of a recipe, or without one (or with an unknown one) all cards in deck order.

    The lists a recipe builds on are dealt first while they are unanswered, and stay if they were in the hand
    ``before``. With ``minutes``, core cards are dealt first until the box is full; the order stays the recipe's.
    With ``open_first``, cards without an answer come before all that have one.
    """
    deck = strategy.deck
    recipe = deck.recipe(recipe_id) if recipe_id else None
    hidden = hidden_cards(strategy)
    asked = _known(recipe.cards, strategy) if recipe else list(deck.cards)
    asked_ids = {card.id for card in asked}
    first_before = {card.id for card in before.dealt_first} if before else set()
    first = [
        card
        for card in _known(recipe.builds_on if recipe else (), strategy)
        if card.id not in asked_ids
        and card.id not in hidden
        and (not strategy.answer(card.id).answered or card.id in first_before)
    ]
    dealt = [*first, *(card for card in asked if card.id not in hidden)]
    whole_box = minutes is None or (recipe is not None and minutes >= recipe.minutes > 0)
    cards = dealt if whole_box or minutes is None else _fitting(dealt, minutes, strategy, open_first)
    kept = {card.id for card in cards}
    return Hand(
        recipe,
        tuple(cards),
        hidden=tuple(card for card in asked if card.id in hidden),
        dealt_first=tuple(card for card in first if card.id in kept),
        left_out=tuple(card for card in dealt if card.id not in kept),
        breaks=_breaks(recipe, cards) if recipe and whole_box else (),
    )


def _known(card_ids: Iterable[str], strategy: Strategy) -> list[Card]:
    cards = (strategy.deck.card(card_id) for card_id in dict.fromkeys(card_ids))
    return [card for card in cards if card is not None]


def _fitting(cards: Sequence[Card], minutes: float, strategy: Strategy, open_first: bool) -> list[Card]:
    """The cards that fit into the box, core cards before others; a table comes with the card that gives its rows."""
    by_id = {card.id: card for card in cards}
    chosen: set[str] = set()
    left = minutes

    def rank(card: Card) -> tuple[bool, bool]:
        return open_first and strategy.answer(card.id).answered, not card.core

    for card in sorted(cards, key=rank):  # sorting is stable: else in order
        needed = [card.id]
        source = blocked_by(card, strategy)
        while source is not None and source.id not in needed and source.id in by_id:
            needed.append(source.id)
            source = blocked_by(source, strategy)
        needed = [card_id for card_id in needed if card_id not in chosen]
        cost = sum(by_id[card_id].minutes for card_id in needed)
        if source is None and cost <= left:
            chosen.update(needed)
            left -= cost
    return [card for card in cards if card.id in chosen] or list(cards[:1])  # one card is better than none


def _breaks(recipe: Recipe, cards: Sequence[Card]) -> tuple[Break, ...]:
    position = {card.id: n for n, card in enumerate(cards, 1)}
    breaks: list[Break] = []
    after = 0
    for step in recipe.deals:
        if step.card:
            after = position.get(step.card, after)
        elif after and after < len(cards):
            breaks.append(Break(after, step.minutes))
    return tuple(breaks)


def newly_dealt(before: Hand, after: Hand) -> tuple[Card, ...]:
    """The cards that a change has added to the hand, so that they can be announced."""
    known = {card.id for card in before.cards}
    return tuple(card for card in after.cards if card.id not in known)


@record
class Progress:
    """How far along one is: ``done`` of ``total`` cards are answered completely or skipped on purpose."""

    done: int
    total: int
    minutes_left: float
    next: Card | None


def progress(hand: Hand, strategy: Strategy) -> Progress:
    """Where one stands. Next comes the first open card; with none left one that was begun, then one left for later."""
    hidden = hidden_cards(strategy)
    return progress_of([(card, state_of(card, strategy, hidden=card.id in hidden)) for card in hand.cards])


def progress_of(states: Sequence[tuple[Card, CardState]]) -> Progress:
    """Where one stands with cards whose states are known, in the order of the hand."""
    settled = (CardState.ANSWERED, CardState.SKIPPED, CardState.HIDDEN)
    to_do = [(card, state) for card, state in states if state not in settled]
    upcoming: dict[CardState, Card] = {}
    for card, state in to_do:
        upcoming.setdefault(state, card)
    total = sum(state is not CardState.HIDDEN for _, state in states)
    following = upcoming.get(CardState.OPEN) or upcoming.get(CardState.BEGUN) or upcoming.get(CardState.LATER)
    return Progress(total - len(to_do), total, sum(card.minutes for card, _ in to_do), following)


__all__ = [
    "Break",
    "CardState",
    "Hand",
    "Progress",
    "blocked_by",
    "card_state",
    "deal",
    "newly_dealt",
    "progress",
    "progress_of",
    "state_of",
]
