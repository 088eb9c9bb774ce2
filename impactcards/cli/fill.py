"""Answers from a YAML file, all or nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from impactcards.cli.choosing import complete_strategy
from impactcards.cli.language import say
from impactcards.cli.output import put, tell
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import argument, command, option
from impactcards.words import N_


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
    """Fill a strategy from a file and save it."""
    from impactcards.document import strategy_markdown
    from impactcards.strategy import folder
    from impactcards.strategy import fill as filling
    from impactcards.yamltext.reader import read

    opened = folder.open_strategy(surroundings.home, surroundings.library, name)
    label = say("standard input") if file == "-" else file
    content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    result = filling.fill(opened.strategy, read(content, file=label), file=label)
    return 0
