"""Less time than planned: what could be shortened or left out, as one question, and doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from impactcards.strategy.sessions import Shortening
    from impactcards.tui.leading.screen import LeadingScreen


def shorten(screen: LeadingScreen) -> None:
    """Ask how many minutes there are; then propose."""
    say, session = screen.say, screen.session
    left = max(0, round(session.clock_of_session.left(screen.now()) / 60))

    def take(text: str) -> None:
        words = text.split()
        if words and words[0].isdecimal():
            propose(screen, float(min(int(words[0][:5]), 1440)))
        else:
            screen.done(say("How many minutes are there still? A number, such as 45."))

    screen.typing.ask(say("minutes left"), take, ghost=say("planned: {n}; how many are there really?", n=left))


def propose(screen: LeadingScreen, minutes: float) -> None:
    """What would have to be shorter to be through in so many ``minutes``."""
    from impactcards.tui.screens.dialogs import Question

    say, session = screen.say, screen.session
    before = session.clock_of_session.left(screen.now()) / 60
    session.set_minutes_left(minutes)
    found = session.shorter()
    if not found.changes:
        screen.done(say("{n} minutes left. All cards fit as they are.", n=f"{minutes:g}"))
        return

    def answer(yes: bool | None) -> None:
        if yes:
            session.set_agenda(found.agenda)
            screen.sitting.take_agenda()
            screen.done(say("The plan is shorter now; {key} shows it.", key=screen.shown_key("agenda")))
        else:
            session.set_minutes_left(before)
            screen.done(say("The plan stays as it was."))

    screen.app.push_screen(
        Question(in_words(screen, found, minutes), say, yes=say("Shorten"), no=say("Leave it")), answer
    )


def in_words(screen: LeadingScreen, found: Shortening, minutes: float) -> str:
    """The proposal as a question."""
    say, deck = screen.say, screen.sitting.deck
    lines = [say("To be through in {n} minutes:", n=f"{minutes:g}"), ""]
    for change in found.changes:
        card = deck.card(change.card)
        title = card.title if card else say("Break")
        if change.left_out:
            lines.append(say("· leave out: {title}", title=title))
        else:
            lines.append(
                say("· {title}: {now} instead of {was} min", title=title, now=f"{change.now:g}", was=f"{change.was:g}")
            )
    if not found.fits:
        lines += ["", say("Even so it takes a little longer.")]
    lines += ["", say("What is left out stays open and can be gone to at any time.")]
    return "\n".join(lines)
