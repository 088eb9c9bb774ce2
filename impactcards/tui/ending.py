"""Where one stands: at the end of the hand, and when one stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.hand import CardState
from impactcards.tui.sitting import Sitting
from impactcards.tui.widgets.face import minutes_in_words
from impactcards.words import Words

if TYPE_CHECKING:
    from impactcards.tui.app import ImpactCardsApp
    from impactcards.tui.screens.card import CardScreen


def where_one_stands(sitting: Sitting, say: Words) -> str:
    """``Acme 2027: 5 of 9 answered. Next: Every channel has a job (10 min).``"""
    done = sitting.progress()
    text = say("{name}: {done} of {all} cards done.", name=sitting.strategy.name, done=done.done, all=done.total)
    if done.next is not None:
        text += " " + say(
            "Next: {title} ({time}).", title=done.next.title, time=minutes_in_words(done.next.minutes, say)
        )
    return text


def show_end(app: ImpactCardsApp, screen: CardScreen) -> None:
    """After the last card: what is answered, what waits, and what can be done now."""
    from impactcards.tui.over import show_document
    from impactcards.tui.screens.dialogs import Choice, Choose

    say, sitting = app.say, screen.sitting
    done = sitting.progress()
    waiting = [
        card for card in sitting.hand.cards if sitting.state(card) in (CardState.OPEN, CardState.LATER, CardState.BEGUN)
    ]
    if waiting:
        title = say("That was the last card. {done} of {all} are done.", done=done.done, all=done.total)
    else:
        title = say("That was the last card. All of them are answered.")
    choices = [Choice("document", say("Read the document"), say("Your answers as one text, to hand in."))]
    if waiting:
        names = ", ".join(say.quoted(card.title) for card in waiting[:3]) + (" …" if len(waiting) > 3 else "")
        choices.append(
            Choice("waiting", say.plural("The card that waits", "The {n} cards that wait", len(waiting)), names)
        )
    findings = sitting.all_findings()
    if findings:
        choices.append(
            Choice(
                "map",
                say("The map"),
                say.plural("{n} thing is still open.", "{n} things are still open.", len(findings)),
            )
        )
    if len(sitting.deck.recipes) > 1:
        choices.append(Choice("recipe", say("Go on with another recipe"), say("Nothing you answered is asked again.")))
    choices.append(Choice("leave", say("Leave"), say("Everything is saved.")))

    def take(chosen: str | None) -> None:
        if chosen == "document":
            show_document(screen, from_top=True)
        elif chosen == "waiting":
            screen.go_to(waiting[0], focus=True)
        elif chosen == "map":
            screen.action_map()
        elif chosen == "recipe":
            screen.action_recipe()
        elif chosen == "leave":
            screen.action_leave()

    app.push_screen(Choose(title, choices, say), take)
