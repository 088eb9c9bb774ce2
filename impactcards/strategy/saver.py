"""A thread that saves behind one's back: soon after the first unsaved change, and again and again while one types."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from impactcards.strategy.results import SaveResult

if TYPE_CHECKING:
    from impactcards.strategy.opened import OpenStrategy, Snapshot
    from impactcards.strategy.strategy import Strategy

#: Seconds from the first unsaved change to the save, in which more changes gather.
GATHERING = 0.3

#: While one types on, the document is written at most this often, in seconds; it is always written at the end.
DOCUMENT_PAUSE = 2.0

#: Seconds between tries while saving fails.
_BACKOFF = (1.0, 2.0, 4.0, 8.0, 15.0)


class Saver:
    """Saves an open strategy in a thread of its own.

    Its methods are for the strategy's own thread. ``report`` gets every result, in the saver's thread.
    """

    def __init__(
        self, opened: OpenStrategy, document: Callable[[Strategy], str] | None, report: Callable[[SaveResult], None]
    ) -> None:
        self._opened = opened
        self._document = document
        self._report = report
        self._condition = threading.Condition()
        self._pending: Snapshot | None = None
        self._last: Snapshot | None = None
        self._first_change = 0.0
        self._retry_at = 0.0
        self._failures = 0
        self._busy = False
        self._closing = False
        self._hurried = False
        self._document_at = 0.0
        self._thread: threading.Thread | None = None

    @property
    def saved(self) -> bool:
        """Whether everything that was changed is on the disk."""
        with self._condition:
            return self._pending is None and not self._busy

    @property
    def waiting(self) -> bool:
        """Whether something has changed since the save that is under way, or the last one, began."""
        with self._condition:
            return self._pending is not None

    def changed(self, card_id: str = "") -> None:
        """A card changed, or without an id anything. Cheap; can be handed to ``Strategy.listen``."""
        snapshot = self._opened.snapshot(self._last if card_id else None)
        self._last = snapshot
        with self._condition:
            if self._pending is None:
                self._first_change = monotonic()
            self._pending = snapshot
            if self._thread is None and not self._closing:
                self._thread = threading.Thread(target=self._run, name="saver", daemon=True)
                self._thread.start()
            self._condition.notify_all()

    def flush(self, timeout: float = 5.0) -> bool:
        """Save what is not saved yet, now. Returns whether everything is on the disk."""
        until = monotonic() + timeout
        with self._condition:
            self._hurried = True
            self._condition.notify_all()
            while (self._pending is not None or self._busy) and self._hurried and self._thread is not None:
                left = until - monotonic()
                if left <= 0:
                    break
                self._condition.wait(left)
            self._hurried = False
            return self._pending is None and not self._busy

    def close(self, timeout: float = 5.0) -> bool:
        """Save what is not saved yet and end the thread. Returns whether everything is on the disk."""
        done = self.flush(timeout)
        with self._condition:
            self._closing = True
            self._condition.notify_all()
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(timeout)
        return done

    def rescue(self) -> Path | None:
        """Write what is not saved to a file of its own, before it is given up. Returns where; None if nothing was."""
        with self._condition:
            snapshot = self._pending
        return self._opened.rescue(snapshot) if snapshot is not None else None

    def _run(self) -> None:
        while (snapshot := self._next()) is not None:
            with self._condition:
                typing_on = self._pending is not None
            document = None if typing_on and monotonic() - self._document_at < DOCUMENT_PAUSE else self._document
            result = self._opened.write(snapshot, document)
            if document is not None:
                self._document_at = monotonic()
            with suppress(Exception):  # a screen that is gone must not end the saving
                self._report(result)
            self._done(snapshot, result)

    @property
    def _due(self) -> float:
        """When what is pending should be saved."""
        return max(self._first_change + GATHERING, self._retry_at)

    def _next(self) -> Snapshot | None:
        """Wait for something to save, and until it is due; None at the end."""
        with self._condition:
            while True:
                if self._pending is not None and (self._hurried or self._due <= monotonic()):
                    snapshot, self._pending, self._busy = self._pending, None, True
                    return snapshot
                if self._closing:
                    return None
                self._condition.wait(self._due - monotonic() if self._pending is not None else None)

    def _done(self, snapshot: Snapshot, result: SaveResult) -> None:
        with self._condition:
            self._busy = False
            if result.ok:
                self._failures, self._retry_at = 0, 0.0
            else:
                self._pending = self._pending or snapshot
                self._retry_at = monotonic() + _BACKOFF[min(self._failures, len(_BACKOFF) - 1)]
                self._failures += 1
                self._hurried = False  # a flush has had its try
            self._condition.notify_all()
