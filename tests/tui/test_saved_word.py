"""The header says “saved” only of what is on the disk."""

from __future__ import annotations

import pytest

from impactcards.tui.widgets.header import Header

pytestmark = pytest.mark.slow


async def test_while_keys_are_on_their_way_it_says_saving(make_app, opened) -> None:
    app = make_app(opened)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.1)
        header = app.screen.query_one(Header)
        assert "saved" in header.render().plain
        await pilot.press("a", "b")
        assert "saving" in header.render().plain
        for _ in range(40):
            await pilot.pause(0.05)
            if "saved" in header.render().plain:
                break
        assert "saved" in header.render().plain
        assert "ab" in (opened.folder / "strategy.yaml").read_text(encoding="utf-8")
        await pilot.press("ctrl+q")
