"""Conditions over answers: when a card is dealt.

An unanswered card fulfils none of ``answered``, ``has``, ``below`` and ``above``. A card that is itself hidden keeps
its answer, but counts as unanswered here: what is not part of the strategy decides nothing in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.model import Card, Condition
    from impactcards.strategy.strategy import Strategy


def holds(condition: Condition | None, strategy: Strategy) -> bool:
    """Whether a condition holds; no condition always does."""
    return condition is None or _holds(condition, strategy, _hidden_among(_cards_in(condition), strategy))


def is_hidden(card: Card, strategy: Strategy) -> bool:
    """Whether a card's own condition keeps it out of the hand."""
    return card.when is not None and not holds(card.when, strategy)


def hidden_cards(strategy: Strategy) -> set[str]:
    """The ids of all cards whose condition does not hold."""
    return _hidden_among((card.id for card in strategy.deck.cards if card.when is not None), strategy)


def _hidden_among(card_ids: Iterator[str], strategy: Strategy) -> set[str]:
    """Which of these cards, and of those their conditions ask, are hidden. Conditions never lead back to their card.

    Cards are worked through from a stack, not by recursion: a deck may chain thousands of them.
    """
    shown: dict[str, bool] = {}
    hidden: set[str] = set()
    waiting = list(card_ids)
    opened: set[str] = set()
    while waiting:
        card = strategy.deck.card(waiting[-1])
        if card is None or card.when is None or card.id in shown:
            waiting.pop()
            continue
        asked = [] if card.id in opened else [asked for asked in _cards_in(card.when) if asked not in shown]
        opened.add(card.id)
        if asked:
            waiting.extend(asked)
            continue
        waiting.pop()
        shown[card.id] = _holds(card.when, strategy, hidden)
        if not shown[card.id]:
            hidden.add(card.id)
    return hidden


def _cards_in(condition: Condition) -> Iterator[str]:
    if condition.card:
        yield condition.card
    for part in condition.parts:
        yield from _cards_in(part)


def _holds(condition: Condition, strategy: Strategy, hidden: set[str]) -> bool:
    parts = condition.parts
    if condition.test == "all":
        return all(_holds(part, strategy, hidden) for part in parts)
    if condition.test == "any":
        return any(_holds(part, strategy, hidden) for part in parts)
    if condition.test == "not":
        return not any(_holds(part, strategy, hidden) for part in parts)
    answer = strategy.answer(condition.card)
    answered = answer.answered and condition.card not in hidden
    if condition.test == "answered":
        return answered == (condition.operand is not False)
    value, operand = answer.value, condition.operand
    if not answered:
        return False
    if condition.test == "has":
        return isinstance(value, tuple) and operand in value
    if not isinstance(value, int | float) or not isinstance(operand, int | float):
        return False
    return value < operand if condition.test == "below" else value > operand


__all__ = ["hidden_cards", "holds", "is_hidden"]
