"""The program's commands by name, and the options that belong to all of them."""

from __future__ import annotations

import click

from impactcards import __version__
from impactcards.cli.output import in_terminal
from impactcards.cli.surroundings import MAX_DECK_MB, Surroundings
from impactcards.cli.translated import Amount, Commands, Option, option
from impactcards.words import N_

#: Options of the program that take a value; they may stand anywhere on the command line.
GLOBAL_OPTIONS = ("--home", "--interface", "--max-deck")

_ROOM = "impactcards.cli"


@click.group(
    cls=Commands,
    invoke_without_command=True,
    no_args_is_help=False,
    late={
        "new": f"{_ROOM}.play:new",
        "open": f"{_ROOM}.play:open_",
        "demo": f"{_ROOM}.demo:demo",
        "fill": f"{_ROOM}.fill:fill",
        "check": f"{_ROOM}.check:check",
        "document": f"{_ROOM}.document:document",
        "review": f"{_ROOM}.review:review",
        "lead": f"{_ROOM}.lead:lead",
        "watch": f"{_ROOM}.watch:watch",
        "versions": f"{_ROOM}.versions:versions",
        "list": f"{_ROOM}.shelf:list_",
        "rename": f"{_ROOM}.shelf:rename",
        "archive": f"{_ROOM}.shelf:archive",
        "deck": f"{_ROOM}.deck:deck",
        "completion": f"{_ROOM}.completion:completion",
    },
    help=N_(
        "Play a deck of cards, get a social media strategy.\n\n"
        "Without a command: the shelf, with your strategies and the decks."
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@option("--home", metavar=N_("DIR"), help=N_("Keep strategies, decks and settings in this folder."))
@option("--interface", metavar=N_("TAG"), help=N_("The language of the program: en or de."))
@option(
    "--max-deck",
    type=Amount(whole=False),
    metavar=N_("MB"),
    help=N_("How large a deck may be, in megabytes (otherwise 1)."),
)
@click.version_option(__version__, message="impactcards %(version)s", cls=Option, help=N_("Show the version and exit."))
@click.pass_context
def program(
    ctx: click.Context,
    home: str | None,  # noqa: ARG001 - read before click reads anything: see the entry
    interface: str | None,  # noqa: ARG001 - the same
    max_deck: float | None,
) -> int | None:
    """The shelf, unless a command is given."""
    surroundings = ctx.ensure_object(Surroundings)
    surroundings.max_bytes = int((max_deck or MAX_DECK_MB) * 1_000_000)
    if ctx.invoked_subcommand is not None:
        return None
    if in_terminal():
        from impactcards.cli.play import draw

        draw(surroundings, None)
        return 0
    from impactcards.cli.shelf import print_shelf

    return print_shelf(surroundings)
