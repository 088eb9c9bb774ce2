"""Looking for findings: which cards are looked at, by which rules, and what is waived."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from impactcards.deck.model import Card
from impactcards.strategy.conditions import hidden_cards, is_hidden
from impactcards.strategy.findings import derived
from impactcards.strategy.findings.finding import Finding, Look

if TYPE_CHECKING:
    from datetime import date

    from impactcards.strategy.hand import Hand
    from impactcards.strategy.strategy import Strategy

#: A rule looks at one card.
Rule = Callable[[Look, Card], Iterator[Finding]]

#: What is said about a card without an answer.
UNANSWERED_RULES: tuple[Rule, ...] = (derived.unanswered,)

#: What is said about an answer.
RULES: tuple[Rule, ...] = (
    derived.value_problems,
    derived.missing_cells,
    derived.cell_problems,
    derived.uncovered_items,
    derived.aged,
)


def find(strategy: Strategy, *, today: date, hand: Hand | None = None, card: Card | None = None) -> list[Finding]:
    """The findings of a strategy, in deck order and within a table row by row; waived ones are left out.

    ``hand`` keeps to the cards of a hand, ``card`` to one card (fast enough to call when a card is left). Nothing is
    said about a card that is hidden or skipped on purpose, nor about an answer that could not be read.
    """
    look = Look(strategy, today)
    if card is not None:
        cards = [] if is_hidden(card, strategy) else [card]
    else:
        hidden = hidden_cards(strategy)
        dealt = None if hand is None else {dealt.id for dealt in hand.cards}
        cards = [c for c in strategy.deck.cards if c.id not in hidden and (dealt is None or c.id in dealt)]
    waived = {str(entry.get("finding", "")) for entry in strategy.lists.get("waived", ())}
    found: list[Finding] = []
    for each in cards:
        found.extend(finding for finding in _of_card(look, each) if finding.id not in waived)
    return found


def _of_card(look: Look, card: Card) -> Iterable[Finding]:
    answer = look.strategy.answer(card.id)
    if answer.put_off == "skipped" or answer.raw is not None:
        return ()
    if not answer.answered:
        return (finding for rule in UNANSWERED_RULES for finding in rule(look, card))
    found = [finding for rule in RULES for finding in rule(look, card)]
    if len(found) > 1:
        order = {row.id: n for n, row in enumerate(look.rows(card))}
        found.sort(key=lambda finding: order.get(finding.row, len(order)) if finding.row else -1)
    return found
