"""Leaving a card: raised by a command wherever a line is read, and caught where cards follow each other."""

from __future__ import annotations

from impactcards.deck.model import Card


class Move(Exception):
    """Leave the card on the table."""


class Next(Move):
    """Go on to the next card."""


class Back(Move):
    """Go back to the card before."""


class Again(Move):
    """Ask the same card again, because its answer was changed beside the question."""


class Quit(Move):
    """Leave the walk."""


class GoTo(Move):
    """Go to a certain card."""

    def __init__(self, card: Card) -> None:
        super().__init__(card.id)
        self.card = card


__all__ = ["Again", "Back", "GoTo", "Move", "Next", "Quit"]
