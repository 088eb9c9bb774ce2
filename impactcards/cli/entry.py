"""From a command line to an exit status: 0 done, 1 findings or faults, 2 wrong use. No error leaves as a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from click.exceptions import Exit

from impactcards.cli import language
from impactcards.cli.failures import explain
from impactcards.cli.output import prepare_streams, tell
from impactcards.cli.program import GLOBAL_OPTIONS, program
from impactcards.cli.surroundings import Surroundings

NAME = "impactcards"

#: The variable in which a shell's completion script says what it wants.
COMPLETE = "_IMPACTCARDS_COMPLETE"


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    prepare_streams()
    ordered = global_options_first(arguments)
    surroundings = Surroundings(value_of("--home", ordered))
    try:
        language.speak(language.choose(value_of("--interface", ordered), os.environ, surroundings.interface_setting))
        for fault in surroundings.settings_faults:
            tell(fault.worded(language.spoken()))
        status = _complete() if COMPLETE in os.environ else _invoke(ordered, surroundings)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the one place where every error becomes words
        status = explain(error, surroundings, arguments)
    return status


def _invoke(ordered: list[str], surroundings: Surroundings) -> int:
    """Run the command. click's own ``main`` is not used: it catches errors and ends the process by itself."""
    try:
        with program.make_context(NAME, ordered, obj=surroundings) as context:
            status = program.invoke(context)
    except Exit as left:  # help, or the version
        return left.exit_code
    return status if isinstance(status, int) else 0


def _complete() -> int:
    """Answer a shell that asks how the line could go on."""
    from click.shell_completion import shell_complete

    return shell_complete(program, {}, NAME, COMPLETE, os.environ[COMPLETE])


def global_options_first(arguments: Sequence[str]) -> list[str]:
    """The same command line with the global options in front, so that they may also stand behind a command."""
    first: list[str] = []
    rest: list[str] = []
    remaining = iter(arguments)
    for argument in remaining:
        if argument == "--":
            rest += [argument, *remaining]
        elif argument in GLOBAL_OPTIONS:
            value = next(remaining, None)
            if value is None:
                rest.append(argument)
            else:
                first += [argument, value]
        elif argument.partition("=")[0] in GLOBAL_OPTIONS:
            first.append(argument)
        else:
            rest.append(argument)
    return first + rest


def value_of(option: str, ordered: Sequence[str]) -> str | None:
    """The value a global option is given in ``ordered``, before click reads it; None if it is not there."""
    found = None
    for place, argument in enumerate(ordered):
        name, equals, value = argument.partition("=")
        if argument == "--" or not name.startswith("-"):
            if place and ordered[place - 1] in GLOBAL_OPTIONS:
                continue
            break
        if name == option:
            found = value if equals else next(iter(ordered[place + 1 :]), None)
    return found
