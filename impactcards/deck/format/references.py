"""References to what a deck declares: cards, suits, CARD.COLUMN[ROW], and conditions over cards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from impactcards.deck.format.lookup import absent
from impactcards.deck.format.maps import ListOf
from impactcards.deck.format.specs import ID_PATTERN, Schema, Spec
from impactcards.text import shortened
from impactcards.words import N_
from impactcards.yamltext import MapNode, Node, Scalar, as_bool, as_number

if TYPE_CHECKING:
    from impactcards.deck.format.context import Context
    from impactcards.deck.format.index import CardInfo, CellInfo

REFERENCE = re.compile(r"([a-z][a-z0-9-]*)(?:\.([a-z][a-z0-9-]*)(?:\[([a-z][a-z0-9-]*)\])?)?\Z")
NUMERIC = ("number", "scale")
_REFERENCE_PATTERN = r"^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*(\[[a-z][a-z0-9-]*\])?)?$"

_NO_CARD = N_("There is no card “{word}”.")
_NO_CARD_BUT = N_("There is no card “{word}”; “{guess}” was probably meant.")
_NO_COLUMN = N_("The card “{card}” has no column “{word}”. It has: {known}.")
_NO_COLUMN_BUT = N_("The card “{card}” has no column “{word}”; “{guess}” was probably meant.")
_NO_ROW = N_("The card “{card}” has no row “{word}”. It has: {known}.")
_NO_ROW_BUT = N_("The card “{card}” has no row “{word}”; “{guess}” was probably meant.")
_NO_OPTION = N_("“{card}” has no option “{word}”. It has: {known}.")
_NO_OPTION_BUT = N_("“{card}” has no option “{word}”; “{guess}” was probably meant.")


class SuitRef(Spec):
    """The id of a suit."""

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is not Scalar:
            context.wrong_shape(node, key, N_("the id of a suit"))
        elif node.value not in context.index.suits:
            context.unknown(
                node,
                node.value,
                context.index.suits,
                N_("There is no suit “{word}”."),
                N_("There is no suit “{word}”; “{guess}” was probably meant."),
            )

    def schema(self) -> Schema:
        return {"type": "string", "pattern": ID_PATTERN}


class CardRef(Spec):
    """The id of a card; with ``items``, of one whose items can be picked."""

    items = False

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is not Scalar:
            context.wrong_shape(node, key, N_("the id of a card"))
            return
        card = context.index.cards.get(node.value)
        if card is None:
            wanted = context.index.item_cards() if self.items else []
            candidates = wanted if context.suggest(node.value, wanted) else context.index.cards
            context.unknown(node, node.value, candidates, _NO_CARD, _NO_CARD_BUT)
        elif self.items and card.kind and not card.gives_items:
            context.fault(
                node,
                N_("The card “{card}” gives no items to pick from. Only a list, or a table with free rows, does."),
                card=card.id,
            )

    def schema(self) -> Schema:
        return {"type": "string", "pattern": ID_PATTERN}


class DateCardRef(CardRef):
    """The id of a card whose answer is a day."""

    def check(self, node: Node, context: Context, key: str) -> None:
        super().check(node, context, key)
        card = context.index.cards.get(node.value) if type(node) is Scalar else None
        if card is not None and card.kind and card.kind != "date":
            context.fault(
                node, N_("The card “{card}” asks for no day. Its answer has to be of kind date."), card=card.id
            )


class ItemsRef(CardRef):
    """The id of a card that others pick from: its items need names, so a table's first column has to be text."""

    items = True

    def check(self, node: Node, context: Context, key: str) -> None:
        super().check(node, context, key)
        card = context.index.cards.get(node.value) if type(node) is Scalar else None
        if card is not None and card.gives_items and card.columns:
            name, first = next(iter(card.columns.items()))
            if first.kind != "text":
                context.fault(
                    node,
                    N_(
                        "Rows of “{card}” are named by its first column, and “{column}” is no text. "
                        "Put a column of kind text first."
                    ),
                    card=card.id,
                    column=name,
                )


class Found:
    """What a reference points at: a card, and the column or the card's own cell."""

    def __init__(self, card: CardInfo, cell: CellInfo) -> None:
        self.card = card
        self.cell = cell


def resolve(node: Node, context: Context, key: str, *, inside: CardInfo | None = None) -> Found | None:
    """What the reference at ``node`` points at, or None after noting why not.

    ``inside`` is a card whose columns can be named alone.
    """
    if type(node) is not Scalar:
        context.wrong_shape(node, key, N_("CARD, CARD.COLUMN or CARD.COLUMN[ROW]"))
        return None
    word = node.value
    if inside is not None and word in inside.columns:
        return Found(inside, inside.columns[word])
    parts = REFERENCE.match(word)
    if parts is None:
        context.wrong_shape(node, key, N_("CARD, CARD.COLUMN or CARD.COLUMN[ROW]"))
        return None
    card_id, column_id, row_id = parts[1], parts[2] or "", parts[3] or ""
    card = context.index.cards.get(card_id)
    if card is None:
        if inside is not None and not column_id and inside.columns:
            context.unknown(
                node, word, inside.columns, _NO_COLUMN, _NO_COLUMN_BUT, card=inside.id, known=", ".join(inside.columns)
            )
        else:
            context.unknown(node, card_id, context.index.cards, _NO_CARD, _NO_CARD_BUT)
        return None
    if not column_id:
        return Found(card, card.cell)
    column = find_column(node, column_id, card, context)
    if column is None:
        return None
    if row_id and not check_row(node, row_id, card, context):
        return None
    return Found(card, column)


def find_column(node: Node, column_id: str, card: CardInfo, context: Context) -> CellInfo | None:
    """A column of a card, or None after noting that there is none."""
    if card.kind != "table":
        if card.kind:
            context.fault(
                node,
                N_("The card “{card}” is no table, so it has no column “{word}”. Write “{card}” alone."),
                card=card.id,
                word=shortened(column_id),
            )
        return None
    column = card.columns.get(column_id)
    if column is None and card.columns:
        context.unknown(
            node, column_id, card.columns, _NO_COLUMN, _NO_COLUMN_BUT, card=card.id, known=", ".join(card.columns)
        )
    return column


def check_row(node: Node, row_id: str, card: CardInfo, context: Context) -> bool:
    """Whether a card has this row among its fixed ones; if not, that is noted."""
    if card.rows is None:
        context.fault(
            node,
            N_("The rows of “{card}” are not fixed by the deck, so “{word}” cannot be one of them."),
            card=card.id,
            word=shortened(row_id),
        )
        return False
    if row_id not in card.rows:
        context.unknown(node, row_id, card.rows, _NO_ROW, _NO_ROW_BUT, card=card.id, known=", ".join(card.rows))
        return False
    return True


def check_option(node: Node, cell: CellInfo, name: str, context: Context) -> None:
    """Note an option that a choice does not have."""
    if type(node) is not Scalar:
        context.wrong_shape(node, name, N_("the id of an option"))
    elif cell.source:
        context.fault(
            node,
            N_("“{card}” is picked from items that each organisation writes itself, so “{word}” cannot be known here."),
            card=name,
            word=shortened(node.value),
        )
    elif cell.kind and not cell.options:
        context.fault(
            node, N_("“{card}” has no options, so it cannot have “{word}”."), card=name, word=shortened(node.value)
        )
    elif cell.kind and node.value not in cell.options:
        context.unknown(
            node, node.value, cell.options, _NO_OPTION, _NO_OPTION_BUT, card=name, known=", ".join(cell.options)
        )


class ReferenceSpec(Spec):
    """CARD, CARD.COLUMN or CARD.COLUMN[ROW]; with ``numeric``, of figures."""

    def __init__(self, *, numeric: bool = False) -> None:
        self.numeric = numeric

    def check(self, node: Node, context: Context, key: str) -> None:
        found = resolve(node, context, key)
        if found is not None and self.numeric:
            check_numeric(node, found, context)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": _REFERENCE_PATTERN}


def check_numeric(node: Node, found: Found, context: Context) -> None:
    """Note a reference to something that is no figure."""
    if found.cell.kind and found.cell.kind not in NUMERIC:
        context.fault(
            node,
            N_("“{word}” is no figure: it is of kind {kind}. A column or card of kind number or scale is needed."),
            word=node.value,
            kind=found.cell.kind,
        )


_TESTS = ("answered", "has", "below", "above")
_GROUPS = ("all", "any", "not")
_CONDITION = N_("a condition, such as {card: goals, answered: true}")


class ConditionSpec(Spec):
    """A condition over answers: one test of a card, or all, any, not over conditions."""

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is not MapNode:
            context.wrong_shape(node, key, _CONDITION)
            return
        known = ("card", *_TESTS, *_GROUPS)
        for name in node.value:
            if name not in known and not name.startswith("x-"):
                context.unknown(
                    node.keys[name],
                    name,
                    known,
                    N_("“{word}” is no key of a condition. Known here: {known}."),
                    N_("“{word}” is no key of a condition; “{guess}” was probably meant."),
                    known=", ".join(known),
                )
        groups = [name for name in _GROUPS if name in node.value]
        tests = [name for name in _TESTS if name in node.value]
        if len(groups) + len(tests) != 1 or ("card" in node.value) != bool(tests):
            if "card" in node.value:
                CardRef().check(node.value["card"], context, "card")
            if all(name in known or name.startswith("x-") for name in node.value):
                context.fault(
                    node, N_("A condition is “card” with one of answered, has, below, above; or one of all, any, not.")
                )
        elif groups:
            self._check_group(node.value[groups[0]], context, groups[0])
        else:
            self._check_test(node.value["card"], tests[0], node.value[tests[0]], context)

    def _check_group(self, node: Node, context: Context, name: str) -> None:
        if name == "not":
            self.check(node, context, name)
        else:
            ListOf(self, at_least=1).check(node, context, name)

    def _check_test(self, card_node: Node, test: str, operand: Node, context: Context) -> None:
        CardRef().check(card_node, context, "card")
        card = context.index.cards.get(card_node.value) if type(card_node) is Scalar else None
        if absent(operand):
            context.fault(operand, N_("“{key}” is empty. It is needed here."), key=test)
        elif test == "answered":
            if as_bool(operand) is None:
                context.wrong_shape(operand, test, N_("true or false"))
        elif test == "has":
            if card is not None:
                check_option(operand, card.cell, card.id, context)
        elif as_number(operand) is None:
            context.wrong_shape(operand, test, N_("a number"))
        elif card is not None and card.kind and card.kind not in NUMERIC:
            context.fault(
                card_node,
                N_("The card “{card}” is no figure, so it is neither above nor below {number}."),
                card=card.id,
                number=as_number(operand),
            )

    def schema(self) -> Schema:
        return {"$ref": "#/$defs/condition"}


def condition_schema() -> Schema:
    """The definition that conditions refer to."""
    card = {"type": "string", "pattern": ID_PATTERN}
    here = {"$ref": "#/$defs/condition"}
    operands: dict[str, Schema] = {
        "answered": {"type": "boolean"},
        "has": {"type": "string"},
        "below": {"type": "number"},
        "above": {"type": "number"},
    }
    groups: dict[str, Schema] = {
        "all": {"type": "array", "items": here, "minItems": 1},
        "any": {"type": "array", "items": here, "minItems": 1},
        "not": here,
    }
    tests = [_closed({"card": card, name: operand}) for name, operand in operands.items()]
    return {"oneOf": tests + [_closed({name: group}) for name, group in groups.items()]}


def _closed(properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
    }


def cards_in_condition(node: Node | None) -> list[Scalar]:
    """The cards that a condition looks at, however deep."""
    if type(node) is not MapNode:
        return []
    found: list[Scalar] = []
    card = node.value.get("card")
    if type(card) is Scalar:
        found.append(card)
    for name in _GROUPS:
        part = node.value.get(name)
        for entry in part.value if part is not None and part.kind == "list" else [part]:
            found.extend(cards_in_condition(entry))
    return found
