"""Looking for findings: which cards are looked at, by which rules, and what is waived."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from impactcards.deck.model import Card
from impactcards.strategy.conditions import holds, is_hidden
from impactcards.strategy.findings import derived
from impactcards.strategy.findings.finding import Finding, Look

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from impactcards.deck.model import Check, Deck
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
    waived: bool = False,
) -> list[Finding]:
    """The findings of a strategy, in deck order and within a table row by row; ``waived`` ones only if asked for.

    ``hand`` keeps to the cards of a hand, ``card`` to one card (fast enough to call when a card is left). Nothing is
    said about a card that is hidden or skipped on purpose, nor about an answer that could not be read. ``past`` holds
    the answers of the versions that reviews name, if it is another than the strategy's own; without any, nothing is
    said about what has stayed the same.
    """
    search = Search(Look(strategy, today), past)
    about = checks_about(strategy.deck)
    alone = () if card is None or is_hidden(card, strategy) else (card,)
    cards = alone if card is not None else shown_cards(search.look, hand)
    found = [finding for each in cards for finding in _of_card(search, each, about.get(each.id, ()))]
    return found if waived else without(found, waived_ids(strategy))


def shown_cards(look: Look, hand: Hand | None) -> list[Card]:
    """The cards that findings can be about, in deck order: those of a hand or of the deck that are not hidden."""
    dealt = None if hand is None else {dealt.id for dealt in hand.cards}
    hidden = look.hidden
    return [c for c in look.strategy.deck.cards if c.id not in hidden and (dealt is None or c.id in dealt)]


def waived_ids(strategy: Strategy) -> set[str]:
    """The ids of the findings that are waived."""
    return {str(entry.get("finding", "")) for entry in strategy.lists.get("waived", ())}


def without(found: Iterable[Finding], ids: set[str]) -> list[Finding]:
    """The findings whose ids are not among these."""
    return [finding for finding in found if finding.id not in ids] if ids else list(found)


def checks_about(deck: Deck) -> dict[str, list[Check]]:
    """The checks of a deck by the card their findings are about."""
    by_card: dict[str, list[Check]] = {}
    for check in deck.checks:
        for reference in check.of if check.form == "unchanged" else check.of[:1]:
            by_card.setdefault(reference.card, []).append(check)
    return by_card


def _of_card(search: Search, card: Card, checks: Sequence[Check]) -> list[Finding]:
    if not search.speaks_of(card):
        return []
    return search.row_by_row(card, [*search.derived(card), *search.declared(card, checks)])


class Search:
    """One look at a strategy by all rules; like the look, it must not outlive a change.

    Checks are loaded only for a card of which one could speak: nothing of them is needed on the way to the first card.
    """

    def __init__(self, look: Look, past: Past | None = None) -> None:
        self.look = look
        self._past = past
        self._view: View | None = None

    def speaks_of(self, card: Card) -> bool:
        """Whether anything can be said about a card that is not hidden."""
        answer = self.look.strategy.answer(card.id)
        return answer.put_off != "skipped" and answer.raw is None

    def derived(self, card: Card) -> list[Finding]:
        """What follows from what the card asks for."""
        answered = self.look.strategy.answer(card.id).answered
        return [found for rule in (RULES if answered else UNANSWERED_RULES) for found in rule(self.look, card)]

    def declared(self, card: Card, checks: Iterable[Check]) -> list[Finding]:
        """What these checks, all of them about ``card``, say."""
        answered = self.look.strategy.answer(card.id).answered
        speaking = [check for check in checks if self._may_speak(check, answered)]
        if not speaking:
            return []
        from impactcards.strategy import checks as declared

        if self._view is None:
            self._view = declared.View(self.look, self._past)
        if self._view.past is None and any(check.form == "unchanged" for check in speaking):
            self._view.past = self.look.strategy.past() if self.look.strategy.past is not None else None
        return list(declared.of_card(self._view, card, speaking))

    def row_by_row(self, card: Card, found: list[Finding]) -> list[Finding]:
        """The findings of a card in the order of its rows; first what is about the whole answer."""
        if len(found) > 1:
            order: Mapping[str, int] = {row.id: n for n, row in enumerate(self.look.rows(card))}
            found.sort(key=lambda finding: order.get(finding.row, len(order)) if finding.row else -1)
        return found

    def _may_speak(self, check: Check, answered: bool) -> bool:
        if not answered and check.form not in _OF_UNANSWERED:
            return False
        if (answered and check.form == "needs") or (check.form == "unchanged" and not self._knows_past(check)):
            return False
        return check.when is None or holds(check.when, self.look.strategy)

    def _knows_past(self, check: Check) -> bool:
        """Whether there is a past to compare with, told without reading it: no version is read for nothing."""
        if self._past is not None:
            return True
        ended = sum(bool(review.get("ended")) for review in self.look.strategy.lists.get("reviews", ()))
        return self.look.strategy.past is not None and isinstance(check.to, int | float) and ended >= check.to


__all__ = ["RULES", "Search", "checks_about", "find", "shown_cards", "waived_ids", "without"]
