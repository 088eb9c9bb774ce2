"""Which rows a ``where`` means: yes, no, or nobody knows yet."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from impactcards.strategy.checks.where import where_test
from impactcards.strategy.values import Cell, TableRow

TODAY = date(2026, 11, 16)

ROW: dict[str, Cell] = {
    "state": ("open",),
    "part": ("makes", "answers"),
    "who": ("jule",),
    "second": ("jule",),
    "turned": ("answers", "makes"),
    "hours": 3,
    "share": 2.5,
    "by": "2026-05-15",
    "said": "soon",
    "typed": "many",
    "name": "Blog",
}

CASES: list[tuple[dict[str, Any], bool | None]] = [
    ({}, True),
    ({"state": {"is": "open"}}, True),
    ({"state": {"is": ["done", "open"]}}, True),
    ({"state": {"is": "done"}}, False),
    ({"part": {"is": "makes"}}, False),
    ({"hours": {"is": 3}}, True),
    ({"hours": {"is": [4, 5]}}, False),
    ({"name": {"is": "Blog"}}, True),
    ({"none": {"is": "open"}}, None),
    ({"part": {"has": "makes"}}, True),
    ({"part": {"has": ["plans", "answers"]}}, True),
    ({"part": {"has": "plans"}}, False),
    ({"name": {"has": "Blog"}}, True),
    ({"none": {"has": "plans"}}, None),
    ({"part": {"lacks": "plans"}}, True),
    ({"part": {"lacks": "makes"}}, False),
    ({"none": {"lacks": "plans"}}, None),
    ({"none": {"empty": True}}, True),
    ({"none": {"empty": False}}, False),
    ({"name": {"empty": True}}, False),
    ({"name": {"empty": False}}, True),
    ({"second": {"same_as": "who"}}, True),
    ({"part": {"same_as": "turned"}}, True),
    ({"part": {"same_as": "who"}}, False),
    ({"hours": {"same_as": "share"}}, False),
    ({"none": {"same_as": "who"}}, None),
    ({"who": {"same_as": "none"}}, None),
    ({"hours": {"above": 2}}, True),
    ({"hours": {"above": 3}}, False),
    ({"share": {"below": 3, "above": 2}}, True),
    ({"share": {"below": 2.5}}, False),
    ({"typed": {"below": 3}}, None),
    ({"none": {"above": 3}}, None),
    ({"by": {"older_than": "6 months"}}, True),
    ({"by": {"older_than": "185 days"}}, False),
    ({"by": {"older_than": "1 year"}}, False),
    ({"said": {"older_than": "1 year"}}, None),
    ({"none": {"older_than": "1 year"}}, None),
    ({"row": "rain"}, True),
    ({"row": ["sun", "rain"]}, True),
    ({"row": ["sun"]}, False),
    ({"row": "rain", "state": {"is": "done"}}, False),
    ({"all": [{"state": {"is": "open"}}, {"part": {"has": "makes"}}]}, True),
    ({"all": [{"state": {"is": "open"}}, {"none": {"has": "makes"}}]}, None),
    ({"all": [{"none": {"has": "makes"}}, {"state": {"is": "done"}}]}, False),
    ({"any": [{"none": {"has": "makes"}}, {"state": {"is": "open"}}]}, True),
    ({"any": [{"none": {"has": "makes"}}, {"state": {"is": "done"}}]}, None),
    ({"any": [{"row": "sun"}, {"state": {"is": "done"}}]}, False),
    ({"not": {"state": {"is": "done"}}}, True),
    ({"not": {"row": "rain"}}, False),
    ({"not": {"none": {"is": "done"}}}, None),
    ({"not": {"any": [{"row": "sun"}, {"not": {"row": "rain"}}]}}, True),
]


@pytest.mark.parametrize(("where", "expected"), CASES, ids=lambda value: str(value))
def test_a_row_is_meant(where: dict[str, Any], expected: bool | None) -> None:
    assert where_test(where, TODAY)(TableRow("rain", ROW)) is expected


@pytest.mark.parametrize(
    "where",
    [
        {"state": "open"},
        {"state": {}},
        {"state": {"looks-like": "open"}},
        {"state": {"above": "open"}},
        {"hours": {"below": None}},
        {"by": {"older_than": "long"}},
        {"by": {"older_than": 7}},
        {"not": "open"},
        {"not": ["open"]},
        {"name": {"above": 3}},
    ],
    ids=str,
)
def test_what_makes_no_sense_is_never_meant(where: dict[str, Any]) -> None:
    assert where_test(where, TODAY)(TableRow("rain", ROW)) is None


def test_a_deck_that_goes_far_back_is_no_fault() -> None:
    assert where_test({"by": {"older_than": "9999 years"}}, TODAY)(TableRow("rain", ROW)) is False
