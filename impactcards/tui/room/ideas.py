"""Ideas on the wall: as they are called out, while they are merged and voted on, and with their votes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from impactcards.tui.room.data import Room, RoomIdea
from impactcards.tui.room.paper import (
    BLANK,
    Lines,
    beside,
    column_width,
    most,
    packed,
    paragraph,
    spaced,
    stacked,
)
from impactcards.tui.widgets.rows.wrap import cut
from impactcards.words import Words

#: What a session marks an idea with: called out last, being voted on, a winner, and one vote or the lot short of it.
NEW, HERE, WON, TIED = "new", "asked", "chosen", "tied"

#: From these widths on, ideas stand in two and in three columns.
_TWO, _THREE = 68, 140
#: From this width on, an idea leaves more room for its bar.
_WIDE = 100


def drawn_idea(idea: RoomIdea, width: int, style: str = "", sign: str = " ") -> Lines:
    """One idea behind its number. ``sign`` is one cell before it."""
    text = idea.text
    first = f"{sign}{idea.number:>3}  "
    if idea.parts:
        text += f" ({' + '.join(map(str, idea.parts))})"
    if idea.voices > 1:
        text += f" ×{idea.voices}"
    return paragraph(text, width, style, first=first)


def newest_first(room: Room, say: Words, width: int, rows: int) -> Lines:
    """While ideas are collected: the newest large on top, the others in columns below, where each keeps its place."""
    if not room.ideas:
        return []
    newest = next((idea for idea in room.ideas if idea.mark == NEW), room.ideas[-1])
    others = [idea for idea in room.ideas if idea is not newest]
    top = most(drawn_idea(newest, width, "bold", "▸"), max(1, rows // 2), width)
    if not others:
        return top
    left = rows - len(top) - 1
    board = _board(others, say, width, left, page="last", columns=_columns_for(width))
    return [*top, BLANK, *board] if left > 0 else top


def listed(room: Room, say: Words, width: int, rows: int) -> Lines:
    """While ideas are merged or voted on: all of them, or those around the one in question."""
    return _board(room.ideas, say, width, rows, page="marked", columns=1)


def _columns_for(width: int) -> int:
    return 1 if width < _TWO else 2


def _board(ideas: Sequence[RoomIdea], say: Words, width: int, rows: int, *, page: str, columns: int) -> Lines:
    """Ideas in columns: with room to breathe if there is, in more columns if needed, and page by page beyond that."""
    if rows < 1:
        return []
    most_columns = 1 if width < _TWO else 2 if width < _THREE else 3
    columns = min(columns, most_columns)
    for gap in (1, 0):
        for count in range(columns, most_columns + 1):
            narrow = column_width(width, count)
            drawn = [_marked(idea, narrow) for idea in ideas]
            found = packed(drawn, rows, gap)
            if len(found) <= count and all(len(block) <= rows for block in drawn):
                return beside([spaced([drawn[at] for at in column], gap) for column in found], narrow)
    narrow = column_width(width, most_columns)
    drawn = [_marked(idea, narrow) for idea in ideas]
    return _page(ideas, drawn, say, width, narrow, rows, most_columns, page)


def _page(
    ideas: Sequence[RoomIdea],
    drawn: Sequence[Lines],
    say: Words,
    width: int,
    narrow: int,
    rows: int,
    count: int,
    page: str,
) -> Lines:
    """One page of more ideas than fit, and how many stand before and after it."""
    room = max(1, rows - 1)
    shown = [most(block, room, narrow) for block in drawn]
    columns = packed(shown, room, 0)
    begin = max(0, len(columns) - count)
    if page == "marked":
        here = next((at for at, idea in enumerate(ideas) if idea.mark == HERE), 0)
        begin = next(n for n, column in enumerate(columns) if here in column) // count * count
    visible = columns[begin : begin + count]
    before, after = visible[0][0], len(ideas) - 1 - visible[-1][-1]
    words = [
        say.plural("{n} idea before these", "{n} ideas before these", before) if before else "",
        say.plural("{n} more idea", "{n} more ideas", after) if after else "",
    ]
    lines = beside([spaced([shown[at] for at in column], 0) for column in visible], narrow)
    counted = Content.styled(cut("      " + " · ".join(filter(None, words)), width), "$quiet")
    return [*lines, counted] if rows > 1 else lines[:rows]


def _marked(idea: RoomIdea, width: int) -> Lines:
    here = idea.mark == HERE
    return drawn_idea(idea, width, "bold $primary" if here else "", "▶" if here else " ")


# -- with votes --------------------------------------------------------------------------------------------------------


def has_votes(room: Room) -> bool:
    """Whether votes were counted and may be shown."""
    return any(idea.votes for idea in room.ideas)


def with_votes(room: Room, say: Words, width: int, rows: int) -> Lines:
    """The ideas with the most votes first, each with a bar; those without votes are counted."""
    voted = sorted((idea for idea in room.ideas if idea.votes), key=lambda idea: -(idea.votes or 0))
    without = len(room.ideas) - len(voted)
    last = say.plural(
        "{n} idea without votes, kept in the minutes", "{n} ideas without votes, kept in the minutes", without
    )
    ending = paragraph(last, width, "$quiet", first="   +  ") if without else []
    if len(ending) > rows // 3:
        ending = []
    top = max((idea.votes or 0 for idea in voted), default=1)
    blocks = [_bar(idea, top, width) for idea in voted]
    whole = sum(map(len, blocks)) + len(ending)
    if ending and whole > rows:  # they are counted with those that do not fit
        return stacked([*blocks, *([[BLANK]] * without)], rows, width, _more(say))
    gap = [BLANK] if ending and whole + len(blocks) < rows else []
    return [*stacked(blocks, rows - len(ending) - len(gap), width, _more(say)), *gap, *ending]


def _more(say: Words) -> Callable[[int], str]:
    return lambda count: "      " + say.plural("{n} more idea", "{n} more ideas", count)


def _bar(idea: RoomIdea, top: int, width: int) -> Lines:
    """One idea with its votes as a bar, and a sign where it has won or is tied with a winner."""
    won = idea.mark == WON
    sign = "✓" if won else "=" if idea.mark == TIED else " "
    text = max(16, width * (60 if width < _WIDE else 52) // 100)
    room = max(4, width - text - 8)
    lines = drawn_idea(idea, text, "bold" if won else "", sign)
    votes = idea.votes or 0
    cells = max(1, round(room * votes / max(1, top)))
    gap = " " * max(2, text + 2 - lines[0].cell_length)
    bar = ("█" * cells, "$primary" if won else "$quiet")
    lines[0] = Content.assemble(lines[0], gap, bar, "  ", (str(votes), "bold"))
    return lines
