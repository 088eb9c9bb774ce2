"""Winners turned into an answer of the card's own kind, with the ids of what stood there before."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from impactcards.deck.kinds import ChoiceAnswer, ListAnswer, RankAnswer, TableAnswer, TextAnswer
from impactcards.strategy.names import folded
from impactcards.strategy.values import Item, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from impactcards.deck.model import Card
    from impactcards.strategy.answer import Answer
    from impactcards.strategy.sessions.reading import Idea
    from impactcards.strategy.values import Value


def value_of(card: Card, winners: Sequence[Idea], answer: Answer) -> Value:
    """The answer that ``winners`` make, in their order; None where they cannot make one (a date, a given table).

    An idea that has become an item stays that item, in the words it has there; so does one that says what an item says.
    A free table's rows keep their other cells.
    """
    kind = card.answer
    if isinstance(kind, TextAnswer):
        return winners[0].text if winners else None
    if isinstance(kind, ChoiceAnswer | RankAnswer):
        ids = tuple(idea.id for idea in winners)
        if isinstance(kind, ChoiceAnswer):
            alone = {option.id for option in kind.options if option.alone}
            ids = ids[:1] if not kind.several or (ids and ids[0] in alone) else tuple(i for i in ids if i not in alone)
        return ids
    if isinstance(kind, ListAnswer):
        return tuple(entry for entry in _entries(winners, answer, "") if isinstance(entry, Item))
    if isinstance(kind, TableAnswer) and kind.rows is None and kind.columns:
        return tuple(row for row in _entries(winners, answer, kind.columns[0].id) if isinstance(row, TableRow))
    return None


def _entries(winners: Sequence[Idea], answer: Answer, first: str) -> list[Item | TableRow]:
    """An item, or with ``first`` (the first column) a row, for each winner."""
    value = answer.value if isinstance(answer.value, tuple) else ()
    held = [entry for entry in (*value, *answer.removed) if isinstance(entry, Item | TableRow)]
    by_id = {entry.id: entry for entry in held}
    by_words: dict[str, Item | TableRow] = {}
    for entry in held:
        by_words.setdefault(folded(name_of(entry, first)), entry)
    taken: set[str] = set()
    found: list[Item | TableRow] = []
    for idea in winners:
        known = by_id.get(idea.id) or by_words.get(folded(idea.text))
        if known is None or known.id in taken:
            known = TableRow(idea.id, {first: idea.text}) if first else Item(idea.id, idea.text)
        if known.id not in taken:
            taken.add(known.id)
            found.append(known)
    return found


def name_of(entry: Item | TableRow, first: str) -> str:
    """What an item or a row is called."""
    return entry.text if isinstance(entry, Item) else str(entry.cells.get(first, ""))


def reworded(card: Card, value: Value, idea: Idea, words: str) -> Value:
    """``value`` with the item that ``idea`` has become in other words, if it still has the idea's own."""
    kind = card.answer
    if isinstance(kind, TextAnswer):
        return words if value == idea.text else value
    if not isinstance(value, tuple) or not kind.gives_items:
        return value
    first = kind.columns[0].id if isinstance(kind, TableAnswer) and kind.columns else ""
    made: list[Item | TableRow] = []
    for entry in value:
        if not isinstance(entry, Item | TableRow):
            return value
        if entry.id == idea.id and name_of(entry, first) == idea.text:
            entry = Item(entry.id, words) if isinstance(entry, Item) else entry.with_cell(first, words)
        made.append(entry)
    return cast("Value", tuple(made))  # of one kind, as they were


__all__ = ["name_of", "reworded", "value_of"]
