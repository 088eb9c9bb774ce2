"""What a newer edition of a deck changes: cards that come, cards that go, and cards that read or ask differently."""

from __future__ import annotations

from impactcards.deck.model import Card, Deck
from impactcards.records import record


@record
class Changes:
    """The cards of the newer deck that are new or changed, and those of the older one that are gone, in deck order."""

    new: tuple[Card, ...]
    changed: tuple[Card, ...]
    gone: tuple[Card, ...]

    @property
    def none(self) -> bool:
        """Whether no card differs: at most recipes, checks or the plan of the document do."""
        return not (self.new or self.changed or self.gone)


def compare(older: Deck, newer: Deck) -> Changes:
    """Compare two editions of a deck in the same language."""
    known = {card.id: card for card in older.cards}
    kept = {card.id for card in newer.cards}
    return Changes(
        new=tuple(card for card in newer.cards if card.id not in known),
        changed=tuple(card for card in newer.cards if card.id in known and known[card.id] != card),
        gone=tuple(card for card in older.cards if card.id not in kept),
    )
