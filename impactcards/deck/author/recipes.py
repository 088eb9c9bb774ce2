"""Recipes: whether their cards fit into the time box, whether each card is dealt, and in an order that works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.author.lookup import break_minutes, dealt_cards, maps_in, minutes_of, name_of
from impactcards.deck.build_parts import flag, texts
from impactcards.deck.format.lookup import map_in, number_in, scalar_in, text_in
from impactcards.words import N_
from impactcards.yamltext import MapNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.format.context import Context


def recipe_over_its_box(root: MapNode, context: Context) -> None:
    """The cards that are always dealt, with the breaks, fit into the recipe's minutes; slack is not asked for."""
    minutes = {name_of(card): minutes_of(card) for card in maps_in(root, "cards") if "when" not in card.value}
    for recipe in maps_in(root, "recipes"):
        box = number_in(recipe, "minutes")
        needed = sum(minutes.get(card.value, 0) for card in dealt_cards(recipe)) + break_minutes(recipe)
        if box is not None and needed > box:
            context.remark(
                recipe.value["minutes"],
                N_("“{recipe}” needs {needed} minutes with its breaks, but its time box is {box}."),
                recipe=name_of(recipe),
                needed=f"{needed:g}",
                box=f"{box:g}",
            )


def card_in_no_recipe(root: MapNode, context: Context) -> None:
    """A deck with recipes deals every card in one of them."""
    recipes = maps_in(root, "recipes")
    dealt = {card.value for recipe in recipes for card in dealt_cards(recipe)}
    for card in maps_in(root, "cards") if recipes else ():
        name = scalar_in(card, "id")
        if name is not None and name.value not in dealt:
            context.remark(name, N_("The card “{card}” is in no recipe."), card=name.value)


def list_not_at_hand(root: MapNode, context: Context) -> None:
    """What a dealt card cannot do without was dealt before it, or is named in ``builds_on``."""
    needs = {name_of(card): list(dict.fromkeys(_needs(card))) for card in maps_in(root, "cards")}
    for recipe in maps_in(root, "recipes"):
        dealt = dealt_cards(recipe)
        everything = {card.value for card in dealt}
        at_hand = set(texts(recipe, "builds_on"))
        for card in dealt:
            for source in needs[card.value]:
                if source not in at_hand:
                    message = _DEALT_LATER if source in everything else _NOT_DEALT
                    context.remark(card, message, card=card.value, source=source, recipe=name_of(recipe))
            at_hand.add(card.value)


_NOT_DEALT = N_(
    "“{card}” needs the list “{source}”, which “{recipe}” does not deal. Deal it before, or name it in “builds_on”."
)
_DEALT_LATER = N_(
    "“{card}” needs the list “{source}”, which “{recipe}” deals only later. Deal it before, or name it in “builds_on”."
)


def _needs(card: MapNode) -> Iterator[str]:
    """The cards without whose items this one cannot be answered: its rows, its picks, and columns that insist."""
    answer = map_in(card, "answer")
    if answer is None:
        return
    kind = text_in(answer, "kind")
    if kind in ("choice", "rank") and "from" in answer.value:
        yield text_in(answer, "from")
    if rows := map_in(answer, "rows"):
        yield text_in(rows, "each")
    for column in maps_in(answer, "columns"):
        insists = flag(column, "required") or flag(column, "cover")
        if insists and text_in(column, "kind") == "choice" and "from" in column.value:
            yield text_in(column, "from")
