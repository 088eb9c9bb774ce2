"""A sitting that plays a review: its hand, and what counts as done, are the review's."""

from __future__ import annotations

from impactcards.deck.model import Card
from impactcards.strategy.hand import CardState, Hand, Progress
from impactcards.strategy.reviews import Review
from impactcards.tui.sitting import Sitting


class ReviewSitting(Sitting):
    """Plays the cards of ``review``. A card is done when something became of it: kept, changed, dropped or skipped."""

    review: Review

    def __init__(self, review: Review) -> None:
        self.review = review
        recipe = review.recipe
        super().__init__(review.opened, recipe=recipe.id if recipe else "")
        self.left.update(card.id for card in self.hand.cards)

    def dealt(self, before: Hand | None) -> Hand:
        return self.review.hand()

    def _first_card(self, place: str) -> Card:
        """Where one left, if something is still to become of that card; else the first of which nothing has yet."""
        cards = self.hand.cards or self.deck.cards
        to_do = [card for card in cards if self.state(card) is CardState.OPEN]
        begun = len(to_do) < len(cards)
        return next((card for card in to_do if begun and card.id == place), to_do[0] if to_do else cards[0])

    def state(self, card: Card) -> CardState:
        state = super().state(card)
        if state in (CardState.HIDDEN, CardState.SKIPPED, CardState.BLOCKED):
            return state
        return CardState.ANSWERED if self.review.did(card) else CardState.OPEN

    def progress(self) -> Progress:
        done = self.review.progress()
        following = next((card for card in self.hand.cards if self.state(card) is CardState.OPEN), None)
        return Progress(done.done, done.total, done.minutes, following)

    def leave_card(self) -> int:
        self.review.look(self.card)
        self.deal_again()
        return 0

    # -- what becomes of the card on the table ----------------------------------------------------------------------

    def keep(self) -> bool:
        """Its answer is still true. False where there is none."""
        if not self.strategy.answer(self.card.id).answered:
            return False
        self.note_step()
        return self.review.keep(self.card)

    def drop(self) -> bool:
        """Its answer is no longer true, and nothing takes its place. False where there is none that can be read."""
        answer = self.strategy.answer(self.card.id)
        if not answer.answered or answer.raw is not None:
            return False
        self.note_step()
        return self.review.drop(self.card)
