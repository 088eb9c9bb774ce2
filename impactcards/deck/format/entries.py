"""Shapes that occur once in the format: steps of a recipe, labelled steps of a scale, rows of a table, loose ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from impactcards.deck.format.lookup import text_in
from impactcards.deck.format.maps import Key, ListOf, Map
from impactcards.deck.format.references import CardRef
from impactcards.deck.format.specs import Number, Schema, Spec, Text
from impactcards.deck.format.where import WhereSpec, check_where
from impactcards.words import N_
from impactcards.yamltext import ListNode, MapNode, Node, Scalar

if TYPE_CHECKING:
    from impactcards.deck.format.context import Context

_STEP = re.compile(r"[-+]?[0-9]{1,4}\Z")


class DealSpec(Spec):
    """One step of a recipe: ID, {card: ID, gives: …}, or {break: MINUTES}."""

    def __init__(self) -> None:
        self.card = Map(
            {
                "card": Key(CardRef(), "The card.", required=True),
                "gives": Key(Text(lines=False), "What it contributes to the recipe's aim.", word=True),
            }
        )
        self.pause = Map({"break": Key(Number(0.5, 1000, step=0.5), "Minutes without a card.", required=True)})

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is Scalar:
            CardRef().check(node, context, key)
        elif type(node) is MapNode:
            (self.pause if "break" in node.value else self.card).check(node, context, key)
        else:
            context.wrong_shape(node, key, N_("the id of a card, {card: ID, gives: …}, or {break: 10}"))

    def schema(self) -> Schema:
        return {"anyOf": [CardRef().schema(), self.card.schema(), self.pause.schema()]}


class StepNumber(Spec):
    """A step of a scale, as a key."""

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is not Scalar or not _STEP.match(node.value):
            context.wrong_shape(node, key, N_("steps of the scale with their words, such as {1: never, 5: always}"))

    def schema(self) -> Schema:
        return {"pattern": "^[-+]?[0-9]{1,4}$"}


class RowsSpec(Spec):
    """Rows that the deck names, or {each: CARD}: one row for each item of a card."""

    def __init__(self, fixed: ListOf, each: Map) -> None:
        self.fixed = fixed
        self.each = each

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is ListNode:
            self.fixed.check(node, context, key)
        elif type(node) is MapNode:
            self.each.check(node, context, key)
        else:
            context.wrong_shape(node, key, N_("a list of rows with id and title, or {each: CARD}"))

    def schema(self) -> Schema:
        return {"anyOf": [self.fixed.schema(), self.each.schema()]}


def _where_of_the_card(node: MapNode, context: Context) -> None:
    card = context.index.cards.get(text_in(node, "card"))
    where = node.value.get("where")
    if card is not None and where is not None:
        check_where(where, card, context)


LOOSE_END = Map(
    {
        "card": Key(CardRef(), "The table.", required=True),
        "where": Key(WhereSpec(), "The rows that are loose ends.", required=True),
    },
    rules=(_where_of_the_card,),
)
