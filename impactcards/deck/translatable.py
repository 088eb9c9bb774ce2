"""What a translation may say: the words that the format's table marks, by the ids of what they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.format.entries import DealSpec, RowsSpec
from impactcards.deck.format.maps import Kinds, ListOf, Map

if TYPE_CHECKING:
    from impactcards.deck.format.specs import Spec

#: The first keys of a translation: of which deck, into which language, of which version.
HEAD = ("translates", "language", "version")


class Translatable:
    """A key that a translation may have: a ``word`` itself, or something with words deeper down.

    ``parent`` is the key of the deck under which it stands, where a translation lifts it (``sections``).
    """

    def __init__(self, spec: Spec, *, word: bool, parent: str = "") -> None:
        self.spec = spec
        self.word = word
        self.parent = parent


_KNOWN: dict[Map, dict[str, Translatable]] = {}


def translatable(spec: Map) -> dict[str, Translatable]:
    """The keys that a translation of this map may have."""
    if spec not in _KNOWN:
        found: dict[str, Translatable] = {}
        for name, key in spec.keys.items():
            if key.word:
                found[name] = Translatable(key.spec, word=True)
            elif key.flat and isinstance(key.spec, Map):
                for lifted, inner in translatable(key.spec).items():
                    found[lifted] = Translatable(inner.spec, word=inner.word, parent=name)
            elif isinstance(key.spec, ListOf) and isinstance(key.spec.entry, DealSpec):
                found["gives"] = Translatable(key.spec.entry, word=False)
            elif _has_words(key.spec):
                found[name] = Translatable(key.spec, word=False)
        _KNOWN[spec] = found
    return _KNOWN[spec]


def _has_words(spec: Spec) -> bool:
    if isinstance(spec, ListOf):
        return spec.entry.has_ids and _has_words(spec.entry)
    if isinstance(spec, Kinds):
        return any(_has_words(variant) for variant in spec.variants.values())
    if isinstance(spec, RowsSpec):
        return _has_words(spec.fixed)
    return isinstance(spec, Map) and bool(translatable(spec))
