"""Two windows on one strategy: nobody's answer is lost, and both end up with the same."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from kept import item, made, opened, text_of, write

from impactcards.home import Home
from impactcards.strategy.answer import Answer
from impactcards.strategy.folder import OpenStrategy, SaveResult, apply
from impactcards.strategy.merge import merge
from impactcards.strategy.units import Key
from impactcards.strategy.waiving import take_back, waive, waived


def _two(home: Home, **answers: Any) -> tuple[OpenStrategy, OpenStrategy]:
    one = made(home)
    for card, value in answers.items():
        one.strategy.set_value(card, value)
    assert one.save().ok
    two = opened(home)
    one.strategy.clock = two.strategy.clock = lambda: "2026-05-01T12:00:00Z"
    return one, two


def _conflicts(opened: OpenStrategy) -> list[dict[str, Any]]:
    return [yaml.safe_load(path.read_bytes()) for path in sorted((opened.folder / "conflicts").glob("*.yaml"))]


def test_different_cards_come_together_in_both_windows(home: Home) -> None:
    one, two = _two(home)
    one.strategy.set_value("words", "one")
    two.strategy.set_value("mirror", 4)
    assert one.save().merged == ()
    assert two.save().merged == ("words",)
    assert one.save().merged == ("mirror",)
    assert one.strategy.answers == two.strategy.answers == opened(home).strategy.answers
    assert set(one.strategy.answers) == {"words", "mirror"}
    assert not (one.folder / "conflicts").exists()


def test_the_same_card_the_newer_stands_and_the_older_is_kept(home: Home) -> None:
    one, two = _two(home, words="before")
    one.strategy.clock = lambda: "2026-05-01T12:00:02Z"
    one.strategy.set_value("words", "newer")
    two.strategy.set_value("words", "older")
    one.save()
    result = two.save()
    assert result.conflicts == ("words",)
    assert result.merged == ("words",)
    assert two.strategy.answer("words").value == "newer"
    assert [conflict["words"]["value"] for conflict in _conflicts(one)] == ["older"]


def test_the_same_card_and_the_later_save_is_newer(home: Home) -> None:
    one, two = _two(home, words="before")
    two.strategy.clock = lambda: "2026-05-01T12:00:02Z"
    one.strategy.set_value("words", "older")
    two.strategy.set_value("words", "newer")
    one.save()
    result = two.save()
    assert (result.conflicts, result.merged) == (("words",), ())
    assert one.save().merged == ("words",)
    assert one.strategy.answer("words").value == "newer"
    assert [conflict["words"]["value"] for conflict in _conflicts(one)] == ["older"]


def test_conflicts_of_one_second_have_files_of_their_own(home: Home) -> None:
    one, two = _two(home)
    for number in range(3):
        one.strategy.set_value("words", f"one {number}")
        two.strategy.set_value("words", f"two {number}")
        one.save()
        assert two.save().conflicts == ("words",)
        one.save()
    assert len(_conflicts(one)) == 3


def test_a_note_here_and_a_value_there_are_no_conflict(home: Home) -> None:
    one, two = _two(home, words="a")
    one.strategy.set_note("words", "a note")
    two.strategy.set_value("words", "b")
    one.save()
    assert two.save().conflicts == ()
    answer = two.strategy.answer("words")
    assert (answer.value, answer.note) == ("b", "a note")


def test_the_same_change_on_both_sides_is_no_conflict(home: Home) -> None:
    one, two = _two(home)
    for window in (one, two):
        window.strategy.set_value("words", "same")
    one.save()
    assert two.save().conflicts == ()


def test_what_was_taken_away_there_is_taken_away_here(home: Home) -> None:
    one, two = _two(home, words="a", mirror=3)
    one.strategy.put("words", Answer())
    one.save()
    two.strategy.set_value("mirror", 4)
    assert two.save().merged == ("words",)
    assert "words" not in two.strategy.answers
    assert "  words:\n    value: null\n" in text_of(two)


def test_what_was_taken_away_here_and_changed_there_stays(home: Home) -> None:
    one, two = _two(home, words="a")
    one.strategy.put("words", Answer())
    two.strategy.set_value("words", "b")
    two.save()
    assert one.save().merged == ("words",)
    assert one.strategy.answer("words").value == "b"


def test_what_is_typed_after_the_snapshot_is_never_overwritten(home: Home) -> None:
    one, two = _two(home, words="a")
    two.strategy.set_value("words", "theirs")
    two.save()
    snapshot = one.snapshot()
    one.strategy.clock = lambda: "2026-05-01T12:00:09Z"
    one.strategy.set_value("words", "typed meanwhile")
    result = one.write(snapshot)
    assert result.merged == ("words",)
    assert apply(result, one.strategy) == ()
    assert one.strategy.answer("words").value == "typed meanwhile"
    assert one.save().conflicts == ("words",)
    assert [conflict["words"]["value"] for conflict in _conflicts(one)] == ["theirs"]
    assert "typed meanwhile" in text_of(one)


def test_a_snapshot_older_than_what_was_taken_over_does_not_take_it_back(home: Home) -> None:
    one, two = _two(home, words="a")
    two.strategy.set_value("words", "theirs")
    two.save()
    early, late = one.snapshot(), one.snapshot()
    result = one.write(early)
    one.write(late)
    apply(result, one.strategy)
    assert one.save().ok
    assert one.strategy.answer("words").value == "theirs"
    assert "theirs" in text_of(one)


def test_undoing_what_was_taken_over_is_a_change_of_ones_own(home: Home) -> None:
    one, two = _two(home, words="a")
    before = one.strategy.answer("words")
    two.strategy.set_value("words", "theirs")
    two.save()
    one.save()
    one.strategy.put("words", before)
    assert one.save().conflicts == ()
    assert opened(home).strategy.answer("words").value == "a"


def test_lists_come_together_by_id(home: Home) -> None:
    one, two = _two(home)
    one.strategy.lists["actions"] = [{"id": "a222", "text": "a", "state": "open"}, {"id": "b222", "text": "b"}]
    one.save()
    two.save()
    assert two.strategy.lists == one.strategy.lists
    one.strategy.lists["actions"][0]["state"] = "done"
    del one.strategy.lists["actions"][1]
    two.strategy.lists["actions"][0]["text"] = "better"
    two.strategy.lists["actions"].append({"id": "c222", "text": "c"})
    one.save()
    assert two.save().conflicts == ()
    one.save()
    expected = [{"id": "a222", "text": "better", "state": "done"}, {"id": "c222", "text": "c"}]
    assert one.strategy.lists["actions"] == two.strategy.lists["actions"] == expected


def test_the_same_line_of_a_list_changed_twice_is_kept_aside(home: Home) -> None:
    one, two = _two(home)
    one.strategy.lists["parking_lot"] = [{"id": "a222", "text": "a"}]
    one.save()
    two.save()
    one.strategy.lists["parking_lot"][0]["text"] = "one"
    two.strategy.lists["parking_lot"][0]["text"] = "two"
    one.save()
    result = two.save()
    assert (result.conflicts, len(result.kept_aside)) == ((), 1)
    assert two.strategy.lists["parking_lot"][0]["text"] == "two"
    assert _conflicts(one) == [{"a222": {"id": "a222", "text": "one"}}]


def test_waived_findings_are_told_apart_by_the_finding(home: Home) -> None:
    one, two = _two(home)
    one.strategy.lists["waived"] = [{"finding": "core/goals//", "reason": "a", "date": "2026-05-01"}]
    two.strategy.lists["waived"] = [{"finding": "core/words//", "reason": "b", "date": "2026-05-01"}]
    one.save()
    two.save()
    assert [entry["reason"] for entry in two.strategy.lists["waived"]] == ["b", "a"]


def test_what_two_windows_waive_and_take_back_comes_together(home: Home) -> None:
    one, two = _two(home)
    waive(one.strategy, "core/goals//", "a")
    waive(one.strategy, "core/words//", "b")
    one.save()
    two.save()
    assert [entry.reason for entry in waived(two.strategy)] == ["a", "b"]
    take_back(one.strategy, "core/goals//")
    waive(two.strategy, "core/order//", "c")
    waive(two.strategy, "core/words//", "better")
    one.save()
    assert two.save().conflicts == ()
    one.save()
    for window in (one, two, opened(home)):
        assert [(entry.finding_id, entry.reason) for entry in waived(window.strategy)] == [
            ("core/words//", "better"),
            ("core/order//", "c"),
        ]


def test_another_recipe_reaches_the_other_window(home: Home) -> None:
    one, two = _two(home)
    one.strategy.recipe = "short"
    one.save()
    two.save()
    assert two.strategy.recipe == "short"


def test_what_a_person_edits_in_the_file_reaches_the_open_window(home: Home) -> None:
    one, _ = _two(home, words="a")
    write(one, text_of(one).replace("value: a", "value: by hand"))
    one.strategy.set_value("mirror", 2)
    assert one.save().merged == ("words",)
    assert one.strategy.answer("words").value == "by hand"


def test_what_a_person_breaks_in_one_answer_is_kept_and_read_only(home: Home) -> None:
    one, _ = _two(home, words="a")
    write(one, text_of(one).replace("value: a", "value: {b: c}"))
    one.strategy.set_value("mirror", 2)
    one.save()
    assert one.strategy.answer("words").raw is not None
    assert "value: {b: c}" in text_of(one)


def test_three_windows_in_turn(home: Home) -> None:
    windows = [made(home), opened(home), opened(home)]
    cards = ("words", "main-goal", "until")
    for turn in range(4):
        for window, card in zip(windows, cards, strict=True):
            window.strategy.set_value(card, (str(turn),) if card == "main-goal" else str(turn))
            assert window.save().conflicts == ()
    for window in windows:
        window.save()
    assert len({str(sorted(window.strategy.answers.items())) for window in windows}) == 1


KEYS: list[Key] = [("answers", "words"), ("answers", "goals"), ("actions", "a222"), ("recipe", "")]
_times = st.sampled_from(["", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"])
_answers = st.builds(Answer, value=st.sampled_from(["a", "b", "c"]), updated=_times, note=st.sampled_from(["", "n"]))
_entries = st.fixed_dictionaries({"id": st.just("a222"), "text": st.sampled_from("abc")})
_values = {"answers": _answers, "actions": _entries, "recipe": st.sampled_from(["x", "y"])}
_units = st.fixed_dictionaries({}, optional={key: _values[key[0]] for key in KEYS})


@settings(max_examples=200, deadline=None)
@given(_units, _units, _units)
def test_what_a_merge_promises(base: dict[Key, Any], ours: dict[Key, Any], theirs: dict[Key, Any]) -> None:
    merged = merge(base, ours, theirs)
    for key in KEYS:
        was, our, their, now = (side.get(key) for side in (base, ours, theirs, merged.units))
        if our == was:
            assert now == their
        elif their == was:
            assert now == our
        elif our is None or their is None:
            assert now in (our, their)
            assert now is not None or our == their
        if key in merged.taken:
            assert merged.taken[key] == (our, now)
        else:
            assert now == our
        if key[0] == "answers" and now not in (our, their) and our != their:
            assert now.note in (our.note, their.note)
    again = merge(theirs, merged.units, theirs)
    assert again.units == merged.units
    assert again.conflicts == ()
    assert merge(base, base, theirs).units == theirs
    assert merge(base, ours, base).units == ours


@pytest.mark.parametrize("text", ["one", "two"])
def test_an_item_added_in_each_window_is_one_answer_and_so_a_conflict(home: Home, text: str) -> None:
    one, two = _two(home)
    one.strategy.set_value("goals", item("a222", "one"))
    two.strategy.clock = (lambda: "2026-05-01T12:00:01Z") if text == "two" else (lambda: "2026-05-01T11:00:00Z")
    two.strategy.set_value("goals", item("b222", "two"))
    one.save()
    assert two.save().conflicts == ("goals",)
    assert two.strategy.items("goals")[0].text == text
    assert len(_conflicts(one)) == 1


_moves = st.lists(
    st.tuples(
        st.sampled_from(["type", "type", "save", "begin", "take"]),
        st.integers(0, 2),
        st.sampled_from(["words", "until"]),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_moves, st.integers(1, 3))
@example(
    [
        ("type", 1, "words"),
        ("save", 1, ""),
        ("type", 1, "words"),
        ("begin", 0, ""),
        ("save", 1, ""),
        ("begin", 0, ""),
    ],
    1,
)
def test_whatever_happens_in_three_windows_nothing_is_lost(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[str, int, str]], pace: int
) -> None:
    """Windows type, save, and take over late what a save found; each text is replaced knowingly, or still there."""
    home = Home.at(tmp_path_factory.mktemp("windows"))
    windows = [made(home), opened(home), opened(home)]
    waiting: list[list[SaveResult]] = [[], [], []]
    ticks = count()
    replaced, typed = set(), []

    def moment() -> str:
        return f"2026-05-01T12:{next(ticks) // pace:02}:00Z"

    for window in windows:
        window.strategy.clock = moment
    for number, (move, which, card) in enumerate(moves):
        window = windows[which]
        if move == "type":
            replaced.add(window.strategy.answer(card).value)
            typed.append(f"{card} {number}")
            window.strategy.set_value(card, typed[-1])
        elif move == "save":
            assert window.save().ok
        elif move == "begin":
            waiting[which].append(window.write(window.snapshot()))
        elif waiting[which]:
            apply(waiting[which].pop(0), window.strategy)
    for window, results in zip(windows, waiting, strict=True):
        for result in results:
            apply(result, window.strategy)
    for window in windows * 2:
        assert window.save().ok
    answers = windows[0].strategy.answers
    assert all(window.strategy.answers == answers for window in [*windows[1:], opened(home)])
    conflicts = windows[0].folder / "conflicts"
    kept = text_of(windows[0]) + "".join(path.read_text() for path in conflicts.glob("*"))
    assert [text for text in typed if text not in replaced and text not in kept] == []
