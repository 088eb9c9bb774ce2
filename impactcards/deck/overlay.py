"""Translations: words laid over a deck's tree by id, before it is built.

Structure stands once, in the base file. What may be translated is what the format's table marks as words; a translation
is first checked as a whole, so that a faulty one changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from impactcards.deck.format.context import Context, TooManyFaults
from impactcards.deck.format.entries import DealSpec
from impactcards.deck.format.lookup import absent, list_in, scalar_in, text_in
from impactcards.deck.format.specs import Key, Kinds, LanguageTag, ListOf, Map, MapOf, Spec, Text
from impactcards.deck.format.table import DECK
from impactcards.deck.format.validate import in_file_order
from impactcards.text import shortened
from impactcards.words import N_
from impactcards.yamltext import ListNode, MapNode, Node, Scalar, parse

if TYPE_CHECKING:
    from pathlib import Path

    from impactcards.faults import Fault

_HEAD = ("translates", "language", "version")


@dataclass(frozen=True)
class Laid:
    """What came of a translation: its faults, and the nodes of it that now stand in the base's tree."""

    faults: tuple[Fault, ...] = ()
    nodes: frozenset[int] = frozenset()


def lay_over(base: Node, data: bytes, path: Path, tag: str, max_bytes: int) -> Laid:
    """Put the words of the translation ``data`` into the tree ``base``, or say what is wrong and leave it as it is."""
    document = parse(data, str(path), max_bytes=max_bytes)
    if document.root is None:
        return Laid(document.faults)
    context = Context(str(path))
    walk = _Walk(context)
    try:
        _check_head(document.root, base, tag, context)
        walk.map(document.root, base, DECK, "translation", top=True)
    except TooManyFaults:
        pass
    faults = (*document.faults, *context.faults)
    if faults:
        return Laid(tuple(in_file_order(list(faults))))
    for place in walk.places:
        place.put()
    return Laid(nodes=frozenset(id(place.word) for place in walk.places))


def _check_head(root: Node, base: Node, tag: str, context: Context) -> None:
    """A translation says of which deck, in which version, and into which language it is."""
    if not isinstance(root, MapNode):
        return
    for key in _HEAD:
        if absent(root.value.get(key)):
            context.fault(root, N_("“{key}” is missing here."), key=key)
    deck_id, version = text_in(base, "id"), text_in(base, "version")
    translates, language, said = (scalar_in(root, key) for key in _HEAD)
    if translates is not None and translates.value != deck_id:
        context.fault(translates, N_("This translates “{word}”, but the deck beside it is “{deck}”."),
                      word=shortened(translates.value), deck=deck_id)
    if said is not None and said.value != version and translates is not None and translates.value == deck_id:
        context.fault(said, N_("This translates version {said}, but the deck has version {version}. Look through what changed, "
                               "then write {version} here."), said=shortened(said.value), version=version)
    if language is not None:
        LanguageTag().check(language, context, "language")
        if language.value.lower() != tag.lower().replace("_", "-"):
            context.fault(language, N_("This says “{word}”, but the name of the file says “{tag}”."), word=shortened(language.value), tag=tag)


@dataclass(frozen=True, slots=True)
class _Place:
    """A word of the translation and where it goes."""

    into: MapNode | ListNode
    at: str | int
    word: Node
    name: Scalar | None = None

    def put(self) -> None:
        if isinstance(self.into, MapNode):
            assert isinstance(self.at, str)
            self.into.value[self.at] = self.word
            if self.name is not None:
                self.into.keys.setdefault(self.at, self.name)
        else:
            assert isinstance(self.at, int)
            self.into.value[self.at] = self.word


class _Walk:
    """Walks a translation and its base side by side, noting faults and where each word goes."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.places: list[_Place] = []

    def map(self, node: Node, base: Node, spec: Map, key: str, *, top: bool = False) -> None:
        """Words of one map."""
        if not isinstance(node, MapNode):
            self.context.wrong_shape(node, key, N_("keys with their words"))
            return
        assert isinstance(base, MapNode)
        known = translatable(spec)
        for name, entry in node.value.items():
            if name.startswith("x-") or (top and name in _HEAD) or absent(entry):
                continue
            if name not in known:
                self.unknown(node.keys[name], spec, known, key, (*_HEAD, *known) if top else tuple(known))
                continue
            found = known[name]
            owner = base
            if found.parent:
                lifted = base.value.get(found.parent)
                if not isinstance(lifted, MapNode):
                    self.context.fault(node.keys[name], N_("The deck has no “{key}”, so there is nothing to translate here."), key=name)
                    continue
                owner = lifted
            self.value(node.keys[name], entry, owner, name, found)

    def unknown(self, name: Scalar, spec: Map, known: dict[str, Translatable], key: str, said: tuple[str, ...]) -> None:
        if name.value in spec.keys:
            self.context.fault(name, N_("“{word}” is no word to translate; it stands only in the deck itself. Take it out here."), word=name.value)
        else:
            self.context.unknown(
                name, name.value, said, N_("“{word}” is nothing to translate in “{key}”. Known here: {known}."),
                N_("“{word}” is nothing to translate in “{key}”; “{guess}” was probably meant."), key=key, known=", ".join(said),
            )

    def value(self, name: Scalar, node: Node, owner: MapNode, key: str, found: Translatable) -> None:
        """The words under one key."""
        if isinstance(found.spec, DealSpec):
            self.gives(node, owner, key)
            return
        base = owner.value.get(key)
        if found.word:
            if isinstance(found.spec, MapOf) and isinstance(base, MapNode):
                self.by_key(node, base, found.spec, key)
            elif base is None or absent(base):
                self.context.fault(name, N_("The deck has no “{key}” here, so there is nothing to translate."), key=key)
            else:
                before = len(self.context.faults)
                found.spec.check(node, self.context, key)
                if len(self.context.faults) == before:
                    self.places.append(_Place(owner, key, node, name))
        elif base is None or absent(base):
            self.context.fault(name, N_("The deck has no “{key}” here, so there is nothing to translate."), key=key)
        else:
            self.inner(node, base, found.spec, key)

    def inner(self, node: Node, base: Node, spec: Spec, key: str) -> None:
        """Words deeper down: of one map, or of the entries of a list by their ids."""
        if isinstance(spec, ListOf):
            self.by_id(node, base, spec.entry, key)
            return
        if isinstance(spec, Kinds):
            spec = spec.variants[text_in(base, spec.by)]
        if isinstance(spec, Map):
            self.map(node, base, spec, key)
        else:  # rows: a list in the base, or none to translate
            fixed = getattr(spec, "fixed", None)
            if fixed is not None and isinstance(base, ListNode):
                self.by_id(node, base, fixed.entry, key)
            else:
                self.context.fault(node, N_("The deck has no “{key}” here, so there is nothing to translate."), key=key)

    def by_id(self, node: Node, base: Node, spec: Spec, key: str) -> None:
        if not isinstance(node, MapNode):
            self.context.wrong_shape(node, key, N_("ids with their words"))
            return
        assert isinstance(base, ListNode)
        entries = {text_in(entry, "id"): entry for entry in base.value}
        for name, entry in node.value.items():
            if name.startswith("x-") or absent(entry):
                continue
            if name not in entries:
                self.context.unknown(node.keys[name], name, entries, N_("The deck has no “{word}” in “{key}”."),
                                     N_("The deck has no “{word}” in “{key}”; “{guess}” was probably meant."), key=key)
            else:
                self.inner(entry, entries[name], spec, name)

    def by_key(self, node: Node, base: MapNode, spec: MapOf, key: str) -> None:
        """Words of a map whose keys are free, such as the labels of a scale."""
        before = len(self.context.faults)
        spec.check(node, self.context, key)
        if len(self.context.faults) > before or not isinstance(node, MapNode):
            return
        for name, entry in node.value.items():
            if name in base.value:
                self.places.append(_Place(base, name, entry, node.keys[name]))
            elif not name.startswith("x-"):
                self.context.unknown(node.keys[name], name, base.value, N_("The deck has no “{word}” in “{key}”."),
                                     N_("The deck has no “{word}” in “{key}”; “{guess}” was probably meant."), key=key)

    def gives(self, node: Node, recipe: MapNode, key: str) -> None:
        """What each card contributes to a recipe: ``gives: {CARD: words}`` over the base's ``cards``."""
        deals: dict[str, MapNode] = {}
        for entry in list_in(recipe, "cards"):
            if isinstance(entry, MapNode) and "gives" in entry.value:
                deals[text_in(entry, "card")] = entry
        if not isinstance(node, MapNode):
            self.context.wrong_shape(node, key, N_("cards with their words"))
            return
        for name, entry in node.value.items():
            if name.startswith("x-") or absent(entry):
                continue
            if name in deals:
                before = len(self.context.faults)
                Text(lines=False).check(entry, self.context, name)
                if len(self.context.faults) == before:
                    self.places.append(_Place(deals[name], "gives", entry))
            else:
                self.context.unknown(node.keys[name], name, deals, N_("The deck has no “{word}” in “{key}”."),
                                     N_("The deck has no “{word}” in “{key}”; “{guess}” was probably meant."), key=key)


@dataclass(frozen=True, slots=True)
class Translatable:
    """A key that a translation may have: words themselves, or something with words deeper down.

    ``parent`` is the key of the base under which it stands, where a translation lifts it (``document``).
    """

    spec: Spec
    word: bool
    parent: str = ""


_TRANSLATABLE: dict[int, dict[str, Translatable]] = {}


def translatable(spec: Map) -> dict[str, Translatable]:
    """The keys that a translation of this map may have."""
    found = _TRANSLATABLE.get(id(spec))
    if found is None:
        found = {}
        for name, key in spec.keys.items():
            if key.word:
                found[name] = Translatable(key.spec, True)
            elif key.flat and isinstance(key.spec, Map):
                for inner_name, inner in translatable(key.spec).items():
                    found[inner_name] = Translatable(inner.spec, inner.word, name)
            elif isinstance(key.spec, ListOf) and isinstance(key.spec.entry, DealSpec):
                found["gives"] = Translatable(key.spec.entry, False)
            elif has_words(key.spec):
                found[name] = Translatable(key.spec, False)
        _TRANSLATABLE[id(spec)] = found
    return found


def has_words(spec: Spec) -> bool:
    """Whether there is anything to translate in it."""
    if isinstance(spec, ListOf):
        return has_words(spec.entry) and spec.entry.has_ids
    if isinstance(spec, Kinds):
        return any(has_words(variant) for variant in spec.variants.values())
    if isinstance(spec, Map):
        return bool(translatable(spec))
    fixed = getattr(spec, "fixed", None)
    return fixed is not None and has_words(fixed)


__all__ = ["Key", "Laid", "Translatable", "has_words", "lay_over", "translatable"]
