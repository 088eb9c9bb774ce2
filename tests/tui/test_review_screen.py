"""A review on the screen: last time's answer, still true, changed, dropped, why, and the end of it."""

from __future__ import annotations

from itertools import count

import pytest

from impactcards.strategy import reviews
from impactcards.strategy.values import Item
from impactcards.tui.reviewing.then import Then
from impactcards.tui.screens.dialogs import AskLine, Choose
from impactcards.tui.screens.document import DocumentScreen
from impactcards.tui.screens.review import ReviewScreen
from impactcards.tui.widgets.notice import Notice

SIZE = (80, 24)


@pytest.fixture
def answered(opened):
    """All five cards answered, but for the table."""
    strategy = opened.strategy
    days = count(1)
    strategy.clock = lambda: f"2026-03-01T12:{next(days):02}:00Z"
    strategy.set_value("aim", "To be found.")
    strategy.set_value("goals", (Item("g2aa", "More leads"), Item("g2bb", "A name")))
    strategy.set_value("mood", 4)
    assert opened.save().ok
    return opened


@pytest.fixture
def make_review(make_app, answered):
    """The app on a review of all cards."""

    def make(**options):
        return make_app(answered, review=reviews.begin(answered, recipe="all"), **options)

    return make


def strip(app) -> str:
    return app.screen.query_one(Then).text


async def test_one_key_says_that_an_answer_is_still_true(make_review, answered, again) -> None:
    """Letters are keys at once; y keeps and goes on, and y again on that card takes it back."""
    app = make_review()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.1)
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.focused is None
        assert "Last time" in strip(app)
        assert "Still true?" in strip(app)
        await pilot.press("y")
        assert app.sitting.card.id == "goals"
        assert "“What for” is kept" in app.screen.query_one(Notice).text
        await pilot.press("p")
        assert "kept: it is still true" in strip(app)
        await pilot.press("y")
        assert app.sitting.card.id == "aim"
        assert "Taken back" in app.screen.query_one(Notice).text
        await pilot.press("y", "ctrl+q")
    entry = again().strategy.lists["reviews"][0]
    assert entry["cards"]["aim"] == {"did": "kept"}
    assert again().strategy.answer("aim").confirmed
    assert app.sitting.progress().done == 1


@pytest.mark.slow
async def test_a_changed_answer_stands_beside_last_times(make_review, again) -> None:
    app = make_review()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.1)
        await pilot.press("n", "enter", *"!!", "escape")
        await pilot.pause(0.5)
        assert "changed" in strip(app)
        await pilot.press("w")
        assert isinstance(app.screen, AskLine)
        await pilot.press(*"nobody", "space", *"knew", "enter")
        assert "nobody knew" in strip(app)
        await pilot.press("n", "ctrl+q")
    entry = again().strategy.lists["reviews"][0]
    assert entry["cards"]["goals"] == {"did": "changed", "why": "nobody knew"}


@pytest.mark.slow
async def test_a_dropped_answer_comes_back_by_undo(make_review, again) -> None:
    app = make_review()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.1)
        await pilot.press("x")
        assert app.sitting.review.did(app.sitting.card) == "dropped"
        assert "To be found." in strip(app)
        await pilot.press("u")
        assert app.sitting.review.did(app.sitting.card) == ""
        assert app.sitting.strategy.answer("aim").value == "To be found."
        await pilot.press("x", "n", "ctrl+q")
    strategy = again().strategy
    assert not strategy.answer("aim").answered
    assert strategy.lists["reviews"][0]["cards"]["aim"] == {"did": "dropped"}


@pytest.mark.slow
async def test_a_card_without_an_answer_opens_to_be_written(make_review) -> None:
    app = make_review()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.1)
        await pilot.press("y", "y", "y")
        await pilot.pause(0.1)
        assert app.sitting.card.id == "who"
        assert app.screen.focused is not None
        assert "There was no answer last time" in strip(app)
        await pilot.press("y", "e", "s")
        assert app.sitting.card.id == "who"  # here y is a letter


@pytest.mark.slow
async def test_an_answer_kept_a_third_time_is_asked_what_would_change_it(make_app, answered, again) -> None:
    for _ in range(2):
        held = reviews.begin(answered, recipe="all")
        held.keep(answered.deck.card("aim"))
        held.end()
        assert answered.save().ok
    app = make_app(answered, review=reviews.begin(answered, recipe="all"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.1)
        await pilot.press("y")
        assert isinstance(app.screen, AskLine)
        await pilot.press(*"a", "space", *"fire", "enter")
        assert app.sitting.card.id == "goals"
        await pilot.press("ctrl+q")
    assert again().strategy.lists["reviews"][-1]["cards"]["aim"] == {"did": "kept", "why": "a fire"}


@pytest.mark.slow
async def test_the_end_says_what_it_came_to_and_shows_what_changed(make_review, again) -> None:
    app = make_review()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.1)
        await pilot.press("y", "x", "n", "y")
        await pilot.press("pagedown")
        await pilot.pause()
        assert isinstance(app.screen, Choose)  # one card waits
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, Choose)
        assert again().strategy.lists["reviews"]
        await pilot.press("down", "enter")
        await pilot.pause(0.2)
        assert isinstance(app.screen, DocumentScreen)
        await pilot.press("escape", "q")
    entry = again().strategy.lists["reviews"][0]
    assert entry["ended"]
    assert set(entry["cards"]) == {"aim", "goals", "mood"}


@pytest.mark.slow
async def test_a_review_that_was_left_goes_on_where_it_stopped(make_review, make_app, again) -> None:
    app = make_review()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.1)
        await pilot.press("y", "y", "ctrl+q")
    opened = again()
    held = reviews.resume(opened)
    assert held is not None
    app = make_app(opened, review=held)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.1)
        assert app.sitting.card.id == "mood"
        assert app.sitting.progress().done == 2


@pytest.mark.slow
async def test_the_shelf_begins_a_review(make_app, answered) -> None:
    """F5 on a strategy; leaving the review comes back to the shelf."""
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.2)
        await pilot.press("f5")
        await pilot.pause(0.2)
        assert isinstance(app.screen, ReviewScreen)  # the table that nobody filled in is dealt
        await pilot.press("escape", "q")
        await pilot.pause(0.2)
        assert not isinstance(app.screen, ReviewScreen)
