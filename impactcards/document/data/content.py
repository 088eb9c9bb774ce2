"""What another program gets of a strategy, as plain data; docs/strategy.schema.json describes it.

Words are those a person reads: what a card picks comes with its title, and what is sealed or hidden stays so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from impactcards.deck.kinds import Column, TableAnswer
from impactcards.deck.model import Card
from impactcards.document.agreed import actions, parked
from impactcards.document.material import Material
from impactcards.document.minutes_people import People
from impactcards.strategy import kinds
from impactcards.strategy.dates import local_today
from impactcards.strategy.strategy import Strategy, items_of
from impactcards.strategy.values import Cell, Item, Value
from impactcards.words import words

#: Raised when a program that reads an older one could misread it.
FORMAT = 1


def content(strategy: Strategy) -> dict[str, Any]:
    """The whole strategy."""
    material = Material(strategy, (), words(strategy.language), local_today())
    people = People(strategy)
    return {
        "format": FORMAT,
        "name": strategy.name,
        "deck": strategy.deck.id,
        "deck_version": strategy.deck.version,
        "language": strategy.language,
        "created": strategy.created,
        "cards": [_card(material, card) for card in strategy.deck.cards if material.shows(card)],
        "actions": [
            {"text": action.text, "who": action.who, "until": action.until, "state": action.state}
            for action in actions(strategy, people)
        ],
        "parking_lot": [{"text": line.text, "by": line.by} for line in parked(strategy, people)],
    }


def _card(material: Material, card: Card) -> dict[str, Any]:
    answer = material.strategy.answer(card.id)
    sealed = material.is_sealed(card)
    return {
        "id": card.id,
        "suit": card.suit,
        "title": card.title,
        "question": card.prompt.strip(),
        "kind": card.answer.kind,
        "answered": answer.answered,
        "sealed": sealed,
        "put_off": answer.put_off,
        "updated": answer.updated,
        "note": "" if sealed else answer.note,
        "value": _value(material, card, answer.value) if answer.answered and not sealed else None,
        "shown": "" if sealed else "\n".join(kinds.as_lines(card, material.strategy, material.say)),
    }


def _value(material: Material, card: Card, value: Value) -> Any:
    """An answer: a text, a figure, a list of {id, title}, or a table."""
    if isinstance(card.answer, TableAnswer):
        return _table(material, card, card.answer)
    if not isinstance(value, tuple):
        return value
    if card.answer.gives_items:
        return [_titled(entry.id, entry.text) for entry in value if isinstance(entry, Item)]
    titles = _titles(material.strategy, card)
    return [_titled(one, titles[one]) for one in map(str, value) if one in titles]


def _table(material: Material, card: Card, kind: TableAnswer) -> dict[str, Any]:
    """A table: its columns, and its rows with their cells by column. A row that has a name of its own carries it."""
    names = dict(material.strategy.row_titles(card))
    return {
        "columns": [{"id": column.id, "title": column.title, "kind": column.cell.kind} for column in kind.columns],
        "rows": [
            {
                "id": row.id,
                "name": names.get(row.id, ""),
                "cells": {
                    column.id: _cell(material, card, column, row.cells[column.id])
                    for column in kind.columns
                    if column.id in row.cells
                },
            }
            for row in material.strategy.rows(card)
            if row.cells
        ],
    }


def _cell(material: Material, card: Card, column: Column, cell: Cell) -> Any:
    if not isinstance(cell, tuple):
        return cell
    titles = _titles(material.strategy, card, column.id)
    return [_titled(one, titles[one]) for one in cell if one in titles]


def _titles(strategy: Strategy, card: Card, column_id: str = "") -> dict[str, str]:
    """What can be picked in a place, by id; items that were removed and are still picked keep their text."""
    titles = {option.id: option.title for option in strategy.options(card, column_id)}
    return {**dict(_removed(strategy, card, column_id)), **titles}


def _removed(strategy: Strategy, card: Card, column_id: str) -> Iterator[tuple[str, str]]:
    for source, column in card.answer.sources():
        held = strategy.deck.card(source)
        if held is not None and (column.id if column else "") == column_id:
            yield from ((item.id, item.text) for item in items_of(held, strategy.answer(source).removed))


def _titled(own_id: str, title: str) -> dict[str, str]:
    return {"id": own_id, "title": title}


__all__ = ["FORMAT", "content"]
