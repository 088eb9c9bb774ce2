"""What answers mean, kind by kind: reading and writing their data, what is complete, how they are shown and typed.

One module a kind; :data:`MEANINGS` is the registry by the kind's name in a deck.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.strategy.kinds import table as _table
from impactcards.strategy.kinds.base import Malformed, Meaning, NotUnderstood, Place, Problem
from impactcards.strategy.kinds.lists import ListMeaning
from impactcards.strategy.kinds.rank import RankMeaning

if TYPE_CHECKING:
    from datetime import date as _date

    from impactcards.deck.kinds import Column
    from impactcards.deck.model import Card
    from impactcards.strategy.strategy import Strategy
    from impactcards.strategy.values import Cell, Value
    from impactcards.words import Words

#: The meaning of each kind of answer, by the name the deck gives it.
MEANINGS: dict[str, Meaning[Any]] = {
    **_table.CELLS,
    "list": ListMeaning(),
    "rank": RankMeaning(),
    "table": _table.TableMeaning(),
}


def from_data(card: Card, data: object) -> Value:
    """The value of a card's answer in plain data of a file (also of its ``removed``). Raises :class:`Malformed`."""
    return MEANINGS[card.answer.kind].from_data(card.answer, data)


def to_data(card: Card, value: Value) -> Any:
    """Plain data of a value for a file: strings, numbers, lists and mappings; what :func:`from_data` reads."""
    return MEANINGS[card.answer.kind].to_data(card.answer, value)


def is_complete(card: Card, strategy: Strategy) -> bool:
    """Whether a card is answered, no required cell is empty and ``at_least`` is met. Other limits do not matter."""
    answer = strategy.answer(card.id)
    return answer.answered and MEANINGS[card.answer.kind].is_complete(answer.value, Place(strategy, card))


def as_lines(card: Card, strategy: Strategy, say: Words) -> list[str]:
    """The answer for people, a line for each item, row or paragraph; empty if there is none.

    Numbers and dates are in the strategy's language, as they are typed; other words are those of ``say``.
    """
    answer = strategy.answer(card.id)
    if not answer.answered:
        return []
    return MEANINGS[card.answer.kind].lines(answer.value, Place(strategy, card), say)


def as_line(card: Card, strategy: Strategy, say: Words) -> str:
    """The answer in one line, references by name; an empty string if there is none."""
    lines = (" ".join(line.split()) for line in as_lines(card, strategy, say))
    apart = " " if card.answer.kind == "text" else " · " if card.answer.kind in ("list", "table") else ", "
    return apart.join(filter(None, lines))


def cell_text(column: Column, cell: Cell | None, strategy: Strategy, say: Words) -> str:
    """A cell for people, in one line: picks by name, dates in words, numbers with their unit."""
    return _table.cell_text(Place(strategy, column), cell, say)


def parse(text: str, card: Card, strategy: Strategy, today: _date) -> Value:
    """The value of what a person typed. Raises :class:`NotUnderstood` where a choice or rank names nothing known."""
    return MEANINGS[card.answer.kind].parse(text, Place(strategy, card, today))


def parse_cell(text: str, column: Column, strategy: Strategy, today: _date) -> Cell | None:
    """The cell of what a person typed, None for nothing. Raises :class:`NotUnderstood` as :func:`parse` does."""
    return _table.parse_cell(Place(strategy, column, today), text)


__all__ = [
    "MEANINGS",
    "Malformed",
    "Meaning",
    "NotUnderstood",
    "Place",
    "Problem",
    "as_line",
    "as_lines",
    "cell_text",
    "from_data",
    "is_complete",
    "parse",
    "parse_cell",
    "to_data",
]
