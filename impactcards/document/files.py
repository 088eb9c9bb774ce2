"""Files of a person's own choosing. What is there already stays, unless the program wrote it and nobody changed it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from impactcards.disk import write_whole
from impactcards.faults import UserError
from impactcards.strategy.state import Note
from impactcards.words import N_, Message


class NotOurs(UserError):
    """There is a file already that this program did not write, or that somebody has changed since. It was kept."""


def write_file(target: Path, data: bytes, note: Note, *, force: bool) -> None:
    """Write a file. Raises :class:`NotOurs` rather than replace what is not as the program left it, unless forced."""
    _require(target, data, note, force=force)
    write_whole(target, data)
    note.put(**{_key(target): _hash(data)})


def write_folder(folder: Path, files: Mapping[str, bytes], note: Note, *, force: bool) -> None:
    """Write files into a folder, which is made if need be: all of them or, raising :class:`NotOurs`, none.

    What an earlier time wrote there and is no more among ``files`` is removed, if nobody has changed it since.
    """
    if folder.exists() and not folder.is_dir():
        raise UserError(Message(N_("{file} is a file, not a folder."), file=folder))
    for name, data in files.items():
        _require(folder / name, data, note, force=force)
    folder.mkdir(exist_ok=True)
    endings = {Path(name).suffix for name in files}
    for left in sorted(folder.iterdir()):
        if left.name not in files and left.suffix in endings and _is_ours(left, note):
            with suppress(OSError):
                left.unlink()
    for name, data in files.items():
        write_whole(folder / name, data)
    note.put(**{_key(folder / name): _hash(data) for name, data in files.items()})


def _require(target: Path, data: bytes, note: Note, *, force: bool) -> None:
    if target.is_dir():
        raise UserError(Message(N_("{file} is a folder, not a file."), file=target))
    if target.exists() and not force and target.read_bytes() != data and not _is_ours(target, note):
        raise NotOurs(
            Message(
                N_("{file} is not as this program wrote it, or not written by it at all. Replace it with --force."),
                file=target,
            )
        )


def _is_ours(path: Path, note: Note) -> bool:
    known = note.get(_key(path))
    return bool(known) and path.is_file() and _hash(path.read_bytes()) == known


def _key(path: Path) -> str:
    return f"document {path.absolute()}"


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()


__all__ = ["NotOurs", "write_file", "write_folder"]
