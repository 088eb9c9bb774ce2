"""The entries of the list ``reviews``: found, read whatever a file may hold, and written card by card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from impactcards.strategy.strategy import Strategy

#: The list of a strategy's reviews, in strategy.yaml and in ``Strategy.lists``.
REVIEWS = "reviews"

KEPT, CHANGED, DROPPED = "kept", "changed", "dropped"

#: What can become of a card in a review.
DEEDS = (KEPT, CHANGED, DROPPED)


def entries(strategy: Strategy) -> list[dict[str, Any]]:
    """All reviews, the oldest first."""
    return sorted(strategy.lists.get(REVIEWS, ()), key=lambda entry: str(entry.get("started") or ""))


def running(strategy: Strategy) -> dict[str, Any] | None:
    """The review that was begun last and is not ended, or None. Its entry belongs to the strategy: only to be read."""
    return next((entry for entry in reversed(entries(strategy)) if not entry.get("ended")), None)


def find(strategy: Strategy, review_id: str) -> dict[str, Any] | None:
    """The entry with an id. A merge may put another object in its place, so nobody holds on to one."""
    return next((entry for entry in strategy.lists.get(REVIEWS, ()) if entry.get("id") == review_id), None)


def record_of(entry: Mapping[str, Any] | None, card_id: str) -> Mapping[str, Any]:
    """What a review noted about a card: ``did`` and ``why``, as far as they are there."""
    cards = entry.get("cards") if entry is not None else None
    held = cards.get(card_id) if isinstance(cards, dict) else None
    return held if isinstance(held, dict) else {}


def deed(entry: Mapping[str, Any] | None, card_id: str) -> str:
    """What became of a card in a review: one of :data:`DEEDS`, or an empty string."""
    did = record_of(entry, card_id).get("did")
    return did if did in DEEDS else ""


def reason(entry: Mapping[str, Any] | None, card_id: str) -> str:
    """The sentence that was given with it, or an empty string."""
    why = record_of(entry, card_id).get("why")
    return why if isinstance(why, str) else ""


def settled(entry: Mapping[str, Any] | None) -> list[str]:
    """The cards of which something has become in a review."""
    cards = entry.get("cards") if entry is not None else None
    return [card for card in cards if deed(entry, card)] if isinstance(cards, dict) else []


def ended(strategy: Strategy, card_id: str) -> list[dict[str, Any]]:
    """The reviews that are over and in which something became of a card, the oldest first."""
    return [entry for entry in entries(strategy) if entry.get("ended") and deed(entry, card_id)]


def write(strategy: Strategy, review_id: str, records: Mapping[str, Mapping[str, Any] | None]) -> bool:
    """Put the records of some cards into a review's entry, in deck order; None takes one out. Whether any differs.

    Every card has lines of its own at a place of its own, so that git can bring two people's reviews together.
    """
    entry = find(strategy, review_id)
    if entry is None:
        return False
    held = entry.get("cards")
    cards: dict[str, Any] = dict(held) if isinstance(held, dict) else {}
    for card_id, noted in records.items():
        if noted is None:
            cards.pop(card_id, None)
        else:
            cards[card_id] = dict(noted)
    rank = {card.id: at for at, card in enumerate(strategy.deck.cards)}
    ordered = {card: cards[card] for card in sorted(cards, key=lambda card: rank.get(card, len(rank)))}
    if ordered == held and list(ordered) == list(held):
        return False
    entry["cards"] = ordered
    strategy.touch()
    return True
