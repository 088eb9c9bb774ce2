"""Strategies with 500 rows and 100 checks, for measuring how long findings take."""

from __future__ import annotations

from small_deck import card, deck_of

from impactcards.deck.kinds import ChoiceAnswer, Column, NumberAnswer, Option, ScaleAnswer, TableAnswer, TextAnswer
from impactcards.deck.model import Card, Check, Reference
from impactcards.records import replace
from impactcards.strategy.answer import Answer
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import TableRow

ROWS, CHECKS = 500, 100

_OPTIONS = tuple(Option(name, name) for name in ("open", "done", "other"))
_COLUMNS = (
    Column("name", "Name", TextAnswer(), required=True),
    Column("hours", "Hours", NumberAnswer(minimum=0)),
    Column("given", "Given", NumberAnswer()),
    Column("state", "State", ChoiceAnswer(options=_OPTIONS)),
    Column("fit", "Fit", ScaleAnswer()),
)
_FORMS = (
    {"form": "rows", "of": "state", "where": {"state": {"is": "other"}}},
    {"form": "rows", "of": "state", "where": {"any": [{"state": {"is": "other"}}, {"fit": {"below": 2}}]}},
    {"form": "each", "of": "hours", "compare": "above", "to": "given"},
    {"form": "sum", "of": "hours", "compare": "below", "to": 3},
    {"form": "none", "of": "state", "where": {"state": {"has": "done"}}},
)


def strategy_of(tables: int) -> Strategy:
    """500 rows parted among so many tables, with the 100 checks, which find nothing."""
    cards: list[Card] = [card(f"table-{n}", TableAnswer(columns=_COLUMNS)) for n in range(tables)]
    checks = tuple(_check(n, cards[n % tables].id) for n in range(CHECKS))
    answers = {held.id: Answer(value=tuple(_row(n) for n in range(ROWS // tables))) for held in cards}
    return Strategy("Big", replace(deck_of(*cards), checks=checks), "en", answers=answers)


def type_into(strategy: Strategy, hours: float) -> None:
    """Change one cell of the first table, as a key does."""
    answer = strategy.answer("table-0")
    first, *others = answer.value  # type: ignore[misc]
    strategy.put("table-0", answer.with_(value=(first.with_cell("hours", hours), *others)))


def _row(n: int) -> TableRow:
    cells = {"name": f"R{n}", "hours": n % 90, "given": n + 100, "state": (("open", "done")[n % 2],), "fit": 3}
    return TableRow(f"r{n}", cells)


def _check(n: int, card_id: str) -> Check:
    made = dict(_FORMS[n // 10 % len(_FORMS)])
    of = Reference(card_id, str(made.pop("of")))
    if made.get("to") == "given":
        made["to"] = Reference(card_id, "given")  # type: ignore[assignment]
    return Check(f"check-{n}", str(made.pop("form")), (of,), "{row}", **made)  # type: ignore[arg-type]


__all__ = ["CHECKS", "ROWS", "strategy_of", "type_into"]
