"""Files that are always whole: written beside, flushed to the disk, and renamed into place."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from errno import EINVAL
from pathlib import Path
from typing import NamedTuple

_WINDOWS = sys.platform == "win32"

#: Windows refuses to replace a file while a virus scanner or a cloud client has it open, for a moment.
_TRIES = 10
_PAUSE = 0.02


class Stamp(NamedTuple):
    """What tells whether a file is still the one that was read."""

    mtime_ns: int
    size: int
    inode: int


def stamp(path: Path) -> Stamp | None:
    """The stamp of a file, or None if there is none."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return Stamp(found.st_mtime_ns, found.st_size, found.st_ino)


def read_with_stamp(path: Path) -> tuple[bytes, Stamp]:
    """A file's bytes with the stamp of exactly these bytes. What is no file (a pipe would block) raises OSError."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(EINVAL, "this is not a file", str(path))
    with path.open("rb") as file:
        data = file.read()
        found = os.fstat(file.fileno())
    return data, Stamp(found.st_mtime_ns, found.st_size, found.st_ino)


class ChangedMeanwhile(OSError):
    """Another writer came first; nothing was written."""


class _Anything:
    """Stands for: whatever is there may be replaced."""


def write_whole(
    path: Path, data: bytes, *, durable: bool = True, expected: Stamp | type[_Anything] | None = _Anything
) -> Stamp:
    """Put ``data`` in the place of ``path``, so that a reader sees either all of the old file or all of the new one.

    A symbolic link keeps pointing where it points, and a file keeps its mode. ``durable`` waits for the disk. With
    ``expected``, only the file with this stamp is replaced (None: only if there is none); otherwise it raises
    :class:`ChangedMeanwhile`.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name}.{os.getpid()}.{time.monotonic_ns():x}.tmp")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
            with suppress(OSError):
                beside.chmod(stat.S_IMODE(target.stat().st_mode))
            written = os.fstat(file.fileno())
        if expected is not _Anything and stamp(target) != expected:
            raise ChangedMeanwhile(f"{target.name} was changed by another program")
        replace(beside, target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    if durable:
        flush_folder(target.parent)
    return Stamp(written.st_mtime_ns, written.st_size, written.st_ino)


def replace(source: Path, target: Path) -> None:
    """Rename over ``target``, with patience where the system needs some."""
    for tries_left in range(_TRIES if _WINDOWS else 1, 0, -1):
        try:
            source.replace(target)
            return
        except PermissionError:
            if tries_left == 1:
                raise
            time.sleep(_PAUSE)


def flush_folder(folder: Path) -> None:
    """Make a rename in ``folder`` survive a power cut, where the system can."""
    if _WINDOWS:
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sweep(folder: Path, *, older_than: float = 86_400.0) -> None:
    """Remove what interrupted writes left behind, ``older_than`` seconds ago."""
    with suppress(OSError):
        for left in folder.glob(".*.tmp"):
            with suppress(OSError):
                if time.time() - left.stat().st_mtime > older_than:
                    left.unlink()


def unused(path: Path) -> Path:
    """``path``, or the same with a number before its ending if something stands there already."""
    number, tried = 2, path
    while tried.exists() or tried.is_symlink():
        tried = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return tried


def folder_id(folder: Path) -> tuple[int, int] | None:
    """What stays the same when a folder is renamed; None if there is no folder."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISDIR(found.st_mode) else None


def folders_in(parents: Iterable[Path]) -> Iterator[Path]:
    """The folders that stand in any of ``parents``."""
    for parent in parents:
        with suppress(OSError):
            yield from [entry for entry in parent.iterdir() if entry.is_dir()]
