"""One card's entry in strategy.yaml: read into an answer, and written as plain data.

An entry this program cannot read is kept raw, as it is, while everything around it opens.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from impactcards.deck.kinds import NumberAnswer, ScaleAnswer, TableAnswer
from impactcards.deck.model import AnswerKind, Card
from impactcards.faults import Fault
from impactcards.strategy.answer import Answer
from impactcards.strategy.kinds import Malformed, from_data, to_data
from impactcards.strategy.values import Item, TableRow, Value
from impactcards.text import clean
from impactcards.words import N_, Message
from impactcards.yamltext import ListNode, MapNode, Node, Scalar, dump, is_null, parse
from impactcards.yamltext import to_data as node_data

_TIMES = ("updated", "confirmed")
_KNOWN = frozenset({"value", "removed", "changed", *_TIMES, "put_off", "note"})
_PUT_OFF = ("later", "skipped")


def clean_data(node: Node) -> Any:
    """A node as plain data whose texts are clean."""
    return cleaned(node_data(node))


def cleaned(data: Any) -> Any:
    """Plain data with all its texts clean."""
    if isinstance(data, str):
        return clean(data)
    if isinstance(data, list | tuple):
        return [cleaned(entry) for entry in data]
    if isinstance(data, dict):
        return {clean(str(key)): cleaned(entry) for key, entry in data.items()}
    return data


def _value_data_of(kind: AnswerKind, node: Node) -> Any:
    """The plain data of a value. Only where the deck asks for a figure is ``1.50`` one; elsewhere it is that text."""
    if isinstance(kind, NumberAnswer | ScaleAnswer):
        return clean_data(node)
    if not isinstance(kind, TableAnswer) or not isinstance(node, ListNode):
        return _texts(node)
    figures = {column.id for column in kind.columns if isinstance(column.cell, NumberAnswer | ScaleAnswer)}
    known = {"id", *(column.id for column in kind.columns)}
    return [
        {
            key: clean_data(cell) if key in figures or key not in known else _texts(cell)
            for key, cell in row.value.items()
        }
        if isinstance(row, MapNode)
        else _texts(row)
        for row in node.value
    ]


def _texts(node: Node) -> Any:
    """A node whose scalars all are texts, or nothing."""
    if isinstance(node, Scalar):
        return None if is_null(node) else clean(node.value)
    if isinstance(node, ListNode):
        return [_texts(entry) for entry in node.value]
    return {clean(key): _texts(entry) for key, entry in node.value.items()}


def _place_of(node: Node, path: tuple[str | int, ...]) -> Node:
    """The node that ``path`` leads to, as far as it goes."""
    for step in path:
        held = node.value
        if isinstance(held, list) and isinstance(step, int) and step < len(held):
            node = held[step]
        elif isinstance(held, dict) and step in held:
            node = held[str(step)]
        else:
            break
    return node


class _Unread(Exception):
    """Part of an entry that cannot be read: where, and why."""

    def __init__(self, node: Node, message: Message) -> None:
        super().__init__(message)
        self.node = node
        self.message = message


def read_answer(card: Card | None, node: Node, file: str) -> tuple[Answer, list[Fault]]:
    """The answer in a card's entry. ``card`` is None if the deck does not know it: then the entry is kept raw."""
    if not isinstance(node, MapNode):
        return Answer(raw=clean_data(node)), [] if card is None else [_not_a_map(node, file)]
    fields: dict[str, Any] = {}
    try:
        fields.update(_fields(node))
        if card is None:
            return Answer(raw=clean_data(node), **fields), []
        fields.update(_value_and_removed(card, node))
        fields.update(_extra(node))
    except _Unread as unread:
        fault = Fault(file, unread.node.line, unread.node.column, unread.message)
        return Answer(raw=clean_data(node), **fields), [fault] if card is not None else []
    return Answer(**fields), []


def _not_a_map(node: Node, file: str) -> Fault:
    return Fault(
        file,
        node.line,
        node.column,
        Message(N_("An answer is written as “value: …” under the card's id. It is kept as it is.")),
    )


def _fields(node: MapNode) -> Iterator[tuple[str, Any]]:
    """What stands beside the value, one at a time, until something cannot be read."""
    for name in (*_TIMES, "note", "put_off", "changed"):
        held = node.value.get(name)
        if held is None or is_null(held):
            continue
        data = _texts(held)
        if name == "put_off" and data not in _PUT_OFF:
            raise _Unread(held, Message(N_("“put_off” is later or skipped. The answer is kept as it is.")))
        if name == "changed":
            if not isinstance(data, dict) or not all(isinstance(time, str) for time in data.values()):
                raise _Unread(
                    held, Message(N_("“changed” holds a time for an item's id. The answer is kept as it is."))
                )
        elif not isinstance(data, str):
            raise _Unread(held, Message(N_("“{key}” is a text. The answer is kept as it is."), key=name))
        yield name, data


def _extra(node: MapNode) -> dict[str, Any]:
    unknown = {key: clean_data(entry) for key, entry in node.value.items() if key not in _KNOWN}
    return {"extra": unknown} if unknown else {}


def _value_and_removed(card: Card, node: MapNode) -> Iterator[tuple[str, Any]]:
    for name in ("value", "removed"):
        held = node.value.get(name)
        if held is None or is_null(held):
            continue
        try:
            value = from_data(card, _value_data_of(card.answer, held))
        except Malformed as malformed:
            message = Message(
                N_("{problem} The answer is kept as it is and cannot be changed here."), problem=malformed.message
            )
            raise _Unread(_place_of(held, malformed.path), message) from malformed
        if name == "removed" and not card.answer.gives_items:
            raise _Unread(
                held, Message(N_("Only a list or a free table has removed items. The answer is kept as it is."))
            )
        yield name, value


def answer_data(card: Card | None, answer: Answer) -> Any:
    """An answer as it is written: only what it holds, in a fixed order. A raw one is what it was in the file."""
    fields: dict[str, Any] = {}
    for name in (*_TIMES, "put_off", "note"):
        if getattr(answer, name):
            fields[name] = getattr(answer, name)
    if answer.raw is not None:
        return {**answer.raw, **fields} if isinstance(answer.raw, dict) else answer.raw
    data: dict[str, Any] = {}
    if answer.value is not None:
        data["value"] = _value_data(card, answer.value)
    if answer.removed:
        data["removed"] = _value_data(card, answer.removed)
    if answer.changed:
        data["changed"] = dict(answer.changed)
    return {**data, **fields, **answer.extra}


def _value_data(card: Card | None, value: Value) -> Any:
    """A value as plain data, also one whose card the deck no longer has."""
    if card is not None:
        return to_data(card, value)
    if isinstance(value, tuple):
        return [_entry_data(entry) for entry in value]
    return value


def _entry_data(entry: Item | TableRow | str) -> Any:
    if isinstance(entry, Item):
        return {"id": entry.id, "text": entry.text}
    if isinstance(entry, TableRow):
        return {
            "id": entry.id,
            **{column: list(cell) if isinstance(cell, tuple) else cell for column, cell in entry.cells.items()},
        }
    return entry


def read_again(before: Card | None, card: Card | None, answer: Answer) -> Answer:
    """An answer as another version of its card reads it: raw if it cannot be read, and no longer raw if it can."""
    if answer.raw is None and before == card:
        return answer
    document = parse(dump(answer_data(before, answer)))
    return read_answer(card, document.root, "")[0] if document.root is not None else answer
