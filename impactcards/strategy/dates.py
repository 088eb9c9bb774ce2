"""Dates as people type and read them: a small grammar per language, no library.

A day without a year is its next occurrence; a week, month, quarter or year is its last day. What is typed is echoed in
words (``Fri 5 Dec 2027``), so that nobody has to know these rules.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from impactcards.patterns import late
from impactcards.records import record
from impactcards.strategy.date_words import COMMON_RULES, DateWords, date_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

#: Nobody types a longer date; longer texts are not searched.
_LONGEST = 60

_ISO = late(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


def parse_date(text: str, language: str, today: date) -> date | None:
    """The day that a person means by ``text``, in ``language`` (a BCP 47 tag) or in English; None if not understood."""
    text = " ".join(text.casefold().split())
    if not text or len(text) > _LONGEST:
        return None
    month_first = language.replace("_", "-").casefold().startswith("en-us")
    for words in dict.fromkeys((date_words(language), date_words("en"))):
        found = _read(text, _grammar(words), today, month_first)
        if found is not None:
            return found
    return None


def iso_date(text: str) -> date | None:
    """The day of an ISO 8601 date as files write it, or None."""
    found = _ISO.fullmatch(text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def show_date(day: date | str, language: str, *, long: bool = False, weekday: bool = False) -> str:
    """A day in words: ``5 Dec 2027``, or ``long`` ``5 December 2027``. Text that is no ISO date comes back as it is."""
    if isinstance(day, str):
        found = iso_date(day)
        if found is None:
            return day
        day = found
    words = date_words(language)
    month = (words.months if long else words.short_months)[day.month - 1]
    shown = f"{day.day}{words.after_day} {month} {day.year:04}"
    if not weekday:
        return shown
    name = words.weekdays[day.weekday()] + words.after_weekday if long else words.short_weekdays[day.weekday()]
    return f"{name} {shown}"


def local_today() -> date:
    """The day it is here."""
    return datetime.now().astimezone().date()


def add_months(day: date, months: int) -> date:
    """The same day some calendar months later, or the last day of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, _last_day(year, month + 1)))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, _last_day(year, month))


def _last_day(year: int, month: int) -> int:
    from calendar import monthrange  # half a millisecond that the first card need not wait for

    return monthrange(year, month)[1]


@record
class _Grammar:
    """A language's rules, compiled."""

    words: DateWords
    months: dict[str, int]
    weekdays: dict[str, int]
    introduction: re.Pattern[str]
    leading_weekday: re.Pattern[str]
    rules: tuple[tuple[re.Pattern[str], Callable[[_Reading], date]], ...]


@record
class _Reading:
    """A text that one rule fits: what it captured, and what the rule needs to know."""

    captured: dict[str, str]
    grammar: _Grammar
    today: date
    month_first: bool

    def number(self, name: str) -> int:
        return int(self.captured[name])

    @property
    def month(self) -> int:
        named = self.captured.get("month")
        return self.grammar.months[named] if named else self.number("month_number")

    @property
    def unit(self) -> str:
        return self.grammar.words.units[self.captured["unit"]]

    @property
    def year(self) -> int | None:
        typed = self.captured.get("year")
        return int(typed) + (2000 if len(typed) == 2 else 0) if typed else None

    def in_year(self, make: Callable[[int], date]) -> date:
        """The day in the typed year, or else its next occurrence; 29 February and week 53 wait for their year."""
        if self.year is not None:
            return make(self.year)
        for year in range(self.today.year, self.today.year + 9):
            try:
                made = make(year)
            except ValueError:
                continue
            if made >= self.today:
                return made
        raise ValueError("no such day")


def _read(text: str, grammar: _Grammar, today: date, month_first: bool) -> date | None:
    text = grammar.introduction.sub("", text)
    after_weekday = grammar.introduction.sub("", grammar.leading_weekday.sub("", text))
    readings = dict.fromkeys((text, after_weekday))
    for pattern, rule in grammar.rules:
        for reading in readings:
            found = pattern.fullmatch(reading)
            if found is not None:
                captured = {name: part for name, part in found.groupdict().items() if part}
                try:
                    return rule(_Reading(captured, grammar, today, month_first))
                except (ValueError, OverflowError):  # no such day, or none in the calendar
                    return None
    return None


# -- the rules: what a text of one form means -------------------------------------------------------------------------


def _day_named(read: _Reading) -> date:
    return read.today + timedelta(days=read.grammar.words.day_names[read.captured["name"]])


def _day(read: _Reading) -> date:
    return read.in_year(lambda year: date(year, read.month, read.number("day")))


def _numeric(read: _Reading) -> date:
    """Day and month, or in the United States month and day; where only the other order is possible, that one."""
    day, month, dotted = read.number("a"), read.number("b"), read.captured["sign"] == "."
    if not dotted and ((read.month_first and day <= 12) or month > 12):
        day, month = month, day
    return read.in_year(lambda year: date(year, month, day))


def _middle_of_month(read: _Reading) -> date:
    return read.in_year(lambda year: date(year, read.month, 15))


def _month(read: _Reading) -> date:
    return read.in_year(lambda year: month_end(year, _within(read.month, 12)))


def _quarter(read: _Reading) -> date:
    return read.in_year(lambda year: month_end(year, read.number("n") * 3))


def _half(read: _Reading) -> date:
    return read.in_year(lambda year: month_end(year, read.number("n") * 6))


def _week(read: _Reading) -> date:
    return read.in_year(lambda year: date.fromisocalendar(year, read.number("n"), 7))


def _year(read: _Reading) -> date:
    return read.in_year(lambda year: date(year, 12, 31))


def _from_now(read: _Reading) -> date:
    typed = read.captured["n"]
    count = read.grammar.words.counts.get(typed) or int(typed)
    months = {"month": 1, "quarter": 3, "year": 12}.get(read.unit)
    if months:
        return add_months(read.today, count * months)
    return read.today + timedelta(days=count * (7 if read.unit == "week" else 1))


def _weekday(read: _Reading) -> date:
    """Never today: whoever means today says so."""
    ahead = (read.grammar.weekdays[read.captured["weekday"]] - read.today.weekday()) % 7
    return read.today + timedelta(days=ahead or 7)


def _this(read: _Reading, later: int = 0) -> date:
    """The last day of this week (month, quarter, year), or of one ``later``."""
    today, unit = read.today, read.unit
    if unit == "day":
        return today + timedelta(days=later)
    if unit == "week":
        return today + timedelta(days=6 - today.weekday() + 7 * later)
    if unit == "year":
        return date(today.year + later, 12, 31)
    day = add_months(today.replace(day=1), later * (3 if unit == "quarter" else 1))
    return month_end(day.year, day.month if unit == "month" else (day.month + 2) // 3 * 3)


def _next(read: _Reading) -> date:
    return _this(read, later=1)


_RULES: dict[str, Callable[[_Reading], date]] = {
    "day_named": _day_named,
    "day": _day,
    "numeric": _numeric,
    "middle_of_month": _middle_of_month,
    "month": _month,
    "quarter": _quarter,
    "half": _half,
    "week": _week,
    "year": _year,
    "from_now": _from_now,
    "weekday": _weekday,
    "this": _this,
    "next": _next,
}


def _within(month: int, most: int) -> int:
    if not 1 <= month <= most:
        raise ValueError("no such month")
    return month


@lru_cache(maxsize=8)
def _grammar(words: DateWords) -> _Grammar:
    months = _numbered(words.months, words.short_months, start=1) | dict(words.more_months)
    weekdays = _numbered(words.weekdays, words.short_weekdays, start=0) | dict(words.more_weekdays)
    parts = {
        "month": rf"(?P<month>{_one_of(months)})\.?",
        "weekday": rf"(?P<weekday>{_one_of(weekdays)})",
        "day": r"(?P<day>\d{1,2})",
        "year": r"(?P<year>\d{4}|\d{2})",
        "year4": r"(?P<year>\d{4})",
        "n": rf"(?P<n>\d{{1,4}}|{_one_of(words.counts)})",
        "unit": rf"(?P<unit>{_one_of(words.units)})",
        "name": rf"(?P<name>{_one_of(words.day_names)})",
    }
    rules = []
    for rule, written in (*COMMON_RULES, *words.rules):
        pattern = re.sub(r"(?<!\?P)(?<!\(\?)<(\w+)>", lambda found: parts[found[1]], written)
        rules.append((re.compile(pattern, re.ASCII), _RULES[rule]))
    return _Grammar(
        words,
        months,
        weekdays,
        introduction=re.compile(rf"^(?:(?:{words.introduction}) )+"),
        leading_weekday=re.compile(rf"^(?:{_one_of(weekdays)})[.,]* (?=.*\d)"),
        rules=tuple(rules),
    )


def _numbered(*lists: tuple[str, ...], start: int) -> dict[str, int]:
    return {name.casefold().rstrip("."): n for names in lists for n, name in enumerate(names, start)}


def _one_of(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


__all__ = ["add_months", "iso_date", "local_today", "month_end", "parse_date", "show_date"]
