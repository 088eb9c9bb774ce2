"""The tree a YAML file is read into: scalars that stay text, lists and maps, each with its place in the file.

``line`` and ``column`` count from 1, for people. ``start`` and ``end`` are offsets in characters into the document's
text, so that ``document.text[node.start:node.end]`` is what the author typed.
"""

from __future__ import annotations

from typing import ClassVar, Literal


class Scalar:
    """One text. ``plain`` tells whether it stood without quotes, so that it may be read as a number or a truth."""

    __slots__ = ("column", "end", "line", "plain", "start", "value")
    kind: ClassVar[Literal["scalar"]] = "scalar"

    def __init__(self, value: str, plain: bool, line: int, column: int, start: int, end: int) -> None:
        self.value = value
        self.plain = plain
        self.line = line
        self.column = column
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"Scalar({self.value!r}, {self.line}:{self.column})"


class ListNode:
    """A list of nodes."""

    __slots__ = ("column", "end", "line", "start", "value")
    kind: ClassVar[Literal["list"]] = "list"

    def __init__(self, value: list[Node], line: int, column: int, start: int, end: int) -> None:
        self.value = value
        self.line = line
        self.column = column
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"ListNode({len(self.value)} entries, {self.line}:{self.column})"


class MapNode:
    """Keys and their nodes, in file order. ``keys`` holds the place of each key."""

    __slots__ = ("column", "end", "keys", "line", "start", "value")
    kind: ClassVar[Literal["map"]] = "map"

    def __init__(self, line: int, column: int, start: int, end: int) -> None:
        self.value: dict[str, Node] = {}
        self.keys: dict[str, Scalar] = {}
        self.line = line
        self.column = column
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"MapNode({list(self.value)}, {self.line}:{self.column})"


Node = Scalar | ListNode | MapNode
