"""A card in lines: its face, its answer so far, its back; and the map of all cards."""

from __future__ import annotations

from collections.abc import Iterator

from impactcards.deck.model import Card
from impactcards.plain.sitting import Sitting
from impactcards.strategy import kinds
from impactcards.strategy.dates import show_date
from impactcards.strategy.hand import CardState, card_state, progress
from impactcards.words import N_

#: What the map says about a card in each state.
STATES = {
    CardState.OPEN: N_("still open"),
    CardState.BEGUN: N_("begun"),
    CardState.ANSWERED: N_("answered"),
    CardState.LATER: N_("left for later"),
    CardState.SKIPPED: N_("left out on purpose"),
    CardState.HIDDEN: N_("not needed"),
    CardState.BLOCKED: N_("waits for another card"),
}


def face(sitting: Sitting, card: Card) -> Iterator[str]:
    """Suit, title, how far one is, the prompt, and the answer so far."""
    say, strategy = sitting.say, sitting.strategy
    yield f"{strategy.deck.suit_of(card).title}: {card.title}"
    if place := where(sitting, card):
        yield place
    yield card.prompt.strip()
    answer = strategy.answer(card.id)
    if answer.put_off is not None and not answer.answered:
        left = (
            N_("You left this card for later.")
            if answer.put_off == "later"
            else N_("You left this card out on purpose.")
        )
        yield say(left)
    if answer.note.strip():
        yield say("Note: {note}", note=answer.note.strip())
    if answer.answered:
        yield say("Your answer so far:")
        yield from answer_lines(sitting, card)


def answer_lines(sitting: Sitting, card: Card) -> Iterator[str]:
    """The answer, a line for each item or row; items and rows with their numbers."""
    lines = kinds.as_lines(card, sitting.strategy, sitting.say)
    numbered = card.answer.gives_items
    for number, line in enumerate(lines, start=1):
        yield f"{number}. {line}" if numbered else line


def where(sitting: Sitting, card: Card) -> str:
    """``3 of 12, about 40 minutes left``; empty for a card outside the hand."""
    say, number = sitting.say, sitting.number(card)
    if not number:
        return ""
    place = say("{n} of {total}", n=number, total=len(sitting.hand.cards))
    left = minutes_left(sitting)
    return say("{place}, {left}", place=place, left=left) if left else place


def minutes_left(sitting: Sitting) -> str:
    """``about 40 minutes left``, or nothing when all is done."""
    minutes = int(progress(sitting.hand, sitting.strategy).minutes_left + 0.5)
    return sitting.say.plural("about {n} minute left", "about {n} minutes left", minutes) if minutes else ""


def left_out(sitting: Sitting) -> str:
    """Which cards did not fit into the time; nothing if all did."""
    titles = ", ".join(sitting.say.quoted(card.title) for card in sitting.hand.left_out)
    return sitting.say("Left out, because the time is short: {cards}.", cards=titles) if titles else ""


def back(sitting: Sitting, card: Card) -> Iterator[str]:
    """Everything on the back of a card: ways in, the example, why, the pitfall, the facts."""
    say = sitting.say
    if card.hints:
        yield say("Ways in:")
        yield from (f"- {hint.strip()}" for hint in card.hints)
    for label, text in (
        (N_("An example: {text}"), card.example),
        (N_("Why it matters: {text}"), card.why),
        (N_("Often answered badly: {text}"), card.pitfall),
    ):
        if text.strip():
            yield say(label, text=text.strip())
    for fact in card.facts:
        day = show_date(fact.as_of, sitting.strategy.language, long=True)
        source = ", ".join(part for part in (fact.place, day, fact.source) if part)
        yield f"{fact.text.strip()} ({source})"
    if card.facts:
        yield say("This is not legal advice.")


def map_lines(sitting: Sitting, here: Card | None) -> Iterator[str]:
    """A line for each card of the hand."""
    for number, card in enumerate(sitting.hand.cards, start=1):
        suit = sitting.strategy.deck.suit_of(card).title
        state = sitting.say(STATES[card_state(card, sitting.strategy)])
        mark = sitting.say("(you are here)") if here is not None and card.id == here.id else ""
        yield " ".join(part for part in (f"{number}. {suit}: {card.title} –", state, mark) if part)


def standing(sitting: Sitting) -> str:
    """``5 of 9 cards done. Next: Channels, about 10 minutes.``"""
    say = sitting.say
    stands = progress(sitting.hand, sitting.strategy)
    done = say("{done} of {total} cards done.", done=stands.done, total=stands.total)
    if stands.next is None:
        return done
    minutes = max(1, int(stands.next.minutes + 0.5))
    upcoming = say.plural(
        "Next: {title}, about {n} minute.", "Next: {title}, about {n} minutes.", minutes, title=stands.next.title
    )
    return f"{done} {upcoming}"


__all__ = ["answer_lines", "back", "face", "left_out", "map_lines", "minutes_left", "standing", "where"]
