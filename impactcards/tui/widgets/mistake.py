"""One mistake of the profile, drawn with signs that need no colour: rating, decisions, loose ends, and the past."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from impactcards.records import record
from impactcards.strategy.dates import show_date
from impactcards.strategy.profile import ABOUT, NAMES, ProfileLine, Rating
from impactcards.words import Words

#: From this width on, a mistake has a line for each fact.
WIDE = 100

_BAR, _WIDE_BAR = 10, 20
_SPARKS = "▁▂▃▄▅▆▇█"
_NARROWEST = 40
_LEGIBLE = 8  # a label cut shorter says nothing
_FIGURES = 9  # cells that "10 of 10" and its like are given, so that what follows stands in a column


@record
class Drawn:
    """What a mistake is drawn from. ``labels`` are those of the scale's steps, ``past`` its ratings, oldest first."""

    line: ProfileLine
    labels: Mapping[int, str]
    past: Sequence[Rating]


def draw(drawn: Drawn, say: Words, width: int) -> Content:
    """The lines of a mistake in ``width`` cells."""
    width = max(_NARROWEST, width)
    line = drawn.line
    heads = [say("You say"), say("You decided"), say("Still loose")]
    wide = width >= WIDE
    if wide:
        heads.append(say("Over time"))
    column = max(Content(head).cell_length for head in heads) + 4
    lines = [_name(line, say, width, wide=wide)]
    rating, decided, loose = _rating(drawn, say), _decided(line, say, wide=wide), _loose(line, say)
    if wide:
        lines += [
            _row(
                heads[0], column, Content.assemble(rating, "  ", _ends(drawn, width - column - rating.cell_length - 4))
            )
        ]
        lines += [_row(heads[1], column, decided), _row(heads[2], column, loose)]
        if (past := _past(drawn, say, width - column, wide=True)).cell_length:
            lines.append(_row(heads[3], column, past))
    else:
        past = _past(drawn, say, width // 3, wide=False)
        room = width - column - rating.cell_length - past.cell_length - 4
        lines.append(
            _parted(_row(heads[0], column, Content.assemble(rating, "  ", _meaning(drawn, room))), past, width)
        )
        lines.append(_row(heads[1], column, Content.assemble(decided, "   ", (f"{heads[2]}  ", "$quiet"), loose)))
    if line.remark is not None:
        lines += indented(say(line.remark), "italic", width)
    return Content("\n").join(lines)


def _name(line: ProfileLine, say: Words, width: int, *, wide: bool) -> Content:
    word = Content.styled(say(line.word), "bold $success" if line.state == "out" else "bold")
    name = Content.styled(say(NAMES[line.mistake]), "bold $primary")
    if wide:
        name = Content.assemble(name, ("   " + say(ABOUT[line.mistake]), "$quiet"))
    return _parted(name.truncate(width - word.cell_length - 2, ellipsis=True), word, width)


def _row(head: str, column: int, said: Content) -> Content:
    return Content.assemble(("  " + head, "$quiet"), " " * (column - 2 - Content(head).cell_length), said)


def _parted(left: Content, right: Content, width: int) -> Content:
    return Content.assemble(left, " " * max(1, width - left.cell_length - right.cell_length), right)


def indented(text: str, style: str, width: int) -> list[Content]:
    """A sentence in as many lines of at most ``width`` cells as it takes, each two cells in."""
    rows = [""]
    for word in text.split():
        if rows[-1] and Content(f"{rows[-1]} {word}").cell_length > width - 4:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return [Content.assemble("  ", (row, style)) for row in rows]


def _rating(drawn: Drawn, say: Words) -> Content:
    line = drawn.line
    base = line.low if line.low > 0 else line.low + 1
    cells = line.top - base + 1
    filled = 0 if line.rating is None else line.rating - base + 1
    said = say("not rated") if line.rating is None else say("{n} of {highest}", n=line.rating, highest=line.top)
    return Content.assemble(("●" * filled, "$primary"), ("○" * (cells - filled), "$quiet"), f"  {said:{_FIGURES}}")


def _meaning(drawn: Drawn, room: int) -> Content:
    """What the rating means, or what the ends of the scale do while there is none, as far as there is room."""
    label = drawn.labels.get(drawn.line.rating) if drawn.line.rating is not None else None
    if label is None:
        return _ends(drawn, room)
    return Content.styled(label, "$quiet").truncate(room, ellipsis=True) if room >= _LEGIBLE else Content("")


def _ends(drawn: Drawn, room: int) -> Content:
    """What the ends of the scale mean; where there is too little room, both are cut."""
    steps = (drawn.line.low, drawn.line.top)
    ends = [Content.styled(f"{step} {label}", "$quiet") for step in steps if (label := drawn.labels.get(step))]
    if len(ends) == 2 and sum(end.cell_length for end in ends) + 3 > room:
        short = min(end.cell_length for end in ends)
        left = max((room - 3) // 2, room - 3 - short)
        ends = [end.truncate(left, ellipsis=True) for end in ends]
    said = Content.styled(" … ", "$quiet").join(ends)
    return said.truncate(room, ellipsis=True) if room >= _LEGIBLE else Content("")


def _decided(line: ProfileLine, say: Words, *, wide: bool) -> Content:
    length = _WIDE_BAR if wide else _BAR
    filled = length * line.decided // line.of if line.of else 0
    filled = max(filled, 1 if line.decided else 0)
    said = say("{n} of {m}", n=line.decided, m=line.of)
    return Content.assemble(("━" * filled, "$success"), ("─" * (length - filled), "$quiet"), f"  {said:{_FIGURES}}")


def _loose(line: ProfileLine, say: Words) -> Content:
    return Content.styled(f"⚠ {line.loose}", "$warning") if line.loose else Content(say("nothing"))


def _past(drawn: Drawn, say: Words, room: int, *, wide: bool) -> Content:
    """How the rating moved, as a line of blocks and in figures; empty before the first review."""
    if len(drawn.past) < 2 or all(point.rating is None for point in drawn.past[:-1]):
        return Content("")
    for points in (drawn.past[start:] for start in range(len(drawn.past) - 1)):
        figures = ["–" if point.rating is None else str(point.rating) for point in points]
        if wide:
            days = [*(show_date(point.day, say.language) for point in points[:-1]), say("now")]
            figures = [f"{figure} ({day})" for figure, day in zip(figures, days, strict=True)]
        said = "".join(_spark(point, drawn.line) for point in points), "  " + " → ".join(figures)
        made = Content.assemble((said[0], "$primary"), said[1])
        if made.cell_length <= room:
            return made
    return Content("")


def _spark(point: Rating, line: ProfileLine) -> str:
    if point.rating is None:
        return "·"
    share = (point.rating - line.low) / (line.top - line.low) if line.top > line.low else 1.0
    return _SPARKS[round(share * (len(_SPARKS) - 1))]


__all__ = ["WIDE", "Drawn", "draw", "indented"]
