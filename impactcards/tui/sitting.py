"""One sitting with a strategy: the hand, the card one is at, what can be undone, and saving behind one's back.

It knows no widget. Screens ask it and tell it; it tells the screens when something changed that they did not do
themselves (another window's answers, the saver's word).
"""

from __future__ import annotations

from time import monotonic

from impactcards.deck.model import Card, Deck
from impactcards.strategy.answer import Answer, PutOff
from impactcards.strategy.dates import local_today
from impactcards.strategy.findings import Finding, find
from impactcards.strategy.hand import CardState, Hand, Progress, card_state, deal, newly_dealt, progress
from impactcards.strategy.opened import OpenStrategy
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Value
from impactcards.tui.history import History


class Sitting:
    """The state of playing one strategy. ``card`` is the card on the table."""

    def __init__(self, opened: OpenStrategy, *, recipe: str = "", minutes: float | None = None) -> None:
        self.opened = opened
        self.minutes = minutes
        wanted = recipe or self.strategy.recipe
        self.recipe_id = wanted if self.deck.recipe(wanted) else ""
        self.hand: Hand = deal(self.strategy, self.recipe_id, minutes)
        self.history = History()
        self.findings: list[Finding] = []
        self.card: Card = self._first_card(opened.place())
        self._remembered = ""

    @property
    def strategy(self) -> Strategy:
        return self.opened.strategy

    @property
    def deck(self) -> Deck:
        return self.opened.deck

    @property
    def read_only(self) -> bool:
        return self.opened.read_only_reason is not None

    @property
    def index(self) -> int:
        """Where the card on the table stands in the hand, from 0; -1 if it is not dealt."""
        return next((i for i, card in enumerate(self.hand.cards) if card.id == self.card.id), -1)

    def _first_card(self, place: str) -> Card:
        cards = self.hand.cards or self.deck.cards
        by_id = {card.id: card for card in cards}
        return by_id.get(place) or next((c for c in cards if self.state(c) is CardState.OPEN), cards[0])

    # -- looking ----------------------------------------------------------------------------------------------------

    def state(self, card: Card) -> CardState:
        return card_state(card, self.strategy)

    def progress(self) -> Progress:
        return progress(self.hand, self.strategy)

    def neighbour(self, step: int) -> Card | None:
        """The card ``step`` places on in the hand, or None at its ends."""
        at = self.index + step
        if self.index < 0:
            return self.hand.cards[0] if self.hand.cards else None
        return self.hand.cards[at] if 0 <= at < len(self.hand.cards) else None

    def findings_of(self, card: Card) -> list[Finding]:
        """The findings of one card, worked out now. Called when a card is left or opened, never while one types."""
        return find(self.strategy, today=local_today(), hand=self.hand, card=card)

    def all_findings(self) -> list[Finding]:
        return find(self.strategy, today=local_today(), hand=self.hand)

    # -- changing ---------------------------------------------------------------------------------------------------

    def answer(self, card: Card, value: Value, *, typing: bool = False) -> None:
        """Answer a card, so that the change can be undone."""
        self.history.note(self.strategy.answer(card.id), typing=typing, now=monotonic())
        self.strategy.set_value(card.id, value)

    def put_off(self, how: PutOff | None) -> None:
        """Put the card on the table off, skip it, or take that back."""
        self.history.note(self.strategy.answer(self.card.id), typing=False, now=monotonic())
        self.strategy.put_off(self.card.id, how)

    def step_back(self) -> bool:
        """Undo on the card on the table. False if there is nothing to undo."""
        return self._restore(self.history.undo(self.strategy.answer(self.card.id)))

    def step_again(self) -> bool:
        """Redo on the card on the table. False if there is nothing to redo."""
        return self._restore(self.history.redo(self.strategy.answer(self.card.id)))

    def _restore(self, answer: Answer | None) -> bool:
        if answer is None:
            return False
        self.strategy.put(self.card.id, answer)
        return True

    def go_to(self, card: Card) -> None:
        """Put a card on the table. What can be undone starts anew."""
        self.card = card
        self.history = History()
        self._remember_place()

    def _remember_place(self) -> None:
        if self._remembered != self.card.id and not self.read_only:
            self._remembered = self.card.id
            self.opened.remember_place(self.card.id, self.recipe_id)

    def deal_again(self) -> tuple[Card, ...]:
        """Work the hand out anew after answers changed. Returns the cards that came in."""
        self._remember_place()
        before, self.hand = self.hand, deal(self.strategy, self.recipe_id, self.minutes, before=self.hand)
        return newly_dealt(before, self.hand)

    def take_recipe(self, recipe_id: str) -> None:
        """Go on with another recipe (an empty id: all cards)."""
        self.recipe_id, self.minutes = recipe_id, None
        self.strategy.recipe = recipe_id
        self.strategy.touch()
        self.hand = deal(self.strategy, recipe_id)
        if self.index < 0:
            self.go_to(self._first_card(""))

    def document(self) -> str:
        """The strategy document as Markdown."""
        from impactcards.document import strategy_markdown  # only once somebody reads or saves

        return strategy_markdown(self.strategy)
