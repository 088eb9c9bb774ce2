"""Lists: one item a line. What is there stays; commands change it, take it out or move it."""

from __future__ import annotations

from impactcards.deck.kinds import ListAnswer
from impactcards.deck.model import Card
from impactcards.plain.asks.prose import is_end
from impactcards.plain.sitting import Sitting
from impactcards.strategy import kinds
from impactcards.strategy.strategy import entries
from impactcards.strategy.values import Item
from impactcards.words import Words


def ask_list(sitting: Sitting, card: Card) -> None:
    """Ask for items until an empty line."""
    say = sitting.say
    way = say("One item a line; an empty line ends the list.")
    if isinstance(card.answer, ListAnswer) and (limits := limit_words(say, card.answer.at_least, card.answer.at_most)):
        way += " " + limits
    sitting.tell(way)
    if sitting.strategy.answer(card.id).answered:
        sitting.tell(say("New lines are added. {change}, {drop} and {move} alter what is there.", **alterations(say)))
    while not is_end(line := sitting.line()):
        held = [entry for entry in entries(sitting.strategy.answer(card.id).value) if isinstance(entry, Item)]
        typed = kinds.parse(line, card, sitting.strategy, sitting.today)
        known = {item.id for item in held}
        new = [item for item in entries(typed) if isinstance(item, Item) and item.id not in known]
        if not new:
            sitting.tell(say("That is on the list already."))
            continue
        sitting.keep(card, (*held, *new))


def limit_words(say: Words, at_least: int | None, at_most: int | None) -> str:
    """How many entries are meant, in words; empty where the deck does not mind."""
    if at_least and at_most:
        if at_least == at_most:
            return say.plural("{n} is meant.", "{n} are meant.", at_most)
        return say("{low} to {high} are meant.", low=at_least, high=at_most)
    if at_most:
        return say.plural("At most {n} is meant.", "At most {n} are meant.", at_most)
    return say.plural("At least {n} is meant.", "At least {n} are meant.", at_least) if at_least else ""


def alterations(say: Words) -> dict[str, str]:
    """The commands that alter entries, as a person types them."""
    return {"change": say("/change"), "drop": say("/drop"), "move": say("/move")}


__all__ = ["alterations", "ask_list", "limit_words"]
