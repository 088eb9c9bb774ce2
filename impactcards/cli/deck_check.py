"""What is wrong in a deck, and what its author might mend."""

from __future__ import annotations

from pathlib import Path

import click

from impactcards.cli.choosing import complete_deck
from impactcards.cli.language import say, spoken
from impactcards.cli.output import put, tell
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import argument, command, option
from impactcards.faults import Fault, FaultyFile
from impactcards.words import N_


@command(
    "check",
    N_(
        "Say what is wrong in decks, with line and column.\n\n"
        "DECK is an id or a file; without one, every deck at hand is checked, with all its translations. The exit status"
        " is 1 when there are faults; remarks count only with --strict."
    ),
)
@argument("decks", N_("[DECK]…"), nargs=-1, shell_complete=complete_deck)
@option("--strict", is_flag=True, help=N_("Let remarks count as faults."))
@click.pass_obj
def check(surroundings: Surroundings, decks: tuple[str, ...], strict: bool) -> int:
    """Print faults and remarks, each with its place."""
    library = surroundings.library
    paths = [library.find(deck) for deck in decks] if decks else [entry.path for entry in library.list()]
    worst = 0
    for path in paths:
        faults, remarks = faults_of(path, surroundings.max_bytes)
        for fault in faults:
            put(fault.worded(spoken()))
        for remark in remarks:
            put(say("{remark} (a remark)", remark=remark.worded(spoken())))
        if faults or (strict and remarks):
            worst = 1
        else:
            tell(say("{file}: nothing wrong.", file=path))
    return worst


def faults_of(path: Path, max_bytes: int) -> tuple[list[Fault], list[Fault]]:
    """Every fault and remark of a deck file and of all translations beside it, each once."""
    from impactcards.deck.loader import load_deck

    try:
        base = load_deck(path, max_bytes=max_bytes)
    except FaultyFile as faulty:
        return list(faulty.faults), []
    faults: dict[Fault, None] = {}
    remarks = dict.fromkeys(base.remarks)
    for language in base.overlays:
        loaded = load_deck(path, language=language, max_bytes=max_bytes, base_text=base.data)
        faults |= dict.fromkeys(loaded.overlay_faults)
        remarks |= dict.fromkeys(loaded.remarks)
    return list(faults), list(remarks)
