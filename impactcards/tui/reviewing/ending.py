"""The end of a review's hand: what it came to, and ending it or going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.strategy.hand import CardState

if TYPE_CHECKING:
    from impactcards.tui.screens.review import ReviewScreen


def show_end(screen: ReviewScreen, *, early: bool = False) -> None:
    """After the last card, or ``early``: end the review, or go on with what is not settled yet."""
    from impactcards.tui.screens.dialogs import Choice, Choose

    say, sitting = screen.say, screen.sitting
    done = sitting.progress()
    waiting = [card for card in sitting.hand.cards if sitting.state(card) is CardState.OPEN]
    title = say("That was the last card. {done} of {all} are done.", done=done.done, all=done.total)
    if early:
        title = say("{done} of {all} cards are done.", done=done.done, all=done.total)
    about = say.plural(
        "{n} card is not settled; it comes back in the next review.",
        "{n} cards are not settled; they come back in the next review.",
        len(waiting),
    )
    end = Choice("end", say("End the review"), about if waiting else say("Every card is settled."))
    choices = [] if waiting else [end]
    if waiting:
        names = ", ".join(say.quoted(card.title) for card in waiting[:3]) + (" …" if len(waiting) > 3 else "")
        choices.append(
            Choice("waiting", say.plural("The card that waits", "The {n} cards that wait", len(waiting)), names)
        )
        choices.append(end)
    choices.append(Choice("leave", say("Leave it open"), say("The review goes on here next time.")))

    def take(chosen: str | None) -> None:
        if chosen == "end":
            end_review(screen)
        elif chosen == "waiting":
            screen.go_to(waiting[0], focus=False)
        elif chosen == "leave":
            screen.action_leave()

    screen.app.push_screen(Choose(title, choices, say), take)


def end_review(screen: ReviewScreen) -> None:
    """End it, say what it came to, and offer what one does next."""
    from impactcards.strategy.dates import local_today
    from impactcards.strategy.reviews.summary import summary
    from impactcards.tui.screens.dialogs import Choice, Choose

    say, review = screen.say, screen.review
    review.look(screen.sitting.card)
    review.end()
    title = "\n".join(summary(review, local_today(), say))
    choices = [
        Choice("leave", say("Leave"), say("Everything is saved.")),
        Choice("compare", say("See what changed"), say("Last time and now, card by card.")),
        Choice("document", say("Read the document"), say("Your answers as one text, to hand in.")),
    ]

    def take(chosen: str | None) -> None:
        if chosen == "compare":
            screen.compare_all()
        elif chosen == "document":
            screen.action_document()
        elif chosen == "leave":
            screen.action_leave()

    screen.app.push_screen(Choose(title, choices, say), take)
