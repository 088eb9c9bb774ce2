"""The rows of a list or table without a screen: whatever is done, ids stay with their texts."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impactcards.strategy.values import TableRow
from impactcards.tui.widgets.rows.model import RowsModel, pasted_cells
from impactcards.tui.widgets.rows.ranking import Ranking


def model_of(*texts: str, free: bool = True) -> RowsModel:
    """A list with the ids a, b, … and texts; new ids are numbers."""
    numbers = itertools.count()
    rows = [TableRow(chr(97 + at), {"text": text} if text else {}) for at, text in enumerate(texts)]
    return RowsModel(("text",), rows, free=free, make_id=lambda: str(next(numbers)))


def shown(model: RowsModel) -> list[tuple[str, str]]:
    return [(row.id, str(row.cells.get("text", ""))) for row in model.rows]


def test_split_join_insert_move() -> None:
    model = model_of("one two", "three")
    assert model.split(0, 3) == 1
    assert shown(model) == [("a", "one"), ("0", "two"), ("b", "three")]
    assert model.join(1) == 3
    assert shown(model) == [("a", "onetwo"), ("b", "three")]
    assert model.move(0, 9) == 1
    assert shown(model) == [("b", "three"), ("a", "onetwo")]


def test_joining_with_an_empty_row_keeps_the_id_of_the_text() -> None:
    model = model_of("", "text")
    assert model.join(1) == 0
    assert shown(model) == [("b", "text")]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("one", [["one"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\rb\nc", [["a"], ["b"], ["c"]]),
        ("a\x0bb\x1cc\x85d\u2028e", [["abc d e"]]),
        ("a\n\nb\n\n\n", [["a"], [""], ["b"]]),
        ("", [[""]]),
    ],
)
def test_pasted_text_is_parted_at_line_ends_and_tabs_only(text: str, cells: list[list[str]]) -> None:
    assert pasted_cells(text) == cells


def test_rows_that_are_not_free_only_take_cells() -> None:
    model = model_of("a", "b", free=False)
    model.put(5, 0, "no such row")
    last = model.paste(1, 0, [["x"], ["y"], ["z"]], lambda _, text: text)
    assert shown(model) == [("a", "a"), ("b", "x")]
    assert last == (1, 0)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["put", "empty", "insert", "split", "join", "delete", "move", "paste"]),
        st.integers(0, 6),
        st.integers(0, 6),
    ),
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_ids_are_unique_and_stay_with_their_words(steps: list[tuple[str, int, int]]) -> None:
    """Every word is unique; the id under which a word was first seen may only change where rows are joined or split."""
    model = model_of("alpha", "beta", "gamma")
    words = (f"w{n}" for n in itertools.count())
    for step, a, b in steps:
        row = min(a, max(0, len(model) - 1))
        before = dict(shown(model))
        if step == "put":
            model.put(min(a, len(model)), 0, next(words))
        elif not len(model):
            continue
        elif step == "empty":
            model.put(row, 0, None)
        elif step == "insert":
            model.insert(row)
        elif step == "split":
            model.split(row, min(b, len(model.text(row))))
        elif step == "join" and row:
            model.join(row)
        elif step == "delete":
            model.delete(row)
        elif step == "move":
            model.move(row, b)
        elif step == "paste":
            model.paste(row, 0, [[next(words)], [""], [next(words)]], lambda _, text: text)
        ids = [found for found, _ in shown(model)]
        assert len(ids) == len(set(ids))
        touched = {found for found, text in shown(model) if found in before and before[found] != text}
        assert len(touched) <= 1
        assert [row.id for row in model.value()] == [found for found, text in shown(model) if text]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["place", "out", "up", "down"]), st.integers(0, 3), st.integers(0, 9))))
def test_a_ranking_never_loses_or_doubles_anything(steps: list[tuple[str, int, int]]) -> None:
    offered = ("a", "b", "c", "d")
    ranking = Ranking(offered, ("c", "gone"))
    for step, which, at in steps:
        found = offered[which]
        if step == "place":
            ranking.place(found, at)
        elif step == "out":
            ranking.take_out(found)
        else:
            ranking.move(found, -1 if step == "up" else 1)
        assert sorted(ranking.all) == ["a", "b", "c", "d", "gone"]
        assert ranking.rest == [found for found in offered if found in ranking.rest]
