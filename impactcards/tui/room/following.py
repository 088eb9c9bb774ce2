"""Following a session by its file: seen within a tenth of a second, read at once and closed, never written.

The file may be half written, damaged, of a newer edition of the program, or gone for a moment: then the last good
picture stays. The folder may be renamed while one looks: it is found again by what a rename leaves as it is.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from impactcards.disk import Stamp, folder_id, folders_in, read_with_stamp, stamp
from impactcards.home import ARCHIVE
from impactcards.tui.room.data import understood
from impactcards.words import N_, Message

SESSION_FILE = "session.json"

#: Seconds between two looks at the file.
EVERY = 0.1
#: A file that is gone for so many seconds is gone.
GONE_AFTER = 3.0
#: Seconds between two searches for a folder that is not where it was.
SEARCH_EVERY = 1.0
#: Where the clock of the writing machine and ours agree so far, its time is taken; otherwise the moment of our look.
_AGREE = 2.0


class Follower:
    """Looks at the session of one strategy's ``folder``.

    ``now`` is the time in seconds since 1970. :meth:`look` is quick enough to be called ten times a second.
    """

    def __init__(self, folder: Path, *, now: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self.room: Mapping[str, object] | None = None
        """The last good picture; None while there is no session."""
        self.trouble: Message | None = None
        """What stands in the way of a newer picture, or None."""
        self._now = now
        self._id = folder_id(folder)
        self._stamp: Stamp | None = None
        self._first = True
        self._gone_since: float | None = None
        self._searched = float("-inf")
        self._clocks: tuple[object, object] = (None, None)

    def look(self) -> bool:
        """Look at the file; whether there is anything new to show."""
        before = (self.room, self.trouble)
        self._look()
        self._first = False
        return before[0] is not self.room or before[1] is not self.trouble

    def _look(self) -> None:
        path = self.folder / SESSION_FILE
        try:
            found = stamp(path)
        except OSError:
            found = None
        if found is None:
            self._gone()
            return
        self._gone_since = None
        if found == self._stamp:
            return
        try:
            data, read = read_with_stamp(path)
        except OSError:  # it is being replaced, or a share is away: the next look will tell
            return
        self._stamp = read
        self._take(data)

    def _take(self, data: bytes) -> None:
        try:
            held = json.loads(data)
        except (ValueError, RecursionError):  # half written, or no session at all
            return
        room = held.get("room") if isinstance(held, Mapping) else None
        if not isinstance(room, Mapping):
            return
        if understood(room):
            self.room, self.trouble = self._with_our_time(room), None
        else:
            self.trouble = _NEWER

    def _with_our_time(self, room: Mapping[str, object]) -> Mapping[str, object]:
        """The room with its timer told by our clock: another machine's may go wrong, but a second is as long there."""
        clock = room.get("clock")
        if not isinstance(clock, Mapping):
            return room
        told, ours = self._clocks
        if told != clock or self._first:
            changed, now = clock.get("changed"), self._now()
            ours = now
            if isinstance(changed, int | float) and changed <= now and (self._first or now - changed <= _AGREE):
                ours = float(changed)
            self._clocks = (clock, ours)
        return {**room, "clock": {**clock, "changed": ours}}

    def _gone(self) -> None:
        """The file is not there: the folder was renamed, the session ended, or it is just being replaced."""
        now = self._now()
        if abs(now - self._searched) >= SEARCH_EVERY and (self._id is None or folder_id(self.folder) != self._id):
            self._searched = now
            self._find_folder()
        if self._gone_since is None:
            self._gone_since = now
        elif now - self._gone_since >= GONE_AFTER and self.room is not None and not self.room.get("session_over"):
            self.room, self._stamp = None, None

    def _find_folder(self) -> None:
        """Look for the folder under another name, beside where it was, in the archive and in front of it."""
        found = folder_id(self.folder)
        parent = self.folder.parent
        places = (parent, parent.parent) if parent.name == ARCHIVE else (parent, parent / ARCHIVE)
        candidates = (folder for folder in folders_in(places) if folder_id(folder) == self._id)
        moved = next(candidates, None) if self._id is not None else None
        if moved is not None:
            self.folder, self._stamp, self.trouble = moved, None, None
        elif found is not None:  # another folder stands there now, such as a copy that was put back
            self._id, self.trouble = found, None
        else:
            self.trouble = _NO_FOLDER


_NEWER = Message(N_("This session is led with a newer Impact Cards. Update this one to follow it."))
_NO_FOLDER = Message(N_("The strategy’s folder is gone. Start again with its new name."))
