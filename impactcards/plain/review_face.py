"""A card of a review in lines: why it is dealt, last time's answer with its day, the answer now."""

from __future__ import annotations

from collections.abc import Iterator

from impactcards.deck.model import Card
from impactcards.plain.face import answer_lines
from impactcards.plain.sitting import Sitting
from impactcards.strategy import kinds
from impactcards.strategy.dates import show_date
from impactcards.strategy.reviews import Review
from impactcards.words import N_, Words, words

_BECAME = {
    "kept": N_("In this review you have kept it."),
    "changed": N_("In this review you have changed it."),
    "dropped": N_("In this review you have dropped it."),
}


def review_face(sitting: Sitting, review: Review, card: Card) -> Iterator[str]:
    """Suit, title and place, the reasons, the question, and both answers."""
    say, strategy = sitting.say, sitting.strategy
    yield f"{strategy.deck.suit_of(card).title}: {card.title}"
    if number := sitting.number(card):
        place = say("{n} of {total}", n=number, total=len(sitting.hand.cards))
        yield ", ".join(part for part in (place, minutes_left(review, say)) if part)
    speak = words(strategy.language)  # findings and dates in it are worded in the strategy's language
    for reason in review.why_dealt(card):
        yield say("Why this card: {reason}", reason=speak(reason))
    yield card.prompt.strip()
    yield from _answers(sitting, review, card)
    note = strategy.answer(card.id).note.strip()
    if note:
        yield say("Note: {note}", note=note)
    if became := _BECAME.get(review.did(card)):
        yield " ".join(part for part in (say(became), review.why(card)) if part)


def _answers(sitting: Sitting, review: Review, card: Card) -> Iterator[str]:
    say, now, then = sitting.say, sitting.strategy.answer(card.id), review.then(card)
    day = review.then_day(card)
    shown = show_date(day, say.language) if day else ""
    if then.answered:
        yield say("Last time ({date}):", date=shown) if shown else say("Last time:")
        yield from kinds.as_lines(card, review.before, say)
    if now.value == then.value:
        return
    yield say("Now:") if now.answered else say("Now it is empty.")
    if now.answered:
        yield from answer_lines(sitting, card)


def minutes_left(review: Review, say: Words) -> str:
    """``about 40 minutes left``, or nothing when all is done."""
    minutes = int(review.progress().minutes + 0.5)
    return say.plural("about {n} minute left", "about {n} minutes left", minutes) if minutes else ""


__all__ = ["minutes_left", "review_face"]
