"""The shapes a value in a deck file can have: each can check a node, and say itself as JSON Schema.

The table of the format (:mod:`impactcards.deck.format.table`) is put together from these. A spec notes every fault in
the context and goes on, so that an author sees all of them at once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from impactcards.text import clean, shortened
from impactcards.words import N_
from impactcards.yamltext import Node, Scalar, as_bool, as_int, as_number

if TYPE_CHECKING:
    from impactcards.deck.format.context import Context
from impactcards.deck.spans import parse_span

Schema = dict[str, Any]

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_LONGEST_ID = 64
_YAML_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\Z")
ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
_ANY_SCALAR = ["string", "number", "boolean"]


class Spec:
    """A shape. ``check`` notes what is wrong with a node that stands under ``key``."""

    @property
    def has_ids(self) -> bool:
        """Whether it is a map with an id, so that a list of it holds each id once."""
        return False

    def check(self, node: Node, context: Context, key: str) -> None:
        raise NotImplementedError

    def schema(self) -> Schema:
        raise NotImplementedError


class Text(Spec):
    """Words for people. ``lines`` is whether they may have several lines."""

    def __init__(self, *, lines: bool = True) -> None:
        self.lines = lines

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is not Scalar:
            context.wrong_shape(node, key, N_("a text"))
            return
        text = clean(node.value).strip()
        if not text:
            context.fault(node, N_("“{key}” is empty. Write something, or take the line out."), key=key)
        elif not self.lines and "\n" in text:
            context.fault(node, N_("“{key}” has to fit on one line."), key=key)

    def schema(self) -> Schema:
        return {"type": _ANY_SCALAR, "minLength": 1}


class Id(Spec):
    """The name by which everything refers to something. ``reserved`` are ids that mean something else in this place."""

    def __init__(self, reserved: tuple[str, ...] = ()) -> None:
        self.reserved = reserved

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is not Scalar:
            context.wrong_shape(node, key, N_("an id, a lower-case word such as “goals”"))
            return
        word = node.value
        if word in _YAML_WORDS:
            context.fault(node, N_("“{word}” cannot be an id, because YAML has another meaning for it."), word=word)
        elif word == "id" or word in self.reserved:
            context.fault(node, N_("“{word}” cannot be an id here, because it is a key of the format."), word=word)
        elif len(word) > _LONGEST_ID:
            message = N_("“{word}” is too long for an id, which has at most {limit} characters.")
            context.fault(node, message, word=shortened(word), limit=_LONGEST_ID)
        elif not _ID.match(word):
            context.fault(
                node,
                N_("“{word}” cannot be an id. Ids are lower-case words joined by hyphens, such as “{guess}”."),
                word=shortened(word),
                guess=id_from(word),
            )

    def schema(self) -> Schema:
        taken = [*sorted(_YAML_WORDS), "id", *self.reserved]
        return {"type": "string", "pattern": ID_PATTERN, "maxLength": _LONGEST_ID, "not": {"enum": taken}}


def is_id(word: str) -> bool:
    """Whether a word can be an id."""
    return _ID.match(word) is not None and len(word) <= _LONGEST_ID and word not in _YAML_WORDS and word != "id"


def id_from(word: str) -> str:
    """An id made of what an author typed."""
    folded = word.lower().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    slug = re.sub("[^a-z0-9]+", "-", folded[:_LONGEST_ID]).strip("-").lstrip("0123456789-")
    return slug if slug and slug != "id" and slug not in _YAML_WORDS else "goals"


class Number(Spec):
    """A number within bounds, in steps of ``step`` if given."""

    def __init__(self, minimum: float | None = None, maximum: float | None = None, step: float | None = None) -> None:
        self.minimum = minimum
        self.maximum = maximum
        self.step = step

    def check(self, node: Node, context: Context, key: str) -> None:
        number = as_number(node)
        if number is None:
            context.wrong_shape(node, key, N_("a number"))
        elif self.minimum is not None and number < self.minimum:
            context.fault(
                node, N_("“{key}” is at least {limit}, not {found}."), key=key, limit=self.minimum, found=number
            )
        elif self.maximum is not None and number > self.maximum:
            context.fault(
                node, N_("“{key}” is at most {limit}, not {found}."), key=key, limit=self.maximum, found=number
            )
        elif self.step is not None and number % self.step:
            context.fault(
                node,
                N_("“{key}” comes in steps of {step}: {near} instead of {found}."),
                key=key,
                step=self.step,
                near=f"{round(number / self.step) * self.step:g}",
                found=number,
            )

    def schema(self) -> Schema:
        return {
            "type": "number",
            **_bounds(self.minimum, self.maximum),
            **({"multipleOf": self.step} if self.step else {}),
        }


class Int(Spec):
    """A whole number within bounds."""

    def __init__(self, minimum: int | None = None, maximum: int | None = None) -> None:
        self.minimum = minimum
        self.maximum = maximum

    def check(self, node: Node, context: Context, key: str) -> None:
        number = as_int(node)
        if number is None:
            context.wrong_shape(node, key, N_("a whole number"))
        elif self.minimum is not None and number < self.minimum:
            context.fault(
                node,
                N_("“{key}” is at least {limit}, not {found}."),
                key=key,
                limit=self.minimum,
                found=shortened(str(number)),
            )
        elif self.maximum is not None and number > self.maximum:
            context.fault(
                node,
                N_("“{key}” is at most {limit}, not {found}."),
                key=key,
                limit=self.maximum,
                found=shortened(str(number)),
            )

    def schema(self) -> Schema:
        return {"type": "integer", **_bounds(self.minimum, self.maximum)}


def _bounds(minimum: float | None, maximum: float | None) -> Schema:
    return {key: value for key, value in (("minimum", minimum), ("maximum", maximum)) if value is not None}


class Bool(Spec):
    """``true`` or ``false``."""

    def check(self, node: Node, context: Context, key: str) -> None:
        if as_bool(node) is None:
            context.wrong_shape(node, key, N_("true or false"))

    def schema(self) -> Schema:
        return {"type": "boolean"}


class OneOf(Spec):
    """One of some fixed words."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is not Scalar:
            context.wrong_shape(node, key, N_("one word"))
        elif node.value not in self.words:
            context.unknown(
                node,
                node.value,
                self.words,
                N_("“{word}” is not known as “{key}”. It is one of: {known}."),
                N_("“{word}” is not known as “{key}”; “{guess}” was probably meant. It is one of: {known}."),
                key=key,
                known=", ".join(self.words),
            )

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


class LanguageTag(Spec):
    """A BCP 47 tag, such as en, de or de-x-sie."""

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is not Scalar:
            context.wrong_shape(node, key, N_("a language, such as en or de"))
        elif not _TAG.match(node.value):
            context.fault(
                node, N_("“{word}” is no language tag. Write en, de or the like."), word=shortened(node.value)
            )

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}


class SpanSpec(Spec):
    """A length of time, such as 12 months."""

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is not Scalar or parse_span(node.value) is None:
            context.wrong_shape(node, key, N_("a length of time such as “10 days”, “2 weeks”, “6 months” or “1 year”"))

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^[1-9][0-9]{0,3} (day|week|month|year)s?$"}
