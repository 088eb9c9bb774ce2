"""The checks of a valid tree. Bare columns are made whole, so that whoever runs a check finds only CARD.COLUMN[ROW]."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.build_parts import condition, each, reference, references, text
from impactcards.deck.format.index import Index
from impactcards.deck.model import Check, Reference
from impactcards.yamltext import ListNode, MapNode, Node, Scalar, as_number, to_data

if TYPE_CHECKING:
    from collections.abc import Mapping


def build_checks(root: MapNode) -> tuple[Check, ...]:
    """The checks, in file order."""
    index = Index.of(root)
    return each(root, "checks", lambda node: _check(node, index))


def where_of(node: Node | None) -> dict[str, object]:
    """The deck's own ``where`` as plain data, without an author's x- keys."""
    found = _without_own_keys(to_data(node)) if node is not None else {}
    return found if isinstance(found, dict) else {}


def _without_own_keys(data: object) -> object:
    if isinstance(data, dict):
        return {key: _without_own_keys(value) for key, value in data.items() if not key.startswith("x-")}
    return [_without_own_keys(entry) for entry in data] if isinstance(data, list) else data


def _check(node: MapNode, index: Index) -> Check:
    of = references(node, "of")
    card = of[0].card
    when = node.value.get("when")
    bound = node.value.get("with")
    by = text(node, "by")
    return Check(
        id=text(node, "id"),
        form=text(node, "form"),
        of=of,
        says=text(node, "says"),
        compare=text(node, "compare"),
        to=_to(node.value.get("to"), card, index),
        where=where_of(node.value.get("where")),
        when=condition(when) if isinstance(when, MapNode) else None,
        bind={name: _inside(entry, card, index) for name, entry in bound.value.items() if not name.startswith("x-")}
        if isinstance(bound, MapNode)
        else {},
        by=by.rpartition(".")[2],
        counters=text(node, "counters") or None,  # type: ignore[arg-type]
        options=_options(node, card, index),
    )


def _inside(node: Node, card: str, index: Index) -> Reference:
    """A reference, or a bare column of ``card``."""
    word = node.value if isinstance(node, Scalar) else ""
    if word in index.cards[card].columns:
        return Reference(card, word)
    return reference(word)


def _to(node: Node | None, card: str, index: Index) -> Reference | float | str | Mapping[str, object] | None:
    if isinstance(node, MapNode):
        earliest = node.value.get("earliest")
        if earliest is not None:
            return {"earliest": _inside(earliest, card, index)}
        return {"written": text(node, "written")}
    if node is None or not isinstance(node, Scalar):
        return None
    number = as_number(node)
    if number is not None:
        return number
    return node.value if node.value == "today" else _inside(node, card, index)


def _options(node: MapNode, card: str, index: Index) -> dict[str, object]:
    options: dict[str, object] = {}
    for name in ("times", "direction"):
        pair = node.value.get(name)
        if isinstance(pair, ListNode):
            options[name] = tuple([_inside(entry, card, index) for entry in pair.value])
    for name in ("share_above", "of_at_least"):
        entry = node.value.get(name)
        number = as_number(entry) if entry is not None else None
        if number is not None:
            options[name] = number
    return options
