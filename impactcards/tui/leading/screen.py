"""The facilitator's screen: its widgets, the step that is shown, and what it hears from them. Its keys stand elsewhere.

The session holds what is true. The screen shows the present step through its view, and keeps for itself only where one
is in that step and what stands in the line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from impactcards.deck.model import Card
from impactcards.strategy.sessions import Session
from impactcards.strategy.sessions.timing import ARRIVAL
from impactcards.tui.editors import Editor
from impactcards.tui.keys import Deed
from impactcards.tui.leading.area import Area
from impactcards.tui.leading.clock import StepClock
from impactcards.tui.leading.deeds import LEAD_DEEDS
from impactcards.tui.leading.input_line import InputLine
from impactcards.tui.leading.showing import LeadShowing
from impactcards.tui.leading.sitting import SessionSitting
from impactcards.tui.leading.steps_row import StepsRow
from impactcards.tui.leading.typing import Typing
from impactcards.tui.leading.views import view_of
from impactcards.tui.leading.views.view import View
from impactcards.tui.leading.wall import Wall
from impactcards.tui.playing.screen import PlayingScreen
from impactcards.tui.playing.showing import WIDE
from impactcards.tui.widgets.face import Face
from impactcards.tui.widgets.header import Header
from impactcards.tui.widgets.key_bar import KeyBar
from impactcards.tui.widgets.line import Line
from impactcards.tui.widgets.notice import Notice
from impactcards.words import Words

if TYPE_CHECKING:
    from impactcards.tui.leading.hot_seat import HotSeat
    from impactcards.tui.leading.taking_back import Taken

#: Seconds between two looks at the clock.
TICK = 0.1


class LeadingScreen(PlayingScreen):
    """Leads a session. Whoever inherits from it says what the keys do."""

    deeds: ClassVar[tuple[Deed, ...]] = LEAD_DEEDS
    bar: ClassVar[tuple[str, ...]] = ()
    sitting: SessionSitting
    key_by_key: ClassVar[bool] = True

    #: A card that is small must not take the room of the ideas: the low and the narrow arrangement come earlier here.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-stacked"), (100, "-beside"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-tall"), (30, "-high")]

    def __init__(self, sitting: SessionSitting, say: Words) -> None:
        super().__init__(sitting, say)
        self.session: Session = sitting.session
        self.showing: LeadShowing = LeadShowing(self)
        self.typing = Typing(self)
        self.wall = Wall(self)
        #: Which page is open before the first card.
        self.page = "people"
        #: Whose ideas are typed, as a participant's id; empty for nobody's.
        self.author = ""
        #: The idea that is being worded otherwise, by its number; 0 for none.
        self.editing = 0
        #: The last line if it was taken as a command, and the line that is to be plain words after that was taken back.
        self.taken: Taken | None = None
        self.plain_words = ""
        #: A line that ctrl+z emptied.
        self.emptied = ""
        self.hot_seat: HotSeat | None = None
        self.view: View = view_of(self)

    # -- the parts --------------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        say = self.say
        self._settle_classes()
        self.add_class("-leading", update=False)
        face = Face(say, id="face")
        face.show(self.sitting.card, self.sitting.deck)
        yield Header()
        with Horizontal(id="top"):
            yield face
            yield StepClock(id="clock")
        yield StepsRow(say)
        yield Area(say)
        with Vertical(id="answer"):
            yield Line(id="how")
            yield self.showing.editor_for(self.sitting.card)
        with Horizontal(id="line"):
            yield Line(id="label")
            yield InputLine(self)
        yield Notice(say, id="notice")
        yield KeyBar((), say, last=self.deed("menu"), keymap=self.app.settings.keys)

    def _begin(self) -> None:
        """Go on once the card is painted."""
        self.begun = True
        if self.session.hot_seat is not None:
            self.session.take_back_keyboard()
        half_typed = self.session.half_typed
        self.show_view()
        if half_typed and all(idea.text != half_typed.strip() for idea in self.session.ideas()):
            self.typing.line.put(half_typed)
        if self.session.phase != ARRIVAL and not self.session.ended:
            stands = "" if self.session.clock.running else self.say("The clock stands; Space lets it run.")
            self.say_once(f"{self.say('The session goes on where it stopped.')} {stands}".strip())
        self.set_interval(TICK, self._tick)
        self.app.call_later(self.app.let_keys_through)

    def _tick(self) -> None:
        self.showing.show_clock()
        if self.begun:
            self.session.type_on(self.typing.half_typed)
        self.wall.update()

    def begins_in_answer(self, card: Card) -> bool:
        return False

    # -- showing ----------------------------------------------------------------------------------------------------

    def show_view(self) -> None:
        """Show the step the session is at, as it begins or is come back to."""
        card = self.session.card
        if card is not None and card.id != self.sitting.card.id:
            self.sitting.go_to(card)
            self.show_card(focus=False)
        self.typing.give_up()
        self.view = view_of(self)
        self.show_answer(False)
        self.view.opened()
        self.set_class(self.view.step in ("read", "write"), "-reading")
        self.set_class(card is None, "-no-card")
        self.set_class(not self.view.timed, "-no-clock")
        if self.view.types:
            self.typing.begin()
        else:
            self.typing.end()
        self.show_all()

    def show_all(self) -> None:
        """Something has changed: show it, here and on the wall."""
        self.showing.show_step()
        self.typing.show_label()
        self._name_keys()
        self.wall.update()

    def show_answer(self, shown: bool) -> None:
        """Show the editor of the card's answer in place of the step's area, or the area again."""
        self.set_class(shown, "-answering")

    def now(self) -> float:
        """The present moment, in seconds since 1970."""
        return self.session.now()

    @property
    def author_name(self) -> str:
        """Whose ideas are typed; empty for nobody's."""
        return self.session.name_of(self.author) if self.author else ""

    def done(self, text: str) -> None:
        """Say what a deed did, and show it."""
        self.say_once(text)
        self.show_all()

    # -- what it hears ----------------------------------------------------------------------------------------------

    def _strategy_changed(self, card_id: str) -> None:
        self.app.saving.changed()
        self.wall.update()

    def line_entered(self, text: str) -> None:
        if not self.typing.take(text):
            self.enter(text)
        self.show_all()

    def line_recalled(self, step: Literal[-1, 1]) -> None:
        raise NotImplementedError

    def line_author(self, step: Literal[-1, 1], begins: str) -> None:
        raise NotImplementedError

    def line_left(self) -> None:
        raise NotImplementedError

    def line_clicked(self) -> None:
        raise NotImplementedError

    def leave_now(self) -> None:
        """Leave the session as it stands."""
        raise NotImplementedError

    def show_minutes(self) -> None:
        """Show the document, with the minutes in it."""
        raise NotImplementedError

    def enter(self, text: str) -> None:
        """A line was typed for the step."""
        raise NotImplementedError

    @on(StepsRow.Chosen)
    def go_to_clicked_step(self, event: StepsRow.Chosen) -> None:
        self.go_to_step(event.step)

    def go_to_step(self, step: str) -> None:
        """Go to a step of the card in hand."""
        raise NotImplementedError

    @on(Area.Clicked)
    def click_on_area(self, event: Area.Clicked) -> None:
        self.view.clicked(event.mark)

    @on(Area.Dragged)
    def drag_on_area(self, event: Area.Dragged) -> None:
        self.view.dragged(event.mark, event.onto)

    @on(Editor.Leave)
    def leave_editor(self, event: Editor.Leave) -> None:
        event.stop()
        event.prevent_default()  # a session does not go on to the next card from the last cell
        self.view.key("escape")

    def _name_keys(self) -> None:
        bar = self.query_one(KeyBar)
        in_line = self.typing.on
        bar.show_letters(self.focused is None)
        bar.show_deeds(self.showing.keys(typing=in_line, answering=self.focused is not None and not in_line))
        self.typing.show_label()
        self.showing.show_how()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted while no field has the focus belongs into the line."""
        event.stop()
        event.prevent_default()
        if not self.has_class("-answering"):
            self.typing.begin()
            self.set_timer(0.05, lambda: self._paste_on(event.text))
