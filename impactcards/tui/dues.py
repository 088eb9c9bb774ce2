"""Looking after what is due in the strategies of the shelf, behind its back.

The shelf is painted first. Then a thread looks into one strategy after the other and tells what it finds a few at a
time. It stands aside while keys are pressed, and ends when it is no longer wanted.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from impactcards.deck.library import Library
    from impactcards.home import Home
    from impactcards.strategy.due import Ages, Glances

#: Seconds: before the first look, between two reports, and for which a key press lets the thread rest.
_FIRST, _REPORT, _REST = 0.05, 0.3, 0.15

Found = dict[Path, "Ages | None"]


class Dues:
    """When the answers of strategies age, by folder, as far as it is known."""

    def __init__(self, home: Home, library: Library) -> None:
        self._home, self._library = home, library
        self._glances: Glances | None = None
        self._one_at_a_time = threading.Lock()
        self._pressed = 0.0

    def key_pressed(self) -> None:
        """Somebody is at the keys: let them go first."""
        self._pressed = monotonic()

    def look(self, folders: Sequence[Path], tell: Callable[[Found], object], wanted: Callable[[], bool]) -> None:
        """Look into all of ``folders`` while ``wanted``; ``tell`` is called in this thread with what was found."""
        sleep(_FIRST)  # a shelf that is laid out anew at once asks anew
        if not wanted():
            return
        with self._one_at_a_time:
            if self._glances is None:
                from impactcards.strategy.due import Glances

                self._glances = Glances(self._home, self._library)
            self._look(self._glances, folders, tell, wanted)
            self._glances.keep()

    def _look(
        self, glances: Glances, folders: Sequence[Path], tell: Callable[[Found], object], wanted: Callable[[], bool]
    ) -> None:
        found: Found = {}
        reported = monotonic()
        for folder in folders:
            while wanted() and monotonic() - self._pressed < _REST:
                sleep(_REST / 3)
            if not wanted():
                return
            found[folder] = glances.of(folder)
            if monotonic() - reported > _REPORT:
                tell(found)
                found, reported = {}, monotonic()
        if found:
            tell(found)


__all__ = ["Dues", "Found"]
