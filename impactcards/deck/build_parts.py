"""Small things read from a valid tree: texts, flags, numbers, references, conditions. What is absent is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from impactcards.deck.format.references import REFERENCE
from impactcards.deck.model import Condition, Reference
from impactcards.text import clean
from impactcards.yamltext import ListNode, MapNode, Node, Scalar, as_bool, as_int, as_number, plain_value

if TYPE_CHECKING:
    from collections.abc import Callable

_Built = TypeVar("_Built")


def words(node: Node | None) -> str:
    """A text, cleaned, without the line feed that YAML's blocks end in."""
    return clean(node.value).removesuffix("\n") if type(node) is Scalar else ""


def text(node: MapNode, key: str) -> str:
    """The text under a key."""
    return words(node.value.get(key))


def texts(node: MapNode, key: str) -> tuple[str, ...]:
    """The list of texts under a key."""
    found = node.value.get(key)
    return tuple([words(entry) for entry in found.value]) if type(found) is ListNode else ()


def each(node: MapNode, key: str, build: Callable[[Any], _Built]) -> tuple[_Built, ...]:
    """What ``build`` makes of each entry of the list under a key."""
    found = node.value.get(key)
    return tuple([build(entry) for entry in found.value]) if type(found) is ListNode else ()


def inner(node: MapNode, key: str) -> MapNode:
    """The map under a key that has to be there."""
    found = node.value[key]
    if not isinstance(found, MapNode):
        raise TypeError(key)
    return found


def flag(node: MapNode, key: str) -> bool:
    """Whether ``true`` stands under a key."""
    found = node.value.get(key)
    return found is not None and as_bool(found) is True


def whole(node: MapNode, key: str) -> int | None:
    """The whole number under a key."""
    found = node.value.get(key)
    return as_int(found) if found is not None else None


def number(node: MapNode, key: str) -> float | None:
    """The number under a key."""
    found = node.value.get(key)
    return as_number(found) if found is not None else None


def references(node: MapNode, key: str) -> tuple[Reference, ...]:
    """The references under a key, one or a list of them."""
    found = node.value.get(key)
    entries = found.value if isinstance(found, ListNode) else [found]
    return tuple([reference(entry.value) for entry in entries if isinstance(entry, Scalar)])


def reference(word: str) -> Reference:
    """``CARD.COLUMN[ROW]`` as a reference."""
    parts = REFERENCE.match(word)
    if parts is None:
        raise ValueError(word)
    return Reference(parts[1], parts[2] or "", parts[3] or "")


def condition(node: Node) -> Condition:
    """A condition, however deep."""
    if not isinstance(node, MapNode):
        raise TypeError(node)
    for group in ("all", "any", "not"):
        part = node.value.get(group)
        if part is not None:
            parts = part.value if isinstance(part, ListNode) else [part]
            return Condition(group, parts=tuple([condition(entry) for entry in parts]))
    test = next(name for name in ("has", "answered", "below", "above") if name in node.value)
    operand = text(node, test)
    return Condition(test, text(node, "card"), operand if test == "has" else plain_value(operand))
