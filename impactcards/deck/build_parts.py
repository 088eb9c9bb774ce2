"""Small things read from a valid tree: texts, flags, numbers, references, conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from impactcards.deck.format.lookup import absent
from impactcards.deck.format.references import REFERENCE
from impactcards.deck.model import Condition, Reference
from impactcards.text import clean
from impactcards.yamltext import ListNode, MapNode, Node, Scalar, as_bool, as_int, as_number, plain_value

if TYPE_CHECKING:
    from collections.abc import Callable

_Built = TypeVar("_Built")


def words(node: Node | None) -> str:
    """A text, cleaned, without the line feed that YAML's blocks end in."""
    if type(node) is not Scalar:
        return ""
    text = clean(node.value)
    return text.removesuffix("\n")


def text(node: MapNode, key: str) -> str:
    return words(node.value.get(key))


def texts(node: MapNode, key: str) -> tuple[str, ...]:
    found = node.value.get(key)
    return tuple([words(entry) for entry in found.value]) if type(found) is ListNode else ()


def each(node: MapNode, key: str, build: Callable[[Any], _Built]) -> tuple[_Built, ...]:
    found = node.value.get(key)
    return tuple([build(entry) for entry in found.value]) if type(found) is ListNode else ()


def flag(node: MapNode, key: str) -> bool:
    found = node.value.get(key)
    return found is not None and as_bool(found) is True


def whole(node: MapNode, key: str) -> int | None:
    found = node.value.get(key)
    return as_int(found) if found is not None else None


def number(node: MapNode, key: str) -> float | None:
    found = node.value.get(key)
    return as_number(found) if found is not None else None


def references(node: MapNode, key: str) -> tuple[Reference, ...]:
    """The references under a key, one or a list of them."""
    found = node.value.get(key)
    entries = found.value if isinstance(found, ListNode) else [found]
    return tuple([reference(entry.value) for entry in entries if isinstance(entry, Scalar) and not absent(entry)])


def reference(word: str) -> Reference:
    """``CARD.COLUMN[ROW]`` as a reference."""
    parts = REFERENCE.match(word)
    assert parts is not None
    return Reference(parts[1], parts[2] or "", parts[3] or "")


def condition(node: Node) -> Condition:
    assert isinstance(node, MapNode)
    for group in ("all", "any", "not"):
        part = node.value.get(group)
        if part is not None:
            parts = part.value if isinstance(part, ListNode) else [part]
            return Condition(group, parts=tuple([condition(entry) for entry in parts]))  # type: ignore[arg-type]
    card = text(node, "card")
    if "has" in node.value:
        return Condition("has", card, text(node, "has"))
    for test in ("answered", "below", "above"):
        operand = node.value.get(test)
        if isinstance(operand, Scalar):
            return Condition(test, card, plain_value(operand.value))  # type: ignore[arg-type]
    raise AssertionError(test)
