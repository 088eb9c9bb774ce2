"""``check --waive`` and ``check --take-back``: findings set aside, and said again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from impactcards.cli.language import say
from impactcards.cli.output import put, tell
from impactcards.faults import UserError
from impactcards.words import N_, Message, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from impactcards.cli.surroundings import Surroundings
    from impactcards.strategy.opened import OpenStrategy

# So many ids are told apart in a sentence.
_MANY = 8


def change(surroundings: Surroundings, name: str, waive: str | None, reason: str | None, take_back: str | None) -> int:
    """Waive one finding or take one back, save, and say what was done. Raises :class:`UserError`."""
    from impactcards.document import strategy_markdown
    from impactcards.strategy import folder, waiving
    from impactcards.strategy.dates import local_today
    from impactcards.strategy.findings import find

    if waive is not None and take_back is not None:
        raise click.UsageError(say("--waive and --take-back do not go together. Do one after the other."))
    if waive is None and take_back is None:
        raise click.UsageError(say("--reason goes with --waive ID."))
    if waive is not None and not (reason or "").strip():
        raise click.UsageError(say("Waiving a finding needs a reason, for whoever reads the document: --reason TEXT"))
    if take_back is not None and reason is not None:
        raise click.UsageError(say("--reason goes with --waive ID."))
    opened = folder.open_strategy(surroundings.home, surroundings.library, name)
    if opened.read_only_reason is not None:
        raise UserError(opened.read_only_reason)
    strategy = opened.strategy
    speak = words(strategy.language)
    if waive is not None:
        found = {finding.id: finding for finding in find(strategy, today=local_today())}
        chosen = _chosen(waive, list(found), N_("There is no finding “{id}”."), N_("There is none to waive."))
        waiving.waive(strategy, chosen, reason or "")
        done = say("Waived: {finding}", finding=found[chosen].worded(speak))
    else:
        known = [entry.finding_id for entry in waiving.waived(strategy)]
        chosen = _chosen(
            take_back or "", known, N_("Nothing is waived that begins with “{id}”."), N_("Nothing is waived at all.")
        )
        waiving.take_back(strategy, chosen)
        done = say("No longer waived: {id}", id=chosen)
    saved = opened.save(strategy_markdown)
    if saved.error is not None:
        raise UserError(saved.error)
    tell(done)
    return 0


def show(opened: OpenStrategy) -> None:
    """The waived findings, a line each, with day and reason."""
    from impactcards.strategy.dates import local_today, show_date
    from impactcards.strategy.waiving import set_aside

    strategy = opened.strategy
    speak = words(strategy.language)
    for one in set_aside(strategy, today=local_today()):
        day = show_date(one.waived.date, strategy.language) if one.waived.date else "…"
        if one.finding is None:
            state = speak("Waived on {date} and no longer there. {reason}", date=day, reason=one.waived.reason)
        else:
            sentence = one.finding.worded(speak)
            state = speak(
                "{finding} Waived on {date}: {reason}", finding=sentence, date=day, reason=one.waived.reason or "…"
            )
        put(f"{one.waived.finding_id}  {state.strip()}")


def _chosen(begun: str, ids: Sequence[str], unknown: str, none: str) -> str:
    """The id that is meant: the whole, or the only one that begins so. Raises :class:`UserError`."""
    if begun in ids:
        return begun
    fits = [known for known in ids if begun and known.startswith(begun)]
    if len(fits) == 1:
        return fits[0]
    shown = fits or ids
    listed = ", ".join(shown[:_MANY]) + (", …" if len(shown) > _MANY else "")
    if fits:
        raise UserError(
            Message(N_("“{id}” could be any of these: {known}. Type more of the id."), id=begun, known=listed)
        )
    if not ids:
        raise UserError(Message(none))
    raise UserError(Message(N_("{problem} There are: {known}."), problem=Message(unknown, id=begun), known=listed))


__all__ = ["change", "show"]
