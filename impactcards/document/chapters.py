"""The chapters of a document: the deck's sections, or its suits, each with the cards that say something."""

from __future__ import annotations

from collections.abc import Iterator

from impactcards.deck.model import Card, Deck
from impactcards.document.answers import answer_blocks
from impactcards.document.blocks import Block, Chapter, Heading, Note, Paragraph, plain
from impactcards.document.material import Material
from impactcards.records import record
from impactcards.words import Words


@record
class ChapterPlan:
    """What a chapter is to hold. Every card of a deck is in exactly one of them."""

    title: str
    anchor: str
    cards: tuple[Card, ...]


def chapter_plans(deck: Deck, say: Words) -> tuple[ChapterPlan, ...]:
    """The deck's sections, or a chapter for each suit; cards that no section names follow at the end."""
    placed: set[str] = set()
    plans: list[ChapterPlan] = []

    def add(title: str, anchor: str, cards: Iterator[Card]) -> None:
        own = tuple(card for card in cards if card.id not in placed)
        placed.update(card.id for card in own)
        if own:
            plans.append(ChapterPlan(title, anchor, own))

    for section in deck.document.sections:
        named = (card for card_id in section.cards if (card := deck.card(card_id)))
        add(section.title, section.id, named if section.cards else (c for c in deck.cards if c.suit in section.suits))
    if deck.document.sections:
        add(say("Further answers"), "further-answers", iter(deck.cards))
    else:
        for suit in deck.suits:
            add(suit.title, suit.id, (card for card in deck.cards if card.suit == suit.id))
    return tuple(plans)


def chapters(material: Material, plans: tuple[ChapterPlan, ...]) -> tuple[Chapter, ...]:
    """The chapters in which at least one card says something."""
    found = []
    for plan in plans:
        blocks = [block for card in plan.cards if material.is_told(card) for block in _card(material, card)]
        if blocks:
            found.append(Chapter(plan.title, plan.anchor, tuple(blocks)))
    return tuple(found)


def _card(material: Material, card: Card) -> Iterator[Block]:
    answer = material.strategy.answer(card.id)
    yield Heading(3, card.title, card.id)
    if card.prompt.strip():
        yield Paragraph(plain(card.prompt.strip()), "question")
    if material.is_sealed(card):
        yield Paragraph(plain(material.say("Answered, and sealed until the next review.")), "open")
        return
    yield from answer_blocks(material, card)
    if note := answer.note.strip():
        yield Note(material.say("Note:"), note)


__all__ = ["ChapterPlan", "chapter_plans", "chapters"]
