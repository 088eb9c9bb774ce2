"""When strategy.yaml is damaged: it is left as it is, and the newest readable version is offered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from impactcards.faults import Fault, FaultyFile, UserError
from impactcards.strategy.file import STRATEGY_FILE, parse
from impactcards.words import N_, Message, Words


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


def newest_readable_version(folder: Path) -> Path | None:
    """The file of the newest version that can be read, or None."""
    from impactcards.strategy.versions.finding import list_versions  # only a damaged strategy needs it

    for version in list_versions(folder):
        try:
            parse(version.path.read_bytes(), version.path.name)
        except (UserError, OSError):
            continue
        return version.path
    return None
