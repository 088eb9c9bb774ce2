"""The versions of a strategy, listed and found by what a person types. No version is read for that."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from impactcards.faults import UserError
from impactcards.strategy.file import VERSIONS
from impactcards.strategy.names import folded
from impactcards.strategy.versions.version import ENDING, Version, clean_label, version_at
from impactcards.words import N_, Message

# So many versions are told apart in a sentence.
_MANY = 6


def list_versions(folder: Path) -> list[Version]:
    """The versions of the strategy in ``folder``, the newest first; files without a moment in their name come last."""
    try:
        with os.scandir(folder / VERSIONS) as entries:
            paths = [Path(entry.path) for entry in entries if _is_version(entry)]
    except OSError:
        return []
    found = sorted((version_at(path) for path in paths), key=lambda version: version.name)
    return sorted(found, key=lambda version: version.when, reverse=True)


def _is_version(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith(ENDING) and not entry.name.startswith(".") and entry.is_file()


def find_version(folder: Path, text: str) -> Version:
    """The version that is called ``text``, or the only one whose day, name or label begins so, letter case aside.

    Raises :class:`UserError` with the versions there are.
    """
    versions = list_versions(folder)
    if not versions:
        raise UserError(Message(N_("There is no version yet. Keep one with: impactcards versions NAME keep LABEL")))
    wanted = [folded(word) for word in dict.fromkeys((text, text.removesuffix(ENDING), clean_label(text)))]
    wanted = [word for word in wanted if word]
    for fits in (
        [version for version in versions if any(word in _called(version) for word in wanted)],
        [version for version in versions if any(_begins(version, word) for word in wanted)],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise UserError(
                Message(
                    N_("“{version}” could be any of these: {known}. Type more of it, or its day and time."),
                    version=text,
                    known=_listed(fits),
                )
            )
    raise UserError(
        Message(N_("There is no version “{version}”. There are: {known}."), version=text, known=_listed(versions))
    )


def _called(version: Version) -> set[str]:
    return set(_names(version))


def _begins(version: Version, word: str) -> bool:
    return any(name.startswith(word) for name in _names(version))


def _names(version: Version) -> Iterator[str]:
    """All that a version may be called: as its file, its label, and its day as it is shown and as it is written."""
    for name in (version.name, version.label, version.title, version.when):
        if name:
            yield folded(name)


def _listed(versions: Iterable[Version]) -> str:
    known = [version.title for version in versions]
    return ", ".join(known[:_MANY]) + (", …" if len(known) > _MANY else "")
