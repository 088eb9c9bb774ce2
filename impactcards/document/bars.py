"""Bars from figures: a column of a table row by row, or cards that are a figure themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from impactcards.deck.kinds import NumberAnswer, ScaleAnswer, TableAnswer
from impactcards.deck.model import Card, Picture
from impactcards.document.answers import told
from impactcards.document.blocks import Bar, Bars
from impactcards.document.material import Material
from impactcards.document.tables import names_title, row_names
from impactcards.strategy import kinds


def bars(material: Material, picture: Picture) -> Iterator[Bars]:
    """Bars for each column; cards that are a figure themselves stand together, below each other."""
    said = [(ref, card) for ref in picture.of if (card := told(material, ref.card)) is not None]
    columns = [(card, ref.column, ref.row) for ref, card in said if isinstance(card.answer, TableAnswer)]
    title = picture.title
    single = [bar for _, card in said for bar in _card_bar(material, card)]
    if single:
        yield Bars(title, ("", ""), _on_one_scale(single), steps=False)
        title = ""
    for card, column_id, row_id in columns:
        made = _column_bars(material, card, column_id, row_id, title)
        if made is not None:
            yield made
            title = ""


def _card_bar(material: Material, card: Card) -> tuple[Bar, ...]:
    value = material.strategy.answer(card.id).value
    if not isinstance(card.answer, ScaleAnswer | NumberAnswer) or not isinstance(value, int | float):
        return ()
    top = float(card.answer.high) if isinstance(card.answer, ScaleAnswer) else 0.0
    return (Bar(card.title, value, top, kinds.as_line(card, material.strategy, material.say)),)


def _column_bars(material: Material, card: Card, column_id: str, row_id: str, title: str) -> Bars | None:
    """A bar for each row whose cell is a figure, in the order of the rows; None where there is none."""
    kind = card.answer
    column = kind.column(column_id) if isinstance(kind, TableAnswer) else None
    if not isinstance(kind, TableAnswer) or column is None:
        return None
    names = row_names(material, card)
    bars = []
    for row in material.strategy.rows(card):
        cell = row.cells.get(column.id)
        if not isinstance(cell, int | float) or row_id not in ("", row.id):
            continue
        first = kind.columns[0]
        name = names.get(row.id) or material.names.of(card.id, row.id) or material.cell(first, row.cells.get(first.id))
        top = float(column.cell.high) if isinstance(column.cell, ScaleAnswer) else 0.0
        bars.append(Bar(" ".join(name.split()), cell, top, material.cell(column, cell)))
    if not bars:
        return None
    head = names_title(material, kind) if kind.rows is not None else kind.columns[0].title
    return Bars(title, (head, column.title), _on_one_scale(bars))


def _on_one_scale(bars: Sequence[Bar]) -> tuple[Bar, ...]:
    """Figures without an end of their own are measured against the largest of them."""
    largest = max((bar.value for bar in bars if bar.value is not None and not bar.top), default=0.0)
    return tuple(bar if bar.top else Bar(bar.label, bar.value, largest, bar.said, bar.facts) for bar in bars)


__all__ = ["bars"]
