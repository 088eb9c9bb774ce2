"""Leaving a session: for now, to go on today or tomorrow; or for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from impactcards.tui.leading.screen import LeadingScreen


def ask_to_leave(screen: LeadingScreen) -> None:
    """Whether the session goes on another time, or is over."""
    from impactcards.tui.screens.dialogs import Choice, Choose

    say, session = screen.say, screen.session
    if session.ended:
        screen.leave_now()
        return
    choices = [
        Choice("stay", say("Stay"), say("Nothing happens.")),
        Choice(
            "rest",
            say("Go on another time"),
            say("The clocks stand still. It goes on exactly here, today or tomorrow."),
        ),
        Choice("end", say("End the session"), say("The minutes are done. What was not played stays open.")),
    ]

    def take(chosen: str | None) -> None:
        if chosen == "rest":
            session.rest()
            screen.leave_now()
        elif chosen == "end":
            _end(screen)

    screen.app.push_screen(Choose(say("Leave the session?"), choices, say), take)


def end_session(screen: LeadingScreen) -> None:
    """Ask, and end it."""
    from impactcards.tui.screens.dialogs import Question

    say, session = screen.say, screen.session
    if session.ended:
        screen.leave_now()
        return
    coming = [entry for entry in session.agenda.entries[session.at + 1 :] if entry.card and not entry.left_out]
    text = say("End the session? The minutes are in the document.")
    if coming:
        text = say.plural(
            "End the session? {n} card of the agenda was not played; it stays open.",
            "End the session? {n} cards of the agenda were not played; they stay open.",
            len(coming),
        )

    def answer(yes: bool | None) -> None:
        if yes:
            _end(screen)

    screen.app.push_screen(Question(text, say, yes=say("End it"), no=say("Go on")), answer)


def _end(screen: LeadingScreen) -> None:
    """It is over: say what it came to, and offer the minutes."""
    from impactcards.tui.screens.dialogs import Choice, Choose

    say, session = screen.say, screen.session
    decided = sum(held.decision is not None and held.decision.value is not None for held in session.record.rounds)
    actions = len(session.actions())
    session.end()
    screen.show_view()
    title = " ".join(
        (
            say("The session is over."),
            say.plural("{n} card decided,", "{n} cards decided,", decided),
            say.plural("{n} action.", "{n} actions.", actions),
        )
    )
    choices = [
        Choice("leave", say("Leave"), say("Everything is saved.")),
        Choice("document", say("Read the document"), say("With the minutes of this session in it.")),
    ]

    def take(chosen: str | None) -> None:
        if chosen == "leave":
            screen.leave_now()
        elif chosen == "document":
            screen.show_minutes()

    screen.app.push_screen(Choose(title, choices, say), take)
