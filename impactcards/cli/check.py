"""What does not hang together in a strategy, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from impactcards.cli.choosing import complete_strategy
from impactcards.cli.language import say, spoken
from impactcards.cli.output import put, put_json, tell
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import argument, command, option
from impactcards.words import N_, words

if TYPE_CHECKING:
    from impactcards.strategy.findings import Finding
    from impactcards.strategy.strategy import Strategy


@command("check", N_("Say what does not hang together in a strategy.\n\nThe exit status is 1 when there is something."))
@argument("name", N_("NAME"), shell_complete=complete_strategy)
@option("--json", "as_json", is_flag=True, help=N_("As JSON, for another program."))
@click.pass_obj
def check(surroundings: Surroundings, name: str, as_json: bool) -> int:
    """Print the findings, in deck order and in the strategy's language."""
    from impactcards.strategy import findings, folder
    from impactcards.strategy.dates import local_today

    opened = folder.open_strategy(surroundings.home, surroundings.library, name, read_only=True)
    for fault in opened.faults:
        tell(fault.worded(spoken()))
    found = findings.find(opened.strategy, today=local_today())
    if as_json:
        put_json([_as_data(finding, opened.strategy) for finding in found])
    else:
        for finding in found:
            put(_as_line(finding, opened.strategy))
        if found:
            tell(spoken().plural("{n} finding.", "{n} findings.", len(found)))
        elif not opened.faults:
            tell(say("Everything hangs together."))
    return 1 if found or opened.faults else 0


def _as_line(finding: Finding, strategy: Strategy) -> str:
    card = strategy.deck.card(finding.card)
    sentence = finding.worded(words(strategy.language))
    return sentence if card is None or card.title in sentence else f"{card.title}: {sentence}"


def _as_data(finding: Finding, strategy: Strategy) -> dict[str, object]:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "card": finding.card,
        "row": finding.row,
        "column": finding.column,
        "cards": list(finding.cards),
        "message": finding.worded(words(strategy.language)),
    }
