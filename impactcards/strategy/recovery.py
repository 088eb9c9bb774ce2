"""When strategy.yaml is damaged: it is left as it is, and the newest readable version is offered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from impactcards.disk import flush_folder, replace, unused, write_whole
from impactcards.faults import Fault, FaultyFile, UserError
from impactcards.strategy.file import STRATEGY_FILE, parse
from impactcards.strategy.lock import locked
from impactcards.words import N_, Message, Words

#: The folder of the whole strategies that were kept: ``YYYY-MM-DDTHHMMSSZ LABEL.yaml``.
VERSIONS = "versions"


class DamagedStrategy(FaultyFile):
    """A strategy.yaml that cannot be read. ``newest_readable_version`` is for ``open_version``, or None."""

    def __init__(self, faults: Sequence[Fault], folder: Path, newest: Path | None) -> None:
        super().__init__(faults)
        self.folder = folder
        self.newest_readable_version = newest
        fault = self.faults[0]
        self.message = Message(
            N_("{file} cannot be read at {line}:{column}, and was left as it is."),
            file=folder / STRATEGY_FILE,
            line=fault.line,
            column=fault.column,
        )

    def worded(self, say: Words) -> str:
        """The first fault with its place, and what can be done, in two lines."""
        first = say(
            Message(
                N_("{file}:{line}:{column}: {problem}"),
                file=self.folder / STRATEGY_FILE,
                line=self.faults[0].line,
                column=self.faults[0].column,
                problem=self.faults[0].message,
            )
        )
        if self.newest_readable_version is None:
            return first + "\n" + say("The file was left as it is. Mend it there.")
        return (
            first
            + "\n"
            + say(
                "The file was left as it is. Mend it, or restore the version “{version}”.",
                version=self.newest_readable_version.stem,
            )
        )


def versions(folder: Path) -> list[Path]:
    """The versions of a strategy, the newest first."""
    try:
        return sorted(
            (path for path in (folder / VERSIONS).iterdir() if path.suffix == ".yaml"),
            key=lambda p: p.name,
            reverse=True,
        )
    except OSError:
        return []


def newest_readable_version(folder: Path) -> Path | None:
    """The newest version that can be read, or None."""
    for version in versions(folder):
        try:
            parse(version.read_bytes(), version.name)
        except (UserError, OSError):
            continue
        return version
    return None


def restore_version(folder: Path, version: Path) -> Path | None:
    """Put a version in the place of strategy.yaml. A damaged one is renamed first; returns where it stands now.

    Raises :class:`UserError` if the version cannot be read or the folder cannot be written to.
    """
    path = folder / STRATEGY_FILE
    try:
        data = version.read_bytes()
        parse(data, version.name)
        aside = None
        with locked(folder):
            if path.exists():
                aside = unused(folder / f"strategy (before restoring {datetime.now(UTC):%Y-%m-%dT%H%M%SZ}).yaml")
                replace(path, aside)
            write_whole(path, data)
            flush_folder(folder)
    except OSError as error:
        raise UserError(
            Message(
                N_("The version “{version}” cannot be restored: {problem}."),
                version=version.stem,
                problem=error.strerror or str(error),
            )
        ) from error
    return aside
