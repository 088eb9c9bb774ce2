"""What a group fills in: the place for a card's answer, by its kind, as plain data for the template."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from impactcards.deck.kinds import (
    CellKind,
    ChoiceAnswer,
    ListAnswer,
    NumberAnswer,
    Option,
    RankAnswer,
    RowsOf,
    ScaleAnswer,
    TableAnswer,
    TextAnswer,
)
from impactcards.deck.model import Card, Deck
from impactcards.document.cards_on_paper.faces import asks
from impactcards.document.pdf.legible import Legible
from impactcards.document.widths import breakable
from impactcards.words import Words

#: Lines for a text, entries of a list, empty boxes and rows, where the deck does not say how many there are.
FEWEST_LINES, ENTRIES, BOXES, ROWS = 4, 6, 5, 5

#: More than this is not printed empty: who needs more takes a second sheet.
MOST_LINES, MOST_ENTRIES, MOST_ROWS = 12, 10, 10

#: A table with more columns lies across.
MOST_UPRIGHT = 4

#: Up to so many options of a column stand in its head, to be copied from.
MOST_IN_HEAD = 6


def sheet(card: Card, deck: Deck, legible: Legible, say: Words) -> dict[str, Any]:
    """``{kind, hint, …}`` with what there is to fill in; ``across`` where the paper has to lie."""
    return _Sheet(deck, legible, say).of(card)


class _Sheet:
    def __init__(self, deck: Deck, legible: Legible, say: Words) -> None:
        self._deck, self._legible, self._say = deck, legible, say

    def of(self, card: Card) -> dict[str, Any]:
        kind, say = card.answer, self._say
        made: dict[str, Any] = {"hint": asks(card, say), "across": False}
        match kind:
            case TextAnswer():
                made |= {"hint": "", "kind": "lines", "count": min(MOST_LINES, max(FEWEST_LINES, kind.lines * 2))}
            case ListAnswer():
                count = kind.at_most or max(ENTRIES, (kind.at_least or 0) + 2)
                made |= {"hint": "", "kind": "entries", "count": min(MOST_ENTRIES, count)}
            case ChoiceAnswer():
                made |= {"kind": "boxes", "round": not kind.several, **self._options(kind)}
                if kind.at_most and kind.several:
                    made["hint"] = say.plural("Tick up to {n}", "Tick up to {n}", kind.at_most)
            case RankAnswer():
                made |= {"kind": "places", **self._options(kind)}
            case ScaleAnswer():
                made |= {"kind": "scale", "steps": self._steps(kind)}
            case NumberAnswer():
                made |= {"hint": "", "kind": "figure", "unit": self._line(kind.unit)}
            case TableAnswer():
                made |= {**self._table(kind), "hint": ""}
            case _:
                made |= {"hint": "", "kind": "day"}
        source = kind.source if isinstance(kind, ChoiceAnswer | RankAnswer) else ""
        if source:
            made["hint"] += " · " + self._from(source)
        made["hint"] = self._line(made["hint"])
        return made

    def _options(self, kind: ChoiceAnswer | RankAnswer) -> dict[str, Any]:
        if kind.source:
            return {"options": [], "empty": BOXES}
        return {"options": [self._option(option) for option in kind.options], "empty": 0}

    def _option(self, option: Option) -> list[str]:
        return [self._line(option.title), self._line(option.about)]

    def _steps(self, kind: ScaleAnswer) -> list[list[Any]]:
        return [[step, self._line(kind.labels.get(step, ""))] for step in range(kind.low, kind.high + 1)]

    def _table(self, kind: TableAnswer) -> dict[str, Any]:
        columns = [[self._line(column.title), self._line(self._about(column.cell))] for column in kind.columns]
        named, empty = [], 0
        if isinstance(kind.rows, RowsOf):
            columns.insert(0, [self._line(self._from(kind.rows.card)), ""])
            empty = ROWS
        elif kind.rows is not None:
            columns.insert(0, ["", ""])
            named = [self._line(row.title) for row in kind.rows]
        else:
            empty = min(MOST_ROWS, kind.at_most or max(ROWS, (kind.at_least or 0) + 1))
        return {
            "kind": "table",
            "columns": columns,
            "rows": named,
            "empty": empty,
            "across": len(columns) > MOST_UPRIGHT,
        }

    def _about(self, cell: CellKind) -> str:
        """What may stand in a column, where it is not free text."""
        if isinstance(cell, ChoiceAnswer):
            if cell.source:
                return self._from(cell.source)
            titles = [option.title for option in cell.options]
            return _choices(titles) if len(titles) <= MOST_IN_HEAD else self._say("see the card")
        if isinstance(cell, ScaleAnswer):
            return f"{cell.low}–{cell.high}"
        return cell.unit if isinstance(cell, NumberAnswer) else ""

    def _from(self, card_id: str) -> str:
        return self._say("from “{title}”", title=self._title(card_id))

    def _title(self, card_id: str) -> str:
        card = self._deck.card(card_id)
        return card.title if card is not None else card_id

    def _line(self, text: str) -> str:
        return breakable(self._legible(" ".join(text.split())))


def _choices(titles: Sequence[str]) -> str:
    return " / ".join(titles)


__all__ = ["sheet"]
