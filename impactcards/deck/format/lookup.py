"""Looking into a tree that may be wrong anywhere: what is not there, or of another shape, is simply not found."""

from __future__ import annotations

from impactcards.yamltext import ListNode, MapNode, Node, Scalar, as_number


def absent(node: Node | None) -> bool:
    """Whether a key is missing or has nothing behind its colon."""
    return node is None or (type(node) is Scalar and node.plain and not node.value)


def scalar_in(node: Node | None, key: str) -> Scalar | None:
    """The scalar under ``key`` of a map, or None."""
    found = node.value.get(key) if type(node) is MapNode else None
    return found if type(found) is Scalar and not absent(found) else None


def text_in(node: Node | None, key: str) -> str:
    """The text under ``key`` of a map, or an empty one."""
    found = scalar_in(node, key)
    return found.value if found is not None else ""


def list_in(node: Node | None, key: str) -> list[Node]:
    """The entries of the list under ``key`` of a map, or none."""
    found = node.value.get(key) if type(node) is MapNode else None
    return found.value if type(found) is ListNode else []


def map_in(node: Node | None, key: str) -> MapNode | None:
    """The map under ``key`` of a map, or None."""
    found = node.value.get(key) if type(node) is MapNode else None
    return found if type(found) is MapNode else None


def number_in(node: Node | None, key: str) -> int | float | None:
    """The number under ``key`` of a map, or None."""
    found = scalar_in(node, key)
    return as_number(found) if found is not None else None
