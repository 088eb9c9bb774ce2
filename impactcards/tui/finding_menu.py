"""What can be done about the findings of a card: why one is said, the cards to go to, setting it aside, taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from impactcards.strategy.findings import Finding
    from impactcards.strategy.waiving import Waived
    from impactcards.tui.screens.card import CardScreen


def about_findings(screen: CardScreen) -> None:
    """Offer what can be done about the finding in sight; without one, what was set aside on this card."""
    from impactcards.strategy.waiving import waived

    sitting = screen.sitting
    card = sitting.card
    aside = [entry for entry in waived(sitting.strategy) if entry.card == card.id]
    found = sitting.findings_of(card)
    if found:
        at = screen.showing.notice.at if screen.showing.notice.shows_findings else 0
        _about(screen, found[min(at, len(found) - 1)], len(found), aside)
    elif aside:
        _set_aside(screen, aside)
    else:
        screen.say_once(screen.say("Nothing is open on this card."))


def _about(screen: CardScreen, finding: Finding, many: int, aside: list[Waived]) -> None:
    from impactcards.tui.screens.dialogs import Choice, Choose

    say, sitting = screen.say, screen.sitting
    others = [card for card_id in finding.cards if (card := sitting.deck.card(card_id)) is not None]
    choices = [
        Choice(f"card:{card.id}", say("Go to “{title}”", title=card.title), "")
        for card in others
        if card.id != sitting.card.id
    ]
    choices.append(Choice("mend", say("Mend it here"), ""))
    if not sitting.read_only:
        choices.append(Choice("waive", say("Waive it"), say("Set it aside with a reason, which the document prints.")))
    if many > 1:
        choices.append(Choice("next", say("The next finding"), ""))
    if aside:
        choices.append(Choice("aside", say.plural("{n} waived here", "{n} waived here", len(aside)), ""))

    def take(chosen: str | None) -> None:
        card = sitting.deck.card((chosen or "").removeprefix("card:"))
        if chosen == "waive":
            _waive(screen, finding)
        elif chosen == "aside":
            _set_aside(screen, aside)
        elif chosen == "next":
            screen.action_findings()
        elif chosen == "mend":
            screen.editor.focus_part(finding.row, finding.column)
        elif card is not None:
            screen.go_to(card, focus=True)

    reason = finding.reason(sitting.deck, sitting.speak)
    title = sitting.worded(finding) + (f"\n{reason}" if reason else "")
    screen.app.push_screen(Choose(title, choices, say), take)


def _waive(screen: CardScreen, finding: Finding) -> None:
    from impactcards.strategy.waiving import waive
    from impactcards.tui.screens.dialogs import AskLine

    say = screen.say

    def take(reason: str | None) -> None:
        if reason is None:
            return
        if not reason:
            screen.say_once(say("Not waived: it takes a reason, so that others can follow it."))
            return
        waive(screen.sitting.strategy, finding.id, reason)
        screen.show_findings()
        screen.say_once(say("Waived. The document names it with your reason."))

    hint = say("One sentence for whoever reads the document. Enter waives it, Esc leaves it as it was.")
    screen.app.push_screen(AskLine(say("Why can this stay as it is?"), say, hint=hint), take)


def _set_aside(screen: CardScreen, aside: list[Waived]) -> None:
    """Choose one that was set aside, to take it back."""
    from impactcards.strategy.waiving import take_back
    from impactcards.tui.screens.dialogs import Choice, Choose

    say, sitting = screen.say, screen.sitting
    sentences = {found.id: sitting.worded(found) for found in sitting.findings_of(sitting.card, waived=True)}
    gone = say("(it does not apply any more)")
    choices = [Choice(entry.finding_id, sentences.get(entry.finding_id, gone), entry.reason) for entry in aside]

    def take(chosen: str | None) -> None:
        if chosen is not None and not sitting.read_only and take_back(sitting.strategy, chosen):
            screen.show_findings()

    screen.app.push_screen(Choose(say("Waived on this card. Enter takes one back."), choices, say), take)
