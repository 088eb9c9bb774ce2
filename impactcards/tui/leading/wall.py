"""What the room sees: written to the strategy's folder as it changes, and shown here on a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.strategy.sessions import RoomFile
from impactcards.strategy.sessions.room import room
from impactcards.tui.screens.room import RoomScreen

if TYPE_CHECKING:
    from impactcards.tui.leading.screen import LeadingScreen

#: Deeds that work while the room view is open: those that need no line.
_WITHOUT_LINE = (
    "next-step", "back-step", "next-card", "undo", "joker", "hints", "blank", "pause", "more-time", "less-time",
)  # fmt: skip


class Wall:
    """Keeps session.json up to date, and opens the room view."""

    def __init__(self, screen: LeadingScreen) -> None:
        self._screen = screen
        self._file = RoomFile(screen.session)
        self._view: RoomScreen | None = None

    def data(self) -> dict[str, Any]:
        """What the room may see now."""
        return room(self._screen.session, self._screen.session.now())

    def update(self) -> None:
        """Write what is new. Cheap when nothing is; called after each key and several times a second."""
        if not self._screen.sitting.read_only:
            self._file.update()

    def close(self) -> None:
        """Write the last state, before the program is left."""
        if not self._screen.sitting.read_only:
            self._file.close()

    # -- the room view ----------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Show what the room sees in place of this screen, until Esc or F5."""
        screen = self._screen
        self._view = RoomScreen(self.data, screen.say, passed_on=self._pass_on, clock=screen.session.now)

        def back(_: None) -> None:
            self._view = None
            screen.done(screen.say("Your own screen again."))

        screen.app.push_screen(self._view, back)

    def _pass_on(self, key: str) -> bool:
        """A key was pressed in the room view. Whether it meant something."""
        screen = self._screen
        for deed in screen.deeds:
            if deed.id in _WITHOUT_LINE and key in (*deed.keys, *deed.letters):
                if not screen.view.key(key):
                    getattr(screen, f"action_{deed.action}")()
                return True
        if screen.view.types or screen.has_class("-answering"):
            return False
        return screen.view.key(key)
