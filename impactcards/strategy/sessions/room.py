"""What the wall may show: a plain picture of the session in which nothing stands that the room must not see.

:func:`room` gives (all keys are always there)::

    v: 1
    name: the strategy's                     language: its BCP 47 tag
    phase: arrival | card | break | closing
    suit: {symbol, title, color} | null      card_title, prompt: texts, empty without a card
    place: {at, of}                          which card of how many; at is 0 before the first; a break: the last one
    step, steps                              the step in hand and those of the card; empty without a card
    blank                                    whether the wall is blank now
    hot_seat                                 whether somebody else has the keyboard; then there are no ideas
    hints: [text]                            only when asked for
    ideas: [{number, text, voices, votes, mark, parts: [number]}]
                                             those that stand for themselves; none before *collect*; votes is null
                                             until the voting is over. mark: "new" (called out last) | "asked" (hands up
                                             now) | "chosen" (a winner) | "tied" (as many votes as the last winner) | ""
    votes: {cast, all} | null                only in *vote*; all is 0 if nobody knows how many people there are
    ratings: {values, low, high, labels, unit, middle, mean} | null
                                             only once the voting is over; values in order, nobody's name; labels by
                                             figure ("1")
    decision: {lines: [text], note} | null   from *decide* on; the answer in lines, and a tie in words
    clock: {left, running, changed}          the step's: seconds left at changed (seconds since the epoch)
    session_clock: {left, running, changed}  the same of the whole session
    behind: minutes, whole; negative: ahead
    parked, actions: how many there are of this session
    session_over                             the session has ended
    break: minutes | null                    joker: text | null

Never in it: notes, facilitation, why, pitfall and example of a card, ideas before *collect*, who said or voted what, a
sealed card's answer, and while somebody else has the keyboard any idea.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.deck.kinds import NumberAnswer, ScaleAnswer
from impactcards.strategy import kinds
from impactcards.strategy.sessions.steps import COLLECT, DECIDE, STEPS, VOTE, rates
from impactcards.strategy.sessions.timing import BREAK
from impactcards.words import words

if TYPE_CHECKING:
    from impactcards.deck.model import Card
    from impactcards.strategy.sessions.clock import Clock
    from impactcards.strategy.sessions.proposal import Proposal
    from impactcards.strategy.sessions.session import Session


def room(session: Session, now: float) -> dict[str, Any]:
    """What the wall may show at ``now``. Plain data for JSON; see the top of this module."""
    strategy, card = session.strategy, session.card
    suit = strategy.deck.suit_of(card) if card is not None else None
    agenda = session.agenda
    phase = session.phase
    proposal = session.proposal() if card is not None and _reached(session, DECIDE) else None
    return {
        "v": 1,
        "name": strategy.name,
        "language": strategy.language,
        "phase": phase,
        "suit": {"symbol": suit.symbol, "title": suit.title, "color": suit.color} if suit else None,
        "card_title": card.title if card else "",
        "prompt": card.prompt if card else "",
        "place": {
            "at": sum(bool(e.card) and not e.left_out for e in agenda.entries[: max(0, session.at + 1)]),
            "of": len(agenda.cards),
        },
        "step": session.step,
        "steps": list(session.steps),
        "blank": session.blank,
        "hot_seat": session.hot_seat is not None,
        "hints": list(card.hints) if card is not None and session.hints_shown else [],
        "ideas": _ideas(session, card, proposal),
        "votes": {"cast": session.votes_cast(), "all": session.votes_all()} if session.step == VOTE else None,
        "ratings": _ratings(session, card),
        "decision": _decision(session, card, proposal),
        "clock": _clock(session.clock, now),
        "session_clock": _clock(session.clock_of_session, now),
        "behind": round(session.behind()),
        "parked": sum(line.session == session.id for line in session.parked()),
        "actions": len(session.actions()),
        "session_over": session.ended,
        "break": agenda.entries[session.at].minutes if phase == BREAK else None,
        "joker": session.joker or None,
    }


def _reached(session: Session, step: str) -> bool:
    return session.step in STEPS and STEPS.index(session.step) >= STEPS.index(step)


def _ideas(session: Session, card: Card | None, proposal: Proposal | None) -> list[dict[str, Any]]:
    if card is None or card.sealed or session.hot_seat is not None or not _reached(session, COLLECT):
        return []
    if rates(card):
        return []
    picked = session.winners() if proposal is not None else ()
    chosen = picked or (proposal.winners if proposal is not None else ())
    tied = proposal.tied if proposal is not None and not picked else ()
    groups = session.groups()
    newest = groups[-1].number if session.step == COLLECT and groups else 0
    listed = []
    for idea in groups:
        mark = ""
        if idea.number in chosen:
            mark = "chosen"
        elif idea.number in tied:
            mark = "tied"
        elif session.step == VOTE and idea.number == session.asked:
            mark = "asked"
        elif idea.number == newest:
            mark = "new"
        listed.append(
            {
                "number": idea.number,
                "text": idea.text,
                "voices": session.voices(idea.number),
                "votes": idea.votes if session.votes_closed else None,
                "mark": mark,
                "parts": list(idea.parts),
            }
        )
    return listed


def _ratings(session: Session, card: Card | None) -> dict[str, Any] | None:
    if card is None or card.sealed or not rates(card) or not session.votes_closed:
        return None
    spread = session.spread()
    values = sorted(rating.value for rating in session.ratings())
    if spread is None:
        return None
    kind = card.answer
    scale = kind if isinstance(kind, ScaleAnswer) else None
    return {
        "values": values,
        "low": scale.low if scale else spread.low,
        "high": scale.high if scale else spread.high,
        "labels": {str(step): label for step, label in scale.labels.items()} if scale else {},
        "unit": kind.unit if isinstance(kind, NumberAnswer) else "",
        "middle": spread.middle,
        "mean": round(spread.mean, 2),
    }


def _decision(session: Session, card: Card | None, proposal: Proposal | None) -> dict[str, Any] | None:
    if card is None or card.sealed or proposal is None:
        return None
    say = words(session.strategy.language)
    decided = session.decision is not None and session.decision.value is not None
    lines = kinds.as_lines(card, session.strategy, say) if decided else []
    return {"lines": lines, "note": say(proposal.note) if proposal.note is not None and not decided else ""}


def _clock(clock: Clock, now: float) -> dict[str, Any]:
    since = clock.running_since
    return {
        "left": round(clock.seconds, 2),
        "running": clock.running,
        "changed": round(since if since is not None else now, 2),
    }


__all__ = ["room"]
