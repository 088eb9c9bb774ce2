"""The shapes a value in a deck file can have: each can check a node, and say itself as JSON Schema.

The table of the format (:mod:`impactcards.deck.format.table`) is put together from these. A spec notes every fault in the
context and goes on, so that an author sees all of them at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from impactcards.deck.format.context import Context
from impactcards.deck.format.lookup import absent
from impactcards.text import shortened
from impactcards.words import N_
from impactcards.yamltext import ListNode, MapNode, Node, Scalar, as_bool, as_int, as_number

Schema = dict[str, Any]
Rule = Callable[[MapNode, Context], None]

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_LONGEST_ID = 64
_YAML_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\Z")
_SPAN = re.compile(r"([1-9][0-9]{0,3}) (day|week|month|year)s?\Z")
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
        elif not node.value.strip():
            context.fault(node, N_("“{key}” is empty. Write something, or take the line out."), key=key)
        elif not self.lines and "\n" in node.value.rstrip("\n"):
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
        elif not _ID.match(word) or len(word) > _LONGEST_ID:
            context.fault(node, N_("“{word}” cannot be an id. Ids are lower-case words joined by hyphens, such as “{guess}”."),
                          word=shortened(word), guess=_as_id(word))

    def schema(self) -> Schema:
        taken = [*sorted(_YAML_WORDS), "id", *self.reserved]
        return {"type": "string", "pattern": ID_PATTERN, "maxLength": _LONGEST_ID, "not": {"enum": taken}}


def _as_id(word: str) -> str:
    """An id made of what an author typed, to be suggested."""
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
            context.fault(node, N_("“{key}” is at least {limit}, not {found}."), key=key, limit=self.minimum, found=number)
        elif self.maximum is not None and number > self.maximum:
            context.fault(node, N_("“{key}” is at most {limit}, not {found}."), key=key, limit=self.maximum, found=number)
        elif self.step is not None and number % self.step:
            context.fault(node, N_("“{key}” comes in steps of {step}: {near} instead of {found}."),
                          key=key, step=self.step, near=f"{round(number / self.step) * self.step:g}", found=number)

    def schema(self) -> Schema:
        return {"type": "number", **_bounds(self.minimum, self.maximum), **({"multipleOf": self.step} if self.step else {})}


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
            context.fault(node, N_("“{key}” is at least {limit}, not {found}."), key=key, limit=self.minimum, found=shortened(str(number)))
        elif self.maximum is not None and number > self.maximum:
            context.fault(node, N_("“{key}” is at most {limit}, not {found}."), key=key, limit=self.maximum, found=shortened(str(number)))

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
                node, node.value, self.words,
                N_("“{word}” is not known as “{key}”. It is one of: {known}."),
                N_("“{word}” is not known as “{key}”; “{guess}” was probably meant. It is one of: {known}."),
                key=key, known=", ".join(self.words),
            )

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


class LanguageTag(Spec):
    """A BCP 47 tag, such as en, de or de-x-sie."""

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is not Scalar:
            context.wrong_shape(node, key, N_("a language, such as en or de"))
        elif not _TAG.match(node.value):
            context.fault(node, N_("“{word}” is no language tag. Write en, de or the like."), word=shortened(node.value))

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}


class SpanSpec(Spec):
    """A length of time, such as 12 months."""

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is not Scalar or parse_span(node.value) is None:
            context.wrong_shape(node, key, N_("a length of time such as “10 days”, “2 weeks”, “6 months” or “1 year”"))

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^[1-9][0-9]{0,3} (day|week|month|year)s?$"}


def parse_span(text: str) -> tuple[int, str] | None:
    """``12 months`` as (12, "months"), or None."""
    found = _SPAN.match(text)
    return (int(found[1]), found[2] + "s") if found else None


class ListOf(Spec):
    """A list of one shape. Where its entries have ids, each id stands once."""

    def __init__(self, entry: Spec, at_least: int = 0, *, once: bool = False) -> None:
        self.entry = entry
        self.at_least = at_least
        self.once = once

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is not ListNode:
            context.wrong_shape(node, key, N_("a list, each entry on a line that begins with a dash"))
            return
        if len(node.value) < self.at_least:
            context.fault(node, N_("“{key}” is empty; it needs at least {limit}."), key=key, limit=self.at_least)
        check = self.entry.check
        for entry in node.value:
            check(entry, context, key)
        if self.entry.has_ids:
            _ids_once(node, context)
        elif self.once:
            _entries_once(node, context, key)

    def schema(self) -> Schema:
        unique = {"uniqueItems": True} if self.once else {}
        return {"type": "array", "items": self.entry.schema(), **({"minItems": self.at_least} if self.at_least else {}), **unique}


def _ids_once(node: ListNode, context: Context) -> None:
    seen: dict[str, Scalar] = {}
    for entry in node.value:
        found = entry.value.get("id") if type(entry) is MapNode else None
        if type(found) is Scalar:
            first = seen.setdefault(found.value, found)
            if first is not found:
                context.fault(found, N_("The id “{word}” stands here a second time; it is already in line {line}. Every id stands once."),
                              word=shortened(found.value), line=first.line)


def _entries_once(node: ListNode, context: Context, key: str) -> None:
    seen: set[str] = set()
    for entry in node.value:
        if type(entry) is Scalar:
            if entry.value in seen:
                context.fault(entry, N_("“{word}” stands twice in “{key}”. Once is enough."), word=shortened(entry.value), key=key)
            seen.add(entry.value)


class Pair(Spec):
    """A list of exactly two, the first not above the second."""

    def __init__(self, minimum: int) -> None:
        self.minimum = minimum

    def check(self, node: Node, context: Context, key: str) -> None:
        numbers = [as_int(entry) for entry in node.value] if type(node) is ListNode else []
        if len(numbers) != 2 or numbers[0] is None or numbers[1] is None or not self.minimum <= numbers[0] <= numbers[1]:
            context.wrong_shape(node, key, N_("two whole numbers, the smaller first, such as [1, 6]"))

    def schema(self) -> Schema:
        entry = {"type": "integer", "minimum": self.minimum}
        return {"type": "array", "items": entry, "minItems": 2, "maxItems": 2}


class MapOf(Spec):
    """Keys of one shape with values of one shape."""

    def __init__(self, key: Spec, entry: Spec) -> None:
        self.key = key
        self.entry = entry

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is not MapNode:
            context.wrong_shape(node, key, N_("keys with values"))
            return
        for name, entry in node.value.items():
            if not name.startswith("x-"):
                self.key.check(node.keys[name], context, key)
                self.entry.check(entry, context, name)

    def schema(self) -> Schema:
        names = {name: value for name, value in self.key.schema().items() if name != "type"}
        return {"type": "object", "propertyNames": {"anyOf": [names, {"pattern": "^x-"}]},
                "patternProperties": {"^x-": {}}, "additionalProperties": self.entry.schema()}


class Key:
    """One key of a map. A ``word`` is translated by overlays; ``flat`` lifts a map's words to its parent in an overlay."""

    def __init__(
        self, spec: Spec, about: str = "", *, required: bool = False, word: bool = False, flat: bool = False
    ) -> None:
        self.spec = spec
        self.about = about
        self.required = required
        self.word = word
        self.flat = flat


class Map(Spec):
    """A map with known keys. ``rules`` see what single keys cannot; ``elsewhere`` are keys that go with another kind."""

    def __init__(
        self, keys: Mapping[str, Key], rules: Sequence[Rule] = (), elsewhere: frozenset[str] = frozenset()
    ) -> None:
        self.keys = keys
        self.rules = rules
        self.elsewhere = elsewhere
        self.required = tuple(name for name, key in keys.items() if key.required)

    @property
    def has_ids(self) -> bool:
        return "id" in self.keys

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is not MapNode:
            context.wrong_shape(node, key, N_("keys with values, such as “id: goals”"))
            return
        known = self.keys
        for name, entry in node.value.items():
            found = known.get(name)
            if found is None:
                if not name.startswith("x-"):
                    self._unknown(node.keys[name], context, key)
            elif absent(entry):
                if found.required:
                    context.fault(node.keys[name], N_("“{key}” is empty. It is needed here."), key=name)
            else:
                found.spec.check(entry, context, name)
        for name in self.required:
            if name not in node.value:
                context.fault(node, N_("“{key}” is missing here."), key=name)
        for rule in self.rules:
            rule(node, context)

    def _unknown(self, name: Scalar, context: Context, key: str) -> None:
        if name.value in self.elsewhere:
            context.fault(name, N_("“{word}” does not go with this kind. Known here: {known}."),
                          word=name.value, known=", ".join(self.keys))
        else:
            context.unknown(
                name, name.value, self.keys,
                N_("“{word}” is no key of “{key}”. Known here: {known}. A key of your own begins with x-."),
                N_("“{word}” is no key of “{key}”; “{guess}” was probably meant."),
                key=key, known=", ".join(self.keys),
            )

    def schema(self) -> Schema:
        return {
            "type": "object",
            "properties": {name: _described(key) for name, key in self.keys.items()},
            "patternProperties": {"^x-": {}},
            "additionalProperties": False,
            **({"required": list(self.required)} if self.required else {}),
        }


def _described(key: Key) -> Schema:
    schema = key.spec.schema() if key.required else _or_nothing(key.spec.schema())
    return {"description": key.about, **schema} if key.about else schema


def _or_nothing(schema: Schema) -> Schema:
    """A key that is not needed may have nothing behind its colon."""
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    if isinstance(schema.get("type"), list):
        return {**schema, "type": [*schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


class Kinds(Spec):
    """A map whose other keys depend on one of them, such as an answer's ``kind``."""

    def __init__(self, by: str, variants: Mapping[str, Map], other_words: Mapping[str, str] | None = None) -> None:
        self.by = by
        self.variants = variants
        self.other_words = other_words or {}
        self.names = OneOf(tuple(variants))

    @property
    def has_ids(self) -> bool:
        return any(variant.has_ids for variant in self.variants.values())

    def check(self, node: Node, context: Context, key: str) -> None:
        if type(node) is not MapNode:
            context.wrong_shape(node, key, N_("keys with values, such as “kind: text”"))
            return
        name = node.value.get(self.by)
        if name is None or absent(name):
            context.fault(node, N_("“{key}” is missing here. It is one of: {known}."), key=self.by, known=", ".join(self.variants))
        elif type(name) is Scalar and name.value in self.variants:
            self.variants[name.value].check(node, context, key)
        elif type(name) is Scalar and name.value in self.other_words:
            context.fault(name, self.other_words[name.value], word=name.value, known=", ".join(self.variants))
        else:
            self.names.check(name, context, self.by)

    def schema(self) -> Schema:
        branches = [
            {"if": {"properties": {self.by: {"const": name}}, "required": [self.by]}, "then": variant.schema()}
            for name, variant in self.variants.items()
        ]
        return {"type": "object", "required": [self.by], "properties": {self.by: {"enum": list(self.variants)}}, "allOf": branches}
