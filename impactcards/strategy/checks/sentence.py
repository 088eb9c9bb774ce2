"""The finding of a check: its sentence, with what people wrote put into it once.

``{a}``, ``{b}``, ``{n}`` and ``{m}`` are figures without their unit, because the sentence itself says what they are;
names bound in ``with`` are cells as people read them elsewhere, with unit. What is empty is shown as an ellipsis.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from impactcards.deck.kinds import TableAnswer
from impactcards.deck.model import Card, Reference
from impactcards.strategy import kinds
from impactcards.strategy.checks.view import WHOLE
from impactcards.strategy.dates import show_date
from impactcards.strategy.findings.finding import Finding
from impactcards.strategy.findings.reading import cards_read
from impactcards.strategy.numbers import show_number
from impactcards.words import fill_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from impactcards.deck.kinds import Column
    from impactcards.deck.model import Check
    from impactcards.strategy.checks.view import View
    from impactcards.strategy.values import TableRow, Value

#: What stands in a sentence where nothing was answered.
NOTHING = "…"


def finding(
    view: View,
    check: Check,
    card: Card,
    *,
    row: str = "",
    name: str = "",
    about: Sequence[str] | None = None,
    **values: str,
) -> Finding:
    """The finding of ``check`` in ``card``.

    ``row`` is the id of the row or item it is about and ``name`` what people call that; ``about`` are the ids of the
    rows whose cells ``with`` means (None: all). ``values`` are further placeholders, as texts.
    """
    column = _column(card, check.of[0].column) if check.of[0].card == card.id else None
    params = dict.fromkeys(("date", "a", "b", "n", "m"), NOTHING)
    params |= {"title": card.title, "column": column.title if column else card.title}
    params |= {"item": name or card.title, "row": name or card.title}
    params |= {key: value or NOTHING for key, value in values.items()}
    params |= {key: _bound(view, reference, about) or NOTHING for key, reference in check.bind.items()}
    return Finding(
        check.id,
        card.id,
        fill_in(check.says, params),
        row,
        column.id if column else "",
        tuple(dict.fromkeys((card.id, *filter(view.strategy.deck.card, cards_read(check, card))))),
        check.counters,
    )


def row_finding(view: View, check: Check, card: Card, row: TableRow, **values: str) -> Finding:
    """The finding of one row, or of an answer that is no table."""
    if row is WHOLE:
        return finding(view, check, card, **values)
    return finding(view, check, card, row=row.id, name=view.look.row_name(card, row), about=(row.id,), **values)


def figure_text(view: View, value: object) -> str:
    """A figure as it stands in a sentence: a day in words, or a number without unit."""
    if isinstance(value, date):
        return show_date(value, view.strategy.language)
    return show_number(value, view.strategy.language) if isinstance(value, int | float) else ""


def value_text(view: View, reference: Reference, value: Value) -> str:
    """What a reference names, as it stands in a sentence: figures without unit, picks by name, a day in words."""
    if isinstance(value, int | float):
        return figure_text(view, value)
    day = view.figure_of(reference, value)
    return figure_text(view, day) if day is not None else _shown(view, reference, value)


def _shown(view: View, reference: Reference, value: Value) -> str:
    """A value as people read it elsewhere, in one line."""
    card = view.card(reference.card)
    if card is None or value is None:
        return ""
    if not isinstance(card.answer, TableAnswer):
        return kinds.as_line(card, view.strategy, view.look.say)
    column = _column(card, reference.column)
    if column is None or (isinstance(value, tuple) and not all(isinstance(entry, str) for entry in value)):
        return ""
    return kinds.cell_text(column, value, view.strategy, view.look.say)  # type: ignore[arg-type]


def _bound(view: View, reference: Reference, about: Sequence[str] | None) -> str:
    ids = [row.id for row in view.rows(reference)] if about is None or reference.row else about
    shown = (_shown(view, reference, view.cell(reference, row_id)) for row_id in ids or ("",))
    return ", ".join(dict.fromkeys(filter(None, shown)))


def _column(card: Card, column_id: str) -> Column | None:
    return card.answer.column(column_id) if isinstance(card.answer, TableAnswer) else None


__all__ = ["figure_text", "finding", "row_finding", "value_text"]
