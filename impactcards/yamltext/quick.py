"""The tree of a file that is written as this program writes its own files, read without PyYAML.

Importing PyYAML takes longer than anything else that stands between a strategy and its first card. Understood here is a
narrow part of YAML, told by its lines: maps and lists in block style; texts plain or in single quotes, on one line or
several; blocks that begin with a bar. Any other line makes the whole text unknown, and then PyYAML reads it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from impactcards.yamltext.nodes import ListNode, MapNode, Scalar, Source

if TYPE_CHECKING:
    from collections.abc import Collection

    from impactcards.yamltext.nodes import Node

#: Longer texts are not looked at: PyYAML's reader counts nodes, this one need not.
LONGEST = 400_000
_DEEPEST = 16
#: So many characters of a file are looked at for its first keys.
_HEAD = 4000

# Tabs, and every line end but the line feed, have meanings of their own in YAML.
_STRANGE = re.compile("[\t\r\x85\u2028\u2029\ufeff]")

# What nobody could read as anything but text: no ": ", no " #", no space at the end.
_FIRST = r"(?:[^\s\-?:,\[\]{}\#&*!|>'\"%@`]|-(?=[0-9]))"
_REST = r"(?:[^\s:\#]|:(?=\S)|(?<=\S)\#|[ ](?=[^\s\#]))*"
_ENTRY = re.compile(
    rf"""(?P<indent>[ ]*)
    (?P<dash>-[ ])?
    (?:(?P<key>[a-zA-Z][a-zA-Z0-9_-]{{0,99}}):(?:[ ]|$))?
    (?:
        (?P<plain>{_FIRST}{_REST})
        |'(?P<quoted>(?:[^']|'')*)'
        |(?P<bar>\|-?)
        |(?P<none>\[\]|\{{\}})
        |'(?P<begun>(?:[^']|'')+)
    )?$""",
    re.VERBOSE,
)
_MORE_PLAIN = re.compile(rf"{_FIRST}{_REST}$", re.VERBOSE)
_MORE_QUOTED = re.compile(r"(?P<text>(?:[^']|'')*)(?P<end>')?$")


class _UnknownError(Exception):
    """A line is not of the kind that is read here."""


def quick_tree(text: str) -> MapNode | None:
    """The tree that PyYAML's events would make of ``text``, or None if this reader does not know all of its ways."""
    if len(text) > LONGEST or not text.endswith("\n") or _STRANGE.search(text):
        return None
    try:
        reading = _Lines(text)
        root = reading.map_at(0, 0)
    except _UnknownError:
        return None
    return root if reading.at == len(reading.lines) else None


def quick_first(text: str, names: Collection[str]) -> tuple[str, str] | None:
    """The first of some top-level keys with its text, if everything before it is as plain; None otherwise."""
    for line, after in pairwise(text[:_HEAD].split("\n")[:-1]):
        found = _ENTRY.match(line)
        if line.startswith("#") or not line:
            continue
        if found is None or found["indent"] or found["dash"] or not found["key"] or found["plain"] is None:
            return None
        if not after or after.startswith(" "):  # the text may go on
            return None
        if found["key"] in names:
            return found["key"], found["plain"]
    return None


class _Lines:
    """A text's lines, and how far they were read: ``at`` is the line that comes next, ``offset`` where it begins."""

    def __init__(self, text: str) -> None:
        self.source = Source(text)
        self.lines = text.split("\n")[:-1]
        self.at = self.offset = 0
        self.indent = -1
        self.dash = self.key = ""
        while self.at < len(self.lines) and self.lines[self.at].startswith("#"):
            self.pass_line()
        self.look()

    def pass_line(self) -> None:
        self.offset += len(self.lines[self.at]) + 1
        self.at += 1

    def look(self) -> None:
        """See what kind of entry the next line is; at the end of the text it is none of any container."""
        if self.at == len(self.lines):
            self.indent = -1
            return
        found = _ENTRY.match(self.lines[self.at])
        if found is None:
            raise _UnknownError
        self.found = found
        self.indent, self.dash, self.key = len(found["indent"]), found["dash"] or "", found["key"] or ""

    def indent_of(self, at: int) -> int:
        """How far a line is indented; -1 past the end and for a line with nothing on it."""
        line = self.lines[at] if at < len(self.lines) else ""
        return len(line) - len(line.lstrip(" ")) if line.strip(" ") else -1

    # -- containers -------------------------------------------------------------------------------------------------

    def list_at(self, column: int, depth: int) -> ListNode:
        made = ListNode(self.source, self.offset + column)
        while self.indent == column and self.dash:
            made.value.append(self.map_at(column + 2, depth + 1) if self.key else self.text(column))
        made.end = made.value[-1].end
        return made

    def map_at(self, column: int, depth: int) -> MapNode:
        """The map whose entries stand at ``column``; the first may stand behind a dash."""
        made = MapNode(self.source, self.offset + column)
        behind_dash = self.indent == column - 2 and bool(self.dash)
        if depth > _DEEPEST:
            raise _UnknownError
        while behind_dash or (self.indent == column and not self.dash):
            behind_dash = False
            key = self.key
            if not key or key in made.value:
                raise _UnknownError
            start = self.offset + column
            made.keys[key] = Scalar(key, True, self.source, start, start + len(key))
            made.value[key] = self.below(column, depth) if self.found.lastgroup == "key" else self.text(column)
        if not made.value:
            raise _UnknownError
        made.end = next(reversed(made.value.values())).end
        return made

    def below(self, column: int, depth: int) -> Node:
        """What stands under a key with nothing behind it."""
        if self.lines[self.at].endswith(" "):
            raise _UnknownError
        self.pass_line()
        self.look()
        if self.indent <= column:
            raise _UnknownError
        return self.list_at(self.indent, depth + 1) if self.dash else self.map_at(self.indent, depth + 1)

    # -- texts ------------------------------------------------------------------------------------------------------

    def text(self, column: int) -> Node:
        """The text of the entry in hand, with those further lines that are indented by more than ``column``."""
        kind = self.found.lastgroup
        if kind not in ("plain", "quoted", "begun", "bar", "none"):
            raise _UnknownError
        start = self.offset + self.found.start(kind)
        end = self.offset + len(self.lines[self.at])
        value = self.found[kind]
        self.pass_line()
        made: Node
        if kind == "none":
            made = ListNode(self.source, start) if value == "[]" else MapNode(self.source, start)
            made.end = end
        elif kind == "bar":
            made = Scalar(self.block(column) + ("\n" if value == "|" else ""), False, self.source, start, self.offset)
        elif kind == "plain":
            value, end = self.plain(value, column, end)
            made = Scalar(value, True, self.source, start, end)
        else:
            if kind == "begun":
                value, end = self.quoted(value, column)
            made = Scalar(value.replace("''", "'"), False, self.source, start - 1, end)
        self.look()
        return made

    def plain(self, value: str, column: int, end: int) -> tuple[str, int]:
        """A plain text with its further lines, and where it ends."""
        parts = [value]
        while self.indent_of(self.at) > column:
            line = self.lines[self.at]
            part = line.lstrip(" ")
            if _MORE_PLAIN.match(part) is None:
                raise _UnknownError
            parts.append(part)
            end = self.offset + len(line)
            self.pass_line()
        return " ".join(parts), end

    def quoted(self, value: str, column: int) -> tuple[str, int]:
        """What stands in quotes that are closed on a further line, and where it ends."""
        parts = [value]
        while self.indent_of(self.at) > column and not parts[-1].endswith(" "):
            line = self.lines[self.at]
            found = _MORE_QUOTED.match(line.lstrip(" "))
            if found is None:
                break
            parts.append(found["text"])
            end = self.offset + len(line)
            self.pass_line()
            if found["end"]:
                return " ".join(parts), end
        raise _UnknownError

    def block(self, column: int) -> str:
        """The lines of a block, without their indent and without a line feed at the end."""
        indent = self.indent_of(self.at)
        if indent <= column:
            raise _UnknownError
        parts: list[str] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line and self.indent_of(self.at) < indent:
                if self.indent_of(self.at) > column or not line.strip(" "):
                    raise _UnknownError
                break
            parts.append(line[indent:])
            self.pass_line()
        if not parts[-1].strip(" "):
            raise _UnknownError
        return "\n".join(parts)
