"""One pass over a YAML file, straight into nodes that keep text and place.

PyYAML is imported only for a file that the quick reader does not know.

A file is untrusted. Bytes, depth and the number of nodes are bounded; anchors, aliases, tags and second documents are
refused; whatever the parser raises becomes a fault with its line and column. Nothing here builds Python objects from a
file's words, and nothing recurses.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from impactcards.faults import Fault, FaultyFile
from impactcards.text import shortened
from impactcards.words import N_, Message
from impactcards.yamltext.bounds import MAX_BYTES, MAX_DEPTH, MAX_NODES, RefusedError
from impactcards.yamltext.nodes import Source
from impactcards.yamltext.quick import quick_first, quick_tree

if TYPE_CHECKING:
    from collections.abc import Collection

    from impactcards.yamltext.nodes import Node, Scalar

# What YAML allows is shorter to say, but such a class takes ten times as long to compile.
_NOT_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_MOST_TWICE = 100
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Document:
    """What was read. ``root`` is None where a fault stopped the reading. Offsets of nodes count in ``text``.

    ``text`` is the file without a byte order mark, its line ends as they stand in the file.
    """

    __slots__ = ("faults", "file", "root", "text")

    def __init__(self, file: str, text: str, root: Node | None, faults: tuple[Fault, ...]) -> None:
        self.file = file
        self.text = text
        self.root = root
        self.faults = faults


def read(data: bytes | str, file: str = "", *, max_bytes: int = MAX_BYTES, max_depth: int = MAX_DEPTH) -> Document:
    """Read a document without faults, or raise :class:`FaultyFile` with all that were found."""
    document = parse(data, file, max_bytes=max_bytes, max_depth=max_depth)
    if document.faults:
        raise FaultyFile(document.faults)
    return document


def parse(data: bytes | str, file: str = "", *, max_bytes: int = MAX_BYTES, max_depth: int = MAX_DEPTH) -> Document:
    """Read a document and never raise; an empty one has an empty plain scalar as its root."""
    reading = _Reading(file)
    root: Node | None = None
    text = ""
    try:
        text = reading.decode(data, max_bytes)
        root = quick_tree(text) if max_depth == MAX_DEPTH else None
        if root is None:
            root = reading.compose(text, max_depth, max(MAX_NODES, max_bytes // 5))
    except RefusedError as refused:
        reading.add(refused.line, refused.column, refused.message)
    except (ValueError, RecursionError, MemoryError) as error:
        reading.add(0, 0, _not_valid(error))
    return Document(file, text, root, tuple(reading.faults))


def first_of(data: bytes | str, names: Collection[str], *, max_bytes: int = MAX_BYTES) -> tuple[str, str] | None:
    """The first of some top-level keys with its text, reading no further than there; None if none can be made out."""
    try:
        text = _Reading("").decode(data, max_bytes)
    except RefusedError:
        return None
    return quick_first(text, names) or _first_event(text, names)


def _first_event(text: str, names: Collection[str]) -> tuple[str, str] | None:
    from yaml import YAMLError
    from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent

    from impactcards.yamltext.events import bounded_events

    depth = 0
    name: str | None = None
    try:
        for event in bounded_events(text, MAX_DEPTH, MAX_NODES):
            kind = type(event)
            if depth == 0 and kind is not MappingStartEvent:
                return None
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                depth += 1
                continue
            if kind is not ScalarEvent:
                depth -= 1
            elif depth == 1 and name is None:
                name = event.value
                continue
            elif depth == 1 and name in names:
                return name or "", event.value
            if depth == 1:
                name = None
    except (RefusedError, YAMLError, ValueError, RecursionError, MemoryError):
        return None
    return None


class _Reading:
    """The faults of one reading."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def add(self, line: int, column: int, message: Message) -> None:
        self.faults.append(Fault(self.file, line, column, message))

    def decode(self, data: bytes | str, max_bytes: int) -> str:
        """The text of a file; refused at the first character that YAML cannot carry."""
        if len(data) > max_bytes or (isinstance(data, str) and len(data.encode("utf-8", "replace")) > max_bytes):
            message = N_("The file is larger than {limit} MB, so it was not read.")
            raise RefusedError(0, 0, Message(message, limit=f"{max_bytes / 1_000_000:g}"))
        text = (data if isinstance(data, str) else _from_utf_8(data)).removeprefix("\ufeff")
        found = _NOT_YAML.search(text)
        if found is not None:
            message = N_("An invisible character (U+{code}) stands here. Delete it.")
            raise RefusedError(*Source(text).place(found.start()), Message(message, code=f"{ord(found[0]):04X}"))
        return text

    def compose(self, text: str, max_depth: int, max_nodes: int) -> Node | None:
        """The tree of nodes that PyYAML makes out, None where this is no YAML. Raises :class:`RefusedError`."""
        from yaml import MarkedYAMLError, YAMLError

        from impactcards.yamltext.composer import compose
        from impactcards.yamltext.problems import plain_words

        try:
            return compose(text, max_depth, max_nodes, self.twice)
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
            self.add(line, column, plain_words(error.problem or "", error.context or ""))
        except YAMLError as error:
            self.add(0, 0, _not_valid(error))
        return None

    def twice(self, key: Scalar, first: Scalar) -> None:
        message = N_("“{key}” stands here a second time; it is already in line {line}. Keep one of them.")
        self.add(key.line, key.column, Message(message, key=shortened(key.value), line=first.line))
        if len(self.faults) >= _MOST_TWICE:
            raise RefusedError(0, 0, Message(N_("More keys stand here twice. Mend these first.")))


def _not_valid(error: Exception) -> Message:
    return Message(N_("This is not valid YAML: {problem}."), problem=shortened(str(error), 120))


def _from_utf_8(data: bytes) -> str:
    if data[:2] in _UTF_16_MARKS:
        raise RefusedError(1, 1, Message(N_("The file is saved as UTF-16. Save it as UTF-8.")))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        message = N_("This is not UTF-8 text (byte {byte}). Save the file as UTF-8.")
        place = Source(before).place(len(before))
        raise RefusedError(*place, Message(message, byte=f"{data[error.start]:02X}")) from None


__all__ = ["MAX_BYTES", "MAX_DEPTH", "Document", "first_of", "parse", "read"]
