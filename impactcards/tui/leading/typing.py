"""What the line is for at the moment: the step's own entries, or one thing that is always one key away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content

from impactcards.records import record
from impactcards.tui.leading.input_line import InputLine
from impactcards.tui.widgets.line import Line

if TYPE_CHECKING:
    from impactcards.tui.leading.screen import LeadingScreen


@record
class Wanted:
    """One line that is wanted for something else than the step: what it is called, and who takes it.

    ``as_it_is``: the line is no command, whatever it looks like. ``stay``: the line stays in use afterwards.
    """

    label: str
    take: Callable[[str], None]
    value: str = ""
    ghost: str = ""
    empty_too: bool = False


class Typing:
    """Keeps the line of a screen: its label, who takes what is typed, and where the cursor goes afterwards."""

    def __init__(self, screen: LeadingScreen) -> None:
        self._screen = screen
        self._wanted: Wanted | None = None
        self._held = ""  # what stood in the line when something else was wanted
        self._typed_before = False

    @property
    def line(self) -> InputLine:
        return self._screen.query_one(InputLine)

    @property
    def on(self) -> bool:
        """Whether the cursor is in the line."""
        return self._screen.focused is self.line

    @property
    def half_typed(self) -> str:
        """What stands in the line for the step, not entered yet; nothing of what only one person is to see."""
        if self._screen.hot_seat is not None:
            return ""
        return self.line.value if self._wanted is None else self._held

    @property
    def wanted(self) -> Wanted | None:
        """What one line is wanted for beside the step's own entries, if it is."""
        return self._wanted

    def begin(self) -> None:
        """Put the cursor into the line, at once: the next key is for it."""
        self._screen.set_focus(self.line)

    def end(self) -> None:
        """Take the cursor out of it; what stands there stays."""
        self._screen.set_focus(None)

    def ask(self, label: str, take: Callable[[str], None], *, value: str = "", ghost: str = "", empty_too: bool = False
            ) -> None:  # fmt: skip
        """Want one line for something else. Enter gives it to ``take``; Esc leaves it, and nothing is changed."""
        if self._wanted is None:
            self._held, self._typed_before = self.line.value, self.on
        self._wanted = Wanted(label, take, value, ghost, empty_too)
        self.line.put(value)
        self.show_label()
        self.begin()

    def give_up(self) -> bool:
        """Let go of what one line was wanted for. False if nothing was."""
        if self._wanted is None:
            return False
        self._wanted = None
        self.line.put(self._held)
        self._held = ""
        self.show_label()
        if not self._typed_before:
            self.end()
        return True

    def take(self, text: str) -> bool:
        """Give a typed line to whoever wanted it. False if it is the step's."""
        wanted = self._wanted
        if wanted is None:
            return False
        self.give_up()
        if text.strip() or wanted.empty_too:
            wanted.take(text.strip())
        return True

    def take_changed(self) -> None:
        """Let go of what one line was wanted for, but take it if it was written by now."""
        text = self.line.value.strip()
        if self._wanted is not None and text and text != self._wanted.value:
            self.take(text)
        else:
            self.give_up()

    def take_out(self) -> str:
        """What stands in the line, which is empty afterwards."""
        text = self.line.value.strip()
        self.line.put("")
        return text

    def show_label(self) -> None:
        """Say before the line what it is for, and in it, while it is empty, what can be typed."""
        view = self._screen.view
        wanted = self._wanted
        label = f"{wanted.label if wanted else view.label()} ›"
        words = self._screen.query_one("#label", Line)
        words.show(Content.styled(label, "$warning bold" if wanted else "$primary bold" if self.on else "$quiet"))
        width = Content(label).cell_length + 1
        if words.styles.width is None or words.styles.width.value != width:
            words.styles.width = width
        ghost = wanted.ghost if wanted else view.ghost()
        if not self.on and not wanted:
            ghost = view.how_to_type()
        if self.line.placeholder != ghost:
            self.line.placeholder = ghost
