"""Asking for the answer of a card, where there is something to ask, and what is said when one leaves it."""

from __future__ import annotations

from impactcards.deck.model import Card
from impactcards.plain.asks import ASKS
from impactcards.plain.sitting import Sitting
from impactcards.strategy.findings import find
from impactcards.strategy.hand import blocked_by
from impactcards.words import words


def ask(sitting: Sitting, card: Card) -> None:
    """Ask for the answer until the person goes on. Raises a move where a command leaves the card."""
    say = sitting.say
    first = blocked_by(card, sitting.strategy)
    if sitting.strategy.answer(card.id).raw is not None:
        sitting.tell(say("This answer cannot be read. It stays in the file as it is; an empty line goes on."))
    elif first is not None:
        sitting.tell(
            say(
                "This card asks about each entry of “{title}”, which has none yet. {go} opens it,"
                " an empty line goes on.",
                title=first.title,
                go=f"{say('/go')} {sitting.number(first) or first.title}",
            )
        )
    else:
        ASKS[card.answer.kind](sitting, card)
        return
    while sitting.line().strip():
        sitting.tell(say("An empty line goes on."))


def say_findings(sitting: Sitting, card: Card) -> None:
    """What does not hang together about an answer, said when one leaves it."""
    if not sitting.strategy.answer(card.id).answered:
        return
    speak = words(sitting.strategy.language)
    for finding in find(sitting.strategy, today=sitting.today, hand=sitting.hand, card=card):
        sitting.tell(sitting.say("Worth a look: {finding}", finding=finding.worded(speak)))


__all__ = ["ask", "say_findings"]
