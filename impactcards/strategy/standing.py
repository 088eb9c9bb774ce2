"""How the cards stand, kept up to date while answers change, so that asking costs little in a deck of thousands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.conditions import hidden_cards
from impactcards.strategy.hand import CardState, Hand, Progress, progress_of, state_of

if TYPE_CHECKING:
    from impactcards.deck.model import Card
    from impactcards.strategy.strategy import Strategy


class Standing:
    """The states of a strategy's cards: the same as :func:`card_state` and :func:`progress` say, remembered.

    It listens to the strategy, and works out anew only what a change can have altered.
    """

    def __init__(self, strategy: Strategy) -> None:
        self._strategy = strategy
        self._states: dict[str, CardState] = {}
        self._hidden: set[str] | None = None
        strategy.listen(self._forget)

    def state(self, card: Card) -> CardState:
        """The state of a card."""
        if self._hidden is None:
            self._hidden = hidden_cards(self._strategy)
        if card.id in self._hidden:
            return CardState.HIDDEN
        found = self._states.get(card.id)
        if found is None:
            found = self._states[card.id] = state_of(card, self._strategy, hidden=False)
        return found

    def progress(self, hand: Hand) -> Progress:
        """Where one stands in a hand."""
        return progress_of([(card, self.state(card)) for card in hand.cards])

    def _forget(self, card_id: str) -> None:
        """Forget what a change of this card (or of anything, for an empty id) may have altered."""
        self._hidden = None
        if not card_id:
            self._states.clear()
            return
        self._states.pop(card_id, None)
        for place in self._strategy.deck.references_to.get(card_id, ()):
            self._states.pop(place.card, None)
