"""Findings remembered, so that after a change only what it can have altered is worked out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.findings.finding import Finding, Look
from impactcards.strategy.findings.reading import cards_read, condition_cards
from impactcards.strategy.findings.search import Search, checks_about, shown_cards, waived_ids, without

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from impactcards.deck.model import Card, Check, Deck
    from impactcards.strategy.checks import Past
    from impactcards.strategy.hand import Hand
    from impactcards.strategy.strategy import Strategy

#: A part of a card's findings that is worked out by itself: what is derived (an empty id), or one check's.
_Part = tuple[str, str]
_DERIVED = ""


class Kept:
    """The findings of a strategy: the same as :func:`find` says at any moment, remembered part by part.

    It listens to the strategy and only notes what was changed; the work is done when somebody asks, so never on the
    path of a key. ``today`` and ``past`` are as for :func:`find`, and may be set anew at any time.
    """

    def __init__(self, strategy: Strategy, today: date, past: Past | None = None) -> None:
        self._strategy = strategy
        self._today = today
        self._past = past
        self._changed: set[str] = set()
        self._search: Search | None = None
        self._readers: _Readers | None = None
        self._hidden: set[str] = set()
        self._parts: dict[str, dict[str, list[Finding]]] = {}
        self._whole: dict[str, list[Finding]] = {}
        strategy.listen(self._changed.add)

    @property
    def today(self) -> date:
        """The day on which ages are told."""
        return self._today

    @today.setter
    def today(self, day: date) -> None:
        if day != self._today:
            self._today = day
            self._forget_all()

    @property
    def past(self) -> Past | None:
        """The answers of the versions that reviews name."""
        return self._past

    @past.setter
    def past(self, past: Past | None) -> None:
        self._past = past
        self._changed.add("")

    def of(self, card: Card, *, waived: bool = False) -> list[Finding]:
        """The findings of one card; ``waived`` ones only if asked for."""
        search = self._caught_up()
        if card.id in self._hidden:
            return []
        found = self._of_card(search, card)
        return list(found) if waived else without(found, waived_ids(self._strategy))

    def all(self, hand: Hand | None = None, *, waived: bool = False) -> list[Finding]:
        """The findings of the whole strategy, or of a hand, in deck order."""
        search = self._caught_up()
        found = [finding for card in shown_cards(search.look, hand) for finding in self._of_card(search, card)]
        return found if waived else without(found, waived_ids(self._strategy))

    def _of_card(self, search: Search, card: Card) -> list[Finding]:
        found = self._whole.get(card.id)
        if found is None:
            found = self._whole[card.id] = self._put_together(search, card) if search.speaks_of(card) else []
        return found

    def _put_together(self, search: Search, card: Card) -> list[Finding]:
        parts = self._parts.setdefault(card.id, {})
        if _DERIVED not in parts:
            parts[_DERIVED] = search.derived(card)
        found = list(parts[_DERIVED])
        for check in self._readers.about.get(card.id, ()) if self._readers is not None else ():
            if check.id not in parts:
                parts[check.id] = search.declared(card, (check,))
            found += parts[check.id]
        return search.row_by_row(card, found)

    # -- forgetting -------------------------------------------------------------------------------------------------

    def _caught_up(self) -> Search:
        """A look at the strategy as it stands, after forgetting what the changes since the last can have altered."""
        strategy = self._strategy
        if self._search is not None and not self._changed:
            return self._search
        if self._readers is None or not self._readers.fits(strategy):
            self._forget_all()
            self._readers = _Readers(strategy.deck, strategy.language)
        look = Look(strategy, self._today)
        if self._changed.isdisjoint(self._readers.asked) and self._search is not None:
            look.hidden = self._hidden
        changed = self._changed | (self._hidden ^ look.hidden)
        self._hidden = look.hidden
        for card_id in changed:
            for about, part in self._readers.of(card_id):
                self._whole.pop(about, None)
                self._parts.get(about, {}).pop(part, None)
        self._changed.clear()
        self._search = Search(look, self._past)
        return self._search

    def _forget_all(self) -> None:
        self._search = None
        self._parts.clear()
        self._whole.clear()


class _Readers:
    """Who reads what in a deck: for each card the parts of findings that a change of its answer can alter.

    A card that is shown or hidden anew counts as changed. The entry of the empty id is what reads something else than
    answers: the reviews. A finding names items, so whoever reads a card reads those it picks from, too.
    """

    def __init__(self, deck: Deck, language: str) -> None:
        self._deck = deck
        self._language = language
        self.about = checks_about(deck)
        self.asked = {card_id for card in deck.cards if card.when for card_id in condition_cards(card.when)}
        self._parts: dict[str, set[_Part]] = {}
        for card_id, checks in self.about.items():
            card = deck.card(card_id)
            for check in checks if card is not None else ():
                for read in self._read_by(check, card):  # type: ignore[arg-type]
                    self._parts.setdefault(read, set()).add((card_id, check.id))

    def fits(self, strategy: Strategy) -> bool:
        """Whether this still is the strategy's deck, worded in its language."""
        return strategy.deck is self._deck and strategy.language == self._language

    def of(self, card_id: str) -> Iterator[_Part]:
        """The parts that a change of this card can alter."""
        yield card_id, _DERIVED
        for place in self._deck.references_to.get(card_id, ()):
            yield place.card, _DERIVED
        yield from self._parts.get(card_id, ())

    def _read_by(self, check: Check, card: Card) -> set[str]:
        read = {card.id, *cards_read(check, card)}
        known = [found for card_id in read if (found := self._deck.card(card_id)) is not None]
        read |= {source for found in known for source, _ in found.answer.sources()}
        return read | {""} if check.form == "unchanged" else read


__all__ = ["Kept"]
