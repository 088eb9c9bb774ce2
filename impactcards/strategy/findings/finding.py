"""A finding, and the view of a strategy that the rules share while they look for findings."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from impactcards.deck.kinds import Column, TableAnswer
from impactcards.records import record
from impactcards.strategy.conditions import hidden_cards
from impactcards.strategy.kinds.base import Place
from impactcards.strategy.kinds.table import cell_text
from impactcards.words import N_, Message, Words, words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from impactcards.deck.model import Card, Deck, Mistake
    from impactcards.strategy.strategy import Strategy
    from impactcards.strategy.values import Item, TableRow


@record
class Finding:
    """Something that does not hang together. ``card`` is where it is mended, ``cards`` are all that have to do with it.

    ``row`` and ``column`` name a cell of its table, or are empty; for an item that nobody picks, ``row`` is the item.
    ``message`` is a finished sentence where the deck has words for it. ``counters`` is the mistake it belongs to.
    """

    rule: str
    card: str
    message: Message | str
    row: str = ""
    column: str = ""
    cards: tuple[str, ...] = ()
    counters: Mistake | None = None

    @property
    def id(self) -> str:
        """``RULE/CARD/ROW/COLUMN``: the same finding has the same id at every look."""
        return f"{self.rule}/{self.card}/{self.row}/{self.column}"

    def worded(self, say: Words) -> str:
        """The sentence. ``say`` should speak the strategy's language."""
        return self.message if isinstance(self.message, str) else say(self.message)

    def reason(self, deck: Deck, say: Words) -> str:
        """Why it is said: the rule behind it in one sentence, or for a core card why it pays to answer."""
        from impactcards.strategy.findings.reasons import reason  # asked for by few

        return reason(self, deck, say)


class Look:
    """One look at a strategy: what several rules need is worked out once. It must not outlive a change."""

    def __init__(self, strategy: Strategy, today: date) -> None:
        self.strategy = strategy
        self.today = today
        self._items: dict[str, tuple[Item, ...]] = {}
        self._rows: dict[str, tuple[TableRow, ...]] = {}
        self._row_titles: dict[str, Mapping[str, str]] = {}

    @cached_property
    def say(self) -> Words:
        """The words of the strategy's language."""
        return words(self.strategy.language)

    @cached_property
    def hidden(self) -> set[str]:
        """The ids of all cards whose condition does not hold."""
        return hidden_cards(self.strategy)

    def items(self, card_id: str) -> tuple[Item, ...]:
        """The items of a card that have a name."""
        if card_id not in self._items:
            self._items[card_id] = tuple(item for item in self.strategy.items(card_id) if item.text.strip())
        return self._items[card_id]

    def rows(self, card: Card) -> tuple[TableRow, ...]:
        """The rows a table shows; of free rows only those that hold something."""
        if card.id not in self._rows:
            free = isinstance(card.answer, TableAnswer) and card.answer.rows is None
            self._rows[card.id] = tuple(row for row in self.strategy.rows(card) if row.cells or not free)
        return self._rows[card.id]

    def row_name(self, card: Card, row: TableRow) -> str:
        """What people call a row: its title, its item, or what stands in its first column."""
        kind = card.answer
        if not isinstance(kind, TableAnswer):
            return card.title
        first = row.cells.get(kind.columns[0].id) if kind.rows is None and kind.columns else None
        name = first if isinstance(first, str) else None
        if first is not None and kind.columns[0].cell.kind != "text":
            name = cell_text(Place(self.strategy, kind.columns[0]), first, self.say)
        return " ".join((name or "").split()) or self._row_title(card, row)

    def _row_title(self, card: Card, row: TableRow) -> str:
        if card.id not in self._row_titles:
            titles = {row_id: " ".join(title.split()) for row_id, title in self.strategy.row_titles(card)}
            self._row_titles[card.id] = {
                row.id: titles.get(row.id) or self.say(N_("row {n}"), n=n) for n, row in enumerate(self.rows(card), 1)
            }
        return self._row_titles[card.id].get(row.id, row.id)

    def finding(
        self,
        rule: str,
        card: Card,
        message: Message | str,
        row: str = "",
        column: Column | None = None,
        cards: tuple[str, ...] = (),
    ) -> Finding:
        """A finding of a card; it counters the mistake the card works against first."""
        return Finding(
            rule,
            card.id,
            message,
            row,
            column.id if column else "",
            tuple(dict.fromkeys((card.id, *cards))),
            card.counters[0] if card.counters else None,
        )
