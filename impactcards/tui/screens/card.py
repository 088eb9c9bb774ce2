"""The card screen: one card on the table, its answer in front of you, and how far along you are.

Attributes go down to the widgets and messages come up; the sitting holds what is true. Nothing slow stands on the path
of a key press: the hand is dealt anew and findings are worked out when a card is left or a moment after a change.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen

from impactcards.deck.kinds import TableAnswer
from impactcards.deck.model import Card
from impactcards.strategy.hand import CardState
from impactcards.strategy.results import SaveResult
from impactcards.strategy.taking import apply
from impactcards.tui.editors import Editor, editor_for
from impactcards.tui.keys import CARD_BAR, CARD_DEEDS, bindings, keys_of, shown_key
from impactcards.tui.sitting import Sitting
from impactcards.tui.widgets.face import Face
from impactcards.tui.widgets.header import BAR_FROM, Header
from impactcards.tui.widgets.key_bar import KeyBar
from impactcards.tui.widgets.line import Line
from impactcards.tui.widgets.notice import Notice
from impactcards.words import Message as Sentence
from impactcards.words import Words

if TYPE_CHECKING:
    from impactcards.tui.app import ImpactCardsApp

#: Seconds after a change until the hand is dealt anew; nobody waits for it.
SETTLE = 0.3

#: From this width on, the back of the card stands beside the answer.
WIDE = 150

_DEEDS = {deed.id: deed for deed in CARD_DEEDS}


class CardScreen(Screen[None]):
    """Plays the hand of a sitting."""

    app: ImpactCardsApp

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-stacked"), (100, "-beside"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-tall"), (30, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(CARD_DEEDS),
        ("enter,i", "write"),
        ("escape", "step_out"),
        ("down", "read_on(1)"),
        ("up", "read_on(-1)"),
    ]

    class Saved(Message):
        """The saver's word, sent from its thread."""

        def __init__(self, result: SaveResult) -> None:
            self.result = result
            super().__init__()

    def __init__(self, sitting: Sitting, say: Words) -> None:
        super().__init__()
        self.sitting = sitting
        self.say = say
        self._editors: dict[str, Editor] = {}
        self._left: set[str] = {card_id for card_id, answer in sitting.strategy.answers.items() if answer.answered}
        self._settling = False
        self._saved_at: datetime | None = None
        self._trouble = ""
        self._back: Face | None = None
        self._back_shown = False
        self._styled_by_mounting = True

    # -- the parts --------------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        say, keymap = self.say, self.app.settings.keys
        self._settle_classes()
        face = Face(say, id="face")
        face.show(self.sitting.card, self.sitting.deck)
        yield Header()
        with Container(id="table"):
            yield face
            with Vertical(id="answer"):
                yield Line(id="how")
                yield self._editor_for(self.sitting.card)
                yield Notice(say, id="notice")
        bar = [_DEEDS[name] for name in CARD_BAR]
        yield KeyBar(bar, say, last=_DEEDS["menu"], keymap=keymap)

    def _settle_classes(self) -> None:
        """Take on the classes that go by size and card before anything is mounted, so that all is styled but once."""
        width, height = self.app.size
        for size, steps in ((width, self.HORIZONTAL_BREAKPOINTS), (height, self.VERTICAL_BREAKPOINTS)):
            self.add_class(next(name for least, name in reversed(steps) if size >= least), update=False)
        self.set_class(_is_broad(self.sitting.card), "-broad", update=False)

    def update_node_styles(self, animate: bool = True) -> None:
        """Style everything anew; not when the screen first comes up, for what has just been mounted is styled."""
        if self._styled_by_mounting:
            self._styled_by_mounting = False
        else:
            super().update_node_styles(animate)

    @property
    def editor(self) -> Editor:
        """The editor of the card on the table; one is kept for each kind of answer."""
        kind = self.sitting.card.answer.kind
        return self._editors[kind]

    def on_mount(self) -> None:
        sitting = self.sitting
        sitting.strategy.listen(self._strategy_changed)
        self._header.show_title(sitting.strategy.name, self._recipe_title())
        if sitting.read_only:
            self._header.show_saved(self.say("read only"), trouble=True)
        else:
            self.app.start_saving(sitting, self._report)
            self._header.show_saved(self.say("saved"))
        self.show_card()
        if sitting.hand.dealt_first:
            titles = ", ".join(card.title for card in sitting.hand.dealt_first)
            self._notice.say_once(self.say("Dealt first, because the others build on it: {titles}.", titles=titles))
        if sitting.opened.read_only_reason:
            self._notice.say_once(self.say(sitting.opened.read_only_reason), trouble=True)
        elif sitting.opened.faults:
            fault = sitting.opened.faults[0]
            self._notice.say_once(fault.worded(self.say), trouble=True)
        begun = any(answer.answered for answer in sitting.strategy.answers.values())
        if not (begun or sitting.hand.recipe or sitting.read_only) and len(sitting.deck.recipes) > 1:
            self.call_after_refresh(self.app.choose_recipe, self)
        if sitting.opened.newer_deck is not None and not sitting.read_only:
            self.call_after_refresh(self.app.offer_newer_deck, sitting.opened)

    def _report(self, result: SaveResult) -> None:
        """Called in the saver's thread."""
        self.post_message(self.Saved(result))

    @property
    def _header(self) -> Header:
        return self.query_one(Header)

    @property
    def _notice(self) -> Notice:
        return self.query_one("#notice", Notice)

    @property
    def _face(self) -> Face:
        return self.query_one("#face", Face)

    def _recipe_title(self) -> str:
        recipe = self.sitting.hand.recipe
        return recipe.title if recipe else self.sitting.deck.title

    # -- the card on the table --------------------------------------------------------------------------------------

    def show_card(self, *, focus: bool = True) -> None:
        """Show the card on the table: first its face, then its answer."""
        sitting = self.sitting
        card = sitting.card
        self._show_faces()
        self.set_class(_is_broad(card), "-broad")
        self._show_editor(card, focus)
        self._show_progress()
        read = card.id in self._left
        self._notice.show_findings([self._worded(f) for f in sitting.findings_of(card)] if read else [])
        answer = sitting.strategy.answer(card.id)
        if answer.note:
            self._notice.say_once(self.say("Note: {note}", note=answer.note))

    def show_hand(self) -> None:
        """Show that another recipe was taken: its title, its progress, the card on the table."""
        self._header.show_title(self.sitting.strategy.name, self._recipe_title())
        self.show_card()

    def _editor_for(self, card: Card) -> Editor:
        """The editor for a card's kind of answer, made when it is first needed."""
        kind = card.answer.kind
        if kind not in self._editors:
            self._editors[kind] = editor_for(card.answer, self.say)
            self._editors[kind].on_change = self.take_answer
            self._editors[kind].on_add = self.add_item
        return self._editors[kind]

    def _show_faces(self) -> None:
        """The front of the card; where there is room, the back beside the answer too: then nothing is to be turned."""
        card, deck = self.sitting.card, self.sitting.deck
        self._back_shown = self.size.width >= WIDE
        self._face.show(card, deck, turn_hint="" if self._back_shown else self.shown_key("turn"))
        if self._back_shown:
            back = self._back
            if back is None:
                back = self._back = Face(self.say, id="back", back_only=True)
                self.query_one("#table").mount(back)
            back.show(card, deck)

    def _show_editor(self, card: Card, focus: bool) -> None:
        editor = self._editor_for(card)
        if not editor.is_attached:
            self.query_one("#answer", Vertical).mount(editor, before="#notice")
        for other in self._editors.values():
            other.display = other is editor
        editor.load(card, self.sitting.strategy, read_only=self._read_only(card))
        self._show_how()
        if focus:
            self.call_later(self._take_focus, editor)
        else:
            self.set_focus(None)

    def _take_focus(self, editor: Editor) -> None:
        if editor.display:
            editor.take_focus()

    def _read_only(self, card: Card) -> bool:
        return self.sitting.read_only or self.sitting.strategy.answer(card.id).raw is not None

    def _show_how(self) -> None:
        say, editor = self.say, self.editor
        answer = self.sitting.strategy.answer(self.sitting.card.id)
        heading = say("Your answer")
        if answer.put_off == "later":
            heading = say("Put off")
        elif answer.put_off == "skipped":
            heading = say("Skipped on purpose")
        how = _worded(editor.how_to, say)
        if self.focused is None and not self.sitting.read_only:
            how = say("Enter goes into the answer; letters are keys here")
        line = self.query_one("#how", Line)
        left = Content.assemble((heading, "bold"), (f" · {how}" if how else "", "$quiet"))
        status = Content.styled(_worded(editor.status, say), "$quiet")
        gap = line.content_size.width - left.cell_length - status.cell_length
        line.show(Content.assemble(left, " " * max(2, gap), status) if status.cell_length else left)

    def _show_progress(self) -> None:
        say, sitting = self.say, self.sitting
        cards, at, done = sitting.hand.cards, sitting.index, sitting.progress()
        states = [sitting.state(card) for card in cards] if len(cards) < BAR_FROM else ()
        place = say("card {at} of {all}", at=at + 1, all=len(cards)) if at >= 0 else say("not in this hand")
        if self.size.width >= 70 and done.minutes_left:
            place += " · " + say("~{minutes} min", minutes=f"{done.minutes_left:.0f}")
        self._header.show_progress(states, at, place, done.done / max(1, done.total))

    def _worded(self, finding: object) -> str:
        return self.app.worded_finding(finding)

    def shown_key(self, deed_id: str) -> str:
        """A deed's first key as the screen names it."""
        keys = keys_of(_DEEDS[deed_id], self.app.settings.keys)
        return self.say(shown_key(keys[0] if keys else _DEEDS[deed_id].letters[0]))

    # -- what happens -----------------------------------------------------------------------------------------------

    def take_answer(self, event: Editor.Changed) -> None:
        """Take an answer from the editor, at once: nothing may stand between what is typed and the strategy."""
        card = self.sitting.card
        if event.card_id != card.id:  # a last word from an editor whose card has been left
            self.sitting.strategy.set_value(event.card_id, event.value)
            return
        self.sitting.answer(card, event.value, typing=event.kind == "typing")

    @on(Editor.AddItem)
    def add_item(self, event: Editor.AddItem) -> None:
        event.stop()
        item = self.sitting.strategy.add_item(event.card_id, event.text)
        event.then(item)
        source = self.sitting.deck.card(event.card_id)
        if source is not None:
            self._notice.say_once(
                self.say("“{item}” now also stands on the card “{title}”.", item=item.text, title=source.title)
            )

    @on(Editor.Removed)
    def tell_removed(self, event: Editor.Removed) -> None:
        event.stop()
        titles = dict.fromkeys(card.title for pick in event.picks if (card := self.sitting.deck.card(pick.card)))
        self._notice.say_once(
            self.say(
                "“{item}” was picked on: {titles}. There it now reads as removed; {key} brings it back.",
                item=event.item_text,
                titles=", ".join(map(self.say.quoted, titles)),
                key=self.shown_key("undo"),
            )
        )

    @on(Editor.Leave)
    def leave_editor(self, event: Editor.Leave) -> None:
        event.stop()
        if event.direction > 0:
            self.action_next()
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
        if event.control is self._editors.get(self.sitting.card.answer.kind):
            self._show_how()

    @on(Face.Turned)
    def turn_by_click(self) -> None:
        self.action_turn()

    @on(Notice.Clicked)
    def next_finding_by_click(self) -> None:
        self._notice.next_finding()

    @on(KeyBar.Chosen)
    async def do_chosen(self, event: KeyBar.Chosen) -> None:
        await self.run_action(event.deed.action)

    def on_descendant_focus(self) -> None:
        self._name_keys()

    def on_descendant_blur(self) -> None:
        self.call_after_refresh(self._name_keys)

    def _name_keys(self) -> None:
        self.query_one(KeyBar).show_letters(self.focused is None)
        self._show_how()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted while no field has the focus belongs into the answer all the same."""
        event.stop()
        self.editor.take_focus()
        self.set_timer(0.05, lambda: self._paste_on(event.text))

    def _paste_on(self, text: str) -> None:
        if self.focused is not None:
            self.focused.post_message(events.Paste(text))

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        if (self.size.width >= WIDE) != self._back_shown:
            self._show_faces()
        self._show_how()
        self._show_progress()

    def _strategy_changed(self, card_id: str) -> None:
        self.app.saver_changed()
        self._settle_soon()

    def _settle_soon(self) -> None:
        if not self._settling:
            self._settling = True
            self.set_timer(SETTLE, self._settle)

    def _settle(self) -> None:
        self._settling = False
        if not self.is_attached:
            return
        came = self.sitting.settle()
        self._show_progress()
        self._notice.keep_findings([self._worded(f) for f in self.sitting.findings_of(self.sitting.card)])
        self._show_how()
        if came:
            titles = ", ".join(self.say.quoted(card.title) for card in came)
            self._notice.say_once(
                self.say.plural(
                    "Your answer adds a card: {titles}.",
                    "Your answer adds {n} cards: {titles}.",
                    len(came),
                    titles=titles,
                )
            )

    @on(Saved)
    def show_saved(self, event: Saved) -> None:
        result, say = event.result, self.say
        came = apply(result, self.sitting.strategy)
        if not result.ok:
            self._trouble = say(result.error) if result.error else ""
            self._header.show_saved(say("not saved"), trouble=True)
            self._notice.say_once(self._trouble, trouble=True)
            return
        if self._trouble:
            self._trouble = ""
            self._notice.say_once(say("Saving works again. Everything is saved."))
        self._saved_at = result.at
        self._header.show_saved(say("saved"))
        if self.sitting.card.id in came:
            self.editor.refresh_answer()
        if result.conflicts:
            titles = ", ".join(self._title(card_id) for card_id in result.conflicts)
            self._notice.say_once(
                say(
                    "Changed in two places: {titles}. The newer answer stands, "
                    "the older one is kept in the folder “conflicts”.",
                    titles=titles,
                ),
                trouble=True,
            )
        elif came:
            titles = ", ".join(self._title(card_id) for card_id in came)
            self._notice.say_once(say("Changed in another window: {titles}.", titles=titles))
        elif result.document_problem:
            self._notice.say_once(say(result.document_problem), trouble=True)
        elif result.moved_document:
            self._notice.say_once(
                say(
                    "strategy.md had been edited by hand. That version is kept as “{name}”.",
                    name=result.moved_document.name,
                )
            )

    def _title(self, card_id: str) -> str:
        card = self.sitting.deck.card(card_id)
        return self.say.quoted(card.title) if card else card_id

    # -- deeds ------------------------------------------------------------------------------------------------------

    def go_to(self, card: Card, *, focus: bool) -> None:
        """Leave the card on the table and put another one there, with the cursor in its answer or not."""
        left = self.sitting.card
        loose = self.leave_card()
        self.sitting.go_to(card)
        self._settle_soon()
        self.show_card(focus=focus)
        if loose and left.id != card.id and not self._notice.has_class("-said"):
            text = self.say.plural(
                "“{title}” leaves one thing open. It stands on that card.",
                "“{title}” leaves {n} things open. They stand on that card.",
                loose,
                title=left.title,
            )
            self._notice.say_once(text)

    def leave_card(self) -> int:
        """Take in the last of what was typed; returns how many findings the card has now that it is left."""
        self.editor.flush()
        card = self.sitting.card
        first_time = card.id not in self._left
        state = self.sitting.state(card)
        if state in (CardState.BEGUN, CardState.ANSWERED):
            self._left.add(card.id)
            self.sitting.deal_again()
            return len(self.sitting.findings_of(card)) if first_time else 0
        return 0

    def action_next(self) -> None:
        self._next(focus=True)

    def action_walk(self, step: int) -> None:
        """Go through the cards without putting the cursor into their answers."""
        if step > 0:
            self._next(focus=False)
        else:
            self._previous(focus=False)

    def _next(self, *, focus: bool) -> None:
        self.editor.flush()
        card = self.sitting.neighbour(1)
        if card is not None:
            self.go_to(card, focus=focus)
        else:
            self.leave_card()
            self._show_progress()
            self.app.show_end(self)

    def action_back(self) -> None:
        self._previous(focus=True)

    def _previous(self, *, focus: bool) -> None:
        card = self.sitting.neighbour(-1)
        if card is not None:
            self.go_to(card, focus=focus)
        else:
            self._notice.say_once(self.say("This is the first card."))

    def action_turn(self) -> None:
        if not self._back_shown:
            self._face.turn()

    def action_read_on(self, step: int) -> None:
        self._face.scroll_text(step)

    def action_map(self) -> None:
        self.leave_card()
        self.app.show_map(self)

    def action_document(self) -> None:
        self.leave_card()
        self.app.show_document(self)

    def action_help(self) -> None:
        self.app.show_help(self)

    def action_menu(self) -> None:
        self.app.show_menu(self, CARD_DEEDS)

    def action_settings(self) -> None:
        self.editor.flush()
        self.app.show_settings(self)

    def action_recipe(self) -> None:
        self.editor.flush()
        self.app.choose_recipe(self)

    def action_later(self) -> None:
        self._put_off("later")

    def action_skip(self) -> None:
        self._put_off("skipped")

    def _put_off(self, how: str) -> None:
        if self.sitting.read_only:
            return
        self.editor.flush()
        present = self.sitting.strategy.answer(self.sitting.card.id)
        if present.put_off == how:
            self.sitting.put_off(None)
            self._show_how()
            self._show_progress()
            return
        title = self.sitting.card.title
        self.sitting.put_off("later" if how == "later" else "skipped")
        card = self.sitting.neighbour(1)
        if card is None:
            self._show_how()
            self._show_progress()
            self.app.show_end(self)
            return
        self.sitting.deal_again()
        typing = self.focused is not None
        self.sitting.go_to(card)
        self._settle_soon()
        self.show_card(focus=typing)
        said = self.say("“{title}” is put off; the map keeps it for you.", title=title)
        if how != "later":
            said = self.say("“{title}” is skipped on purpose; the document says so.", title=title)
        self._notice.say_once(said)

    def action_undo(self) -> None:
        self.editor.flush()
        self._after_step(self.sitting.step_back(), self.say("There is nothing to take back on this card."))

    def action_redo(self) -> None:
        self._after_step(self.sitting.step_again(), self.say("There is nothing to do again on this card."))

    def _after_step(self, done: bool, otherwise: str) -> None:
        if done:
            self.editor.refresh_answer()
            self._show_how()
            self._show_progress()
        else:
            self._notice.say_once(otherwise)

    def action_note(self) -> None:
        self.app.ask_note(self)

    def action_editor(self) -> None:
        self.app.edit_outside(self)

    def action_findings(self) -> None:
        found = [self._worded(finding) for finding in self.sitting.findings_of(self.sitting.card)]
        if not found:
            self._notice.say_once(self.say("Nothing is open on this card."))
        elif self._notice.shows_findings:
            self._notice.next_finding()
        else:
            self._notice.show_findings(found)

    def action_saved(self) -> None:
        self.editor.flush()
        self.app.tell_saved(self, self._saved_at)

    def say_once(self, text: str, *, trouble: bool = False) -> None:
        """Show a sentence under the answer."""
        self._notice.say_once(text, trouble=trouble)

    def action_write(self) -> None:
        self.editor.take_focus()

    def action_step_out(self) -> None:
        self.set_focus(None)

    def action_leave(self) -> None:
        self.leave_card()
        self.sitting.settle()
        self.app.leave_sitting(self)

    def action_quit(self) -> None:
        self.leave_card()
        self.sitting.settle()
        self.app.close(self)


def _is_broad(card: Card) -> bool:
    """Whether an answer needs the whole width: tables of four columns or more."""
    kind = card.answer
    return isinstance(kind, TableAnswer) and len(kind.columns) + (kind.rows is not None) >= 4


def _worded(text: str | Sentence, say: Words) -> str:
    return say(text) if isinstance(text, Sentence) else text
