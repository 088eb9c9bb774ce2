"""Answers from a YAML file, all or nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from impactcards.cli.choosing import complete_strategy
from impactcards.cli.language import say, spoken
from impactcards.cli.output import put, tell
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import argument, command, option
from impactcards.deck.loader import read_bytes
from impactcards.faults import UserError
from impactcards.words import N_, words
from impactcards.yamltext import MAX_BYTES


@command(
    "fill",
    N_(
        "Take answers from a YAML file.\n\n"
        "FILE gives a value for each card id; - is standard input. Items and picks are named by their text. If anything"
        " in it is wrong, nothing is taken."
    ),
)
@argument("name", N_("NAME"), shell_complete=complete_strategy)
@argument("file", N_("FILE"), type=click.Path(allow_dash=True))
@option("--dry-run", is_flag=True, help=N_("Only say what would change."))
@click.pass_obj
def fill(surroundings: Surroundings, name: str, file: str, dry_run: bool) -> int:
    """Fill a strategy from a file and save it. The changed cards are printed, each with its answer in a line."""
    from impactcards.document import document_of
    from impactcards.strategy import folder
    from impactcards.strategy.fill import fill as take
    from impactcards.strategy.kinds import as_line

    opened = folder.open_strategy(surroundings.home, surroundings.library, name)
    if opened.read_only_reason is not None:
        raise UserError(opened.read_only_reason)
    label = say("standard input") if file == "-" else file
    content = sys.stdin.buffer.read() if file == "-" else read_bytes(Path(file), MAX_BYTES)
    strategy = opened.strategy
    result = take(strategy, content, file=label)
    for card_id, _ in result.changes:
        card = strategy.deck.card(card_id)
        if card is not None:
            put(f"{card.title}: {as_line(card, strategy, words(strategy.language))}")
    changed = spoken().plural("{n} card filled.", "{n} cards filled.", len(result.changes))
    if dry_run:
        tell(say("{changed} Nothing is saved: this was a dry run.", changed=changed))
        return 0
    saved = opened.save(document_of(opened.folder))
    if saved.error is not None:
        raise UserError(saved.error)
    tell(changed)
    return 0
