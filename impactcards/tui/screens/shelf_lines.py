"""What the shelf says in its lines: a strategy, a recipe, and what is due, in the width there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from impactcards.tui.moments import day_in_words
from impactcards.words import Words

if TYPE_CHECKING:
    from impactcards.strategy.due import Due
    from impactcards.strategy.shelf import ShelfEntry

#: The narrowest and the widest a line is made, in cells.
NARROWEST, WIDEST = 30, 100

#: A deck's title that would be cut shorter than this is left out.
_TOO_SHORT = 8


def strategy_line(entry: ShelfEntry, due: Due | None, width: int, say: Words) -> Content:
    """A strategy in two lines: its name and how far it is; its deck and what is due (None: not known yet, or never)."""
    if entry.fault is not None:
        return row(entry.name, say("cannot be read: {fault}", fault=entry.fault.worded(say)), "", width)
    counted = say.plural("{n} card answered", "{n} cards answered", entry.answered)
    aside = " · ".join(filter(None, (counted, day_in_words(entry.updated, say))))
    words = ""
    if due is not None:
        from impactcards.strategy.due import due_words  # known only once the shelf stands

        words = due_words(due, say)
    if due is None or not words:
        return row(entry.name, entry.deck_title, aside, width)
    said = Content.styled(words, "$accent" if due.aged or due.running else "$quiet")
    room = width - 2 - said.cell_length - 3
    if entry.deck_title and room >= _TOO_SHORT:
        deck = Content(entry.deck_title).truncate(room, ellipsis=True).plain
        said = Content.assemble((f"{deck} · ", "$quiet"), said)
    return row(entry.name, said, aside, width)


def row(title: str, about: str | Content, aside: str, width: int, *, of: str = "") -> Content:
    """A line with something at its right end, and a quieter one below; both are cut to ``width`` cells."""
    title = Content(title).truncate(max(10, width - Content(aside).cell_length - 4), ellipsis=True).plain
    left = Content.assemble("  ", (title, "bold"), (f"  {of}" if of and of != title else "", "$quiet"))
    left = left.truncate(max(10, width - Content(aside).cell_length - 2), ellipsis=True)
    gap = " " * max(2, width - left.cell_length - Content(aside).cell_length)
    line = Content.assemble(left, gap, (aside, "$quiet")) if aside else left
    if not about:
        return line
    below = about if isinstance(about, Content) else Content.styled(about, "$quiet")
    return Content.assemble(line, "\n", Content.assemble("  ", below).truncate(width, ellipsis=True))


def heading(text: str) -> Option:
    """A line above a group; it cannot be marked."""
    return Option(Content.assemble("\n", (text, "$quiet bold")), disabled=True)


__all__ = ["NARROWEST", "WIDEST", "heading", "row", "strategy_line"]
