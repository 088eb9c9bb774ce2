"""Translations: words laid over a deck's tree by id, before it is built.

Structure stands once, in the base file. A translation is first checked as a whole: a faulty one changes nothing.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from impactcards.deck.format.context import Context, TooManyFaultsError
from impactcards.deck.format.entries import DealSpec, RowsSpec
from impactcards.deck.format.lookup import absent, list_in, scalar_in, text_in
from impactcards.deck.format.maps import Kinds, ListOf, Map, MapOf
from impactcards.deck.format.specs import LanguageTag, Spec, Text
from impactcards.deck.format.table import DECK
from impactcards.deck.format.validate import in_file_order
from impactcards.deck.translatable import HEAD, Translatable, translatable
from impactcards.text import shortened
from impactcards.words import N_
from impactcards.yamltext import ListNode, MapNode, Node, Scalar, parse

if TYPE_CHECKING:
    from pathlib import Path

    from impactcards.faults import Fault

_MISSING = N_("“{key}” is missing here.")
_NOTHING_THERE = N_("The deck has no “{key}” here, so there is nothing to translate.")
_UNKNOWN_ID = N_("The deck has no “{word}” in “{key}”.")
_UNKNOWN_ID_BUT = N_("The deck has no “{word}” in “{key}”; “{guess}” was probably meant.")


class Laid:
    """What came of a translation: its tree, its faults, and the words of it that now stand in the deck's tree."""

    def __init__(self, root: Node | None, faults: tuple[Fault, ...], words: list[Node]) -> None:
        self.root = root
        self.faults = faults
        self.words = words


def lay_over(base: MapNode, data: bytes, path: Path, tag: str, max_bytes: int) -> Laid:
    """Put the words of the translation ``data`` into the tree ``base``, or say what is wrong and leave it as it is."""
    document = parse(data, str(path), max_bytes=max_bytes)
    if document.root is None:
        return Laid(None, document.faults, [])
    context = Context(str(path))
    walk = _Walk(context)
    with suppress(TooManyFaultsError):
        _check_head(document.root, base, tag, context)
        walk.top(document.root, base)
    faults = in_file_order([*document.faults, *context.faults])
    if faults:
        return Laid(document.root, tuple(faults), [])
    for owner, key, name, word in walk.places:
        owner.value[key] = word
        owner.keys.setdefault(key, name)
    return Laid(document.root, (), [word for _, _, _, word in walk.places])


def _check_head(root: Node, base: MapNode, tag: str, context: Context) -> None:
    """A translation says of which deck, in which version, and into which language it is."""
    if not isinstance(root, MapNode):
        return
    for key in HEAD:
        if absent(root.value.get(key)):
            context.fault(root, _MISSING, key=key)
    deck_id, version = text_in(base, "id"), text_in(base, "version")
    translates, language, said = (scalar_in(root, key) for key in HEAD)
    if translates is not None and translates.value != deck_id:
        context.fault(
            translates,
            N_("This translates “{word}”, but the deck beside it is “{deck}”."),
            word=shortened(translates.value),
            deck=deck_id,
        )
    elif said is not None and said.value != version:
        context.fault(
            said,
            N_(
                "This translates version {said}, but the deck has version {version}. "
                "Look through what changed, then write {version} here."
            ),
            said=shortened(said.value),
            version=version,
        )
    if language is not None:
        LanguageTag().check(language, context, "language")
        if language.value.lower() != tag.lower().replace("_", "-"):
            context.fault(
                language,
                N_("This says “{word}”, but the name of the file says “{tag}”."),
                word=shortened(language.value),
                tag=tag,
            )


class _Walk:
    """Walks a translation and its deck side by side, noting faults and where each word goes."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.places: list[tuple[MapNode, str, Scalar, Node]] = []

    def top(self, node: Node, base: MapNode) -> None:
        """The translation itself: its head, and words of the deck."""
        if isinstance(node, MapNode):
            words = MapNode(node.source, node.start)
            words.value = {name: entry for name, entry in node.value.items() if name not in HEAD}
            words.keys = node.keys
            node = words
        self.map(node, base, DECK, "translation")

    def map(self, node: Node, base: MapNode, spec: Map, key: str) -> None:
        """Words of one map."""
        if not isinstance(node, MapNode):
            self.context.wrong_shape(node, key, N_("keys with their words"))
            return
        known = translatable(spec)
        for name, entry in node.value.items():
            if name.startswith("x-") or absent(entry):
                continue
            if name in known:
                self.value(node.keys[name], entry, base, known[name])
            elif name in spec.keys:
                self.context.fault(
                    node.keys[name],
                    N_("“{word}” is no word to translate; it stands only in the deck itself. Take it out here."),
                    word=name,
                )
            else:
                self.context.unknown(
                    node.keys[name],
                    name,
                    known,
                    N_("“{word}” is nothing to translate in “{key}”. Known here: {known}."),
                    N_("“{word}” is nothing to translate in “{key}”; “{guess}” was probably meant."),
                    key=key,
                    known=", ".join(known),
                )

    def value(self, name: Scalar, node: Node, owner: MapNode, found: Translatable) -> None:
        """What stands under one key."""
        if found.parent:
            lifted = owner.value.get(found.parent)
            if not isinstance(lifted, MapNode):
                self.context.fault(name, _NOTHING_THERE, key=name.value)
                return
            owner = lifted
        if isinstance(found.spec, DealSpec):
            self.gives(node, owner)
            return
        base = owner.value.get(name.value)
        if base is None or absent(base):
            self.context.fault(name, _NOTHING_THERE, key=name.value)
        elif not found.word:
            self.inner(node, base, found.spec, name.value)
        elif isinstance(found.spec, MapOf) and isinstance(base, MapNode):
            self.by_key(node, base, found.spec, name.value)
        elif self.right(node, found.spec, name.value):
            self.places.append((owner, name.value, name, node))

    def right(self, node: Node, spec: Spec, key: str) -> bool:
        """Whether words have the shape that they have in the deck."""
        before = len(self.context.faults)
        spec.check(node, self.context, key)
        return len(self.context.faults) == before

    def inner(self, node: Node, base: Node, spec: Spec, key: str) -> None:
        """Words deeper down: of one map, or of the entries of a list by their ids."""
        if isinstance(spec, Kinds):
            spec = spec.variants[text_in(base, spec.by)]
        if isinstance(spec, RowsSpec) and isinstance(base, ListNode):
            spec = spec.fixed
        if isinstance(spec, ListOf) and isinstance(base, ListNode):
            self.by_id(node, base, spec.entry, key)
        elif isinstance(spec, Map) and isinstance(base, MapNode):
            self.map(node, base, spec, key)
        else:
            self.context.fault(node, _NOTHING_THERE, key=key)

    def by_id(self, node: Node, base: ListNode, spec: Spec, key: str) -> None:
        """Words of the entries of a list: ID -> words."""
        entries = {text_in(entry, "id"): entry for entry in base.value}
        for name, entry in self.entries(node, entries, key, N_("ids with their words")):
            self.inner(entry, entries[name.value], spec, name.value)

    def by_key(self, node: Node, base: MapNode, spec: MapOf, key: str) -> None:
        """Words of a map whose keys are free, such as the labels of a scale."""
        if self.right(node, spec, key):
            for name, entry in self.entries(node, base.value, key, N_("keys with their words")):
                self.places.append((base, name.value, name, entry))

    def gives(self, node: Node, recipe: MapNode) -> None:
        """What each card contributes to a recipe: ``gives: {CARD: words}`` over the deck's ``cards``."""
        deals = {
            text_in(deal, "card"): deal
            for deal in list_in(recipe, "cards")
            if isinstance(deal, MapNode) and "gives" in deal.value
        }
        for name, entry in self.entries(node, deals, "gives", N_("cards with their words")):
            if self.right(entry, Text(lines=False), name.value):
                self.places.append((deals[name.value], "gives", name, entry))

    def entries(
        self, node: Node, known: dict[str, Node] | dict[str, MapNode], key: str, wanted: str
    ) -> list[tuple[Scalar, Node]]:
        """The entries of a map whose names the deck knows; the others are noted."""
        if not isinstance(node, MapNode):
            self.context.wrong_shape(node, key, wanted)
            return []
        found: list[tuple[Scalar, Node]] = []
        for name, entry in node.value.items():
            if name in known and not absent(entry):
                found.append((node.keys[name], entry))
            elif name not in known and not name.startswith("x-"):
                self.context.unknown(node.keys[name], name, known, _UNKNOWN_ID, _UNKNOWN_ID_BUT, key=key)
        return found
