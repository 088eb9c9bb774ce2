"""The chapters of a document: the deck's sections, or its suits, each with the cards that say something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from impactcards.deck.model import Card, Deck, Picture
from impactcards.document.answers import answer_blocks
from impactcards.document.blocks import Block, Chapter, Heading, Note, Paragraph, plain
from impactcards.document.material import Material
from impactcards.records import record
from impactcards.strategy.strategy import Strategy
from impactcards.words import Words


@record
class ChapterPlan:
    """What a chapter is to hold. Every card of a deck is in exactly one of them; ``profile``: so are the mistakes."""

    title: str
    anchor: str
    cards: tuple[Card, ...]
    profile: bool = False


def chapter_plans(deck: Deck, say: Words) -> tuple[ChapterPlan, ...]:
    """The deck's sections, or a chapter for each suit; cards that no section names follow at the end."""
    placed: set[str] = set()
    plans: list[ChapterPlan] = []

    def add(title: str, anchor: str, cards: Iterator[Card], *, profile: bool = False) -> None:
        own = tuple(card for card in cards if card.id not in placed)
        placed.update(card.id for card in own)
        if own or profile:
            plans.append(ChapterPlan(title, anchor, own, profile))

    for section in deck.document.sections:
        named = (card for card_id in section.cards if (card := deck.card(card_id)))
        cards = named if section.cards else (card for card in deck.cards if card.suit in section.suits)
        add(section.title, section.id, cards, profile=section.profile and bool(deck.profile))
    if deck.document.sections:
        add(say("Further answers"), "further-answers", iter(deck.cards))
    else:
        for suit in deck.suits:
            add(suit.title, suit.id, (card for card in deck.cards if card.suit == suit.id))
    return tuple(plans)


def chapters(
    material: Material, plans: tuple[ChapterPlan, ...], versions: Sequence[tuple[date, Strategy]] = ()
) -> tuple[Chapter, ...]:
    """The chapters in which at least one card, or the profile, says something.

    ``versions`` are those that reviews kept, for the lines of the profile. A picture closes the chapter in which the
    last of its cards stands: all that it joins has been told by then.
    """
    found = []
    pictures = _pictures(material, plans)
    for plan in plans:
        blocks: list[Block] = []
        if plan.profile:
            from impactcards.document.profile import profile_blocks  # most decks have none

            blocks += profile_blocks(material, versions)
        blocks += [block for card in plan.cards if material.is_told(card) for block in _card(material, card)]
        blocks += pictures.get(plan.anchor, ())
        if blocks:
            color = material.deck.suit_of(plan.cards[0]).color if plan.cards else ""
            found.append(Chapter(plan.title, plan.anchor, tuple(blocks), color=color))
    return tuple(found)


def _pictures(material: Material, plans: Sequence[ChapterPlan]) -> dict[str, list[Block]]:
    """The deck's pictures that show something, by the anchor of the chapter they close."""
    found: dict[str, list[Block]] = {}
    for picture in material.deck.document.pictures:
        named = {reference.card for reference in picture.of}
        told = [p for p in plans if any(card.id in named and material.is_told(card) for card in p.cards)]
        if told:
            found.setdefault(told[-1].anchor, []).extend(_picture(material, picture))
    return found


def _picture(material: Material, picture: Picture) -> Iterator[Block]:
    """What a picture of the deck shows; nothing where the answers give it nothing to show."""
    if picture.form == "flow":
        from impactcards.document.flows import flow  # most decks have none

        made = flow(material, picture)
        return iter((made,) if made is not None else ())
    from impactcards.document.bars import bars

    return bars(material, picture)


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
