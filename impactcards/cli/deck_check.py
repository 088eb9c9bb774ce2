"""What is wrong in a deck, and what its author might mend."""

from __future__ import annotations

import click

from impactcards.cli.choosing import complete_deck
from impactcards.cli.language import say, spoken
from impactcards.cli.output import put, tell
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import argument, command, option
from impactcards.words import N_


@command(
    "check",
    N_(
        "Say what is wrong in decks, with line and column.\n\n"
        "DECK is an id or a file; without one, every deck at hand is checked, with all its translations. The exit"
        " status is 1 when there are faults; remarks count only with --strict."
    ),
)
@argument("decks", N_("[DECK]…"), nargs=-1, shell_complete=complete_deck)
@option("--strict", is_flag=True, help=N_("Let remarks count as faults."))
@click.pass_obj
def check(surroundings: Surroundings, decks: tuple[str, ...], strict: bool) -> int:
    """Print faults and remarks, each with its place."""
    from impactcards.deck.check import check_deck

    library = surroundings.library
    paths = [library.find(deck) for deck in decks] if decks else [entry.path for entry in library.list()]
    worst = 0
    for path in paths:
        report = check_deck(path, max_bytes=surroundings.max_bytes)
        for fault in report.faults:
            put(fault.worded(spoken()))
        for remark in report.remarks:
            put(say("{remark} (a remark)", remark=remark.worded(spoken())))
        if report.faults or (strict and report.remarks):
            worst = 1
        else:
            tell(say("{file}: nothing wrong.", file=path))
    return worst
