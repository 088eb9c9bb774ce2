"""Checks are data, and their references are proved before anybody answers."""

# ruff: noqa: E501 (a table reads best with one case a line)

from __future__ import annotations

from pathlib import Path

import pytest
from deck.spoiling import BASE, assert_one_fault, spoil

from impactcards.deck.loader import load_deck

SUM = '{id: c-sum, form: sum, of: channels.hours, compare: above, to: "rules.amount[praise]", says: "{a} {b}"}'
EACH = '{id: c-each, form: each, of: effort, times: [posts, hours], compare: above, to: channels.hours, says: "{item}"}'
ROWS = (
    '{id: c-rows, form: rows, of: effort, where: {state: {is: [bad]}, hours: {above: 2, empty: false}}, says: "{row}"}'
)
BY = '{id: c-by, form: rows, of: channels, by: aim, where: {any: [{fit: {below: 2}}, {not: {aim: {empty: true}}}]}, says: "{item}"}'
DATE = '{id: c-date, form: dates, of: review, compare: above, to: {earliest: channels.start}, says: "{date}"}'
ALONE = '{id: c-alone, form: alone, of: channels.aim, share_above: 0.5, of_at_least: 2, with: {h: hours}, says: "{n} {m} {h}"}'
NEEDS = '{id: c-needs, form: needs, of: order, when: {card: budget, above: 3}, counters: no-evidence, says: "{title}"}'
SAME = '{id: c-same, form: unchanged, of: [goals, mirror], to: 3, says: "{title}"}'
CARDS = '{id: c-cards, form: cards, of: budget, when: {card: mirror, above: 2}, says: "{a}"}'

NO_FIGURE = "A column or card of kind number or scale is needed."
NO_DATE = "A column or card of kind date is needed."
FORMS = "sum, each, rows, none, dates, alone, needs, unchanged, cards"

CHECKS = {
    "no form": (SUM, "⟦{id: c, of: goals, says: x}", f"“form” is missing here. It is one of: {FORMS}."),
    "misspelt form": (SUM, "{id: c, form: ⟦summ, says: x}", f"“summ” is not known as “form”; “sum” was probably meant. It is one of: {FORMS}."),
    "a key of another form": (
        NEEDS,
        '{id: c-needs, form: needs, of: order, when: {card: budget, above: 3}, ⟦by: x, says: "{title}"}',
        "“by” does not go with this kind. Known here: id, form, says, counters, when, with, of.",
    ),
    "no words": (SAME, "⟦{id: c-same, form: unchanged, of: [goals], to: 3}", "“says” is missing here."),
    "no comparison": (SUM, "⟦{id: c, form: sum, of: channels.hours, to: 3, says: x}", "“compare” is missing here."),
    "misspelt comparison": (
        SUM,
        "{id: c, form: sum, of: channels.hours, compare: ⟦abov, to: 3, says: x}",
        "“abov” is not known as “compare”; “above” was probably meant. It is one of: above, below, at_least, at_most, equal, not_equal.",
    ),
    "sum of an unknown card": (SUM, "{id: c, form: sum, of: ⟦chanels.hours, compare: above, to: 3, says: x}", "There is no card “chanels”; “channels” was probably meant."),
    "sum of an unknown column": (
        SUM,
        "{id: c, form: sum, of: ⟦channels.hour, compare: above, to: 3, says: x}",
        "The card “channels” has no column “hour”; “hours” was probably meant.",
    ),
    "sum of words": (SUM, "{id: c, form: sum, of: ⟦channels.name, compare: above, to: 3, says: x}", f"“channels.name” is no figure: it is of kind text. {NO_FIGURE}"),
    "sum of a table": (SUM, "{id: c, form: sum, of: ⟦channels, compare: above, to: 3, says: x}", f"“channels” is no figure: it is of kind table. {NO_FIGURE}"),
    "sum to words": (SUM, "{id: c, form: sum, of: channels.hours, compare: above, to: ⟦goals, says: x}", f"“goals” is no figure: it is of kind list. {NO_FIGURE}"),
    "sum to nothing": (SUM, "{id: c, form: sum, of: channels.hours, compare: above, to: ⟦zebra, says: x}", "The card “channels” has no column “zebra”. It has: name, aim, hours, start, fit."),
    "a row that is not there": (
        SUM,
        '{id: c, form: sum, of: channels.hours, compare: above, to: ⟦"rules.amount[prise]", says: x}',
        "The card “rules” has no row “prise”; “praise” was probably meant.",
    ),
    "a row of free rows": (
        SUM,
        '{id: c, form: sum, of: ⟦"channels.hours[blog]", compare: above, to: 3, says: x}',
        "The rows of “channels” are not fixed by the deck, so “blog” cannot be one of them.",
    ),
    "a reference in prose": (SUM, "{id: c, form: sum, of: ⟦all hours, compare: above, to: 3, says: x}", "“of” wants CARD, CARD.COLUMN or CARD.COLUMN[ROW], not “all hours”."),
    "two where one is wanted": (SUM, "{id: c, form: sum, of: ⟦[goals, mirror], compare: above, to: 3, says: x}", "“of” is one reference in this form, not a list."),
    "a product of one": (EACH, "{id: c, form: each, of: effort, times: ⟦[posts], compare: above, to: 3, says: x}", "“times” needs at least 2 entries."),
    "a product of three": (EACH, "{id: c, form: each, of: effort, times: ⟦[posts, hours, hours], compare: above, to: 3, says: x}", "“times” is two columns, such as [posts, hours]."),
    "a product of words": (
        EACH,
        "{id: c, form: each, of: effort, times: [posts, ⟦state], compare: above, to: 3, says: x}",
        f"“state” is no figure: it is of kind choice. {NO_FIGURE}",
    ),
    "a product of nothing": (
        EACH,
        "{id: c, form: each, of: effort, times: [posts, ⟦hour], compare: above, to: 3, says: x}",
        "The card “effort” has no column “hour”; “hours” was probably meant.",
    ),
    "each of words": (
        EACH,
        "{id: c, form: each, of: ⟦effort.state, compare: above, to: 3, says: x}",
        "“effort.state” is of kind choice. A column or card of kind number, scale or date is needed.",
    ),
    "rows without where": (ROWS, "⟦{id: c, form: rows, of: effort, says: x}", "“where” is missing here."),
    "rows of no table": (ROWS, "{id: c, form: rows, of: goals, where: ⟦{state: {is: bad}}, says: x}", "“where” chooses rows of a table, and “goals” is none."),
    "by what does not pick": (BY, "{id: c, form: rows, of: channels, by: ⟦hours, where: {fit: {below: 2}}, says: x}", "“by” is a column that picks from a card, and “hours” does not."),
    "by nothing": (
        BY,
        "{id: c, form: rows, of: channels, by: ⟦aims, where: {fit: {below: 2}}, says: x}",
        "The card “channels” has no column “aims”; “aim” was probably meant.",
    ),
    "dates of figures": (DATE, "{id: c, form: dates, of: ⟦budget, compare: above, to: today, says: x}", f"“budget” is of kind number. {NO_DATE}"),
    "dates to figures": (DATE, "{id: c, form: dates, of: review, compare: above, to: ⟦budget, says: x}", f"“budget” is of kind number. {NO_DATE}"),
    "dates to tomorrow": (DATE, "{id: c, form: dates, of: review, compare: above, to: ⟦tomorrow, says: x}", "There is no card “tomorrow”."),
    "earliest of figures": (
        DATE,
        "{id: c, form: dates, of: review, compare: above, to: {earliest: ⟦channels.hours}, says: x}",
        f"“channels.hours” is of kind number. {NO_DATE}",
    ),
    "written in words": (
        DATE,
        "{id: c, form: dates, of: review, compare: above, to: {written: ⟦long ago}, says: x}",
        "“written” wants a length of time such as “10 days”, “2 weeks”, “6 months” or “1 year”, not “long ago”.",
    ),
    "neither written nor earliest": (
        DATE,
        "{id: c, form: dates, of: review, compare: above, to: ⟦{}, says: x}",
        "“to” is today, a date of a card, {written: 6 months}, or {earliest: CARD.COLUMN}.",
    ),
    "alone without picks": (
        ALONE,
        "{id: c, form: alone, of: ⟦channels.hours, says: x}",
        "This form looks at a column that picks from a card (“from”), and “channels.hours” does not.",
    ),
    "a share of two": (ALONE, "{id: c, form: alone, of: channels.aim, share_above: ⟦2, says: x}", "“share_above” is at most 1, not 2."),
    "with nothing": (
        ALONE,
        "{id: c, form: alone, of: channels.aim, with: {h: ⟦hour}, says: x}",
        "The card “channels” has no column “hour”; “hours” was probably meant.",
    ),
    "needs a column": (NEEDS, "{id: c, form: needs, of: ⟦channels.aim, when: {card: budget, above: 3}, says: x}", "There is no card “channels.aim”; “channels” was probably meant."),
    "needs without when": (NEEDS, "⟦{id: c, form: needs, of: order, says: x}", "“when” is missing here."),
    "unchanged once": (SAME, "{id: c-same, form: unchanged, of: [goals], to: ⟦1, says: x}", "“to” is at least 2, not 1."),
    "unchanged nothing": (SAME, "{id: c-same, form: unchanged, of: [goals, ⟦gaols], to: 3, says: x}", "There is no card “gaols”; “goals” was probably meant."),
    "cards when": (CARDS, "{id: c, form: cards, of: budget, when: {card: mirror, ⟦abov: 2}, says: x}", "“abov” is no key of a condition; “above” was probably meant."),
    "two mistakes": (SAME, "{id: c-same, form: unchanged, of: [goals], to: 3, counters: ⟦[no-evidence], says: x}", "“counters” wants one word, but a list stands here."),
}  # fmt: skip


def rows(where: str) -> str:
    """A check of rows with this ``where``."""
    return f"{{id: c, form: rows, of: effort, where: {where}, says: x}}"


WHERE = {
    "a column that is not there": (ROWS, rows("{⟦stat: {is: bad}}"), "The card “effort” has no column “stat”; “state” was probably meant."),
    "an option that is not there": (ROWS, rows("{state: {is: ⟦worse}}"), "“state” has no option “worse”. It has: good, bad, fair."),
    "an option in a list": (ROWS, rows("{state: {lacks: [good, ⟦badd]}}"), "“state” has no option “badd”; “bad” was probably meant."),
    "a misspelt test": (ROWS, rows("{state: {⟦hass: bad}}"), "“hass” is no test of a cell; “has” was probably meant."),
    "no test": (ROWS, rows("{state: ⟦bad}"), "“state” wants a test of the cell, such as {is: missing} or {empty: true}, not “bad”."),
    "an empty test": (ROWS, rows("{state: ⟦{}}"), "“state” wants a test of the cell, such as {is: missing} or {empty: true}, but a block of keys and values stands here."),
    "empty in words": (ROWS, rows("{state: {empty: ⟦maybe}}"), "“empty” wants true or false, not “maybe”."),
    "the same as nothing": (ROWS, rows("{state: {same_as: ⟦zebra}}"), "The card “effort” has no column “zebra”. It has: posts, hours, state."),
    "above in words": (ROWS, rows("{hours: {above: ⟦many}}"), "“above” wants a number, not “many”."),
    "above of options": (ROWS, rows("{state: {above: ⟦2}}"), "The column “state” is of kind choice, so nothing in it is above or below a number."),
    "the age of a figure": (ROWS, rows("{hours: {older_than: ⟦2 weeks}}"), "The column “hours” is of kind number, so nothing in it has an age."),
    "words for a figure": (ROWS, rows("{hours: {is: ⟦many}}"), "The column “hours” is of kind number, so “many” can never stand in it."),
    "a row of items": (ROWS, rows("{row: ⟦blog}"), "The rows of “effort” are not fixed by the deck, so “blog” cannot be one of them."),
    "an item by id": (
        ROWS,
        "{id: c, form: rows, of: channels, where: {aim: {has: ⟦x}}, says: x}",
        "“aim” is picked from items that each organisation writes itself, so “x” cannot be known here.",
    ),
    "deep down": (ROWS, rows("{all: [{not: {any: [{state: {is: ⟦badd}}]}}]}"), "“state” has no option “badd”; “bad” was probably meant."),
    "an empty any": (ROWS, rows("{any: ⟦[]}"), "“any” is an empty list. Put something into it."),
    "words": (ROWS, rows("⟦all of them"), "“where” wants columns with a test, such as {state: {is: missing}}, not “all of them”."),
    "loose ends": ("{state: {lacks: good}}", "{state: {lacks: ⟦goood}}", "“state” has no option “goood”; “good” was probably meant."),
}  # fmt: skip


@pytest.mark.parametrize("case", [*CHECKS.values(), *WHERE.values()], ids=[*CHECKS, *WHERE])
def test_fault(tmp_path: Path, case: tuple[str, str, str]) -> None:
    """Each mistake by itself."""
    assert_one_fault(tmp_path, *case)


@pytest.mark.parametrize(
    ("old", "new", "remark"),
    [
        (
            'says: "{title}"}\n  - {id: c-cards',
            'says: ⟦"{titel}"}\n  - {id: c-cards',
            "Nothing is ever put into “{titel}”. Known here: {a}, {b}, {column}, {date}, {item}, {m}, {n}, {row}, {title}.",
        ),
        ('"Who serves {item}?"', '⟦"Who serves {date}?"', "Nothing is ever put into “{date}”. Known here: {column}, {item}, {n}, {row}, {title}."),
        ("cover: true, uncovered:", "⟦uncovered:", "“uncovered” is never said without “cover: true”."),
        ("required: true, missing:", "⟦missing:", "“missing” is never said without “required: true”."),
        ("several: true\n      at_most: 2\n", "⟦at_most: 2\n", "“at_most” says nothing here, because only one can be chosen. Add “several: true”."),
    ],
)  # fmt: skip
def test_remarks_of_the_table(tmp_path: Path, old: str, new: str, remark: str) -> None:
    """What never has an effect is remarked, and the deck opens."""
    text, place = spoil(old, new)
    path = tmp_path / "deck.yaml"
    path.write_text(text, encoding="utf-8")
    found = [f"{remark.line}:{remark.column}: {remark.message}" for remark in load_deck(path).remarks]
    assert f"{place}: {remark}" in found


def test_the_base_has_no_remarks(tmp_path: Path) -> None:
    """All remarks above come from what was spoilt."""
    path = tmp_path / "deck.yaml"
    path.write_text(BASE, encoding="utf-8")
    assert load_deck(path).remarks == ()
