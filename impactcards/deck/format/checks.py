"""The part of the format that describes checks: one map of keys for each form, and what their references must be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from impactcards.deck.format.index import CardInfo
from impactcards.deck.format.lookup import map_in, scalar_in
from impactcards.deck.format.references import (
    NUMERIC,
    CardRef,
    ConditionSpec,
    Found,
    ReferenceSpec,
    check_numeric,
    resolve,
)
from impactcards.deck.format.specs import (
    Id,
    Int,
    Key,
    Kinds,
    ListOf,
    Map,
    MapOf,
    Number,
    OneOf,
    Schema,
    SpanSpec,
    Spec,
    Text,
)
from impactcards.deck.format.where import WhereSpec, check_where
from impactcards.deck.model import MISTAKES
from impactcards.words import N_
from impactcards.yamltext import ListNode, MapNode, Node, Scalar, as_number

if TYPE_CHECKING:
    from impactcards.deck.format.context import Context

COMPARISONS = ("above", "below", "at_least", "at_most", "equal", "not_equal")
PLACEHOLDERS = frozenset(("item", "row", "title", "column", "date", "a", "b", "n", "m"))
_PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_-]*)\}")


class _AnyReference(Spec):
    """A shape only: the rule of the form resolves it."""

    def __init__(self, *, several: bool = False) -> None:
        self.several = several

    def check(self, node: Node, context: Context, key: str) -> None:
        pass

    def schema(self) -> Schema:
        one = ReferenceSpec().schema()
        return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]} if self.several else one


class _To(Spec):
    """What is compared with: a number, a reference, or for dates also today, {written: SPAN} or {earliest: CARD.COLUMN}."""

    def __init__(self, *, dates: bool = False) -> None:
        self.dates = dates

    def check(self, node: Node, context: Context, key: str) -> None:
        pass

    def schema(self) -> Schema:
        forms: list[Schema] = [ReferenceSpec().schema()]
        if self.dates:
            forms += [
                {"type": "object", "properties": {"written": SpanSpec().schema()}, "required": ["written"],
                 "patternProperties": {"^x-": {}}, "additionalProperties": False},
                {"type": "object", "properties": {"earliest": ReferenceSpec().schema()}, "required": ["earliest"],
                 "patternProperties": {"^x-": {}}, "additionalProperties": False},
            ]
        else:
            forms.append({"type": "number"})
        return {"anyOf": forms}


def _resolve_of(node: MapNode, context: Context) -> list[Found]:
    """What ``of`` points at; a list of references where a form allows it."""
    of = node.value.get("of")
    if of is None:
        return []
    found = [resolve(entry, context, "of") for entry in (of.value if type(of) is ListNode else [of])]
    return [one for one in found if one is not None]


def _shared(node: MapNode, context: Context) -> list[Found]:
    """What every form has: ``of``, ``where``, ``with`` and the words of the finding."""
    found = _resolve_of(node, context)
    card = found[0].card if found else None
    where = node.value.get("where")
    if where is not None and card is not None:
        check_where(where, card, context)
    bound = map_in(node, "with")
    names = set(bound.value) if bound is not None else set()
    for reference in bound.value.values() if bound is not None else ():
        resolve(reference, context, "with", inside=card)
    unknown_placeholders(node, "says", PLACEHOLDERS | names, context)
    return found


def unknown_placeholders(node: MapNode, key: str, known: frozenset[str] | set[str], context: Context) -> None:
    """A remark for each ``{name}`` in a sentence that nothing will be put into."""
    says = scalar_in(node, key)
    for name in sorted(set(_PLACEHOLDER.findall(says.value)) - known) if says is not None else ():
        context.remark(says, N_("Nothing is ever put into “{placeholder}”. Known here: {known}."),  # type: ignore[arg-type]
                       placeholder="{" + name + "}", known=", ".join("{" + word + "}" for word in sorted(known)))


def _is_of_kind(node: Node, found: Found, kinds: tuple[str, ...], context: Context, wanted: str) -> None:
    if found.cell.kind and found.cell.kind not in kinds:
        context.fault(node, wanted, word=node.value, kind=found.cell.kind)


def _one_of(node: MapNode, context: Context) -> Found | None:
    """The single reference of a form that wants one, with everything shared checked."""
    of = node.value.get("of")
    if type(of) is ListNode:
        context.fault(of, N_("“of” is one reference in this form, not a list."))
        return None
    found = _shared(node, context)
    return found[0] if found else None


def _compare_to(node: MapNode, context: Context, of: Found | None) -> None:
    """``to`` is a number, or a reference to a figure."""
    to = node.value.get("to")
    if to is None or as_number(to) is not None:
        return
    found = resolve(to, context, "to", inside=of.card if of is not None else None)
    if found is not None and found.cell.kind and of is not None and of.cell.kind != "date":
        check_numeric(to, found, context)


def _sum(node: MapNode, context: Context) -> None:
    found = _one_of(node, context)
    if found is not None:
        check_numeric(node.value["of"], found, context)
    _compare_to(node, context, found)


def _each(node: MapNode, context: Context) -> None:
    found = _one_of(node, context)
    times = node.value.get("times")
    if found is not None and times is None:
        _is_of_kind(node.value["of"], found, (*NUMERIC, "date"), context,
                    N_("“{word}” is of kind {kind}. A column or card of kind number, scale or date is needed."))
    _compare_to(node, context, found)
    for name in ("times", "direction"):
        pair = node.value.get(name)
        if pair is None:
            continue
        if type(pair) is not ListNode or len(pair.value) != 2:
            context.wrong_shape(pair, name, N_("two columns, such as [posts, hours]"))
            continue
        for entry in pair.value:
            column = resolve(entry, context, name, inside=found.card if found is not None else None)
            if column is not None:
                check_numeric(entry, column, context)


def _rows(node: MapNode, context: Context) -> None:
    found = _one_of(node, context)
    if found is None:
        return
    _needs_table(node, found, context)
    by = scalar_in(node, "by")
    if by is not None and found.card.kind == "table":
        column = resolve(by, context, "by", inside=found.card)
        if column is not None and column.cell.kind and not column.cell.source:
            context.fault(by, N_("“by” is a column that picks from a card, and “{word}” does not."), word=by.value)


def _none(node: MapNode, context: Context) -> None:
    found = _one_of(node, context)
    if found is not None:
        _needs_table(node, found, context)


def _needs_table(node: MapNode, found: Found, context: Context) -> None:
    if found.card.kind and found.card.kind != "table" and "where" not in node.value:
        context.fault(node.value["of"], N_("This form looks at rows, and “{card}” is no table."), card=found.card.id)


def _dates(node: MapNode, context: Context) -> None:
    message = N_("“{word}” is of kind {kind}. A column or card of kind date is needed.")
    found = _one_of(node, context)
    if found is not None:
        _is_of_kind(node.value["of"], found, ("date",), context, message)
    to = node.value.get("to")
    if to is None or (type(to) is Scalar and to.value == "today"):
        return
    if type(to) is MapNode:
        Map({"written": Key(SpanSpec()), "earliest": Key(_AnyReference())}).check(to, context, "to")
        if ("written" in to.value) == ("earliest" in to.value):
            context.fault(to, N_("“to” is today, a date of a card, {written: 6 months}, or {earliest: CARD.COLUMN}."))
        if "earliest" not in to.value:
            return
        to = to.value["earliest"]
    other = resolve(to, context, "to", inside=found.card if found is not None else None)
    if other is not None:
        _is_of_kind(to, other, ("date",), context, message)


def _alone(node: MapNode, context: Context) -> None:
    found = _one_of(node, context)
    if found is not None and found.cell.kind and not found.cell.source:
        context.fault(node.value["of"], N_("This form looks at a column that picks from a card (“from”), and “{word}” does not."),
                      word=scalar_value(node.value["of"]))


def scalar_value(node: Node) -> str:
    """The text of a scalar, for a sentence."""
    return node.value if type(node) is Scalar else ""


def _unchanged(node: MapNode, context: Context) -> None:
    _shared(node, context)


def _needs(node: MapNode, context: Context) -> None:
    _one_of(node, context)


def _cards(node: MapNode, context: Context) -> None:
    _shared(node, context)


_FORMS = ("sum", "each", "rows", "none", "dates", "alone", "needs", "unchanged", "cards")
_SHARED = {
    "id": Key(Id(), "The id of the check, a part of its finding's id.", required=True),
    "form": Key(OneOf(_FORMS), "What kind of rule it is.", required=True),
    "says": Key(Text(), "The sentence of its finding.", required=True, word=True),
    "counters": Key(OneOf(MISTAKES), "The mistake that it works against."),
    "when": Key(ConditionSpec(), "The check is silent unless this holds."),
    "with": Key(MapOf(Id(), _AnyReference()), "Names for cells that the sentence mentions."),
}
_WHERE = {"where": Key(WhereSpec(), "Which rows are meant.")}
_OF = {"of": Key(_AnyReference(), "What is looked at: CARD or CARD.COLUMN.", required=True)}
_OF_MANY = {"of": Key(_AnyReference(several=True), "What is looked at: one card or several.", required=True)}
_COMPARE = {"compare": Key(OneOf(COMPARISONS), "How it is compared.", required=True)}
_TO = {"to": Key(_To(), "What it is compared with: a number or CARD.COLUMN.", required=True)}
_ALL_KEYS = frozenset(("of", "compare", "to", "where", "by", "times", "direction", "share_above", "of_at_least"))


def _form(keys: dict[str, Key], *rules: object) -> Map:
    return Map({**_SHARED, **keys}, rules=rules, elsewhere=_ALL_KEYS)  # type: ignore[arg-type]


CHECK = Kinds("form", {
    "sum": _form({**_OF, **_COMPARE, **_TO, **_WHERE}, _sum),
    "each": _form({
        **_OF, **_COMPARE, **_TO, **_WHERE,
        "times": Key(ListOf(_AnyReference()), "Two columns whose product is compared."),
        "direction": Key(ListOf(_AnyReference()), "Two columns; where the second is below the first, the comparison turns round."),
    }, _each),
    "rows": _form({
        **_OF, "where": Key(WhereSpec(), "Which rows are found.", required=True),
        "by": Key(_AnyReference(), "A picking column: one finding for an item all of whose rows match."),
    }, _rows),
    "none": _form({**_OF, "where": Key(WhereSpec(), "What at least one row should match.", required=True)}, _none),
    "dates": _form({
        **_OF, **_COMPARE, **_WHERE, "to": Key(_To(dates=True), "today, a date, {written: SPAN} or {earliest: CARD.COLUMN}.", required=True),
    }, _dates),
    "alone": _form({
        **_OF, **_WHERE,
        "share_above": Key(Number(0, 1), "The share of items above which one row carries too many alone, such as 0.5."),
        "of_at_least": Key(Int(1, 1000), "The number of items from which on the check speaks."),
    }, _alone),
    "needs": _form({"of": Key(CardRef(), "The card that is asked for.", required=True),
                    "when": Key(ConditionSpec(), "When the card is asked for.", required=True)}, _needs),
    "unchanged": _form({**_OF_MANY, "to": Key(Int(2, 100), "In how many reviews in a row, such as 3.", required=True)}, _unchanged),
    "cards": _form({**_OF_MANY, "when": Key(ConditionSpec(), "The condition that makes the finding.", required=True)}, _cards),
})

__all__ = ["CHECK", "COMPARISONS", "PLACEHOLDERS", "CardInfo", "unknown_placeholders"]
