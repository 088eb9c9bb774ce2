"""Numbers: read by the language where both readings make sense, and shown without noise."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impactcards.strategy.numbers import parse_number, plain_number, show_number

TYPED = [
    ("de", "1.250,5", 1250.5),
    ("en", "1,250.5", 1250.5),
    ("en", "1250", 1250),
    ("de", "1250", 1250),
    ("de", "1.250", 1250),
    ("en", "1.250", 1.25),
    ("en", "1,250", 1250),
    ("de", "1,250", 1.25),
    ("en", "2,5", 2.5),
    ("de", "2.5", 2.5),
    ("de", "1.000.000", 1000000),
    ("en", "1,000,000.25", 1000000.25),
    ("en", "0.5", 0.5),
    ("en", ".5", 0.5),
    ("de", ",5", 0.5),
    ("de", "0,250", 0.25),
    ("de", "0.250", 0.25),
    ("en", "-5", -5),
    ("en", "−5", -5),
    ("en", "+5", 5),
    ("en", "1 250", 1250),
    ("fr", "1\u202f250,5", 1250.5),
    ("de-CH", "1’250.5", 1250.5),
    ("en", "12 %", 12),
    ("en", " 40 ", 40),
    ("en", "5.0", 5),
    ("en", "007", 7),
]
NO_NUMBERS = [
    "",
    " ",
    "~40",
    "about 40",
    "1,25,0",
    "1.2.3",
    "12-5",
    "3h",
    "1e5",
    "--5",
    "5.",
    "1,,000",
    "٣",
    "½",
    "nan",
    "inf",
    "-",
    ".",
    "1.250.5",
    "9" * 5000,
    "1 2 3",
]


@pytest.mark.parametrize(("language", "typed", "number"), TYPED)
def test_what_people_type_is_read(language: str, typed: str, number: float) -> None:
    found = parse_number(typed, language)
    assert found == number
    assert type(found) is type(number)


@pytest.mark.parametrize("typed", NO_NUMBERS)
@pytest.mark.parametrize("language", ["en", "de"])
def test_what_is_no_number_is_none(language: str, typed: str) -> None:
    assert parse_number(typed, language) is None


@pytest.mark.parametrize(
    ("typed", "unit", "number"),
    [
        ("3h", "h", 3),
        ("3 H", "h", 3),
        ("€ 500", "€", 500),
        ("12 %", "%", 12),
        ("12 %", "h", None),
        ("3 days", "h", None),
        ("2,5 Std.", "Std.", 2.5),
        ("h", "h", None),
        ("12%", "", 12),
    ],
)
def test_the_unit_may_be_typed_too(typed: str, unit: str, number: float | None) -> None:
    assert parse_number(typed, "de", unit) == number


@pytest.mark.parametrize(
    ("language", "number", "shown"),
    [
        ("en", 1250, "1250"),
        ("de", 9999, "9999"),
        ("en", 10000, "10,000"),
        ("de", 12500.5, "12.500,5"),
        ("de", 1250.5, "1250,5"),
        ("fr", 12500, "12\u00a0500"),
        ("de-CH", 12500.5, "12’500.5"),
        ("en", 0.1 + 0.2, "0.3"),
        ("en", 5.0, "5"),
        ("en", -12500, "-12,500"),
        ("en", 1e-7, "0.0000001"),
        ("en", 1e20, "100,000,000,000,000,000,000"),
        ("en", 0, "0"),
        ("en", -0.0, "0"),
    ],
)
def test_numbers_are_shown_in_the_language(language: str, number: float, shown: str) -> None:
    assert show_number(number, language) == shown


@settings(max_examples=150, deadline=None)
@given(
    language=st.sampled_from(["en", "de", "fr", "de-CH", "ja"]),
    number=st.integers(-(10**12), 10**12) | st.decimals(-(10**6), 10**6, places=3).map(float),
)
def test_what_is_shown_can_be_typed_again(language: str, number: float) -> None:
    assert parse_number(show_number(number, language), language) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("-0.5", -0.5),
        ("1e3", 1000),
        ("2.0", 2),
        ("1e999", None),
        ("0x10", None),
        ("1_000", None),
        ("1,5", None),
    ],
)
def test_numbers_of_files_are_plain(text: str, number: float | None) -> None:
    assert plain_number(text) == number
