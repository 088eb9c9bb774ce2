"""Whatever is pressed, pasted and clicked, and however small the screen: nothing breaks and nothing is lost."""

from __future__ import annotations

import random

import pytest
from textual import events
from tui.editors.editor_app import DECK, EditorApp, filled
from tui.editors.playing import Table, painted, play

from impactcards.tui.widgets.rows.field import Field
from impactcards.tui.widgets.rows.lines import LineView

#: Left out of the quick run: real processes, or thousands of inputs.
pytestmark = pytest.mark.slow

KEYS = [
    "a", "b", "space", "1", "3", "5", "0", "[", "]", "/", "é", "x", "K", "J", "enter", "enter", "backspace",
    "backspace", "delete", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "shift+up", "shift+down",
    "shift+left", "shift+right", "shift+home", "shift+delete", "escape", "f7", "ctrl+u", "ctrl+w", "ctrl+z", "ctrl+y",
    "ctrl+home", "ctrl+end", "ctrl+x", "ctrl+v", "ctrl+a",
]  # fmt: skip
PASTES = [
    "a\rb\rc", "x\ty\t3\n[b]\t[/x]\t4", "社交\x1b[31m 👩‍🌾", "one\n\n\ntwo", "5 Dec 2027\t4\t\t\t5", "",
    "word " * 50,
]  # fmt: skip
SIZES = ((80, 24), (40, 12), (20, 6), (10, 4), (120, 40))


@pytest.mark.parametrize("seed", range(4))
async def test_anything_goes(seed: int) -> None:
    chance = random.Random(seed)
    cards = [card.id for card in DECK.cards]
    app = EditorApp(chance.choice(cards), filled(), read_only=seed == 3)
    width, height = SIZES[seed]
    before = dict(app.strategy.answers)
    async with app.run_test(size=(width, height)) as pilot:
        table = Table(app, pilot)
        for _ in range(60):
            deed = chance.choices(["keys", "paste", "click", "turn", "size", "leave"], [50, 2, 3, 3, 1, 1])[0]
            if deed == "keys":
                await table.keys(*chance.choices(KEYS, k=4))
            elif deed == "paste" and app.focused is not None:
                app.focused.post_message(events.Paste(chance.choice(PASTES)))
            elif deed == "click":
                await table.click(chance.randrange(width), chance.randrange(height))
            elif deed == "turn":
                app.turn_to(chance.choice(cards))
            elif deed == "size":
                width, height = chance.choice(SIZES)
                await pilot.resize_terminal(width, height)
            else:
                app.screen.set_focus(None)
        await table.settle()
        assert (app.editor.value or None) == (app.value or None)
        assert len(table.ids) == len(set(table.ids))
        assert (app.strategy.answers == before) == app.read_only


@pytest.mark.parametrize(("card", "seed"), [("goals", 1), ("channels", 2), ("promise", 27)])
async def test_what_is_painted_again_is_enough(card: str, seed: int) -> None:
    """Only what changed is drawn and painted; the screen is always as if all had been."""
    chance = random.Random(seed)
    keys = [key for key in KEYS if key not in ("escape", "f7")]
    async with play(card, filled(), size=(40, 14)) as table:
        fields, views = list(table.app.query(Field)), list(table.app.query(LineView))
        for field in fields:
            field.cursor_blink = False
        for _ in range(40):
            if chance.random() < 0.1 and table.app.focused is not None:
                await table.paste(chance.choice(PASTES))
            else:
                await table.keys(*chance.choices(keys, k=2))
            shown = painted(table)
            for view in views:
                view.lay_out(view.count)
            for field in fields:
                field.refresh()
            await table.settle()
            assert painted(table) == shown
