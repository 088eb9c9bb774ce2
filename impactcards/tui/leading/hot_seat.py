"""The keyboard in somebody else's hands: what the others wrote is hidden until it is given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.sessions.people import known_as

if TYPE_CHECKING:
    from impactcards.strategy.sessions import Idea
    from impactcards.tui.leading.screen import LeadingScreen


class HotSeat:
    """Who has the keyboard since when; it sees only what was written since."""

    def __init__(self, screen: LeadingScreen) -> None:
        self._screen = screen
        self._author_before = screen.author
        self._from = len(screen.session.ideas())

    @property
    def name(self) -> str:
        """Their name, or an empty text."""
        seat = self._screen.session.hot_seat
        return self._screen.session.name_of(seat) if seat else ""

    def ideas(self) -> tuple[Idea, ...]:
        """What was written since the keyboard was handed over."""
        return self._screen.session.ideas()[self._from :]

    def end(self) -> None:
        """The facilitator has it again."""
        screen, say = self._screen, self._screen.say
        written, name = len(self.ideas()), self.name or say("Somebody")
        screen.session.take_back_keyboard()
        screen.author, screen.hot_seat = self._author_before, None
        screen.done(
            say.plural(
                "You have the keyboard again. {name} wrote {n} idea.",
                "You have the keyboard again. {name} wrote {n} ideas.",
                written,
                name=name,
            )
        )


def hand_over(screen: LeadingScreen) -> None:
    """Ask who takes the keyboard, and hide what the others wrote."""
    say, session = screen.say, screen.session
    if screen.hot_seat is not None:
        screen.hot_seat.end()
        return
    rated = screen.view.step == "vote" and screen.view.types
    if session.card is None or (session.step not in ("write", "collect") and not rated):
        screen.done(say("The keyboard is handed over while ideas or figures are written."))
        return

    def take(text: str) -> None:
        person = known_as(text, session.participants())
        if session.step == "write":
            screen.go_to_step("collect" if "collect" in session.steps else "vote")
        seat = HotSeat(screen)
        session.hand_over(person.id if person else "")
        screen.hot_seat, screen.author = seat, person.id if person else ""
        who = person.name if person else say("Somebody")
        screen.typing.begin()
        screen.done(say("{name} has the keyboard. What the others wrote is hidden; Esc gives it back.", name=who))

    screen.typing.ask(say("to whom"), take, ghost=say("a name, or Enter: without a name"), empty_too=True)
