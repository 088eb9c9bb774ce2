"""The screens that come over a card or the shelf. Each is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from impactcards.tui import saving
from impactcards.tui.keys import Deed, keys_of, shown_key

if TYPE_CHECKING:
    from impactcards.tui.playing.screen import PlayingScreen
    from impactcards.tui.screens.card import CardScreen
    from impactcards.tui.screens.shelf import ShelfScreen


def show_map(screen: PlayingScreen) -> None:
    """All cards, to jump to one."""
    from impactcards.tui.screens.map import MapScreen

    def go(card_id: str | None) -> None:
        card = screen.sitting.deck.card(card_id) if card_id else None
        if card is not None:
            screen.go_to(card, focus=True)

    screen.app.push_screen(MapScreen(screen.sitting, screen.say), go)


def show_document(screen: PlayingScreen, *, from_top: bool = False) -> None:
    """The document as it stands, opened where the card on the table stands in it, or at its beginning."""
    from impactcards.tui.screens.document import DocumentScreen

    sitting = screen.sitting

    def export(shown: DocumentScreen) -> None:
        from impactcards.tui import exporting

        exporting.export(shown, sitting, screen.app.home)

    screen.app.push_screen(
        DocumentScreen(
            sitting.document(),
            screen.say,
            title=sitting.strategy.name,
            at="" if from_top else sitting.card.title,
            saved_as=saving.shown_path(sitting.opened.folder / "strategy.md"),
            export=export,
        )
    )


def show_profile(screen: PlayingScreen) -> None:
    """How the strategy stands with each mistake, and how that has moved; to jump to a card of one."""
    from impactcards.strategy.dates import local_today
    from impactcards.strategy.profile import reviewed_versions
    from impactcards.tui.screens.profile import ProfileScreen

    sitting = screen.sitting
    if not sitting.deck.profile:
        screen.say_once(screen.say("This deck does not follow the five mistakes."))
        return

    def go(card_id: str | None) -> None:
        card = sitting.deck.card(card_id) if card_id else None
        if card is not None:
            screen.go_to(card, focus=True)

    shown = ProfileScreen(
        sitting.strategy,
        screen.say,
        today=local_today(),
        findings=sitting.findings_everywhere(),
        versions=reviewed_versions(sitting.opened.folder, sitting.strategy),
    )
    screen.app.push_screen(shown, go)


def show_help(screen: CardScreen | ShelfScreen, deeds: tuple[Deed, ...], *, kind: str = "") -> None:
    """What can be done on a screen; ``kind``: and in an answer of that kind."""
    from impactcards.tui.screens.help import HelpScreen

    app = screen.app
    app.push_screen(HelpScreen(screen.say, deeds, app.settings.keys, kind=kind))


def show_menu(screen: PlayingScreen, deeds: Sequence[Deed]) -> None:
    """Choose one of the deeds."""
    from impactcards.tui.screens.dialogs import Choice, Choose

    say, keymap = screen.say, screen.app.settings.keys
    choices = []
    for deed in deeds:
        keys = [say(shown_key(key)) for key in (*keys_of(deed, keymap)[:1], *deed.letters[:1])]
        choices.append(Choice(deed.id, say(deed.about), aside="  ".join(keys)))

    async def do(deed_id: str | None) -> None:
        deed = next((deed for deed in deeds if deed.id == deed_id), None)
        if deed is not None:
            await screen.run_action(deed.action)

    screen.app.push_screen(Choose(say("What would you like to do?"), choices, say, filter=True), do)


def show_settings(screen: CardScreen | ShelfScreen) -> None:
    """Theme, language, keys and editor."""
    from impactcards.tui.screens.settings import SettingsScreen

    screen.app.push_screen(SettingsScreen(screen.say))


def choose_recipe(screen: PlayingScreen) -> None:
    """Ask which recipe to go on with."""
    from impactcards.tui.recipes import recipe_length
    from impactcards.tui.screens.dialogs import Choice, Choose

    say, sitting = screen.say, screen.sitting
    choices = [Choice(r.id, r.title, r.about, recipe_length(r, sitting.deck, say)) for r in sitting.deck.recipes]
    choices.append(
        Choice("*", say("All cards"), say("Every card of the deck, in its order."), str(len(sitting.deck.cards)))
    )

    def take(recipe: str | None) -> None:
        if recipe is not None:
            sitting.take_recipe(recipe.removeprefix("*"))
            screen.show_hand()

    screen.app.push_screen(Choose(say("Go on with"), choices, say, at=sitting.recipe_id or "*"), take)


def ask_note(screen: PlayingScreen) -> None:
    """Write a note to the card on the table."""
    from impactcards.tui.screens.dialogs import AskLine

    say, sitting = screen.say, screen.sitting
    card = sitting.card

    def take(note: str | None) -> None:
        if note is not None:
            sitting.strategy.set_note(card.id, note)
            screen.show_card(focus=False)

    note = sitting.strategy.answer(card.id).note
    hint = say("It stands under the answer in the document. Empty takes the note away.")
    screen.app.push_screen(
        AskLine(say("Note to “{title}”", title=card.title), say, value=note, hint=hint, keep=True), take
    )
