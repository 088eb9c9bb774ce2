"""A review while it lasts: its hand, last time's answers, and what becomes of each card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from impactcards.deck.kinds import TableAnswer
from impactcards.deck.model import Card, Recipe
from impactcards.faults import UserError
from impactcards.strategy.ageing import last_seen, local_day
from impactcards.strategy.answer import Answer
from impactcards.strategy.conditions import hidden_cards
from impactcards.strategy.dates import local_today
from impactcards.strategy.hand import Hand
from impactcards.strategy.reviews import dealing, entries
from impactcards.strategy.reviews.streak import OFTEN, kept_in_a_row
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.units import copy_of
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from impactcards.deck.model import Deck
    from impactcards.strategy.opened import OpenStrategy


class ReviewProgress(NamedTuple):
    """How far along a review is: ``done`` of ``total`` cards are settled; the others take ``minutes``."""

    done: int
    total: int
    minutes: float


class Review:
    """A review of an open strategy. It belongs to the strategy's thread, and saves nothing itself.

    What becomes of a card is kept in the review's entry in the strategy; each change of it is told to the strategy's
    listeners, as any other. A screen calls :meth:`look` whenever a card is left or an answer was put back (undo).
    ``today`` is the local day; a test hands in another.
    """

    def __init__(self, opened: OpenStrategy, review_id: str, *, today: Callable[[], date] = local_today) -> None:
        self.opened = opened
        self.id = review_id
        #: What is wrong with the version that holds last time's answers: at most one.
        self.faults: list[UserError] = []
        self._today = today
        self._past = opened.past()
        self._found = copy_of(opened.strategy)  # stands for last time's answers where their version is gone
        self._before: Strategy | None = None
        self._read_with: Deck | None = None
        self._dealt: dict[str, tuple[Message, ...]] = {}
        self._hand: Hand | None = None
        opened.strategy.listen(self._forget)

    # -- what it is -------------------------------------------------------------------------------------------------

    @property
    def strategy(self) -> Strategy:
        return self.opened.strategy

    @property
    def entry(self) -> dict[str, Any]:
        """The review's entry as it stands, only to be read; empty if another window took it away."""
        return entries.find(self.strategy, self.id) or {}

    @property
    def recipe(self) -> Recipe | None:
        """The recipe whose cards are dealt with the others; None if the review has none, or the deck lost it."""
        return self.strategy.deck.recipe(str(self.entry.get("recipe") or ""))

    def choose_recipe(self, recipe_id: str) -> None:
        """Deal the cards of another recipe from now on. Those already dealt stay in the hand."""
        self.entry["recipe"] = recipe_id
        self._first_reasons = None
        self.strategy.touch()

    @property
    def ended(self) -> bool:
        """Whether it is over. It can still be gone through; what is done then is not noted any more."""
        return bool(self.entry.get("ended"))

    @property
    def started(self) -> str:
        """When it began, in UTC as files write it."""
        return str(self.entry.get("started") or "")

    @property
    def before(self) -> Strategy:
        """The strategy as it stood when the review began. Nobody changes it.

        Where that version is gone or damaged, these are the answers as this object found them, and ``faults`` says why.
        """
        if self._before is None or self._read_with is not self.strategy.deck:
            self._before, self._read_with = self._read_before(), self.strategy.deck
        return self._before

    def _read_before(self) -> Strategy:
        name = str(self.entry.get("version") or "")
        self.faults = []
        found = self._past.strategy(name)
        if found is not None:
            return found
        self.faults = [
            self._past.fault_of(name)
            or UserError(
                Message(
                    N_(
                        "The version “{version}” is gone, so last time's answers cannot be shown. What stands now is"
                        " taken for them."
                    ),
                    version=name,
                )
            )
        ]
        return self._found

    # -- the hand ---------------------------------------------------------------------------------------------------

    def hand(self) -> Hand:
        """The cards of this review in deck order. It grows when an answer opens a finding, and never shrinks by itself:
        only a card that is hidden now goes.
        """
        if self._hand is not None:
            return self._hand
        strategy, recipe = self.strategy, self.recipe
        now = dealing.reasons(strategy, recipe, self._today(), self._past)
        looked: dealing.Reasons = dict.fromkeys(entries.settled(self.entry), ())
        self._dealt = dealing.together(self._dealt, self._at_first(recipe), now, looked)
        hidden = hidden_cards(strategy)
        shown = [card_id for card_id in self._dealt if card_id not in hidden]
        self._dealt = dealing.together(self._dealt, dealing.needed(shown, strategy))
        asked = [card for card in strategy.deck.cards if card.id in self._dealt]
        in_recipe = {*recipe.cards} if recipe else set()
        first = {*recipe.builds_on} - in_recipe if recipe else set()
        cards = tuple(card for card in asked if card.id not in hidden)
        self._hand = Hand(
            recipe,
            cards,
            hidden=tuple(card for card in asked if card.id in hidden),
            dealt_first=tuple(card for card in cards if card.id in first and not self.before.answer(card.id).answered),
        )
        return self._hand

    _first_reasons: tuple[Strategy, dealing.Reasons] | None = None

    def _at_first(self, recipe: Recipe | None) -> dealing.Reasons:
        """The reasons there were when the review began, so that its hand is the same whenever it is gone on with."""
        if self._first_reasons is None or self._first_reasons[0] is not self.before:
            began = local_day(self.started) or self._today()
            self._first_reasons = self.before, dealing.reasons(self.before, recipe, began, self._past)
        return self._first_reasons[1]

    def why_dealt(self, card: Card) -> tuple[Message, ...]:
        """Every reason why a card of the hand was dealt, for the caller to word; none for a card outside it."""
        self.hand()
        return self._dealt.get(card.id, ())

    def progress(self) -> ReviewProgress:
        """How far along one is. A card is settled when something became of it, or when it is skipped on purpose."""
        cards = self.hand().cards
        to_do = [card for card in cards if not self._is_settled(card)]
        return ReviewProgress(len(cards) - len(to_do), len(cards), sum(card.minutes for card in to_do))

    def _is_settled(self, card: Card) -> bool:
        return bool(self.did(card)) or self.strategy.answer(card.id).put_off == "skipped"

    def _forget(self, _card_id: str) -> None:
        self._hand = None

    # -- a card -----------------------------------------------------------------------------------------------------

    def then(self, card: Card) -> Answer:
        """Last time's answer: as it stood when the review began."""
        return self.before.answer(card.id)

    def then_day(self, card: Card) -> date | None:
        """The local day on which last time's answer was last written or confirmed; None if nobody knows."""
        return local_day(last_seen(card, self.before))

    def did(self, card: Card) -> str:
        """What became of the card in this review: ``kept``, ``changed``, ``dropped``, or an empty string."""
        return entries.deed(self.entry, card.id)

    def why(self, card: Card) -> str:
        """The sentence that was given with it, or an empty string."""
        return entries.reason(self.entry, card.id)

    def asks_more(self, card: Card) -> bool:
        """Whether keeping this answer asks what would have to happen for it to change: it would be the third time.

        The answer to that question is given to :meth:`keep` or :meth:`set_why`.
        """
        return self._is_as_before(card) and kept_in_a_row(card.id, self.before, self._past) >= OFTEN

    def keep(self, card: Card, why: str = "") -> bool:
        """The answer is still true: it is fresh again from now. False where there is no answer to keep."""
        answer = self.strategy.answer(card.id)
        if self.ended or (not answer.answered and answer.raw is None):
            return False
        self.strategy.put(card.id, answer.with_(confirmed=self.strategy.clock()))
        if why:
            self.set_why(card, why)
        return bool(self.look(card))

    def drop(self, card: Card) -> bool:
        """The answer is no longer true, and there is no other: it is emptied. The version keeps it.

        False for an answer that cannot be read: it is nobody's to empty.
        """
        if self.ended or self.strategy.answer(card.id).raw is not None:
            return False
        self.strategy.set_value(card.id, None)
        return bool(self.look(card))

    def set_why(self, card: Card, text: str) -> None:
        """Note a sentence to what became of a card; an empty one takes it out."""
        if self.ended:
            return
        noted = {"did": None, **entries.record_of(self.entry, card.id), "why": text.strip()}
        if not noted["why"]:
            del noted["why"]
        entries.write(self.strategy, self.id, {card.id: noted})

    def take_back(self, card: Card) -> bool:
        """Take back that a card was kept or dropped: it stands as before the review. False if it was neither."""
        did, answer, then = self.did(card), self.strategy.answer(card.id), self.then(card)
        if self.ended or did not in (entries.KEPT, entries.DROPPED):
            return False
        if did == entries.DROPPED:
            answer = then.with_(note=answer.note, extra=answer.extra)
        self.strategy.put(card.id, answer.with_(confirmed=then.confirmed))
        self._note(card, "")
        return True

    def look(self, card: Card) -> str:
        """Note what became of a card, to be called when it is left: changed, dropped, or kept if it was confirmed.

        An answer that is as it was before, and was not confirmed, takes the note back. Returns what is noted now.
        """
        if self.ended or not self.entry:
            return self.did(card)
        answer, then = self.strategy.answer(card.id), self.then(card)
        did = ""
        if not self._is_as_before(card):
            did = entries.DROPPED if self._is_empty(card) else entries.CHANGED
        elif self.did(card) and self.faults:
            did = self.did(card)  # nobody knows any more what it was before
        elif (answer.answered or answer.raw is not None) and answer.confirmed >= self.started:
            did = entries.KEPT if answer.confirmed != then.confirmed or self.did(card) else ""
        self._note(card, did)
        return did

    def _note(self, card: Card, did: str) -> None:
        held = entries.record_of(self.entry, card.id)
        if did != self.did(card) and (did or held):
            entries.write(self.strategy, self.id, {card.id: {**held, "did": did or None}})

    def _is_as_before(self, card: Card) -> bool:
        answer, then = self.strategy.answer(card.id), self.then(card)
        if self._is_empty(card) and not then.answered and then.raw is None:
            return True
        return answer.value == then.value and answer.raw == then.raw

    def _is_empty(self, card: Card) -> bool:
        """Whether nothing of an answer is left to see; rows whose item is gone are not seen on the card."""
        answer = self.strategy.answer(card.id)
        if isinstance(card.answer, TableAnswer) and answer.raw is None:
            return not any(row.cells for row in self.strategy.rows(card))
        return not answer.answered and answer.raw is None

    # -- the end ----------------------------------------------------------------------------------------------------

    def end(self) -> None:
        """The review is over, and so is any other that was begun at the same time somewhere else.

        Cards that were dealt and not looked at leave no trace in it. Saving is the caller's, as after any change.
        """
        for entry in self.strategy.lists.get(entries.REVIEWS, ()):
            if entry.get("ended"):
                continue
            end_entry(entry, self.strategy.clock())
        self.strategy.touch()


def end_entry(entry: dict[str, Any], moment: str) -> None:
    """Close a review's entry, with its keys in their usual order and only the cards of which something is known."""
    known: dict[str, Any] = {key: entry[key] for key in ("id", "started") if key in entry}
    rest = {key: value for key, value in entry.items() if key not in known}
    cards = rest.get("cards")
    if isinstance(cards, dict):
        rest["cards"] = {card: _known(noted) for card, noted in cards.items() if noted and _known(noted)}
    entry.clear()
    entry.update({**known, "ended": moment, **rest})


def _known(noted: Any) -> Any:
    return {key: value for key, value in noted.items() if value is not None} if isinstance(noted, dict) else noted


__all__ = ["Review", "ReviewProgress"]
