"""What the area of the screen shows in a step, what the line is for there, and what the keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from impactcards.tui.keys import Deed
from impactcards.tui.leading.area import Drawn
from impactcards.tui.leading.deeds import named
from impactcards.tui.widgets.rows.wrap import wrapped
from impactcards.words import Words

if TYPE_CHECKING:
    from impactcards.strategy.sessions import Session, Typed
    from impactcards.tui.leading.screen import LeadingScreen


class View:
    """One step, or what comes before the first card and after the last. It holds nothing but where one is in it."""

    #: The step of the session, or a name of its own.
    step: ClassVar[str] = ""
    #: Whether it opens with the cursor in the line, because nothing but typing is done in it.
    types: ClassVar[bool] = False
    #: Whether it has a clock.
    timed: ClassVar[bool] = True
    #: What the key bar names, with no field in focus and while one types.
    bar: ClassVar[tuple[str, ...]] = ("next-step", "type", "pause", "hints", "room", "blank", "back-step")
    typing_bar: ClassVar[tuple[str, ...]] = ("next-step", "take", "letters", "park", "undo", "back-step")

    def __init__(self, screen: LeadingScreen) -> None:
        self.screen = screen

    @property
    def say(self) -> Words:
        return self.screen.say

    @property
    def session(self) -> Session:
        return self.screen.session

    def keys(self, *, typing: bool) -> tuple[Deed, ...]:
        """What the key bar shows."""
        return named(*(self.typing_bar if typing else self.bar))

    # -- what is seen -----------------------------------------------------------------------------------------------

    def draw(self, width: int, height: int) -> Drawn:
        """The area in ``width`` by ``height`` cells."""
        return Drawn(())

    @property
    def takes_ideas(self) -> bool:
        """Whether what is typed is an idea; otherwise it goes into the parking lot."""
        return "collect" in self.session.steps

    def label(self) -> str:
        """What stands before the line."""
        return self.say("idea") if self.takes_ideas else self.say("park")

    def how_to_type(self) -> str:
        """What the line says while the cursor is not in it."""
        return self.say("Enter: type here")

    def ghost(self) -> str:
        """What the line says while it is empty."""
        return ""

    def clock_words(self, now: float) -> str:
        """What stands under the clock."""
        say, clock = self.say, self.session.clock
        over = -clock.left(now)
        if over > 0:
            minutes = int(over // 60)
            return say.plural("{n} min over", "{n} min over", minutes) if minutes else say("time is up")
        return "" if clock.running else say("the clock stands")

    # -- what is done -----------------------------------------------------------------------------------------------

    def opened(self) -> None:
        """The step begins, or is come back to."""

    def left(self) -> str:
        """The step is being left, for another step or card. Returns what that did, in words; mostly nothing."""
        return ""

    def entered(self, typed: Typed) -> None:
        """A line was typed that is no command for every step."""
        if self.takes_ideas:
            from impactcards.tui.leading.entering import enter_ideas

            enter_ideas(self.screen, typed)
        elif self.session.park(typed.text) is not None:
            self.screen.done(self.say("Parked: ‹{text}›", text=typed.text))

    def key(self, key: str) -> bool:
        """A key with no field in focus. False if it means nothing here."""
        return False

    def clicked(self, mark: int) -> None:
        """A line of the area was clicked."""

    def dragged(self, mark: int, onto: int) -> None:
        """What stands on one line was dragged onto another."""


def paragraphs(width: int, *texts: tuple[str, str], hanging: str = "") -> list[Content]:
    """Texts with their styles, wrapped; ``hanging`` stands before each, and its room before their other lines."""
    lines = []
    for text, style in texts:
        for n, line in enumerate(wrapped(text, max(10, width - len(hanging)))):
            lines.append(Content.assemble(hanging if n == 0 else " " * len(hanging), (line.rstrip(), style)))
    return lines
