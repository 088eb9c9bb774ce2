"""What the saver reports to the table: saved, trouble, answers that came from another window, and conflicts."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from impactcards.strategy.results import SaveResult
from impactcards.strategy.taking import apply

if TYPE_CHECKING:
    from impactcards.tui.playing.screen import PlayingScreen


class Reports:
    """Takes the saver's reports in the screen's own thread."""

    def __init__(self, screen: PlayingScreen) -> None:
        self._screen = screen
        self._trouble = ""
        self.saved_at: datetime | None = None

    def show_unsaved(self) -> None:
        """Say that the last keys are on their way to the disk. Cheap: called on every key press."""
        if not self._trouble:
            self._screen.showing.header.show_saved(self._screen.say("saving …"))

    def take(self, result: SaveResult) -> None:
        """Show how a save went, and take in what it brought from another window."""
        screen, say = self._screen, self._screen.say
        came = apply(result, screen.sitting.strategy)
        header = screen.showing.header
        if not result.ok:
            self._trouble = say(result.error) if result.error else ""
            header.show_saved(say("not saved"), trouble=True)
            screen.say_once(self._trouble, trouble=True)
            return
        if self._trouble:
            self._trouble = ""
            screen.say_once(say("Saving works again. Everything is saved."))
        self.saved_at = result.at
        header.show_saved(say("saving …") if screen.app.saving.waiting else say("saved"))
        if screen.sitting.card.id in came:
            screen.editor.refresh_answer()
        self._tell_what_came(result, came)

    def _tell_what_came(self, result: SaveResult, came: tuple[str, ...]) -> None:
        screen, say = self._screen, self._screen.say
        if result.conflicts:
            screen.say_once(
                say(
                    "Changed in two places: {titles}. The newer answer stands, "
                    "the older one is kept in the folder “conflicts”.",
                    titles=self._titles(result.conflicts),
                ),
                trouble=True,
            )
        elif came:
            screen.say_once(say("Changed in another window: {titles}.", titles=self._titles(came)))
        elif result.document_problem:
            screen.say_once(say(result.document_problem), trouble=True)
        elif result.moved_document:
            screen.say_once(
                say(
                    "strategy.md had been edited by hand. That version is kept as “{name}”.",
                    name=result.moved_document.name,
                )
            )

    def _titles(self, card_ids: tuple[str, ...]) -> str:
        return ", ".join(map(self._title, card_ids))

    def _title(self, card_id: str) -> str:
        card = self._screen.sitting.deck.card(card_id)
        return self._screen.say.quoted(card.title) if card else card_id
