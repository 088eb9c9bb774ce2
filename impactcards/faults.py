"""What can be wrong, said so that a person can mend it.

A :class:`Fault` is a place in a file that is wrong. A :class:`UserError` is the one exception whose text is shown to
people: the command line prints it and leaves with its exit status, a screen shows it in a line.
"""

from __future__ import annotations

from collections.abc import Sequence

from impactcards.records import record
from impactcards.words import N_, Message, Words


@record
class Fault:
    """Something wrong, or worth mending, in a file. ``line`` and ``column`` count from 1; 0 is no place."""

    file: str
    line: int
    column: int
    message: Message

    def worded(self, say: Words) -> str:
        """``FILE:LINE:COLUMN: what is wrong, and what would be right``."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {say(self.message)}"


class UserError(Exception):
    """An error that a person can cause and mend. Its message is one or two lines that say what to do."""

    exit_status = 2

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def worded(self, say: Words) -> str:
        return say(self.message)

    def __str__(self) -> str:
        return str(self.message)


class FaultyFile(UserError):
    """A file that cannot be used as it is; ``faults`` names every place at once, in file order."""

    exit_status = 1

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(Message(N_("{file} cannot be read as it is."), file=faults[0].file if faults else ""))
        self.faults = tuple(faults)

    def worded(self, say: Words) -> str:
        return "\n".join(fault.worded(say) for fault in self.faults)

    def __str__(self) -> str:
        return "\n".join(f"{f.file}:{f.line}:{f.column}: {f.message}" for f in self.faults)
