"""One picture of a session: what stands on each line of the wall at a width and height. It knows no widget.

One thing at a time, and much space. On a small wall it is chosen what is dropped: the name, the time of day, the prompt
once it has been read (the card's title stands for it), the steps that are not the present one.
"""

from __future__ import annotations

from textual.content import Content

from impactcards.tui.room import apart, question, steps, timer
from impactcards.tui.room.data import Room
from impactcards.tui.room.paper import BLANK, Lines, between, middle, most
from impactcards.tui.room.wall import HIGH, LOW, Wall
from impactcards.words import Words

#: A plan that is so many minutes behind is worth a word.
BEHIND = 1.5

#: All that stands on a blank wall, so that one sees that it is on.
DOT = "·"


def draw(room: Room, say: Words, width: int, height: int, now: float) -> Lines:
    """Exactly ``height`` lines, none wider than ``width``, of the room at ``now`` (seconds since 1970)."""
    width, height = max(1, width), max(1, height)
    if room.blank:
        return [*[BLANK] * (height - 1), Content.styled((" " * (width - 2) + DOT)[:width], "$quiet")]
    margin = margin_of(width)
    wall = Wall(room, say, max(1, width - 2 * margin), height, now)
    if room.over:
        lines = in_middle(apart.over(wall), height)
    elif room.break_minutes is not None:
        lines = in_middle(apart.in_break(wall), height)
    else:
        lines = _page(wall)
    return framed(lines, width, height, margin)


def draw_waiting(text: str, width: int, height: int) -> Lines:
    """A sentence in the middle, while there is nothing else to show."""
    margin = margin_of(width)
    return framed(in_middle(middle(text, max(1, width - 2 * margin), "$quiet"), height), width, height, margin)


def margin_of(width: int) -> int:
    """Cells left free at both sides."""
    return 1 if width < 40 else 2 if width < 80 else 3 if width < 100 else width // 16


def in_middle(lines: Lines, rows: int) -> Lines:
    """The lines a little above the middle of so many rows."""
    lines = lines[: max(0, rows)]
    above = (rows - len(lines)) * 2 // 5
    return [*[BLANK] * above, *lines, *[BLANK] * (rows - len(lines) - above)]


def framed(lines: Lines, width: int, height: int, margin: int) -> Lines:
    """Exactly ``height`` lines behind a margin, none wider than ``width``."""
    drawn = [Content.assemble(" " * margin, line) if line.cell_length else line for line in lines[:height]]
    drawn = [line if line.cell_length <= width else line.truncate(width, ellipsis=True) for line in drawn]
    return [*drawn, *[BLANK] * (height - len(drawn))]


def _page(wall: Wall) -> Lines:
    """The head, the card in its step, and the foot."""
    spare = [BLANK] if wall.height >= LOW else []
    above = [*spare, _head(wall), BLANK]
    below = [*spare, BLANK, *([BLANK] if wall.height >= HIGH else [])]
    rows = wall.height - len(above) - len(below)
    if rows < 1:
        return [_head(wall)]
    drawn, large = _card(wall, rows)
    below[len(spare)] = _foot(wall, clock=not large)
    return [*above, *most(drawn, rows, wall.width), *[BLANK] * (rows - len(drawn)), *below]


def _card(wall: Wall, rows: int) -> tuple[Lines, bool]:
    """The card in its step, and whether the timer stands in it in large digits."""
    room = wall.room
    if not room.prompt and not room.title and not room.joker:
        return in_middle(apart.beginning(wall), rows), False
    rule = steps.rule(wall)
    space = rows - len(rule)
    if room.joker:
        return [*in_middle(most(apart.joker(wall), space, wall.width), space), *rule], False
    if room.hints:
        drawn = question.with_hints(wall, space)
        return [*drawn, *[BLANK] * (space - len(drawn)), *rule], False
    if room.step == "write":
        written, large = steps.writing(wall, space)
        return [*in_middle(most(written, space, wall.width), space), *rule], large
    asked = question.above(wall)
    top = [*asked, BLANK, *rule, *([BLANK] if rule else [])]
    body = steps.body(wall, rows - len(top)) if rows > len(top) else []
    if body:
        return [*top, *body], False
    alone = [*question.alone(wall), *steps.closing(wall)]
    return [*in_middle(most(alone, space, wall.width), space), *rule], False


def _head(wall: Wall) -> Content:
    """The suit, whose strategy it is, which card of how many, and the time of day."""
    room, width = wall.room, wall.width
    left = Content.styled(f"{room.symbol} {room.suit.upper()}".strip(), wall.suit_style)
    place = wall.say("{at} of {of}", at=room.at, of=room.of) if room.at and room.of else ""
    right = Content.assemble(place, ("   " + apart.time_of_day(wall.now), "$quiet"))
    if left.cell_length + right.cell_length + 2 > width:
        right = Content(place)
    name = Content.styled(room.name if room.title or room.prompt else "", "$quiet")  # alone, it stands large
    start = max((width - name.cell_length) // 2, left.cell_length + 3)
    if name.cell_length and start + name.cell_length + 3 <= width - right.cell_length:
        left = Content.assemble(left, " " * (start - left.cell_length), name)
    return between(left, right, width)


def _foot(wall: Wall, *, clock: bool) -> Content:
    """What is kept aside, how much time is left, and how the plan stands."""
    left = Content.styled(wall.counted(ideas=wall.room.step in ("collect", "merge")), "$quiet")
    time = timer.in_figures(wall) if clock else BLANK
    right = time
    for behind in _behind(wall):
        both = Content.assemble(time, ("  ·  " if time.cell_length else "") + behind)
        if left.cell_length + both.cell_length + 3 <= wall.width:
            right = both
            break
    return between(left, right, wall.width)


def _behind(wall: Wall) -> list[str]:
    """How far the plan is behind, at length and in short; nothing if it is not."""
    if wall.room.behind < BEHIND:
        return []
    say, minutes = wall.say, round(wall.room.behind)
    return [
        say.plural("the plan is {n} min behind", "the plan is {n} min behind", minutes),
        say.plural("{n} min behind", "{n} min behind", minutes),
    ]
