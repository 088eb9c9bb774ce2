"""Two strategies compared card by card, kind by kind."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from small_deck import CARDS, DECK, card, deck_of, items, play, put

from impactcards.deck.kinds import ListAnswer, TextAnswer
from impactcards.strategy.answer import Answer
from impactcards.strategy.comparing import CardChange, EntryChange, RowChange, TextChange, ValueChange, compare
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Item, TableRow


def change(card_id: str, older: Strategy, newer: Strategy) -> CardChange:
    """What changed of the only card that did."""
    comparison = compare(older, newer)
    assert [found.card for found in comparison.cards] == [card_id]
    return comparison.cards[0]


def entries(found: CardChange) -> list[tuple[Any, ...]]:
    assert found.parts
    assert all(isinstance(part, EntryChange) for part in found.parts)
    return [(part.how, part.before, part.after, part.was_at, part.is_at) for part in found.parts]  # type: ignore[union-attr]


def test_the_same_strategy_has_no_changes() -> None:
    full = play(
        goals=items("More", "Less"),
        words="x",
        budget=3,
        mirror=2,
        order=["a222"],
        channels=[{"id": "c222", "channel": "x"}],
    )
    assert compare(full, full).cards == ()
    assert compare(full, play()).cards != ()


def test_cards_come_in_deck_order_and_say_what_became_of_them() -> None:
    older = play(words="old", budget=5, mirror=2)
    newer = play(mirror=3, words="new", goals=items("More"))
    comparison = compare(older, newer)
    assert [(found.card, found.how) for found in comparison.cards] == [
        ("goals", "answered"), ("words", "changed"), ("mirror", "changed"), ("budget", "emptied"),
    ]  # fmt: skip
    assert comparison.count("changed") == 2
    assert comparison.of("budget") == comparison.cards[3]
    assert comparison.of("review") is None
    assert comparison.cards[0].title == "Goals"
    assert comparison.cards[0].suit == "all"


def test_a_text_is_compared_by_its_words() -> None:
    found = change("words", play(words="A b c."), play(words="A d c."))
    assert isinstance(found.parts[0], TextChange)
    assert [(s.text, s.how) for s in found.parts[0].stretches] == [
        ("A", "same"), ("b", "gone"), ("d", "come"), ("c.", "same"),
    ]  # fmt: skip
    assert compare(play(words="A b"), play(words=" A  b\n")).cards == ()


def test_items_of_a_list_go_come_are_reworded_and_move() -> None:
    older = play(goals=items("One", "Two", "Three", "Four"))
    newer = play(goals=[
        {"id": "d222", "text": "Four"}, {"id": "a222", "text": "One and a half"}, {"id": "n222", "text": "New"},
        {"id": "c222", "text": "Three"},
    ])  # fmt: skip
    assert entries(change("goals", older, newer)) == [
        ("gone", "Two", "", 2, 0), ("moved", "Four", "Four", 4, 1),
        ("reworded", "One", "One and a half", 0, 0), ("come", "", "New", 0, 3),
    ]  # fmt: skip


def test_an_item_typed_anew_is_the_same_item() -> None:
    assert compare(play(goals=items("One")), play(goals=[{"id": "x222", "text": "One"}])).cards == ()


def test_picks_are_named_as_they_stood_and_count_by_what_they_pick() -> None:
    older = play(goals=items("Old name", "Two"), main_goal=["a222"])
    renamed = play(goals=items("New name", "Two"), main_goal=["a222"])
    assert [found.card for found in compare(older, renamed).cards] == ["goals"]
    other = play(goals=items("New name", "Two"), main_goal=["b222"])
    found = compare(older, other).of("main-goal")
    assert found is not None
    assert entries(found) == [("gone", "Old name", "", 1, 0), ("come", "", "Two", 0, 1)]


def test_a_choice_has_no_order_and_a_rank_is_one() -> None:
    assert compare(play(situation=["ads", "team"]), play(situation=["team", "ads"])).cards == ()
    goals = items("A", "B", "C")
    older, newer = (play(goals=goals, order=order) for order in (["a222", "b222", "c222"], ["c222", "a222", "b222"]))
    assert entries(change("order", older, newer)) == [("moved", "C", "C", 3, 1)]


def test_figures_days_and_ratings_are_said_before_and_after() -> None:
    older, newer = play(budget=1500, mirror=1, review="2027-01-31"), play(budget="a lot", mirror=3, review="2027-02-28")
    parts = {found.card: found.parts for found in compare(older, newer).cards}
    assert parts["budget"] == (ValueChange("1500 €", "a lot"),)
    assert parts["mirror"] == (ValueChange("1 of 5: Never", "3 of 5: About half"),)
    (day,) = parts["review"]
    assert isinstance(day, ValueChange)
    assert "31 Jan 2027" in day.before
    assert "28 Feb 2027" in day.after


def test_rows_go_come_change_and_are_renamed() -> None:
    goals = items("More", "Less")
    older = play(goals=goals, channels=[
        {"id": "r222", "channel": "Letters", "posts": 3},
        {"id": "r333", "channel": "Talks", "goals": ["a222"], "start": "2027-01-31"},
        {"id": "r444", "channel": "Fairs", "fit": 1},
    ])  # fmt: skip
    newer = play(goals=goals, channels=[
        {"id": "r444", "channel": "Fairs", "fit": 1},
        {"id": "r333", "channel": "Good talks", "goals": ["a222", "b222"], "posts": 2},
        {"id": "r555", "channel": "Films"},
    ])  # fmt: skip
    gone, moved, changed, come = change("channels", older, newer).parts
    assert isinstance(gone, RowChange)
    assert (gone.how, gone.name, [(c.title, c.before, c.after) for c in gone.cells]) == (
        "gone", "Letters", [("Posts", "3 a week", "")],
    )  # fmt: skip
    assert isinstance(moved, RowChange)
    assert (moved.how, moved.name, moved.was_at, moved.is_at) == ("moved", "Fairs", 3, 1)
    assert isinstance(changed, RowChange)
    assert (changed.how, changed.before, changed.after) == ("changed", "Talks", "Good talks")
    assert changed.stretches
    assert [(c.title, c.before, c.after) for c in changed.cells] == [
        ("Serves", "More", "More, Less"), ("Posts", "", "2 a week"), ("Start", "31 Jan 2027", ""),
    ]  # fmt: skip
    assert [(e.how, e.after) for e in changed.cells[0].entries] == [("come", "Less")]
    assert come == RowChange("come", "", "Films")


def test_rows_that_follow_items_are_named_as_they_stood() -> None:
    channels = [{"id": "r222", "channel": "Letters"}]
    older = play(channels=channels, promise=[{"id": "r222", "hours": 1}])
    newer = play(channels=[{"id": "r222", "channel": "Mail"}], promise=[{"id": "r222", "hours": 2}])
    found = compare(older, newer).of("promise")
    assert found is not None
    (row,) = found.parts
    assert isinstance(row, RowChange)
    assert (row.how, row.before, row.after, row.stretches) == ("changed", "Letters", "Mail", ())
    assert [(c.before, c.after) for c in row.cells] == [("1 h", "2 h")]
    orphaned = play(channels=[], promise=[])
    orphaned.put("promise", Answer((TableRow("r222", {"hours": 3}),)))
    (row,) = compare(newer, orphaned).of("promise").parts  # type: ignore[union-attr]
    assert row.after == "(removed)"  # type: ignore[union-attr]


def test_notes_put_off_cards_and_waived_findings_are_told_too() -> None:
    older, newer = play(words="x"), play(words="x")
    newer.set_note("words", "ask Ada")
    newer.put_off("goals", "later")
    older.put_off("mirror", "skipped")
    older.put_off("budget", "later")
    put(newer, "budget", 5)
    older.lists["waived"] = [
        {"finding": "unanswered/review", "reason": "no time"},
        {"finding": "aged/words", "reason": "a"},
    ]
    newer.lists["waived"] = [
        {"finding": "limit/order", "reason": "on purpose"},
        {"finding": "aged/words", "reason": "b"},
    ]
    found = {found.card: found for found in compare(older, newer).cards}
    assert [(card_id, one.how) for card_id, one in found.items()] == [
        ("goals", "beside"), ("words", "beside"), ("order", "beside"), ("mirror", "beside"),
        ("budget", "answered"), ("review", "beside"),
    ]  # fmt: skip
    assert found["words"].note is not None
    assert found["words"].note.after == "ask Ada"
    assert found["goals"].put_off == ValueChange("", "later")
    assert found["mirror"].put_off == ValueChange("skipped", "")
    assert found["budget"].put_off is None
    waived = [one for card_id in ("words", "order", "review") for one in found[card_id].waived]
    assert [(one.how, one.before, one.after) for one in waived] == [
        ("changed", "a", "b"), ("come", "", "on purpose"), ("gone", "no time", ""),
    ]  # fmt: skip


def test_cards_that_one_or_both_decks_lack_are_compared() -> None:
    smaller = deck_of(*(held for held in CARDS if held.id != "budget"))
    older, newer = play(budget=5), play(smaller)
    newer.put("gone-card", Answer(raw={"value": ["one", {"id": "a222", "text": "two"}], "updated": "2026"}))
    found = compare(older, newer)
    assert [(one.card, one.title, one.how, one.suit) for one in found.cards] == [
        ("budget", "Budget", "emptied", "all"), ("gone-card", "Gone card", "answered", ""),
    ]  # fmt: skip
    assert found.cards[0].parts == (ValueChange("5 €", ""),)
    assert entries(found.cards[1]) == [("come", "", "one", 0, 1), ("come", "", "two", 0, 2)]
    # The same answer, which only one of the decks can read, is no change.
    held = play(smaller)
    held.put("budget", Answer(raw={"value": "5 €"}))
    assert compare(older, held).cards == ()


def test_a_card_whose_kind_is_another_now_is_compared_by_what_it_says() -> None:
    older = play(deck_of(card("aim", TextAnswer())), aim="To grow\nTo stay")
    newer = play(deck_of(card("aim", ListAnswer())), aim=items("To grow", "To leave"))
    assert entries(change("aim", older, newer)) == [("gone", "To stay", "", 2, 0), ("come", "", "To leave", 0, 2)]


def test_a_sealed_answer_is_not_told() -> None:
    deck = deck_of(card("guess", TextAnswer(), sealed=True))
    older, newer = play(deck, guess="340"), play(deck, guess="500")
    newer.set_note("guess", "340 was too low")
    found = change("guess", older, newer)
    assert (found.how, found.sealed, found.parts, found.note) == ("changed", True, (), None)
    newer.lists["reviews"] = [{"id": "v222", "started": "2027-01-01T00:00:00Z"}]
    assert change("guess", older, newer).parts


_PLAIN = st.text(st.sampled_from("ab 1€\n🎉"), max_size=6)
_CELLS = st.dictionaries(
    st.sampled_from(["channel", "goals", "posts", "start", "fit", "hours", "reaction", "old-column"]),
    _PLAIN.filter(str.strip) | st.integers(0, 9) | st.tuples(st.sampled_from(["a222", "b222", "ads"])),
    max_size=4,
)
_IDS = st.sampled_from(["a222", "b222", "c222", "ads", "team"])


def _unique(made: Any) -> Any:
    return st.dictionaries(_IDS, made, max_size=4)


_VALUES = st.one_of(
    st.none(),
    _PLAIN,
    st.integers(-9, 9),
    _unique(_PLAIN).map(lambda held: tuple(Item(key, text) for key, text in held.items())),
    _unique(_CELLS).map(lambda held: tuple(TableRow(key, cells) for key, cells in held.items())),
    st.lists(_IDS, unique=True, max_size=4).map(tuple),
)
_OF_KIND = {
    "text": _PLAIN, "list": _VALUES, "choice": _VALUES, "rank": _VALUES, "scale": st.integers(0, 6) | _PLAIN,
    "number": st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _PLAIN,
    "date": _PLAIN, "table": _VALUES,
}  # fmt: skip
_ANSWERS = st.fixed_dictionaries(
    {}, optional={
        held.id: st.builds(Answer, st.none() | _OF_KIND[held.answer.kind], note=_PLAIN)
        | st.builds(Answer, raw=st.fixed_dictionaries({"value": st.none() | _PLAIN | st.lists(_PLAIN, max_size=3)}))
        for held in (*CARDS, card("unknown", TextAnswer()))
    }
)  # fmt: skip


def _strategy(answers: dict[str, Answer]) -> Strategy:
    return Strategy("Acme", DECK, "en", answers=dict(answers))


def _told(part: Any, *fields: str) -> list[str]:
    """All that a change says of one side."""
    texts = [str(getattr(part, name)) for name in fields if getattr(part, name, "")]
    return texts + [text for cell in getattr(part, "cells", ()) for text in _told(cell, *fields)]


@settings(max_examples=60, deadline=None)
@given(_ANSWERS, _ANSWERS)
def test_any_two_strategies_compare(before: dict[str, Answer], after: dict[str, Answer]) -> None:
    older, newer = _strategy(before), _strategy(after)
    assert compare(older, _strategy(before)).cards == ()
    forth, back = compare(older, newer), compare(newer, older)
    assert [one.card for one in forth.cards] == [one.card for one in back.cards]
    for one in forth.cards:
        other = back.of(one.card)
        assert other is not None
        turned = {"answered": "emptied", "emptied": "answered"}
        assert other.how == turned.get(one.how, one.how)
        for side, state in (("before", before), ("after", after)):
            value = state.get(one.card, Answer()).value
            if one.how in ("answered", "emptied") and isinstance(value, str):
                told = " ".join(text for part in one.parts for text in _told(part, side)).split()
                assert all(word in told for word in value.split())
            if one.how in ("answered", "emptied") and isinstance(value, tuple):
                said = " ".join(text for part in one.parts for text in _told(part, side))
                for entry in value:
                    if isinstance(entry, Item) and one.kind == "list":
                        assert entry.text.strip() in said


@given(_unique(_PLAIN), _unique(_PLAIN))
def test_the_changes_of_a_list_lead_from_the_one_to_the_other(before: dict[str, str], after: dict[str, str]) -> None:
    older, newer = (
        _strategy({"goals": Answer(tuple(Item(*pair) for pair in held.items()))}) for held in (before, after)
    )
    told = [part for one in compare(older, newer).cards for part in one.parts if isinstance(part, EntryChange)]
    texts = sorted(" ".join(text.split()) for text in before.values() if text.strip())
    for part in told:
        if part.before:
            texts.remove(" ".join(part.before.split()))
        if part.after:
            texts.append(" ".join(part.after.split()))
    assert sorted(texts) == sorted(" ".join(text.split()) for text in after.values() if text.strip())
