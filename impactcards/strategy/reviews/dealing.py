"""Which cards a review deals, and every reason why, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.ageing import changed_items, fresh_until, last_seen, local_day
from impactcards.strategy.conditions import hidden_cards
from impactcards.strategy.dates import show_date
from impactcards.strategy.findings import find
from impactcards.strategy.hand import blocked_by
from impactcards.strategy.reviews.entries import ended
from impactcards.strategy.reviews.streak import OFTEN, kept_in_a_row
from impactcards.words import N_, Message, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from impactcards.deck.model import Card, Recipe
    from impactcards.strategy.answer import Answer
    from impactcards.strategy.strategy import Strategy

#: The reasons for a card, by its id.
Reasons = dict[str, tuple[Message, ...]]


def reasons(
    strategy: Strategy, recipe: Recipe | None, today: date, past: Mapping[str, Mapping[str, Answer]]
) -> Reasons:
    """Each card to deal with every reason why, in deck order. Nothing is said about cards that are hidden.

    A card that is skipped on purpose is dealt only if ``recipe`` names it.
    """
    found: dict[str, list[Message]] = {}
    named = set(recipe.cards) if recipe else set()
    hidden = hidden_cards(strategy)
    standing: dict[str, list[Message]] = {}
    speak = words(strategy.language)
    for finding in find(strategy, today=today, past=past):
        if finding.rule != "aged":
            sentence = finding.worded(speak)
            standing.setdefault(finding.card, []).append(Message(N_("Worth a look: {finding}"), finding=sentence))
    for card in strategy.deck.cards:
        skipped = strategy.answer(card.id).put_off == "skipped"
        if card.id in hidden or (skipped and card.id not in named):
            continue
        why = [
            *_aged(card, strategy, today),
            *_deck_changed(card, strategy),
            *standing.get(card.id, ()),
            *_kept_often(card, strategy, past),
        ]
        if recipe is not None and card.id in named:
            why.append(Message(N_("“{recipe}” asks for it."), recipe=recipe.title))
        elif recipe is not None and card.id in recipe.builds_on and not strategy.answer(card.id).answered:
            why.append(Message(N_("“{title}” builds on it."), title=recipe.title))
        if why:
            found[card.id] = why
    return {card_id: tuple(why) for card_id, why in found.items()}


def needed(card_ids: Iterable[str], strategy: Strategy) -> Reasons:
    """The cards that have to be played before some of these: those whose items are the rows of a table without any."""
    found: Reasons = {}
    known = set(card_ids)
    waiting = [card for card in strategy.deck.cards if card.id in known]
    for card in waiting:
        source = blocked_by(card, strategy)
        if source is not None and source.id not in known:
            known.add(source.id)
            waiting.append(source)
            found[source.id] = (Message(N_("“{title}” builds on it."), title=card.title),)
    return found


def together(*several: Reasons) -> Reasons:
    """All reasons of each card, none of them twice."""
    found: dict[str, list[Message]] = {}
    for each in several:
        for card_id, why in each.items():
            held = found.setdefault(card_id, [])
            held += [message for message in why if message not in held]
    return {card_id: tuple(why) for card_id, why in found.items()}


def _aged(card: Card, strategy: Strategy, today: date) -> Iterator[Message]:
    until = fresh_until(card, strategy)
    if until is None:
        return
    if today >= until:
        yield Message(N_("The answer was fresh until {date}."), date=show_date(until, strategy.language))
    for item in changed_items(card, strategy):
        yield Message(N_("“{item}” has been reworded since."), item=item.text)


def _deck_changed(card: Card, strategy: Strategy) -> Iterator[Message]:
    """What a newer deck did to the card after its answer was last looked at."""
    dates = [
        str(change.get("date") or "")
        for change in strategy.lists.get("deck_changes", ())
        if isinstance(change.get("cards"), list) and card.id in change["cards"]
    ]
    when = max(dates, default="")
    looked = (str(review.get("started") or "") for review in ended(strategy, card.id))
    if not when or when <= max(last_seen(card, strategy), *looked, ""):
        return
    day = local_day(when)
    shown = show_date(day, strategy.language) if day else when
    answered = strategy.answer(card.id).answered
    sentence = N_("The card changed in the deck on {date}.") if answered else N_("New in the deck since {date}.")
    yield Message(sentence, date=shown)


def _kept_often(card: Card, strategy: Strategy, past: Mapping[str, Mapping[str, Answer]]) -> Iterator[Message]:
    times = kept_in_a_row(card.id, strategy, past)
    if times >= OFTEN:
        yield Message(N_("The answer was kept unchanged in the last {n} reviews."), n=times)


__all__ = ["Reasons", "needed", "reasons", "together"]
