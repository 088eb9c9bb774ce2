"""Prose, figures and days."""

from __future__ import annotations

import random

import pytest
from tui.editors.editor_app import strategy_with
from tui.editors.playing import painted, play

from impactcards.strategy.values import Value
from impactcards.tui.editors.text import TextEditor

TYPING_PROSE: list[tuple[list[str], str]] = [
    (["=One", "enter", "=Two"], "One\nTwo"),
    (["=One", "up", "=[b]"], "[b]One"),
    (["=ab", "left", "backspace"], "b"),
    (["=one two", "ctrl+w", "shift+left", "delete"], "one"),
    (["=a", "alt+q", "ctrl+left", "=b"], "ba"),
    (["=x", "backspace"], ""),
]


async def test_typing_prose() -> None:
    async with play("vision") as table:
        for keys, text in TYPING_PROSE:
            await table.begin()
            await table.keys(*keys)
            assert table.app.value == text
            assert set(table.app.kinds) == {"typing"}


async def test_ghost_text_is_the_first_line_of_the_example() -> None:
    async with play("vision") as table:
        assert any("We want to be found. And more." in line for line in table.screen)
        await table.keys("=x")
        assert not any("We want" in line for line in table.screen)


async def test_one_line_is_left_by_enter() -> None:
    async with play("motto") as table:
        await table.keys("=Climb", "enter")
        assert table.left == [1]
        assert table.app.value == "Climb"


async def test_pasted_prose_is_cleaned() -> None:
    async with play("vision") as table:
        await table.paste("one\rtwo\r\nthree\x1b]0;x\x07\tfour\u2028five")
        assert table.app.value == "one\ntwo\nthree]0;x four\nfive"


async def test_undo_belongs_to_the_screen() -> None:
    async with play("vision") as table:
        await table.keys("=ab", "ctrl+z")
        assert table.app.value == "a"
        assert any(line.strip() == "a" for line in table.screen)
        await table.keys("ctrl+y")
        assert table.app.value == "ab"


async def test_refresh_keeps_the_cursor() -> None:
    async with play("vision", strategy_with(vision="one two three")) as table:
        await table.keys("home", *["right"] * 4)
        table.app.strategy.set_value("vision", "zero one two three")
        table.app.editor.refresh_answer()
        await table.keys("=X")
        assert table.app.value == "zero one Xtwo three"


@pytest.mark.slow
async def test_a_long_answer_is_told_a_moment_later_and_never_lost() -> None:
    text = "\n".join("word " * 100 for _ in range(400))
    async with play("vision", strategy_with(vision=text)) as table:
        editor = table.app.editor
        assert isinstance(editor, TextEditor)
        await table.pilot.press("x", "y")
        table.app.turn_to("goals")
        assert table.app.strategy.answer("vision").value == text + "xy"


async def test_tab_and_escape_leave() -> None:
    async with play("vision") as table:
        await table.keys("tab", "shift+tab", "escape")
        assert table.left == [1, -1, 0]


NUMBERS: list[tuple[str, str, Value, str]] = [
    ("en", "12500", 12500, "= 12,500 h"),
    ("de", "12.500,5", 12500.5, "= 12.500,5 h"),
    ("en", "40 h", 40, "= 40 h"),
    ("en", "-3", -3, "at least 0 is meant here"),
    ("en", "201", 201, "at most 200 is meant here"),
    ("en", "a few", "a few", "Kept as you typed it; I cannot read a number in it."),
    ("en", "", None, ""),
]


async def test_numbers() -> None:
    async with play("hours") as table:
        for language, typed, value, echo in NUMBERS:
            await table.begin(strategy_with(language))
            await table.keys(*typed)
            assert table.app.value == value
            assert any(echo in line for line in table.screen)


DATES: list[tuple[str, str, str]] = [
    ("5 Dec 2027", "2027-12-05", "Sun 5 Dec 2027"),
    ("Q3 2027", "2027-09-30", "Thu 30 Sep 2027"),
    ("one day", "one day", "Kept as you typed it; I cannot read a date in it."),
]


async def test_dates() -> None:
    async with play("review") as table:
        for typed, value, echo in DATES:
            await table.begin()
            await table.keys(*typed)
            assert table.app.value == value
            assert any(echo in line for line in table.screen)


@pytest.mark.parametrize("card", ["hours", "review", "motto"])
async def test_one_line_editors_are_left_by_enter_tab_and_escape(card: str) -> None:
    async with play(card) as table:
        await table.keys("enter", "tab", "shift+tab", "escape")
        assert table.left == [1, 1, -1, 0]


@pytest.mark.parametrize("card", ["vision", "motto", "hours", "review"])
async def test_read_only(card: str) -> None:
    async with play(card, read_only=True) as table:
        await table.keys("=12", "backspace")
        await table.paste("3")
        assert table.app.value is None


async def test_a_stored_answer_is_shown_and_not_touched() -> None:
    async with play("hours", strategy_with(hours=12500, review="2027-12-05")) as table:
        assert any("12,500" in line for line in table.screen)
        table.app.turn_to("review")
        await table.settle()
        assert any("5 Dec 2027" in line for line in table.screen)
        await table.keys("escape")
        assert table.app.kinds == []


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.slow
async def test_what_is_painted_again_is_enough(seed: int) -> None:
    """Only lines that changed are painted; whatever one does, the screen is as if all had been painted."""
    chance = random.Random(seed)
    text = "\n".join(" ".join(chance.choices(["a", "two", "verylongword" * 3, "社交", ""], k=30)) for _ in range(6))
    keys = [
        "a", "space", "backspace", "delete", "enter", "left", "right", "up", "down", "home", "end", "shift+left",
        "shift+down", "shift+up", "shift+right", "ctrl+w", "ctrl+u", "shift+home", "ctrl+left", "f7", "ctrl+x",
        "ctrl+v",
    ]  # fmt: skip
    async with play("vision", strategy_with(vision=text), size=(40, 16)) as table:
        editor = table.app.editor
        assert isinstance(editor, TextEditor)
        editor.field.cursor_blink = False
        for _ in range(40):
            await table.keys(*chance.choices(keys, weights=[8, 8] + [1] * 20, k=3))
            shown = painted(table)
            editor.field.refresh()
            await table.settle()
            assert painted(table) == shown
