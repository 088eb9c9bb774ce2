"""The cards and other entries of a valid deck's tree, and the few things that several remarks ask of them."""

from __future__ import annotations

from impactcards.deck.format.lookup import absent, list_in, number_in, text_in
from impactcards.yamltext import MapNode, Scalar

#: The texts on the back of a card. With all four, a card is whole.
BACK = ("why", "hints", "example", "pitfall")

_USUAL_MINUTES = 5


def maps_in(root: MapNode, key: str) -> list[MapNode]:
    """The entries of a list of the deck, such as its cards."""
    return [entry for entry in list_in(root, key) if isinstance(entry, MapNode)]


def missing_back(card: MapNode) -> list[str]:
    """Which texts the back of a card lacks."""
    return [key for key in BACK if absent(card.value.get(key))]


def minutes_of(card: MapNode) -> float:
    """How long a card takes."""
    return number_in(card, "minutes") or _USUAL_MINUTES


def dealt_cards(recipe: MapNode) -> list[Scalar]:
    """The ids of the cards that a recipe deals, in order."""
    found = [deal if isinstance(deal, Scalar) else deal.value.get("card") for deal in _deals(recipe)]
    return [card for card in found if isinstance(card, Scalar)]


def break_minutes(recipe: MapNode) -> float:
    """How long the breaks of a recipe take together."""
    return sum(number_in(deal, "break") or 0 for deal in _deals(recipe))


def _deals(recipe: MapNode) -> list[Scalar | MapNode]:
    return [deal for deal in list_in(recipe, "cards") if isinstance(deal, Scalar | MapNode)]


def name_of(node: MapNode) -> str:
    """The id of a card, suit or recipe."""
    return text_in(node, "id")
