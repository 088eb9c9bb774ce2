"""What somebody who sits down should know, and what has to be asked first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from impactcards.tui.playing.screen import PlayingScreen


def greet(screen: PlayingScreen) -> None:
    """Say what comes first, what is left out, why nothing can be changed; ask for a recipe and about a newer deck."""
    sitting, say = screen.sitting, screen.say
    if sitting.hand.dealt_first:
        titles = ", ".join(card.title for card in sitting.hand.dealt_first)
        screen.say_once(say("Dealt first, because the others build on it: {titles}.", titles=titles))
    if sitting.hand.left_out:
        titles = ", ".join(card.title for card in sitting.hand.left_out)
        many = len(sitting.hand.left_out)
        screen.say_once(
            say.plural(
                "Left out for lack of time: {titles}.", "{n} left out for lack of time: {titles}.", many, titles=titles
            )
        )
    if sitting.opened.read_only_reason:
        screen.say_once(say(sitting.opened.read_only_reason), trouble=True)
    elif sitting.opened.faults:
        screen.say_once(sitting.opened.faults[0].worded(say), trouble=True)
    if sitting.read_only:
        return
    begun = any(answer.answered for answer in sitting.strategy.answers.values())
    if not (begun or sitting.hand.recipe) and len(sitting.deck.recipes) > 1:
        from impactcards.tui.over import choose_recipe

        choose_recipe(screen)
    if sitting.opened.newer_deck is not None:
        from impactcards.tui.opening import offer_newer_deck

        offer_newer_deck(screen.app, sitting.opened)
