"""Findings that follow from what a deck asks for, without a declared check.

Every rule takes a look and a card, and yields what it finds. Which cards are looked at is decided in ``search``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.kinds import ChoiceAnswer, Column, TableAnswer
from impactcards.strategy.ageing import changed_items, fresh_until, last_seen, local_day
from impactcards.strategy.dates import show_date
from impactcards.strategy.hand import blocked_by
from impactcards.strategy.kinds import MEANINGS
from impactcards.strategy.kinds.base import Place, Problem
from impactcards.strategy.kinds.table import CELLS
from impactcards.words import N_, Message, fill_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.model import Card
    from impactcards.strategy.findings.finding import Finding, Look
    from impactcards.strategy.values import Value

# -- a card that is not answered: one finding at most -----------------------------------------------------------------


def unanswered(look: Look, card: Card) -> Iterator[Finding]:
    """A core card without an answer; for another card, that none of the items it should cover is covered."""
    if blocked_by(card, look.strategy) is not None:
        return
    if card.core:
        yield look.finding(
            "unanswered",
            card,
            Message(N_("“{title}” is still unanswered. It belongs in every complete strategy."), title=card.title),
        )
        return
    for column, source in covering(card):
        source_card = look.strategy.deck.card(source)
        if source_card is not None and look.items(source):
            yield look.finding(
                "uncovered",
                card,
                Message(
                    N_("“{title}” is still empty, so nothing from “{source}” is covered there yet."),
                    title=card.title,
                    source=source_card.title,
                ),
                column=column,
                cards=(source,),
            )
            return


# -- a card that is answered ------------------------------------------------------------------------------------------


def value_problems(look: Look, card: Card) -> Iterator[Finding]:
    """What the kind of answer says about the value itself: limits, what does not parse, picks that are gone."""
    value = look.strategy.answer(card.id).value
    for problem in MEANINGS[card.answer.kind].problems(value, Place(look.strategy, card)):
        if problem.names_row:
            message = _named(problem, card.title)
        else:
            message = Message(N_("“{title}”: {problem}"), title=card.title, problem=problem.message)
        yield look.finding(problem.rule, card, message, cards=problem.cards)


def cell_problems(look: Look, card: Card) -> Iterator[Finding]:
    """What the kinds of a table's columns say about its cells."""
    if not isinstance(card.answer, TableAnswer):
        return
    columns = [(c, CELLS[c.cell.kind], Place(look.strategy, c)) for c in card.answer.columns if c.cell.kind != "text"]
    for row in look.rows(card):
        for column, meaning, place in columns:
            cell: Value = row.cells.get(column.id)
            if cell is None:
                continue
            for problem in meaning.problems(cell, place):
                name = look.row_name(card, row)
                if problem.names_row:
                    message = _named(problem, name)
                else:
                    message = Message(
                        N_("“{row}”, {column}: {problem}"), row=name, column=column.title, problem=problem.message
                    )
                yield look.finding(problem.rule, card, message, row.id, column, problem.cards)


def missing_cells(look: Look, card: Card) -> Iterator[Finding]:
    """Required cells that are empty; a row without any answer is one finding."""
    if not isinstance(card.answer, TableAnswer):
        return
    required = [column for column in card.answer.columns if column.required]
    for row in look.rows(card):
        if not row.cells:
            message = Message(
                N_("“{item}” is not answered in “{title}” yet."), item=look.row_name(card, row), title=card.title
            )
            yield look.finding("empty-row", card, message, row.id)
            continue
        for column in required:
            if column.id not in row.cells:
                yield look.finding("missing", card, _missing(look.row_name(card, row), card, column), row.id, column)


def _missing(row: str, card: Card, column: Column) -> Message | str:
    params = {"row": row, "item": row, "column": column.title, "title": card.title}
    if column.missing:
        return fill_in(column.missing, params)
    return Message(N_("“{row}”: {column} is still open."), **params)


def uncovered_items(look: Look, card: Card) -> Iterator[Finding]:
    """Items that no row picks, in columns that should cover them all."""
    for column, source in covering(card):
        picked = {item_id for row in look.rows(card) for item_id in _picks(row.cells.get(column.id))}
        for item in look.items(source):
            if item.id in picked:
                continue
            params = {"item": item.text, "row": item.text, "column": column.title, "title": card.title}
            sentence: Message | str = Message(N_("Nothing in “{title}” picks “{item}” yet."), **params)
            if column.uncovered:
                sentence = fill_in(column.uncovered, params)
            yield look.finding("uncovered", card, sentence, item.id, column, (source,))


def aged(look: Look, card: Card) -> Iterator[Finding]:
    """An answer whose time is over, or that picks an item which has been reworded since."""
    until = fresh_until(card, look.strategy)
    if until is None:
        return
    if look.today >= until:
        day = local_day(last_seen(card, look.strategy))
        date = show_date(day, look.strategy.language) if day else ""
        yield look.finding(
            "aged",
            card,
            Message(N_("“{title}” was last looked at on {date}. Is it still true?"), title=card.title, date=date),
        )
        return
    item = next(changed_items(card, look.strategy), None)
    if item is not None:
        yield look.finding(
            "aged",
            card,
            Message(
                N_("“{item}” has been reworded since “{title}” was answered. Is that still true?"),
                item=item.text,
                title=card.title,
            ),
        )


def covering(card: Card) -> Iterator[tuple[Column, str]]:
    """(column, source) of each column whose picks should cover all items of a card."""
    if isinstance(card.answer, TableAnswer):
        for column in card.answer.columns:
            if column.cover and isinstance(column.cell, ChoiceAnswer) and column.cell.source:
                yield column, column.cell.source


def _named(problem: Problem, row: str) -> Message:
    return Message(problem.message.text, **{**problem.message.params, "row": row})


def _picks(cell: object) -> tuple[str, ...]:
    return cell if isinstance(cell, tuple) else ()
