"""What every kind of answer has to know about its values, and what it is told to do so."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from impactcards.deck.kinds import ChoiceAnswer, Column, Option, RankAnswer
from impactcards.deck.model import Card
from impactcards.records import record
from impactcards.text import clean
from impactcards.words import N_, Message, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from impactcards.strategy.strategy import Strategy
    from impactcards.strategy.values import Value

PathInValue = tuple[str | int, ...]


class Malformed(Exception):
    """Data of a file that cannot be this kind's value. ``path`` leads to the place inside it, by indexes and keys."""

    def __init__(self, message: Message, path: PathInValue = ()) -> None:
        super().__init__(str(message))
        self.message = message
        self.path = path


class NotUnderstood(Exception):
    """A typed choice or order that names what cannot be chosen: it holds ids, so it has nowhere to keep other text.

    ``known`` are the ids that were understood, ``unknown`` the names that were not: where the card picks from a list,
    they can be offered as new items.
    """

    def __init__(self, message: Message, known: tuple[str, ...] = (), unknown: tuple[str, ...] = ()) -> None:
        super().__init__(str(message))
        self.message = message
        self.known = known
        self.unknown = unknown


@record
class Problem:
    """Something about one value that may not be meant so. ``rule`` is the first part of its finding's id.

    The sentence is read after a colon and the name of the card, or of the row and column; with ``names_row`` it stands
    alone and says where with the placeholder ``{row}``.
    """

    rule: str
    message: Message
    names_row: bool = False
    cards: tuple[str, ...] = ()


@record
class Place:
    """Where a value stands in a strategy: a card, or a column of a table. ``today`` is where relative dates start."""

    strategy: Strategy
    subject: Card | Column
    today: date | None = None

    @property
    def card(self) -> Card:
        """The card, where this is no column."""
        if not isinstance(self.subject, Card):
            raise TypeError("a column of a table stands for no card")
        return self.subject

    @property
    def kind(self) -> Any:
        """The answer kind of the card, or of the column."""
        return self.subject.answer if isinstance(self.subject, Card) else self.subject.cell

    @property
    def title(self) -> str:
        """The title of the card, or of the column."""
        return self.subject.title

    @property
    def in_table(self) -> bool:
        """Whether this is a column."""
        return isinstance(self.subject, Column)

    @property
    def language(self) -> str:
        """The language in which numbers and dates are typed and shown: the strategy's."""
        return self.strategy.language

    @property
    def source(self) -> str:
        """The card whose items are picked here, or an empty string."""
        return self.kind.source if isinstance(self.kind, ChoiceAnswer | RankAnswer) else ""

    @cached_property
    def options(self) -> Mapping[str, Option]:
        """What can be chosen here, by id, in the order in which it is shown."""
        if self.source:
            return {item.id: Option(item.id, item.text) for item in self.strategy.items(self.source)}
        return {option.id: option for option in self.kind.options}

    def name(self, option_id: str) -> str:
        """The shown text of an option or item, also of a removed one; the id itself if nobody knows it."""
        option = self.options.get(option_id)
        if option is not None:
            return option.title
        return (self.strategy.item_text(self.source, option_id) if self.source else None) or option_id


K = TypeVar("K", contravariant=True)


class Meaning(Protocol[K]):
    """What a kind of answer means. ``kind`` is what the deck asks for; values are those of :mod:`strategy.values`."""

    def from_data(self, kind: K, data: object) -> Value:
        """The value in plain data of a file; what does not parse stays as text. Raises :class:`Malformed`."""
        ...

    def to_data(self, kind: K, value: Value) -> Any:
        """Plain data for a file: strings, numbers, lists and mappings."""
        ...

    def is_complete(self, value: Value, place: Place) -> bool:
        """Whether a value that is not empty says all that the card asks for."""
        ...

    def lines(self, value: Value, place: Place, say: Words) -> list[str]:
        """The value for people, a line for each item, row or paragraph; references by name."""
        ...

    def parse(self, text: str, place: Place) -> Value:
        """The value of what a person typed. Raises :class:`NotUnderstood` only where ids are wanted."""
        ...

    def problems(self, value: Value, place: Place) -> Iterator[Problem]:
        """What in the value, taken alone, may not be meant so."""
        ...


def plain_text(data: object) -> str | None:
    """A scalar of a file as text (None for nothing at all). Raises :class:`Malformed` for a list or a mapping."""
    if data is None or isinstance(data, str):
        return data and clean(data)
    if isinstance(data, bool):
        return "true" if data else "false"
    if isinstance(data, int | float):
        return str(data)
    if isinstance(data, date):
        return data.isoformat()
    raise Malformed(Message(N_("This must be a text, not a list or a mapping.")))
