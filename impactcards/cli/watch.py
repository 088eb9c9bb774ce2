"""What the room sees of a session: the wall, in a second terminal or on a second machine."""

from __future__ import annotations

import click

from impactcards.cli.choosing import complete_strategy
from impactcards.cli.language import spoken
from impactcards.cli.output import in_terminal
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import argument, command
from impactcards.faults import UserError
from impactcards.words import N_, Message


@command(
    "watch",
    N_(
        "Show the room what a session is at.\n\n"
        "For a projector: a second terminal on the same machine, or a second machine on a shared folder. It follows the"
        " session that “impactcards lead NAME” runs, and waits for one that has not begun. It reads only, and shows"
        " nothing that is still hidden; q closes it."
    ),
)
@argument("name", N_("NAME"), shell_complete=complete_strategy)
@click.pass_obj
def watch(surroundings: Surroundings, name: str) -> int:
    """Find the strategy's folder, and show its session until the person leaves."""
    from impactcards.strategy.listing import entry_of
    from impactcards.strategy.lookup import find

    folder = find(surroundings.home, name)
    if not in_terminal():
        raise UserError(
            Message(N_("The wall needs a terminal. What it shows stands in {file}."), file=folder / "session.json")
        )
    from impactcards.tui.room import watching

    entry = entry_of(folder)
    watching.run(folder, entry.name, spoken(), theme=surroundings.settings.theme)
    return 0
