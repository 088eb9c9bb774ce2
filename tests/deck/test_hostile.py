"""A deck is untrusted: whatever stands in it, the worst that can happen is a fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from deck.spoiling import BASE, faults_in
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

#: Left out of the quick run: real processes, or thousands of inputs.
pytestmark = pytest.mark.slow

CARDS = BASE.index("cards:\n")


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\n", b"# nothing\n", b"just words", b"[]", b"{}", b"- a\n- b\n", b"42", b"null", b"\x00", b"\xff\xfe",
        b"\x89PNG\r\n\x1a\n", b"[" * 50_000, b"a: &a x\nb: *a\n", b"!!python/object/apply:os.system [ls]",
        b"format: 1\n---\nformat: 1\n", b"format: " + b"9" * 5000, b"format: 1e400", b"format: [1]", b"format: {1: 2}",
        b"<<: {format: 1}", "format: １".encode(), BASE.encode("utf-16"), BASE.encode("latin-1", "ignore") + b"# \xe4",
        b"cards: " + b"{a: " * 30 + b"1" + b"}" * 30, b"x" * 2_000_000,
    ],
    ids=range(26),
)  # fmt: skip
def test_files_that_are_no_decks(tmp_path: Path, data: bytes) -> None:
    """Each is refused, with a place wherever there is one."""
    assert faults_in(tmp_path, data)


@pytest.mark.parametrize(
    "text",
    [
        BASE.replace("title: Base", 'title: "\\uD800"'),
        BASE.replace("title: Base", 'title: "\\x00\\x1b"'),
        BASE.replace("title: Base", "title: " + "x" * 100_000),
        BASE.replace("title: Base", "title: '[/x] [@click=app.bell]x[/]'"),
        BASE.replace("title: Base", 'title: "{title} {0} %s $x"'),
    ],
    ids=["surrogate", "controls", "long", "markup", "formats"],
)
def test_strange_titles_are_clean_or_faults(tmp_path: Path, text: str) -> None:
    """Nothing strange gets through, and nothing crashes."""
    faults_in(tmp_path, text)


def test_thousands_of_mistakes_are_bounded(tmp_path: Path) -> None:
    """Two hundred faults are enough, and looking for what was meant does not take for ever."""
    cards = "".join(
        f"  - {{id: c-{n}, suit: x{n}, title: T, prompt: P, answer: {{kind: rank, from: d-{n}}}}}\n"
        for n in range(8000)
    )
    found = faults_in(tmp_path, BASE[:CARDS] + "cards:\n" + cards)
    assert len(found) == 201
    assert "There are more faults. Mend these first." in found[-1]


def test_a_knot_of_conditions_is_bounded(tmp_path: Path) -> None:
    """Conditions nest only as deep as the file may."""
    knot = "{not: " * 50 + "{card: goals, answered: true}" + "}" * 50
    found = faults_in(tmp_path, BASE.replace("{card: situation, has: ads}", knot))
    assert len(found) == 1
    assert "nested too deeply" in found[0]


LINES = BASE.splitlines(keepends=True)
SHAPES = st.sampled_from(
    [
        "",
        "x",
        "1",
        "[]",
        "{}",
        "[x]",
        "{a: b}",
        "true",
        "[[]]",
        "- x",
        "null",
        "'",
        '"',
        "é",
        "[goals]",
        "{card: goals}",
    ]
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(0, len(LINES) - 1), SHAPES)
def test_any_value_replaced_by_any_shape(tmp_path: Path, number: int, shape: str) -> None:
    """A deck with one value of another shape is right, or has faults; it never crashes."""
    line = LINES[number]
    head, colon, _ = line.partition(": ")
    spoilt = f"{head}{colon}{shape}\n" if colon else line.replace(line.strip(), shape)
    faults_in(tmp_path, "".join([*LINES[:number], spoilt, *LINES[number + 1 :]]))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(0, len(BASE)), st.integers(0, 40), st.text(max_size=5))
def test_any_piece_cut_out(tmp_path: Path, begin: int, length: int, put: str) -> None:
    """A deck with a hole in it is right, or has faults; it never crashes."""
    faults_in(tmp_path, BASE[:begin] + put + BASE[begin + length :])
