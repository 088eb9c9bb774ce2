"""Beginning a review, what becomes of its cards, going on with it, and its end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from kept import text_of
from strategy.reviews.reviewed import SPRING, SUMMER, acme, again, begun, card_of, dealt, resumed, set_day, version_file

from impactcards.faults import UserError
from impactcards.home import Home
from impactcards.strategy.answer import Answer
from impactcards.strategy.folder import OpenStrategy
from impactcards.strategy.reviews import Review, resume, running
from impactcards.strategy.values import Item


def _cards(review: Review) -> dict[str, dict[str, str | None]]:
    """The records of the review as the file has them."""
    assert review.opened.save().ok
    (entry,) = yaml.safe_load(text_of(review.opened))["reviews"]
    cards: dict[str, dict[str, str | None]] = entry["cards"]
    return cards


def test_beginning_keeps_a_version_and_writes_the_entry(home: Home) -> None:
    opened = acme(home)
    before = text_of(opened)
    opened.strategy.set_value("rest", "not saved yet")
    review = begun(opened)
    kept = version_file(review).read_text(encoding="utf-8")
    assert kept.startswith(before[: before.index("answers:")])
    assert "not saved yet" in kept
    assert "reviews:" not in kept
    (entry,) = yaml.safe_load(text_of(opened))["reviews"]
    assert entry == {
        "id": review.id,
        "started": "2026-07-01T12:00:00Z",
        "version": version_file(review).stem,
        "recipe": "look",
        "cards": {card: {"did": None} for card in ("words", "mirror", "aim", "effort")},
    }
    assert version_file(review).stem.endswith(" before the review")
    assert running(opened.strategy) == review.entry


def test_last_time_is_what_stood_when_it_began(home: Home) -> None:
    review = begun(acme(home))
    words = card_of(review, "words")
    review.strategy.set_value("words", "Good evening")
    assert review.then(words).value == "Hello"
    assert review.then_day(words) == SPRING
    assert review.then_day(card_of(review, "rest")) is None
    assert [item.text for item in review.before.items("goals")] == ["Meet", "Eat"]
    assert review.faults == []


def test_kept_is_fresh_again_and_can_be_taken_back(home: Home) -> None:
    review = begun(acme(home))
    words = card_of(review, "words")
    before = review.strategy.answer("words")
    assert review.keep(words, "It still makes us laugh")
    assert review.strategy.answer("words") == before.with_(confirmed="2026-07-01T12:00:00Z")
    assert (review.did(words), review.why(words)) == ("kept", "It still makes us laugh")
    assert review.take_back(words)
    assert review.strategy.answer("words") == before
    assert (review.did(words), review.why(words)) == ("", "It still makes us laugh")
    assert not review.take_back(words)


def test_undo_puts_the_answer_back_and_a_look_takes_the_note_back(home: Home) -> None:
    review = begun(acme(home))
    words = card_of(review, "words")
    before = review.strategy.answer("words")
    review.keep(words)
    review.strategy.put("words", before)
    assert review.look(words) == review.did(words) == ""


def test_nothing_can_be_kept_or_dropped_where_there_is_nothing(home: Home) -> None:
    review = begun(acme(home))
    rest = card_of(review, "rest")
    assert not review.keep(rest)
    assert not review.drop(rest)
    assert review.did(rest) == ""
    assert "rest" not in review.entry["cards"]


def test_changed_is_noted_on_leaving_and_taken_back_if_it_is_as_before(home: Home) -> None:
    review = begun(acme(home))
    words = card_of(review, "words")
    assert review.look(words) == ""
    review.strategy.set_value("words", "Good evening")
    assert review.did(words) == ""
    assert review.look(words) == review.did(words) == "changed"
    review.set_why(words, " We are older now ")
    assert review.why(words) == "We are older now"
    review.strategy.set_value("words", "Hello")
    assert review.look(words) == ""
    review.keep(words)
    review.strategy.set_value("words", "Good night")
    assert review.look(words) == "changed"
    review.strategy.set_value("words", "Hello")
    assert review.look(words) == "kept"


def test_a_reason_is_taken_out_by_an_empty_one(home: Home) -> None:
    review = begun(acme(home))
    words = card_of(review, "words")
    review.keep(words, "so it is")
    review.set_why(words, " ")
    assert _cards(review)["words"] == {"did": "kept"}


def test_dropped_empties_the_answer_and_the_version_keeps_it(home: Home) -> None:
    opened = acme(home)
    opened.strategy.set_note("words", "a note")
    review = begun(opened)
    words = card_of(review, "words")
    assert review.drop(words)
    assert review.strategy.answer("words").value is None
    assert review.did(words) == "dropped"
    assert "Hello" in version_file(review).read_text(encoding="utf-8")
    assert review.take_back(words)
    assert review.strategy.answer("words") == review.then(words)
    assert review.did(words) == ""


def test_an_answer_emptied_by_hand_is_dropped(home: Home) -> None:
    review = begun(acme(home))
    review.strategy.set_value("words", None)
    assert review.look(card_of(review, "words")) == "dropped"


def test_an_answer_that_cannot_be_read_can_be_kept_and_is_never_emptied(home: Home) -> None:
    opened = acme(home)
    opened.strategy.put("mirror", Answer(raw={"value": ["odd"]}))
    opened.save()
    review = begun(again(opened, home))
    mirror = card_of(review, "mirror")
    assert not review.drop(mirror)
    assert review.keep(mirror)
    assert review.did(mirror) == "kept"
    assert "odd" in text_of(review.opened)


def test_progress_counts_what_is_settled_or_skipped(home: Home) -> None:
    review = begun(acme(home))
    assert review.progress() == (0, 4, 9)
    review.keep(card_of(review, "words"))
    review.strategy.put_off("aim", "skipped")
    review.strategy.put_off("effort", "later")
    assert review.progress() == (2, 4, 6)
    review.drop(card_of(review, "mirror"))
    review.strategy.set_value("effort", None)
    assert review.progress() == (3, 4, 5)


def test_the_end_leaves_only_what_became_of_cards(home: Home) -> None:
    review = begun(acme(home))
    review.keep(card_of(review, "words"), "still")
    review.set_why(card_of(review, "mirror"), "typed, and never settled")
    set_day(review.opened, SUMMER, "13:30:00")
    review.end()
    assert _cards(review) == {"words": {"did": "kept", "why": "still"}, "mirror": {"why": "typed, and never settled"}}
    (entry,) = yaml.safe_load(text_of(review.opened))["reviews"]
    assert list(entry) == ["id", "started", "ended", "version", "recipe", "cards"]
    assert entry["ended"] == "2026-07-01T13:30:00Z"
    assert review.ended
    assert running(review.strategy) is None
    assert resume(review.opened) is None


def test_when_all_is_settled_it_can_still_be_gone_through(home: Home) -> None:
    review = begun(acme(home, goals=None, mirror=None))
    review.strategy.put_off("goals", "skipped")
    for card in review.hand().cards:
        if not review.keep(card):
            review.strategy.put_off(card.id, "skipped")
    done, total, minutes = review.progress()
    assert (done, minutes) == (total, 0)
    assert resumed(again(_saved(review), home)).hand().cards == review.hand().cards
    review.end()
    assert review.hand().cards
    assert not review.keep(card_of(review, "words"))
    review.strategy.set_value("words", "after the end")
    assert review.look(card_of(review, "words")) == "kept"


def _saved(review: Review) -> OpenStrategy:
    assert review.opened.save().ok
    return review.opened


def test_one_that_was_not_ended_is_gone_on_with(home: Home) -> None:
    opened = acme(home)
    first = begun(opened)
    first.keep(card_of(first, "words"))
    opened.save()
    other = again(opened, home, date(2026, 7, 3))
    second = begun(other, date(2026, 7, 3))
    assert second.id == first.id
    assert second.did(card_of(second, "words")) == "kept"
    assert second.then(card_of(second, "words")).confirmed == ""
    assert len(list((opened.folder / "versions").iterdir())) == 1
    assert len(other.strategy.lists["reviews"]) == 1


def test_begun_in_another_window_meanwhile_it_is_the_same_review(home: Home) -> None:
    opened = acme(home)
    other = again(opened, home)
    first = begun(opened)
    assert begun(other).id == first.id


def test_nothing_is_begun_where_nothing_can_be_written(home: Home) -> None:
    opened = acme(home)
    opened.read_only_reason = again(opened, home).read_only_reason
    from kept import opened as window

    only_to_look = window(home, opened.folder, read_only=True)
    with pytest.raises(UserError, match="to look at only"):
        begun(only_to_look)
    assert not (opened.folder / "versions").exists()


def test_a_review_that_cannot_be_saved_has_not_begun(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = acme(home)
    from impactcards.strategy import sync

    calls = []

    def fail(path: Path, *arguments: object, **options: object) -> None:
        calls.append(path)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sync, "write_whole", fail)
    with pytest.raises(UserError, match="disk is full"):
        begun(opened)
    assert calls
    assert running(opened.strategy) is None
    monkeypatch.undo()
    assert begun(opened).hand().cards


def test_killed_after_the_version_nothing_has_begun(home: Home) -> None:
    from impactcards.strategy.versions import keep_version, list_versions

    opened = acme(home)
    keep_version(opened, "before the review")
    other = again(opened, home)
    assert resume(other) is None
    review = begun(other)
    assert len(list_versions(other.folder)) == 2
    assert review.faults == []


@pytest.mark.parametrize("damage", ["gone", "damaged", "another folder"])
def test_without_its_version_it_can_still_be_played(home: Home, damage: str) -> None:
    opened = acme(home)
    first = begun(opened)
    first.strategy.set_value("mirror", 4)
    first.look(card_of(first, "mirror"))
    if damage == "another folder":
        first.entry["version"] = "../../../../etc/passwd"
    opened.save()
    if damage == "gone":
        version_file(first).unlink()
    elif damage == "damaged":
        version_file(first).write_text("format: 1\nanswers: [\n", encoding="utf-8")
    review = resumed(again(opened, home))
    words, mirror = card_of(review, "words"), card_of(review, "mirror")
    assert review.then(words).value == "Hello"
    assert review.look(mirror) == "changed"
    assert "words" in dealt(review)
    (fault,) = review.faults
    assert str(review.entry["version"]) in str(fault)
    assert review.keep(words)
    review.strategy.set_value("words", "Good evening")
    assert review.look(words) == "changed"
    review.end()
    assert review.opened.save().ok


def test_odd_entries_harm_nobody(home: Home) -> None:
    opened = acme(home)
    opened.strategy.lists["reviews"] = [
        {"id": "r222"},
        {"id": "r333", "started": "2026-06-01T00:00:00Z", "version": ["odd"], "cards": ["odd"]},
        {"id": "r444", "started": "2026-05-01T00:00:00Z", "ended": "2026-05-02T00:00:00Z", "cards": {"words": "kept"}},
    ]
    opened.save()
    review = resumed(again(opened, home))
    assert review.id == "r333"
    assert review.keep(card_of(review, "words"))
    assert review.did(card_of(review, "words")) == "kept"
    review.end()
    assert running(review.strategy) is None


def test_a_restored_version_takes_the_review_away_and_nothing_breaks(home: Home) -> None:
    opened = acme(home)
    review = begun(opened)
    opened.strategy.lists.pop("reviews")
    assert review.entry == {}
    assert review.did(card_of(review, "words")) == ""
    assert review.look(card_of(review, "words")) == ""
    review.keep(card_of(review, "words"))
    review.end()
    assert "reviews" not in opened.strategy.lists


def test_a_dropped_list_keeps_what_is_picked_elsewhere(home: Home) -> None:
    review = begun(acme(home, aim=("a222",)))
    goals = card_of(review, "goals")
    assert review.drop(goals)
    assert review.strategy.answer("goals").removed == (Item("a222", "Meet"),)
    assert review.take_back(goals)
    assert review.strategy.answer("goals").removed == ()
