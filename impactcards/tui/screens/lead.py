"""The facilitator's screen: what its keys do, in the order of ``tui/leading/deeds``.

A letter whose meaning depends on the step is offered to the step first. Whatever a key does is said in the line under
the input, and ``ctrl+z`` takes it back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, Literal

from textual import events, on
from textual.binding import Binding, BindingType

from impactcards.deck.model import Card
from impactcards.tui.keys import bindings
from impactcards.tui.leading import always
from impactcards.tui.leading.deeds import LEAD_DEEDS
from impactcards.tui.leading.entering import enter
from impactcards.tui.leading.people import next_author
from impactcards.tui.leading.screen import LeadingScreen
from impactcards.tui.leading.taking_back import recall, redo, stop_editing, undo
from impactcards.tui.leading.views import pages_before
from impactcards.tui.widgets.key_bar import KeyBar

#: Keys that mean something of the step's own while no field has the focus.
_STEP_KEYS = "up,down,left,right,shift+up,shift+down,enter,backspace,0,1,2,3,4,5,6,7,8,9"


def _in_order(binding: BindingType) -> BindingType:
    """A key that works while one types, to be acted on after all that was typed before it."""
    if isinstance(binding, Binding) and binding.priority:
        return replace(binding, action=f"in_order('{binding.action}')")
    return binding


class LeadScreen(LeadingScreen):
    """Leads a session by keys. Whatever opens another screen is imported when it is asked for."""

    CSS_PATH = "../leading/lead.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(_in_order(binding) for binding in bindings(LEAD_DEEDS)),
        *(Binding(key, f"step_key('{key}')", show=False) for key in _STEP_KEYS.split(",")),
        Binding("i", "write", show=False),
        Binding("escape", "step_out", show=False),
    ]

    def action_in_order(self, action: str) -> None:
        """Do something once the keys pressed before are dealt with; those pressed after it wait for that.

        A key that works while one types overtakes the letters typed before it, which are on their way to the line.
        """
        app = self.app

        async def do() -> None:
            await self.run_action(action)
            await app.let_keys_through()

        app.hold_keys()
        (self.focused or self).call_later(app.call_later, do)

    # -- from step to step ------------------------------------------------------------------------------------------

    def action_next_step(self) -> None:
        pages = pages_before(self)
        if self.session.phase == "arrival" and self.page != pages[-1]:
            self._go(lambda: self._turn_page(1))
        elif self.session.phase == "closing":
            self.action_end()
        else:
            self._go(self.session.next_step)

    def action_back_step(self) -> None:
        if self.session.phase != "arrival":
            self._go(self.session.back_step)
        elif self.page != "people":
            self._go(lambda: self._turn_page(-1))
        else:
            self.done(self.say("This is the beginning."))

    def action_next_card(self) -> None:
        if self.session.phase == "closing":
            self.action_end()
        else:
            self._go(self._decide_and_go)

    def go_to_step(self, step: str) -> None:
        if self.session.phase == "arrival":
            self.page = step
            self.show_view()
        else:
            self._go(lambda: self.session.to_step(step))

    def go_to(self, card: Card, *, focus: bool) -> None:
        self._go(lambda: self.session.to_card(card))

    def _turn_page(self, by: int) -> None:
        pages = pages_before(self)
        at = pages.index(self.page) if self.page in pages else 0
        self.page = pages[max(0, min(at + by, len(pages) - 1))]

    def _decide_and_go(self) -> None:
        """The ideas as they stand become the answer, unless something was decided already; then the next card."""
        from impactcards.tui.leading.views.decide import take_as_it_stands

        self._said = take_as_it_stands(self) or self._said
        self.session.next_card()

    _said = ""

    def _go(self, go: Callable[[], object]) -> None:
        """Leave the step, say what that did, and show where one is then."""
        self._take_typed()
        if self.hot_seat is not None:
            self.hot_seat.end()
        self._said = self.view.left()
        if self.session.hints_shown:
            self.session.show_hints(False)
        go()
        said, self._said = self._said, ""
        self.say_once(said)
        self.show_view()

    def _take_typed(self) -> None:
        """What stands in the line when the step is left is taken as if Enter had been pressed: nothing is lost."""
        if self.typing.wanted is not None:
            self.typing.take_changed()
        elif self.typing.line.value.strip():
            self.enter(self.typing.take_out())

    # -- the line and the step's own keys ---------------------------------------------------------------------------

    def enter(self, text: str) -> None:
        enter(self, text)

    def action_step_key(self, key: str) -> None:
        if self.view.key(key):
            return
        if key == "enter":
            self.typing.begin()
        elif key == "space":
            always.pause(self)
        elif key == "right":
            self.action_next_step()
        elif key == "left":
            self.action_back_step()

    def action_write(self) -> None:
        self.typing.begin()

    def action_step_out(self) -> None:
        if self.typing.give_up() or stop_editing(self):
            self.done(self.say("Left as it was."))
        elif self.plain_words and self.typing.line.value == self.plain_words:
            self.plain_words = self.typing.take_out()[:0]
            self.done(self.say("Dropped."))
        elif self.hot_seat is not None:
            self.hot_seat.end()
        elif not self.view.key("escape"):
            self.typing.end()
            self.show_all()

    def action_undo(self) -> None:
        undo(self)

    def action_redo(self) -> None:
        redo(self)

    def line_recalled(self, step: Literal[-1, 1]) -> None:
        recall(self, step)

    def line_author(self, step: Literal[-1, 1], begins: str) -> None:
        next_author(self, step, begins)

    def line_left(self) -> None:
        self.action_step_out()

    def line_clicked(self) -> None:
        always.blank(self)

    @on(KeyBar.Chosen)
    async def do_chosen(self, event: KeyBar.Chosen) -> None:
        event.prevent_default()
        deed = event.deed
        if deed in LEAD_DEEDS:
            await self.run_action(deed.by_letter or deed.action)
        elif len(deed.letters) == 1 and deed.letters[0].isidentifier():
            await self.app.on_event(events.Key(deed.letters[0], None))

    # -- always one key away ----------------------------------------------------------------------------------------

    def action_park(self) -> None:
        always.park(self)

    def action_note_action(self) -> None:
        always.action(self)

    def action_quote(self) -> None:
        always.quote(self)

    def action_why(self) -> None:
        always.why(self)

    def action_dissent(self) -> None:
        if not self.view.key("d"):
            always.dissent(self)

    def action_hot_seat(self) -> None:
        from impactcards.tui.leading.hot_seat import hand_over

        hand_over(self)

    def action_joker(self) -> None:
        always.joker(self)

    def action_pass(self) -> None:
        card = self.session.card
        if card is None:
            self.done(self.say("There is no card in hand that could be passed."))
            return
        self._go(self.session.pass_)
        key = self.shown_key("back-step")
        self.done(self.say("“{title}” is passed; it stays open. {key} goes back to it.", title=card.title, key=key))

    def action_hints(self) -> None:
        always.hints(self)

    def action_blank(self) -> None:
        always.blank(self)

    def action_room(self) -> None:
        self.wall.show()

    def action_pause(self) -> None:
        always.pause(self)

    def action_more_time(self) -> None:
        if not self.view.key("plus"):
            always.minutes(self, 1)

    def action_less_time(self) -> None:
        if not self.view.key("minus"):
            always.minutes(self, -1)

    def action_votes_each(self) -> None:
        always.votes_each(self)

    def action_note(self) -> None:
        always.note(self)

    def action_people(self) -> None:
        always.people(self)

    def action_shorten(self) -> None:
        if not self.view.key("x"):
            from impactcards.tui.leading.shortening import shorten

            shorten(self)

    def action_agenda(self) -> None:
        if not self.view.key("m"):
            from impactcards.tui.leading.agenda_menu import show_agenda

            show_agenda(self)

    # -- other screens over it --------------------------------------------------------------------------------------

    def action_document(self) -> None:
        from impactcards.tui.over import show_document

        self.editor.flush()
        show_document(self)

    def show_minutes(self) -> None:
        """The document, with the minutes in it."""
        self.action_document()

    def action_saved(self) -> None:
        self.editor.flush()
        self.app.saving.tell(self, self.reports.saved_at)

    def action_help(self) -> None:
        from impactcards.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.say, self.deeds, self.app.settings.keys))

    def action_menu(self) -> None:
        from impactcards.tui.over import show_menu

        show_menu(self, self.deeds)

    # -- leaving ----------------------------------------------------------------------------------------------------

    def action_end(self) -> None:
        from impactcards.tui.leading.ending import end_session

        self._leave_all()
        end_session(self)

    def action_leave(self) -> None:
        from impactcards.tui.leading.ending import ask_to_leave

        self._leave_all()
        ask_to_leave(self)

    def action_quit(self) -> None:
        from impactcards.tui.leaving import close

        self._leave_all()
        self.wall.close()
        close(self.app, self)

    def leave_now(self) -> None:
        """Back to the shelf, or out of the program. Everything is saved."""
        from impactcards.tui.leaving import leave_sitting

        self.wall.close()
        leave_sitting(self.app, self)

    def _leave_all(self) -> None:
        """Whatever is being typed is taken."""
        self._take_typed()
        self.editor.flush()
        self.session.follow_answer()
