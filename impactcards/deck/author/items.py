"""Lists that nobody picks from although another card asks for the same again.

A list that nobody picks from may well be a result in itself, so that alone is no reason for a remark. It is one where
a column elsewhere bears the list's name and asks for a text: there people type anew what they could pick, and a
renamed item no longer fits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.author.lookup import maps_in, name_of
from impactcards.deck.format.index import Index
from impactcards.deck.format.lookup import absent, map_in, text_in
from impactcards.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.format.context import Context
    from impactcards.yamltext import MapNode


def items_typed_again(root: MapNode, context: Context) -> None:
    """A column that bears the name of a list picks from it."""
    index = Index.of(root)
    picked = {card.follows for card in index.cards.values()}
    picked |= {cell.source for card in index.cards.values() for cell in (card.cell, *card.columns.values())}
    names = {
        name: card_id
        for card_id, card in index.cards.items()
        if card.gives_items and card_id not in picked
        for name in _names(card.node)
    }
    for card in maps_in(root, "cards"):
        for column in _typed_columns(card):
            words = (name_of(column), text_in(column, "title").casefold())
            source = next((names[word] for word in words if names.get(word, name_of(card)) != name_of(card)), None)
            if source is not None:
                context.remark(
                    column,
                    N_(
                        "Nothing picks from “{card}”, and the column “{column}” of “{other}” asks for the same as text."
                        " With “kind: choice, from: {card}” people pick."
                    ),
                    card=source,
                    column=name_of(column),
                    other=name_of(card),
                )


def _names(card: MapNode) -> Iterator[str]:
    """What the items, or one of them, may be called elsewhere."""
    yield name_of(card)
    yield name_of(card).removesuffix("s")
    yield text_in(card, "title").casefold()


def _typed_columns(card: MapNode) -> Iterator[MapNode]:
    """The columns that ask for a text, without the one that names the rows of a table."""
    answer = map_in(card, "answer")
    if answer is not None:
        columns = maps_in(answer, "columns")
        for column in columns[1:] if absent(answer.value.get("rows")) else columns:
            if text_in(column, "kind") == "text":
                yield column
