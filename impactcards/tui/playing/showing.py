"""How a card lies on the table: its face, the editor of its answer, and the words on how far along one is.

A widget that stands is used again: one editor is kept for each kind of answer, and the back is mounted where there is
room for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content

from impactcards.deck.kinds import TableAnswer
from impactcards.deck.model import Card
from impactcards.tui.editors import Editor, editor_for
from impactcards.tui.sitting import Sitting
from impactcards.tui.widgets.face import Face
from impactcards.tui.widgets.header import BAR_FROM, Header
from impactcards.tui.widgets.line import Line
from impactcards.tui.widgets.notice import Notice
from impactcards.words import Message, Words

if TYPE_CHECKING:
    from impactcards.tui.playing.screen import PlayingScreen

#: From this width on, the back of the card stands beside the answer.
WIDE = 150


class Showing:
    """Shows the card of the screen's sitting. Nothing here changes the strategy."""

    def __init__(self, screen: PlayingScreen) -> None:
        self._screen = screen
        self._say: Words = screen.say
        self._editors: dict[str, Editor] = {}
        self._back: Face | None = None
        self.back_shown = False

    @property
    def _sitting(self) -> Sitting:
        return self._screen.sitting

    @property
    def header(self) -> Header:
        return self._screen.query_one(Header)

    @property
    def notice(self) -> Notice:
        return self._screen.query_one("#notice", Notice)

    @property
    def face(self) -> Face:
        return self._screen.query_one("#face", Face)

    @property
    def editor(self) -> Editor:
        """The editor of the card on the table."""
        return self._editors[self._sitting.card.answer.kind]

    def editor_for(self, card: Card) -> Editor:
        """The editor for a card's kind of answer, made when it is first needed."""
        kind = card.answer.kind
        if kind not in self._editors:
            self._editors[kind] = editor = editor_for(card.answer, self._say)
            editor.on_change = self._screen.take_answer
            editor.on_add = self._screen.add_item
        return self._editors[kind]

    # -- showing ----------------------------------------------------------------------------------------------------

    def show_card(self, *, focus: bool = True) -> None:
        """Show the card on the table: first its face, then its answer. ``focus``: with the cursor in the answer."""
        sitting = self._sitting
        card = sitting.card
        self.show_faces()
        self._screen.set_class(is_broad(card), "-broad")
        self._show_editor(card, focus)
        self.show_progress()
        read = card.id in sitting.left
        self.notice.show_findings([sitting.worded(f) for f in sitting.findings_of(card)] if read else [])
        answer = sitting.strategy.answer(card.id)
        if answer.note:
            self.notice.say_once(self._say("Note: {note}", note=answer.note))

    def show_title(self) -> None:
        """Name the strategy and its recipe."""
        recipe = self._sitting.hand.recipe
        self.header.show_title(self._sitting.strategy.name, recipe.title if recipe else self._sitting.deck.title)

    def show_faces(self) -> None:
        """The front of the card; where there is room, the back beside the answer too: then nothing is to be turned."""
        card, deck = self._sitting.card, self._sitting.deck
        self.back_shown = self._screen.size.width >= WIDE
        self.face.show(card, deck, turn_hint="" if self.back_shown else self._screen.shown_key("turn"))
        if self.back_shown:
            back = self._back
            if back is None:
                back = self._back = Face(self._say, id="back", back_only=True)
                self._screen.query_one("#table").mount(back)
            back.show(card, deck)

    def _show_editor(self, card: Card, focus: bool) -> None:
        editor = self.editor_for(card)
        if not editor.is_attached:
            self.place_editor(editor)
        for other in self._editors.values():
            other.display = other is editor
        sitting = self._sitting
        editor.load(
            card, sitting.strategy, read_only=sitting.read_only or sitting.strategy.answer(card.id).raw is not None
        )
        self.show_how()
        if focus:
            self._screen.call_later(self._take_focus, editor)
        else:
            self._screen.set_focus(None)

    def place_editor(self, editor: Editor) -> None:
        """Put a new editor where answers are written."""
        self._screen.query_one("#answer", Vertical).mount(editor, before="#notice")

    def _take_focus(self, editor: Editor) -> None:
        if editor.display:
            editor.take_focus()

    def show_how(self) -> None:
        """The line over the answer: whether it is put off, what the keys do there, a remark on what it holds."""
        say, editor = self._say, self.editor
        answer = self._sitting.strategy.answer(self._sitting.card.id)
        heading = say("Your answer")
        if answer.put_off == "later":
            heading = say("Put off")
        elif answer.put_off == "skipped":
            heading = say("Skipped on purpose")
        how = _worded(editor.how_to, say)
        if self._screen.focused is None and self._screen.begun and not self._sitting.read_only:
            how = self._screen.how_to_begin()
        line = self._screen.query_one("#how", Line)
        left = Content.assemble((heading, "bold"), (f" · {how}" if how else "", "$quiet"))
        status = Content.styled(_worded(editor.status, say), "$quiet")
        room = line.content_size.width
        if self._screen.focused is not None and left.cell_length + 2 + status.cell_length > room:
            left = Content.styled(heading, "bold")  # what the keys do gives way to what a cell cannot show whole
            status = status.truncate(max(1, room - left.cell_length - 2), ellipsis=True)
        gap = room - left.cell_length - status.cell_length
        line.show(Content.assemble(left, " " * gap, status) if status.cell_length and gap >= 2 else left)

    def show_progress(self) -> None:
        """How far along one is in the hand."""
        say, sitting = self._say, self._sitting
        cards, at, done = sitting.hand.cards, sitting.index, sitting.progress()
        states = [sitting.state(card) for card in cards] if len(cards) < BAR_FROM else ()
        place = say("card {at} of {all}", at=at + 1, all=len(cards)) if at >= 0 else say("not in this hand")
        if self._screen.size.width >= 70 and done.minutes_left:
            place += " · " + say("~{minutes} min", minutes=f"{done.minutes_left:.0f}")
        self.header.show_progress(states, at, place, done.done / max(1, done.total))

    def resized(self) -> None:
        """The screen has another size now."""
        if (self._screen.size.width >= WIDE) != self.back_shown:
            self.show_faces()
        self.show_how()
        self.show_progress()


def is_broad(card: Card) -> bool:
    """Whether an answer needs the whole width: tables of four columns or more."""
    kind = card.answer
    return isinstance(kind, TableAnswer) and len(kind.columns) + (kind.rows is not None) >= 4


def _worded(text: str | Message, say: Words) -> str:
    return say(text) if isinstance(text, Message) else text
