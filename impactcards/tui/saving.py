"""Saving behind one's back, and saying how it stands."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from impactcards.strategy.results import SaveResult
from impactcards.strategy.saver import Saver
from impactcards.tui.sitting import Sitting

if TYPE_CHECKING:
    from impactcards.strategy.strategy import Strategy
    from impactcards.tui.playing.screen import PlayingScreen

#: Seconds that leaving waits for the last save.
LAST_SAVE = 10.0


class Saving:
    """The saver of the sitting that is being played, if there is one."""

    def __init__(self) -> None:
        self._saver: Saver | None = None

    def start(self, sitting: Sitting, report: Callable[[SaveResult], None]) -> None:
        """Start the saver of a sitting; ``report`` is called in its thread."""

        def document(strategy: Strategy) -> str:
            from impactcards.document import strategy_markdown  # in the saver's thread, after the first card is painted

            return strategy_markdown(strategy, folder=sitting.opened.folder)

        self._saver = sitting.opened.saver(document, report)

    def changed(self) -> None:
        """Something is to be saved. Cheap: called on every key press."""
        if self._saver is not None:
            self._saver.changed()

    @property
    def waiting(self) -> bool:
        """Whether something has changed since the last save began, so that not all of it is on the disk yet."""
        return self._saver is not None and self._saver.waiting

    def tell(self, screen: PlayingScreen, at: datetime | None) -> None:
        """Save now, and say on the screen when and where. ``at`` is when it was last saved, as far as is known."""
        say = screen.say
        if screen.sitting.read_only:
            screen.say_once(say("This strategy is open for reading only; nothing is saved."))
            return
        if self._saver is None or not self._saver.flush(2.0):
            screen.say_once(say("Not saved yet. What you typed is kept here, and saving goes on trying."), trouble=True)
            return
        place = shown_path(screen.sitting.opened.folder / "strategy.md")
        screen.say_once(say("saved {time} · {place}", time=f"{at or datetime.now().astimezone():%H:%M}", place=place))

    def finish(self) -> bool:
        """Wait for the last save and end the saver. False if something could not be saved; then it goes on trying."""
        if self._saver is None:
            return True
        done = self._saver.flush(LAST_SAVE)
        if done:
            self._saver.close()
            self._saver = None
        return done

    def give_up(self) -> None:
        """Leave what could not be saved."""
        self._saver = None


def shown_path(path: Path) -> str:
    """A path as a person recognises it, with ~ for their own folder."""
    try:
        return f"~{os.sep}{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)
