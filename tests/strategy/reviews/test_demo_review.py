"""The example's third review, walked through: begun, kept, changed, dropped, gone on with, ended."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from impactcards.cli import demo
from impactcards.cli.surroundings import Surroundings
from impactcards.home import Home
from impactcards.strategy.findings import find
from impactcards.strategy.folder import OpenStrategy, open_strategy
from impactcards.strategy.reviews import Review, begin, past, resume
from impactcards.words import words

#: The example ends with its second review; half a year later most of it has aged.
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
LATER = date(2027, 6, 1)


@pytest.fixture(params=["en", "de"])
def example(request: pytest.FixtureRequest, home: Home, monkeypatch: pytest.MonkeyPatch) -> OpenStrategy:
    """A fresh copy of the example, half a year later."""
    monkeypatch.setattr(demo, "spoken", lambda: words(request.param))
    opened = demo.make_demo(Surroundings(), NOW)
    opened.strategy.clock = lambda: f"{LATER.isoformat()}T09:00:00Z"
    return opened


def test_its_two_reviews_can_be_gone_through(example: OpenStrategy) -> None:
    held = example.strategy.lists["reviews"]
    answers = past(example, example.strategy)
    assert list(answers) == [review["version"] for review in held]
    assert answers.faults == []
    for entry in held:
        review = Review(example, entry["id"])
        assert review.ended
        cards = [card for card in review.hand().cards if review.did(card)]
        assert len(cards) >= 25
        assert sum(bool(review.then_day(card)) for card in cards) >= 20
        assert review.faults == []
    kept = [card for card in cards if review.did(card) == "kept"]
    assert len(kept) >= 10
    assert all(review.then(card).value == example.strategy.answer(card.id).value for card in kept)


def test_a_third_is_begun_and_ended(example: OpenStrategy, home: Home) -> None:
    review = begin(example, today=lambda: LATER)
    hand = review.hand()
    order = [card.id for card in review.strategy.deck.cards]
    assert [order.index(card.id) for card in hand.cards] == sorted(order.index(card.id) for card in hand.cards)
    assert len(hand.cards) >= 20
    assert all(review.why_dealt(card) for card in hand.cards)
    done, total, minutes = review.progress()
    assert (done, total) == (0, len(hand.cards))
    assert minutes == sum(card.minutes for card in hand.cards)
    kept, changed, dropped = hand.cards[0], next(c for c in hand.cards if c.id == "mirror-change"), hand.cards[-2]
    aged = {finding.id for finding in find(review.strategy, today=LATER) if finding.card == kept.id}
    assert review.keep(kept, "Counted again")
    assert not aged & {f.id for f in find(review.strategy, today=LATER) if f.rule == "aged"}
    now = review.strategy.answer(changed.id).value
    review.strategy.set_value(changed.id, 5 if now != 5 else 4)
    assert review.look(changed) == "changed"
    assert review.drop(dropped)
    assert example.save().ok
    other = resume(open_strategy(home, Surroundings().library, example.folder), today=lambda: LATER)
    assert other is not None
    assert [c.id for c in other.hand().cards] == [c.id for c in review.hand().cards]
    assert [other.did(card) for card in (kept, changed, dropped)] == ["kept", "changed", "dropped"]
    assert other.progress() == review.progress()
    other.end()
    assert other.opened.save().ok
    third = other.strategy.lists["reviews"][-1]
    assert set(third["cards"]) == {kept.id, changed.id, dropped.id}
    assert third["cards"][kept.id] == {"did": "kept", "why": "Counted again"}
