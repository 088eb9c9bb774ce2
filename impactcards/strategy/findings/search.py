"""Looking for findings: which cards are looked at, by which rules, and what is waived."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from impactcards.deck.model import Card
from impactcards.strategy.conditions import hidden_cards, holds, is_hidden
from impactcards.strategy.findings import derived
from impactcards.strategy.findings.finding import Finding, Look

if TYPE_CHECKING:
    from datetime import date

    from impactcards.deck.model import Check
    from impactcards.strategy.checks import Past, View
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


#: The forms of declared checks that may speak of a card without an answer. ``needs`` speaks of no other.
_OF_UNANSWERED = ("needs", "cards")


def find(
    strategy: Strategy,
    *,
    today: date,
    hand: Hand | None = None,
    card: Card | None = None,
    past: Past | None = None,
) -> list[Finding]:
    """The findings of a strategy, in deck order and within a table row by row; waived ones are left out.

    ``hand`` keeps to the cards of a hand, ``card`` to one card (fast enough to call when a card is left). Nothing is
    said about a card that is hidden or skipped on purpose, nor about an answer that could not be read. ``past`` holds
    the answers of the versions that reviews name; without it nothing is said about what has stayed the same.
    """
    look = Look(strategy, today)
    declared = _Declared(look, past)
    if card is not None:
        cards = [] if is_hidden(card, strategy) else [card]
    else:
        hidden = hidden_cards(strategy)
        dealt = None if hand is None else {dealt.id for dealt in hand.cards}
        cards = [c for c in strategy.deck.cards if c.id not in hidden and (dealt is None or c.id in dealt)]
    waived = {str(entry.get("finding", "")) for entry in strategy.lists.get("waived", ())}
    found: list[Finding] = []
    for each in cards:
        found.extend(finding for finding in _of_card(look, each, declared) if finding.id not in waived)
    return found


def _of_card(look: Look, card: Card, declared: _Declared) -> Iterable[Finding]:
    answer = look.strategy.answer(card.id)
    if answer.put_off == "skipped" or answer.raw is not None:
        return ()
    rules = RULES if answer.answered else UNANSWERED_RULES
    found = [finding for rule in rules for finding in rule(look, card)]
    found += declared.of(card)
    if len(found) > 1:
        order = {row.id: n for n, row in enumerate(look.rows(card))}
        found.sort(key=lambda finding: order.get(finding.row, len(order)) if finding.row else -1)
    return found


class _Declared:
    """The checks of the deck by the card they are about. They are loaded only for a card of which one could speak."""

    def __init__(self, look: Look, past: Past | None) -> None:
        self._look = look
        self._past = past
        self._view: View | None = None
        self._by_card: dict[str, list[Check]] = {}
        for check in look.strategy.deck.checks:
            for reference in check.of if check.form == "unchanged" else check.of[:1]:
                self._by_card.setdefault(reference.card, []).append(check)

    def of(self, card: Card) -> Iterable[Finding]:
        """What the checks about this card say."""
        answered = self._look.strategy.answer(card.id).answered
        checks = [check for check in self._by_card.get(card.id, ()) if self._may_speak(check, answered)]
        if not checks:
            return ()
        from impactcards.strategy import checks as declared  # nothing of it on the way to the first card

        if self._view is None:
            self._view = declared.View(self._look, self._past)
        return declared.of_card(self._view, card, checks)

    def _may_speak(self, check: Check, answered: bool) -> bool:
        if not answered and check.form not in _OF_UNANSWERED:
            return False
        if (answered and check.form == "needs") or (check.form == "unchanged" and self._past is None):
            return False
        return check.when is None or holds(check.when, self._look.strategy)
