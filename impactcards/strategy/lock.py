"""One writer at a time, as long as the place allows it.

The lock file stands in the strategy's own folder, because two windows, two homes and two computers meet only there. It
is held for milliseconds. A place without locks, or a lock that somebody never gives back, must not keep anybody from
saving: then the file's stamp, checked just before the rename, is what tells that another writer came first.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK_FILE = ".lock"

#: Seconds to wait for another writer.
PATIENCE = 1.0


@contextmanager
def locked(folder: Path) -> Iterator[bool]:
    """Hold the folder's lock while inside, or go on without it. Gives whether it is held."""
    import filelock  # 40 ms, and only who writes needs it

    lock = filelock.FileLock(folder / LOCK_FILE, fallback_to_soft=False)
    try:
        lock.acquire(timeout=PATIENCE, poll_interval=0.01)
    except (OSError, NotImplementedError):  # its Timeout is an OSError
        yield False
        return
    try:
        yield True
    finally:
        lock.release()
