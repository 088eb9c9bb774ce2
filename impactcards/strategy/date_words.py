"""The words of dates, language by language: what :mod:`impactcards.strategy.dates` reads and writes.

A language is data. Its ``rules`` are tried in order; each is (what is meant, how it is written). What is meant is the
name of a rule in ``dates``. How it is written is a regular expression over text with its letter case folded and single
spaces, in which ``<month>``, ``<weekday>``, ``<day>``, ``<year>``, ``<year4>`` (four figures), ``<n>``, ``<unit>`` and
``<name>`` stand for the language's words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.records import record
from impactcards.words import closest_language

if TYPE_CHECKING:
    from collections.abc import Mapping


@record
class DateWords:
    """The names and rules of one language. Two are the same only if they are one."""

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    more_months: Mapping[str, int]  # further spellings
    more_weekdays: Mapping[str, int]
    after_day: str  # stands after a day's number where a date is shown
    after_weekday: str  # stands after a long weekday where a date is shown
    day_names: Mapping[str, int]  # "tomorrow": days from today
    units: Mapping[str, str]  # "weeks": one of day, week, month, quarter, year
    counts: Mapping[str, int]  # "two": 2
    introduction: str  # what may stand before a date and means nothing
    rules: tuple[tuple[str, str], ...]


#: What is read the same way in every language.
COMMON_RULES = (
    ("day", r"<year4>-(?P<month_number>\d{1,2})-<day>"),
    ("numeric", r"(?P<a>\d{1,2}) ?(?P<sign>[./-]) ?(?P<b>\d{1,2})(?: ?(?P=sign) ?<year>|\.)?"),
    ("month", r"<year4>[-/](?P<month_number>\d{1,2})"),
    ("month", r"(?P<month_number>\d{1,2})[./-]<year4>"),
    ("quarter", r"<year4>[ /-]?q(?P<n>[1-4])"),
    ("week", r"<year4>-?w(?P<n>\d{1,2})"),
    ("year", r"(?P<year>(?:19|20|21)\d\d)"),
)

ENGLISH = DateWords(
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    short_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    short_weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    more_months={"sept": 9},
    more_weekdays={"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
    after_day="",
    after_weekday="",
    day_names={"today": 0, "tomorrow": 1, "day after tomorrow": 2, "yesterday": -1},
    units={
        "day": "day",
        "days": "day",
        "week": "week",
        "weeks": "week",
        "month": "month",
        "months": "month",
        "quarter": "quarter",
        "quarters": "quarter",
        "year": "year",
        "years": "year",
    },
    counts={
        "a": 1,
        "an": 1,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
    },
    introduction="on|by|until|till|before|from|since|at the latest|the",
    rules=(
        ("day_named", "<name>"),
        ("day", r"<day>(?:st|nd|rd|th|\.)? ?(?:of )?<month>(?:[,/-]? ?<year>)?"),
        ("day", r"<day>-<month>-<year>"),
        ("day", r"<month> ?<day>(?:st|nd|rd|th)?(?:,? <year4>)?"),
        ("middle_of_month", r"(?:the )?mid(?:dle)?(?: of|-)? ?<month>(?:,? (?:of )?<year4>)?"),
        ("month", r"(?:(?:the )?end(?: of)? |late )?<month>(?:,? (?:of )?<year4>)?"),
        ("quarter", r"(?:(?:the )?end(?: of)? )?q ?(?P<n>[1-4])(?:[ /]*(?:of )?<year>)?"),
        ("quarter", r"(?:(?:the )?end(?: of)? )?(?:the )?(?P<n>[1-4])(?:st|nd|rd|th) quarter(?: (?:of )?<year4>)?"),
        ("half", r"(?:h ?(?P<n>[12]))(?:[ /]*<year>)?"),
        ("half", r"(?P<n>[12])(?:st|nd) half(?: (?:of )?<year4>)?"),
        ("week", r"(?:calendar week|week|cw|wk|kw) ?(?P<n>\d{1,2})(?:[ /]*(?:of )?<year>)?"),
        ("year", r"(?:the )?end(?: of)? <year4>"),
        ("from_now", r"in <n> <unit>"),
        ("from_now", r"<n> <unit> from (?:now|today)"),
        ("weekday", r"(?:next |this |coming |this coming )?<weekday>"),
        ("next", r"(?:(?:the )?end of )?(?:the )?(?:next|coming) <unit>"),
        ("this", r"(?:(?:the )?end of )?(?:the|this|of the) <unit>"),
        ("this", r"(?:the )?end of <unit>"),
        ("this", r"<unit>[ -]?end"),
    ),
)

GERMAN = DateWords(
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    short_months=("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
    weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    short_weekdays=("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
    more_months={"jänner": 1, "jän": 1, "feber": 2, "mär": 3, "mrz": 3, "maerz": 3, "jun": 6, "jul": 7, "sep": 9},
    more_weekdays={"sonnabend": 5},
    after_day=".",
    after_weekday=",",
    day_names={"heute": 0, "morgen": 1, "übermorgen": 2, "uebermorgen": 2, "gestern": -1},
    units={
        "tag": "day",
        "tage": "day",
        "tagen": "day",
        "woche": "week",
        "wochen": "week",
        "monat": "month",
        "monats": "month",
        "monate": "month",
        "monaten": "month",
        "quartal": "quarter",
        "quartals": "quarter",
        "quartalen": "quarter",
        "jahr": "year",
        "jahres": "year",
        "jahre": "year",
        "jahren": "year",
    },
    counts={
        "ein": 1,
        "einem": 1,
        "einer": 1,
        "eine": 1,
        "zwei": 2,
        "drei": 3,
        "vier": 4,
        "fünf": 5,
        "sechs": 6,
        "sieben": 7,
        "acht": 8,
        "neun": 9,
        "zehn": 10,
        "elf": 11,
        "zwölf": 12,
    },
    introduction="am|bis zum|bis|zum|vom|vor dem|ab dem|ab|seit|seit dem|den|der|im|spätestens",
    rules=(
        ("day_named", "<name>"),
        ("day", r"<day>\.? ?<month>(?:[,/-]? ?<year>)?"),
        ("middle_of_month", r"mitte <month>(?: <year4>)?"),
        ("month", r"(?:ende |ende des )?<month>(?:,? <year4>)?"),
        ("quarter", r"(?:ende )?q ?(?P<n>[1-4])(?:[ /]*<year>)?"),
        ("quarter", r"(?:ende )?(?:des )?(?P<n>[1-4])\. ?quartals?(?:[ /]*(?:des jahres )?<year>)?"),
        ("half", r"(?:ende )?(?:des )?(?:h ?(?P<n>[12]))(?:[ /]*<year>)?"),
        ("half", r"(?:ende )?(?:des )?(?P<n>[12])\. ?(?:halbjahr|halbjahres|hälfte)(?:[ /]*<year4>)?"),
        ("week", r"(?:in )?(?:der )?(?:kw|kalenderwoche|woche) ?(?P<n>\d{1,2})(?:[ /]*<year>)?"),
        ("week", r"(?:in )?(?:der )?(?P<n>\d{1,2})\. ?(?:kw|kalenderwoche|woche)(?:[ /]*<year>)?"),
        ("year", r"(?:ende|jahresende) (?:des jahres )?<year4>"),
        ("from_now", r"(?:heute )?in <n> <unit>"),
        ("weekday", r"(?:(?:nächste|kommende|diese)[nr]? )?<weekday>"),
        ("next", r"(?:ende )?(?:nächste|kommende)[nrs]? <unit>"),
        ("this", r"(?:ende )?(?:diese[rs]?|der|des) <unit>"),
        ("this", r"(?P<unit>wochen|monats|quartals|jahres)ende"),
    ),
)

_LANGUAGES = {"en": ENGLISH, "de": GERMAN}


def date_words(language: str) -> DateWords:
    """The words of the language (a BCP 47 tag), or English where it has none."""
    return _LANGUAGES[closest_language(language, tuple(_LANGUAGES)) or "en"]
