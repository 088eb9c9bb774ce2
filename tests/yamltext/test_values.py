"""Only true, false, null and numbers without quotes are more than text."""

from __future__ import annotations

import pytest

from impactcards.yamltext import as_bool, as_int, as_number, is_null, plain_value, read, to_data


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("False", False),
        ("0", 0),
        ("12", 12),
        ("-3", -3),
        ("+5", 5),
        ("1.5", 1.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        ("-1.5E-2", -0.015),
    ],
)
def test_plain_value(text: str, value: object) -> None:
    """A small grammar decides, not YAML 1.1's."""
    found = plain_value(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "on",
        "y",
        "012",
        "00",
        "12:30",
        "1_000",
        "0x1F",
        "0o7",
        "2024-01-01",
        "1e999",
        ".",
        "-",
        "+",
        "e5",
        ".e5",
        "1e",
        "1.2.3",
        ".inf",
        ".nan",
        "١٢",
        "1,5",
        "tRue",
        "nULL",
        "1h",
    ],
)
def test_what_stays_text(text: str) -> None:
    """What YAML 1.1 would have turned into truths, dates and strange numbers."""
    assert plain_value(text) == text


def test_a_number_too_long_to_be_one_stays_text() -> None:
    """Every number can be calculated with."""
    assert plain_value("9" * 301) == "9" * 301
    number = plain_value("9" * 300)
    assert isinstance(number, int)
    assert float(number) == 1e300


def test_quotes_make_text_of_anything() -> None:
    """Quoted scalars and blocks are never read as more."""
    root = read("a: '1'\nb: \"true\"\nc: |-\n  2\nd: 3\ne:\nf: ''\n").root
    assert root is not None
    assert to_data(root) == {"a": "1", "b": "true", "c": "2", "d": 3, "e": None, "f": ""}


def test_asking_for_a_kind() -> None:
    """A node that is not of the kind asked for is None, whatever it is."""
    root = read("[1, 1.5, true, '1', [1], {a: 1}, ~]").root
    assert root is not None
    assert root.kind == "list"
    assert [as_int(node) for node in root.value] == [1, None, None, None, None, None, None]
    assert [as_number(node) for node in root.value] == [1, 1.5, None, None, None, None, None]
    assert [as_bool(node) for node in root.value] == [None, None, True, None, None, None, None]
    assert [is_null(node) for node in root.value] == [False] * 6 + [True]
