"""strategy.yaml: what is written is read again, what is not changed keeps its bytes, what is wrong is named."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_deck import DECK

from impactcards.faults import FaultyFile
from impactcards.strategy.answer import Answer
from impactcards.strategy.file import NewerFormat, contents, parse
from impactcards.strategy.numbers import tidy
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.sync import whole_text
from impactcards.strategy.units import answers_in, list_in, units_of
from impactcards.strategy.values import Item, TableRow
from impactcards.text import clean

HEAD = "format: 1\nname: Acme\ndeck: small\ndeck_version: 1.0.0\nlanguage: en\n"

texts = st.text(max_size=60).map(clean)
lines = st.one_of(
    texts, st.sampled_from(["no", "012", "- a", "a: b", "# x", "1e3", "'", '"', " lead", "end ", "\n\n", "~"])
)
ids = st.from_regex(r"[a-z][a-z2-7]{3}", fullmatch=True)
items = st.lists(st.builds(Item, ids, lines), max_size=4, unique_by=lambda item: item.id).map(tuple)
picks = st.lists(ids, max_size=3, unique=True).map(tuple)
numbers = st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False, width=32).map(tidy)
filled = lines.filter(bool)
rows = st.lists(
    st.builds(
        TableRow,
        ids,
        st.fixed_dictionaries(
            {},
            optional={
                "channel": filled,
                "goals": picks.filter(bool),
                "posts": numbers,
                "start": st.dates().map(str),
                "fit": st.integers(1, 5),
                "changed": filled,
            },
        ),
    ),
    max_size=4,
    unique_by=lambda row: row.id,
).map(tuple)
VALUES = {
    "words": lines, "goals": items, "situation": picks, "order": picks, "mirror": st.integers(1, 5), "budget": numbers,
    "review": st.dates().map(str), "channels": rows,
}  # fmt: skip
moments = st.datetimes().map(lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%SZ"))


def _answers(value: st.SearchStrategy[Any], *, with_items: bool) -> st.SearchStrategy[Answer]:
    return st.builds(
        Answer,
        value=st.none() | value,
        removed=value if with_items else st.just(()),
        changed=st.dictionaries(ids, moments, max_size=2) if with_items else st.just({}),
        updated=st.just("") | moments,
        confirmed=st.just("") | moments,
        put_off=st.sampled_from([None, "later", "skipped"]),
        note=lines,
        extra=st.dictionaries(st.just("x-own"), lines, max_size=1),
    )


some_answers = st.fixed_dictionaries(
    {}, optional={card: _answers(value, with_items=card in ("goals", "channels")) for card, value in VALUES.items()}
)
entries = st.lists(
    st.fixed_dictionaries({"id": ids, "text": lines}), max_size=3, unique_by=lambda entry: str(entry["id"])
)


def _strategy(text: str) -> Strategy:
    held = contents(parse(text.encode()), DECK)
    assert held.faults == ()
    lists = {section: listed for section in ("actions", "sessions") if (listed := list_in(held.units, section))}
    return Strategy("Acme", DECK, "en", answers=answers_in(held.units), lists=lists)


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(some_answers, entries)
def test_every_strategy_survives_the_round_trip(answers: dict[str, Answer], actions: list[dict[str, str]]) -> None:
    answers = {card: answer for card, answer in answers.items() if not answer.blank}
    strategy = Strategy("Acme", DECK, "en", answers=answers, lists={"actions": list(actions)} if actions else {})
    text = whole_text(units_of(strategy), DECK)
    again = _strategy(text)
    assert again.answers == answers
    assert again.lists == strategy.lists
    assert whole_text(units_of(again), DECK) == text


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(some_answers)
def test_the_pieces_of_a_file_are_the_file(answers: dict[str, Answer]) -> None:
    text = whole_text(units_of(Strategy("Acme", DECK, "en", answers=answers)), DECK)
    assert parse(text.encode()).slices.text == text


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "answers: {}\n",
        HEAD + "answers:\n",
        HEAD + "answers: {words: {value: a}}\n",
        HEAD
        + "\n# a comment\nanswers:\n\n    # before\n    words:  {value: a} # beside\n\n    goals:\n       value: []\n",
        HEAD + "actions:\n- id: a222\n  text: b\n- {id: b222, text: c}\n",
        HEAD + "actions: [{id: a222}]\n",
        "{format: 1, name: Acme, deck: small}\n",
        "---\n" + HEAD + "...\n",
        HEAD.replace("\n", "\r\n") + "answers:\r\n  words:\r\n    value: a\r\n",
        HEAD + "answers:\n  words:\n    value: no end of line",
        "\ufeff" + HEAD,
        HEAD + "unknown:\n  anything: [1, {b: c}]\n",
    ],
)
def test_files_that_people_wrote_open_without_a_fault(text: str) -> None:
    parsed = parse(text.encode())
    held = contents(parsed, DECK)
    assert held.faults == ()
    assert held.unwritable is None
    if parsed.slices.sections:
        assert parsed.slices.text.rstrip("\r\n") == text.removeprefix("\ufeff").rstrip("\r\n")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "1:1"),
        ("- a\n", "1:1"),
        ("just words\n", "1:1"),
        ("name: Acme\n", "1:1"),
        ("format: one\nname: Acme\n", "1:9"),
        ("format: true\n", "1:9"),
        ("format: 0\n", "1:9"),
        (HEAD + "name: twice\n", "6:1"),
        (HEAD + "answers:\n  words: 'no end\n", "8:1"),
        (HEAD + "<<<<<<< HEAD\nrecipe: a\n=======\n", "6:1"),
        ("format: 1\nname: [Acme]\n", "2:7"),
        (HEAD + "answers: &a\n  words: *a\n", "6:10"),
    ],
)
def test_a_damaged_file_is_named_by_line_and_column(text: str, place: str) -> None:
    with pytest.raises(FaultyFile) as raised:
        parse(text.encode())
    fault = raised.value.faults[0]
    assert f"{fault.line}:{fault.column}" == place


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02", b"\xff\xfef\x00o\x00", b"\x7fELF" + bytes(range(256)), b"[" * 50_000]
)
def test_binary_files_are_damaged_files(data: bytes) -> None:
    with pytest.raises(FaultyFile):
        parse(data)


def test_a_newer_format_is_not_read() -> None:
    with pytest.raises(NewerFormat, match="format 2"):
        parse(b"format: 2\nanswers: whatever\n")


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        ("value: {a: b}", "8:12"),
        ("value: [a, b]", "8:12"),
        ("value: a\n    note: [b]", "9:11"),
        ("value: a\n    put_off: never", "9:14"),
        ("value: a\n    changed: b", "9:14"),
        ("value: a\n    removed: [b]", "9:14"),
    ],
)
def test_one_malformed_answer_is_kept_raw_while_the_rest_opens(entry: str, place: str) -> None:
    text = HEAD + f"answers:\n  words:\n    {entry}\n  mirror:\n    value: 3\n"
    held = contents(parse(text.encode()), DECK)
    answers = answers_in(held.units)
    assert answers["mirror"].value == 3
    assert answers["words"].raw is not None
    assert [f"{fault.file}:{fault.line}:{fault.column}" for fault in held.faults] == [f"strategy.yaml:{place}"]
    again = contents(parse(whole_text(held.units, DECK).encode()), DECK)
    assert answers_in(again.units) == answers


def test_an_answer_that_is_no_mapping_is_kept_raw() -> None:
    held = contents(
        parse((HEAD + "answers:\n  words: hello\n  goals:\n    value:\n    - id: a222\n      txt: b\n").encode()), DECK
    )
    assert [(fault.line, fault.column) for fault in held.faults] == [(7, 10), (11, 12)]
    assert answers_in(held.units)["words"].raw == "hello"


def test_answers_the_deck_does_not_know_are_kept_without_a_fault() -> None:
    held = contents(parse((HEAD + "answers:\n  old:\n    value: [1, {a: b}]\n    odd: 1\n").encode()), DECK)
    assert held.faults == ()
    assert answers_in(held.units)["old"].raw == {"value": [1, {"a": "b"}], "odd": 1}


@pytest.mark.parametrize(
    "rest", ["answers: [a]\n", "answers: a\n", "actions: a\n", "actions: [a]\n", "waived: {a: b}\n"]
)
def test_a_part_that_cannot_be_read_makes_the_whole_unwritable(rest: str) -> None:
    held = contents(parse((HEAD + rest).encode()), DECK)
    assert held.unwritable is not None
    assert held.faults[0].line == 6


def test_text_stays_the_text_that_was_typed() -> None:
    """Only where the deck asks for a figure does a figure mean one."""
    text = HEAD + (
        "answers:\n  words: {value: 1.50}\n  budget: {value: 1.50}\n  goals: {value: [{id: a222, text: 012}]}\n"
        "  situation: {value: [on, 1e3]}\n  channels:\n    value:\n    - {id: b222, channel: 2.0, posts: 2.0, fit: 3}\n"
    )
    answers = answers_in(contents(parse(text.encode()), DECK).units)
    assert answers["words"].value == "1.50"
    assert answers["budget"].value == 1.5
    assert answers["goals"].value == (Item("a222", "012"),)
    assert answers["situation"].value == ("on", "1e3")
    assert answers["channels"].value == (TableRow("b222", {"channel": "2.0", "posts": 2, "fit": 3}),)


def test_what_is_read_is_clean() -> None:
    text = HEAD + 'answers:\n  words: {value: "a\\x07\\tb\\ud83d", note: "x\\u2028y"}\n'.replace("\\ud83d", "")
    answer = answers_in(contents(parse(text.encode()), DECK).units)["words"]
    assert (answer.value, answer.note) == ("a b", "x\ny")


def test_entries_without_an_id_get_one_that_stays() -> None:
    text = HEAD + "actions:\n- text: a\n- text: a\n- {id: c222, text: b}\n- {id: c222, text: c}\n"
    once, twice = (list_in(contents(parse(text.encode()), DECK).units, "actions") for _ in range(2))
    assert once == twice
    assert [entry["text"] for entry in once] == ["a", "a", "b", "c"]
    assert len({entry["id"] for entry in once}) == 4
