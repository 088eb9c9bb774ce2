"""Pressing keys in an editor and looking at what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from rich.style import Style
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget
from tui.editors.editor_app import EditorApp, strategy_with

from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Item, TableRow
from impactcards.tui.editors.base import Editor
from impactcards.tui.widgets.rows.lines import LineView

#: Seconds after which an app that does not answer has failed.
PATIENCE = 20

#: Keys that are bindings of the app around the editor.
_OF_SCREEN = ("ctrl+z", "ctrl+y", "f8", "f9")


def _event(pressed: str) -> events.Key:
    """What arrives when a key is pressed: a letter, or a key by its name."""
    if len(pressed) == 1:
        return events.Key(_character_to_key(pressed), pressed)
    return events.Key(pressed, " " if pressed == "space" else None)


class Table:
    """A running editor: ``keys`` presses keys, ``screen`` is what stands there."""

    def __init__(self, app: EditorApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def settle(self) -> None:
        """Wait until every key is dealt with and painted.

        A pilot's pause waits until the process seems idle, and on a busy machine it seems so at once.
        """
        for _ in range(3):
            reached, shown = asyncio.Event(), asyncio.Event()
            self.app.call_later(reached.set)
            await asyncio.wait_for(reached.wait(), PATIENCE)
            await self.pilot._wait_for_screen()
            self.app.screen.call_after_refresh(shown.set)
            await asyncio.wait_for(shown.wait(), PATIENCE)

    async def begin(self, strategy: Strategy | None = None) -> None:
        """Begin anew with the same card, as with a strategy just opened."""
        self.app.begin(strategy or strategy_with())
        await self.settle()

    async def keys(self, *keys: str) -> None:
        """Press keys, as fast as a terminal sends them; what begins with = is typed letter by letter: ``"=Win leads"``.

        The keys that the screen deals with (undo, turning the card) are waited for, as a person would.
        """
        for key in keys:
            of_screen = key in _OF_SCREEN
            if of_screen:
                await self.settle()
            for pressed in key[1:] if key.startswith("=") and len(key) > 1 else [key]:
                self.app.post_message(_event(pressed))
            if of_screen:
                await self.settle()
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste a text as a terminal sends it."""
        assert self.app.focused is not None
        self.app.focused.post_message(events.Paste(text))
        await self.settle()

    async def click(self, x: int, y: int) -> None:
        """Click a cell of the screen."""
        await self.pilot.click(offset=(x, y))
        await self.settle()

    @property
    def screen(self) -> list[str]:
        """The lines of the screen, without the space at their ends."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    def line(self, text: str) -> int:
        """The number of the first line of the screen that holds ``text``."""
        return next(y for y, line in enumerate(self.screen) if text in line)

    @property
    def texts(self) -> list[str]:
        """The texts of the items the answer holds."""
        value = self.app.value
        return [entry.text for entry in value if isinstance(entry, Item)] if isinstance(value, tuple) else []

    @property
    def ids(self) -> list[str]:
        """The ids of the items or rows the answer holds."""
        value = self.app.value
        return [e.id for e in value if isinstance(e, Item | TableRow)] if isinstance(value, tuple) else []

    @property
    def cells(self) -> list[dict[str, object]]:
        """The cells of each row the answer holds."""
        value = self.app.value
        return [dict(e.cells) for e in value if isinstance(e, TableRow)] if isinstance(value, tuple) else []

    @property
    def left(self) -> list[int]:
        """The directions in which the editor was left."""
        return [event.direction for event in self.app.said if isinstance(event, Editor.Leave)]


def _in_sight(view: LineView) -> bool:
    return all(node.display for node in view.ancestors_with_self if isinstance(node, Widget))


@asynccontextmanager
async def play(
    card_id: str, strategy: Strategy | None = None, *, size: tuple[int, int] = (80, 24), read_only: bool = False
) -> AsyncIterator[Table]:
    """Run the editor of a card, with the cursor in it."""
    app = EditorApp(card_id, strategy or strategy_with(), read_only=read_only)
    async with app.run_test(size=size) as pilot:
        table = Table(app, pilot)
        for _ in range(20):
            await table.settle()
            views = [view for view in app.editor.query(LineView) if _in_sight(view)]
            if app.focused is not None and all(view.virtual_size.width == view.size.width > 0 for view in views):
                break
        yield table


def painted(table: Table) -> list[list[tuple[str, object]]]:
    """What is painted, sign by sign; the colour of letters does not matter where there are none."""
    strips = table.app.screen._compositor.render_strips()
    return [[(sign, _style(sign, segment.style)) for segment in strip for sign in segment.text] for strip in strips]


def _style(sign: str, style: Style | None) -> object:
    return style if sign != " " or style is None else style.bgcolor
