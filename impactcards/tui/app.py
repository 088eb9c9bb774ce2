"""The app: it starts with the shelf or with a card, and opens the other screens only when they are asked for.

The first card has to be on the screen fast, so the card screen is the default screen itself, and whatever it does not
need (Markdown, lists, dialogs) is imported where it is used.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.screen import Screen

from impactcards.deck.library import Library
from impactcards.faults import UserError
from impactcards.home import Home
from impactcards.settings import Settings, save_settings
from impactcards.strategy.opened import OpenStrategy
from impactcards.strategy.results import SaveResult
from impactcards.strategy.saver import Saver
from impactcards.tui.keys import Deed
from impactcards.tui.screens.card import CardScreen
from impactcards.tui.sitting import Sitting
from impactcards.tui.theme import THEMES, theme_name
from impactcards.words import Words, words

if TYPE_CHECKING:
    from impactcards.strategy.shelf import ShelfEntry
    from impactcards.strategy.strategy import Strategy
    from impactcards.tui.recipes import Offer
    from impactcards.tui.screens.shelf import ShelfScreen

#: Seconds that leaving waits for the last save.
LAST_SAVE = 10.0


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
        demo: Callable[[], OpenStrategy] | None = None,
    ) -> None:
        self.home, self.library, self.settings, self.say = home, library, settings, say
        self.sitting = Sitting(opened, recipe=recipe, minutes=minutes) if opened else None
        self.last_sitting = self.sitting
        self._make_demo = demo
        self._saver: Saver | None = None
        # The screen to begin with is styled from here: Textual loads a screen's own file only when it is pushed.
        super().__init__(css_path=None if opened else [*self.CSS_PATH, "screens/dialogs.tcss", "screens/shelf.tcss"])
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

    def on_ready(self) -> None:
        from impactcards.tui import hangup

        hangup.watch(self.finish_saving)
        self.call_after_refresh(_collect_garbage)

    def get_default_screen(self) -> Screen[object]:
        return self.first_screen()  # type: ignore[return-value]

    def first_screen(self) -> Screen[None]:
        """The card of the sitting, or the shelf."""
        if self.sitting is not None:
            return CardScreen(self.sitting, self.say)
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

    # -- saving -----------------------------------------------------------------------------------------------------

    def start_saving(self, sitting: Sitting, report: Callable[[SaveResult], None]) -> None:
        """Start the saver of a sitting; ``report`` is called in its thread."""

        def document(strategy: Strategy) -> str:
            from impactcards.document import strategy_markdown  # in the saver's thread, after the first card is painted

            return strategy_markdown(strategy)

        self._saver = sitting.opened.saver(document, report)

    def saver_changed(self) -> None:
        """Something is to be saved. Cheap: called on every key press."""
        if self._saver is not None:
            self._saver.changed()

    def tell_saved(self, screen: CardScreen, at: datetime | None) -> None:
        """Save now, and say when and where."""
        say = self.say
        if screen.sitting.read_only:
            screen.say_once(say("This strategy is open for reading only; nothing is saved."))
            return
        if self._saver is None or not self._saver.flush(2.0):
            screen.say_once(say("Not saved yet. What you typed is kept here, and saving goes on trying."), trouble=True)
            return
        place = shown_path(screen.sitting.opened.folder / "strategy.md")
        screen.say_once(say("saved {time} · {place}", time=f"{at or datetime.now().astimezone():%H:%M}", place=place))

    def finish_saving(self) -> bool:
        """Wait for the last save and end the saver. False if something could not be saved."""
        if self._saver is None:
            return True
        done = self._saver.flush(LAST_SAVE)
        if done:
            self._saver.close()
            self._saver = None
        return done

    # -- screens ----------------------------------------------------------------------------------------------------

    def show_map(self, screen: CardScreen) -> None:
        from impactcards.tui.screens.map import MapScreen

        def go(card_id: str | None) -> None:
            card = screen.sitting.deck.card(card_id) if card_id else None
            if card is not None:
                screen.go_to(card, focus=True)

        self.push_screen(MapScreen(screen.sitting, self.say), go)

    def show_document(self, screen: CardScreen) -> None:
        from impactcards.tui.screens.document import DocumentScreen

        sitting = screen.sitting
        saved_as = shown_path(sitting.opened.folder / "strategy.md")
        self.push_screen(
            DocumentScreen(
                sitting.document(), self.say, title=sitting.strategy.name, at=sitting.card.title, saved_as=saved_as
            )
        )

    def show_help(self, screen: CardScreen) -> None:
        from impactcards.tui.keys import CARD_DEEDS
        from impactcards.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.say, CARD_DEEDS, self.settings.keys, kind=screen.sitting.card.answer.kind))

    def show_shelf_help(self, screen: ShelfScreen) -> None:
        from impactcards.tui.keys import SHELF_DEEDS
        from impactcards.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.say, SHELF_DEEDS, self.settings.keys))

    def show_menu(self, screen: Screen[None], deeds: Sequence[Deed]) -> None:
        from impactcards.tui.keys import keys_of, shown_key
        from impactcards.tui.screens.dialogs import Choice, Choose

        say = self.say
        choices = []
        for deed in deeds:
            keys = [say(shown_key(key)) for key in (*keys_of(deed, self.settings.keys)[:1], *deed.letters[:1])]
            choices.append(Choice(deed.id, say(deed.about), aside="  ".join(keys)))

        async def do(deed_id: str | None) -> None:
            deed = next((deed for deed in deeds if deed.id == deed_id), None)
            if deed is not None:
                await screen.run_action(deed.action)

        self.push_screen(Choose(say("What would you like to do?"), choices, say, filter=True), do)

    def show_settings(self, screen: Screen[None]) -> None:
        from impactcards.tui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen(self.say))

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

    def choose_recipe(self, screen: CardScreen) -> None:
        from impactcards.tui.recipes import recipe_length
        from impactcards.tui.screens.dialogs import Choice, Choose

        say, sitting = self.say, screen.sitting
        choices = [Choice(r.id, r.title, r.about, recipe_length(r, sitting.deck, say)) for r in sitting.deck.recipes]
        choices.append(
            Choice("*", say("All cards"), say("Every card of the deck, in its order."), str(len(sitting.deck.cards)))
        )

        def take(recipe: str | None) -> None:
            if recipe is not None:
                sitting.take_recipe(recipe.removeprefix("*"))
                screen.show_hand()

        self.push_screen(Choose(say("Go on with"), choices, say, at=sitting.recipe_id or "*"), take)

    def ask_note(self, screen: CardScreen) -> None:
        from impactcards.tui.screens.dialogs import AskLine

        card = screen.sitting.card

        def take(note: str | None) -> None:
            if note is not None:
                screen.sitting.strategy.set_note(card.id, note)
                screen.show_card(focus=False)

        note = screen.sitting.strategy.answer(card.id).note
        hint = self.say("It stands under the answer in the document. Empty takes the note away.")
        self.push_screen(
            AskLine(self.say("Note to “{title}”", title=card.title), self.say, value=note, hint=hint, keep=True), take
        )

    def edit_outside(self, screen: CardScreen) -> None:
        from impactcards.tui.outside import edit_answer

        edit_answer(self, screen)

    def show_end(self, screen: CardScreen) -> None:
        from impactcards.tui.ending import show_end

        show_end(self, screen)

    def worded_finding(self, finding: object) -> str:
        """A finding in the strategy's language, as everywhere."""
        from impactcards.strategy.findings import Finding

        if not isinstance(finding, Finding):
            raise TypeError(finding)
        language = self.sitting.strategy.language if self.sitting else self.say.language
        return finding.worded(words(language))

    # -- the shelf --------------------------------------------------------------------------------------------------

    def shelf_entries(self) -> list[ShelfEntry]:
        from impactcards.strategy.shelf import shelf

        return shelf(self.home)

    def day_in_words(self, moment: str) -> str:
        """When a strategy was changed: the time today, the day otherwise."""
        from impactcards.tui.moments import day_in_words

        return day_in_words(moment, self.say)

    def open_from_shelf(self, folder: str) -> None:
        from impactcards.tui.opening import open_folder

        open_folder(self, Path(folder))

    def begin(self, offer: Offer, name: str) -> None:
        from impactcards.tui.opening import begin

        begin(self, offer, name)

    def open_demo(self) -> None:
        from impactcards.tui.opening import open_safely

        if self._make_demo is not None:
            open_safely(self, self._make_demo)

    def play(self, opened: OpenStrategy, *, recipe: str = "") -> None:
        """Put the card of a strategy on the table."""
        self.sitting = self.last_sitting = Sitting(opened, recipe=recipe)
        self.push_screen(CardScreen(self.sitting, self.say))

    def play_again(self, opened: OpenStrategy) -> None:
        """Put the card on the table anew, after the deck has changed under it."""
        self.sitting = self.last_sitting = Sitting(opened)
        for screen in self.screen_stack:
            if isinstance(screen, CardScreen):
                screen.sitting = self.sitting
                screen.show_hand()

    def offer_newer_deck(self, opened: OpenStrategy) -> None:
        from impactcards.tui.opening import offer_newer_deck

        offer_newer_deck(self, opened)

    def rename_strategy(self, entry: ShelfEntry, name: str) -> None:
        from impactcards.strategy import shelf

        shelf.rename(self.home, str(entry.folder), name)

    def archive_strategy(self, entry: ShelfEntry) -> None:
        from impactcards.strategy import shelf

        shelf.archive(self.home, str(entry.folder))

    def unarchive_strategy(self, entry: ShelfEntry) -> None:
        from impactcards.strategy import shelf

        shelf.unarchive(self.home, str(entry.folder))

    # -- leaving ----------------------------------------------------------------------------------------------------

    def leave_sitting(self, screen: CardScreen) -> None:
        """Back to the shelf, or out of the program if it began with this strategy."""
        if len(self.screen_stack) == 1:
            self.close(screen)
            return
        self._when_saved(screen, lambda: self._back_to_shelf(screen))

    def _back_to_shelf(self, screen: CardScreen) -> None:
        self.sitting = None
        screen.dismiss()

    async def action_quit(self) -> None:
        """Textual's own key for closing, wherever one is: a card on the table is left first."""
        for screen in self.screen_stack:
            if isinstance(screen, CardScreen):
                screen.action_quit()
                return
        self.exit()

    def close(self, screen: CardScreen) -> None:
        """Close the program once everything is saved."""
        self._when_saved(screen, self.exit)

    def _when_saved(self, screen: CardScreen, go: Callable[[], object]) -> None:
        if self.finish_saving():
            go()
            return
        from impactcards.tui.screens.dialogs import Question

        say = self.say

        def answer(leave: bool | None) -> None:
            if leave:
                self._saver = None
                go()

        text = say(
            "Your last changes could not be saved. If you leave now, they are lost. "
            "Saving goes on trying while you stay."
        )
        self.push_screen(Question(text, say, yes=say("Leave anyway"), no=say("Stay")), answer)


def _collect_garbage() -> None:
    """Begin to collect garbage, where that was put off until the first screen stands.

    What has come by then stays, so nobody need look through it again while somebody types.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def shown_path(path: Path) -> str:
    """A path as a person recognises it, with ~ for their own folder."""
    try:
        return f"~{os.sep}{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)


def run(
    opened: OpenStrategy | None,
    *,
    home: Home,
    library: Library,
    settings: Settings,
    say: Words,
    recipe: str = "",
    minutes: float | None = None,
    demo: Callable[[], OpenStrategy] | None = None,
) -> str:
    """Run the app until it is closed. Returns a sentence on where one stands, for standard error; empty without one."""
    app = ImpactCardsApp(
        opened, home=home, library=library, settings=settings, say=say, recipe=recipe, minutes=minutes, demo=demo
    )
    try:
        app.run()
    finally:
        app.finish_saving()
    if app._exception is not None:  # noqa: SLF001  there is no other way to learn of it
        raise app._exception  # noqa: SLF001
    from impactcards.tui.ending import where_one_stands

    return where_one_stands(app.last_sitting, say) if app.last_sitting else ""
