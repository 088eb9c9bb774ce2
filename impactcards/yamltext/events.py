"""The parser's events that make nodes, within bounds: how deep, how many, and nothing but plain YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from impactcards.text import shortened
from impactcards.words import N_, Message
from impactcards.yamltext.bounds import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator


class PurePythonParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """The same events without PyYAML's C half, slower."""

    def __init__(self, stream: str) -> None:
        yaml.reader.Reader.__init__(self, stream)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


# The name is known only where PyYAML was built with its C half.
parser_class: Any = getattr(yaml, "CSafeLoader", PurePythonParser)


def bounded_events(text: str, max_depth: int, max_nodes: int) -> Iterator[Any]:
    """The events of scalars, and of lists and maps beginning and ending; :class:`RefusedError` where a bound is met."""
    parser = parser_class(text)
    get_event = parser.get_event
    documents = nodes = depth = 0
    try:
        while (event := get_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                nodes += 1
                if event.anchor is not None or event.tag is not None or nodes > max_nodes:
                    _refuse(event, max_nodes)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                nodes += 1
                depth += 1
                if event.anchor is not None or event.tag is not None or nodes > max_nodes:
                    _refuse(event, max_nodes)
                if depth > max_depth:
                    _stop(event, N_("This is nested too deeply: at most {limit} levels are read."), limit=max_depth)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                depth -= 1
            elif kind is AliasEvent:
                _refuse(event, max_nodes)
            else:
                if kind is DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        _stop(event, N_("A second document begins here. A file holds one: delete the line “---”."))
                continue
            yield event
    finally:
        parser.dispose()


def _refuse(event: Any, max_nodes: int) -> NoReturn:
    """Say why a node is not taken: an anchor, an alias, a tag, or one node too many."""
    if getattr(event, "anchor", None) is not None:
        sign = "*" if type(event) is AliasEvent else "&"
        message = N_(
            "“{word}” is a YAML anchor or alias, which is not read here. "
            "Put quotes around a text that begins with {sign}."
        )
        _stop(event, message, word=shortened(sign + event.anchor, 30), sign=sign)
    if event.tag is not None:
        message = N_("“{word}” is a YAML tag, which is not read here. Put quotes around a text that begins with “!”.")
        _stop(event, message, word=shortened(event.tag.replace("tag:yaml.org,2002:", "!!"), 30))
    _stop(event, N_("The file holds too many entries: at most {limit} are read."), limit=max_nodes)


def _stop(event: Any, text: str, **params: object) -> NoReturn:
    mark = event.start_mark
    raise RefusedError(mark.line + 1, mark.column + 1, Message(text, **params))
