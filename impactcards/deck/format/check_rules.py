"""What the references of a check must point at, form by form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from impactcards.deck.format.contradictions import when_can_hold, where_can_hold
from impactcards.deck.format.contrary import comparison_can_differ
from impactcards.deck.format.lookup import map_in, scalar_in, text_in
from impactcards.deck.format.maps import Key, Map
from impactcards.deck.format.references import NUMERIC, Found, ReferenceSpec, check_numeric, resolve
from impactcards.deck.format.specs import SpanSpec
from impactcards.deck.format.where import check_where
from impactcards.words import N_
from impactcards.yamltext import ListNode, MapNode, Node, Scalar, as_number

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from impactcards.deck.format.context import Context

#: What is put into the sentence of a check's finding, besides the names bound in ``with``.
PLACEHOLDERS = frozenset(("item", "row", "title", "column", "date", "a", "b", "n", "m"))
#: What is put into a column's own sentences (``missing`` and ``uncovered``).
FINDING_PLACEHOLDERS = frozenset(("item", "row", "title", "column", "n"))
#: The forms in which a row is silent while the column of ``of`` is empty.
_SILENT_WHERE_EMPTY = ("sum", "each", "rows", "dates", "alone")
_PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_-]*)\}")
_NO_DATE = N_("“{word}” is of kind {kind}. A column or card of kind date is needed.")


def some(node: MapNode, context: Context) -> list[Found]:
    """What every form has: ``of``, one reference or a list, ``where``, ``with``, and the words of the finding."""
    of = node.value.get("of")
    if type(of) is ListNode and not of.value:
        context.fault(of, N_("“{key}” is an empty list. Put something into it."), key="of")
    entries = of.value if type(of) is ListNode else [of] if of is not None else []
    resolved = [resolve(entry, context, "of") for entry in entries]
    found = [one for one in resolved if one is not None]
    card = found[0].card if found else None
    where = node.value.get("where")
    form = text_in(node, "form")
    if where is not None and card is not None:
        check_where(where, card, context)
        needed = _column_of(found[0]) if form in _SILENT_WHERE_EMPTY else ""
        where_can_hold(where, card, context, needed)
    when = node.value.get("when")
    if when is not None:
        alone = card is not None and form != "cards" and len(found) == 1
        when_can_hold(when, context, {card.id: form != "needs"} if card is not None and alone else {})
    bound = map_in(node, "with")
    names = {name for name in bound.value if not name.startswith("x-")} if bound is not None else set()
    for name in names if bound is not None else ():
        resolve(bound.value[name], context, "with", inside=card)  # type: ignore[union-attr]
    unknown_placeholders(node, "says", PLACEHOLDERS | names, context)
    return found


def _column_of(found: Found) -> str:
    """The column that a reference names; empty for a whole card."""
    return next((name for name, cell in found.card.columns.items() if cell is found.cell), "")


def unknown_placeholders(node: MapNode, key: str, known: AbstractSet[str], context: Context) -> None:
    """A remark for each ``{name}`` in a sentence that nothing will be put into."""
    says = scalar_in(node, key)
    if says is None:
        return
    for name in sorted(set(_PLACEHOLDER.findall(says.value)) - known):
        context.remark(
            says,
            N_("Nothing is ever put into “{placeholder}”. Known here: {known}."),
            placeholder="{" + name + "}",
            known=", ".join("{" + word + "}" for word in sorted(known)),
        )


def one(node: MapNode, context: Context) -> Found | None:
    """The single reference of a form that wants one."""
    of = node.value.get("of")
    if type(of) is ListNode:
        context.fault(of, N_("“of” is one reference in this form, not a list."))
        return None
    found = some(node, context)
    return found[0] if found else None


def sums(node: MapNode, context: Context) -> None:
    """A column's sum against a number or another sum."""
    found = one(node, context)
    if found is not None:
        check_numeric(node.value["of"], found, context)
    _figure_to_compare(node, found, context)


def row_by_row(node: MapNode, context: Context) -> None:
    """Row by row, joined by item; ``times`` takes a product instead of ``of``'s own column."""
    found = one(node, context)
    if found is not None and "times" not in node.value:
        message = N_("“{word}” is of kind {kind}. A column or card of kind number, scale or date is needed.")
        _check_kind(node.value["of"], found, (*NUMERIC, "date"), message, context)
    _figure_to_compare(node, found, context)
    for name in ("times", "direction"):
        pair = node.value.get(name)
        if type(pair) is not ListNode:
            continue
        if len(pair.value) > 2:
            context.fault(pair, N_("“{key}” is two columns, such as [posts, hours]."), key=name)
        for entry in pair.value:
            column = resolve(entry, context, name, inside=found.card if found is not None else None)
            if column is not None:
                check_numeric(entry, column, context)


def rows(node: MapNode, context: Context) -> None:
    """A finding for each row that matches, or for an item all of whose rows do."""
    found = one(node, context)
    if found is None:
        return
    by = scalar_in(node, "by")
    if by is not None and found.card.kind == "table":
        column = resolve(by, context, "by", inside=found.card)
        if column is not None and column.cell.kind and not column.cell.source:
            context.fault(by, N_("“by” is a column that picks from a card, and “{word}” does not."), word=by.value)


def no_row(node: MapNode, context: Context) -> None:
    """A finding when no row matches."""
    one(node, context)
    where = map_in(node, "where")
    if where is not None and not where.value:
        context.fault(where, N_("Every row fulfils an empty “where”, so this check never speaks. Say which are meant."))


def dates(node: MapNode, context: Context) -> None:
    """A date against today, another date, the day of the answer, or the earliest of a column."""
    found = one(node, context)
    if found is not None:
        _check_kind(node.value["of"], found, ("date",), _NO_DATE, context)
    to = against = node.value.get("to")
    if type(to) is MapNode:
        _TO_MAP.check(to, context, "to")
        if ("written" in to.value) == ("earliest" in to.value):
            context.fault(to, N_("“to” is today, a date of a card, {written: 6 months}, or {earliest: CARD.COLUMN}."))
        to = to.value.get("earliest")
    if to is None or (type(to) is Scalar and to.value == "today"):
        return
    other = resolve(to, context, "to", inside=found.card if found is not None else None)
    if other is not None:
        _check_kind(to, other, ("date",), _NO_DATE, context)
        if to is against:
            comparison_can_differ(node, found, other, context)


_TO_MAP = Map({"written": Key(SpanSpec()), "earliest": Key(ReferenceSpec())})


def alone(node: MapNode, context: Context) -> None:
    """Items that only one row serves: the column has to pick."""
    found = one(node, context)
    of = node.value.get("of")
    if found is not None and type(of) is Scalar and found.cell.kind and not found.cell.source:
        message = N_("This form looks at a column that picks from a card (“from”), and “{word}” does not.")
        context.fault(of, message, word=of.value)
    share = scalar_in(node, "share_above")
    if share is not None and as_number(share) == 1:
        context.fault(
            share, N_("Nothing is more than all items, so this never holds. Take a share below 1, as in 0.5.")
        )


def _check_kind(node: Node, found: Found, kinds: tuple[str, ...], message: str, context: Context) -> None:
    if found.cell.kind and found.cell.kind not in kinds and type(node) is Scalar:
        context.fault(node, message, word=node.value, kind=found.cell.kind)


def _figure_to_compare(node: MapNode, of: Found | None, context: Context) -> None:
    """``to`` is a number, or a reference to a figure; dates are compared with dates."""
    to = node.value.get("to")
    if to is None or as_number(to) is not None:
        comparison_can_differ(node, of, None, context)
        return
    found = resolve(to, context, "to", inside=of.card if of is not None else None)
    if found is None or of is None:
        return
    comparison_can_differ(node, of, found, context)
    if of.cell.kind == "date" and "times" not in node.value:
        _check_kind(to, found, ("date",), _NO_DATE, context)
    else:
        check_numeric(to, found, context)
