"""Strategies to measure with: one just begun, one with 500 answers, one with a long table, one of a 5,000-card deck."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deck.big import big_deck

from impactcards.deck.kinds import ListAnswer, RankAnswer, TableAnswer, TextAnswer
from impactcards.deck.library import bundled_folder
from impactcards.deck.model import Card
from impactcards.document import strategy_markdown
from impactcards.home import Home
from impactcards.strategy.folder import OpenStrategy, create
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Item, TableRow, Value

SMALL, MANY, TABLE, HUGE = "Small", "Many answers", "Long table", "Huge deck"
ROWS = 200
_SENTENCE = "Planners know our details before they draw, and call us when they are not sure."


@dataclass(frozen=True)
class Prepared:
    """The home folder with the strategies in it; ``first`` gives the card each of them is to open with."""

    folder: Path
    first: dict[str, tuple[OpenStrategy, Card]]
    huge_deck: Path

    def begin(self, name: str) -> str:
        """Let a strategy open with its first card, whatever was played before; that card's title."""
        opened, card = self.first[name]
        opened.remember_place(card.id, opened.strategy.recipe)
        return card.title


def prepare(folder: Path) -> Prepared:
    """Make the strategies under ``folder``."""
    home = Home.at(folder / "home")
    many_deck, huge_deck = folder / "many.yaml", folder / "huge.yaml"
    many_deck.write_text(big_deck(500), encoding="utf-8")
    huge_deck.write_text(big_deck(5000), encoding="utf-8")
    small = create(home, SMALL, bundled_folder() / "social-media-strategy.yaml", recipe="sprint")
    many, table = create(home, MANY, many_deck), create(home, TABLE, many_deck)
    huge = create(home, HUGE, huge_deck, max_bytes=20_000_000)
    for opened in (many, table):
        for card in opened.deck.cards:
            opened.strategy.set_value(card.id, answer_to(opened.strategy, card, rows=2))
    longest = first_of(table, TableAnswer)
    table.strategy.set_value(longest.id, answer_to(table.strategy, longest, rows=ROWS))
    places = {
        SMALL: (small, small.deck.cards[0] if not small.strategy.recipe else _first_dealt(small)),
        MANY: (many, first_of(many, TextAnswer)),
        TABLE: (table, longest),
        HUGE: (huge, huge.deck.cards[0]),
    }
    for opened, _ in places.values():
        saved = opened.save(strategy_markdown)
        if not saved.ok:
            raise RuntimeError(str(saved.error))
    return Prepared(folder / "home", places, huge_deck)


def _first_dealt(opened: OpenStrategy) -> Card:
    recipe = opened.deck.recipe(opened.strategy.recipe)
    card = opened.deck.card(recipe.cards[0]) if recipe else None
    return card or opened.deck.cards[0]


def first_of(opened: OpenStrategy, kind: type) -> Card:
    """The first card of a kind of answer."""
    return next(card for card in opened.deck.cards if isinstance(card.answer, kind))


def answer_to(strategy: Strategy, card: Card, *, rows: int) -> Value:
    """Some answer of the card's kind; a table has ``rows`` rows."""
    kind = card.answer
    if isinstance(kind, ListAnswer):
        return tuple(Item(strategy.make_id(), f"{_SENTENCE} {n}") for n in range(3))
    if isinstance(kind, TableAnswer):
        first = kind.columns[0].id
        return tuple(TableRow(strategy.make_id(), {first: f"Row {n}"}) for n in range(rows))
    if isinstance(kind, RankAnswer):
        return tuple(option.id for option in strategy.options(card))
    return {"text": _SENTENCE, "choice": ("one",), "scale": 3, "number": 12, "date": "2027-05-01"}[kind.kind]
