"""session.json: what the wall shows, and where one is, while a session runs. Written whole, read at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from impactcards.disk import read_with_stamp, write_whole
from impactcards.strategy.sessions.room import room

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from impactcards.strategy.sessions.session import Session

#: The name of the file in the strategy's folder.
SESSION_FILE = "session.json"

#: Seconds between two writes, at least; and at most while a clock runs, so that going on knows how long it was away.
GAP, HEARTBEAT = 0.25, 20.0

#: More than this nobody wrote; it keeps a wrong file from filling the memory.
_MAX_BYTES = 4_000_000


def write_room(folder: Path, data: Mapping[str, Any], resume: Mapping[str, Any] | None = None) -> None:
    """Write session.json: ``{"room": data, "resume": resume}``, in one piece. Raises OSError.

    A power cut may lose it, which does no harm: all that was typed stands in strategy.yaml.
    """
    text = json.dumps({"room": data, **({"resume": resume} if resume is not None else {})}, ensure_ascii=False)
    write_whole(folder / SESSION_FILE, text.encode("utf-8", "replace"), durable=False)


def read_room(folder: Path) -> dict[str, Any] | None:
    """What the wall is to show; None if there is no session.json, or it cannot be read."""
    return _part(folder, "room")


def read_resume(folder: Path) -> dict[str, Any] | None:
    """Where the session stood; None if there is no session.json, or it cannot be read."""
    return _part(folder, "resume")


def _part(folder: Path, key: str) -> dict[str, Any] | None:
    try:
        data, _ = read_with_stamp(folder / SESSION_FILE)
        held = json.loads(data) if len(data) <= _MAX_BYTES else None
    except (OSError, ValueError, RecursionError):
        return None
    part = held.get(key) if isinstance(held, dict) else None
    return part if isinstance(part, dict) else None


class RoomFile:
    """Keeps session.json as the session is, with at most four writes a second. Belongs to the session's thread."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._written_at = float("-inf")
        self._revision = -1
        self._shown: dict[str, Any] | None = None
        #: Why the file could not be written last time, or None.
        self.problem: OSError | None = None

    def update(self, *, at_once: bool = False) -> float:
        """Write if there is anything new. To be called after each key and some ten times a second; it is cheap.

        Returns in how many seconds something waits to be written, 0 if nothing does. ``at_once`` writes in any case.
        Never raises: what could not be written is tried again, and ``problem`` says why.
        """
        session = self._session
        now = session.now()
        since = now - self._written_at
        if since < 0:
            since = GAP  # the computer's clock was set back
        beat = since >= HEARTBEAT and session.clock_of_session.running
        minute = since >= 1.0 and session.clock_of_session.running
        if not at_once and session.revision == self._revision and not beat and not minute:
            return 0.0
        if not at_once and since < GAP:
            return GAP - since
        revision = session.revision
        data = room(session, now)
        if data == self._shown and revision == self._revision and not beat and not at_once:
            return 0.0
        resume = None if session.ended else session.resume_data()
        try:
            write_room(session.opened.folder, data, resume)
        except OSError as problem:
            self.problem, self._written_at = problem, now
            return GAP
        self.problem, self._written_at = None, now
        self._shown, self._revision = data, revision
        return 0.0

    def close(self) -> None:
        """Write the last state: the wall says that the session is over, or the place to go on from."""
        self.update(at_once=True)


__all__ = ["GAP", "SESSION_FILE", "RoomFile", "read_resume", "read_room", "write_room"]
