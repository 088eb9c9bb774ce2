"""What an author might mend in a deck that is right: a list of small functions, each with one opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.format.context import Context
from impactcards.deck.format.lookup import absent, list_in, number_in, scalar_in, text_in
from impactcards.words import N_
from impactcards.yamltext import MapNode, Node, Scalar, as_bool

if TYPE_CHECKING:
    from collections.abc import Callable

    from impactcards.faults import Fault

HELP = ("why", "hints", "example", "pitfall")


def author_remarks(root: MapNode, file: str) -> list[Fault]:
    """The remarks on a valid deck's tree."""
    context = Context(file)
    for remark in REMARKS:
        remark(root, context)
    return context.remarks


def recipe_over_its_box(root: MapNode, context: Context) -> None:
    """The cards that are always dealt, with the breaks, fit into the recipe's minutes."""
    minutes = {
        text_in(card, "id"): number_in(card, "minutes") or 5
        for card in _maps(root, "cards")
        if "when" not in card.value
    }
    for recipe in _maps(root, "recipes"):
        box = number_in(recipe, "minutes")
        needed = sum(_minutes_of(deal, minutes) for deal in list_in(recipe, "cards"))
        if box is not None and needed > box:
            context.remark(
                recipe.value["minutes"],
                N_("“{recipe}” needs {needed} minutes with its breaks, but its time box is {box}."),
                recipe=text_in(recipe, "id"),
                needed=f"{needed:g}",
                box=f"{box:g}",
            )


def _minutes_of(deal: Node, minutes: dict[str, int | float]) -> float:
    if isinstance(deal, Scalar):
        return minutes.get(deal.value, 0)
    return minutes.get(text_in(deal, "card"), 0) or number_in(deal, "break") or 0


def card_in_no_recipe(root: MapNode, context: Context) -> None:
    """A deck with recipes deals every card in one of them."""
    recipes = _maps(root, "recipes")
    dealt = {
        deal.value if isinstance(deal, Scalar) else text_in(deal, "card")
        for recipe in recipes
        for deal in list_in(recipe, "cards")
    }
    for card in _maps(root, "cards") if recipes else ():
        name = scalar_in(card, "id")
        if name is not None and name.value not in dealt:
            context.remark(name, N_("The card “{card}” is in no recipe."), card=name.value)


def core_card_without_help(root: MapNode, context: Context) -> None:
    """A card that everybody should answer has a back that helps."""
    for card in _maps(root, "cards"):
        core = card.value.get("core")
        missing = [key for key in HELP if absent(card.value.get(key))]
        if core is not None and as_bool(core) and missing:
            context.remark(
                card,
                N_("The core card “{card}” has no {keys} on its back."),
                card=text_in(card, "id"),
                keys=", ".join(missing),
            )


def _maps(root: MapNode, key: str) -> list[MapNode]:
    return [entry for entry in list_in(root, key) if isinstance(entry, MapNode)]


REMARKS: tuple[Callable[[MapNode, Context], None], ...] = (
    recipe_over_its_box,
    card_in_no_recipe,
    core_card_without_help,
)
