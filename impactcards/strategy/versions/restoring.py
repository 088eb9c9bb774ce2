"""Restoring a version, without losing the present.

The version is put into strategy.yaml as another window would put it there, under the lock: the present is kept as a
version first. Open windows then find a file that somebody changed, and merge what they have not saved yet with it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from impactcards.disk import read_with_stamp, unused, write_whole
from impactcards.faults import FaultyFile, UserError
from impactcards.strategy.file import STRATEGY_FILE, Parsed, parse
from impactcards.strategy.lock import locked
from impactcards.strategy.slices import with_text
from impactcards.strategy.versions.keeping import write_version
from impactcards.strategy.versions.reading import parse_version
from impactcards.strategy.versions.version import Version, version_at
from impactcards.words import N_, Message, words

if TYPE_CHECKING:
    from impactcards.strategy.opened import DocumentOf, OpenStrategy

#: What belongs to the strategy as it is today, whatever is restored: its name, and the deck that stands in its folder.
_TODAY = ("name", "deck", "deck_version")

_LABEL = N_("before restoring “{version}”")


def restore_version(
    strategy: OpenStrategy | Path, version: Version, *, document: DocumentOf | None = None
) -> Version | None:
    """Let the whole strategy stand as ``version`` has it, and return what stood there before.

    ``strategy`` is open, and takes over what was restored, or it is a folder. The present is kept as a version. A
    strategy.yaml that is damaged gets another name in its folder instead, and what is returned leads there. None if
    there was none at all. Raises :class:`UserError` if the version cannot be read, or nothing can be written; then
    nothing has changed.
    """
    if isinstance(strategy, Path):
        return _restore(strategy, version)
    saved = strategy.save()
    if saved.error is not None:
        raise UserError(saved.error)
    before = _restore(strategy.folder, version)
    saved = strategy.save(document)
    if saved.error is not None:
        raise UserError(saved.error)
    return before


def _restore(folder: Path, version: Version) -> Version | None:
    data, parsed = parse_version(version)
    path = folder / STRATEGY_FILE
    try:
        with locked(folder):
            if not path.exists():
                write_whole(path, data)
                return None
            present, stamp = read_with_stamp(path)
            try:
                today = parse(present)
            except FaultyFile:
                aside = unused(folder / f"strategy (damaged, {datetime.now(UTC):%Y-%m-%dT%H%M%SZ}).yaml")
                write_whole(aside, present)
                write_whole(path, data, expected=stamp)
                return version_at(aside)
            kept = write_version(folder, _label(version, today), present)
            write_whole(path, _of_today(data, parsed, today), expected=stamp)
            return kept
    except OSError as error:
        raise UserError(
            Message(
                N_("The version “{version}” cannot be restored: {problem}."),
                version=version.name,
                problem=error.strerror or str(error),
            )
        ) from error


def _of_today(data: bytes, parsed: Parsed, today: Parsed) -> bytes:
    """A version's bytes in which the texts of :data:`_TODAY` are those of today."""
    for name in _TODAY:
        text = today.header.get(name, "")
        if text and parsed.header.get(name) != text:
            data = with_text(parsed.slices, parsed.root, name, text).encode("utf-8")
            parsed = parse(data)
    return data


def _label(version: Version, today: Parsed) -> str:
    """What the present is called then. A version kept so itself is told by its moment, or labels would grow."""
    say = words(today.header.get("language", ""))
    beginning, _, _ = say(_LABEL, version="\0").partition("\0")
    own = version.label if not version.label.startswith(beginning) else ""
    return say(_LABEL, version=own or (f"{version.moment:%Y-%m-%d %H.%M}" if version.moment else ""))
