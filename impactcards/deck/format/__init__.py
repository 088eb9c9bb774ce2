"""Deck format 1: one table that says every key, from which validation, translations and the JSON Schema come."""

from impactcards.deck.format.validate import validate

__all__ = ["validate"]
