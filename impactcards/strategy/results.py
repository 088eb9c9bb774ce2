"""What saving says to the person: done, what came from others, or why not and what to do."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from impactcards.faults import FaultyFile, UserError
from impactcards.records import field, record
from impactcards.strategy.merge import Taken
from impactcards.strategy.units import ANSWERS, Key
from impactcards.words import N_, Message


class Seen:
    """What a window has taken over from outside, by unit. It belongs to the thread of the live strategy."""

    def __init__(self) -> None:
        self.units: Mapping[Key, Any] = {}


@record
class SaveResult:
    """The outcome of one save.

    ``taken`` is what came from another window and must be put into the live strategy (``apply``). ``conflicts``
    are the cards that were changed twice: the newer answer stands, the older is in one of the files ``kept_aside``.
    ``moved_document`` is where a document edited by hand stands now; ``document_problem`` says why there is no new one.
    """

    ok: bool
    at: datetime
    error: Message | None = None
    taken: Mapping[Key, Taken] = field(default_factory=dict)
    conflicts: tuple[str, ...] = ()
    kept_aside: tuple[Path, ...] = ()
    moved_document: Path | None = None
    document_problem: Message | None = None
    seen: Seen = field(default_factory=Seen)

    @property
    def merged(self) -> tuple[str, ...]:
        """The cards whose answers came from outside."""
        return tuple(unit for section, unit in self.taken if section == ANSWERS)


def plain_error(error: Exception, folder: Path) -> Message:
    """One line that says what is wrong with saving, and what to do."""
    if isinstance(error, FaultyFile) and error.faults:
        fault = error.faults[0]
        return Message(
            N_("Not saved: {file} was changed and cannot be read ({line}:{column}). Mend it; your answers wait here."),
            file=fault.file,
            line=fault.line,
            column=fault.column,
        )
    if isinstance(error, UserError):
        return error.message
    if not isinstance(error, OSError):
        return Message(N_("Not saved ({problem}). It is tried again."), problem=f"{type(error).__name__}: {error}")
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return Message(N_("Not saved: the disk is full. Free some space; your answers wait here and are saved then."))
    if not folder.is_dir():
        return Message(
            N_("Not saved: the folder {folder} is gone. Put it back; your answers wait here."), folder=folder
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Message(N_("Not saved: {folder} cannot be written to. Allow it; your answers wait here."), folder=folder)
    return Message(N_("Not saved ({problem}). It is tried again."), problem=error.strerror or str(error))
