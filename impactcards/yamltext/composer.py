"""The tree of nodes made from the parser's events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent

from impactcards.words import N_, Message
from impactcards.yamltext.bounds import RefusedError
from impactcards.yamltext.events import bounded_events
from impactcards.yamltext.nodes import ListNode, MapNode, Node, Scalar, Source

if TYPE_CHECKING:
    from collections.abc import Callable


def compose(text: str, max_depth: int, max_nodes: int, twice: Callable[[Scalar, Scalar], None]) -> Node:
    """The tree of nodes, built with a stack instead of recursion.

    ``twice`` is called with a key that stands in a map already, and with the first one. Raises :class:`RefusedError`
    for what is not read here, and what PyYAML raises for what is no YAML.
    """
    source = Source(text)
    root: Node = Scalar("", True, source, 0, 0)
    node: Node
    parents: list[Any] = []
    waiting: list[Scalar | None] = []  # for each open map the key whose value comes next
    for event in bounded_events(text, max_depth, max_nodes):
        kind = type(event)
        if kind is ScalarEvent:
            node = Scalar(event.value, event.implicit[0], source, event.start_mark.index, event.end_mark.index)
        elif kind is MappingStartEvent:
            node = MapNode(source, event.start_mark.index)
        elif kind is SequenceStartEvent:
            node = ListNode(source, event.start_mark.index)
        else:
            waiting.pop()
            _end(parents.pop(), event)
            continue
        if not parents:
            root = node
        else:
            parent = parents[-1]
            if type(parent) is ListNode:
                parent.value.append(node)
            elif (key := waiting[-1]) is None:
                waiting[-1] = _key(node)
            else:
                waiting[-1] = None
                if key.value in parent.value:
                    twice(key, parent.keys[key.value])
                else:
                    parent.value[key.value] = node
                    parent.keys[key.value] = key
        if kind is not ScalarEvent:
            parents.append(node)
            waiting.append(None)
    return root


def _key(node: Node) -> Scalar:
    if isinstance(node, Scalar):
        return node
    message = N_("A key must be a word. Put quotes around a text that begins with a bracket or a brace.")
    raise RefusedError(node.line, node.column, Message(message))


def _end(node: ListNode | MapNode, event: Any) -> None:
    """A flow ends with its bracket; a block with its last entry, not where the parser's mark is, behind comments."""
    end = event.end_mark.index
    if end > event.start_mark.index:
        node.end = end
    elif node.value:
        node.end = (node.value[-1] if isinstance(node, ListNode) else next(reversed(node.value.values()))).end
