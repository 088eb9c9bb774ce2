"""What an author might mend in a deck that is right: lists of small functions, each with one opinion.

To add a remark, write its function into the file of its subject and its name into one of the two lists here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.author.backs import core_card_without_help
from impactcards.deck.author.items import items_typed_again
from impactcards.deck.author.limits import words_over_limits
from impactcards.deck.author.mistakes import mistake_without_core_card
from impactcards.deck.author.recipes import card_in_no_recipe, list_not_at_hand, recipe_over_its_box
from impactcards.deck.author.same_words import same_words
from impactcards.deck.author.suits import suit_without_cards
from impactcards.deck.format.context import Context
from impactcards.deck.format.lookup import text_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from impactcards.faults import Fault
    from impactcards.yamltext import MapNode
    from impactcards.yamltext.nodes import Source

#: What is said of a deck's structure, which stands once, whatever it is translated into.
REMARKS: tuple[Callable[[MapNode, Context], None], ...] = (
    suit_without_cards,
    core_card_without_help,
    items_typed_again,
    mistake_without_core_card,
    recipe_over_its_box,
    card_in_no_recipe,
    list_not_at_hand,
)


def author_remarks(root: MapNode, file: str) -> list[Fault]:
    """The remarks on the tree of a valid deck: its structure, and the words that it is written in."""
    context = Context(file)
    for remark in REMARKS:
        remark(root, context)
    return [*context.remarks, *word_remarks(root, root.source, root, text_in(root, "language"), file)]


def word_remarks(root: MapNode, own: Source, original: MapNode, language: str, file: str) -> list[Fault]:
    """The remarks on words: those of ``root`` that stand in the file ``own`` and are in ``language``.

    ``original`` is the same tree without a translation laid over it.
    """
    context = Context(file)
    words_over_limits(root, own, language, context)
    same_words(root, own, original, context)
    return context.remarks
