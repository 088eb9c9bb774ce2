"""A small app that is nothing but the wall: it follows a session's file and shows what the room may see."""

from __future__ import annotations

import gc
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.message import Message as Post

from impactcards.tui import hangup
from impactcards.tui.room.following import EVERY, Follower
from impactcards.tui.room.view import RoomView
from impactcards.tui.theme import THEMES, theme_name
from impactcards.words import Words

#: The keys that leave. Every other one says where the keys work.
LEAVING = ("q", "ctrl+q", "ctrl+c")


class WatchApp(App[None]):
    """Shows the session of the strategy in ``folder``; ``name`` is what it is called until the session says so."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Screen { background: $background; color: $foreground; overflow: hidden; }"
    BINDINGS: ClassVar = []
    TITLE = "Impact Cards"

    class Looked(Post):
        """The file was looked at, and there is something new."""

    def __init__(
        self, folder: Path, name: str, say: Words, *, theme: str = "auto", now: Callable[[], float] = time.time
    ) -> None:
        super().__init__()
        self.say, self.name_shown = say, name
        self.follower = Follower(folder, now=now)
        self.view = RoomView(say, clock=now)
        self._left = threading.Event()
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme_name(theme, os.environ)

    def compose(self) -> ComposeResult:
        yield self.view

    def on_mount(self) -> None:
        self.follower.look()
        self._show()
        hangup.watch(lambda: None)
        threading.Thread(target=self._follow, name="follow", daemon=True).start()

    def on_ready(self) -> None:
        self.call_after_refresh(_collect_garbage)

    def on_unmount(self) -> None:
        self._left.set()

    def _follow(self) -> None:
        """Look at the file ten times a second, away from the screen: on a share that hangs, the wall goes on."""
        while not self._left.wait(EVERY):
            if self.follower.look():
                self.post_message(self.Looked())

    def on_watch_app_looked(self) -> None:
        self._show()

    def _show(self) -> None:
        room, trouble = self.follower.room, self.follower.trouble
        if room is None:
            self.view.wait(self.say("Waiting for the session of {name} …", name=self.name_shown))
        else:
            self.view.show(room)
        if trouble is not None:
            self.view.say_once(self.say(trouble), 60)

    async def on_event(self, event: events.Event) -> None:
        """Take every key here, before anything else could: there is nothing to type into."""
        if isinstance(event, events.Key):
            if event.key in LEAVING:
                self.exit()
            else:
                self.view.say_once(
                    self.say("This is the wall. The keys work in the window of impactcards lead; q closes this.")
                )
        elif not isinstance(event, events.Paste):
            await super().on_event(event)

    def _fatal_error(self) -> None:
        """End without Textual's own traceback: whoever runs the app is told what went wrong in one line."""
        self._close_messages_no_wait()


def _collect_garbage() -> None:
    """Begin to collect garbage, where that was put off until something stands on the screen."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def run(folder: Path, name: str, say: Words, *, theme: str = "auto") -> None:
    """Show the wall until it is closed. Raises what went wrong in the program."""
    app = WatchApp(folder, name, say, theme=theme)
    app.run()
    if app._exception is not None:  # noqa: SLF001  there is no other way to learn of it
        raise app._exception  # noqa: SLF001
