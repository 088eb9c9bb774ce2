"""One pass over a YAML file: the C parser's events, bounded, straight into nodes that keep text and place.

A file is untrusted. Bytes, depth and the number of nodes are bounded; anchors, aliases, tags and second documents are
refused; whatever the parser raises becomes a fault with its line and column. Nothing here builds Python objects from a
file's words, and nothing recurses deeper than the bound.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from impactcards.faults import Fault, FaultyFile
from impactcards.text import shortened
from impactcards.words import N_, Message
from impactcards.yamltext.nodes import ListNode, MapNode, Node, Scalar, Source
from impactcards.yamltext.problems import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    from yaml.cyaml import CParser as _Parser
except ImportError:  # PyYAML without its C half: the same events, slower

    class _Parser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):  # type: ignore[no-redef]
        def __init__(self, stream: str) -> None:
            yaml.reader.Reader.__init__(self, stream)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)


MAX_BYTES = 1_000_000
MAX_DEPTH = 40

_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_SKIPPED = (StreamStartEvent, DocumentEndEvent, StreamEndEvent)


@dataclass(frozen=True, slots=True)
class Document:
    """What was read. ``root`` is None where a fault stopped the reading. Offsets of nodes count in ``text``.

    ``text`` is the file without a byte order mark, its line ends as they stand in the file.
    """

    file: str
    text: str
    root: Node | None
    faults: tuple[Fault, ...]


class _Stopped(Exception):
    """Reading cannot go on; what was wrong is in the faults."""


def read(data: bytes | str, file: str = "", *, max_bytes: int = MAX_BYTES, max_depth: int = MAX_DEPTH) -> Document:
    """Read a document without faults, or raise :class:`FaultyFile` with all that were found."""
    document = parse(data, file, max_bytes=max_bytes, max_depth=max_depth)
    if document.faults:
        raise FaultyFile(document.faults)
    return document


def parse(data: bytes | str, file: str = "", *, max_bytes: int = MAX_BYTES, max_depth: int = MAX_DEPTH) -> Document:
    """Read a document and never raise; an empty one has an empty plain scalar as its root."""
    reading = _Reading(file, max_bytes, max_depth)
    root: Node | None = None
    text = ""
    try:
        text = reading.decode(data)
        root = reading.compose(text)
    except _Stopped:
        pass
    except yaml.MarkedYAMLError as error:
        reading.add_marked(error)
    except (yaml.YAMLError, ValueError, RecursionError, MemoryError) as error:
        reading.add(0, 0, Message(N_("This is not valid YAML: {problem}."), problem=shortened(str(error), 120)))
    return Document(file, text, root, tuple(reading.faults))


class _Reading:
    """The bounds and the faults of one reading."""

    def __init__(self, file: str, max_bytes: int, max_depth: int) -> None:
        self.file = file
        self.max_bytes = max_bytes
        self.max_depth = max_depth
        self.max_nodes = max(200_000, max_bytes // 5)
        self.faults: list[Fault] = []

    def add(self, line: int, column: int, message: Message) -> None:
        self.faults.append(Fault(self.file, line, column, message))

    def stop(self, line: int, column: int, message: Message) -> NoReturn:
        self.add(line, column, message)
        raise _Stopped

    def add_marked(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        self.add(line, column, plain_words(error.problem or "", error.context or ""))

    def decode(self, data: bytes | str) -> str:
        """The text of the file, or a fault at the first character that YAML cannot carry."""
        size = len(data) if isinstance(data, bytes) else len(data.encode("utf-8", "surrogatepass"))
        if size > self.max_bytes:
            self.stop(0, 0, Message(
                N_("The file is larger than {limit} MB, so it was not read. A larger limit can be set with --max-deck MB."),
                limit=f"{self.max_bytes / 1_000_000:g}",
            ))
        if isinstance(data, bytes):
            if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
                self.stop(1, 1, Message(N_("The file is saved as UTF-16. Save it as UTF-8.")))
            try:
                data = data.decode("utf-8")
            except UnicodeDecodeError as error:
                before = data[: error.start].decode("utf-8")
                self.stop(*Source(before).place(len(before)), Message(
                    N_("This is not UTF-8 text (byte {byte}). Save the file as UTF-8."), byte=f"{data[error.start]:02X}"
                ))
        text = data.removeprefix("\ufeff")
        found = _NOT_YAML.search(text)
        if found is not None:
            self.stop(*Source(text).place(found.start()), Message(
                N_("An invisible character (U+{code}) stands here. Delete it."), code=f"{ord(found[0]):04X}"
            ))
        return text

    def events(self, text: str) -> Iterator[Any]:
        """The parser's events that make nodes, within the bounds."""
        parser: Any = _Parser(text)
        get_event = parser.get_event
        documents = nodes = depth = 0
        try:
            while (event := get_event()) is not None:
                kind = type(event)
                if kind is ScalarEvent or kind is MappingStartEvent or kind is SequenceStartEvent:
                    nodes += 1
                    if event.anchor is not None or event.tag is not None or nodes > self.max_nodes:
                        self.refuse(event)
                    if kind is not ScalarEvent:
                        depth += 1
                        if depth > self.max_depth:
                            mark = event.start_mark
                            self.stop(mark.line + 1, mark.column + 1, Message(
                                N_("This is nested too deeply: at most {limit} levels are read."), limit=self.max_depth
                            ))
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    depth -= 1
                elif kind is AliasEvent:
                    self.refuse(event)
                elif kind is DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        mark = event.start_mark
                        self.stop(mark.line + 1, mark.column + 1, Message(
                            N_("A second document begins here. One file holds one document: delete the line “---”.")
                        ))
                    continue
                elif kind in _SKIPPED:
                    continue
                yield event
        finally:
            parser.dispose()

    def refuse(self, event: Any) -> NoReturn:
        """Say why a node is not taken: an anchor, an alias, a tag, or one node too many."""
        mark = event.start_mark
        if getattr(event, "anchor", None) is not None:
            sign = "*" if type(event) is AliasEvent else "&"
            message = Message(
                N_("“{word}” is a YAML anchor or alias, which is not read here. Put quotes around a text that begins with {sign}."),
                word=shortened(sign + event.anchor, 30), sign=sign,
            )
        elif event.tag is not None:
            message = Message(
                N_("“{word}” is a YAML tag, which is not read here. Put quotes around a text that begins with !."),
                word=shortened(event.tag, 30),
            )
        else:
            message = Message(N_("The file holds too many entries: at most {limit} are read."), limit=self.max_nodes)
        self.stop(mark.line + 1, mark.column + 1, message)

    def compose(self, text: str) -> Node:
        """The tree of nodes, built with a stack instead of recursion."""
        source = Source(text)
        root: Node = Scalar("", True, source, 0, 0)
        node: Node
        parents: list[ListNode | MapNode] = []
        waiting: list[Scalar | None] = []  # for each open map the key whose value comes next
        for event in self.events(text):
            kind = type(event)
            if kind is ScalarEvent:
                node = Scalar(event.value, event.implicit[0], source, event.start_mark.index, event.end_mark.index)
            elif kind is MappingStartEvent:
                node = MapNode(source, event.start_mark.index)
            elif kind is SequenceStartEvent:
                node = ListNode(source, event.start_mark.index)
            else:
                closed = parents.pop()
                waiting.pop()
                end = event.end_mark.index
                if end > event.start_mark.index:  # a bracket or a brace
                    closed.end = end
                else:  # a block ends where its last entry ends; the parser's mark stands behind the comments that follow
                    _end_with_last_entry(closed)
                continue
            if not parents:
                root = node
            else:
                parent = parents[-1]
                if type(parent) is ListNode:
                    parent.value.append(node)
                elif (key := waiting[-1]) is None:
                    waiting[-1] = self.key(node)
                else:
                    waiting[-1] = None
                    name = key.value
                    if name in parent.value:  # type: ignore[operator]
                        self.twice(key, parent.keys[name])  # type: ignore[union-attr]
                    else:
                        parent.value[name] = node  # type: ignore[call-overload]
                        parent.keys[name] = key  # type: ignore[union-attr]
            if kind is not ScalarEvent:
                parents.append(node)  # type: ignore[arg-type]
                waiting.append(None)
        return root

    def key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        self.stop(node.line, node.column, Message(
            N_("A key must be a word. Put quotes around a text that begins with a bracket or a brace.")
        ))

    def twice(self, key: Scalar, first: Scalar) -> None:
        self.add(key.line, key.column, Message(
            N_("“{key}” stands here a second time; it is already in line {line}. Keep one of them."),
            key=shortened(key.value), line=first.line,
        ))


def _end_with_last_entry(node: ListNode | MapNode) -> None:
    if node.value:
        node.end = (node.value[-1] if isinstance(node, ListNode) else next(reversed(node.value.values()))).end
