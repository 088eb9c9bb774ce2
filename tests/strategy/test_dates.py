"""Dates: what people type is understood, and what is shown can be typed again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impactcards.strategy.dates import add_months, iso_date, parse_date, show_date

#: A Tuesday.
TODAY = date(2026, 11, 24)

TYPED = [
    ("en", "2027-01-05", "2027-01-05"),
    ("en", "2027-1-5", "2027-01-05"),
    ("en", "5.12.", "2026-12-05"),
    ("en", "5.12", "2026-12-05"),
    ("en", "24.11.", "2026-11-24"),
    ("en", "23.11.", "2027-11-23"),
    ("en", "5.12.27", "2027-12-05"),
    ("en", "5. 12. 2027", "2027-12-05"),
    ("en", "Dec 5", "2026-12-05"),
    ("en", "December 5th, 2027", "2027-12-05"),
    ("en", "5 December", "2026-12-05"),
    ("en", "5th of December, 2027", "2027-12-05"),
    ("en", "  THE 5TH  OF   december ", "2026-12-05"),
    ("en", "Sept 5", "2027-09-05"),
    ("en", "12/5", "2027-05-12"),
    ("en-GB", "12/5", "2027-05-12"),
    ("en-US", "12/5", "2026-12-05"),
    ("en-US", "12/5/27", "2027-12-05"),
    ("en-US", "12-5-2027", "2027-12-05"),
    ("en-US", "5.12.", "2026-12-05"),
    ("en-US", "25/12", "2026-12-25"),
    ("en", "12/25", "2026-12-25"),
    ("en", "today", "2026-11-24"),
    ("en", "tomorrow", "2026-11-25"),
    ("en", "in 3 weeks", "2026-12-15"),
    ("en", "in a month", "2026-12-24"),
    ("en", "two months from now", "2027-01-24"),
    ("en", "friday", "2026-11-27"),
    ("en", "next Friday", "2026-11-27"),
    ("en", "Tue", "2026-12-01"),
    ("en", "by Friday", "2026-11-27"),
    ("en", "Q3 2027", "2027-09-30"),
    ("en", "q4", "2026-12-31"),
    ("en", "2027 Q1", "2027-03-31"),
    ("en", "3rd quarter 2027", "2027-09-30"),
    ("en", "H1 2027", "2027-06-30"),
    ("en", "March 2027", "2027-03-31"),
    ("en", "March", "2027-03-31"),
    ("en", "end of March", "2027-03-31"),
    ("en", "mid-March", "2027-03-15"),
    ("en", "3/2027", "2027-03-31"),
    ("en", "2027-03", "2027-03-31"),
    ("en", "week 12", "2027-03-28"),
    ("en", "2027-W12", "2027-03-28"),
    ("en", "week 53", "2027-01-03"),
    ("en", "2027", "2027-12-31"),
    ("en", "end of 2027", "2027-12-31"),
    ("en", "end of the year", "2026-12-31"),
    ("en", "next month", "2026-12-31"),
    ("en", "this quarter", "2026-12-31"),
    ("en", "next quarter", "2027-03-31"),
    ("en", "Feb 29", "2028-02-29"),
    ("en", "Fri 5 Dec 2027", "2027-12-05"),
    ("en", "at the latest by Friday, the 4th of December", "2026-12-04"),
    ("de", "5.12.", "2026-12-05"),
    ("de", "bis spätestens Freitag, den 4. Dezember", "2026-12-04"),
    ("de", "5. Dezember 2027", "2027-12-05"),
    ("de", "5. Dez.", "2026-12-05"),
    ("de", "am 5. Jänner", "2027-01-05"),
    ("de", "12/5", "2027-05-12"),
    ("de", "heute", "2026-11-24"),
    ("de", "morgen", "2026-11-25"),
    ("de", "übermorgen", "2026-11-26"),
    ("de", "in 3 Wochen", "2026-12-15"),
    ("de", "in einem Jahr", "2027-11-24"),
    ("de", "nächsten Freitag", "2026-11-27"),
    ("de", "Sonnabend", "2026-11-28"),
    ("de", "3. Quartal 2027", "2027-09-30"),
    ("de", "Q3/27", "2027-09-30"),
    ("de", "2. Halbjahr 2027", "2027-12-31"),
    ("de", "März 2027", "2027-03-31"),
    ("de", "Ende März", "2027-03-31"),
    ("de", "bis Ende März 2028", "2028-03-31"),
    ("de", "Mitte Mai", "2027-05-15"),
    ("de", "KW 12", "2027-03-28"),
    ("de", "12. KW 2027", "2027-03-28"),
    ("de", "Jahresende", "2026-12-31"),
    ("de", "nächste Woche", "2026-12-06"),
    ("de", "Ende nächsten Monats", "2026-12-31"),
    ("de", "2027", "2027-12-31"),
    ("de-x-sie", "morgen", "2026-11-25"),
    ("de", "5 December", "2026-12-05"),
    ("fr", "5.12.2027", "2027-12-05"),
]

NOT_UNDERSTOOD = [
    "",
    " ",
    "soon",
    "31.4.",
    "2027-02-30",
    "0/5",
    "13/13",
    "32 December",
    "Q5",
    "week 54",
    "in 9999 years",
    "5.12.027",
    "12",
    "1999999",
    "٥.١٢.",
    "a" * 10_000,
    "1" * 10_000,
    "in two",
    "5.12./27",
]


@pytest.mark.parametrize(("language", "typed", "day"), TYPED)
def test_what_people_type_is_understood(language: str, typed: str, day: str) -> None:
    assert str(parse_date(typed, language, TODAY)) == day


@pytest.mark.parametrize("typed", NOT_UNDERSTOOD)
@pytest.mark.parametrize("language", ["en", "en-US", "de"])
def test_what_is_no_day_is_none(language: str, typed: str) -> None:
    assert parse_date(typed, language, TODAY) is None


@settings(max_examples=150, deadline=None)
@given(
    day=st.dates(),
    language=st.sampled_from(["en", "en-US", "de", "de-AT", "fr"]),
    long=st.booleans(),
    weekday=st.booleans(),
)
def test_what_is_shown_can_be_typed_again(day: date, language: str, long: bool, weekday: bool) -> None:
    assert parse_date(show_date(day, language, long=long, weekday=weekday), language, TODAY) == day


@settings(max_examples=100, deadline=None)
@given(typed=st.text(max_size=70), language=st.sampled_from(["en", "en-US", "de", "", "x-y"]), today=st.dates())
def test_no_text_is_too_odd(typed: str, language: str, today: date) -> None:
    parse_date(typed, language, today)


@settings(max_examples=100, deadline=None)
@given(
    typed=st.lists(
        st.sampled_from(
            [
                "5",
                "12",
                "2027",
                ".",
                "/",
                "-",
                " ",
                "dec",
                "mai",
                "end of",
                "ende",
                "q3",
                "in",
                "week",
                "kw",
                "next",
                "fri",
                "jahr",
            ]
        ),
        max_size=6,
    ).map(" ".join),
    today=st.dates(),
)
def test_no_mix_of_words_is_too_odd(typed: str, today: date) -> None:
    for language in ("en", "de"):
        parse_date(typed, language, today)


@pytest.mark.parametrize(
    ("language", "long", "weekday", "shown"),
    [
        ("en", False, False, "5 Dec 2027"),
        ("en", False, True, "Sun 5 Dec 2027"),
        ("en-US", True, False, "5 December 2027"),
        ("en", True, True, "Sunday 5 December 2027"),
        ("de", False, False, "5. Dez. 2027"),
        ("de", False, True, "So 5. Dez. 2027"),
        ("de", True, False, "5. Dezember 2027"),
        ("de", True, True, "Sonntag, 5. Dezember 2027"),
        ("fr", False, False, "5 Dec 2027"),
    ],
)
def test_a_day_is_shown_in_words(language: str, long: bool, weekday: bool, shown: str) -> None:
    assert show_date("2027-12-05", language, long=long, weekday=weekday) == shown


@pytest.mark.parametrize("text", ["", "soon", "2027-02-30", "5.12.2027", "20270101", "2027-12-05 "])
def test_text_that_is_no_iso_date_is_shown_as_it_is(text: str) -> None:
    assert iso_date(text) is None
    assert show_date(text, "en") == text


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-11-24", 12, "2027-11-24"),
        ("2026-12-15", 1, "2027-01-15"),
    ],
)
def test_months_are_calendar_months(day: str, months: int, later: str) -> None:
    assert str(add_months(date.fromisoformat(day), months)) == later
