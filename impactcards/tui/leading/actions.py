"""Actions as they were understood: what, who, until when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content

from impactcards.strategy.dates import show_date
from impactcards.tui.widgets.rows.wrap import folded
from impactcards.words import Words

if TYPE_CHECKING:
    from impactcards.strategy.sessions import Action, Session
    from impactcards.tui.leading.screen import LeadingScreen


def who_and_when(action: Action, session: Session, say: Words) -> str:
    """``Anna · by Fri 5 Dec 2027``, or ``nobody yet · no date``."""
    who = session.name_of(action.who) if action.who else say("nobody yet")
    language = session.strategy.language
    day = show_date(action.until, language, weekday=True) if action.until else ""
    return " · ".join((who, say("by {date}", date=day) if day else say("no date")))


def action_lines(actions: Iterable[Action], session: Session, say: Words, width: int) -> list[Content]:
    """A line or two for each action, with who does it until when at its end."""
    lines = []
    for action in actions:
        tail = who_and_when(action, session, say)
        room = width - Content(tail).cell_length - 6
        parts = folded(action.text, max(20, room), 2)
        for n, part in enumerate(parts):
            gap = " " * max(2, width - 2 - Content(part).cell_length - Content(tail).cell_length)
            lines.append(Content.assemble("· " if n == 0 else "  ", part, (gap + tail if n == 0 else "", "$quiet")))
    return lines


def note_action(screen: LeadingScreen, text: str) -> None:
    """Note an action, and say how it was understood."""
    action = screen.session.act(text)
    if action is None:
        return
    said = f"‹{action.text}› · {who_and_when(action, screen.session, screen.say)}"
    screen.done(screen.say("Action: {what}", what=said))
