"""How the plan stands, in a few words."""

from __future__ import annotations

from impactcards.strategy.sessions import Session
from impactcards.strategy.sessions.timing import ARRIVAL
from impactcards.words import Words


def plan_in_words(session: Session, say: Words) -> str:
    """``2 min behind``, ``on time``, ``3 min ahead``; empty before the first card."""
    if session.phase == ARRIVAL:
        return ""
    behind = round(session.behind())
    if behind >= 1:
        return say.plural("{n} min behind", "{n} min behind", behind)
    if behind <= -1:
        return say.plural("{n} min ahead", "{n} min ahead", -behind)
    return say("on time")
