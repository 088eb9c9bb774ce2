"""The screen a card lies on: its widgets, and what it hears from them and from the saver. Its keys stand elsewhere.

Attributes go down to the widgets and messages come up; the sitting holds what is true. Nothing slow stands on the path
of a key press: the hand is dealt anew and findings are worked out when a card is left or a moment after a change.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from impactcards.deck.model import Card
from impactcards.strategy.results import SaveResult
from impactcards.tui.editors import Editor
from impactcards.tui.keys import Deed, keys_of, shown_key
from impactcards.tui.playing.near import NearCompositor
from impactcards.tui.playing.showing import WIDE, Showing, is_broad
from impactcards.tui.sitting import Sitting
from impactcards.tui.widgets.face import Face
from impactcards.tui.widgets.header import Header
from impactcards.tui.widgets.key_bar import KeyBar
from impactcards.tui.widgets.line import Line
from impactcards.tui.widgets.notice import Notice
from impactcards.words import Words

if TYPE_CHECKING:
    from impactcards.tui.app import ImpactCardsApp
    from impactcards.tui.playing.going import Going
    from impactcards.tui.playing.reports import Reports


class PlayingScreen(Screen[None]):
    """Plays the hand of a sitting. Whoever inherits from it says what can be done, and at the end of the hand."""

    app: ImpactCardsApp

    #: What can be done here, and which of it the key bar names. Menu and help read it; ``BINDINGS`` bind the keys.
    deeds: ClassVar[tuple[Deed, ...]]
    bar: ClassVar[tuple[str, ...]]
    #: Whether a letter may open a line that what is typed after it belongs into.
    key_by_key: ClassVar[bool] = False

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-stacked"), (100, "-beside"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-tall"), (30, "-high")]

    class Saved(Message):
        """The saver's word, sent from its thread."""

        def __init__(self, result: SaveResult) -> None:
            self.result = result
            super().__init__()

    def __init__(self, sitting: Sitting, say: Words) -> None:
        super().__init__()
        self._compositor = NearCompositor()
        self.sitting = sitting
        self.say = say
        self.showing = Showing(self)
        self._styled_by_mounting = True
        #: Whether the first card is painted, so that the cursor could be put into its answer.
        self.begun = False

    @cached_property
    def going(self) -> Going:
        """Going from card to card."""
        from impactcards.tui.playing.going import Going  # not before the first key

        return Going(self)

    @cached_property
    def reports(self) -> Reports:
        """What the saver reported."""
        from impactcards.tui.playing.reports import Reports  # not before the first save

        return Reports(self)

    # -- what others may add ----------------------------------------------------------------------------------------

    def beside(self) -> Iterator[Widget]:
        """What stands between the words over the answer and the answer itself: nothing here."""
        yield from ()

    def card_shown(self, card: Card) -> None:
        """Hear that a card lies on the table now."""

    def begins_in_answer(self, card: Card) -> bool:
        """Whether the first card opens with the cursor in its answer, so that one can write at once."""
        return True

    def how_to_begin(self) -> str:
        """What one can do while no field has the focus."""
        return self.say("Enter goes into the answer; letters are keys here")

    def card_left(self, card: Card) -> None:
        """Hear that a card is being left; all that was typed is in the strategy."""

    def show_end(self) -> None:
        """The hand is through."""
        raise NotImplementedError

    def action_quit(self) -> None:
        """Close the program, once everything is saved."""
        raise NotImplementedError

    # -- the parts --------------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        say = self.say
        self._settle_classes()
        face = Face(say, id="face")
        face.show(self.sitting.card, self.sitting.deck)
        yield Header()
        with Container(id="table"):
            yield face
            with Vertical(id="answer"):
                yield Line(id="how")
                yield from self.beside()
                yield self.showing.editor_for(self.sitting.card)
                yield Notice(say, id="notice")
        yield KeyBar([self.deed(name) for name in self.bar], say, last=self.deed("menu"), keymap=self.app.settings.keys)

    def _settle_classes(self) -> None:
        """Take on the classes that go by size and card before anything is mounted, so that all is styled but once."""
        width, height = self.app.size
        for size, steps in ((width, self.HORIZONTAL_BREAKPOINTS), (height, self.VERTICAL_BREAKPOINTS)):
            self.add_class(next(name for least, name in reversed(steps) if size >= least), update=False)
        self.set_class(is_broad(self.sitting.card), "-broad", update=False)

    def update_node_styles(self, animate: bool = True) -> None:
        """Style everything anew; not when the screen first comes up, for what has just been mounted is styled."""
        if self._styled_by_mounting:
            self._styled_by_mounting = False
        else:
            super().update_node_styles(animate)

    def on_mount(self) -> None:
        sitting, header = self.sitting, self.showing.header
        sitting.strategy.listen(self._strategy_changed)
        self.showing.show_title()
        if sitting.read_only:
            header.show_saved(self.say("read only"), trouble=True)
        else:
            self.app.saving.start(sitting, self._report)
            header.show_saved(self.say("saved"))
        self.show_card(focus=False)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Go on once the card is painted: put the cursor into its answer, and say what there is to say."""
        self.begun = True
        if self.begins_in_answer(self.sitting.card):
            self.editor.take_focus()
        else:
            self._name_keys()
        self.app.call_later(self.app.let_keys_through)
        from impactcards.tui.playing.greeting import greet  # once the card is painted

        greet(self)

    # -- what others ask of it --------------------------------------------------------------------------------------

    @property
    def editor(self) -> Editor:
        """The editor of the card on the table."""
        return self.showing.editor

    def show_card(self, *, focus: bool = True) -> None:
        """Show the card on the table, with the cursor in its answer or not."""
        self.showing.show_card(focus=focus)
        self.card_shown(self.sitting.card)

    def show_hand(self) -> None:
        """Show that another recipe was taken: its title, its progress, the card on the table."""
        self.showing.show_title()
        self.show_card()

    def go_to(self, card: Card, *, focus: bool) -> None:
        """Leave the card on the table and put another one there, with the cursor in its answer or not."""
        self.going.go_to(card, focus=focus)

    def turn(self) -> None:
        """Turn the card over, unless both sides are to be seen."""
        if not self.showing.back_shown:
            self.showing.face.turn()

    def say_once(self, text: str, *, trouble: bool = False) -> None:
        """Show a sentence under the answer."""
        self.showing.notice.say_once(text, trouble=trouble)

    def shown_key(self, deed_id: str) -> str:
        """A deed's first key as the screen names it."""
        deed = self.deed(deed_id)
        keys = keys_of(deed, self.app.settings.keys)
        return self.say(shown_key(keys[0] if keys else deed.letters[0]))

    def deed(self, deed_id: str) -> Deed:
        """One of the screen's deeds."""
        return next(deed for deed in self.deeds if deed.id == deed_id)

    # -- what it hears ----------------------------------------------------------------------------------------------

    def _report(self, result: SaveResult) -> None:
        """Called in the saver's thread."""
        self.post_message(self.Saved(result))

    @on(Saved)
    def take_report(self, event: Saved) -> None:
        self.reports.take(event.result)

    def _strategy_changed(self, card_id: str) -> None:
        self.app.saving.changed()
        self.reports.show_unsaved()
        self.going.settle_soon()

    def take_answer(self, event: Editor.Changed) -> None:
        """Take an answer from the editor, at once: nothing may stand between what is typed and the strategy."""
        card = self.sitting.card
        if event.card_id != card.id:  # a last word from an editor whose card has been left
            self.sitting.strategy.set_value(event.card_id, event.value)
            return
        self.sitting.answer(card, event.value, typing=event.kind == "typing", part=event.editor.part)

    @on(Editor.AddItem)
    def add_item(self, event: Editor.AddItem) -> None:
        from impactcards.tui.playing.items import add_item

        event.stop()
        add_item(self, event)

    @on(Editor.Removed)
    def tell_removed(self, event: Editor.Removed) -> None:
        from impactcards.tui.playing.items import tell_removed

        event.stop()
        tell_removed(self, event)

    @on(Editor.Leave)
    def leave_editor(self, event: Editor.Leave) -> None:
        event.stop()
        if event.direction > 0:
            self.going.next(focus=True)
        elif event.direction == 0:
            self.set_focus(None)

    @on(Editor.Jump)
    def jump_to_source(self, event: Editor.Jump) -> None:
        event.stop()
        card = self.sitting.deck.card(event.card_id)
        if card is not None:
            self.go_to(card, focus=True)

    @on(Editor.StatusChanged)
    def show_status(self, event: Editor.StatusChanged) -> None:
        event.stop()
        if event.control is self.editor:
            self.showing.show_how()

    @on(Face.Turned)
    def turn_by_click(self) -> None:
        self.turn()

    @on(Notice.Clicked)
    def next_finding_by_click(self) -> None:
        self.showing.notice.next_finding()

    @on(KeyBar.Chosen)
    async def do_chosen(self, event: KeyBar.Chosen) -> None:
        await self.run_action(event.deed.action)

    def on_descendant_focus(self) -> None:
        self._name_keys()

    def on_descendant_blur(self) -> None:
        self.call_after_refresh(self._name_keys)

    def _name_keys(self) -> None:
        self.query_one(KeyBar).show_letters(self.focused is None)
        self.showing.show_how()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted while no field has the focus belongs into the answer all the same."""
        event.stop()
        self.editor.take_focus()
        self.set_timer(0.05, lambda: self._paste_on(event.text))

    def _paste_on(self, text: str) -> None:
        if self.focused is not None:
            self.focused.post_message(events.Paste(text))

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self.showing.resized)
