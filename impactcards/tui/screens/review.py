"""The table in a review: last time's answer beside the new one, and one key that says that it is still true.

A card that has an answer opens without the cursor in it, so that letters are keys; one without opens to be written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from impactcards.deck.model import Card
from impactcards.strategy.reviews import Review
from impactcards.tui.keys import Deed, bindings
from impactcards.tui.reviewing.deeds import ALL_DEEDS, REVIEW_BAR, REVIEW_DEEDS
from impactcards.tui.reviewing.sitting import ReviewSitting
from impactcards.tui.reviewing.then import MOST, Then
from impactcards.tui.screens.card import CardScreen
from impactcards.words import Words

#: Seconds after a change until the strip over the answer says what became of the card.
SOON = 0.3


class ReviewScreen(CardScreen):
    """Plays the cards of a review."""

    sitting: ReviewSitting

    deeds: ClassVar[tuple[Deed, ...]] = ALL_DEEDS
    bar: ClassVar[tuple[str, ...]] = REVIEW_BAR
    BINDINGS: ClassVar[list[BindingType]] = bindings(REVIEW_DEEDS)

    def __init__(self, sitting: ReviewSitting, say: Words) -> None:
        super().__init__(sitting, say)
        self.then = Then(sitting.review, say)
        self._soon = False

    @property
    def review(self) -> Review:
        return self.sitting.review

    # -- showing ----------------------------------------------------------------------------------------------------

    def beside(self) -> Iterator[Widget]:
        self.then.show_card(self.sitting.card, room=self._room)
        yield self.then

    @property
    def _room(self) -> int:
        """Lines for last time's answer: fewer where the screen is low."""
        return max(1, min(MOST, self.app.size.height // 6))

    def begins_in_answer(self, card: Card) -> bool:
        return not self.sitting.strategy.answer(card.id).answered and not self.review.then(card).answered

    def how_to_begin(self) -> str:
        if self.review.did(self.sitting.card) or not self.sitting.strategy.answer(self.sitting.card.id).answered:
            return super().how_to_begin()
        return self.say("y: still true · Enter: change it")

    def card_shown(self, card: Card) -> None:
        self.then.show_card(card, room=self._room)

    def show_card(self, *, focus: bool = True) -> None:
        """Letters are keys on a card that has an answer, wherever one comes from."""
        super().show_card(focus=focus and self.begins_in_answer(self.sitting.card))

    def card_left(self, card: Card) -> None:
        self.review.look(card)

    def _strategy_changed(self, card_id: str) -> None:
        super()._strategy_changed(card_id)
        if not self._soon:
            self._soon = True
            self.set_timer(SOON, self._show_what_became)

    def _show_what_became(self) -> None:
        """What became of the card; its note in the review is brought up to date on the way."""
        self.review.look(self.sitting.card)
        self._soon = False
        if self.is_attached:
            self.then.show_card(self.sitting.card, room=self._room)
            self.showing.show_progress()

    def show_end(self) -> None:
        from impactcards.tui.reviewing.ending import show_end

        show_end(self)

    # -- deeds ------------------------------------------------------------------------------------------------------

    def action_still_true(self) -> None:
        """Keep the answer and go on; on a card that was kept or dropped before, take that back."""
        self.editor.flush()
        sitting, review, card = self.sitting, self.review, self.sitting.card
        if self._nothing_more():
            return
        if review.did(card) in ("kept", "dropped"):
            sitting.note_step()
            review.take_back(card)
            self.editor.refresh_answer()
            self.card_shown(card)
            self.say_once(self.say("Taken back: the card is open again."))
            return
        if not sitting.strategy.answer(card.id).answered:
            self.say_once(self.say("There is no answer here that could be kept. Enter goes into it."))
            return
        asks = review.asks_more(card)
        sitting.keep()
        if asks:
            self._ask_more(card)
        else:
            self._go_on(card)

    def _go_on(self, card: Card) -> None:
        self.going.next(focus=True)
        if self.sitting.card.id != card.id:
            self.say_once(self.say("“{title}” is kept.", title=card.title))

    def _ask_more(self, card: Card) -> None:
        from impactcards.tui.screens.dialogs import AskLine

        say = self.say

        def take(text: str | None) -> None:
            if text:
                self.review.set_why(card, text)
            self._go_on(card)

        hint = say("It has stayed the same for three reviews. One line; empty leaves the question open.")
        title = say("What would have to happen for this answer to change?")
        self.app.push_screen(AskLine(title, say, value=self.review.why(card), hint=hint, keep=True), take)

    def action_drop(self) -> None:
        self.editor.flush()
        if self._nothing_more():
            return
        if not self.sitting.drop():
            self.say_once(self.say("There is no answer here that could be dropped."))
            return
        self.editor.refresh_answer()
        self.card_shown(self.sitting.card)
        self.say_once(
            self.say(
                "The answer is dropped; the version before the review keeps it. {key} brings it back.",
                key=self.shown_key("undo"),
            )
        )

    def action_why(self) -> None:
        from impactcards.tui.screens.dialogs import AskLine

        self.editor.flush()
        if self._nothing_more():
            return
        card, say = self.sitting.card, self.say
        self.review.look(card)

        def take(text: str | None) -> None:
            if text is not None:
                self.review.set_why(card, text)
                self.card_shown(card)

        hint = say("It is kept with the review. Empty takes it away.")
        title = say("Why? “{title}”", title=card.title)
        self.app.push_screen(AskLine(title, say, value=self.review.why(card), hint=hint, keep=True), take)

    def _nothing_more(self) -> bool:
        """Whether the review is over; then nothing more is noted, and that is said."""
        if self.review.ended:
            self.say_once(self.say("This review has ended. What you change now is kept as ever."))
        return self.review.ended

    def action_undo(self) -> None:
        super().action_undo()
        self.review.look(self.sitting.card)

    def action_redo(self) -> None:
        super().action_redo()
        self.review.look(self.sitting.card)

    def action_recipe(self) -> None:
        self.say_once(self.say("A review deals its own cards. Leave it to play another recipe."))

    def action_end(self) -> None:
        from impactcards.tui.reviewing.ending import end_review, show_end

        self.going.leave_card()
        if self.review.progress().done < self.review.progress().total:
            show_end(self, early=True)
        else:
            end_review(self)

    @on(Then.Clicked)
    def compare_by_click(self) -> None:
        self.action_compare()

    def action_compare(self) -> None:
        """The card on the table: last time and now."""
        self.compare_all(at=self.sitting.card.title)

    def compare_all(self, *, at: str = "") -> None:
        """All that has changed since the review began, opened at a card."""
        from impactcards.strategy.versions import list_versions
        from impactcards.tui.comparing import show_comparison

        self.editor.flush()
        name = self.review.entry.get("version")
        kept = next((each for each in list_versions(self.sitting.opened.folder) if each.name == name), None)
        show_comparison(self, self.review.before, version=kept, at=at)
