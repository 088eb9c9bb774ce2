"""What one can do with a table: typed cells, choosing, adding, and rows of three kinds."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tui.editors.editor_app import filled, goals, strategy_with
from tui.editors.playing import Table, play

from impactcards.strategy.dates import local_today
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import TableRow
from impactcards.tui.editors.base import Editor

BLOG = TableRow("caaa", {"channel": "Blog"})


def _one_channel(**cells: object) -> Strategy:
    row = TableRow("caaa", {"channel": "Blog", **cells})  # type: ignore[dict-item]
    return strategy_with(goals=goals("Win leads", "Be found", "Keep the team"), channels=(row,))


async def test_a_row_is_made_by_typing_and_filled_cell_by_cell() -> None:
    async with play("channels", strategy_with(goals=goals("Win leads", "Be found"))) as table:
        await table.keys("=Newsletter", "enter")
        await table.keys("enter", "enter", "down", "enter", "tab")  # the list: tick both
        await table.keys("=1,5", "enter", "=5 Jan 2027", "enter", "4", "enter")
        await table.keys("=Blog")
        assert table.cells == [
            {"channel": "Newsletter", "goals": ("aaaa", "baaa"), "posts": 1.5, "start": "2027-01-05", "fit": 4},
            {"channel": "Blog"},
        ]
        assert any("1.5" in line and "Tue 5 Jan 2027" in line and "●●●●○" in line for line in table.screen)


NUMBER_CELLS_ARE_READ_IN_THE_STRATEGYS_LANGUAGE: list[tuple[str, str, object, str]] = [
    ("en", "1,250", 1250, "1250"),
    ("de", "1.250", 1250, "1250"),
    ("de", "12,5", 12.5, "12,5"),
    ("en", "12 500", 12500, "12,500"),
    ("en", "ten", "ten", "ten"),
]


async def test_number_cells_are_read_in_the_strategys_language() -> None:
    async with play("channels") as table:
        for language, typed, cell, shown in NUMBER_CELLS_ARE_READ_IN_THE_STRATEGYS_LANGUAGE:
            strategy = strategy_with(language, channels=(BLOG,))
            await table.begin(strategy)
            await table.keys("tab", "tab", f"={typed}", "tab")
            assert table.cells[0]["posts"] == cell
            assert any(shown in line for line in table.screen)


DATE_CELLS: list[tuple[str, str, str]] = [
    ("en", "5 Dec 2027", "2027-12-05"),
    ("en", "Q3 2027", "2027-09-30"),
    ("en", "tomorrow", (local_today() + timedelta(days=1)).isoformat()),
    ("de", "5.12.2027", "2027-12-05"),
    ("en", "when it is done", "when it is done"),
]


async def test_date_cells() -> None:
    async with play("channels") as table:
        for language, typed, cell in DATE_CELLS:
            await table.begin(strategy_with(language, channels=(BLOG,)))
            await table.keys("tab", "tab", "tab", f"={typed}")
            assert table.cells[0]["start"] == cell
            status = table.screen[0]
            assert ("kept as typed" in status) == (cell == typed)


async def test_going_through_cells_changes_nothing() -> None:
    strategy = filled()
    before = strategy.answer("channels").value
    async with play("channels", strategy) as table:
        await table.keys(*["tab"] * 15, *["shift+tab"] * 15, *["down"] * 4, *["up"] * 4, "escape")
        assert strategy.answer("channels").value == before
        assert table.app.kinds == []


SCALE_CELLS: list[tuple[list[str], int | None]] = [
    (["4"], 4),
    (["4", "2"], 2),
    (["9"], None),
    (["right"], 1),
    (["left"], 5),
    (["3", "left"], 2),
    (["5", "right"], 5),
    (["3", "backspace"], None),
    (["3", "delete"], None),
]


@pytest.mark.slow
async def test_scale_cells() -> None:
    async with play("channels") as table:
        for keys, fit in SCALE_CELLS:
            await table.begin(strategy_with(channels=(BLOG,)))
            await table.keys(*["tab"] * 4, *keys)
            assert table.cells[0].get("fit") == fit


async def test_a_scale_cell_is_clicked() -> None:
    async with play("channels", strategy_with(channels=(BLOG,))) as table:
        y = table.line("○○○○○")
        x = table.screen[y].index("○")
        await table.click(x + 2, y)
        assert table.cells[0]["fit"] == 3
        await table.click(x + 2, y)
        assert "fit" not in table.cells[0]


# -- choosing -------------------------------------------------------------------------------------------------------


CHOOSING_SEVERAL: list[tuple[list[str], tuple[str, ...]]] = [
    (["enter", "enter"], ("aaaa",)),
    (["enter", "space", "down", "space"], ("aaaa", "baaa")),
    (["enter", "down", "down", "enter", "up", "enter"], ("baaa", "caaa")),
    (["=keep", "enter"], ("caaa",)),
    (["=keep", "enter", "=win", "enter"], ("aaaa", "caaa")),
    (["=be found", "enter", "enter"], ()),
    (["enter", "enter", "escape", "backspace"], ()),
    (["=zzz", "escape"], ()),
]


async def test_choosing_several() -> None:
    async with play("channels") as table:
        for keys, picked in CHOOSING_SEVERAL:
            await table.begin(_one_channel())
            await table.keys("tab", *keys)
            assert table.cells[0].get("goals", ()) == picked


async def test_space_is_text_while_a_filter_stands() -> None:
    async with play("channels", _one_channel()) as table:
        await table.keys("tab", "=the", "space", "=te")
        assert any("the te" in line for line in table.screen)
        assert "goals" not in table.cells[0]


async def test_enter_ticks_and_clears_the_filter_and_escape_closes() -> None:
    async with play("channels", _one_channel()) as table:
        await table.keys("tab", "=keep")
        assert not any("Win leads" in line for line in table.screen)
        await table.keys("enter")
        assert any("☑ Keep the team" in line for line in table.screen)
        assert any("☐ Win leads" in line for line in table.screen)
        await table.keys("escape")
        assert not any("☐" in line for line in table.screen)
        assert table.left == []


async def test_tab_closes_and_goes_on() -> None:
    async with play("channels", _one_channel()) as table:
        await table.keys("tab", "enter", "enter", "tab", "=7")
        assert table.cells[0] == {"channel": "Blog", "goals": ("aaaa",), "posts": 7}


async def test_what_no_row_picks_is_marked() -> None:
    async with play("channels", _one_channel(goals=("baaa",))) as table:
        await table.keys("tab", "enter")
        marked = [line for line in table.screen if "no row picks this yet" in line]
        assert len(marked) == 2
        assert not any("Be found" in line for line in marked)


async def test_one_choice_picks_and_closes() -> None:
    people = (TableRow("paaa", {"person": "Jule"}), TableRow("pbaa", {"person": "Emre"}))
    async with play("promise", strategy_with(channels=(BLOG,), people=people)) as table:
        await table.keys("tab", "tab", "=em", "enter")
        assert table.cells == [{"answers": ("pbaa",)}]
        assert not any("type to filter" in line for line in table.screen)
        await table.keys("enter", "up", "enter")
        assert table.cells == [{"answers": ("paaa",)}]


async def test_pick_or_add() -> None:
    async with play("channels", strategy_with(channels=(BLOG,))) as table:
        await table.keys("tab", "enter")
        assert any("“Goals” is still empty; type to add" in line for line in table.screen)
        await table.keys("=More [x] reach")
        assert any("+ add “More [x] reach” to “Goals”" in line for line in table.screen)
        await table.keys("enter")
        [goal] = table.app.strategy.items("goals")
        assert goal.text == "More [x] reach"
        assert table.cells[0]["goals"] == (goal.id,)
        assert any("☑ More [x] reach" in line for line in table.screen)


@pytest.mark.slow
async def test_what_is_typed_into_the_list_is_picked_or_added_on_leaving() -> None:
    async with play("channels", strategy_with(channels=(BLOG,), goals=goals("Win leads"))) as table:
        await table.keys("tab", "=win", "tab", "shift+tab", "=More reach")
        table.app.turn_to("people")
        added = table.app.strategy.items("goals")[-1]
        assert added.text == "More reach"
        assert [dict(row.cells) for row in table.app.strategy.rows(table.app.strategy.deck.card("channels"))] == [  # type: ignore[arg-type]
            {"channel": "Blog", "goals": ("aaaa", added.id)}
        ]


async def test_no_offer_to_add_what_is_there() -> None:
    async with play("channels", _one_channel()) as table:
        await table.keys("tab", "=WIN LEADS")
        assert not any("add “" in line for line in table.screen)


async def test_choosing_on_the_new_line_is_clicked() -> None:
    async with play("channels", _one_channel()) as table:
        x = table.screen[table.line("Serves goals")].index("Serves")
        await table.click(x + 2, table.line("Blog"))
        await table.click(*_at(table, "Be found"))
        assert table.cells[0]["goals"] == ("baaa",)


def _at(table: Table, text: str) -> tuple[int, int]:
    y = table.line(text)
    return table.screen[y].index(text) + 1, y


async def test_the_list_opens_above_where_there_is_no_room_below() -> None:
    rows = tuple(TableRow(f"c{chr(97 + n)}aa", {"channel": f"Channel {n}"}) for n in range(12))
    strategy = strategy_with(goals=goals("Win leads", "Be found", "Keep the team"), channels=rows)
    async with play("channels", strategy, size=(80, 20)) as table:
        await table.keys(*["down"] * 10, "tab", "enter")
        assert table.line("Win leads") < table.line("Channel 10")


async def test_a_removed_item_is_named_and_marked() -> None:
    strategy = _one_channel(goals=("baaa",))
    strategy.set_value("goals", goals("Win leads"))
    async with play("channels", strategy) as table:
        assert any("Be found" in line for line in table.screen)


# -- rows -----------------------------------------------------------------------------------------------------------


async def test_rows_move_go_and_come_back() -> None:
    rows = tuple(TableRow(f"p{letter}aa", {"person": letter.upper(), "hours": n}) for n, letter in enumerate("abc"))
    async with play("people", strategy_with(people=rows)) as table:
        await table.keys("down", "tab", "tab", "shift+up")
        assert table.ids == ["pbaa", "paaa", "pcaa"]
        await table.keys("shift+delete")
        assert table.ids == ["paaa", "pcaa"]
        await table.keys("ctrl+z", "ctrl+z")
        assert table.ids == ["paaa", "pbaa", "pcaa"]


async def test_backspace_in_an_empty_row_takes_it_out() -> None:
    async with play("people", strategy_with(people=(TableRow("paaa", {"person": "A"}),))) as table:
        await table.keys("backspace", "backspace")
        assert table.cells == []


async def test_fixed_rows_show_their_titles_and_cannot_go() -> None:
    async with play("quarters") as table:
        assert any("First quarter" in line for line in table.screen)
        assert not any("add a row" in line for line in table.screen)
        await table.keys("=Build", "shift+delete", "shift+down", "tab", "3", "tab", "=Sell")
        assert table.cells == [{"plan": "Build", "load": 3}, {"plan": "Sell"}]
        assert table.ids == ["q1", "q2"]
        await table.keys("tab", "tab")
        assert table.left == [1]


async def test_rows_for_each_item_follow_its_card() -> None:
    channels = (BLOG, TableRow("cbaa", {"channel": "Letter"}))
    strategy = strategy_with(channels=channels, promise=(TableRow("zzzz", {"within": 5}),))
    async with play("promise", strategy) as table:
        await table.keys("down", "=24", "tab", "=mornings")
        assert table.ids == ["cbaa", "zzzz"]
        assert table.cells == [{"within": 24, "times": "mornings"}, {"within": 5}]


@pytest.mark.parametrize("how", ["enter", "click"])
async def test_rows_of_an_empty_card_lead_there(how: str) -> None:
    async with play("promise") as table:
        assert any("First play “Channels”" in line for line in table.screen)
        if how == "enter":
            await table.keys("enter")
        else:
            await table.click(*_at(table, "First play"))
        [event] = table.app.said
        assert isinstance(event, Editor.Jump)
        assert event.card_id == "channels"


async def test_paste_of_a_spreadsheet() -> None:
    async with play("channels", strategy_with(goals=goals("Win leads", "Be found"))) as table:
        await table.paste("Blog\tWin leads, be found\t3\t5 Dec 2027\t4\r\nLetter\tnone of these\ta few\t\t9\n")
        assert table.cells == [
            {"channel": "Blog", "goals": ("aaaa", "baaa"), "posts": 3, "start": "2027-12-05", "fit": 4},
            {"channel": "Letter", "posts": "a few"},
        ]


async def test_paste_down_a_column_fills_what_is_there() -> None:
    rows = (TableRow("paaa", {"person": "A", "hours": 1}), TableRow("pbaa", {"person": "B", "hours": 2}))
    async with play("people", strategy_with(people=rows)) as table:
        await table.keys("tab", "tab", "ctrl+u")
        await table.paste("10\n20\n30")
        assert table.cells == [{"person": "A", "hours": 10}, {"person": "B", "hours": 20}, {"hours": 30}]


async def test_paste_of_lines_into_the_first_column_makes_rows() -> None:
    rows = (TableRow("paaa", {"person": "A"}), TableRow("pbaa", {"person": "B"}))
    async with play("people", strategy_with(people=rows)) as table:
        await table.paste("1\n2")
        assert [cells["person"] for cells in table.cells] == ["A", "1", "2", "B"]
        assert table.ids[::3] == ["paaa", "pbaa"]


# -- columns --------------------------------------------------------------------------------------------------------


@pytest.mark.slow
async def test_columns_out_of_sight_come_as_one_goes_on() -> None:
    async with play("channels", filled(), size=(46, 18)) as table:
        assert "›" in "".join(table.screen[2:4])
        assert not any("●●●●○" in line for line in table.screen)
        await table.keys(*["tab"] * 4)
        assert any("LinkedIn" in line and "●●●●○" in line for line in table.screen)
        assert "‹" in "".join(table.screen[2:4])
        await table.keys(*["shift+tab"] * 3)
        assert any("Serves goals" in line for line in table.screen)


async def test_two_hundred_rows_are_three_widgets() -> None:
    rows = tuple(TableRow(f"c{n:03}", {"channel": f"Channel {n}", "posts": n}) for n in range(200))
    async with play("channels", strategy_with(channels=rows)) as table:
        assert len(list(table.app.editor.walk_children())) < 10
        await table.keys("ctrl+end", "up", "end", "=!")
        assert table.cells[199]["channel"] == "Channel 199!"
        assert "↑" in "".join(table.screen[3:6])


async def test_a_cell_taller_than_the_screen_is_typed_in() -> None:
    long = " ".join(f"word{n}" for n in range(80))
    async with play("people", strategy_with(people=(TableRow("paaa", {"person": long}),)), size=(60, 12)) as table:
        await table.keys("=!")
        assert any("word79!" in line for line in table.screen)
        await table.keys(*["up"] * 40)
        assert any("word0 " in line for line in table.screen)
        await table.keys("home", "=_")
        assert table.cells[0]["person"] == f"_{long}!"


async def test_read_only() -> None:
    async with play("channels", _one_channel(fit=3), read_only=True) as table:
        await table.keys("=x", "tab", "enter", "=keep", "enter", "tab", "tab", "tab", "5", "backspace", "shift+delete")
        assert table.cells == [{"channel": "Blog", "fit": 3}]


async def test_a_finding_leads_to_its_cell() -> None:
    async with play("channels", filled()) as table:
        table.app.editor.focus_part("cbaa", "posts")
        await table.keys("backspace", "=8")
        assert table.cells[1]["posts"] == 8
        assert table.app.editor.part == ("cbaa", "posts")


LONG = goals(
    "Planned in early: landscape architects ask us before the tender",
    "Towns look after their playgrounds with us, year after year after year",
)


def whole(table, name: str) -> bool:
    """Whether a name can be read in the table, however it is broken."""
    return name.replace(" ", "") in "".join(_column(table))


def _column(table) -> list[str]:
    slot = table.app.editor.rows.grid.arrangement.slot(1)
    left = table.app.editor.rows.grid.region.x + slot.x
    return [line[left : left + slot.width].replace(" ", "") for line in table.screen]


async def test_picked_names_are_whole_where_there_is_room() -> None:
    rows = tuple(TableRow(f"r{at}aa", {"channel": f"Channel {at}", "goals": ("aaaa", "baaa")}) for at in range(2))
    async with play("channels", strategy_with(goals=LONG, channels=rows), size=(80, 30)) as table:
        assert all(whole(table, item.text) for item in LONG)
        assert not any("…" in line for line in table.screen)


async def test_the_row_one_is_in_shows_its_names_whole_and_the_others_stay_short() -> None:
    rows = tuple(TableRow(f"r{at}aa", {"channel": f"Channel {at}", "goals": ("aaaa", "baaa")}) for at in range(9))
    async with play("channels", strategy_with(goals=LONG, channels=rows), size=(60, 20)) as table:
        grid = table.app.editor.rows.grid
        opened, short = grid.height(0), grid.height(1)
        assert opened > short
        assert whole(table, LONG[1].text)
        await table.keys("down")
        assert (grid.height(0), grid.height(1)) == (short, opened)
        assert not grid.is_cut


async def test_a_name_that_has_no_room_at_all_stands_beside_the_heading() -> None:
    rows = (
        TableRow("raaa", {"channel": "A", "goals": ("aaaa",)}),
        TableRow("rbaa", {"channel": "B", "goals": ("baaa",)}),
    )
    async with play("channels", strategy_with(goals=LONG, channels=rows), size=(42, 8)) as table:
        await table.keys("tab")
        assert table.app.editor.rows.grid.is_cut
        assert table.app.editor.status == LONG[0].text


async def test_the_list_under_a_cell_shows_all_it_offers_where_there_is_room() -> None:
    async with play("channels", strategy_with(goals=LONG, channels=(BLOG,)), size=(80, 30)) as table:
        await table.keys("tab", "enter")
        assert sum("no row picks this yet" in line for line in table.screen) == 2
        assert not any("more" in line for line in table.screen)


async def test_words_typed_into_a_list_are_there_again_after_escape() -> None:
    """Esc throws nothing away: the words wait for the list to be opened again, and that is said."""
    async with play("channels", _one_channel()) as table:
        await table.keys("tab", "=Grandparents", "escape")
        assert table.cells == [{"channel": "Blog"}]
        assert "Grandparents" in str(table.app.editor.status)
        await table.keys("enter")
        assert table.app.editor.rows.field.text == "Grandparents"
        await table.keys("tab")
        assert "Grandparents" in [goal.text for goal in table.app.strategy.items("goals")]
