"""The quick reader gives the tree that PyYAML's events make, or none: for what is written here, and for its like."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from impactcards.deck.library import bundled_folder
from impactcards.text import clean
from impactcards.yamltext import ListNode, MapNode, Node, Scalar, dump
from impactcards.yamltext.bounds import MAX_DEPTH, MAX_NODES
from impactcards.yamltext.composer import compose
from impactcards.yamltext.quick import quick_first, quick_tree
from impactcards.yamltext.reader import _first_event

WRITTEN = sorted((bundled_folder() / "demo").rglob("*.yaml"))


def shape(node: Node | None) -> Any:
    """Everything a node says of itself."""
    if node is None:
        return None
    place = (node.start, node.end)
    if isinstance(node, MapNode):
        keys = [(key, scalar.value, scalar.plain, scalar.start, scalar.end) for key, scalar in node.keys.items()]
        return ("map", place, keys, [shape(value) for value in node.value.values()])
    if isinstance(node, ListNode):
        return ("list", place, [shape(value) for value in node.value])
    return (node.value, node.plain, place)


def agree(text: str) -> bool:
    """Whether the quick reader knows the text; if it does, it must say what PyYAML says."""
    first = quick_first(text, ("id", "translates", "a", "b"))
    assert first is None or first == _first_event(text, ("id", "translates", "a", "b")), text
    quick = quick_tree(text)
    if quick is None:
        return False
    assert shape(quick) == shape(compose(text, MAX_DEPTH, MAX_NODES, _twice)), text
    return True


def _twice(key: Scalar, _first: Scalar) -> None:
    pytest.fail(f"{key.value} stands there twice")


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_what_the_program_wrote_is_known(path: Path) -> None:
    assert agree(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n",
        "# said first\na: b\nc:\n  - d\n  - e: f\n    g: h\n",
        "a: 'it''s so: long\n  and ''quoted'''\nb: |\n  one\n\n    two\nc: |-\n  end\n",
        "a:\n  b: 2027-01-01 and\n    on it goes\n  c: []\nd: {}\n",
    ],
)
def test_known(text: str) -> None:
    assert agree(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: b",
        "- a\n",
        "a:\n",
        "a: b: c\n",
        "a: b\na: c\n",
        "a: b # why\n",
        "a: &b c\n",
        "a: !!str b\n",
        "a: *b\n",
        "a: b\n---\n",
        "a:\n- b\n",
        "a: 'b\n\n  c'\n",
        "a: 'b\nc'\n",
        "a: |2\n  b\n",
        "a: >\n  b\n",
        "a: [b]\n",
        "a: b\r\n",
        "a:\tb\n",
        "a: b\n c: d\n",
        "a: b\n\nc: d\n",
        "%YAML 1.1\n---\na: b\n",
        "a: b\n...\n",
        "  " * 20 + "a: b\n",
    ],
)
def test_left_to_pyyaml(text: str) -> None:
    assert quick_tree(text) is None


WORDS = ["word", "it's", "so:", "#1", "- a", "“x”", "(b)", "2027", "-5", "null", "''"]
TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=30),
    st.text("ab '\"#:-\n", max_size=300),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
).map(clean)
KEYS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
DATA = st.dictionaries(
    KEYS,
    st.recursive(
        TEXTS | st.integers() | st.booleans() | st.none(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
        max_leaves=12,
    ),
    max_size=6,
)


@given(DATA)
def test_what_is_dumped(data: dict[str, Any]) -> None:
    agree(dump(data))


LINES = st.lists(
    st.tuples(
        st.sampled_from(["", " ", "  ", "    ", "      "]),
        st.sampled_from(["", "- ", "- - ", "-"]),
        st.sampled_from(["", "", "a: ", "b: ", "a:", "c:", "'d': "]),
        st.sampled_from(
            ["", "", "x", "x y", "'x'", "'x", "y'", "x''", "|", "|-", ">", "[]", "{}", "# x", "x #y", "x#y", "x: y",
             "x:", "~", "12", "-1", "- z", "...", "---", "x  y", "''", "'", '"x"', "é:é", "[x", "x]", "?", "? x",
             "a:b", ": x", "x "]
        ),
    ).map("".join),
    max_size=8,
)  # fmt: skip


@settings(max_examples=600)
@given(LINES)
@example(["a: |", "  x", " ", "b: x"])
@example(["a: |", "  x", "   ", "  y"])
@example(["a: 'x ", "  y'"])
@example(["a: x", "    - z"])
@example(["a: x", "# x", "b: x"])
@pytest.mark.slow
def test_lines_of_any_kind(lines: list[str]) -> None:
    agree("".join(line + "\n" for line in lines))


@settings(max_examples=400)
@given(st.sampled_from(WRITTEN), st.data())
@pytest.mark.slow
def test_written_and_then_edited(path: Path, data: st.DataObject) -> None:
    """A character or a line is put in, taken out or doubled somewhere in a strategy."""
    text = path.read_text(encoding="utf-8")
    begin = text.rfind("\n", 0, data.draw(st.integers(0, len(text)))) + 1
    part = "a: b\n" + text[begin : begin + 600].rpartition("\n")[0] + "\n"
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(part)))
        cut = data.draw(st.integers(0, 4))
        put = data.draw(st.sampled_from(["", " ", "\n", "'", ":", ": ", "- ", "#", " #", "  ", "\n\n", "|"]))
        part = part[:at] + put + part[at + cut :]
    agree(part)
