"""Checks that refer to nothing, divide by nothing or contradict each other, each a fault with its place."""

# ruff: noqa: E501 (a table reads best with one case a line)

from __future__ import annotations

from pathlib import Path

import pytest
from deck.spoiling import MARK, faults_in, spoil
from deck.test_faults_of_checks import ALONE, CARDS, EACH, NEEDS, ROWS, SAME, SUM

EMPTY = "“{}” is an empty list. Put something into it."


def cell(word: str, test: str) -> str:
    return f"No cell of “{word}” can fulfil “{test}” beside what else stands here. Keep one of the tests, or put them under “any”."


def answer(word: str, test: str) -> str:
    return f"No answer to “{word}” can fulfil “{test}” beside what else is asked here. Keep one of the tests, or put them under “any”."


def rows(where: str, of: str = "effort") -> str:
    return f"{{id: c, form: rows, of: {of}, where: {where}, says: x}}"


def cards(when: str) -> str:
    return f"{{id: c, form: cards, of: budget, when: {when}, says: x}}"


def each(rest: str) -> str:
    return f"{{id: c, form: each, {rest}, says: x}}"


NOTHING = {
    "of nothing": (SAME, "{id: c, form: unchanged, of: ⟦[], to: 3, says: x}", EMPTY.format("of")),
    "is nothing": (ROWS, rows("{state: {is: ⟦[]}}"), EMPTY.format("is")),
    "lacks nothing": (ROWS, rows("{state: {lacks: ⟦[]}}"), EMPTY.format("lacks")),
    "no row": (ROWS, rows("{row: ⟦[]}", "rules"), EMPTY.format("row")),
    "none of all rows": (ROWS, "{id: c, form: none, of: effort, where: ⟦{}, says: x}", "Every row fulfils an empty “where”, so this check never speaks. Say which are meant."),
    "a share of all": (ALONE, "{id: c, form: alone, of: channels.aim, share_above: ⟦1, says: x}", "Nothing is more than all items, so this never holds. Take a share below 1, as in 0.5."),
    "a share of no items": (ALONE, "{id: c, form: alone, of: channels.aim, of_at_least: ⟦0, says: x}", "“of_at_least” is at least 1, not 0."),
    "no factor": (EACH, each("of: effort, times: ⟦[], compare: above, to: 3"), EMPTY.format("times")),
    "when all of nothing": (CARDS, cards("{all: ⟦[]}"), EMPTY.format("all")),
}  # fmt: skip

WHERE = {
    "is and lacks": (rows("{state: {is: bad, lacks: ⟦bad}}"), cell("state", "lacks")),
    "is and is": (rows("{all: [{state: {is: [bad, fair]}}, {state: {is: ⟦good}}]}"), cell("state", "is")),
    "has and has of one choice": (rows("{state: {has: good}, all: [{state: {has: ⟦bad}}]}"), cell("state", "has")),
    "lacks all there is": (rows("{state: {lacks: ⟦[good, bad, fair]}}"), cell("state", "lacks")),
    "not what it is": (rows("{state: {is: bad}, not: {state: {is: ⟦[bad, fair]}}}"), cell("state", "is")),
    "empty and a value": (rows("{state: {is: bad, empty: ⟦true}}"), cell("state", "empty")),
    "empty and not empty": (rows("{state: {empty: true}, not: {state: {empty: ⟦true}}}"), cell("state", "empty")),
    "above and below": (rows("{hours: {above: 5, below: ⟦5}}"), cell("hours", "below")),
    "a figure out of bounds": (rows("{hours: {is: [1, 2], above: ⟦2}}"), cell("hours", "above")),
    "above a scale": (rows("{fit: {above: ⟦3}}", "channels"), cell("fit", "above")),
    "no step between": (rows("{fit: {above: 1, below: ⟦2}}", "channels"), cell("fit", "below")),
    "the only step is lacking": (rows("{fit: {above: 2, lacks: ⟦3}}", "channels"), cell("fit", "lacks")),
    "in a branch": (rows("{any: [{state: {is: bad}}, {hours: {above: 5, below: ⟦2}}]}"), cell("hours", "below")),
    "in a branch of all": (rows("{all: [{any: [{state: {is: bad, lacks: ⟦bad}}, {state: {is: fair}}]}]}"), cell("state", "lacks")),
    "in what is denied": (rows("{not: {all: [{hours: {above: 5}}, {hours: {below: ⟦2}}]}}"), cell("hours", "below")),
    "the same as itself": (rows("{state: {same_as: ⟦state}}"), "“state” is always the same as itself. Name another column."),
    "empty where it is looked at": (rows("{state: {empty: ⟦true}}", "effort.state"), "A row is silent where “state” is empty, because “of” looks at it. Write “of: effort”."),
}  # fmt: skip

WHEN = {
    "answered and not": (cards("{all: [{card: mirror, answered: true}, {card: mirror, answered: ⟦false}]}"), answer("mirror", "answered")),
    "has without an answer": (cards("{all: [{card: situation, has: ads}, {not: {card: situation, answered: ⟦true}}]}"), answer("situation", "answered")),
    "has and has not": (cards("{all: [{card: situation, has: ads}, {not: {card: situation, has: ⟦ads}}]}"), answer("situation", "has")),
    "above and below": (cards("{all: [{card: budget, above: 9}, {card: budget, below: ⟦3}]}"), answer("budget", "below")),
    "above a scale": (cards("{card: mirror, above: ⟦5}"), answer("mirror", "above")),
    "in a branch": (cards("{any: [{card: mirror, above: 4}, {card: mirror, below: ⟦1}]}"), answer("mirror", "below")),
    "asks for what is answered": ("{id: c, form: needs, of: order, when: {card: order, answered: ⟦true}, says: x}", "This form speaks only while “order” has no answer, so never here. Ask for another card."),
    "asks for what it reads": ("{id: c, form: needs, of: budget, when: {card: budget, above: ⟦3}, says: x}", "This form speaks only while “budget” has no answer, so never here. Ask for another card."),
    "silent without an answer": ("{id: c, form: rows, of: effort, when: {card: effort, answered: ⟦false}, where: {hours: {above: 2}}, says: x}", "A check is silent while “effort” has no answer, so it never speaks here. Use the form “needs”."),
}  # fmt: skip

SELF = "“of” and “to” are the same, so “{}” {} holds. Name what it is compared with."
STEPS = "“channels.fit” goes from 1 to 3, so “{}” {} holds here. Compare with a step in between."

COMPARED = {
    "each with itself": (each("of: effort.posts, compare: above, to: ⟦effort.posts"), SELF.format("above", "never")),
    "each at least itself": (each("of: effort.posts, compare: at_least, to: ⟦posts"), SELF.format("at_least", "always")),
    "a sum with itself": ("{id: c, form: sum, of: channels.hours, compare: not_equal, to: ⟦channels.hours, says: x}", SELF.format("not_equal", "never")),
    "a day with itself": ("{id: c, form: dates, of: review, compare: equal, to: ⟦review, says: x}", SELF.format("equal", "always")),
    "above a scale": (each("of: channels.fit, compare: above, to: ⟦3"), STEPS.format("above", "never")),
    "at least its least": (each("of: channels.fit, compare: at_least, to: ⟦1"), STEPS.format("at_least", "always")),
    "a step there is not": (each("of: channels.fit, compare: equal, to: ⟦2.5"), STEPS.format("equal", "never")),
}  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        *NOTHING.values(),
        *((ROWS, *case) for case in (*WHERE.values(), *COMPARED.values())),
        *((CARDS, *case) for case in WHEN.values()),
    ],
    ids=[*NOTHING, *(f"where {name}" for name in WHERE), *(f"compared {name}" for name in COMPARED), *(f"when {name}" for name in WHEN)],
)  # fmt: skip
def test_fault(tmp_path: Path, old: str, new: str, message: str) -> None:
    text, place = spoil(old, new)
    found = [line for line in faults_in(tmp_path, text) if "at least 2 entries" not in line]
    assert found == [f"{place}: {message}"]


def hours(check: str, compare: str, to: object, more: str = "") -> str:
    return f"{{id: {check}, form: sum, of: channels.hours, compare: {compare}, to: {to}{more}, says: x}}"


CONTRARY = {
    "more than this, less than that": [hours("a", "above", 5), hours("b", "⟦below", 10)],
    "above and at most": [hours("a", "above", "rules.amount"), hours("b", "⟦at_most", "rules.amount")],
    "equal and not equal": [hours("a", "equal", 5), hours("b", "⟦not_equal", 5)],
    "only this or only that": [hours("a", "not_equal", 5), hours("b", "⟦not_equal", 6)],
    "at least and below": [hours("a", "at_least", 5), hours("b", "⟦below", 5)],
    "a row is wanted and is not": [
        "{id: a, form: none, of: effort, where: {state: {is: bad}}, says: x}",
        "{id: b, form: rows, of: effort, where: ⟦{state: {is: bad}}, says: x}",
    ],
}

AGREEING = {
    "room in between": [hours("a", "above", 10), hours("b", "below", 5)],
    "one figure is left": [hours("a", "above", 5), hours("b", "below", 5)],
    "never the same": [hours("a", "equal", 5), hours("b", "equal", 6)],
    "of other rows": [hours("a", "above", 5), hours("b", "below", 10, ", where: {fit: {above: 1}}")],
    "at another time": [hours("a", "above", 5), hours("b", "below", 10, ", when: {card: goals, answered: true}")],
    "with something else": [hours("a", "above", "rules.amount"), hours("b", "at_most", '"rules.amount[praise]"')],
    "other rows": [
        "{id: a, form: none, of: effort, where: {state: {is: bad}}, says: x}",
        "{id: b, form: rows, of: effort, where: {state: {is: good}}, says: x}",
    ],
}


@pytest.mark.parametrize("checks", CONTRARY.values(), ids=CONTRARY)
def test_two_checks_that_no_answer_satisfies(tmp_path: Path, checks: list[str]) -> None:
    text, place = spoil(SUM, "\n  - ".join(checks))
    line = int(place.partition(":")[0]) - 1
    sentence = f"Whatever is answered, this check or “a” (line {line}) speaks. Change what one of them wants."
    assert faults_in(tmp_path, text) == [f"{place}: {sentence}"]


@pytest.mark.parametrize("checks", AGREEING.values(), ids=AGREEING)
def test_two_checks_that_some_answer_satisfies(tmp_path: Path, checks: list[str]) -> None:
    text, _ = spoil(SUM, "\n  - ".join(checks))
    assert faults_in(tmp_path, text) == []


@pytest.mark.parametrize(
    "check",
    [
        rows("{state: {is: [bad, fair], lacks: bad}}"),
        rows("{hours: {above: 2, below: 3}}"),
        rows("{fit: {above: 1, below: 3}}", "channels"),
        rows("{aim: {empty: false}, fit: {is: 3}}", "channels"),
        rows("{any: [{state: {is: bad}}, {state: {is: fair}}], not: {state: {is: good}}}"),
        rows("{hours: {above: 2}, not: {hours: {above: 5}}}"),
        rows("{not: {state: {is: bad}, hours: {above: 2}}, state: {is: bad}}"),
        rows("{state: {empty: true}}", "effort.hours"),
        rows("{any: [{state: {empty: true}}, {state: {is: bad}}]}", "effort.state"),
        cards("{all: [{card: situation, has: ads}, {card: situation, has: team}]}"),
        cards("{all: [{not: {card: situation, has: ads}}, {card: situation, answered: false}]}"),
        cards("{all: [{card: mirror, above: 1}, {not: {card: mirror, above: 3}}]}"),
        cards("{card: budget, answered: false}"),
        each("of: channels.fit, compare: at_least, to: 3"),
        each("of: channels.fit, compare: below, to: mirror"),
        each("of: effort, times: [posts, hours], compare: above, to: effort.hours"),
        "{id: c, form: sum, of: channels.hours, where: {fit: {above: 1}}, compare: below, to: channels.hours, says: x}",
        "{id: c, form: needs, of: order, when: {card: goals, answered: true}, says: x}",
        "{id: c, form: none, of: effort.state, where: {state: {empty: true}}, says: x}",
        "{id: c, form: alone, of: channels.aim, share_above: 0.99, says: x}",
    ],
)
def test_what_can_hold_is_no_fault(tmp_path: Path, check: str) -> None:
    text, _ = spoil(NEEDS, check)
    assert MARK not in text
    assert faults_in(tmp_path, text) == []


def test_a_scale_of_far_too_many_steps_and_many_like_checks_take_no_time(tmp_path: Path) -> None:
    """Only a loop over all steps, or over all pairs, would be noticed here."""
    same = "\n  - ".join(hours(f"c{n}", "above", n) for n in range(2000))
    text, _ = spoil(SUM, same)
    assert faults_in(tmp_path, text) == []
    text = text.replace("kind: scale, from: 1, to: 3}", "kind: scale, from: 1, to: 9000000000}")
    assert any("at most 11 steps" in fault for fault in faults_in(tmp_path, text))
