"""What every part of a picture needs to know: the room, the words, and how much space there is."""

from __future__ import annotations

from impactcards.records import record
from impactcards.tui.room.data import Room
from impactcards.tui.theme import SUIT_COLORS
from impactcards.words import Words

#: From these heights on there are lines to spare: for a line above and below, and for longer questions.
LOW, HIGH = 22, 30


@record
class Wall:
    """A room at a moment (``now``, in seconds since 1970), ``width`` cells wide inside its margins."""

    room: Room
    say: Words
    width: int
    height: int
    now: float

    @property
    def left(self) -> float | None:
        """Seconds left on the timer, or None without one."""
        return self.room.clock.left_at(self.now) if self.room.clock else None

    @property
    def running(self) -> bool:
        """Whether the timer runs."""
        return self.room.clock is not None and self.room.clock.running

    @property
    def suit_style(self) -> str:
        """The suit's colour, bold."""
        color = self.room.color
        return f"bold $suit-{color}" if color in SUIT_COLORS else "bold"

    @property
    def measure(self) -> int:
        """How wide a text is that stands alone: short lines are read more easily from afar."""
        return min(self.width, max(44, self.width * 3 // 4), 90)

    def counted(self, *, ideas: bool = False) -> str:
        """How much is kept aside, and with ``ideas`` how many there are."""
        room, say = self.room, self.say
        parts = [
            say.plural("{n} idea", "{n} ideas", len(room.ideas)) if ideas and room.ideas else "",
            say("Parked {n}", n=room.parked) if room.parked else "",
            say("Actions {n}", n=room.actions) if room.actions else "",
        ]
        return " · ".join(filter(None, parts))
