"""The app: it starts with the shelf or with a card, and opens the other screens only when they are asked for.

The first card has to be on the screen fast, so the card screen is the default screen itself, and whatever it does not
need (Markdown, lists, dialogs) is imported where it is used.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import App
from textual.screen import Screen

from impactcards.deck.library import Library
from impactcards.faults import UserError
from impactcards.home import Home
from impactcards.settings import Settings, save_settings
from impactcards.strategy.opened import OpenStrategy
from impactcards.tui.playing.screen import PlayingScreen
from impactcards.tui.saving import Saving
from impactcards.tui.screens.card import CardScreen
from impactcards.tui.sitting import Sitting
from impactcards.tui.theme import THEMES, theme_name
from impactcards.words import Words

if TYPE_CHECKING:
    from impactcards.strategy.reviews import Review
    from impactcards.strategy.sessions import Session
    from impactcards.tui.leading.sitting import SessionSitting
    from impactcards.tui.reviewing.sitting import ReviewSitting


class ImpactCardsApp(App[None]):
    """Plays strategies. ``opened`` is the strategy to begin with, or None for the shelf."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH: ClassVar = ["app.tcss", "screens/card.tcss"]
    TITLE = "Impact Cards"

    def __init__(
        self,
        opened: OpenStrategy | None,
        *,
        home: Home,
        library: Library,
        settings: Settings,
        say: Words,
        recipe: str = "",
        minutes: float | None = None,
        review: Review | None = None,
        session: Session | None = None,
        demo: Callable[[], OpenStrategy] | None = None,
    ) -> None:
        self.home, self.library, self.settings, self.say = home, library, settings, say
        self.sitting = _sitting(opened, review, session, recipe=recipe, minutes=minutes) if opened else None
        self.last_sitting = self.sitting
        self.make_demo = demo
        self.saving = Saving()
        self._held: list[events.Key | events.Paste] | None = [] if opened else None
        # The screen to begin with is styled from here: Textual loads a screen's own file only when it is pushed.
        more = ["leading/lead.tcss"] if session else [] if opened else ["screens/dialogs.tcss", "screens/shelf.tcss"]
        super().__init__(css_path=[*self.CSS_PATH, *more] if more else None)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = theme_name(settings.theme, os.environ)
        self._styled_with = self.get_css_variables()
        self.stylesheet.set_variables(self._styled_with)
        self.set_keymap(settings.keys)

    def refresh_css(self, animate: bool = True) -> None:
        """Read the styles anew, unless they were read with this theme: the first card does not wait for it twice."""
        variables = self.get_css_variables()
        if variables != self._styled_with:
            self._styled_with = variables
            super().refresh_css(animate)

    async def on_event(self, event: events.Event) -> None:
        """Hold what is typed before the cursor stands in the first answer: there letters are text, before it keys."""
        if self._held is not None and isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._held.append(event)
        else:
            await self._deal_with(event)

    async def _deal_with(self, event: events.Event) -> None:
        """Deal with one event. What follows a letter that may open a line waits until that is open."""
        letter = isinstance(event, events.Key) and not event.is_forwarded and self.focused is None
        await super().on_event(event)
        if letter and self._held is None and isinstance(self.screen, PlayingScreen) and self.screen.key_by_key:
            self.hold_keys()
            self.screen.call_later(self.call_later, self.let_keys_through)

    def hold_keys(self) -> None:
        """Hold what is typed from now on until :meth:`let_keys_through` is called."""
        if self._held is None:
            self._held = []

    async def let_keys_through(self) -> None:
        """What was typed while keys were held is dealt with now, before all that is typed later.

        To be called in the app's own thread of messages (``app.call_later``). If one of them holds keys again, the rest
        waits with the others.
        """
        held, self._held = self._held or [], None
        for at, event in enumerate(held):
            if self._held is not None:
                self._held[:0] = held[at:]
                return
            await self._deal_with(event)

    def on_ready(self) -> None:
        from impactcards.tui import hangup

        hangup.watch(self.saving.finish)
        self.call_after_refresh(_collect_garbage)

    def get_default_screen(self) -> Screen[object]:
        return self.first_screen()  # type: ignore[return-value]

    def first_screen(self) -> Screen[None]:
        """The card of the sitting, or the shelf."""
        if self.sitting is not None:
            return self._table()
        from impactcards.tui.screens.shelf import ShelfScreen

        return ShelfScreen(self.say)

    @property
    def deck_language(self) -> str:
        """The language new strategies and decks are shown in."""
        return self.say.language

    def _fatal_error(self) -> None:
        """End without Textual's own traceback: whoever runs the app is told what went wrong in one line."""
        self._close_messages_no_wait()

    def action_help_quit(self) -> None:
        """Ctrl+C copies in a field; who presses it to leave is told how."""
        self.notify(self.say("Ctrl+Q closes the program. Everything is saved."), markup=False)

    def change_settings(self, settings: Settings) -> None:
        """Keep changed settings and let them work at once."""
        language_changed = settings.language != self.settings.language
        self.settings = settings
        self.theme = theme_name(settings.theme, os.environ)
        self.set_keymap(settings.keys)
        try:
            save_settings(self.home, settings)
        except (UserError, OSError) as error:
            text = (
                error.worded(self.say) if isinstance(error, UserError) else self.say("The settings could not be saved.")
            )
            self.notify(text, markup=False, severity="warning")
        if language_changed:
            self.notify(self.say("The language changes when the program starts the next time."), markup=False)

    # -- playing ----------------------------------------------------------------------------------------------------

    def play(self, opened: OpenStrategy, *, recipe: str = "", review: Review | None = None) -> None:
        """Put the card of a strategy on the table; with a ``review``, the first of the cards it deals."""
        self.sitting = self.last_sitting = _sitting(opened, review, recipe=recipe)
        self._held = []
        self.push_screen(self._table())

    def _table(self) -> PlayingScreen:
        """The screen on which the sitting is played."""
        sitting = self.sitting
        if sitting is None:
            raise RuntimeError("nobody plays")
        if sitting.session is not None:
            from impactcards.tui.screens.lead import LeadScreen

            return LeadScreen(cast("SessionSitting", sitting), self.say)
        if sitting.review is None:
            return CardScreen(sitting, self.say)
        from impactcards.tui.screens.review import ReviewScreen

        return ReviewScreen(cast("ReviewSitting", sitting), self.say)

    def play_again(self, opened: OpenStrategy) -> None:
        """Put the card on the table anew, after the deck has changed under it."""
        self.sitting = self.last_sitting = _sitting(opened, self.sitting.review if self.sitting else None)
        for screen in self.screen_stack:
            if isinstance(screen, CardScreen):
                screen.sitting = self.sitting
                screen.show_hand()

    async def action_quit(self) -> None:
        """Textual's own key for closing, wherever one is: a card on the table is left first."""
        for screen in self.screen_stack:
            if isinstance(screen, PlayingScreen):
                screen.action_quit()
                return
        self.exit()


def _sitting(
    opened: OpenStrategy,
    review: Review | None,
    session: Session | None = None,
    *,
    recipe: str = "",
    minutes: float | None = None,
) -> Sitting:
    """A sitting that plays a hand, the cards of a review, or those of a session."""
    if session is not None:
        from impactcards.tui.leading.sitting import SessionSitting

        return SessionSitting(session)
    if review is None:
        return Sitting(opened, recipe=recipe, minutes=minutes)
    from impactcards.tui.reviewing.sitting import ReviewSitting

    return ReviewSitting(review)


def _collect_garbage() -> None:
    """Begin to collect garbage, where that was put off until the first screen stands.

    What has come by then stays, so nobody need look through it again while somebody types.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def run(
    opened: OpenStrategy | None,
    *,
    home: Home,
    library: Library,
    settings: Settings,
    say: Words,
    recipe: str = "",
    minutes: float | None = None,
    review: Review | None = None,
    session: Session | None = None,
    demo: Callable[[], OpenStrategy] | None = None,
) -> str:
    """Run the app until it is closed. Returns a sentence on where one stands, for standard error; empty without one."""
    app = ImpactCardsApp(
        opened,
        home=home,
        library=library,
        settings=settings,
        say=say,
        recipe=recipe,
        minutes=minutes,
        review=review,
        session=session,
        demo=demo,
    )
    try:
        app.run()
    finally:
        app.saving.finish()
    if app._exception is not None:  # noqa: SLF001  there is no other way to learn of it
        raise app._exception  # noqa: SLF001
    from impactcards.tui.ending import where_one_stands

    return where_one_stands(app.last_sitting, say) if app.last_sitting else ""
