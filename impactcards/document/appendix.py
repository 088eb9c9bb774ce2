"""The appendix: answers that have lost their place, so that none is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from impactcards.deck.kinds import TableAnswer
from impactcards.deck.model import Card
from impactcards.document.answers import paragraphs
from impactcards.document.blocks import Block, Chapter, Heading, Listing, Note, Paragraph, plain
from impactcards.document.material import Material
from impactcards.document.tables import grid, laid_out
from impactcards.strategy.values import TableRow
from impactcards.text import clean


def appendix(material: Material, titles: Mapping[str, str]) -> Chapter | None:
    """The chapter, or None where every answer has its place. ``titles`` are those of cards the deck no longer has."""
    gone_rows = [block for card in material.deck.cards for block in _rows_of_gone_items(material, card)]
    gone_cards = [block for card_id in _unknown(material) for block in _gone_card(material, card_id, titles)]
    blocks: list[Block] = []
    if gone_rows:
        lead = material.say("These lines belong to items that were removed.")
        blocks += [Paragraph(plain(lead), "lead"), *gone_rows]
    if gone_cards:
        lead = material.say("These answers belong to cards that the deck no longer has.")
        blocks += [Paragraph(plain(lead), "lead"), *gone_cards]
    return Chapter(material.say("Appendix"), "appendix", tuple(blocks), "appendix") if blocks else None


# -- rows of items that are gone --------------------------------------------------------------------------------------


def _rows_of_gone_items(material: Material, card: Card) -> Iterator[Block]:
    kind, value = card.answer, material.strategy.answer(card.id).value
    if not (isinstance(kind, TableAnswer) and kind.rows is not None and isinstance(value, tuple)):
        return
    here = {row_id for row_id, _ in material.strategy.row_titles(card)}
    gone = [row for row in value if isinstance(row, TableRow) and row.id not in here]
    found = grid(material, card, kind, kind.columns, gone)
    if not found.lines or material.is_sealed(card) or not material.shows(card):
        return
    names = {row_id: material.names.of(kind.follows, row_id) or material.say("(removed)") for row_id, _ in found.lines}
    yield Heading(3, card.title)
    yield from laid_out(found.heads, [[names[row_id], *line[1:]] for row_id, line in found.lines])


# -- answers to cards that are gone -----------------------------------------------------------------------------------


def _unknown(material: Material) -> list[str]:
    return [card_id for card_id in material.strategy.answers if material.deck.card(card_id) is None]


def _gone_card(material: Material, card_id: str, titles: Mapping[str, str]) -> Iterator[Block]:
    answer = material.strategy.answer(card_id)
    kept = answer.raw if answer.raw is not None else answer.value
    value = kept.get("value") if isinstance(kept, dict) else kept
    blocks = list(plain_data(value))
    if not blocks and not answer.note.strip():
        return
    # Without its title, the words of its id are the best name there is.
    yield Heading(3, titles.get(card_id) or card_id.replace("-", " ").capitalize())
    yield from blocks
    if note := answer.note.strip():
        yield Note(material.say("Note:"), note)


def plain_data(value: Any) -> Iterator[Block]:
    """An answer whose kind is not known any more: its texts, as a paragraph or a list."""
    if isinstance(value, list | tuple):
        lines = [line for entry in value if (line := _entry(entry))]
        if lines:
            yield Listing(tuple(plain(line) for line in lines))
    elif value is not None:
        yield from paragraphs(_entry(value))


def _entry(entry: Any) -> str:
    if isinstance(entry, Mapping):
        return "; ".join(text for key, cell in entry.items() if key != "id" and (text := _entry(cell)))
    if isinstance(entry, list | tuple):
        return ", ".join(text for cell in entry if (text := _entry(cell)))
    return clean(str(entry))


__all__ = ["appendix", "plain_data"]
