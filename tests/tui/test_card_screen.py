"""The card screen by keyboard: answering, going on, coming back, putting off, undoing, and what stands on the disk."""

from __future__ import annotations

import pytest

from impactcards.strategy.results import SaveResult
from impactcards.strategy.values import Item
from impactcards.tui.screens.card import CardScreen
from impactcards.tui.widgets.face import Face
from impactcards.tui.widgets.header import Header
from impactcards.tui.widgets.notice import Notice

SIZE = (80, 24)


async def write(pilot, text: str) -> None:
    """Press the keys of a text."""
    names = {" ": "space", ".": "full_stop", ",": "comma", "?": "question_mark"}
    for letter in text:
        await pilot.press(names.get(letter, letter))


def card_of(app) -> str:
    return app.sitting.card.id


def notice(app) -> str:
    return app.screen.query_one(Notice).text


async def test_typing_answers_and_one_key_goes_on(make_app, opened, again) -> None:
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await write(pilot, "To be found, n and q")
        await pilot.press("pagedown")
        assert card_of(app) == "goals"
        await write(pilot, "one")
        await pilot.press("enter")
        await write(pilot, "two")
        await pilot.press("pagedown")
        assert card_of(app) == "mood"
        await pilot.press("4", "ctrl+q")
    strategy = again().strategy
    assert strategy.answer("aim").value == "To be found, n and q"
    assert [item.text for item in strategy.items("goals")] == ["one", "two"]
    assert strategy.answer("mood").value == 4
    document = (opened.folder / "strategy.md").read_text(encoding="utf-8")
    assert "To be found, n and q" in document


@pytest.mark.slow
async def test_one_comes_back_to_the_card_one_left(make_app, opened, again) -> None:
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("pagedown", "pagedown", "ctrl+q")
    assert card_of(make_app(again())) == "mood"


@pytest.mark.slow
async def test_letters_work_after_escape_and_type_in_a_field(make_app, opened) -> None:
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("n")
        assert card_of(app) == "aim"
        assert app.sitting.strategy.answer("aim").value == "n"
        await pilot.press("escape", "n")
        assert card_of(app) == "goals"
        await pilot.press("p")
        assert card_of(app) == "aim"
        await pilot.press("enter")
        await write(pilot, "x")
        assert app.sitting.strategy.answer("aim").value == "nx"


async def test_a_quick_escape_and_letter_arrives_as_alt_and_works(make_app, opened) -> None:
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await write(pilot, "x")
        await pilot.press("alt+n")
        assert card_of(app) == "goals"
        assert app.sitting.strategy.answer("aim").value == "x"


@pytest.mark.slow
async def test_turning_keeps_the_focus_and_shows_markup_as_text(make_app, opened) -> None:
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("f2")
        face = app.screen.query_one("#face", Face)
        assert face.turned
        assert app.focused is not None
        assert "[b]markup[/b] and [/x] stay text." in face.text
        await write(pilot, "still writing")
        assert app.sitting.strategy.answer("aim").value == "still writing"
        for _ in range(5):
            if face.turned:
                await pilot.press("f2")
        assert not face.turned


@pytest.mark.parametrize(("key", "how"), [("f8", "later"), ("ctrl+l", "later"), ("f9", "skipped")])
@pytest.mark.slow
async def test_putting_off_goes_on_and_is_kept(make_app, opened, again, key, how) -> None:
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press(key)
        assert card_of(app) == "goals"
        assert "What for" in notice(app)
        await pilot.press("ctrl+q")
    assert again().strategy.answer("aim").put_off == how


@pytest.mark.slow
async def test_undo_and_redo_over_typing_and_putting_off(make_app, opened) -> None:
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await write(pilot, "abc")
        await pilot.press("ctrl+z")
        assert app.sitting.strategy.answer("aim").value in (None, "")
        await pilot.press("ctrl+y")
        assert app.sitting.strategy.answer("aim").value == "abc"
        await pilot.press("ctrl+z", "ctrl+z")
        assert "nothing to take back" in notice(app)


async def test_deleted_items_that_are_picked_are_told_and_come_back(make_app, opened) -> None:
    strategy = opened.strategy
    one, two = strategy.add_item("goals", "one"), strategy.add_item("goals", "two")
    row = strategy.add_item("who", "Anna")
    (held,) = strategy.rows(strategy.deck.card("who"))
    strategy.set_value("who", (held.with_cell("goals", (one.id,)),))
    opened.remember_place("goals", "all")
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("up", "up", "shift+delete")
        await pilot.pause()
        assert strategy.answer("goals").value == (two,)
        assert strategy.answer("goals").removed == (Item(one.id, "one"),)
        assert "Who does what" in notice(app)
        await pilot.press("ctrl+z")
        assert strategy.answer("goals").value == (one, two)
        assert strategy.answer("goals").removed == ()
    assert row.id == held.id


@pytest.mark.slow
async def test_an_answer_that_adds_a_card_says_so(make_app, opened) -> None:
    opened.remember_place("mood", "all")
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "extra" not in [card.id for card in app.sitting.hand.cards]
        await pilot.press("1")
        await pilot.pause(0.6)
        assert "extra" in [card.id for card in app.sitting.hand.cards]
        assert "One more" in notice(app)


@pytest.mark.slow
async def test_findings_show_when_the_card_is_left_not_while_typing(make_app, opened) -> None:
    opened.remember_place("goals", "all")
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await write(pilot, "only one")
        await pilot.pause(0.5)
        assert not app.screen.query_one(Notice).has_class("-said")
        await pilot.press("pagedown")
        assert "Goals" in notice(app)
        await pilot.press("pageup")
        assert notice(app).startswith("⚠")


@pytest.mark.slow
async def test_the_last_card_leads_to_the_end_and_on_to_the_document(make_app, opened) -> None:
    opened.remember_place("who", "all")
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("pagedown")
        assert type(app.screen).__name__ == "Choose"
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert type(app.screen).__name__ == "DocumentScreen"
        await pilot.press("escape")
        assert isinstance(app.screen, CardScreen)


async def test_the_map_jumps_anywhere(make_app, opened) -> None:
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+o")
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert card_of(app) == "mood"


@pytest.mark.slow
async def test_the_menu_does_what_is_chosen(make_app, opened) -> None:
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("f10")
        await write(pilot, "later")
        await pilot.press("enter")
        await pilot.pause()
        assert card_of(app) == "goals"
        assert app.sitting.strategy.answer("aim").put_off == "later"


@pytest.mark.slow
async def test_keys_of_the_card_do_nothing_under_a_dialog(make_app, opened) -> None:
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("f1")
        await pilot.press("pagedown", "ctrl+n", "f8")
        assert card_of(app) == "aim"
        assert app.sitting.strategy.answer("aim").put_off is None


@pytest.mark.slow
async def test_a_note_is_kept(make_app, opened, again) -> None:
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("escape", "c")
        await write(pilot, "ask Sales")
        await pilot.press("enter", "ctrl+q")
    assert again().strategy.answer("aim").note == "ask Sales"


@pytest.mark.slow
async def test_another_recipe_keeps_the_answers(make_app, opened, again) -> None:
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await write(pilot, "kept")
        await pilot.press("escape", "r", "down", "enter")
        await pilot.pause()
        assert [card.id for card in app.sitting.hand.cards] == ["aim", "goals"]
        await pilot.press("ctrl+q")
    strategy = again().strategy
    assert (strategy.recipe, strategy.answer("aim").value) == ("two", "kept")


@pytest.mark.slow
async def test_another_window_is_noticed_and_merged(make_app, opened, again) -> None:
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        other = again()
        other.strategy.set_value("mood", 5)
        assert other.save().ok
        await write(pilot, "mine")
        await pilot.pause(1.0)
        assert app.sitting.strategy.answer("mood").value == 5
        assert "Mood" in notice(app)
        assert app.sitting.strategy.answer("aim").value == "mine"


@pytest.mark.slow
async def test_a_save_that_fails_is_said_and_tried_again(make_app, opened, monkeypatch) -> None:
    from impactcards.words import Message

    app = make_app(opened)
    real = type(opened).write

    def fails(self, snapshot, document=None):
        result = real(self, snapshot, None)
        return SaveResult(False, result.at, Message("Not saved: the disk is full."))

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        monkeypatch.setattr(type(opened), "write", fails)
        await write(pilot, "x")
        await pilot.pause(0.8)
        assert "disk is full" in notice(app)
        assert "not saved" in app.screen.query_one(Header).render().plain
        monkeypatch.setattr(type(opened), "write", real)
        await pilot.pause(1.6)
        assert "works again" in notice(app)


@pytest.mark.slow
async def test_leaving_while_nothing_can_be_saved_asks_first(make_app, opened, monkeypatch) -> None:
    from impactcards.words import Message

    app = make_app(opened)

    def fails(self, snapshot, document=None):
        from datetime import UTC, datetime

        return SaveResult(False, datetime.now(UTC), Message("Not saved."))

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        monkeypatch.setattr(type(opened), "write", fails)
        await write(pilot, "x")
        await pilot.press("ctrl+q")
        await pilot.pause(0.3)
        assert type(app.screen).__name__ == "Question"
        await pilot.press("escape")
        assert isinstance(app.screen, CardScreen)


@pytest.mark.parametrize("size", [(40, 12), (59, 16), (80, 24), (120, 40), (200, 60)])
@pytest.mark.slow
async def test_every_size_shows_prompt_and_answer(make_app, opened, size) -> None:
    app = make_app(opened)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await write(pilot, "hello")
        await pilot.pause()
        lines = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "What is it all for?" in lines
        assert "hello" in lines
        assert "card 1 of 4" in lines


@pytest.mark.slow
async def test_the_own_editor_gives_the_answer_back(make_app, opened, monkeypatch, tmp_path) -> None:
    from contextlib import contextmanager

    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib\np = pathlib.Path(sys.argv[1])\np.write_text(p.read_text() + ' and more\\n\\x1b[31m')\n"
    )
    import sys

    from impactcards.settings import Settings

    app = make_app(opened, settings=Settings(editor=f"{sys.executable} {script}"))

    @contextmanager
    def suspend():
        yield

    monkeypatch.setattr(app, "suspend", suspend)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await write(pilot, "some")
        await pilot.press("ctrl+g")
        assert app.sitting.strategy.answer("aim").value == "some and more\n[31m"


@pytest.mark.slow
async def test_what_is_typed_into_a_pick_list_is_picked_when_one_goes_on(make_app, opened) -> None:
    opened.remember_place("who", "all")
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await write(pilot, "Anna")
        await pilot.press("tab")
        await write(pilot, "Be found")
        await pilot.press("pageup")
        await pilot.pause(0.2)
        strategy = app.sitting.strategy
        (goal,) = strategy.items("goals")
        assert goal.text == "Be found"
        (row,) = strategy.rows(strategy.deck.card("who"))
        assert row.cells == {"person": "Anna", "goals": (goal.id,)}


@pytest.mark.slow
async def test_what_is_pasted_without_a_field_goes_into_the_answer(make_app, opened) -> None:
    from textual import events

    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("escape")
        app.post_message(events.Paste("some words"))
        await pilot.pause(0.3)
        assert app.sitting.strategy.answer("aim").value == "some words"


@pytest.mark.slow
async def test_enter_on_a_one_line_answer_goes_on_and_keeps_writing(make_app, opened) -> None:
    opened.strategy.set_value("mood", 1)
    opened.remember_place("extra", "all")
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await write(pilot, "no time")
        await pilot.press("pageup", "pagedown")
        assert card_of(app) == "extra"
        assert app.focused is not None
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert type(app.screen).__name__ == "Choose"
        assert app.sitting.strategy.answer("extra").value == "no time"


@pytest.mark.slow
async def test_items_typed_quickly_are_taken_back_one_by_one(make_app, opened) -> None:
    app = make_app(opened)
    opened.remember_place("goals", "all")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("pagedown")
        for item in ("one", "two", "three"):
            await write(pilot, item)
            await pilot.press("enter")
        seen = []
        for key in ("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+y", "ctrl+y", "ctrl+y"):
            await pilot.press(key)
            seen.append([item.text for item in app.sitting.strategy.items("goals")])
        assert seen == [["one", "two"], ["one"], [], ["one"], ["one", "two"], ["one", "two", "three"]]


async def picked_new(pilot, app, text: str) -> None:
    """On the table of the small deck: name a person and pick a goal that the card before does not have yet."""
    app.screen.go_to(app.sitting.deck.card("who"), focus=True)
    await pilot.pause()
    await write(pilot, "Anna")
    await pilot.press("tab", "enter")
    await pilot.pause()
    await write(pilot, text)
    await pilot.press("enter")
    await pilot.pause()


def goals_of(app) -> list[str]:
    return [item.text for item in app.sitting.strategy.items("goals")]


@pytest.mark.slow
async def test_undo_takes_back_what_the_change_added_to_another_card_and_redo_brings_both(make_app, opened) -> None:
    opened.strategy.add_item("goals", "one")
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await picked_new(pilot, app, "two")
        assert goals_of(app) == ["one", "two"]
        (row,) = app.sitting.strategy.answer("who").value
        assert [opened.strategy.item_text("goals", picked) for picked in row.cells["goals"]] == ["two"]
        await pilot.press("escape", "ctrl+z")
        assert goals_of(app) == ["one"]
        assert "goals" not in app.sitting.strategy.answer("who").value[0].cells
        await pilot.press("ctrl+y")
        assert goals_of(app) == ["one", "two"]
        assert app.sitting.strategy.answer("who").value == (row,)
        await pilot.press("ctrl+z", "ctrl+z")
        assert goals_of(app) == ["one"]
        assert app.sitting.strategy.answer("who").value is None


@pytest.mark.slow
async def test_what_was_added_stays_when_it_is_used_by_now(make_app, opened) -> None:
    app = make_app(opened)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await picked_new(pilot, app, "two")
        strategy = app.sitting.strategy
        (two,) = strategy.items("goals")
        strategy.set_value("goals", (Item(two.id, "Two, as another window has it"),))
        await pilot.press("escape", "ctrl+z")
        assert goals_of(app) == ["Two, as another window has it"]
        assert "stays on the card “Goals”" in notice(app)
        await pilot.press("ctrl+y")
        assert goals_of(app) == ["Two, as another window has it"]
        assert strategy.answer("who").value[0].cells["goals"] == (two.id,)
