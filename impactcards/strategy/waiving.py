"""Waiving: a finding that somebody has seen and sets aside, with a reason.

Nothing is refused: an id that no finding has (any more) can be waived, and so can one without a reason. Whoever asks
a person for the reason sees to it that there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.records import record
from impactcards.strategy.ageing import local_day

if TYPE_CHECKING:
    from datetime import date

    from impactcards.strategy.checks import Past
    from impactcards.strategy.findings import Finding
    from impactcards.strategy.strategy import Strategy


@record
class Waived:
    """One entry: the id of a finding, why it is set aside, and on which day that was (ISO; empty if nobody knows)."""

    finding_id: str
    reason: str = ""
    date: str = ""

    @property
    def card(self) -> str:
        """The id of the card the finding is about; empty if the entry names none."""
        return [*self.finding_id.split("/", 2), ""][1]


@record
class SetAside:
    """A waived finding as it stands now: ``finding`` is None where it does not exist (any more)."""

    waived: Waived
    finding: Finding | None


def waived(strategy: Strategy) -> list[Waived]:
    """What is waived, in the order in which it was; each finding once."""
    entries: dict[str, Waived] = {}
    for entry in strategy.lists.get("waived", ()):
        known = Waived(*(str(entry.get(key) or "").strip() for key in ("finding", "reason", "date")))
        if known.finding_id:
            entries.setdefault(known.finding_id, known)
    return list(entries.values())


def waive(strategy: Strategy, finding_id: str, reason: str = "") -> Waived:
    """Set a finding aside as of now. One that is waived already keeps its place and gets the new reason."""
    day = local_day(strategy.clock())
    made = Waived(finding_id, reason.strip(), day.isoformat() if day else "")
    entry = {"finding": finding_id, "reason": made.reason, "date": made.date}
    held = strategy.lists.get("waived", [])
    known = any(one.get("finding") == finding_id for one in held)
    changed = [{**one, **entry} if one.get("finding") == finding_id else one for one in held]
    strategy.lists["waived"] = changed if known else [*held, entry]
    strategy.touch()
    return made


def take_back(strategy: Strategy, finding_id: str) -> bool:
    """Let a finding be said again. Whether it was waived."""
    held = strategy.lists.get("waived", [])
    kept = [one for one in held if str(one.get("finding", "")).strip() != finding_id]
    if len(kept) == len(held):
        return False
    strategy.lists["waived"] = kept
    strategy.touch()
    return True


def set_aside(strategy: Strategy, *, today: date, past: Past | None = None) -> list[SetAside]:
    """What is waived, each with its finding as it stands today. Only the cards that are named are looked at."""
    from impactcards.strategy.findings import find

    entries = waived(strategy)
    cards = [card for name in {entry.card for entry in entries} if (card := strategy.deck.card(name)) is not None]
    by_id = {
        finding.id: finding
        for card in cards
        for finding in find(strategy, today=today, card=card, past=past, waived=True)
    }
    return [SetAside(entry, by_id.get(entry.finding_id)) for entry in entries]


__all__ = ["SetAside", "Waived", "set_aside", "take_back", "waive", "waived"]
