"""The timer: in figures on the last line, and in large digits while everybody writes."""

from __future__ import annotations

from textual.content import Content

from impactcards.tui.room import digits
from impactcards.tui.room.paper import BLANK, Lines, centred
from impactcards.tui.room.wall import Wall

#: The last seconds are shown in reverse.
LAST = 10
_LARGEST = 5


def in_figures(wall: Wall) -> Content:
    """``2:41 left``; empty without a timer, and for one that was never set."""
    left, say = wall.left, wall.say
    if left is None or (left <= 0 and not wall.running):
        return BLANK
    if left <= 0:
        return Content.styled(say("Time is up"), "bold")
    shown = digits.shown_time(left)
    if not wall.running:
        return Content.styled(say("{time} left, paused", time=shown), "$quiet")
    words = say("{time} left", time=shown)
    return Content.styled(f" {words} ", "reverse bold") if left <= LAST else Content(words)


def large(wall: Wall, rows: int) -> Lines:
    """The timer in digits of blocks with a word below, in at most so many rows; empty where it does not fit."""
    left, say = wall.left, wall.say
    if left is None or (left <= 0 and not wall.running):
        return []
    shown = digits.shown_time(left)
    size = min(digits.largest(shown, wall.width - 4, rows - 5), _LARGEST)
    if not size:
        return []
    drawn = digits.blocks(shown, size)
    last = wall.running and 0 < left <= LAST
    if last:
        edge = " " * len(drawn[0])
        drawn = [f"  {row}  " for row in (edge, *drawn, edge)]
    else:
        drawn = ["", *drawn, ""]
    word, style = say("Each for yourself, in silence"), "$quiet"
    if left <= 0:
        word, style = say("Time is up"), "bold"
    elif not wall.running:
        word = say("paused")
    digit_style = "reverse" if last else "$quiet" if left <= 0 else ""
    return [
        *centred([Content.styled(row, digit_style) for row in drawn], wall.width),
        *([BLANK] if last else []),
        *centred([Content.styled(word, style)], wall.width),
    ]
