"""One sitting with a strategy: the hand, the card one is at, what can be undone, and saving behind one's back.

It knows no widget. Screens ask it and tell it; it tells the screens when something changed that they did not do
themselves (another window's answers, the saver's word).
"""

from __future__ import annotations

from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING

from impactcards.deck.model import Card, Deck
from impactcards.strategy.answer import PutOff
from impactcards.strategy.hand import CardState, Hand, Progress, deal, newly_dealt
from impactcards.strategy.opened import OpenStrategy
from impactcards.strategy.standing import Standing
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Item, Value
from impactcards.tui.history import History
from impactcards.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from impactcards.strategy.findings import Finding, Kept
    from impactcards.strategy.reviews import Review
    from impactcards.strategy.sessions import Session
    from impactcards.tui.added import Added


class Sitting:
    """The state of playing one strategy. ``card`` is the card on the table."""

    #: The review whose cards are played, if it is one.
    review: Review | None = None
    #: The session that is led, if it is one.
    session: Session | None = None

    def __init__(self, opened: OpenStrategy, *, recipe: str = "", minutes: float | None = None) -> None:
        self.opened = opened
        self.minutes = minutes
        wanted = recipe or self.strategy.recipe
        self.recipe_id = wanted if self.deck.recipe(wanted) else ""
        self._standing = Standing(self.strategy)
        self._deal(self.dealt(None))
        self.strategy.listen(self._changed)
        self.history = History()
        self.card: Card = self._first_card(opened.place())
        self._remembered = ""
        #: The cards that were left with something in them; their findings are shown when they are opened again.
        self.left: set[str] = {card_id for card_id, answer in self.strategy.answers.items() if answer.answered}

    @property
    def strategy(self) -> Strategy:
        return self.opened.strategy

    @property
    def deck(self) -> Deck:
        return self.opened.deck

    @property
    def read_only(self) -> bool:
        return self.opened.read_only_reason is not None

    @property
    def index(self) -> int:
        """Where the card on the table stands in the hand, from 0; -1 if it is not dealt."""
        return self._places.get(self.card.id, -1)

    def dealt(self, before: Hand | None) -> Hand:
        """The cards to play now; ``before`` is the hand they follow."""
        return deal(self.strategy, self.recipe_id, self.minutes, before=before)

    def _deal(self, hand: Hand) -> None:
        self.hand: Hand = hand
        self._places = {card.id: at for at, card in enumerate(hand.cards)}
        self._progress: Progress | None = None
        self._stale = False

    def _changed(self, _card_id: str) -> None:
        self._progress = None
        self._stale = True

    def _first_card(self, place: str) -> Card:
        cards = self.hand.cards or self.deck.cards
        by_id = {card.id: card for card in cards}
        return by_id.get(place) or next((c for c in cards if self.state(c) is CardState.OPEN), cards[0])

    # -- looking ----------------------------------------------------------------------------------------------------

    def state(self, card: Card) -> CardState:
        return self._standing.state(card)

    def progress(self) -> Progress:
        if self._progress is None:
            self._progress = self._standing.progress(self.hand)
        return self._progress

    def neighbour(self, step: int) -> Card | None:
        """The card ``step`` places on in the hand, or None at its ends."""
        at = self.index + step
        if self.index < 0:
            return self.hand.cards[0] if self.hand.cards else None
        return self.hand.cards[at] if 0 <= at < len(self.hand.cards) else None

    def findings_of(self, card: Card, *, waived: bool = False) -> list[Finding]:
        """The findings of one card; ``waived``: also those that were set aside. Never asked for while one types."""
        return self._kept.of(card, waived=waived)

    def all_findings(self) -> list[Finding]:
        """The findings of the hand's cards, in deck order."""
        return self._kept.all(self.hand)

    def findings_everywhere(self) -> list[Finding]:
        """The findings of the whole strategy, in deck order."""
        return self._kept.all()

    @cached_property
    def _remembered_findings(self) -> Kept:
        from impactcards.strategy.dates import local_today  # only once a card is left or opened again
        from impactcards.strategy.findings import Kept

        return Kept(self.strategy, local_today())

    @property
    def _kept(self) -> Kept:
        """The findings, remembered; they are as of today also in a sitting that goes on past midnight."""
        from impactcards.strategy.dates import local_today

        kept = self._remembered_findings
        kept.today = local_today()
        return kept

    @property
    def speak(self) -> Words:
        """The words of the strategy's language."""
        return words(self.strategy.language)

    def worded(self, finding: Finding) -> str:
        """A finding in the strategy's language, as everywhere."""
        return finding.worded(self.speak)

    # -- changing ---------------------------------------------------------------------------------------------------

    def answer(self, card: Card, value: Value, *, typing: bool = False, part: object = None) -> None:
        """Answer a card, so that the change can be undone. ``part`` is the item or cell in which one types."""
        self.history.note(self.strategy.answer(card.id), typing=typing, now=monotonic(), part=part)
        self.strategy.set_value(card.id, value)

    def add_item(self, card_id: str, text: str, then: Callable[[Item], None]) -> Item:
        """Add an item to another card and call ``then`` with it, which picks it: one step to be undone."""
        from impactcards.tui.added import add  # only once something is added

        history, steps, before = self.history, self.history.steps, self.strategy.answer(self.card.id)
        added = add(self.strategy, card_id, text)
        then(added.item)
        if history.steps == steps:
            history.note(before, typing=False, now=monotonic())
        history.note_added(added)
        return added.item

    def put_off(self, how: PutOff | None) -> None:
        """Put the card on the table off, skip it, or take that back."""
        self.note_step()
        self.strategy.put_off(self.card.id, how)

    def note_step(self) -> None:
        """Remember the answer on the table as it stands, before something that is no typing changes it."""
        self.history.note(self.strategy.answer(self.card.id), typing=False, now=monotonic())

    def step_back(self) -> tuple[Added, ...] | None:
        """Undo on the card on the table, and what that change added to other cards, unless it is used there.

        Returns what was added and stays; None if there is nothing to undo.
        """
        step = self.history.undo(self.strategy.answer(self.card.id))
        if step is None:
            return None
        self.strategy.put(self.card.id, step.answer)
        if not step.added:
            return ()
        from impactcards.tui.added import take_away

        return tuple(added for added in reversed(step.added) if not take_away(self.strategy, added))

    def step_again(self) -> bool:
        """Redo on the card on the table, and what that change added to other cards. False if there is nothing."""
        step = self.history.redo(self.strategy.answer(self.card.id))
        if step is None:
            return False
        if step.added:
            from impactcards.tui.added import bring_back

            for added in step.added:
                bring_back(self.strategy, added)
        self.strategy.put(self.card.id, step.answer)
        return True

    def leave_card(self) -> int:
        """The card on the table is left. Returns how many findings it has, the first time something is left on it."""
        card = self.card
        if self.state(card) not in (CardState.BEGUN, CardState.ANSWERED):
            return 0
        first_time = card.id not in self.left
        self.left.add(card.id)
        self.deal_again()
        return len(self.findings_of(card)) if first_time else 0

    def go_to(self, card: Card) -> None:
        """Put a card on the table. What can be undone starts anew."""
        self.card = card
        self.history = History()

    def _remember_place(self) -> None:
        if self._remembered != self.card.id and not self.read_only:
            self._remembered = self.card.id
            self.opened.remember_place(self.card.id, self.recipe_id)

    def deal_again(self) -> tuple[Card, ...]:
        """Work the hand out anew if answers changed. Returns the cards that came in."""
        if not self._stale:
            return ()
        before = self.hand
        self._deal(self.dealt(before))
        return newly_dealt(before, self.hand)

    def settle(self) -> tuple[Card, ...]:
        """What can wait until nobody presses a key: remember the place, deal again. Returns the cards that came in."""
        self._remember_place()
        return self.deal_again()

    def take_recipe(self, recipe_id: str) -> None:
        """Go on with another recipe (an empty id: all cards)."""
        self.recipe_id, self.minutes = recipe_id, None
        self.strategy.recipe = recipe_id
        self.strategy.touch()
        self._deal(self.dealt(None))
        if self.index < 0:
            self.go_to(self._first_card(""))

    def document(self) -> str:
        """The strategy document as Markdown."""
        from impactcards.document import strategy_markdown  # only once somebody reads or saves

        return strategy_markdown(self.strategy, folder=self.opened.folder)
