"""Choosing, ranking and rating."""

from __future__ import annotations

import pytest
from tui.editors.editor_app import goals, strategy_with
from tui.editors.playing import play

from impactcards.strategy.values import Value
from impactcards.tui.editors.base import Editor

# -- choice ---------------------------------------------------------------------------------------------------------


CHOOSING_SEVERAL: list[tuple[list[str], Value]] = [
    (["space"], ("alone",)),
    (["down", "enter"], ("ads",)),
    (["3", "1"], ("alone", "ai")),
    (["1", "2", "1"], ("ads",)),
    (["1", "2", "4"], ("none",)),
    (["4", "2"], ("ads",)),
    (["1", "2", "3"], ("alone", "ads", "ai")),
    (["1", "backspace"], ()),
    (["end", "space", "home", "space"], ("alone",)),
    (["9"], None),
]


@pytest.mark.slow
async def test_choosing_several() -> None:
    async with play("situation") as table:
        for keys, picked in CHOOSING_SEVERAL:
            await table.begin()
            await table.keys(*keys)
            assert table.app.value == picked


CHOOSING_ONE: list[tuple[list[str], Value]] = [
    (["2"], ("noticed",)),
    (["2", "3"], ("did",)),
    (["space", "space"], ()),
    (["down", "enter"], ("noticed",)),
]


async def test_choosing_one() -> None:
    async with play("one-step") as table:
        for keys, picked in CHOOSING_ONE:
            await table.begin()
            await table.keys(*keys)
            assert table.app.value == picked


async def test_choice_is_drawn_with_what_is_said_about_it() -> None:
    async with play("situation", strategy_with(situation=("ads",))) as table:
        assert any("☑ We pay for ads, or plan to" in line and "Then the card" in line for line in table.screen)
        await table.keys("1", "3")
        assert "3, and 2 at most" in table.screen[0]


@pytest.mark.parametrize("size", [(30, 20), (60, 20)])
async def test_long_titles_wrap(size: tuple[int, int]) -> None:
    async with play("situation", size=size) as table:
        text = " ".join(" ".join(line.split()) for line in table.screen)
        assert "We use AI tools for words, pictures or answers" in text or size[0] < 40


async def test_choice_by_mouse() -> None:
    async with play("situation") as table:
        await table.click(12, table.line("We pay"))
        await table.click(12, table.line("We use"))
        await table.click(12, table.line("We pay"))
        assert table.app.value == ("ai",)


async def test_items_of_another_card_and_adding_to_it() -> None:
    async with play("main-goals", strategy_with(goals=goals("Win leads", "Be found"))) as table:
        await table.keys("space", "end", "=More [/x] reach", "enter")
        added = table.app.strategy.items("goals")[-1]
        assert added.text == "More [/x] reach"
        assert table.app.value == ("aaaa", added.id)
        await table.keys("end", "=be FOUND", "enter")
        assert table.app.value == ("aaaa", "baaa", added.id) or set(table.app.value or ()) == {"aaaa", "baaa", added.id}  # type: ignore[arg-type]
        assert len(table.app.strategy.items("goals")) == 3


@pytest.mark.parametrize("key", ["enter", "up", "tab", "escape", "f9"])
async def test_what_is_typed_is_added_however_one_leaves(key: str) -> None:
    async with play("main-goals", strategy_with(goals=goals("Win leads"))) as table:
        await table.keys("end", "=More", key)
        added = table.app.strategy.items("goals")[-1]
        assert added.text == "More"
        assert table.app.strategy.answer("main-goals").value == (added.id,)


async def test_a_picked_item_that_is_gone_is_kept_and_named() -> None:
    strategy = strategy_with(goals=goals("Win leads", "Be found"), main_goals=("baaa",))
    strategy.set_value("goals", goals("Win leads"))
    async with play("main-goals", strategy) as table:
        assert any("☑ Be found" in line and "removed" in line for line in table.screen)
        await table.keys("1")
        assert set(table.app.value or ()) == {"aaaa", "baaa"}  # type: ignore[arg-type]


async def test_choice_undo() -> None:
    async with play("situation") as table:
        await table.keys("1", "2", "ctrl+z")
        assert table.app.value == ("alone",)
        assert sum("☑" in line for line in table.screen) == 1


# -- rank -----------------------------------------------------------------------------------------------------------


RANKING: list[tuple[list[str], tuple[str, ...]]] = [
    (["space", "up", "space"], ("made",)),
    (["enter", "down", "enter"], ("made", "noticed")),
    (["enter", "enter"], ("made",)),
    (["shift+up"], ("made",)),
    (["down", "1"], ("noticed",)),
    (["1", "down", "1"], ("noticed", "made")),
    (["1", "down", "1", "space", "down"], ("made", "noticed")),
    (["1", "down", "1", "shift+down"], ("made", "noticed")),
    (["1", "shift+down"], ()),
    (["1", "backspace"], ()),
    (["1", "x"], ()),
    (["K"], ("made",)),
    (["9"], ("made",)),
]


@pytest.mark.slow
async def test_ranking() -> None:
    async with play("order") as table:
        for keys, ranked in RANKING:
            await table.begin()
            await table.keys(*keys)
            assert (table.app.value or ()) == ranked


async def test_rank_is_drawn_in_two_parts() -> None:
    async with play("order", strategy_with(order=("did",))) as table:
        assert any("1  people did" in line and "≡ ↑ ↓" in line for line in table.screen)
        assert table.line("people did") < table.line("── not ranked yet ──") < table.line("we made")
        assert "1 of 3 ranked" in table.screen[0]


async def test_rank_by_mouse() -> None:
    async with play("order", strategy_with(order=("did", "made", "noticed"))) as table:
        y = table.line("people noticed")
        await table.click(table.screen[y].rindex("↑"), y)
        assert table.app.value == ("did", "noticed", "made")
        y = table.line("people did")
        await table.pilot.mouse_down(offset=(10, y))
        await table.pilot.hover(offset=(10, y + 1))
        await table.pilot.hover(offset=(10, y + 2))
        await table.pilot.mouse_up(offset=(10, y + 2))
        await table.settle()
        assert table.app.value == ("noticed", "made", "did")


async def test_rank_of_an_empty_card_leads_there() -> None:
    async with play("goal-order") as table:
        assert any("First play “Goals”" in line for line in table.screen)
        await table.keys("enter")
        assert [event.card_id for event in table.app.said if isinstance(event, Editor.Jump)] == ["goals"]


# -- scale ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("card", "keys", "step"),
    [
        ("reason", ["4"], 4),
        ("reason", ["4", "2"], 2),
        ("reason", ["9"], None),
        ("reason", ["right"], 1),
        ("reason", ["up"], 5),
        ("reason", ["3", "down"], 4),
        ("reason", ["3", "left"], 2),
        ("reason", ["3", "backspace"], None),
        ("reason", ["3", "delete"], None),
        ("trust", ["0"], 0),
        ("trust", ["1", "0"], 10),
        ("trust", ["1"], 1),
        ("trust", ["5", "0"], 0),
    ],
)
async def test_rating(card: str, keys: list[str], step: int | None) -> None:
    async with play(card) as table:
        await table.keys(*keys)
        assert table.app.value == step


async def test_every_label_of_a_scale_is_shown() -> None:
    async with play("reason", strategy_with(reason=3)) as table:
        for label in ("None", "One to three", "Seven to nine", "All ten"):
            assert any(f"○ {label}" in line for line in table.screen)
        assert any("3 ▏● About half" in line for line in table.screen)
        await table.click(12, table.line("All ten"))
        assert table.app.value == 5
        await table.click(12, table.line("All ten"))
        assert table.app.value is None


@pytest.mark.parametrize("card", ["situation", "order", "reason"])
@pytest.mark.slow
async def test_read_only(card: str) -> None:
    async with play(card, read_only=True) as table:
        await table.keys("1", "space", "enter", "shift+up", "right")
        await table.click(12, 3)
        assert table.app.value is None


@pytest.mark.parametrize("card", ["situation", "order", "reason"])
async def test_leaving(card: str) -> None:
    async with play(card) as table:
        await table.keys("tab", "shift+tab", "escape")
        assert table.left == [1, -1, 0]
