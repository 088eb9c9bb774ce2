"""Reviews: the aged cards played again, with last time's answer beside the new one.

Beginning one keeps a version and writes an entry into the strategy's list ``reviews``::

    {id, started, ended, version, recipe, cards: {CARD: {did: kept|changed|dropped, why}}}

``ended`` is absent while it runs; ``did`` is null for a card that was dealt and is not settled yet. ``version`` is the
name of the version that holds the whole strategy as it stood when the review began. Nothing else is stored: which cards
are dealt and why follows from that version, so a review can be gone on with in any window, on any computer.
"""

from __future__ import annotations

from impactcards.strategy.reviews.beginning import begin, resume, would_deal
from impactcards.strategy.reviews.entries import running
from impactcards.strategy.reviews.past import Past, past
from impactcards.strategy.reviews.review import Review, ReviewProgress

__all__ = ["Past", "Review", "ReviewProgress", "begin", "past", "resume", "running", "would_deal"]
