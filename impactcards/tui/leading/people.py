"""Who comes and who leaves, at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.sessions.people import known_as, names_in
from impactcards.tui.leading.taking_back import Taken

if TYPE_CHECKING:
    from impactcards.tui.leading.screen import LeadingScreen

#: More people than anybody counts by hand.
MOST = 500


def take_people(screen: LeadingScreen, text: str) -> None:
    """``Anna Ben``: they come. ``8``: so many are here. ``-Ben``: he leaves."""
    session, say = screen.session, screen.say
    text = text.strip()
    if text.isdecimal():
        session.set_people(min(int(text[:6]), MOST))
        screen.done(say("{people} are here.", people=say.plural("{n} person", "{n} people", session.people)))
        return
    if text[:1] in "-−–" and text[1:].strip():
        _leave(screen, text[1:].strip())
        return
    before = {person.id for person in session.participants()}
    people = session.people
    came = session.arrive(text)
    if not came:
        return
    names = ", ".join(person.name for person in came)
    together = say.plural("{n} person", "{n} people", session.people)
    screen.done(say("Here: {names}. Together {people}.", names=names, people=together))

    def back() -> None:
        for person in came:
            if person.id not in before:
                session.forget(person.id)
        session.set_people(people)

    screen.taken = Taken(f"@{text}", back)


def _leave(screen: LeadingScreen, names: str) -> None:
    session, say = screen.session, screen.say
    left, unknown = [], []
    for name, _ in names_in(names):
        person = known_as(name, session.participants())
        if person is None:
            unknown.append(name)
        else:
            session.leave(person.id)
            left.append(person.name)
    if unknown:
        screen.done(say("Nobody here is called {names}.", names=", ".join(unknown)))
    else:
        together = say.plural("{n} person", "{n} people", session.people)
        screen.done(
            say("Gone: {names}. {people} are still here; what they said stays.", names=", ".join(left), people=together)
        )


def next_author(screen: LeadingScreen, step: int, begins: str) -> None:
    """The next participant is the author of what comes, or the one whose name begins like that; or nobody."""
    session, say, line = screen.session, screen.say, screen.typing.line
    present = session.participants()
    if not present:
        screen.done(say("There are no names yet. @Anna Ben says who is here."))
        return
    known = known_as(begins, present) if begins else None
    if known is not None:
        screen.author = known.id
        line.put("")
    else:
        ring = ["", *(person.id for person in present)]
        at = ring.index(screen.author) if screen.author in ring else 0
        screen.author = ring[(at + step) % len(ring)]
    screen.show_all()
