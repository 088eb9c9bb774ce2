"""A sitting that follows a session: its hand is the agenda, and the card on the table is the session's."""

from __future__ import annotations

from impactcards.deck.model import Card
from impactcards.strategy.hand import Hand
from impactcards.strategy.sessions import Session
from impactcards.tui.sitting import Sitting


class SessionSitting(Sitting):
    """Holds what an ordinary table needs of a session: the cards, the answer in hand, and its steps back."""

    session: Session

    def __init__(self, session: Session) -> None:
        self.session = session
        super().__init__(session.opened)

    def dealt(self, before: Hand | None) -> Hand:
        strategy = self.session.opened.strategy
        cards = (strategy.deck.card(card_id) for card_id in self.session.agenda.cards)
        return Hand(strategy.deck.recipe(strategy.recipe), tuple(card for card in cards if card is not None))

    def _first_card(self, place: str) -> Card:
        return self.session.card or next(iter(self.hand.cards or self.deck.cards))

    def take_agenda(self) -> None:
        """The agenda has changed."""
        self._deal(self.dealt(self.hand))
