"""What opens over the card: about a finding, versions, and the five mistakes."""

from __future__ import annotations

import pytest

from impactcards.strategy.values import Item
from impactcards.tui.screens.dialogs import AskLine, Choose
from impactcards.tui.screens.document import DocumentScreen
from impactcards.tui.widgets.notice import Notice

SIZE = (80, 24)

pytestmark = pytest.mark.slow


@pytest.fixture
def answered(opened):
    strategy = opened.strategy
    strategy.set_value("aim", "To be found.")
    strategy.set_value("goals", (Item("g2aa", "More leads"),))
    assert opened.save().ok
    return opened


def notice(app) -> str:
    return app.screen.query_one(Notice).text


async def test_a_finding_is_set_aside_with_a_reason_and_taken_back(make_app, answered, again) -> None:
    app = make_app(answered)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.1)
        app.screen.go_to(app.sitting.deck.card("goals"), focus=False)
        await pilot.pause(0.1)
        assert "only 1 so far" in notice(app)
        await pilot.press("k")
        assert isinstance(app.screen, Choose)
        await pilot.press("down", "enter")
        assert isinstance(app.screen, AskLine)
        await pilot.press("enter")  # without a reason nothing is set aside
        assert not app.sitting.strategy.lists.get("waived")
        await pilot.press("k", "down", "enter", *"one", "space", *"is", "space", *"enough", "enter")
        await pilot.pause(0.1)
        assert "Waived" in notice(app)
        assert not app.sitting.findings_of(app.sitting.card)
        assert app.saving.finish()
        kept = again().strategy.lists["waived"][0]
        assert (kept["finding"], kept["reason"]) == ("too-few/goals//", "one is enough")
        assert "one is enough" in (answered.folder / "strategy.md").read_text(encoding="utf-8")
        app.saving.start(app.sitting, lambda _: None)
        await pilot.press("k", "enter")
        assert not app.sitting.strategy.lists["waived"]
        assert "only 1 so far" in notice(app)
        await pilot.press("ctrl+q")


async def test_a_version_is_kept_compared_and_gone_back_to(make_app, answered, again) -> None:
    app = make_app(answered)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.1)
        await pilot.press("escape", "equals_sign", "enter", *"board", "enter")
        await pilot.pause(0.1)
        assert "Kept as “board”" in notice(app)
        await pilot.press("enter", *"!!", "escape", "equals_sign", "down", "enter")
        assert isinstance(app.screen, Choose)
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert isinstance(app.screen, DocumentScreen)
        await pilot.press("escape", "equals_sign", "down", "enter", "down", "enter")
        await pilot.pause(0.3)
        assert app.sitting.strategy.answer("aim").value == "To be found."
        assert "Gone back" in notice(app)
        await pilot.press("ctrl+q")
    assert again().strategy.answer("aim").value == "To be found."
    assert len(list((answered.folder / "versions").iterdir())) == 2


async def test_a_deck_without_the_five_mistakes_says_so(make_app, answered) -> None:
    app = make_app(answered)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.1)
        await pilot.press("escape", "5")
        assert "does not follow the five mistakes" in notice(app)
