"""The shapes that hold others: lists, and maps with known keys. Each checks what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from impactcards.deck.format.context import Context
from impactcards.deck.format.lookup import absent
from impactcards.deck.format.specs import OneOf, Schema, Spec
from impactcards.text import shortened
from impactcards.words import N_
from impactcards.yamltext import ListNode, MapNode, Node, Scalar, as_int

Rule = Callable[[MapNode, Context], object]


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
        if not node.value and self.at_least:
            context.fault(node, N_("“{key}” is an empty list. Put something into it."), key=key)
        elif len(node.value) < self.at_least:
            context.fault(node, N_("“{key}” needs at least {limit} entries."), key=key, limit=self.at_least)
        check = self.entry.check
        for entry in node.value:
            check(entry, context, key)
        if self.entry.has_ids:
            _ids_once(node, context)
        elif self.once:
            _entries_once(node, context, key)

    def schema(self) -> Schema:
        unique = {"uniqueItems": True} if self.once else {}
        return {
            "type": "array",
            "items": self.entry.schema(),
            **({"minItems": self.at_least} if self.at_least else {}),
            **unique,
        }


def _ids_once(node: ListNode, context: Context) -> None:
    seen: dict[str, Scalar] = {}
    for entry in node.value:
        found = entry.value.get("id") if type(entry) is MapNode else None
        if type(found) is Scalar:
            first = seen.setdefault(found.value, found)
            if first is not found:
                context.fault(
                    found,
                    N_(
                        "The id “{word}” stands here a second time; it is already in line {line}. Every id stands once."
                    ),
                    word=shortened(found.value),
                    line=first.line,
                )


def _entries_once(node: ListNode, context: Context, key: str) -> None:
    seen: set[str] = set()
    for entry in node.value:
        if type(entry) is Scalar:
            if entry.value in seen:
                context.fault(
                    entry, N_("“{word}” stands twice in “{key}”. Once is enough."), word=shortened(entry.value), key=key
                )
            seen.add(entry.value)


class Pair(Spec):
    """A list of exactly two, the first not above the second."""

    def __init__(self, minimum: int) -> None:
        self.minimum = minimum

    def check(self, node: Node, context: Context, key: str) -> None:
        numbers = [as_int(entry) for entry in node.value] if type(node) is ListNode else []
        if (
            len(numbers) != 2
            or numbers[0] is None
            or numbers[1] is None
            or not self.minimum <= numbers[0] <= numbers[1]
        ):
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
        return {
            "type": "object",
            "propertyNames": {"anyOf": [names, {"pattern": "^x-"}]},
            "patternProperties": {"^x-": {}},
            "additionalProperties": self.entry.schema(),
        }


class Key:
    """One key of a map. A ``word`` is translated; ``flat`` lifts the words of a map to its parent in a translation."""

    def __init__(
        self, spec: Spec, about: str = "", *, required: bool = False, word: bool = False, flat: bool = False
    ) -> None:
        self.spec = spec
        self.about = about
        self.required = required
        self.word = word
        self.flat = flat


class Map(Spec):
    """A map with known keys. ``rules`` see what single keys cannot; ``elsewhere`` are keys of other kinds."""

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
            context.fault(
                name,
                N_("“{word}” does not go with this kind. Known here: {known}."),
                word=name.value,
                known=", ".join(self.keys),
            )
        else:
            context.unknown(
                name,
                name.value,
                self.keys,
                N_("“{word}” is no key of “{key}”. Known here: {known}. A key of your own begins with x-."),
                N_("“{word}” is no key of “{key}”; “{guess}” was probably meant."),
                key=key,
                known=", ".join(self.keys),
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
            context.fault(
                node, N_("“{key}” is missing here. It is one of: {known}."), key=self.by, known=", ".join(self.variants)
            )
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
        return {
            "type": "object",
            "required": [self.by],
            "properties": {self.by: {"enum": list(self.variants)}},
            "allOf": branches,
        }
