"""A session of a small strategy on the facilitator's screen, with a clock that the test turns."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.pilot import Pilot

from impactcards.strategy import sessions
from impactcards.strategy.sessions import Session
from impactcards.tui.leading.area import Area
from impactcards.tui.screens.lead import LeadScreen
from impactcards.tui.widgets.notice import Notice

_NAMED = {
    " ": "space", ".": "full_stop", ",": "comma", "@": "at", "=": "equals_sign", "+": "plus", "-": "minus",
    ":": "colon", "(": "left_parenthesis", ")": "right_parenthesis", "\n": "enter", "?": "question_mark",
}  # fmt: skip


class Led:
    """What a test does and sees, as the facilitator would."""

    def __init__(self, pilot: Pilot[Any], session: Session, clock: list[float]) -> None:
        self.pilot, self.session, self.clock = pilot, session, clock

    async def type(self, text: str) -> None:
        """Let a text stand in the line, which has the cursor; a line feed is Enter."""
        assert self.screen.typing.on
        for part in text.split("\n")[:-1]:
            self.screen.typing.line.put(self.line + part)
            await self.pilot.press("enter")
        self.screen.typing.line.insert_text_at_cursor(text.rpartition("\n")[2])

    async def keys(self, text: str) -> None:
        """Press the keys of a text one by one; a line feed is Enter."""
        await self.pilot.press(*[_NAMED.get(sign, sign) for sign in text])

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def wait(self, seconds: float = 0.05) -> None:
        await self.pilot.pause(seconds)

    async def to(self, card: str, step: str) -> None:
        """Put a card into a step, without going through the others."""
        self.session.to_card(self.session.strategy.deck.card(card))
        self.session.to_step(step)
        self.screen.show_view()
        await self.pilot.pause()

    @property
    def screen(self) -> LeadScreen:
        screen = self.pilot.app.screen_stack[0]
        assert isinstance(screen, LeadScreen)
        return screen

    @property
    def said(self) -> str:
        """What the line under the input says."""
        return self.screen.query_one(Notice).text

    @property
    def area(self) -> str:
        """What the step shows."""
        return self.screen.query_one(Area).text

    @property
    def line(self) -> str:
        """What stands in the input line."""
        return self.screen.typing.line.value

    @property
    def ideas(self) -> list[str]:
        return [idea.text for idea in self.session.ideas()]


@pytest.fixture
def led(make_app, opened) -> Callable[..., Any]:
    """Lead a session of ``people`` in a terminal of a size."""

    @asynccontextmanager
    async def lead(people: int = 3, size: tuple[int, int] = (80, 24), **options: Any) -> AsyncIterator[Led]:
        clock = [1_800_000_000.0]
        strategy = options.pop("opened", opened)
        session = sessions.begin(strategy, recipe="all", people=people, now=lambda: clock[0])
        app = make_app(strategy, session=session, **options)
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0.05)
            yield Led(pilot, session, clock)
            app.saving.finish()

    return lead
