"""What can be done on the shelf with a strategy as a whole: another name, away into the archive, and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from impactcards.faults import UserError
from impactcards.strategy import shelf
from impactcards.tui.screens.dialogs import AskLine, Question

if TYPE_CHECKING:
    from impactcards.strategy.shelf import ShelfEntry
    from impactcards.tui.screens.shelf import ShelfScreen


def rename(screen: ShelfScreen, entry: ShelfEntry, typed: str = "") -> None:
    """Ask for another name until it can be had, or is not wanted any more."""

    def take(name: str | None) -> None:
        if name and name != entry.name:
            done = _try(screen, lambda: shelf.rename(screen.app.home, str(entry.folder), name))
            if not done:
                rename(screen, entry, name)

    screen.app.push_screen(AskLine(screen.say("New name"), screen.say, value=typed or entry.name), take)


def put_away_or_back(screen: ShelfScreen, entry: ShelfEntry) -> None:
    """Put a strategy into the archive, after asking, or bring it back from there."""
    say, home = screen.say, screen.app.home
    if entry.archived:
        _try(screen, lambda: shelf.unarchive(home, str(entry.folder)))
        return

    def answer(yes: bool | None) -> None:
        if yes:
            _try(screen, lambda: shelf.archive(home, str(entry.folder)))

    text = say(
        "Put “{name}” into the archive? Nothing is deleted; it can be brought back at any time.", name=entry.name
    )
    screen.app.push_screen(Question(text, say, yes=say("Archive"), no=say("Leave it")), answer)


def _try(screen: ShelfScreen, deed: Callable[[], object]) -> bool:
    """Do it and show the shelf anew; False if it could not be done, which is said."""
    try:
        deed()
    except UserError as error:
        screen.notify(error.worded(screen.say), markup=False)
        return False
    finally:
        screen.fill()
    return True


__all__ = ["put_away_or_back", "rename"]
