"""What the area shows in each step: one file a step. :func:`view_of` gives the one for where the session is."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from impactcards.strategy.sessions.steps import VOTE, rates
from impactcards.strategy.sessions.timing import ARRIVAL
from impactcards.tui.leading.views.view import View

if TYPE_CHECKING:
    from impactcards.tui.leading.screen import LeadingScreen

#: Where the session is -> the class, and the module it is in; each is imported when it is first needed.
_VIEWS = {
    "people": ("arrival", "ArrivalView"),
    "last-time": ("last_time", "LastTimeView"),
    "agenda": ("agenda", "AgendaView"),
    "break": ("pause", "PauseView"),
    "read": ("read", "ReadView"),
    "write": ("read", "WriteView"),
    "collect": ("collect", "CollectView"),
    "merge": ("merge", "MergeView"),
    "vote": ("vote", "VoteView"),
    "rate": ("rate", "RateView"),
    "decide": ("decide", "DecideView"),
    "act": ("act", "ActView"),
    "closing": ("over", "OverView"),
}


def view_of(screen: LeadingScreen) -> View:
    """The view for where the session of a screen is."""
    module, name = _VIEWS[_where(screen)]
    return cast("type[View]", getattr(import_module(f"{__name__}.{module}"), name))(screen)


def pages_before(screen: LeadingScreen) -> tuple[str, ...]:
    """What is gone through before the first card."""
    session = screen.session
    open_still = bool(session.open_actions() or session.parked())
    return ("people", *(("last-time",) if open_still or screen.page == "last-time" else ()), "agenda")


def _where(screen: LeadingScreen) -> str:
    session = screen.session
    card = session.card
    if session.phase == ARRIVAL:
        return screen.page
    if card is None:
        return session.phase
    return "rate" if session.step == VOTE and rates(card) else session.step
