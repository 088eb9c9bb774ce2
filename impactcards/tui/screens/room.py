"""The room view in place of the facilitator's own screen: for a laptop that shows the room what it shows her."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from impactcards.tui.room.view import RoomView
from impactcards.words import Words


class RoomScreen(Screen[None]):
    """Shows the room; F5 and Esc (a presenter's start key sends one and the other) go back.

    ``room`` gives the room's data as it is now, and ``passed_on`` is called with the name of every other key; whether
    it did something with it. What it did is shown at once.
    """

    DEFAULT_CSS = "RoomScreen { background: $background; overflow: hidden; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f5", "back", show=False, priority=True),
    ]

    #: Seconds between two looks at the room, for what changes without a key.
    EVERY = 0.5

    def __init__(
        self,
        room: Callable[[], Mapping[str, object]],
        say: Words,
        *,
        passed_on: Callable[[str], bool] | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__()
        self._room, self._say, self._passed_on = room, say, passed_on
        self.view = RoomView(say, clock=clock)
        self._shown: Mapping[str, object] | None = None

    def compose(self) -> ComposeResult:
        yield self.view

    def on_mount(self) -> None:
        self.show_room()
        self.set_interval(self.EVERY, self.show_room)

    def show_room(self) -> None:
        """Show the room as it is now."""
        self.show(self._room())

    def show(self, room: Mapping[str, object]) -> None:
        """Show the room that ``room`` describes. Nothing is painted if it is the same."""
        if room != self._shown:
            self._shown = room
            self.view.show(room)

    def on_key(self, event: events.Key) -> None:
        """A key of the facilitator's works here too; one that does not says what to do."""
        event.stop()
        event.prevent_default()
        if self._passed_on is not None and self._passed_on(event.key):
            self.show_room()
        else:
            self.view.say_once(self._say("This is what the room sees. Esc goes back to your keys."))

    def action_back(self) -> None:
        self.dismiss(None)
