"""The shelf: one's strategies, and what can be done with them as a whole."""

from impactcards.strategy.listing import ShelfEntry, shelf
from impactcards.strategy.lookup import find
from impactcards.strategy.moving import archive, rename, unarchive

__all__ = ["ShelfEntry", "archive", "find", "rename", "shelf", "unarchive"]
