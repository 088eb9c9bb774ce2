"""What each form of a check says beyond what the bundled decks ask of it, and when it is silent."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small_deck import DECK, deck_of, items, play

from impactcards.deck.kinds import Column, DateAnswer, NumberAnswer, TableAnswer, TextAnswer
from impactcards.deck.model import Card, Check, Condition, Reference
from impactcards.records import replace
from impactcards.strategy.findings import find
from impactcards.words import words

TODAY = date(2026, 11, 16)
GOALS = items("Leads", "Fame", "Staff")

#: Free rows with figures, and beside them rows that follow `channels`.
FIGURES = Card(
    "figures",
    "all",
    "Figures",
    "?",
    TableAnswer(
        columns=(
            Column("name", "Name", TextAnswer()),
            Column("start", "Start", NumberAnswer(unit="€")),
            Column("aim", "Aim", NumberAnswer(unit="€")),
            Column("now", "Now", NumberAnswer(unit="€")),
            Column("line", "Line", NumberAnswer(unit="€")),
            Column("begins", "Begins", DateAnswer()),
            Column("ends", "Ends", DateAnswer()),
        )
    ),
)
CARDS = deck_of(*DECK.cards, FIGURES)


def ref(text: str) -> Reference:
    """A reference as a deck writes it."""
    card, _, column = text.partition(".")
    column, _, row = column.rstrip("]").partition("[")
    return Reference(card, column, row)


def said(form: str, of: str, answers: dict[str, Any], says: str = "{row}|{a}|{b}", **more: Any) -> list[str]:
    """What one check says about some answers."""
    to = more.pop("to", None)
    to = ref(to) if isinstance(to, str) and to != "today" else to
    of_all = tuple(map(ref, of.split()))
    check = Check("odd-one", form, of_all, says, to=to, **more)
    strategy = play(replace(CARDS, checks=(check,)), **answers)
    found = [finding for finding in find(strategy, today=TODAY) if finding.rule == "odd-one"]
    assert len({finding.id for finding in found}) == len(found)
    return [finding.worded(words("en")) for finding in found]


def figures(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"figures": [{"id": f"f22{n}", "name": f"F{n}", **row} for n, row in enumerate(rows, 2)]}


# -- sum --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("compare", "to", "rows", "expected"),
    [
        ("above", 5, [{"now": 2.25}, {"now": 3.75}], ["Figures|6|5"]),
        ("above", 5, [{"now": 6}, {}], ["Figures|6|5"]),  # what is still open can only add to it
        ("below", 5, [{"now": 2}, {}], []),
        ("below", 5, [{"now": 2}, {"now": 1}], ["Figures|3|5"]),
        ("at_most", 3, [{"now": 2}, {"now": "much"}], []),
        ("at_least", 3, [{"now": 3}, {"now": "much"}], ["Figures|3|3"]),
        ("equal", 0.3, [{"now": 0.1}, {"now": 0.2}], ["Figures|0.3|0.3"]),
        ("equal", 3, [{"now": 3}, {}], []),
        ("not_equal", 3, [{"now": 2}, {}], []),
        ("not_equal", 3, [{"now": 2}, {"now": 2}], ["Figures|4|3"]),
        ("above", "figures.aim", [{"now": 9, "aim": 2}, {"now": 1, "aim": 3}], ["Figures|10|5"]),
        ("above", "figures.aim", [{"now": 9, "aim": 2}, {"now": 1}], []),  # the rest might be enough
        ("below", "figures.aim", [{"now": 1, "aim": 2}, {"now": 1, "aim": 2}], ["Figures|2|4"]),
        ("above", "budget", [{"now": 12000}], ["Figures|12,000|500"]),
        ("above", "review", [{"now": 12000}], []),
        ("above", 1, [{}], []),
        ("like", 1, [{"now": 3}], []),
        ("above", 1, [{"now": 1e300}, {"now": 1e300}], []),
    ],
)
def test_sum(compare: str, to: Any, rows: list[dict[str, Any]], expected: list[str]) -> None:
    answers = {**figures(*rows), "budget": 500, "review": "2026-12-01"}
    assert said("sum", "figures.now", answers, compare=compare, to=to) == expected


def test_sum_of_some_rows() -> None:
    answers = figures({"now": 2, "line": 1}, {"now": 7, "line": 9})
    assert said("sum", "figures.now", answers, compare="below", to=5, where={"line": {"below": 5}}) == ["Figures|2|5"]
    answers = figures({"now": 2, "line": 1}, {"now": 7})
    assert said("sum", "figures.now", answers, compare="below", to=5, where={"line": {"below": 5}}) == []


# -- each -------------------------------------------------------------------------------------------------------------


def test_each_joins_tables_by_item() -> None:
    answers = {
        "channels": [{"id": "c222", "channel": "Blog", "posts": 3}, {"id": "d222", "channel": "Shop", "posts": 3}],
        "promise": [{"id": "d222", "hours": 2}, {"id": "c222", "hours": 4}],
    }
    assert said("each", "channels.posts", answers, compare="above", to="promise.hours") == ["Shop|3|2"]
    assert said("each", "promise.hours", answers, compare="above", to="channels.posts") == ["Blog|4|3"]


def test_each_against_a_number_a_card_and_a_day() -> None:
    answers = {**figures({"now": 3, "begins": "2026-03-01", "ends": "2026-02-01"}, {"now": 1}), "mirror": 2}
    assert said("each", "figures.now", answers, compare="at_least", to=3) == ["F2|3|3"]
    assert said("each", "figures.now", answers, compare="below", to="mirror") == ["F3|1|2"]
    assert said("each", "figures.begins", answers, compare="above", to="figures.ends") == ["F2|1 Mar 2026|1 Feb 2026"]
    assert said("each", "figures.begins", answers, compare="above", to="figures.now") == []
    assert said("each", "figures.now", answers, compare="above", to=0, where={"begins": {"empty": True}}) == ["F3|1|0"]


def test_each_of_a_product() -> None:
    times = {"options": {"times": (ref("figures.now"), ref("figures.aim"))}}
    answers = figures({"now": 0.1, "aim": 3}, {"now": 4}, {"now": 4, "aim": "?"})
    assert said("each", "figures", answers, compare="equal", to=0.3, **times) == ["F2|0.3|0.3"]


def test_each_turns_round_where_a_figure_should_fall() -> None:
    direction = {"options": {"direction": (ref("figures.start"), ref("figures.aim"))}}
    answers = figures(
        {"start": 1, "aim": 9, "now": 4, "line": 5},
        {"start": 9, "aim": 1, "now": 6, "line": 5},
        {"start": 9, "aim": 1, "now": 4, "line": 5},
        {"start": 5, "aim": 5, "now": 5, "line": 5},
        {"aim": 9, "now": 4, "line": 5},
    )
    found = said("each", "figures.now", answers, compare="at_most", to="figures.line", **direction)
    assert found == ["F2|4|5", "F3|6|5", "F5|5|5"]


# -- rows and none ----------------------------------------------------------------------------------------------------


def test_rows_show_what_they_look_at() -> None:
    answers = {
        "goals": GOALS,
        "channels": [
            {"id": "c222", "channel": "Blog", "goals": ["a222", "b222"], "posts": 2, "start": "2026-02-03"},
            {"id": "d222", "channel": "Shop"},
        ],
    }
    everything = {"says": "{row}|{column}|{title}|{a}|{d}", "bind": {"d": ref("channels.posts")}}
    where = {"channel": {"empty": False}}
    assert said("rows", "channels.goals", answers, **everything, where=where) == [
        "Blog|Serves|Channels|Leads, Fame|2 a week"
    ]
    assert said("rows", "channels", answers, says="{row}{d}", bind=everything["bind"], where=where) == [
        "Blog2 a week",
        "Shop…",
    ]
    assert said("rows", "channels.start", answers, says="{date}", where=where) == ["3 Feb 2026"]


def test_rows_by_item_wait_for_all_of_its_rows() -> None:
    def found(*rows: dict[str, Any]) -> list[str]:
        channels = [{"id": f"c22{n}", "channel": f"C{n}", **row} for n, row in enumerate(rows, 2)]
        more = {"by": "goals", "where": {"posts": {"below": 3}}, "bind": {"posts": ref("channels.posts")}}
        return said("rows", "channels.fit", {"goals": GOALS, "channels": channels}, "{item} {n}/{m} {posts}", **more)

    low = {"goals": ["a222"], "posts": 1, "fit": 3}
    assert found(low, {**low, "goals": ["a222", "b222"], "posts": 2}) == [
        "Leads 2/3 1 a week, 2 a week",
        "Fame 1/3 2 a week",
    ]
    assert found(low, {**low, "posts": 5}) == []
    assert found(low, {"goals": ["a222"], "posts": 1}) == []
    assert found(low, {"goals": ["a222"], "fit": 1}) == []
    assert found({"goals": ["gone"], "posts": 1, "fit": 1}) == []


def test_none_waits_until_it_is_certain() -> None:
    def found(*rows: dict[str, Any]) -> list[str]:
        return said("none", "figures.now", figures(*rows), "{title} {n}/{m}", where={"aim": {"above": 3}})

    assert found({"now": 1, "aim": 2}, {"now": 1, "aim": 3}) == ["Figures 0/2"]
    assert found({"now": 1, "aim": 2}, {"now": 1, "aim": 4}) == []
    assert found({"now": 1, "aim": 2}, {"now": 1}) == []
    assert found({"now": 1, "aim": 2}, {"aim": 2}) == []
    assert found() == []


# -- dates ------------------------------------------------------------------------------------------------------------


def test_dates_against_each_other() -> None:
    answers = {**figures({"begins": "2026-12-01", "ends": "2026-11-30"}, {"begins": "soon"}), "review": "2026-12-01"}
    assert said("dates", "figures.begins", answers, compare="above", to="figures.ends") == ["F2|1 Dec 2026|30 Nov 2026"]
    assert said("dates", "figures.ends", answers, compare="below", to="review") == ["F2|30 Nov 2026|1 Dec 2026"]
    assert said("dates", "review", answers, compare="above", to="today") == ["Review|1 Dec 2026|16 Nov 2026"]
    assert said("dates", "review", answers, compare="equal", to="figures.begins") == []


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (["2026-11-15", "2026-11-20", "2026-11-18"], ["F4|1 Dec 2026|18 Nov 2026"]),
        (["2026-11-16"], ["F2|1 Dec 2026|16 Nov 2026"]),
        (["2026-11-15", "soon"], []),
        (["2026-12-01"], []),
    ],
)
def test_dates_against_the_earliest_to_come(ends: list[str], expected: list[str]) -> None:
    answers = {**figures(*({"ends": day} for day in ends)), "review": "2026-12-01"}
    to = {"earliest": ref("figures.ends")}
    assert said("dates", "review", answers, compare="above", to=to) == expected


def test_dates_against_the_day_of_the_answer() -> None:
    """It was written, and then confirmed: the later day counts."""
    check = Check("odd-one", "dates", (ref("review"),), "{a} {b}", compare="above", to={"written": "2 weeks"})
    strategy = play(replace(CARDS, checks=(check,)), review="2026-05-16")
    assert [finding.rule for finding in find(strategy, today=TODAY)] == ["odd-one"]
    strategy.put("review", strategy.answer("review").with_(confirmed="2026-05-02T12:00:00Z"))
    assert find(strategy, today=TODAY) == []
    strategy.put("review", strategy.answer("review").with_(confirmed="", updated=""))
    assert find(strategy, today=TODAY) == []


# -- alone, needs and cards -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("serves", "options", "expected"),
    [
        ([["a222", "b222"], ["c222"]], {"share_above": 0.5}, ["C2|2|3"]),
        ([["a222", "b222"], ["b222", "c222"]], {"share_above": 0.5}, []),
        ([["a222", "b222"], ["b222", "c222"]], {}, ["C2|1|3", "C3|1|3"]),
        ([["a222", "b222"]], {"share_above": 0.5, "of_at_least": 4}, []),
        ([["a222", "b222", "gone"]], {"share_above": 0.7}, []),
        ([[]], {}, []),
    ],
)
def test_alone(serves: list[list[str]], options: dict[str, Any], expected: list[str]) -> None:
    channels = [{"id": f"c22{n}", "channel": f"C{n}", "goals": goals} for n, goals in enumerate(serves, 2)]
    answers = {"goals": GOALS, "channels": channels}
    assert said("alone", "channels.goals", answers, "{row}|{n}|{m}", options=options) == expected


def test_alone_among_some_rows() -> None:
    """Who serves an item badly does not count."""
    channels = [{"id": f"c22{n}", "channel": f"C{n}", "goals": ["a222"], "fit": n} for n in (2, 4)]
    answers = {"goals": GOALS, "channels": channels}
    assert said("alone", "channels.goals", answers, "{row}", where={"fit": {"above": 3}}) == ["C4"]


def test_needs_a_card_that_can_be_played() -> None:
    when = Condition("has", "situation", "ads")
    assert said("needs", "budget", {"situation": ["ads"]}, "{title}", when=when) == ["Budget"]
    assert said("needs", "budget", {"situation": ["ads"], "budget": "?"}, "{title}", when=when) == []
    assert said("needs", "promise", {"situation": ["ads"]}, "{title}", when=when) == []  # channels come first


def test_cards_show_their_answers() -> None:
    when = Condition("above", "mirror", 2)
    says = "{title}: {a}, {b} ({full})"
    answers = {"mirror": 3, "review": "2026-02-03"}
    bind = {"full": ref("mirror")}
    assert said("cards", "mirror review", answers, says, when=when, bind=bind) == [
        "Mirror: 3, 3 Feb 2026 (3 of 5: About half)"
    ]
    assert said("cards", "review mirror", {"mirror": 3}, says, when=when) == ["Review: …, 3 ({full})"]
    assert said("cards", "mirror review", {"mirror": 2}, says, when=when) == []


# -- what a check is made of ------------------------------------------------------------------------------------------


def test_typed_text_is_put_in_once() -> None:
    answers = figures({"now": 3})
    answers["figures"][0]["name"] = "{a} [/x] {row}"
    assert said("rows", "figures.now", answers, "“{row}” {a}", where={}) == ["“{a} [/x] {row}” 3"]


ALL_FORMS = ("sum", "each", "rows", "none", "dates", "alone", "needs", "unchanged", "cards", "other")
NOWHERE = ("gone", "gone.now", "figures.gone", "figures.now[gone]", "goals.now", "figures", "budget", "rules.reaction")


@pytest.mark.parametrize("form", ALL_FORMS)
@pytest.mark.parametrize("of", ["figures.now", *NOWHERE])
def test_a_reference_that_leads_nowhere_is_no_traceback(form: str, of: str) -> None:
    """A deck is checked when it is read; a strategy may still meet another version of it."""
    answers = {**figures({"now": 1, "aim": 2}), "goals": GOALS, "budget": 3}
    for to in (*NOWHERE, 3, "today", None, {"earliest": ref("figures.gone")}, {"written": "?"}, {"odd": 1}):
        for options in (
            {},
            {"times": (ref(of),), "direction": 3},
            {"times": (ref("gone"), ref(of)), "share_above": "x"},
        ):
            more = {"compare": "above", "to": to, "options": options, "bind": {"x": ref("gone.x")}, "by": "gone"}
            assert all("{" not in sentence for sentence in said(form, of, answers, "{row}{x}", **more))


def test_hidden_and_skipped_cards_are_not_read() -> None:
    check = Check("odd-one", "sum", (ref("figures.now"),), "{a}", compare="above", to=ref("budget"))
    strategy = play(replace(CARDS, checks=(check,)), **figures({"now": 9}), budget=3)
    assert len(find(strategy, today=TODAY)) == 1
    strategy.put_off("budget", "skipped")
    assert find(strategy, today=TODAY) == []


def test_a_finding_can_be_waived_and_asked_for_by_card() -> None:
    check = Check("odd-one", "rows", (ref("figures.now"),), "{a}", where={"now": {"above": 1}})
    strategy = play(replace(CARDS, checks=(check,)), **figures({"now": 9}, {"now": 8}))
    assert [finding.id for finding in find(strategy, today=TODAY, card=FIGURES)] == [
        "odd-one/figures/f222/now",
        "odd-one/figures/f223/now",
    ]
    assert find(strategy, today=TODAY, card=DECK.cards[0]) == []
    strategy.lists["waived"] = [{"finding": "odd-one/figures/f222/now"}]
    assert [finding.row for finding in find(strategy, today=TODAY)] == ["f223"]
