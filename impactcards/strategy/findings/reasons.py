"""Why a finding is said: one short sentence for each rule, for people who ask what the program goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.words import N_

if TYPE_CHECKING:
    from impactcards.deck.model import Card, Check, Deck
    from impactcards.strategy.findings.finding import Finding
    from impactcards.words import Words

#: The rules that follow from what a card asks for.
_RULES = {
    "unanswered": N_("The deck calls this card a core card: it belongs in every complete strategy."),
    "missing": N_("The deck asks for this cell in every row."),
    "empty-row": N_("There is a row for this, and nothing in it yet."),
    "uncovered": N_("The deck wants each of these to be picked at least once, so that none of them is forgotten."),
    "too-many": N_("The deck draws a line here, because few that are done beat many that are not."),
    "too-few": N_("The deck asks for more here, because choosing needs something to choose from."),
    "removed": N_("What this answer points to has been taken out since."),
    "unread": N_("Only a figure or a day can be compared with others. What you typed stays as it is."),
    "outside": N_("The deck says between which figures this usually lies. What you typed stays as it is."),
}
_AGED = N_("The deck trusts this answer for {span}, and as long as what it picks stays the same.")
#: The forms of a deck's own checks; ``{cards}`` are the cards that are read.
_FORMS = {
    "sum": N_("The deck adds up figures and compares the sum: {cards}."),
    "each": N_("The deck compares figures row by row: {cards}."),
    "rows": N_("The deck looks out for rows like this: {cards}."),
    "none": N_("The deck wants at least one row of another kind: {cards}."),
    "dates": N_("The deck compares days: {cards}."),
    "alone": N_("The deck counts what hangs on one row alone: {cards}."),
    "needs": N_("Another answer makes this card necessary: {cards}."),
    "unchanged": N_("The deck counts the reviews that left an answer as it was: {cards}."),
    "cards": N_("The deck holds answers side by side: {cards}."),
}


def reason(finding: Finding, deck: Deck, say: Words) -> str:
    """Why this is said: the rule in one sentence, for a core card the deck's own words for why it pays to answer."""
    card = deck.card(finding.card)
    check = next((check for check in deck.checks if check.id == finding.rule), None)
    if check is not None:
        return say(_FORMS[check.form], cards=_titles(finding, check, deck, say)) if check.form in _FORMS else ""
    if finding.rule == "unanswered" and card is not None and card.why.strip():
        return card.why.strip()
    if finding.rule == "aged" and card is not None:
        return say(_AGED, span=_span(card, say))
    return say(_RULES.get(finding.rule, ""))


def _titles(finding: Finding, check: Check, deck: Deck, say: Words) -> str:
    known = (deck.card(card_id) for card_id in finding.cards)
    return ", ".join(say.quoted(card.title) for card in known if card is not None) or check.id


def _span(card: Card, say: Words) -> str:
    span = card.fresh_for
    if span is None:
        return "…"
    match span.unit:
        case "days":
            return say.plural("{n} day", "{n} days", span.count)
        case "weeks":
            return say.plural("{n} week", "{n} weeks", span.count)
        case "months":
            return say.plural("{n} month", "{n} months", span.count)
        case "years":
            return say.plural("{n} year", "{n} years", span.count)


__all__ = ["reason"]
