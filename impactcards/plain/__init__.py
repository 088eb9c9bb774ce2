"""The same walk through the cards, line by line: for screen readers, pipes, and terminals that cannot draw."""

from impactcards.plain.walk import walk

__all__ = ["walk"]
