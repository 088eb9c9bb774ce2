"""Pictures without the card on the table: before it, after it, in the break, and with a joker."""

from __future__ import annotations

from datetime import datetime
from math import ceil

from textual.content import Content

from impactcards.tui.room import digits
from impactcards.tui.room.paper import BLANK, Lines, balanced, centred, middle, paragraph
from impactcards.tui.room.wall import Wall

_LARGEST = 3


def time_of_day(moment: float) -> str:
    """``14:32`` in local time; empty for a moment no clock shows."""
    return f"{datetime.fromtimestamp(moment).astimezone():%H:%M}" if 0 <= moment < 1e11 else ""


def beginning(wall: Wall) -> Lines:
    """Whose session it is, before the first card; and that it was the last one, after that."""
    room, say = wall.room, wall.say
    if room.phase == "closing":
        below = middle(say("That was the last card."), wall.width)
    else:
        below = middle(say.plural("{n} card", "{n} cards", room.of), wall.width, "$quiet") if room.of else []
    return [*middle(room.name, wall.width, "bold"), *([BLANK, *below] if below else [])]


def over(wall: Wall) -> Lines:
    """The session has ended."""
    counted = wall.counted()
    return [
        *middle(wall.room.name, wall.width, "bold"),
        BLANK,
        *middle(wall.say("That was the session. Thank you."), wall.width),
        *([BLANK, *middle(counted, wall.width, "$quiet")] if counted else []),
    ]


def in_break(wall: Wall) -> Lines:
    """How long the break still lasts: in minutes, and in seconds only in the last one."""
    say, width = wall.say, wall.width
    left = (wall.room.break_minutes or 0) * 60
    if wall.left is not None and (wall.left > 0 or wall.running):
        left = wall.left
    heading = middle(say("Break"), width, "bold")
    if left <= 0:
        return [*heading, BLANK, *middle(say("The break is over."), width)]
    count = ceil(left / 60) if left > 60 else ceil(left)
    unit = (
        say.plural("minute left", "minutes left", count)
        if left > 60
        else say.plural("second left", "seconds left", count)
    )
    goes_on = time_of_day(wall.now + left) if wall.running else ""
    after = middle(say("We go on at {time}", time=goes_on), width, "$quiet") if goes_on else []
    size = min(digits.largest(str(count), width, wall.height - 10), _LARGEST)
    if not size:
        return [*heading, BLANK, *middle(f"{count} {unit}", width, "bold"), BLANK, *after]
    drawn = centred([Content(row) for row in digits.blocks(str(count), size)], width)
    return [*heading, BLANK, *drawn, BLANK, *middle(unit, width), *after]


def joker(wall: Wall) -> Lines:
    """A drawn card, as wide as the wall."""
    heading = wall.say("Another way to look at it").upper()
    return centred(
        [
            *paragraph(heading, wall.measure, "bold $accent", first="★ "),
            BLANK,
            *paragraph(wall.room.joker, balanced(wall.room.joker, wall.measure), "bold"),
        ],
        wall.width,
    )
