"""The steps of a card: where one is among them, and what the wall shows in each."""

from __future__ import annotations

from functools import lru_cache

from textual.content import Content

from impactcards.tui.room import question, timer
from impactcards.tui.room.data import Room
from impactcards.tui.room.ideas import has_votes, listed, newest_first, with_votes
from impactcards.tui.room.paper import BLANK, Lines, middle, paragraph, stacked
from impactcards.tui.room.ratings import drawn_ratings
from impactcards.tui.room.wall import Wall
from impactcards.words import N_, Words

STEP_NAMES = {
    "read": N_("read"),
    "write": N_("write"),
    "collect": N_("collect"),
    "merge": N_("merge"),
    "vote": N_("vote"),
    "decide": N_("decide"),
    "act": N_("act"),
}


def rule(wall: Wall) -> Lines:
    """The steps in a line, the present one marked; on a narrow wall only that one and its place."""
    room, say, width = wall.room, wall.say, wall.width
    if room.step not in room.steps:
        return []
    names = [say(STEP_NAMES.get(step, step)) for step in room.steps]
    at = room.steps.index(room.step)
    here = Content.styled(f"[ {names[at].upper()} ]", "bold")
    parts = [here if n == at else Content.styled(name, "$quiet") for n, name in enumerate(names)]
    words = Content(" · ").join(parts)
    if words.cell_length + 6 > width:
        words = Content.assemble(here, (f" {say('{at} of {of}', at=at + 1, of=len(names))}", "$quiet"))
    sides = width - words.cell_length - 2
    if sides < 2:
        return [here]
    left, right = "─" * (sides // 2), "─" * (sides - sides // 2)
    return [Content.assemble((left, "$line"), " ", words, " ", (right, "$line"))]


def writing(wall: Wall, rows: int) -> tuple[Lines, bool]:
    """The question, and below it the time that is left in large digits; and whether there is room for these.

    The digits are as large as the question leaves room for; for larger ones it does without the card's title.
    """
    best: Lines = []
    height = 0
    for asked in (question.alone(wall), question.prompt(wall), question.above(wall)):
        clock = timer.large(wall, rows - len(asked) - 1)
        if len(clock) > height:
            best, height = [*asked, BLANK, *clock], len(clock)
    return (best, True) if best else (question.alone(wall), False)


def body(wall: Wall, rows: int) -> Lines:
    """What stands below the question; empty where the step shows nothing but that."""
    return list(_remembered(wall.room, wall.say, wall.width, wall.height, rows))


@lru_cache(maxsize=2)
def _remembered(room: Room, say: Words, width: int, height: int, rows: int) -> tuple[Content, ...]:
    """The same, kept while only the clock moves: laying out two hundred ideas takes longer than a second may cost."""
    return tuple(_body(Wall(room, say, width, height, 0.0), rows))


def _body(wall: Wall, rows: int) -> Lines:
    if wall.room.hot_seat:  # somebody types alone: the others' ideas are hidden, and the question is all there is
        return []
    match wall.room.step:
        case "collect":
            asked = middle(wall.say("Call out your ideas, one after the other."), wall.width, "$quiet")
            return newest_first(wall.room, wall.say, wall.width, rows) or [BLANK, *asked]
        case "merge":
            return listed(wall.room, wall.say, wall.width, rows)
        case "vote":
            return _voting(wall, rows)
        case "decide" | "act":
            return _decision(wall, rows)
    return []


def _voting(wall: Wall, rows: int) -> Lines:
    """The ideas without counts and how many votes are in; figures only once they are everybody's to see."""
    room = wall.room
    if room.ratings:
        return drawn_ratings(room.ratings, wall.say, wall.width, rows)
    if not room.ideas:
        return []
    words = votes_in(wall)
    below = [BLANK, *middle(words, wall.width, "bold")] if words else []
    lines = listed(room, wall.say, wall.width, rows - len(below))
    return [*lines, *[BLANK] * (rows - len(below) - len(lines)), *below]


def votes_in(wall: Wall) -> str:
    """How many of the votes are in; empty where nobody counts."""
    room, say = wall.room, wall.say
    if room.cast is None or room.step != "vote":
        return ""
    if not room.votes:  # nobody knows how many there will be
        return say.plural("{n} vote", "{n} votes", room.cast) if room.cast else ""
    if room.cast >= room.votes:
        return say.plural("The one vote is in.", "All {n} votes are in.", room.votes)
    return say("{n} of {all} votes", n=room.cast, all=room.votes)


def _decision(wall: Wall, rows: int) -> Lines:
    """What was voted, then what was decided; where both do not fit, the decision comes first."""
    room, say, width = wall.room, wall.say, wall.width
    note = paragraph(room.note, width) if room.note else []
    if room.step == "act":
        asked = paragraph(say("Who does what, and until when?"), width, "$quiet")
        decided = _decided(wall, rows - len(asked) - 1)
        if decided:
            room_left = rows - len(decided) - len(asked) - 1
            return [*decided, BLANK, *asked, *([BLANK, *note] if note and len(note) < room_left else [])]
        voted = _voted(wall, rows - len(asked) - 1)
        return [*voted, BLANK, *asked] if voted else []
    decided = [] if _marks_say_it(wall) else _decided(wall, max(3, rows - len(note) - 2))
    below = [*([BLANK, *note] if note else []), *([BLANK, *decided] if decided else [])]
    voted = _voted(wall, rows - len(below)) if rows - len(below) >= 3 else []
    return [*voted, *below] if voted else below[1:]


def _decided(wall: Wall, rows: int) -> Lines:
    lines = [paragraph(line, wall.width - 2, "bold", first="✓ ") for line in wall.room.decided]
    if not lines:
        return []
    drawn = stacked(lines, rows - 1, wall.width, lambda n: wall.say.plural("{n} more line", "{n} more lines", n))
    return [Content.styled(wall.say("Decided"), "$quiet"), *drawn]


def _marks_say_it(wall: Wall) -> bool:
    """Whether the marks at the ideas say already what was decided."""
    won = {idea.text for idea in wall.room.ideas if idea.mark}
    return has_votes(wall.room) and won >= set(wall.room.decided)


def _voted(wall: Wall, rows: int) -> Lines:
    room = wall.room
    if room.ratings:
        return drawn_ratings(room.ratings, wall.say, wall.width, rows)
    if has_votes(room):
        return with_votes(room, wall.say, wall.width, rows)
    return listed(room, wall.say, wall.width, rows) if room.ideas else []


def closing(wall: Wall) -> Lines:
    """What stands below the question where it is alone: how many figures are in."""
    words = votes_in(wall)
    return [BLANK, BLANK, *middle(words, wall.width)] if words else []
