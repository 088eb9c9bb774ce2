"""What does not hang together in a strategy, printed; and what is waived."""

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
    from impactcards.strategy.opened import OpenStrategy
    from impactcards.strategy.strategy import Strategy


@command(
    "check",
    N_(
        "Say what does not hang together in a strategy.\n\n"
        "The exit status is 1 when there is something; what is waived does not count. ID is what --ids shows, or any"
        " unique beginning of it."
    ),
)
@argument("name", N_("NAME"), shell_complete=complete_strategy)
@option("--ids", is_flag=True, help=N_("With the id of each, and with what is waived."))
@option("--json", "as_json", is_flag=True, help=N_("As JSON, for another program."))
@option("--waive", metavar=N_("ID"), help=N_("Waive a finding: it is seen, and stays as it is."))
@option("--reason", metavar=N_("TEXT"), help=N_("Why it is waived. The document prints it."))
@option("--take-back", metavar=N_("ID"), help=N_("Say a waived finding again."))
@click.pass_obj
def check(
    surroundings: Surroundings,
    name: str,
    ids: bool,
    as_json: bool,
    waive: str | None,
    reason: str | None,
    take_back: str | None,
) -> int:
    """Print the findings, in deck order and in the strategy's language; or waive one, or take that back."""
    from impactcards.strategy import folder

    if waive is not None or reason is not None or take_back is not None:
        from impactcards.cli import waive as waiving  # most checks waive nothing

        return waiving.change(surroundings, name, waive, reason, take_back)
    opened = folder.open_strategy(surroundings.home, surroundings.library, name, read_only=True)
    for fault in opened.faults:
        tell(fault.worded(spoken()))
    found = _found(opened)
    for damaged in opened.version_faults:  # looked for only now: findings read versions when they compare
        tell(damaged.worded(spoken()))
    status = 1 if found or opened.faults or opened.version_faults else 0
    if as_json:
        put_json([*(_as_data(finding, opened.strategy) for finding in found), *_waived_data(opened)])
        return status
    for finding in found:
        put(f"{finding.id}  {_as_line(finding, opened.strategy)}" if ids else _as_line(finding, opened.strategy))
    if ids and opened.strategy.lists.get("waived"):
        from impactcards.cli import waive as waiving

        waiving.show(opened)
    if found:
        tell(spoken().plural("{n} finding.", "{n} findings.", len(found)))
    elif not status:
        tell(say("Everything hangs together."))
    return status


def _found(opened: OpenStrategy) -> list[Finding]:
    from impactcards.strategy import findings
    from impactcards.strategy.dates import local_today

    return findings.find(opened.strategy, today=local_today())


def _as_line(finding: Finding, strategy: Strategy) -> str:
    card = strategy.deck.card(finding.card)
    sentence = finding.worded(words(strategy.language))
    return sentence if card is None or card.title in sentence else f"{card.title}: {sentence}"


def _as_data(finding: Finding, strategy: Strategy) -> dict[str, object]:
    speak = words(strategy.language)
    return {
        "id": finding.id,
        "rule": finding.rule,
        "card": finding.card,
        "row": finding.row,
        "column": finding.column,
        "cards": list(finding.cards),
        "message": finding.worded(speak),
        "reason": finding.reason(strategy.deck, speak),
        "waived": None,
    }


def _waived_data(opened: OpenStrategy) -> list[dict[str, object]]:
    """What is waived, in the same shape; one that does not exist any more has no sentence."""
    strategy = opened.strategy
    if not strategy.lists.get("waived"):
        return []
    from impactcards.strategy.dates import local_today
    from impactcards.strategy.waiving import set_aside

    listed = []
    for one in set_aside(strategy, today=local_today()):
        rule, card, row, column = (*one.waived.finding_id.split("/"), "", "", "", "")[:4]
        bare = {"rule": rule, "card": card, "row": row, "column": column, "cards": [], "message": "", "reason": ""}
        data = bare if one.finding is None else _as_data(one.finding, strategy)
        state = {"reason": one.waived.reason, "date": one.waived.date, "holds": one.finding is not None}
        listed.append({"id": one.waived.finding_id, **data, "waived": state})
    return listed
