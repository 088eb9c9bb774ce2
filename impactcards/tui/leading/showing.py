"""How a session looks: the card's face, the clock, how the plan stands, the steps, and the area of the step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.sessions.timing import ARRIVAL
from impactcards.tui.editors import Editor
from impactcards.tui.keys import Deed
from impactcards.tui.leading.area import Area
from impactcards.tui.leading.clock import StepClock
from impactcards.tui.leading.deeds import named
from impactcards.tui.leading.plan import plan_in_words
from impactcards.tui.leading.steps_row import StepsRow
from impactcards.tui.leading.views import pages_before
from impactcards.tui.playing.showing import Showing
from impactcards.tui.widgets.header import BAR_FROM

if TYPE_CHECKING:
    from impactcards.tui.leading.screen import LeadingScreen


class LeadShowing(Showing):
    """Shows the session of the screen. Nothing here changes it."""

    _screen: LeadingScreen

    def show_card(self, *, focus: bool = True) -> None:
        """The card's face, and the editor of its answer, which stays out of sight until it is decided on."""
        self.show_faces()
        self._show_editor(self._sitting.card, focus)
        self.show_progress()

    def show_faces(self) -> None:
        """The front of the card; its back is never turned up here."""
        self.face.show(self._sitting.card, self._sitting.deck)

    def place_editor(self, editor: Editor) -> None:
        self._screen.query_one("#answer").mount(editor)

    def show_title(self) -> None:
        recipe = self._sitting.hand.recipe
        self.header.show_title(self._sitting.strategy.name, recipe.title if recipe else "")

    def show_step(self) -> None:
        """The step's own area, and where it stands among the others."""
        screen, view = self._screen, self._screen.view
        session = screen.session
        steps = pages_before(screen) if session.phase == ARRIVAL else session.steps
        screen.query_one(StepsRow).show(steps, view.step, self._not_to_forget())
        screen.query_one(Area).show(view.draw)
        self.show_progress()
        self.show_clock()

    def _not_to_forget(self) -> str:
        """What is unusual about the wall, or about who types."""
        say, session = self._say, self._screen.session
        if self._screen.hot_seat is not None:
            return say("{name} types", name=self._screen.hot_seat.name or say("Somebody"))
        if session.blank:
            return say("wall: dark")
        if session.joker:
            return say("wall: joker")
        return say("wall: hints") if session.hints_shown else ""

    def show_progress(self) -> None:
        """Which card of how many, and how the plan stands."""
        say, screen = self._say, self._screen
        session, cards = screen.session, self._sitting.hand.cards
        card = session.card
        here = next((n for n, found in enumerate(cards) if card is not None and found.id == card.id), -1)
        states = [self._sitting.state(found) for found in cards] if len(cards) < BAR_FROM else ()
        counted = say("card {at} of {all}", at=here + 1, all=len(cards)) if here >= 0 else ""
        words = " · ".join(filter(None, (counted, plan_in_words(session, say))))
        self.header.show_progress(states, here, words, (here + 1) / max(1, len(cards)))

    def show_clock(self) -> None:
        """What is left of the step and of the session. Called four times a second; paints only what has changed."""
        screen, say = self._screen, self._say
        session, view, now = screen.session, screen.view, screen.now()
        whole = session.clock_of_session.left(now) / 60
        below = (
            say("session: {n} min left", n=round(whole))
            if whole >= 0
            else say("session: {n} min over", n=round(-whole))
        )
        clock = session.clock
        screen.query_one(StepClock).show(
            clock.left(now), running=clock.running, caption=view.clock_words(now), below=below, timed=view.timed
        )
        if (clock.over(now), round(session.behind())) != self._told:
            self._told = clock.over(now), round(session.behind())
            screen.query_one(Area).refresh()
            self.show_progress()

    _told: tuple[bool, int] = (False, 0)

    def keys(self, *, typing: bool, answering: bool) -> tuple[Deed, ...]:
        """What the key bar names now."""
        if self._screen.typing.wanted is not None and typing:
            return named("take", "cancel")
        if self._screen.hot_seat is not None and typing:
            return named("take", "end-hot-seat", "undo")
        if answering:
            return named("next-step", "back-to-list", "undo", "redo", "back-step")
        return self._screen.view.keys(typing=typing)

    def resized(self) -> None:
        self._screen.show_all()
