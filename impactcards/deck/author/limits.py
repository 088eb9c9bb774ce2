"""Texts that are longer than a card has room and people have patience for.

Measured are only cards with a whole back: such a card is meant to be finished, while a sketch is left in peace. Other
languages than English may be longer by 15 %.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.author.lookup import maps_in, missing_back, name_of
from impactcards.deck.format.lookup import list_in, map_in, scalar_in, text_in
from impactcards.words import N_
from impactcards.yamltext import MapNode, Scalar

if TYPE_CHECKING:
    from impactcards.deck.format.context import Context
    from impactcards.yamltext.nodes import Source

LONGEST_TITLE = 34  # characters
MOST_WORDS = {"prompt": 30, "why": 45, "hints": 16, "example": 60, "pitfall": 30}
MOST_WORDS_OF_A_TABLE = 75  # of its example
FEWEST_HINTS, MOST_HINTS = 2, 4
_LONGER_LANGUAGES = 1.15


def words_over_limits(root: MapNode, own: Source, language: str, context: Context) -> None:
    """The texts that stand in the file ``own`` keep to the limits of their language."""
    room = 1.0 if language.lower().split("-")[0] == "en" else _LONGER_LANGUAGES
    for card in maps_in(root, "cards"):
        if missing_back(card):
            continue
        _measure_title(card, own, int(LONGEST_TITLE * room), context)
        _count_hints(card, own, context)
        for key, limit in MOST_WORDS.items():
            if key == "example" and text_in(map_in(card, "answer"), "kind") == "table":
                limit = MOST_WORDS_OF_A_TABLE
            for text in list_in(card, key) or [card.value[key]]:
                _measure(text, key, card, own, int(limit * room), context)


def _measure_title(card: MapNode, own: Source, limit: int, context: Context) -> None:
    title = scalar_in(card, "title")
    if title is not None and title.source is own and len(title.value) > limit:
        context.remark(
            title,
            N_("The title of “{card}” has {n} characters; {limit} fit everywhere."),
            card=name_of(card),
            n=len(title.value),
            limit=limit,
        )


def _count_hints(card: MapNode, own: Source, context: Context) -> None:
    hints = card.value["hints"]
    count = len(list_in(card, "hints"))
    if hints.source is own and not FEWEST_HINTS <= count <= MOST_HINTS:
        context.remark(
            hints,
            N_("“hints” of “{card}” are best between {least} and {most}, not {n}."),
            card=name_of(card),
            least=FEWEST_HINTS,
            most=MOST_HINTS,
            n=count,
        )


def _measure(text: object, key: str, card: MapNode, own: Source, limit: int, context: Context) -> None:
    if isinstance(text, Scalar) and text.source is own and (count := count_words(text.value)) > limit:
        context.remark(
            text,
            N_("“{key}” of “{card}” has {n} words; {limit} are enough."),
            key=key,
            card=name_of(card),
            n=count,
            limit=limit,
        )


def count_words(text: str) -> int:
    """How many words a text has; marks that stand alone are none."""
    return sum(any(map(str.isalnum, word)) for word in text.split())
