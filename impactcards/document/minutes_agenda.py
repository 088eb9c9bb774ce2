"""The agenda of a session as it was planned and as it went."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from impactcards.document.blocks import Block, Paragraph, Table, TableColumn, plain
from impactcards.document.minutes_people import moment
from impactcards.records import record
from impactcards.strategy.sessions.reading import Round, SessionRecord
from impactcards.words import Words

#: Nobody spends so many minutes on a card at a stretch: the session was left and gone on with later.
_LEFT_IN_BETWEEN = 240


@record
class _Line:
    """One entry with its minutes as planned and as they were, None where nobody knows; and what is said of them."""

    title: str
    planned: int | None
    took: int | None
    remark: str = ""


def agenda_blocks(session: SessionRecord, title_of: Callable[[str], str], say: Words) -> tuple[Block, ...]:
    """A table of all that was planned or played, and the minutes in all. Nothing where no minutes are known."""
    lines = list(_lines(session, title_of, say))
    if not any(line.planned or line.took for line in lines):
        return ()
    heads = [say("Card"), say("Planned"), say("It took"), say("Difference")]
    rows = [
        [line.title, _minutes(line.planned, say), _minutes(line.took, say), line.remark or _difference(line, say)]
        for line in lines
    ]
    shown = [i for i in range(len(heads)) if any(row[i] for row in rows)]
    columns = tuple(TableColumn(heads[i], "number" if i in (1, 2) else "text") for i in shown)
    blocks: list[Block] = [Table(columns, tuple(tuple(row[i] for i in shown) for row in rows))]
    if said := _in_all(session, lines, say):
        blocks.append(Paragraph(plain(said)))
    return tuple(blocks)


def _lines(session: SessionRecord, title_of: Callable[[str], str], say: Words) -> Iterator[_Line]:
    """The agenda in its order, then what came in between."""
    entries = session.agenda.entries
    listed = {entry.card for entry in entries if entry.card}
    for at, entry in enumerate(entries):
        planned = _whole(entry.minutes if entry.planned is None else entry.planned)
        if entry.is_break:
            yield _Line(say("Break"), planned, _pause(session, at), "")
            continue
        took = _took(session, entry.card)
        if session.round(entry.card) is not None:
            yield _Line(title_of(entry.card), planned or None, took, "" if planned else say("not planned"))
        elif planned:
            yield _Line(title_of(entry.card), planned, None, say("left out") if entry.left_out else say("not played"))
    for card in dict.fromkeys(held.card for held in session.rounds if held.card not in listed):
        yield _Line(title_of(card), None, _took(session, card), say("not planned") if entries else "")


def _took(session: SessionRecord, card: str) -> int | None:
    """The minutes that went into a card, None where nobody knows."""
    lengths = [_between(held.started, held.ended) for held in session.rounds if held.card == card]
    known = [length for length in lengths if length is not None]
    return _whole(sum(known)) if known else None


def _pause(session: SessionRecord, at: int) -> int | None:
    """How long the break at a place of the agenda was: from the card before it to the one after."""
    entries = session.agenda.entries
    before = _played(session, entries[at - 1].card if at else "")
    after = _played(session, entries[at + 1].card if at + 1 < len(entries) else "")
    length = _between(before.ended, after.started) if before and after else None
    return None if length is None else _whole(length)


def _played(session: SessionRecord, card: str) -> Round | None:
    return session.round(card) if card else None


def _between(start: str, end: str) -> float | None:
    begun, ended = moment(start), moment(end)
    if begun is None or ended is None:
        return None
    minutes = (ended - begun).total_seconds() / 60
    return minutes if 0 <= minutes <= _LEFT_IN_BETWEEN else None


def _whole(minutes: float) -> int:
    return int(minutes + 0.5)


def _minutes(minutes: int | None, say: Words) -> str:
    return say("{n} min", n=minutes) if minutes else ""


def _difference(line: _Line, say: Words) -> str:
    if line.planned is None or line.took is None:
        return ""
    more = line.took - line.planned
    if more == 0:
        return say("as planned")
    return say("{n} min more", n=more) if more > 0 else say("{n} min less", n=-more)


def _in_all(session: SessionRecord, lines: list[_Line], say: Words) -> str:
    """How long all of it took, beside the plan."""
    length = _between(session.started, session.ended)
    if length is None or _whole(length) == 0:
        return ""
    took, planned = _whole(length), sum(line.planned or 0 for line in lines)
    whole = say.plural("{n} minute in all", "{n} minutes in all", took)
    if not planned:
        return say("{whole}.", whole=whole)
    more = took - planned
    if more == 0:
        return say("{whole}, as planned.", whole=whole)
    if more > 0:
        return say("{whole}, {n} more than planned.", whole=whole, n=more)
    return say("{whole}, {n} fewer than planned.", whole=whole, n=-more)


__all__ = ["agenda_blocks"]
