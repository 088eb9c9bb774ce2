"""An answer as blocks, in the form that reads best for its kind."""

from __future__ import annotations

import re

from impactcards.deck.kinds import (
    ChoiceAnswer,
    DateAnswer,
    ListAnswer,
    RankAnswer,
    ScaleAnswer,
    TableAnswer,
    TextAnswer,
)
from impactcards.deck.model import Card
from impactcards.document.blocks import Block, Listing, Paragraph, Run, plain
from impactcards.document.material import Material
from impactcards.document.names import joined
from impactcards.document.tables import table_blocks
from impactcards.strategy import kinds
from impactcards.strategy.dates import show_date
from impactcards.strategy.values import Item

#: More picks than this stand below each other.
MOST_IN_A_LINE = 3

_BLANK_LINES = re.compile(r"\n\s*\n")


def answer_blocks(material: Material, card: Card) -> tuple[Block, ...]:
    """What was answered to a card; nothing where it has no answer."""
    value = material.strategy.answer(card.id).value
    match card.answer, value:
        case TextAnswer(), str():
            return paragraphs(value)
        case ListAnswer(), tuple():
            numbered = bool(material.deck.references_to.get(card.id))
            items = [plain(entry.text) for entry in value if isinstance(entry, Item) and entry.text.strip()]
            return (Listing(tuple(items), numbered),) if items else ()
        case ChoiceAnswer(), tuple():
            return _choice(material, card.answer, value)
        case RankAnswer(), tuple():
            return _rank(material, card, value)
        case DateAnswer(), str():
            return paragraphs(show_date(value, material.strategy.language, long=True, weekday=True))
        case ScaleAnswer(low=low, high=high), int():
            first = low if low > 0 else low + 1  # a scale from 0 begins with nothing reached
            said = plain(kinds.as_line(card, material.strategy, material.say))
            return (Paragraph(said, steps=(value - first + 1, high - first + 1)),)
        case TableAnswer(), tuple():
            return table_blocks(material, card)
    return paragraphs(kinds.as_line(card, material.strategy, material.say))


def told(material: Material, card_id: str) -> Card | None:
    """The card with this id, if it has an answer that a picture may show; None for any other."""
    card = material.deck.card(card_id)
    if card is None or not material.strategy.answer(card_id).answered:
        return None
    return card if material.shows(card) and not material.is_sealed(card) else None


def paragraphs(text: str) -> tuple[Block, ...]:
    """A text as paragraphs; a blank line parts them, a line break inside one is kept."""
    return tuple(Paragraph(plain(part.strip())) for part in _BLANK_LINES.split(text) if part.strip())


def _choice(material: Material, kind: ChoiceAnswer, value: tuple[object, ...]) -> tuple[Block, ...]:
    titles = {option.id: option.title for option in kind.options}
    named = [material.names.of(kind.source, str(v)) if kind.source else titles.get(str(v)) for v in value]
    names = [name for name in named if name]
    if len(names) > MOST_IN_A_LINE:
        return (Listing(tuple(plain(name) for name in names)),)
    return paragraphs(joined(names))


def _rank(material: Material, card: Card, value: tuple[object, ...]) -> tuple[Block, ...]:
    titles = {option.id: option.title for option in material.strategy.options(card)}
    ranked = [titles[str(v)] for v in value if str(v) in titles]
    if not ranked:
        return ()
    left = [title for option_id, title in titles.items() if option_id not in value]
    blocks: list[Block] = [Listing(tuple(plain(title) for title in ranked), numbered=True)]
    if left:
        label = material.say("Not ranked:")
        blocks.append(Paragraph((Run(f"{label} {joined(left)}"),)))
    return tuple(blocks)


__all__ = ["answer_blocks", "paragraphs", "told"]
