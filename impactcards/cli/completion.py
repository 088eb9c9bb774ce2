"""Completion of commands, options and names by the shell."""

from __future__ import annotations

import click

from impactcards.cli.output import put
from impactcards.cli.translated import argument, command
from impactcards.words import N_


@command(
    "completion",
    N_(
        "Print the script that completes commands in a shell.\n\n"
        "SHELL is bash, zsh or fish. For bash, for instance:\n\n"
        "\b\n"
        '    eval "$(impactcards completion bash)"'
    ),
)
@argument("shell", N_("SHELL"), type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> int:
    """Print click's script for one shell."""
    from click.shell_completion import get_completion_class

    completer = get_completion_class(shell)
    if completer is None:
        raise click.BadParameter(shell)
    from impactcards.cli.entry import COMPLETE, NAME

    put(completer(ctx.find_root().command, {}, NAME, COMPLETE).source())
    return 0
