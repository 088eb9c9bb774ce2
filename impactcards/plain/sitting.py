"""What a walk knows while it lasts: the strategy, the hand, where the lines go, and what can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

from impactcards.deck.model import Card
from impactcards.document import document_of
from impactcards.plain.commands import is_command
from impactcards.plain.console import Console
from impactcards.strategy.answer import Answer, PutOff
from impactcards.strategy.hand import Hand, deal, newly_dealt
from impactcards.strategy.results import SaveResult
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Value
from impactcards.words import Message, Words


class Opened(Protocol):
    """What the walk needs of an open strategy; :class:`impactcards.strategy.opened.OpenStrategy` has it."""

    strategy: Strategy
    read_only_reason: Message | None

    @property
    def folder(self) -> Path: ...

    def save(self, document: Callable[[Strategy], str] | None = None) -> SaveResult: ...

    def place(self) -> str: ...

    def remember_place(self, card_id: str, recipe_id: str) -> None: ...


class Sitting:
    """One walk. Every change is saved at once; ``obey`` is called with each command line that is read."""

    def __init__(self, opened: Opened, hand: Hand, console: Console, say: Words, today: date) -> None:
        self.opened = opened
        self.hand = hand
        self.console = console
        self.say = say
        self.today = today
        self.obey: Callable[[str], None] = self.tell  # until the walk says who obeys
        self._before: list[tuple[str, Answer]] = []
        self._trouble: Message | None = None

    @property
    def strategy(self) -> Strategy:
        return self.opened.strategy

    # -- lines ------------------------------------------------------------------------------------------------------

    def tell(self, text: str = "") -> None:
        """Write a line."""
        self.console.write(text)

    def line(self) -> str:
        """The next line that is an answer. Commands are obeyed on the way; one that leaves the card raises."""
        while True:
            line = self.console.read()
            if not is_command(line.rstrip()):
                return line
            self.obey(line.rstrip())

    # -- changes ----------------------------------------------------------------------------------------------------

    def keep(self, card: Card, value: Value, *, same_change: bool = False) -> None:
        """Answer a card and save. ``same_change``: it goes on with the change before, and is taken back with it."""
        self._change(card, lambda: self.strategy.set_value(card.id, value), same_change=same_change)

    def put_off(self, card: Card, how: PutOff | None) -> None:
        """Leave a card for later, or out on purpose."""
        self._change(card, lambda: self.strategy.put_off(card.id, how))

    def note(self, card: Card, note: str) -> None:
        """Write a note to a card."""
        self._change(card, lambda: self.strategy.set_note(card.id, note))

    def may_change(self) -> bool:
        """Whether anything can be changed at all; if not, the reason is said."""
        reason = self.opened.read_only_reason
        if reason is not None:
            self.tell(self.say(reason))
        return reason is None

    def remember(self, card: Card, before: Answer) -> None:
        """A card was changed by somebody else's hand (a review's); so far it had this answer, and can have it again."""
        if self.strategy.answer(card.id) != before:
            self._before.append((card.id, before))

    def undo(self) -> Card | None:
        """Take the last change back. Returns the card it was made on, or None if there is nothing to take back."""
        if not self._before:
            return None
        card_id, answer = self._before.pop()
        self.strategy.put(card_id, answer)
        self.save()
        return self.strategy.deck.card(card_id)

    def _change(self, card: Card, change: Callable[[], None], *, same_change: bool = False) -> None:
        if not self.may_change():
            return
        before = self.strategy.answer(card.id)
        change()
        if self.strategy.answer(card.id) != before:
            if not same_change:
                self._before.append((card.id, before))
            self.save()

    @property
    def is_saved(self) -> bool:
        """Whether everything that was answered stands in the files."""
        return self.opened.read_only_reason is None and self._trouble is None

    def save(self) -> None:
        """Save now. What goes wrong is said once, until it is right again."""
        if self.opened.read_only_reason is not None:
            return
        result = self.opened.save(document_of(self.opened.folder))
        trouble = result.error or result.document_problem
        if trouble is not None and trouble != self._trouble:
            self.tell(self.say(trouble))
        self._trouble = trouble
        if result.moved_document is not None:
            self.tell(
                self.say(
                    "The document had been edited by hand; that copy is now {file}.", file=result.moved_document.name
                )
            )
        for card_id in result.conflicts:
            card = self.strategy.deck.card(card_id)
            title = card.title if card else card_id
            self.tell(self.say("“{title}” was changed elsewhere too. The newer answer stands.", title=title))

    # -- the hand ---------------------------------------------------------------------------------------------------

    def deal_again(self) -> tuple[Card, ...]:
        """Work the hand out anew after answers changed. Returns the cards that came in."""
        before = self.hand
        if before.left_out:  # a hand that was fitted into some minutes stays as it was dealt
            return ()
        self.hand = deal(self.strategy, before.recipe.id if before.recipe else "", before=before)
        return newly_dealt(before, self.hand)

    def number(self, card: Card) -> int:
        """The number of a card in the hand, from 1; 0 if it is not in it."""
        return next((n for n, dealt in enumerate(self.hand.cards, 1) if dealt.id == card.id), 0)


__all__ = ["Opened", "Sitting"]
