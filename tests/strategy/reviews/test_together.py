"""A review in two windows, and by two people with git: what became of different cards is kept from both."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml
from kept import text_of
from strategy.reviews.reviewed import acme, again, begun, card_of, resumed

from impactcards.home import Home
from impactcards.strategy.reviews import running
from impactcards.strategy.values import Item, TableRow

CARDS = ("words", "mirror", "aim", "effort")


def test_two_windows_look_at_different_cards(home: Home) -> None:
    opened = acme(home)
    one = begun(opened)
    two = resumed(again(opened, home))
    one.keep(card_of(one, "words"), "still funny")
    two.drop(card_of(two, "mirror"))
    one.opened.save()
    assert two.opened.save().kept_aside == ()
    one.opened.save()
    for review in (one, two, resumed(again(opened, home))):
        assert [review.did(card_of(review, card)) for card in CARDS] == ["kept", "dropped", "", ""]
        assert review.why(card_of(review, "words")) == "still funny"
        assert list(review.entry["cards"]) == list(CARDS)


def test_one_window_gives_the_reason_for_what_the_other_did(home: Home) -> None:
    opened = acme(home)
    one = begun(opened)
    one.keep(card_of(one, "words"))
    opened.save()
    two = resumed(again(opened, home))
    one.strategy.set_value("words", "Good evening")
    one.look(card_of(one, "words"))
    two.set_why(card_of(two, "words"), "typed elsewhere")
    one.opened.save()
    assert two.opened.save().kept_aside == ()
    assert two.entry["cards"]["words"] == {"did": "changed", "why": "typed elsewhere"}


def test_two_reasons_for_one_card_both_are_kept(home: Home) -> None:
    opened = acme(home)
    one = begun(opened)
    two = resumed(again(opened, home))
    one.keep(card_of(one, "words"), "mine")
    two.keep(card_of(two, "words"), "yours")
    one.opened.save()
    (aside,) = two.opened.save().kept_aside
    assert two.entry["cards"]["words"]["why"] == "yours"
    assert "why: mine" in aside.read_text(encoding="utf-8")


def test_one_ends_it_while_the_other_goes_on(home: Home) -> None:
    opened = acme(home)
    one = begun(opened)
    two = resumed(again(opened, home))
    two.keep(card_of(two, "words"))
    one.end()
    assert one.opened.save().ok
    assert two.opened.save().kept_aside == ()
    assert two.ended
    assert two.did(card_of(two, "words")) == "kept"


def test_both_end_it(home: Home) -> None:
    opened = acme(home)
    one, two = begun(opened), resumed(again(opened, home))
    one.end()
    two.strategy.clock = lambda: "2026-07-01T18:00:00Z"
    two.end()
    one.opened.save()
    assert two.opened.save().kept_aside == ()
    assert running(two.strategy) is None


# -- with git ---------------------------------------------------------------------------------------------------------

with_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


class Repository:
    """A strategy's folder under git, with a branch for each of two people."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self("init", "-q", "-b", "main")
        self.commit()

    def __call__(self, *arguments: str) -> str:
        identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        done = subprocess.run(
            ["git", *identity, *arguments], cwd=self.folder, capture_output=True, text=True, timeout=30, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def commit(self) -> None:
        self("add", ".")
        self("commit", "-q", "-m", "so far")

    def changed_lines(self) -> tuple[list[str], list[str]]:
        """The lines of strategy.yaml that the last commit took away, and those it added."""
        lines = self("show", "--format=", "--unified=0", "--", "strategy.yaml").splitlines()
        body = [line for line in lines if not line.startswith(("---", "+++"))]
        return [ln[1:] for ln in body if ln[:1] == "-"], [ln[1:] for ln in body if ln[:1] == "+"]


@with_git
@pytest.mark.slow
def test_git_brings_two_peoples_review_together(home: Home) -> None:
    opened = acme(home)
    first = begun(opened)
    git = Repository(opened.folder)
    git("checkout", "-q", "-b", "other")
    other = resumed(again(opened, home))
    other.keep(card_of(other, "words"), "still funny")
    other.strategy.set_value("aim", ("a222",))
    other.look(card_of(other, "aim"))
    other.opened.save()
    git.commit()
    git("checkout", "-q", "main")
    mine = resumed(again(opened, home))
    mine.keep(card_of(mine, "mirror"))
    mine.strategy.set_value("effort", (TableRow("a222", {"hours": 3}),))
    mine.look(card_of(mine, "effort"))
    mine.opened.save()
    git.commit()
    git("merge", "-q", "other")
    both = resumed(again(opened, home))
    assert both.id == first.id
    assert {card: both.did(card_of(both, card)) for card in CARDS} == {
        "words": "kept",
        "mirror": "kept",
        "aim": "changed",
        "effort": "changed",
    }
    assert both.why(card_of(both, "words")) == "still funny"
    assert both.opened.faults == []


@with_git
@pytest.mark.slow
def test_a_record_changes_only_its_lines(home: Home) -> None:
    opened = acme(home)
    begun(opened)
    git = Repository(opened.folder)
    review = resumed(again(opened, home))
    review.keep(card_of(review, "mirror"), "so it is")
    review.opened.save()
    git.commit()
    gone, come = git.changed_lines()
    assert gone == ["        did: null"]
    assert come == ["    confirmed: '2026-07-01T12:00:00Z'", "        did: kept", "        why: so it is"]


@with_git
@pytest.mark.slow
def test_git_merges_items_added_in_different_cards(home: Home) -> None:
    opened = acme(home, goals=(Item("a222", "Meet"), Item("b222", "Eat")), aim=("a222",), effort=(
        TableRow("a222", {"hours": 3}),
    ))  # fmt: skip
    git = Repository(opened.folder)
    git("checkout", "-q", "-b", "other")
    other = again(opened, home, date(2026, 5, 1))
    other.strategy.add_item("goals", "Sing")
    other.save()
    git.commit()
    git("checkout", "-q", "main")
    mine = again(opened, home, date(2026, 5, 2))
    mine.strategy.set_value("effort", (TableRow("a222", {"hours": 3}), TableRow("b222", {"hours": 4})))
    mine.save()
    git.commit()
    git("merge", "-q", "other")
    both = again(opened, home).strategy
    assert [item.text for item in both.items("goals")] == ["Meet", "Eat", "Sing"]
    effort = both.deck.card("effort")
    assert effort is not None
    assert [row.cells.get("hours") for row in both.rows(effort)] == [3, 4, None]


@with_git
@pytest.mark.slow
def test_a_reworded_item_changes_its_line_and_keeps_its_id(home: Home) -> None:
    opened = acme(home, aim=("b222",))
    git = Repository(opened.folder)
    mine = again(opened, home, date(2026, 5, 2))
    mine.strategy.set_value("goals", (Item("a222", "Meet"), Item("b222", "Eat together")))
    mine.save()
    git.commit()
    gone, come = git.changed_lines()
    assert gone == ["        text: Eat", "    updated: '2026-03-02T12:00:00Z'"]
    assert come == [
        "        text: Eat together",
        "    changed:",
        "      b222: '2026-05-02T12:00:00Z'",
        "    updated: '2026-05-02T12:00:00Z'",
    ]
    assert mine.strategy.item_text("goals", mine.strategy.answer("aim").value[0]) == "Eat together"  # type: ignore[index, arg-type]


def test_all_records_stand_in_deck_order_and_in_lines_of_their_own(home: Home) -> None:
    review = begun(acme(home))
    for card in reversed(review.hand().cards):
        review.keep(card, "so it is")
    review.strategy.set_value("rest", "more")
    review.look(card_of(review, "rest"))
    review.strategy.set_value("goals", None)
    review.look(card_of(review, "goals"))
    assert review.opened.save().ok
    text = text_of(review.opened)
    assert list(yaml.safe_load(text)["reviews"][0]["cards"]) == ["goals", *CARDS, "rest"]
    assert "      goals:\n        did: dropped\n      words:\n        did: kept\n        why: so it is\n" in text
