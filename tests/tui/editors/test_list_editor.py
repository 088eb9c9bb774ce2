"""What one can do with a list: keys, paste and mouse, and what the strategy then holds."""

from __future__ import annotations

import pytest
from tui.editors.editor_app import goals, strategy_with
from tui.editors.playing import play

from impactcards.strategy.values import TableRow
from impactcards.tui.editors.base import Editor

THREE = ("aaaa", "baaa", "caaa")


KEYS: list[tuple[list[str], list[str]]] = [
    (["=One", "enter", "=Two", "enter", "=Three"], ["One", "Two", "Three"]),
    (["=One", "enter", "enter", "enter", "=Two"], ["One", "Two"]),
    (["=OneTwo", "left", "left", "left", "enter"], ["One", "Two"]),
    (["=One", "home", "enter"], ["One"]),
    (["=One", "enter", "=Two", "home", "backspace"], ["OneTwo"]),
    (["=One", "enter", "=Two", "up", "end", "delete"], ["OneTwo"]),
    (["=One", "enter", "=Two", "ctrl+u", "backspace", "=!"], ["One!"]),
    (["=One", "enter", "=Two", "shift+up"], ["Two", "One"]),
    (["=One", "enter", "=Two", "alt+up", "super+down", "alt+up"], ["Two", "One"]),
    (["=One", "enter", "=Two", "up", "shift+down", "=!"], ["Two", "One!"]),
    (["=One", "enter", "=Two", "shift+delete"], ["One"]),
    (["=One", "enter", "=Two", "up", "home", "=Z", "enter"], ["Z", "One", "Two"]),
    (["=See [b]bold[/b] [/x]", "enter", "=[red]"], ["See [b]bold[/b] [/x]", "[red]"]),
    (["=n", "alt+x", "=m"], ["nm"]),
    (["=one two", "ctrl+w", "=three"], ["one three"]),
]


@pytest.mark.slow
async def test_keys() -> None:
    async with play("goals") as table:
        for keys, texts in KEYS:
            await table.begin()
            await table.keys(*keys)
            assert table.texts == texts


@pytest.mark.slow
async def test_split_keeps_the_id_on_the_first_half() -> None:
    async with play("goals", strategy_with(goals=goals("First", "SecondHalf", "Third"))) as table:
        await table.keys("up", "up", "home", *["right"] * 6, "enter")
        assert table.texts == ["First", "Second", "Half", "Third"]
        assert [found for found in table.ids if found in THREE] == ["aaaa", "baaa", "caaa"]
        assert table.ids[1] == "baaa"


async def test_enter_at_the_start_keeps_the_id_with_the_text() -> None:
    async with play("goals", strategy_with(goals=goals("First", "Second"))) as table:
        await table.keys("up", "home", "enter", "up", "=New")
        assert list(zip(table.ids, table.texts, strict=True))[::2] == [("aaaa", "First"), ("baaa", "Second")]


async def test_ids_survive_retyping_and_moving() -> None:
    async with play("goals", strategy_with(goals=goals("First", "Second", "Third"))) as table:
        await table.keys("up", "shift+up", "shift+up", "ctrl+u", "=Other")
        assert list(zip(table.ids, table.texts, strict=True)) == [
            ("caaa", "Other"), ("aaaa", "First"), ("baaa", "Second"),
        ]  # fmt: skip


@pytest.mark.parametrize("text", ["a\rb\rc\rd\re", "a\nb\nc\nd\ne\n", "a\r\nb\r\n\r\nc\r\nd\r\ne"])
async def test_paste_of_five_lines_makes_five_items(text: str) -> None:
    async with play("goals") as table:
        await table.paste(text)
        assert table.texts == ["a", "b", "c", "d", "e"]
        assert len(set(table.ids)) == 5
        assert table.app.kinds == ["deed"]


async def test_paste_within_an_item() -> None:
    async with play("goals", strategy_with(goals=goals("Win leads", "Other"))) as table:
        await table.keys("up", "up", "home", *["right"] * 4)
        await table.paste("more\x1b[31m\vand\u2028one\nmany ")
        assert table.texts == ["Win more[31mand one", "many leads", "Other"]
        assert table.ids[0] == "aaaa"


async def test_paste_at_the_start_of_an_item_leaves_it_whole() -> None:
    async with play("goals", strategy_with(goals=goals("First", "Second"))) as table:
        await table.keys("up", "home")
        await table.paste("one\ntwo")
        assert table.texts == ["First", "one", "two", "Second"]
        assert table.ids[::3] == ["aaaa", "baaa"]


async def test_paste_at_the_end_of_an_item_makes_new_ones() -> None:
    async with play("goals", strategy_with(goals=goals("First", "Second"))) as table:
        await table.keys("up", "up")
        await table.paste("one\ntwo")
        assert table.texts == ["First", "one", "two", "Second"]
        assert table.ids[::3] == ["aaaa", "baaa"]
        await table.keys("ctrl+z", "=!")
        assert table.texts == ["First!", "Second"]


async def test_undo_and_redo_redraw_and_keep_the_ids() -> None:
    async with play("goals") as table:
        await table.paste("one\ntwo\nthree")
        ids = table.ids
        await table.keys("shift+up", "ctrl+z")
        assert table.ids == ids
        assert any("2  two" in line for line in table.screen)
        await table.keys("ctrl+y")
        assert table.ids == [ids[0], ids[2], ids[1]]
        await table.keys("ctrl+z", "ctrl+z")
        assert table.texts == []
        await table.keys("=new")
        assert table.texts == ["new"]


async def test_leaving() -> None:
    async with play("goals", strategy_with(goals=goals("First", "Second"))) as table:
        await table.keys("tab")
        assert table.left == [1]
        await table.keys("shift+tab", "shift+tab", "shift+tab")
        assert table.left == [1, -1]
        await table.keys("escape")
        assert table.left == [1, -1, 0]


async def test_keys_of_the_screen_pass() -> None:
    async with play("goals", strategy_with(goals=goals("First"))) as table:
        await table.keys("f9")
        assert table.app.card_id != "goals"


async def test_removal_names_who_picked_it_once_the_row_is_left() -> None:
    strategy = strategy_with(goals=goals("First", "Second"), main_goals=("baaa",))
    async with play("goals", strategy) as table:
        await table.keys("up", "ctrl+u")
        assert table.texts == ["First"]
        assert not table.app.said
        await table.keys("up")
        [event] = table.app.said
        assert isinstance(event, Editor.Removed)
        assert event.item_text == "Second"
        assert [pick.card for pick in event.picks] == ["main-goals"]
        assert [item.id for item in strategy.answer("goals").removed] == ["baaa"]


async def test_an_item_brought_back_by_undo_is_not_removed() -> None:
    strategy = strategy_with(goals=goals("First", "Second"), main_goals=("baaa",))
    async with play("goals", strategy) as table:
        await table.keys("up", "ctrl+u", "ctrl+z", "up")
        assert not table.app.said
        assert table.texts == ["First", "Second"]


async def test_an_item_retyped_is_not_removed() -> None:
    strategy = strategy_with(goals=goals("First", "Second"), main_goals=("baaa",))
    async with play("goals", strategy) as table:
        await table.keys("up", "ctrl+u", "=Better", "up")
        assert not table.app.said
        assert table.ids == ["aaaa", "baaa"]
        assert "baaa" in strategy.answer("goals").changed


@pytest.mark.slow
async def test_ghost_text_until_one_types() -> None:
    async with play("goals") as table:
        assert any("1 ▏Planned in early: landscape architects" in line for line in table.screen)
        await table.keys("=x")
        assert not any("Planned" in line for line in table.screen)
        assert any("+  add an item" in line for line in table.screen)
        await table.keys("backspace")
        assert any("Planned in early" in line for line in table.screen)


async def test_wide_letters_wrap_by_cells() -> None:
    text = "社交媒体战略" * 8 + " 👩‍🌾 end"
    async with play("goals", strategy_with(goals=goals(text)), size=(40, 12)) as table:
        drawn = [line for line in table.screen if "社" in line]
        assert len(drawn) >= 3
        await table.keys("up", "home")
        assert [line.strip(" ▏1≡×") for line in table.screen if "社" in line] == [line.strip(" 1≡×") for line in drawn]


async def test_what_is_out_of_sight_is_said_and_reached() -> None:
    many = goals(*(f"Goal {n}" for n in range(20)))
    async with play("goals", strategy_with(goals=many), size=(60, 12)) as table:
        assert "↑ 12 more" in table.screen[2]
        await table.keys("ctrl+home")
        assert table.screen[-1].strip() == "↓ 11 more"
        await table.keys(*["down"] * 9)
        assert any("10 ▏Goal 9" in line for line in table.screen[3:-1])
        await table.click(20, 11)
        assert "↑" in table.screen[2]
        await table.keys("=!")
        assert table.texts[9] == "Goal 9!"


async def test_clicking() -> None:
    async with play("goals", strategy_with(goals=goals("First", "Second", "Third"))) as table:
        await table.click(12, table.line("Second"))
        await table.keys("=_")
        assert table.texts[1] == "Second_"[:6] + "_" or table.texts[1].startswith("Secon")
        await table.click(table.screen[table.line("First")].index("×"), table.line("First"))
        assert table.ids == ["baaa", "caaa"]
        await table.click(12, table.line("add an item"))
        await table.keys("=Fourth")
        assert table.texts[-1] == "Fourth"


@pytest.mark.parametrize("sign", ["≡", "1"])
async def test_dragging(sign: str) -> None:
    async with play("goals", strategy_with(goals=goals("First", "Second", "Third"))) as table:
        x, y = table.screen[table.line("First")].index(sign), table.line("First")
        await table.pilot.mouse_down(offset=(x, y))
        await table.pilot.hover(offset=(x, y + 1))
        await table.pilot.hover(offset=(x, y + 2))
        await table.pilot.mouse_up(offset=(x, y + 2))
        await table.settle()
        assert table.ids == ["baaa", "caaa", "aaaa"]


@pytest.mark.parametrize(
    ("texts", "status"),
    [((), "0 of 3 at most"), (("a", "b"), "2 of 3 at most"), (("a", "b", "c", "d"), "4, and 3 at most")],
)
async def test_limits_only_warn(texts: tuple[str, ...], status: str) -> None:
    async with play("goals", strategy_with(goals=goals(*texts))) as table:
        assert status in table.screen[0]


async def test_read_only() -> None:
    async with play("goals", strategy_with(goals=goals("First", "Second")), read_only=True) as table:
        await table.keys("=x", "enter", "backspace", "shift+up", "shift+delete", "up")
        await table.paste("a\nb")
        assert table.texts == ["First", "Second"]
        assert not any("add an item" in line or "×" in line for line in table.screen)


async def test_turning_cards_reuses_the_editor_and_loses_nothing() -> None:
    async with play("goals") as table:
        await table.keys("=One")
        table.app.turn_to("audiences")
        await table.keys("=Two")
        table.app.turn_to("goals")
        await table.keys("=Three")
        assert table.texts == ["One", "Three"]
        assert [item.text for item in table.app.strategy.items("audiences")] == ["Two"]


async def test_keys_pressed_in_one_burst_keep_their_order() -> None:
    """A terminal may send many keys at once; none may overtake another, whatever they do."""
    from textual.events import Key

    async with play("goals") as table:
        for key in ["a", "b", "enter", "c", "backspace", "d", "enter", "e", "shift+up", "f", "up", "g"]:
            table.app.post_message(Key(key, key if len(key) == 1 else None))
        await table.settle()
        await table.settle()
        assert table.texts == ["abg", "ef", "d"]


async def test_free_rows_named_by_their_first_column_are_items_too() -> None:
    rows = (TableRow("paaa", {"person": "Jule"}), TableRow("pbaa", {"person": "Emre"}))
    promise = (TableRow("caaa", {"answers": ("pbaa",)}),)
    strategy = strategy_with(people=rows, promise=promise, channels=(TableRow("caaa", {"channel": "Blog"}),))
    async with play("people", strategy) as table:
        await table.keys("down", "shift+delete")
        assert [event.item_text for event in table.app.said if isinstance(event, Editor.Removed)] == ["Emre"]
