"""What is wrong in a deck, and what its author might mend."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from impactcards.cli.choosing import complete_deck
from impactcards.cli.language import say, spoken
from impactcards.cli.output import put, tell
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import argument, command, option
from impactcards.words import N_

if TYPE_CHECKING:
    from impactcards.deck.check import Report


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
    """Print faults and remarks, each with its place; then, to the person, what each deck holds."""
    from impactcards.deck.check import check_deck

    library = surroundings.library
    paths = [library.find(deck) for deck in decks] if decks else [entry.path for entry in library.list()]
    if not paths:
        tell(say("No deck was found, so nothing was checked."))
        return 1
    worst = 0
    for path in paths:
        report = check_deck(path, max_bytes=surroundings.max_bytes)
        for fault in report.faults:
            put(fault.worded(spoken()))
        for remark in report.remarks:
            put(say("{remark} (a remark)", remark=remark.worded(spoken())))
        if report.faults or (strict and report.remarks):
            worst = 1
        tell(f"{verdict(path, report)} {contents(report)}".rstrip())
    return worst


def verdict(path: Path, report: Report) -> str:
    """How a deck stands, in a few words."""
    plural = spoken().plural
    if not report.faults and not report.remarks:
        return say("{file}: nothing wrong.", file=path)
    parts = [
        plural("{n} fault", "{n} faults", len(report.faults)) if report.faults else "",
        plural("{n} remark", "{n} remarks", len(report.remarks)) if report.remarks else "",
    ]
    return say("{file}: {what}.", file=path, what=", ".join(filter(None, parts)))


def contents(report: Report) -> str:
    """What a deck holds, and how much of it is said in each language; nothing of a deck that cannot be read."""
    plural, counts = spoken().plural, report.counts
    parts = []
    if counts:
        parts = [
            plural("{n} card", "{n} cards", counts["cards"]),
            say("{n} of them core", n=report.core),
            plural("{n} suit", "{n} suits", counts["suits"]),
            say("{n} min", n=f"{report.minutes:g}"),
            plural("{n} recipe", "{n} recipes", counts["recipes"]),
        ]
    for tag, percent in report.translated.items():
        parts.append(
            say("{language} with faults", language=tag) if percent is None else f"{tag} {percent} %",
        )
    return ", ".join(parts)
