"""The card screen: one card on the table, and what the keys do there, in the order of the list in ``tui/keys``."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from impactcards.tui.keys import CARD_BAR, CARD_DEEDS, Deed, bindings
from impactcards.tui.playing.screen import PlayingScreen


class CardScreen(PlayingScreen):
    """Asks card after card. Whatever opens another screen is imported when it is asked for."""

    deeds: ClassVar[tuple[Deed, ...]] = CARD_DEEDS
    bar: ClassVar[tuple[str, ...]] = CARD_BAR
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(CARD_DEEDS),
        ("enter,i", "write"),
        ("escape", "step_out"),
        ("down", "read_on(1)"),
        ("up", "read_on(-1)"),
    ]

    # -- from card to card ------------------------------------------------------------------------------------------

    def action_next(self) -> None:
        self.going.next(focus=True)

    def action_back(self) -> None:
        self.going.back(focus=True)

    def action_walk(self, step: int) -> None:
        """Go through the cards without putting the cursor into their answers."""
        if step > 0:
            self.going.next(focus=False)
        else:
            self.going.back(focus=False)

    def action_later(self) -> None:
        self.going.put_off("later")

    def action_skip(self) -> None:
        self.going.put_off("skipped")

    def show_end(self) -> None:
        from impactcards.tui.ending import show_end

        show_end(self.app, self)

    # -- on the card ------------------------------------------------------------------------------------------------

    def action_turn(self) -> None:
        self.turn()

    def action_read_on(self, step: int) -> None:
        self.showing.face.scroll_text(step)

    def action_write(self) -> None:
        self.editor.take_focus()

    def action_step_out(self) -> None:
        self.set_focus(None)

    def action_undo(self) -> None:
        self.editor.flush()
        stays = self.sitting.step_back()
        self._after_step(stays is not None, self.say("There is nothing to take back on this card."))
        if stays:
            from impactcards.tui.playing.items import tell_stays

            tell_stays(self, stays)

    def action_redo(self) -> None:
        self._after_step(self.sitting.step_again(), self.say("There is nothing to do again on this card."))

    def _after_step(self, done: bool, otherwise: str) -> None:
        if done:
            self.editor.refresh_answer()
            self.showing.show_how()
            self.showing.show_progress()
        else:
            self.say_once(otherwise)

    def action_findings(self) -> None:
        found = [self.sitting.worded(finding) for finding in self.sitting.findings_of(self.sitting.card)]
        notice = self.showing.notice
        if not found:
            self.say_once(self.say("Nothing is open on this card."))
        elif notice.shows_findings:
            notice.next_finding()
        else:
            notice.show_findings(found)

    def action_finding(self) -> None:
        from impactcards.tui.finding_menu import about_findings

        self.editor.flush()
        about_findings(self)

    def show_findings(self) -> None:
        """Show the findings of the card as they are now."""
        self.showing.notice.show_findings(
            [self.sitting.worded(found) for found in self.sitting.findings_of(self.sitting.card)]
        )

    def action_editor(self) -> None:
        from impactcards.tui.outside import edit_answer

        edit_answer(self.app, self)

    def action_saved(self) -> None:
        self.editor.flush()
        self.app.saving.tell(self, self.reports.saved_at)

    # -- other screens over it --------------------------------------------------------------------------------------

    def action_note(self) -> None:
        from impactcards.tui.over import ask_note

        ask_note(self)

    def action_map(self) -> None:
        from impactcards.tui.over import show_map

        self.going.leave_card()
        show_map(self)

    def action_document(self) -> None:
        from impactcards.tui.over import show_document

        self.going.leave_card()
        show_document(self)

    def action_mistakes(self) -> None:
        from impactcards.tui.over import show_profile

        self.going.leave_card()
        show_profile(self)

    def action_versions(self) -> None:
        from impactcards.tui.versions_menu import show_versions

        self.going.leave_card()
        show_versions(self)

    def action_help(self) -> None:
        from impactcards.tui.over import show_help

        show_help(self, self.deeds, kind=self.sitting.card.answer.kind)

    def action_menu(self) -> None:
        from impactcards.tui.over import show_menu

        show_menu(self, self.deeds)

    def action_settings(self) -> None:
        from impactcards.tui.over import show_settings

        self.editor.flush()
        show_settings(self)

    def action_recipe(self) -> None:
        from impactcards.tui.over import choose_recipe

        self.editor.flush()
        choose_recipe(self)

    # -- leaving ----------------------------------------------------------------------------------------------------

    def action_leave(self) -> None:
        from impactcards.tui.leaving import leave_sitting

        self._leave_all()
        leave_sitting(self.app, self)

    def action_quit(self) -> None:
        from impactcards.tui.leaving import close

        self._leave_all()
        close(self.app, self)

    def _leave_all(self) -> None:
        self.going.leave_card()
        self.sitting.settle()
