"""The shelf by keyboard: beginning, opening, renaming, archiving, and what is said when something is wrong."""

from __future__ import annotations

import pytest
from ageing_deck import AGEING
from kept import deck_file
from textual import events
from textual.widgets import OptionList

from impactcards.strategy import reviews
from impactcards.strategy.folder import create
from impactcards.strategy.shelf import shelf
from impactcards.strategy.strategy import utc_now
from impactcards.strategy.values import Item
from impactcards.tui.screens.card import CardScreen
from impactcards.tui.screens.shelf import ShelfScreen
from impactcards.tui.widgets.line import Block


def listed(app) -> str:
    options = app.screen.query_one(OptionList)
    return "\n".join(str(options.get_option_at_index(i).prompt) for i in range(options.option_count))


async def mark(pilot, app, text: str) -> None:
    """Move to the line that holds ``text``."""
    options = app.screen.query_one(OptionList)
    for index in range(options.option_count):
        if text in str(options.get_option_at_index(index).prompt):
            options.highlighted = index
            await pilot.pause()
            return
    raise AssertionError(f"{text!r} is not on the shelf:\n{listed(app)}")


async def test_a_newcomer_is_welcomed_and_the_shortest_recipe_stands_first(make_app) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "card by card" in app.screen.query_one("#welcome", Block).text
        lines = [line for line in listed(app).split("\n") if " min" in line]
        assert "Two minutes" in lines[0]
        assert lines.index(next(line for line in lines if "20 min" in line)) < lines.index(
            next(line for line in lines if "90 min" in line)
        )


@pytest.mark.slow
async def test_begin_open_rename_archive_and_bring_back(make_app, home) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await mark(pilot, app, "All of it")
        await pilot.press("enter", *"Acme", "enter")
        await pilot.pause(0.2)
        assert isinstance(app.screen, CardScreen)
        await pilot.press(*"hello", "escape", "q")
        await pilot.pause(0.3)
        assert isinstance(app.screen, ShelfScreen)
        assert "1 card answered" in listed(app)
        await mark(pilot, app, "Acme")
        await pilot.press("r", *" AG", "enter")
        await pilot.pause(0.1)
        assert "Acme AG" in listed(app)
        await mark(pilot, app, "Acme AG")
        await pilot.press("a", "y")
        await pilot.pause(0.1)
        assert "Archive (1 strategy)" in listed(app)
        await mark(pilot, app, "Archive (1")
        await pilot.press("enter")
        await mark(pilot, app, "Acme AG")
        await pilot.press("a")
        await pilot.pause(0.1)
        assert "Archive" not in listed(app)
    assert [entry.name for entry in shelf(home)] == ["Acme AG"]


@pytest.mark.slow
async def test_a_name_that_exists_is_said_and_nothing_is_lost(make_app, home, deck_path) -> None:
    create(home, "Acme", deck_path, language="en")
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await mark(pilot, app, "All of it")
        await pilot.press("enter", *"Acme", "enter")
        await pilot.pause(0.2)
        assert isinstance(app.screen, ShelfScreen)
        said = [notification.message for notification in app._notifications]
        assert said
        assert "Acme" in said[-1]


@pytest.mark.slow
async def test_a_damaged_strategy_is_named_and_left_alone(make_app, home, deck_path) -> None:
    opened = create(home, "Acme [/x]", deck_path, language="en")
    path = opened.folder / "strategy.yaml"
    path.write_text("answers: [\x00", encoding="utf-8")
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert "cannot be read" in listed(app)
        await mark(pilot, app, "cannot be read")
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert isinstance(app.screen, ShelfScreen)
    assert path.read_text(encoding="utf-8") == "answers: [\x00"


@pytest.mark.slow
async def test_settings_change_the_theme_and_a_key_at_once(make_app, home) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma", "enter", "down", "down", "enter")
        await pilot.pause()
        assert app.settings.theme == "light"
        assert app.theme == "impact-light"
        await mark(pilot, app, "next")
        await pilot.press("enter", "f7")
        await pilot.pause()
        assert app.settings.keys == {"next": "f7"}
    text = home.settings.read_text(encoding="utf-8")
    assert "theme: light" in text
    assert "next: f7" in text


async def until(pilot, app, text: str) -> None:
    """Wait until the shelf, which looks for it behind one's back, says ``text``."""
    for _ in range(100):
        if text in listed(app):
            return
        await pilot.pause(0.05)
    raise AssertionError(f"{text!r} is not on the shelf:\n{listed(app)}")


@pytest.mark.slow
async def test_the_shelf_says_what_is_due_once_it_stands(make_app, home) -> None:
    opened = create(home, "Acme [/x]", deck_file(home, AGEING, "ageing.yaml"), language="en")
    opened.strategy.clock = lambda: "2020-01-10T12:00:00Z"
    opened.strategy.set_value("words", "Near")
    opened.strategy.set_value("goals", (Item("a222", "Grow"),))
    opened.save()
    bad = create(home, "Bad", home.decks / "ageing.yaml", language="en")
    (bad.folder / "strategy.yaml").write_text("answers: [", encoding="utf-8")
    for language, said in (("en", "2 cards have aged · ~7 min to review"), ("de", "Review begonnen: 0 von 2 Karten")):
        app = make_app(language=language)
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, app, said)
            await mark(pilot, app, "Acme [/x]")
            await pilot.press("v")
            await pilot.pause(0.3)
            assert isinstance(app.screen, CardScreen)
            await pilot.press("escape", "q")
            await pilot.pause(0.2)


@pytest.mark.slow
async def test_a_begun_review_is_said_on_the_shelf(make_app, home, library) -> None:
    opened = create(home, "Acme", deck_file(home, AGEING, "ageing.yaml"), language="en")
    opened.strategy.clock = lambda: "2020-01-10T12:00:00Z"
    opened.strategy.set_value("words", "Near")
    opened.save()
    opened.strategy.clock = utc_now
    reviews.begin(opened)
    opened.save()
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, app, "review begun: 0 of 1 card")


@pytest.mark.slow
async def test_without_a_marked_strategy_a_review_says_so(make_app) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f5")
        await pilot.pause()
        assert "Mark one of your strategies first." in [note.message for note in app._notifications]


async def test_what_is_typed_while_a_card_comes_up_is_text(make_app, opened) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.play(opened)
        for letter in "that":
            app.post_message(events.Key(letter, letter))
        for _ in range(50):
            await pilot.pause(0.05)
            if opened.strategy.answer("aim").value == "that":
                break
        assert isinstance(app.screen, CardScreen)
        assert opened.strategy.answer("aim").value == "that"
