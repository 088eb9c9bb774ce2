"""The deck: suits of cards, the recipes that choose from them, and what is special about the deck.

A deck is immutable and in one language: the words of a translation are laid over it while it is loaded. Everything
refers by id; a shown text is never a key. Ids are lower-case words with hyphens.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from impactcards.deck.kinds import AnswerKind, Column, RowsOf, TableAnswer
from impactcards.records import field, record

if TYPE_CHECKING:
    from collections.abc import Mapping

Mistake = Literal["no-strategy", "no-evidence", "no-conversation", "algorithm-chasing", "no-adaptation"]

#: The five mistakes, in the order in which they are always shown.
MISTAKES: tuple[Mistake, ...] = ("no-strategy", "no-evidence", "no-conversation", "algorithm-chasing", "no-adaptation")

#: The colours a suit can have; the interface gives each a light and a dark value.
COLORS = ("slate", "blue", "rose", "green", "amber", "coral", "violet", "brown", "cyan")


@record
class Suit:
    """A group of cards with a colour (one of :data:`COLORS`) and a symbol one cell wide."""

    id: str
    title: str
    symbol: str
    color: str
    about: str = ""


@record
class Fact:
    """A dated statement on the back of a card, with its source."""

    text: str
    place: str
    as_of: str
    source: str


@record
class Span:
    """A length of calendar time, such as 12 months."""

    count: int
    unit: Literal["days", "weeks", "months", "years"]


@record
class Condition:
    """A condition over answers.

    ``test`` is one of answered, has, below, above (about ``card``), or all, any, not (over ``parts``).
    """

    test: Literal["answered", "has", "below", "above", "all", "any", "not"]
    card: str = ""
    operand: bool | str | float | None = None
    parts: tuple[Condition, ...] = ()


@record
class Card:
    """One prompt with its help and the kind of answer it asks for. Minutes come in steps of 0.5."""

    id: str
    suit: str
    title: str
    prompt: str
    answer: AnswerKind
    why: str = ""
    hints: tuple[str, ...] = ()
    example: str = ""
    pitfall: str = ""
    facilitation: str = ""
    facts: tuple[Fact, ...] = ()
    minutes: float = 5.0
    core: bool = False
    counters: tuple[Mistake, ...] = ()
    fresh_for: Span | None = None
    sealed: bool = False
    when: Condition | None = None


@record
class Deal:
    """One step of a recipe: a card with what it contributes, or a break (``card`` is empty) of ``minutes``."""

    card: str = ""
    gives: str = ""
    minutes: float = 0.0


@record
class Recipe:
    """An ordered choice of cards for one aim and one time box (``minutes``, with slack and breaks)."""

    id: str
    title: str
    deals: tuple[Deal, ...]
    about: str = ""
    audience: str = ""  # the deck's key is `for`
    people: tuple[int, int] | None = None
    minutes: float = 0.0
    builds_on: tuple[str, ...] = ()
    review: bool = False

    @property
    def cards(self) -> tuple[str, ...]:
        """The ids of its cards, in order, without the breaks."""
        return tuple(deal.card for deal in self.deals if deal.card)


@record
class Reference:
    """CARD, CARD.COLUMN or CARD.COLUMN[ROW], as checks and pictures name cells."""

    card: str
    column: str = ""
    row: str = ""


@record
class Check:
    """A declared rule over answers: data, never code. ``says`` is the sentence of its finding.

    ``to`` is a reference, a number, or one of the words and spans the form ``dates`` knows. ``where`` keeps the deck's
    own mapping, validated; the forms are described in docs/deck-format.md.
    """

    id: str
    form: str
    of: tuple[Reference, ...]
    says: str
    compare: str = ""
    to: Reference | float | str | Mapping[str, object] | None = None
    where: Mapping[str, object] = field(default_factory=dict)
    when: Condition | None = None
    bind: Mapping[str, Reference] = field(default_factory=dict)  # the deck's key is `with`
    by: str = ""
    counters: Mistake | None = None
    options: Mapping[str, object] = field(default_factory=dict)  # times, direction, share_above, of_at_least


@record
class Section:
    """A chapter of the document: the cards of ``suits``, or ``cards`` in this order."""

    id: str
    title: str
    suits: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    profile: bool = False


@record
class OnePagePart:
    """A part of the strategy on one page: a card, or some of its columns, and where it stands."""

    card: str
    columns: tuple[str, ...] = ()
    place: Literal["top", "left", "right", "foot"] = "left"
    beside: str = ""


@record
class LooseEnd:
    """Rows of a table that the document lists among its loose ends."""

    card: str
    where: Mapping[str, object]


@record
class Picture:
    """A picture of the document: a flow of items, or bars, over the references ``of``."""

    id: str
    title: str
    form: Literal["flow", "bars"]
    of: tuple[Reference, ...]


@record
class DocumentPlan:
    """How a deck wants its document laid out. Without sections, each suit is a chapter."""

    sections: tuple[Section, ...] = ()
    one_page: tuple[OnePagePart, ...] = ()
    loose_ends: tuple[LooseEnd, ...] = ()
    pictures: tuple[Picture, ...] = ()


@record
class Joker:
    """A short disturbance, drawn when somebody is stuck."""

    id: str
    text: str


@record
class Stress:
    """What the stress draw may take away: items of these lists, half of these figures."""

    remove: tuple[str, ...] = ()
    halve: tuple[Reference, ...] = ()


@record
class Deck:
    """A whole deck in one language, that of its words; ``languages`` is what it can be played in."""

    id: str
    language: str
    title: str
    version: str
    license: str
    about: str
    suits: tuple[Suit, ...]
    cards: tuple[Card, ...]
    recipes: tuple[Recipe, ...] = ()
    checks: tuple[Check, ...] = ()
    profile: Mapping[Mistake, str] = field(default_factory=dict)
    document: DocumentPlan = field(default_factory=DocumentPlan)
    jokers: tuple[Joker, ...] = ()
    stress: Stress = field(default_factory=Stress)
    languages: tuple[str, ...] = ()
    next_review: str = ""  # the card of kind date that says when to look at the strategy again

    @cached_property
    def _cards_by_id(self) -> dict[str, Card]:
        return {card.id: card for card in self.cards}

    @cached_property
    def _suits_by_id(self) -> dict[str, Suit]:
        return {suit.id: suit for suit in self.suits}

    def card(self, card_id: str) -> Card | None:
        """The card with this id, or None."""
        return self._cards_by_id.get(card_id)

    def suit_of(self, card: Card) -> Suit:
        """The suit a card belongs to."""
        return self._suits_by_id[card.suit]

    def recipe(self, recipe_id: str) -> Recipe | None:
        """The recipe with this id, or None."""
        return next((recipe for recipe in self.recipes if recipe.id == recipe_id), None)

    @cached_property
    def references_to(self) -> Mapping[str, tuple[PickingPlace, ...]]:
        """For each card that gives items: the places of other cards that pick from it or follow its rows."""
        found: dict[str, list[PickingPlace]] = {}
        for card in self.cards:
            for source, column in card.answer.sources():
                found.setdefault(source, []).append(PickingPlace(card.id, column.id if column else ""))
        return {source: tuple(places) for source, places in found.items()}


@record
class PickingPlace:
    """A card, or a column of one, that refers to another card's items. A table that follows its rows has no column."""

    card: str
    column: str = ""


__all__ = [
    "COLORS",
    "MISTAKES",
    "AnswerKind",
    "Card",
    "Check",
    "Column",
    "Condition",
    "Deal",
    "Deck",
    "DocumentPlan",
    "Fact",
    "Joker",
    "LooseEnd",
    "Mistake",
    "OnePagePart",
    "PickingPlace",
    "Picture",
    "Recipe",
    "Reference",
    "RowsOf",
    "Section",
    "Span",
    "Stress",
    "Suit",
    "TableAnswer",
]
