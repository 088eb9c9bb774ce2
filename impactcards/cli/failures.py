"""What a person sees when something goes wrong, and the one place that turns every error into an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from click.exceptions import NoArgsIsHelpError

from impactcards.cli.language import say, spoken
from impactcards.cli.output import tell
from impactcards.cli.surroundings import Surroundings
from impactcards.faults import UserError
from impactcards.words import N_, Message

WRONG_USE = 2
#: What a shell reports for a program ended by ctrl+c, and for one whose reader has gone.
INTERRUPTED = 130
READER_GONE = 141


def explain(error: BaseException, surroundings: Surroundings, arguments: Sequence[str]) -> int:
    """Say what went wrong in one or two lines on standard error, and return the exit status."""
    match error:
        case BrokenPipeError():
            _silence(sys.stdout)
            return READER_GONE
        case KeyboardInterrupt() | EOFError() | click.Abort():
            return INTERRUPTED
        case UserError():
            tell(error.worded(spoken()))
            return error.exit_status
        case NoArgsIsHelpError():
            tell(error.format_message())
            return WRONG_USE
        case click.UsageError():
            tell(error.format_message())
            if error.ctx is not None:
                tell(say("“{command} --help” tells how it is used.", command=error.ctx.command_path))
            return WRONG_USE
        case click.ClickException():
            tell(error.format_message())
            return WRONG_USE
        case OSError() if error.filename is not None:
            tell(say(Message(N_("{file}: {reason}"), file=error.filename, reason=error.strerror)))
            return WRONG_USE
    report = write_report(error, surroundings, arguments)
    if report is None:
        tell(say("Something went wrong in the program: {error}. Your answers are safe.", error=repr(error)))
    else:
        tell(
            say(
                "Something went wrong in the program. Your answers are safe; what happened stands in {file}",
                file=report,
            )
        )
    return WRONG_USE


def write_report(error: BaseException, surroundings: Surroundings, arguments: Sequence[str]) -> Path | None:
    """Keep what helps to find an error in the state folder, for the person to send or delete; None if impossible."""
    import platform
    import traceback
    from datetime import UTC, datetime

    from impactcards import __version__

    lines = [
        f"impactcards {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"arguments: {list(arguments)!r}",
        "",
        *traceback.format_exception(error),
    ]
    try:
        folder = surroundings.home.state / "reports"
        folder.mkdir(parents=True, exist_ok=True)
        report = folder / f"{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}-{os.getpid()}.txt"
        report.write_text("\n".join(lines), encoding="utf-8", errors="backslashreplace")
    except (OSError, UserError):
        return None
    return report


def _silence(stream: object) -> None:
    """Send what is still buffered for a reader that has gone nowhere, so that Python does not complain at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[attr-defined]
    except (OSError, AttributeError, ValueError):
        return
