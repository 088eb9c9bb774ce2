"""The tree a YAML file is read into: scalars that stay text, lists and maps, each with its place in the file.

``line`` and ``column`` count from 1, for people. ``start`` and ``end`` are offsets in characters into the document's
text, so that ``document.text[node.start:node.end]`` is what the author typed. A node keeps only its offsets: a big file
has hundreds of thousands of nodes, and the line of hardly any is ever asked for.
"""

from __future__ import annotations

from typing import ClassVar, Literal


class Source:
    """The text that nodes stand in, which turns an offset into a line and a column."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def place(self, index: int) -> tuple[int, int]:
        """Line and column of a character, counted from 1."""
        return self.text.count("\n", 0, index) + 1, index - self.text.rfind("\n", 0, index)


class _Placed:
    """What all nodes have: where they begin and end, in ``source``."""

    __slots__ = ("end", "source", "start")

    start: int
    end: int
    source: Source

    @property
    def line(self) -> int:
        return self.source.place(self.start)[0]

    @property
    def column(self) -> int:
        return self.source.place(self.start)[1]


class Scalar(_Placed):
    """One text. ``plain`` tells whether it stood without quotes, so that it may be read as a number or a truth."""

    __slots__ = ("plain", "value")
    kind: ClassVar[Literal["scalar"]] = "scalar"

    def __init__(self, value: str, plain: bool, source: Source, start: int, end: int) -> None:
        self.value = value
        self.plain = plain
        self.source = source
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"Scalar({self.value!r}, {self.line}:{self.column})"


class ListNode(_Placed):
    """A list of nodes."""

    __slots__ = ("value",)
    kind: ClassVar[Literal["list"]] = "list"

    def __init__(self, source: Source, start: int) -> None:
        self.value: list[Node] = []
        self.source = source
        self.start = self.end = start

    def __repr__(self) -> str:
        return f"ListNode({len(self.value)} entries, {self.line}:{self.column})"


class MapNode(_Placed):
    """Keys and their nodes, in file order; ``keys`` holds the key itself with its place."""

    __slots__ = ("keys", "value")
    kind: ClassVar[Literal["map"]] = "map"

    def __init__(self, source: Source, start: int) -> None:
        self.value: dict[str, Node] = {}
        self.keys: dict[str, Scalar] = {}
        self.source = source
        self.start = self.end = start

    def __repr__(self) -> str:
        return f"MapNode({list(self.value)}, {self.line}:{self.column})"


Node = Scalar | ListNode | MapNode
