"""The question of the card: alone and large, or above what is said to it; and its hints, when they are asked for."""

from __future__ import annotations

from textual.content import Content

from impactcards.tui.room.paper import BLANK, Lines, balanced, centred, most, paragraph, stacked
from impactcards.tui.room.wall import HIGH, LOW, Wall


def alone(wall: Wall) -> Lines:
    """Title and prompt, alone on the wall."""
    room = wall.room
    title = paragraph(room.title, wall.measure, wall.suit_style) if room.title and room.prompt else []
    return centred([*title, *([BLANK] if title else []), *_asked(wall)], wall.width)


def prompt(wall: Wall) -> Lines:
    """The prompt alone."""
    return centred(_asked(wall), wall.width)


def _asked(wall: Wall) -> Lines:
    text = wall.room.prompt or wall.room.title
    return paragraph(text, balanced(text, wall.measure), "bold")


def above(wall: Wall) -> Lines:
    """The prompt above something else. Where it would take too much room, the card's title stands for it."""
    rows = 2 if wall.height < LOW else 3 if wall.height < HIGH else 5
    text = wall.room.prompt or wall.room.title
    asked = paragraph(text, balanced(text, min(wall.width, 110)), "bold")
    if len(asked) > rows and wall.room.title:
        asked = paragraph(wall.room.title, wall.width, "bold")
    return most(asked, rows, wall.width)


def with_hints(wall: Wall, rows: int) -> Lines:
    """The question and ways in."""
    say = wall.say
    question = [*above(wall), BLANK, Content.styled(say("Ways in"), "$quiet"), BLANK]
    ways = [paragraph(hint, min(wall.width, 100), first="·  ") for hint in wall.room.hints]
    room = max(1, rows - len(question))
    ways_in = stacked(ways, room, wall.width, lambda n: say.plural("{n} more way in", "{n} more ways in", n))
    return [*question, *ways_in][:rows]
