"""What is written comes back, as what it was."""

from __future__ import annotations

import textwrap

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from impactcards.text import clean
from impactcards.yamltext import dump, read, to_data

SPECIAL = (
    *[
        "no",
        "012",
        "2024-01-01",
        "~",
        "null",
        "true",
        "1e5",
        "1",
        "-1.5",
        "12:30",
        "=",
        "<<",
        "-",
        "---",
        "...",
        "%x",
        "@x",
        "`x",
        "[/x]",
        "{a}",
        "&",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        ":",
        ":a",
        "a:",
        "'",
        '"',
        "\\",
    ],
    *("a: b", "- a", "? a", "# no comment", "a # b", "a,b", "😀", "é", "\U0010ffff", "\u200b", "\u00a0"),
    *(
        "",
        " ",
        "\n",
        "\n\n",
        " x",
        "x ",
        "x\n",
        "x\n\n",
        "\nx",
        "a\nb",
        "a\nb\n",
        "a \nb",
        " a\nb",
        "a\n b\n",
        "a\n\nb",
    ),
    *("a\n---\nb", "a\n...\nb", "null\n", "w " * 90, "x" * 300, ("line " * 30 + "\n") * 3),
)
TEXTS = st.one_of(
    st.sampled_from(SPECIAL),
    st.text(st.characters(codec="utf-8"), max_size=60).map(clean),
    st.text(st.sampled_from(" \n:-#'\"a0.[]{}!&*|>?%@,é😀"), max_size=40).map(clean),
)
SCALARS = st.one_of(TEXTS, st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.booleans(), st.none())
DATA = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=12,
)


def reread(text: str) -> object:
    """What the reader makes of a text."""
    root = read(text).root
    assert root is not None
    return to_data(root)


def same(found: object, data: object) -> bool:
    """Equal, and of the same types."""
    if isinstance(data, dict):
        return isinstance(found, dict) and [*found] == [*data] and all(same(found[key], data[key]) for key in data)
    if isinstance(data, list):
        return isinstance(found, list) and len(found) == len(data) and all(map(same, found, data))
    return type(found) is type(data) and found == data


@pytest.mark.parametrize("text", SPECIAL)
def test_special_texts_stay_texts(text: str) -> None:
    """Nothing that looks like more than text is read as more."""
    for data in (text, [text], {"key": text}, {"a": [{"b": text}]}, {text: "value"}):
        assert same(reread(dump(data)), data)


@given(DATA)
def test_round_trip(data: object) -> None:
    """Every cleaned text and all plain data come back, with their types."""
    assert same(reread(dump(data)), data)


@given(st.dictionaries(st.sampled_from(["a", "b-c", "no"]), DATA, min_size=1), st.integers(1, 8))
def test_a_slice_can_stand_under_a_key(data: dict[str, object], indent: int) -> None:
    """Indented, a dump means the same under a key, whatever follows it."""
    written = "before: 1\nkey:\n" + dump(data, indent=indent) + "after: |\n  x\n"
    assert same(reread(written), {"before": 1, "key": data, "after": "x\n"})


@given(DATA)
def test_other_programs_read_the_same_texts(data: object) -> None:
    """What we write as text is no number or date for YAML 1.1 either."""

    assert texts(yaml.safe_load(dump(data))) == texts(data)


def texts(value: object) -> list[str]:
    """All texts of plain data."""
    if isinstance(value, dict):
        return [text for key, entry in value.items() for text in (*texts(key), *texts(entry))]
    if isinstance(value, list):
        return [text for entry in value for text in texts(entry)]
    return [value] if isinstance(value, str) else []


def test_how_it_looks() -> None:
    """Block style in the given order, readable line by line."""
    data = {
        "value": [{"id": "a222", "text": "Fünf Schulen 😀"}, {"id": "b333", "text": "one\ntwo\n"}],
        "at": "2026-11-24T14:03:05Z",
        "when": "2026-11-24",
        "n": 3,
        "empty": [],
        "note": "no",
    }
    assert dump(data) == textwrap.dedent("""\
        value:
          - id: a222
            text: Fünf Schulen 😀
          - id: b333
            text: |
              one
              two
        at: '2026-11-24T14:03:05Z'
        when: '2026-11-24'
        n: 3
        empty: []
        note: 'no'
        """)


def test_the_same_text_twice_makes_no_alias() -> None:
    """Our own reader refuses aliases, so none may be written."""
    shared = ["x"]
    assert reread(dump({"a": shared, "b": shared})) == {"a": ["x"], "b": ["x"]}
