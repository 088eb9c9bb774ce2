"""A document to read: its blocks, how they are laid out, and the screen that shows them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Offset
from textual.selection import Selection

from impactcards.strategy.values import Item
from impactcards.tui.widgets.page.blocks import Columns
from impactcards.tui.widgets.page.markdown import blocks_of
from impactcards.tui.widgets.page.page import Page


def lines_of(markdown: str, width: int = 60) -> list[str]:
    """A page as plain lines."""
    found: list[str] = []
    for block in blocks_of(markdown):
        found += [""] * (block.before if found else 0)
        found += ["".join(text for text, _ in line).rstrip() for line in block.laid(width)]
    return found


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("# One\n\nText *soft* and **strong**.\n", ["One", "", "Text soft and strong."]),
        ("a  \nb\nc\n", ["a", "b c"]),
        ("- one\n- two\n  - three\n", ["• one", "• two", "  ◦ three"]),
        ("3. one\n4. two\n", ["3. one", "4. two"]),
        ("> a note\n> of two\n\nand on\n", ["▎ a note of two", "", "and on"]),
        ("1\\. no list, \\*no voice\\*, [/x] \\[b\\]\n", ["1. no list, *no voice*, [/x] [b]"]),
        ("~~was~~ is\n", ["was is"]),
        ("<b>kept</b>\n", ["<b>kept</b>"]),
        ("| a | n |\n| --- | --: |\n| x | 12 |\n| y | 3 |\n", ["a   n", "─────", "x  12", "y   3"]),
    ],
)
def test_markdown_is_laid_out_to_be_read(markdown: str, lines: list[str]) -> None:
    assert lines_of(markdown) == lines


def test_a_wide_table_wraps_its_cells_and_a_narrow_page_puts_them_below_each_other() -> None:
    table = Columns(("Who", "What"), (("Anna", "words " * 10), ("Bo", "")), (False, False))
    wide = ["".join(text for text, _ in line).rstrip() for line in table.laid(40)]
    assert wide[0] == "Who   What"
    assert wide[2].startswith("Anna  words")
    assert wide[-2:] == ["", "Bo"]
    narrow = ["".join(text for text, _ in line).rstrip() for line in table.laid(12)]
    assert narrow[0] == "Who: Anna"
    assert narrow[-1] == "Who: Bo"


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("ab #|-*_>`~[]\n1.社<é"), max_size=120), st.integers(1, 40))
def test_no_line_is_wider_than_the_page(text: str, width: int) -> None:
    for block in blocks_of(text):
        if isinstance(block, Columns):
            continue
        room = max(width, cell_len(block.rest) + 2)
        assert all(cell_len("".join(part for part, _ in line)) <= room for line in block.laid(room))


@pytest.mark.slow
async def test_the_document_opens_at_the_card_and_is_complete(make_app, opened) -> None:
    strategy = opened.strategy
    strategy.set_value("aim", "To be found.")
    strategy.set_value("goals", tuple(Item(f"a{at:03}", f"Goal number {at}") for at in range(60)))
    strategy.set_value("mood", 2)
    opened.remember_place("mood", "all")
    app = make_app(opened)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f4")
        await pilot.pause()
        page = app.screen.query_one(Page)
        drawn = [strip.text.strip() for strip in app.screen._compositor.render_strips()]
        assert "Mood" in drawn
        assert "Goal number 59" not in "".join(drawn[drawn.index("Mood") :])
        text, _ = page.get_selection(Selection(None, None))
        assert all(f"{at + 1}. Goal number {at}" in text for at in range(60))
        await pilot.press("home")
        await pilot.pause()
        assert any("Acme 2027" in strip.text for strip in app.screen._compositor.render_strips()[1:6])
        await pilot.press("n", "p", "end", "escape")
        assert app.screen.query("#table")


@pytest.mark.slow
async def test_text_can_be_selected(make_app, opened) -> None:
    opened.strategy.set_value("aim", "To be found.")
    app = make_app(opened)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f4")
        await pilot.pause()
        page = app.screen.query_one(Page)
        text, _ = page.get_selection(Selection(Offset(0, 0), Offset(4, 0)))
        assert text == "Acme"
        app.screen.selections = {page: Selection(Offset(0, 0), Offset(4, 0))}
        assert "".join(segment.text for segment in page.render_line(0)).startswith("Acme")
