"""``where``: which rows of a table are meant, as column -> test, with row, all, any and not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.format.references import check_option, check_row, find_column
from impactcards.deck.format.specs import Schema, SpanSpec, Spec
from impactcards.text import shortened
from impactcards.words import N_
from impactcards.yamltext import ListNode, MapNode, Node, Scalar, as_bool, as_number

if TYPE_CHECKING:
    from impactcards.deck.format.context import Context
    from impactcards.deck.format.index import CardInfo, CellInfo

CELL_TESTS = ("is", "has", "lacks", "empty", "same_as", "above", "below", "older_than")
#: Words that mean something in ``where``, so that no column can be called so.
RESERVED_COLUMNS = ("row", "all", "any", "not")

_TESTS_SAID = ", ".join(CELL_TESTS)


class WhereSpec(Spec):
    """The shape only; :func:`check_where` sees the columns, once it is known which table is meant."""

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is not MapNode:
            context.wrong_shape(node, key, N_("columns with a test, such as {state: {is: missing}}"))

    def schema(self) -> Schema:
        return {"$ref": "#/$defs/where"}


def check_where(node: Node, card: CardInfo, context: Context) -> None:
    """Check ``where`` against the table it selects rows of."""
    if type(node) is not MapNode:
        WhereSpec().check(node, context, "where")
        return
    if card.kind != "table":
        if card.kind:
            context.fault(node, N_("“where” chooses rows of a table, and “{card}” is none."), card=card.id)
        return
    for name, part in node.value.items():
        if name in ("all", "any"):
            for entry in _entries(part, context, name):
                check_where(entry, card, context)
        elif name == "not":
            check_where(part, card, context)
        elif name == "row":
            for entry in _one_or_more(part):
                if type(entry) is Scalar:
                    check_row(entry, entry.value, card, context)
                else:
                    context.wrong_shape(entry, name, N_("the id of a row, or a list of such ids"))
        elif not name.startswith("x-"):
            column = find_column(node.keys[name], name, card, context)
            if column is not None:
                _check_cell(part, name, column, card, context)


def _entries(node: Node, context: Context, name: str) -> list[Node]:
    if type(node) is ListNode and node.value:
        return node.value
    context.wrong_shape(node, name, N_("a list, each entry on a line that begins with a dash"))
    return []


def _one_or_more(node: Node) -> list[Node]:
    return node.value if type(node) is ListNode else [node]


def _check_cell(node: Node, name: str, column: CellInfo, card: CardInfo, context: Context) -> None:
    if type(node) is not MapNode or not node.value:
        context.wrong_shape(node, name, N_("a test of the cell, such as {is: missing} or {empty: true}"))
        return
    for test, operand in node.value.items():
        if test in ("is", "has", "lacks"):
            for entry in _one_or_more(operand):
                _check_value(entry, test, name, column, context)
        elif test == "empty":
            if as_bool(operand) is None:
                context.wrong_shape(operand, test, N_("true or false"))
        elif test == "same_as":
            if type(operand) is Scalar:
                find_column(operand, operand.value, card, context)
            else:
                context.wrong_shape(operand, test, N_("the id of a column of the same table"))
        elif test in ("above", "below"):
            if as_number(operand) is None:
                context.wrong_shape(operand, test, N_("a number"))
            elif column.kind and column.kind not in ("number", "scale"):
                context.fault(operand, N_("The column “{column}” is of kind {kind}, so nothing in it is above or below a number."),
                              column=name, kind=column.kind)
        elif test == "older_than":
            SpanSpec().check(operand, context, test)
            if column.kind and column.kind != "date":
                context.fault(operand, N_("The column “{column}” is of kind {kind}, so nothing in it has an age."),
                              column=name, kind=column.kind)
        elif not test.startswith("x-"):
            context.unknown(
                node.keys[test], test, CELL_TESTS, N_("“{word}” is no test of a cell. Known here: {known}."),
                N_("“{word}” is no test of a cell; “{guess}” was probably meant."), known=_TESTS_SAID,
            )


def _check_value(node: Node, test: str, name: str, column: CellInfo, context: Context) -> None:
    if column.kind == "choice":
        check_option(node, column, name, context)
    elif type(node) is not Scalar:
        context.wrong_shape(node, test, N_("a value, or a list of values"))
    elif column.kind in ("number", "scale") and as_number(node) is None:
        context.fault(node, N_("The column “{column}” is of kind {kind}, so “{word}” can never stand in it."),
                      column=name, kind=column.kind, word=shortened(node.value))


def where_schema() -> Schema:
    """The definition that ``where`` refers to."""
    scalar: Schema = {"type": ["string", "number", "boolean"]}
    values: Schema = {"anyOf": [scalar, {"type": "array", "items": scalar, "minItems": 1}]}
    here: Schema = {"$ref": "#/$defs/where"}
    several: Schema = {"type": "array", "items": here, "minItems": 1}
    cell: Schema = {
        "type": "object", "minProperties": 1, "additionalProperties": False, "patternProperties": {"^x-": {}},
        "properties": {
            "is": values, "has": values, "lacks": values, "empty": {"type": "boolean"}, "same_as": {"type": "string"},
            "above": {"type": "number"}, "below": {"type": "number"}, "older_than": SpanSpec().schema(),
        },
    }
    return {"type": "object", "properties": {"row": values, "all": several, "any": several, "not": here},
            "patternProperties": {"^x-": {}}, "additionalProperties": cell}
