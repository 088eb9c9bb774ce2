"""What a scalar means where more than a text is wanted, decided by one small grammar instead of YAML 1.1's.

Only ``true``, ``false``, ``null``, whole and decimal numbers mean more than their text, and only without quotes.
``no``, ``on``, ``012``, ``12:30``, ``1_000`` and ``2024-01-01`` are texts.
"""

from __future__ import annotations

import re
from math import isfinite

from impactcards.yamltext.nodes import ListNode, Node, Scalar

_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)?(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_NUMBER_STARTS = frozenset("+-.0123456789")
_LONGEST_NUMBER = 300  # so that every number is also one for those who calculate with floats


def plain_value(text: str) -> str | int | float | bool | None:
    """What ``text`` means when it stands in a file without quotes."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_STARTS or len(text) > _LONGEST_NUMBER:
        return text
    if _INT.match(text):
        return int(text)
    if (
        _FLOAT.match(text)
        and text[-1] not in "+-"
        and any(character.isdigit() for character in text.lower().split("e")[0])
    ):
        number = float(text)
        return number if isfinite(number) else text
    return text


def is_null(node: Node) -> bool:
    """Whether nothing stands there: an empty value, ``null`` or ``~`` without quotes."""
    return isinstance(node, Scalar) and node.plain and node.value in _WORDS and _WORDS[node.value] is None


def as_bool(node: Node) -> bool | None:
    """The truth written there as ``true`` or ``false``, or None."""
    value = plain_value(node.value) if isinstance(node, Scalar) and node.plain else None
    return value if isinstance(value, bool) else None


def as_int(node: Node) -> int | None:
    """The whole number written there, or None."""
    value = plain_value(node.value) if isinstance(node, Scalar) and node.plain else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def as_number(node: Node) -> int | float | None:
    """The number written there, or None."""
    value = plain_value(node.value) if isinstance(node, Scalar) and node.plain else None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def to_data(node: Node) -> object:
    """The node as plain ``str``, ``int``, ``float``, ``bool``, ``None``, ``list`` and ``dict`` with text keys."""
    if isinstance(node, Scalar):
        return plain_value(node.value) if node.plain else node.value
    if isinstance(node, ListNode):
        return [to_data(entry) for entry in node.value]
    return {key: to_data(entry) for key, entry in node.value.items()}
