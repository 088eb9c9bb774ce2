"""Keeping a version: strategy.yaml, byte by byte, under a name of its own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from impactcards.disk import flush_folder, read_with_stamp, write_whole
from impactcards.faults import UserError
from impactcards.strategy.file import STRATEGY_FILE, VERSIONS
from impactcards.strategy.lock import locked
from impactcards.strategy.versions.finding import list_versions
from impactcards.strategy.versions.version import Version, clean_label, file_name, stamp_of, version_at
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from impactcards.strategy.opened import DocumentOf, OpenStrategy


def keep_version(opened: OpenStrategy, label: str, *, document: DocumentOf | None = None) -> Version:
    """Save, then keep the strategy as it stands as a version. Any label will do; what no file name takes is left out.

    Raises :class:`UserError` if the strategy can only be looked at, or cannot be saved.
    """
    saved = opened.save(document)
    if saved.error is not None:
        raise UserError(saved.error)
    try:
        with locked(opened.folder):
            data, _ = read_with_stamp(opened.folder / STRATEGY_FILE)
            return write_version(opened.folder, label, data)
    except OSError as error:
        problem = error.strerror or str(error)
        raise UserError(Message(N_("No version could be kept: {problem}."), problem=problem)) from error


def write_version(folder: Path, label: str, data: bytes) -> Version:
    """Write ``data`` as a new version. To be called with the folder's lock held. Raises OSError.

    No two versions have the same second, so that each can be named by its moment: the later takes the next free one.
    """
    kept = folder / VERSIONS
    if not kept.is_dir():
        kept.mkdir(exist_ok=True)
        flush_folder(folder)
    taken = {version.name.partition(" ")[0] for version in list_versions(folder)}
    when = datetime.now(UTC)
    while stamp_of(when) in taken:
        when += timedelta(seconds=1)
    path = kept / file_name(when, clean_label(label))
    write_whole(path, data, expected=None)
    return version_at(path)
