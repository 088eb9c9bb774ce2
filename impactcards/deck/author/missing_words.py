"""Which words of a deck a translation leaves out: a remark for each card, suit, recipe or other thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from impactcards.deck.format.entries import DealSpec, RowsSpec
from impactcards.deck.format.lookup import absent, list_in, text_in
from impactcards.deck.format.maps import Kinds, ListOf, Map, MapOf
from impactcards.deck.format.table import DECK
from impactcards.deck.translatable import translatable
from impactcards.faults import Fault
from impactcards.words import N_, Message
from impactcards.yamltext import ListNode, MapNode, Node

if TYPE_CHECKING:
    from collections.abc import Collection

    from impactcards.deck.format.specs import Spec


class Translated(NamedTuple):
    """How far a translation goes: a remark for each thing that is not wholly translated, and whole percent of words.

    A word here is a text of its own: a title, all hints of a card, the label of one step.
    """

    remarks: list[Fault]
    percent: int


def missing_words(base: MapNode, translation: Node | None, words: Collection[Node], file: str) -> Translated:
    """What is not among the translated ``words`` of the deck ``base``, noted where it belongs in the translation."""
    search = _Search(file, {id(word) for word in words})
    search.map(base, translation, DECK, "")
    return Translated(search.remarks, 100 * (search.asked - search.lacking) // max(search.asked, 1))


class _Search:
    def __init__(self, file: str, translated: set[int]) -> None:
        self.file = file
        self.translated = translated
        self.remarks: list[Fault] = []
        self.asked = 0
        self.lacking = 0

    def map(self, base: MapNode, translation: Node | None, spec: Map, path: str) -> None:
        """Note the words missing in one map at once, then look deeper."""
        missing: list[str] = []
        deeper: list[tuple[Node, str, Spec]] = []
        for name, key in translatable(spec).items():
            owner = base.value.get(key.parent) if key.parent else base
            entry = owner.value.get(name) if isinstance(owner, MapNode) else None
            if isinstance(key.spec, DealSpec):
                missing.extend(self.gives(base))
            elif entry is None or absent(entry):
                continue
            elif not key.word:
                deeper.append((entry, name, key.spec))
            elif isinstance(key.spec, MapOf) and isinstance(entry, MapNode):
                missing.extend(f"{name}.{step}" for step, word in entry.value.items() if self.lacks(step, word))
            elif self.lacks(name, entry):
                missing.append(name)
        if missing:
            self.remark(translation if path else None, path or text_in(base, "id"), missing)
        for entry, name, inner in deeper:
            self.inner(entry, _under(translation, name), inner, f"{path}.{name}" if path else name)

    def lacks(self, name: str, word: Node) -> bool:
        """Whether a word of the deck is still its own; each word is asked for once."""
        if name.startswith("x-"):
            return False
        lacking = id(word) not in self.translated
        self.asked += 1
        self.lacking += lacking
        return lacking

    def remark(self, place: Node | None, path: str, missing: list[str]) -> None:
        line, column = (place.line, place.column) if place is not None else (0, 0)
        message = Message(N_("Not translated in {path}: {words}."), path=path, words=", ".join(missing))
        self.remarks.append(Fault(self.file, line, column, message))

    def inner(self, base: Node, translation: Node | None, spec: Spec, path: str) -> None:
        if isinstance(spec, Kinds):
            spec = spec.variants[text_in(base, spec.by)]
        if isinstance(spec, RowsSpec) and isinstance(base, ListNode):
            spec = spec.fixed
        if isinstance(spec, Map) and isinstance(base, MapNode):
            self.map(base, translation, spec, path)
        elif isinstance(spec, ListOf) and isinstance(base, ListNode):
            for entry in base.value:
                name = text_in(entry, "id")
                self.inner(entry, _under(translation, name), spec.entry, f"{path}.{name}")

    def gives(self, recipe: MapNode) -> list[str]:
        return [
            f"gives.{text_in(deal, 'card')}"
            for deal in list_in(recipe, "cards")
            if isinstance(deal, MapNode) and "gives" in deal.value and self.lacks("gives", deal.value["gives"])
        ]


def _under(node: Node | None, key: str) -> Node | None:
    return node.value.get(key) if isinstance(node, MapNode) else None
