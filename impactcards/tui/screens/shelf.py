"""The shelf: one's strategies, and what can be begun. The first thing a newcomer sees."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option as ListedOption
from textual.widgets.option_list import OptionDoesNotExist
from textual.worker import get_current_worker

from impactcards.strategy import shelf
from impactcards.strategy.dates import local_today
from impactcards.strategy.shelf import ShelfEntry
from impactcards.tui import dues, opening
from impactcards.tui.keys import SHELF_DEEDS, bindings
from impactcards.tui.over import show_help, show_settings
from impactcards.tui.recipes import Offer, offers
from impactcards.tui.screens import shelf_deeds as deeds
from impactcards.tui.screens.dialogs import AskLine, Choice, Choose
from impactcards.tui.screens.shelf_lines import NARROWEST, WIDEST, heading, row, strategy_line
from impactcards.tui.widgets.key_bar import KeyBar
from impactcards.tui.widgets.line import Block
from impactcards.words import Words

if TYPE_CHECKING:
    from impactcards.strategy.due import Ages
    from impactcards.tui.app import ImpactCardsApp

#: How many recipes of a deck stand on the shelf itself; the others are one step away.
AT_HAND = 2


class ShelfScreen(Screen[None]):
    """Lists strategies and recipes to begin with."""

    app: ImpactCardsApp

    CSS_PATH = ["dialogs.tcss", "shelf.tcss"]
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = bindings(tuple(deed for deed in SHELF_DEEDS if deed.id != "open"))

    def __init__(self, say: Words) -> None:
        super().__init__()
        self.say = say
        self._entries: dict[str, ShelfEntry] = {}
        self._offers: dict[str, list[Offer]] = {}
        self._show_archive = False
        self._ages: dict[Path, Ages | None] = {}
        self._dues = dues.Dues(self.app.home, self.app.library)

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield Block(id="welcome")
            yield OptionList(markup=False)
        yield KeyBar(SHELF_DEEDS, self.say)

    def on_mount(self) -> None:
        self.fill()

    def on_screen_resume(self) -> None:
        self.fill()

    def on_resize(self) -> None:
        self.fill()

    def fill(self) -> None:
        """Read the shelf anew and show it."""
        say, options = self.say, self.query_one(OptionList)
        at = options.highlighted
        entries = shelf.shelf(self.app.home)
        present = [entry for entry in entries if not entry.archived]
        archived = [entry for entry in entries if entry.archived]
        self._entries = {str(entry.folder): entry for entry in entries}
        self.query_one("#welcome", Block).show(self._welcome(bool(entries)))
        options.clear_options()
        if present:
            options.add_option(heading(say("Your strategies")))
            for entry in present:
                options.add_option(ListedOption(self._strategy_line(entry), id=str(entry.folder)))
        options.add_option(heading(say("Begin something new") if present else say("Begin")))
        self._offers = {}
        for offer in offers(self.app.library, self.app.deck_language, say):
            self._offers.setdefault(str(offer.deck_path), []).append(offer)
        for path, of_deck in self._offers.items():
            for offer in of_deck[:AT_HAND]:
                options.add_option(
                    ListedOption(
                        self._row(offer.title, offer.about, offer.aside, of=offer.deck_title),
                        id=f"offer:{path}:{offer.recipe}",
                    )
                )
            if len(of_deck) > AT_HAND:
                more = say("{deck}: all {n} recipes …", deck=of_deck[0].deck_title, n=len(of_deck))
                options.add_option(ListedOption(self._row(more, "", ""), id=f"deck:{path}"))
        options.add_option(
            ListedOption(
                self._row(
                    say("Look around in an example"),
                    say("A company’s strategy, filled in. Nothing you do there can go wrong."),
                    "",
                ),
                id="demo",
            )
        )
        if archived:
            title = say.plural("Archive ({n} strategy)", "Archive ({n} strategies)", len(archived))
            options.add_option(
                ListedOption(Content.styled(("▾ " if self._show_archive else "▸ ") + title, "$quiet"), id="archive")
            )
            for entry in archived if self._show_archive else ():
                options.add_option(ListedOption(self._strategy_line(entry), id=str(entry.folder)))
        options.highlighted = min(at, options.option_count - 1) if at else 1
        self.call_after_refresh(self._look_after_dues)

    def _welcome(self, known: bool) -> Content:
        say = self.say
        title = Content.styled("◆ Impact Cards", "$primary bold")
        if known:
            return title
        text = say(
            "A social media strategy, card by card: each card asks one question, your answers become a document "
            "that you can hand in. Everything is saved as you type, on this computer only. Stop whenever you like."
        )
        return Content.assemble(title, "\n\n", text)

    # -- what is due ------------------------------------------------------------------------------------------------

    class Found(Message):
        """When the answers of some strategies age; looked up behind the shelf's back."""

        def __init__(self, found: dues.Found) -> None:
            super().__init__()
            self.found = found

    def _look_after_dues(self) -> None:
        """Find out what is due, once the shelf is painted. The thread ends when the shelf is filled anew, or left."""
        folders = [entry.folder for entry in self._entries.values() if entry.fault is None and not entry.archived]
        if folders:
            self.run_worker(partial(self._look, folders), thread=True, exclusive=True, exit_on_error=False)

    def _look(self, folders: Sequence[Path]) -> None:
        worker = get_current_worker()
        self._dues.look(
            folders,
            lambda found: self.post_message(self.Found(found)),
            lambda: not worker.is_cancelled and self.app.screen is self,
        )

    def on_shelf_screen_found(self, event: Found) -> None:
        """Say it in the lines it is about."""
        self._ages.update(event.found)
        options = self.query_one(OptionList)
        for folder in event.found:
            entry = self._entries.get(str(folder))
            if entry is not None and entry.fault is None and event.found[folder]:
                with suppress(OptionDoesNotExist):
                    options.replace_option_prompt(str(folder), self._strategy_line(entry))

    @on(OptionList.OptionHighlighted)
    def let_keys_go_first(self) -> None:
        self._dues.key_pressed()

    def _strategy_line(self, entry: ShelfEntry) -> Content:
        ages = self._ages.get(entry.folder)
        return strategy_line(entry, ages.on(local_today()) if ages else None, self._width, self.say)

    @property
    def _width(self) -> int:
        return max(NARROWEST, min(WIDEST, self.size.width - 8))

    def _row(self, title: str, about: str, aside: str, *, of: str = "") -> Content:
        return row(title, about, aside, self._width, of=of)

    # -- deeds ------------------------------------------------------------------------------------------------------

    @on(KeyBar.Chosen)
    async def do_chosen(self, event: KeyBar.Chosen) -> None:
        await self.run_action(event.deed.action)

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        self._open(event.option.id or "")

    def action_open(self) -> None:
        self.query_one(OptionList).action_select()

    def _open(self, chosen: str) -> None:
        say = self.say
        if chosen in self._entries:
            opening.open_folder(self.app, Path(chosen))
        elif chosen == "demo":
            opening.open_demo(self.app)
        elif chosen == "archive":
            self._show_archive = not self._show_archive
            self.fill()
        elif chosen.startswith("offer:"):
            path, _, recipe = chosen.removeprefix("offer:").rpartition(":")
            self._begin(next(offer for offer in self._offers[path] if offer.recipe == recipe))
        elif chosen.startswith("deck:"):
            of_deck = self._offers[chosen.removeprefix("deck:")]
            choices = [Choice(offer.recipe, offer.title, offer.about, offer.aside) for offer in of_deck]
            by_recipe = {offer.recipe: offer for offer in of_deck}
            self.app.push_screen(
                Choose(of_deck[0].deck_title, choices, say),
                lambda recipe: self._begin(by_recipe[recipe]) if recipe else None,
            )

    def _begin(self, offer: Offer) -> None:
        say = self.say
        hint = say(
            "A name for this strategy: your organisation and the year, for example. You can change it later. "
            "Enter begins, Esc goes back."
        )
        self.app.push_screen(
            AskLine(say("What is this strategy for?"), say, hint=hint), lambda name: self._create(offer, name)
        )

    def _create(self, offer: Offer, name: str | None) -> None:
        if name is None:
            return
        opening.begin(self.app, offer, name or offer.deck_title)

    def _marked(self) -> ShelfEntry | None:
        options = self.query_one(OptionList)
        if options.highlighted is None:
            return None
        return self._entries.get(options.get_option_at_index(options.highlighted).id or "")

    def action_rename(self) -> None:
        if entry := self._marked_or_told():
            deeds.rename(self, entry)

    def action_archive(self) -> None:
        if entry := self._marked_or_told():
            deeds.put_away_or_back(self, entry)

    def action_review(self) -> None:
        if entry := self._marked_or_told():
            opening.review_folder(self.app, entry.folder)

    def _marked_or_told(self) -> ShelfEntry | None:
        entry = self._marked()
        if entry is None:
            self.notify(self.say("Mark one of your strategies first."), markup=False)
        return entry

    def action_settings(self) -> None:
        show_settings(self)

    def action_help(self) -> None:
        show_help(self, SHELF_DEEDS)

    def action_quit(self) -> None:
        self.app.exit()
