"""Leaving a strategy or the program, once everything is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from impactcards.tui.app import ImpactCardsApp
    from impactcards.tui.playing.screen import PlayingScreen


def leave_sitting(app: ImpactCardsApp, screen: PlayingScreen) -> None:
    """Back to the shelf, or out of the program if it began with this strategy."""
    if len(app.screen_stack) == 1:
        close(app, screen)
        return

    def back_to_shelf() -> None:
        app.sitting = None
        screen.dismiss()

    _when_saved(app, screen, back_to_shelf)


def close(app: ImpactCardsApp, screen: PlayingScreen) -> None:
    """Close the program."""
    _when_saved(app, screen, app.exit)


def _when_saved(app: ImpactCardsApp, screen: PlayingScreen, go: Callable[[], object]) -> None:
    if app.saving.finish():
        go()
        return
    from impactcards.tui.screens.dialogs import Question

    say = screen.say

    def answer(leave: bool | None) -> None:
        if leave:
            app.saving.give_up()
            go()

    text = say(
        "Your last changes could not be saved. If you leave now, they are lost. Saving goes on trying while you stay."
    )
    app.push_screen(Question(text, say, yes=say("Leave anyway"), no=say("Stay")), answer)
