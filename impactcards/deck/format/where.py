"""``where``: which rows of a table are meant, as column -> test, with row, all, any and not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.format.maps import ListOf
from impactcards.deck.format.references import NUMERIC, check_option, check_row, find_column
from impactcards.deck.format.specs import Schema, SpanSpec, Spec
from impactcards.text import shortened
from impactcards.words import N_
from impactcards.yamltext import ListNode, MapNode, Node, Scalar, as_bool, as_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from impactcards.deck.format.context import Context
    from impactcards.deck.format.index import CardInfo, CellInfo

#: Words that mean something in ``where``, so that no column can be called so.
RESERVED_COLUMNS = ("row", "all", "any", "not")


class WhereSpec(Spec):
    """The shape only; :func:`check_where` sees the columns, once it is known which table is meant."""

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is not MapNode:
            context.wrong_shape(node, key, N_("columns with a test, such as {state: {is: missing}}"))

    def schema(self) -> Schema:
        return {"$ref": "#/$defs/where"}


_ONE = WhereSpec()
_SEVERAL = ListOf(_ONE, at_least=1)


def check_where(node: Node, card: CardInfo, context: Context) -> None:
    """Check ``where`` against the table it selects rows of."""
    if type(node) is not MapNode:
        return  # a fault of its shape
    if card.kind == "table":
        for name, part in node.value.items():
            _check_part(node.keys[name], part, card, context)
    elif card.kind:
        context.fault(node, N_("“where” chooses rows of a table, and “{card}” is none."), card=card.id)


def _check_part(name: Scalar, part: Node, card: CardInfo, context: Context) -> None:
    if name.value in ("all", "any"):
        _SEVERAL.check(part, context, name.value)
        for entry in part.value if type(part) is ListNode else ():
            check_where(entry, card, context)
    elif name.value == "not":
        _ONE.check(part, context, name.value)
        check_where(part, card, context)
    elif name.value == "row":
        for entry in _one_or_more(part, "row", context):
            if type(entry) is Scalar:
                check_row(entry, entry.value, card, context)
            else:
                context.wrong_shape(entry, "row", N_("the id of a row, or a list of such ids"))
    elif not name.value.startswith("x-"):
        column = find_column(name, name.value, card, context)
        if column is not None:
            _Cell(name.value, column, card, context).check(part)


def _one_or_more(node: Node, key: str, context: Context) -> list[Node]:
    """The entries of a list, or the one; an empty list chooses nothing, and is a fault."""
    if type(node) is ListNode and not node.value:
        context.fault(node, N_("“{key}” is an empty list. Put something into it."), key=key)
    return node.value if type(node) is ListNode else [node]


class _Cell:
    """The tests of one column: each operand has to go with the column's kind."""

    def __init__(self, name: str, column: CellInfo, card: CardInfo, context: Context) -> None:
        self.name = name
        self.column = column
        self.card = card
        self.context = context

    def check(self, node: Node) -> None:
        if type(node) is not MapNode or not node.value:
            wanted = N_("a test of the cell, such as {is: missing} or {empty: true}")
            self.context.wrong_shape(node, self.name, wanted)
            return
        for test, operand in node.value.items():
            check = CELL_TESTS.get(test)
            if check is not None:
                check(self, operand, test)
            elif not test.startswith("x-"):
                self.context.unknown(
                    node.keys[test],
                    test,
                    CELL_TESTS,
                    N_("“{word}” is no test of a cell. Known here: {known}."),
                    N_("“{word}” is no test of a cell; “{guess}” was probably meant."),
                    known=", ".join(CELL_TESTS),
                )

    def values(self, node: Node, test: str) -> None:
        for entry in _one_or_more(node, test, self.context):
            if self.column.kind == "choice":
                check_option(entry, self.column, self.name, self.context)
            elif type(entry) is not Scalar:
                self.context.wrong_shape(entry, test, N_("a value, or a list of values"))
            elif self.column.kind in NUMERIC and as_number(entry) is None:
                self.context.fault(
                    entry,
                    N_("The column “{column}” is of kind {kind}, so “{word}” can never stand in it."),
                    column=self.name,
                    kind=self.column.kind,
                    word=shortened(entry.value),
                )

    def empty(self, node: Node, test: str) -> None:
        if as_bool(node) is None:
            self.context.wrong_shape(node, test, N_("true or false"))

    def same_as(self, node: Node, test: str) -> None:
        if type(node) is Scalar and node.value == self.name:
            self.context.fault(
                node, N_("“{column}” is always the same as itself. Name another column."), column=self.name
            )
        elif type(node) is Scalar:
            find_column(node, node.value, self.card, self.context)
        else:
            self.context.wrong_shape(node, test, N_("the id of a column of the same table"))

    def bound(self, node: Node, test: str) -> None:
        if as_number(node) is None:
            self.context.wrong_shape(node, test, N_("a number"))
        elif self.column.kind and self.column.kind not in NUMERIC:
            self.context.fault(
                node,
                N_("The column “{column}” is of kind {kind}, so nothing in it is above or below a number."),
                column=self.name,
                kind=self.column.kind,
            )

    def age(self, node: Node, test: str) -> None:
        SpanSpec().check(node, self.context, test)
        if self.column.kind and self.column.kind != "date":
            self.context.fault(
                node,
                N_("The column “{column}” is of kind {kind}, so nothing in it has an age."),
                column=self.name,
                kind=self.column.kind,
            )


CELL_TESTS: dict[str, Callable[[_Cell, Node, str], None]] = {
    "is": _Cell.values,
    "has": _Cell.values,
    "lacks": _Cell.values,
    "empty": _Cell.empty,
    "same_as": _Cell.same_as,
    "above": _Cell.bound,
    "below": _Cell.bound,
    "older_than": _Cell.age,
}


def where_schema() -> Schema:
    """The definition that ``where`` refers to."""
    scalar: Schema = {"type": ["string", "number", "boolean"]}
    values: Schema = {"anyOf": [scalar, {"type": "array", "items": scalar, "minItems": 1}]}
    here: Schema = {"$ref": "#/$defs/where"}
    several: Schema = {"type": "array", "items": here, "minItems": 1}
    operands: dict[str, Schema] = {
        **dict.fromkeys(("is", "has", "lacks"), values),
        "empty": {"type": "boolean"},
        "same_as": {"type": "string"},
        "above": {"type": "number"},
        "below": {"type": "number"},
        "older_than": SpanSpec().schema(),
    }
    cell: Schema = {
        "type": "object",
        "minProperties": 1,
        "properties": operands,
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"row": values, "all": several, "any": several, "not": here},
        "patternProperties": {"^x-": {}},
        "additionalProperties": cell,
    }
