"""Texts that stand on two cards word for word, as after copying a card and forgetting to rewrite a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.author.lookup import BACK, maps_in, name_of
from impactcards.deck.format.lookup import list_in
from impactcards.words import N_
from impactcards.yamltext import MapNode, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.format.context import Context
    from impactcards.yamltext.nodes import Source

COMPARED = ("title", "prompt", *BACK)

#: Where a text stands: card, key, and its place among the hints.
Place = tuple[str, str, int]


def same_words(root: MapNode, own: Source, original: MapNode, context: Context) -> None:
    """No text of the file ``own`` stands twice, unless the deck that it translates, ``original``, has it so too."""
    known = (
        {(first, second) for first, second, _ in _repeated(original, original.source)} if root is not original else ()
    )
    for first, second, text in _repeated(root, own):
        if (first, second) not in known:
            context.remark(
                text,
                N_("“{key}” of “{card}” is word for word what stands on the card “{other}”."),
                key=second[1],
                card=second[0],
                other=first[0],
            )


def _repeated(root: MapNode, own: Source) -> Iterator[tuple[Place, Place, Node]]:
    """Each text of the file that stood before, with the place where it stood first."""
    seen: dict[tuple[str, str], Place] = {}
    for place, text in _texts(root):
        if text.source is own and (words := " ".join(text.value.split()).casefold()):
            first = seen.setdefault((place[1], words), place)
            if first is not place:
                yield first, place, text


def _texts(root: MapNode) -> Iterator[tuple[Place, Scalar]]:
    for card in maps_in(root, "cards"):
        for key in COMPARED:
            for position, text in enumerate(list_in(card, key) or [card.value.get(key)]):
                if isinstance(text, Scalar):
                    yield (name_of(card), key, position), text
