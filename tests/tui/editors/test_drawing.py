"""Where text wraps, where columns stand, and the small words: all without a screen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual._wrap import compute_wrap_offsets
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument

from impactcards.deck.kinds import (
    CellKind,
    ChoiceAnswer,
    Column,
    DateAnswer,
    NumberAnswer,
    Option,
    ScaleAnswer,
    TextAnswer,
)
from impactcards.text import clean
from impactcards.tui.editors.example import example_line
from impactcards.tui.editors.limits import counted
from impactcards.tui.widgets.rows.columns import HEAD, arrange, title_lines
from impactcards.tui.widgets.rows.digits import Digits
from impactcards.tui.widgets.rows.flow import Flow
from impactcards.tui.widgets.rows.offer import with_pick
from impactcards.tui.widgets.rows.wrap import _ONE_CELL, breaks, cut, folded, padded, wrapped

TEXTS = st.text(st.sampled_from("ab \n社é👩\u200d🌾·-—\x1b\u202e"), max_size=60)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(2, 30))
def test_drawn_text_wraps_where_edited_text_does(text: str, width: int) -> None:
    document = WrappedDocument(Document(clean(text)), width)
    edited = [line for lines in document.lines for line in lines]
    assert list(wrapped(text, width)) == edited
    assert all(cell_len(line) <= width for line in wrapped(text, width))


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab  é“"), max_size=80), st.integers(1, 12))
def test_the_quick_way_to_break_plain_text_is_the_text_areas(text: str, width: int) -> None:
    assert breaks(text, width) == compute_wrap_offsets(text, width, tab_size=1)


def test_letters_taken_to_be_one_cell_wide_are() -> None:
    plain = [chr(code) for code in range(32, 0x3000) if _ONE_CELL.fullmatch(chr(code))]
    assert len(plain) > 500
    assert all(cell_len(letter) == 1 and (letter == " " or not letter.isspace()) for letter in plain)


EDITS = st.lists(
    st.tuples(st.integers(0, 80), st.integers(0, 80), st.text(st.sampled_from("ab \n社"), max_size=30)), max_size=8
)


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("abc \n社"), max_size=80), EDITS, st.integers(1, 12))
def test_the_flow_of_a_text_is_the_same_after_edits_as_anew(
    text: str, edits: list[tuple[int, int, str]], width: int
) -> None:
    document = Document(text)
    flow = Flow(document)
    flow.wrap(width)
    for a, b, typed in edits:
        ends = sorted((_location(document, a), _location(document, b)))
        done = document.replace_range(ends[0], ends[1], typed)
        flow.wrap_range(ends[0], ends[1], done.end_location)
    anew = WrappedDocument(Document("\n".join(document.lines)), width)
    assert flow._wrap_offsets == anew._wrap_offsets
    assert flow._offset_to_line_info == anew._offset_to_line_info
    assert flow._line_index_to_offsets == anew._line_index_to_offsets
    assert [flow.get_sections(at) for at in range(document.line_count)] == anew.lines
    assert flow.height == anew.height


def _location(document: Document, at: int) -> tuple[int, int]:
    row = at % document.line_count
    return row, at % (len(document[row]) + 1)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(0, 20))
def test_cut_and_padded_text_has_its_width_and_no_control_characters(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width
    assert cell_len(padded(cut(text, width), width)) == width
    assert not any(ord(letter) < 32 for letter in cut(text, width))


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(1, 20), st.integers(1, 6))
def test_a_folded_name_stays_within_its_lines(text: str, width: int, lines: int) -> None:
    found = folded(text, width, lines, " ")
    assert 1 <= len(found) <= lines
    assert all(cell_len(line) <= width for line in found)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (1, ("Planners: land…",)),
        (2, ("Planners:", " landscape arc…")),
        (6, ("Planners:", " landscape", " architects in", " offices")),
    ],
)
def test_a_name_is_cut_only_where_it_has_no_more_lines(lines: int, found: tuple[str, ...]) -> None:
    assert folded("Planners: landscape architects in offices", 15, lines, " ") == found


def test_room_goes_to_the_columns_that_need_it() -> None:
    columns = [Column(name, name, kind) for name, kind in (("a", TextAnswer()), ("b", ChoiceAnswer()))]
    evenly = arrange(columns, 5, 80, head=False, shown_from=1)
    needed = arrange(columns, 5, 80, head=False, shown_from=1, needs=lambda column: (10, 48)[column])
    assert needed.slots[1].width >= 48 > evenly.slots[1].width
    assert sum(slot.width for slot in needed.slots) == sum(slot.width for slot in evenly.slots)


KINDS: tuple[CellKind, ...] = (
    TextAnswer(), NumberAnswer("h"), DateAnswer(), ChoiceAnswer(), ScaleAnswer(1, 5), ScaleAnswer(0, 10),
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(KINDS), min_size=1, max_size=7), st.integers(20, 200), st.booleans(), st.data())
def test_columns_never_overlap_and_each_can_be_reached(
    kinds: list[CellKind], width: int, head: bool, data: st.DataObject
) -> None:
    columns = [Column(str(at), f"Title {at}", kind) for at, kind in enumerate(kinds)]
    wanted = data.draw(st.integers(0, len(columns) - 1))
    needs = data.draw(st.lists(st.integers(0, 60), min_size=8, max_size=8))
    arrangement = arrange(columns, 5, width, head=head, shown_from=wanted, needs=lambda column: needs[column])
    slots = arrangement.slots
    assert slots[0].column == (HEAD if head else 0)
    assert arrangement.slot(wanted) is not None
    assert all(a.x + a.width < b.x for a, b in pairwise(slots))
    assert all(slot.width >= 1 for slot in slots)
    assert slots[-1].x + slots[-1].width <= max(width, 5 + 16 + 16 + 6)
    assert len(slots) + arrangement.before + arrangement.after == len(columns) + head


@pytest.mark.parametrize(
    ("title", "width", "lines"),
    [
        ("Fit", 5, ["Fit"]),
        ("Posts a week", 7, ["Posts a", "week"]),
        ("Who tells those concerned", 15, ["Who tells those", "concerned"]),
        ("Who tells those concerned", 9, ["Who tells", "those co…"]),
    ],
)
def test_titles_take_two_lines_at_most(title: str, width: int, lines: list[str]) -> None:
    assert title_lines(title, width) == lines


@pytest.mark.parametrize(
    ("low", "high", "digits", "steps"),
    [
        (1, 5, [("3", 0.0)], [3]),
        (1, 5, [("3", 0.0), ("4", 0.1)], [3, 4]),
        (1, 5, [("0", 0.0), ("9", 1.0)], [None, None]),
        (0, 10, [("1", 0.0), ("0", 0.4)], [1, 10]),
        (0, 10, [("1", 0.0), ("0", 0.6)], [1, 0]),
        (0, 10, [("1", 0.0), ("0", 0.1), ("0", 0.2)], [1, 10, 0]),
        (5, 15, [("1", 0.0), ("2", 0.1)], [None, 12]),
    ],
)
def test_digits(low: int, high: int, digits: list[tuple[str, float]], steps: list[int | None]) -> None:
    reader = Digits()
    assert [reader.step(digit, ScaleAnswer(low, high), now=100 + at) for digit, at in digits] == steps


@pytest.mark.parametrize(
    ("example", "line"),
    [
        ("1 Planned early. 2 Eight apprentices. 3 Towns.", "Planned early"),
        ("1. One thing; and more\n2. Two", "One thing; and more"),
        ("First line\nsecond", "First line"),
        ("1 Only one", "Only one"),
        ("12 posts a week", "12 posts a week"),
        ("", ""),
    ],
)
def test_the_ghost_is_the_start_of_the_example(example: str, line: str) -> None:
    assert example_line(example) == line


@pytest.mark.parametrize(
    ("n", "least", "most", "said"),
    [
        (0, None, 3, "0 of 3 at most"),
        (4, None, 3, "4, and 3 at most"),
        (1, 2, None, "1 of at least 2"),
        (1, 3, 5, "1 of 3 to 5"),
        (3, 3, 5, "3 of 5 at most"),
        (2, 2, None, ""),
    ],
)
def test_counted(n: int, least: int | None, most: int | None, said: str) -> None:
    assert str(counted(n, least, most)) == said


def test_an_option_that_stands_alone_unticks_the_others() -> None:
    options = (Option("a", "A"), Option("b", "B"), Option("none", "None", alone=True))
    assert with_pick(("b",), "a", options) == ("a", "b")
    assert with_pick(("a", "b"), "none", options) == ("none",)
    assert with_pick(("none",), "b", options) == ("b",)
