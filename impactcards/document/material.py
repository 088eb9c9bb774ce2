"""What a document is written from: the strategy, its findings, and the words to write it in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from impactcards.deck.kinds import ChoiceAnswer, Column, DateAnswer, TextAnswer
from impactcards.deck.model import Card, Deck
from impactcards.document.names import Names, joined
from impactcards.strategy import kinds
from impactcards.strategy.conditions import hidden_cards
from impactcards.strategy.dates import show_date
from impactcards.strategy.findings import Finding
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Cell
from impactcards.words import Words


class Material:
    """Everything the chapters are written from. ``say`` speaks the strategy's language; ``today`` tells ages."""

    def __init__(self, strategy: Strategy, findings: Sequence[Finding], say: Words, today: date) -> None:
        self.strategy = strategy
        self.today = today
        self.say = say
        self.names = Names(strategy)
        self._hidden = hidden_cards(strategy)
        self._sealed = {card.id for card in strategy.deck.cards if self.is_sealed(card)}
        self.findings = [finding for finding in findings if not self.is_sealed_finding(finding)]

    @property
    def deck(self) -> Deck:
        return self.strategy.deck

    def shows(self, card: Card) -> bool:
        """Whether a card belongs in the document: its condition holds."""
        return card.id not in self._hidden

    def is_dealt(self, card: Card) -> bool:
        """Whether a card was ever asked: the recipe that is played deals it, or something is known about it."""
        recipe = self.deck.recipe(self.strategy.recipe)
        known = not self.strategy.answer(card.id).blank
        return recipe is None or known or card.id in (*recipe.cards, *recipe.builds_on)

    def is_sealed(self, card: Card) -> bool:
        """Whether a card's answer stays hidden: it is to be read only once a later review has begun."""
        answer = self.strategy.answer(card.id)
        reviews = self.strategy.lists.get("reviews", ())
        return card.sealed and answer.answered and not any(str(r.get("started", "")) > answer.updated for r in reviews)

    def is_sealed_finding(self, finding: Finding) -> bool:
        """Whether a finding may quote a sealed answer: then it is not printed."""
        return finding.card in self._sealed or not self._sealed.isdisjoint(finding.cards)

    def is_told(self, card: Card) -> bool:
        """Whether a chapter tells of a card: it has an answer or a note. The note of a card put off is a loose end."""
        answer = self.strategy.answer(card.id)
        noted = bool(answer.note.strip()) and answer.put_off is None
        return self.shows(card) and (answer.answered or noted)

    def cell(self, column: Column, cell: Cell | None) -> str:
        """What a cell of a table says, on the lines it was typed in, picks by their short names; empty for no cell."""
        match column.cell, cell:
            case ChoiceAnswer(source=source), tuple() if source:
                return self.picked(source, cell)
            case DateAnswer(), str():
                return show_date(cell, self.strategy.language, long=True).strip()
            case TextAnswer(), str():
                return cell.strip()
        return kinds.cell_text(column, cell, self.strategy, self.say)

    def picked(self, card_id: str, item_ids: Sequence[str]) -> str:
        """The short names of picked items in one line. An item nobody knows any more is not named."""
        return joined([name for item_id in item_ids if (name := self.names.of(card_id, item_id))])


__all__ = ["Material"]
