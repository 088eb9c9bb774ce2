"""The agenda as lines with their times: what was, what is, and what comes."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from impactcards.records import record
from impactcards.strategy.sessions import Session
from impactcards.strategy.sessions.agenda import times
from impactcards.tui.widgets.rows.wrap import cut
from impactcards.words import Words


@record
class Rows:
    """The lines of an agenda, one for each entry, and when the last of them ends."""

    lines: list[Content]
    ends: datetime


def agenda_rows(session: Session, start: datetime, say: Words, width: int, *, mark: int = -1) -> Rows:
    """``▸ 14:05  ◆ Goals worth the effort   13 min``"""
    deck = session.strategy.deck
    lines, ends = [], start
    for n, running in enumerate(times(session.agenda, start)):
        entry, ends = running.entry, running.ends
        card = deck.card(entry.card)
        title = f"{deck.suit_of(card).symbol} {card.title}" if card else say("Break")
        time = say("left out") if entry.left_out else f"{running.begins:%H:%M}"
        minutes = say("{n} min", n=f"{entry.minutes:g}")
        room = max(10, width - 22)
        text = cut(title, room)
        gap = " " * (room - Content(text).cell_length)
        style = "$quiet" if entry.left_out or not card else "bold" if n == mark else ""
        lines.append(
            Content.assemble(
                ("▸ " if n == mark else "  ", "$primary bold"), (f"{time:<8}", "$quiet"), (text, style), gap,
                (f"{minutes:>8}", "$quiet"),
            )
        )  # fmt: skip
    return Rows(lines, ends)
