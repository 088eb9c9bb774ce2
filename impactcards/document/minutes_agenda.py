"""The agenda of a session as it was planned and as it went."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from impactcards.document.blocks import Block, Paragraph, Table, TableColumn, plain
from impactcards.document.minutes_people import moment
from impactcards.records import record
from impactcards.strategy.sessions.agenda import AgendaEntry
from impactcards.strategy.sessions.reading import Round, SessionRecord
from impactcards.words import N_, Words

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
    """A table of what was played, the minutes in all, and what was planned and not played.

    Nothing where neither an agenda nor any minutes are known.
    """
    lines = list(_lines(session, title_of, say))
    heads = [say("Card"), say("Planned"), say("It took"), say("Difference")]
    rows = [
        [line.title, _minutes(line.planned, say), _minutes(line.took, say), line.remark or _difference(line, say)]
        for line in lines
    ]
    blocks: list[Block] = []
    if any(line.planned or line.took for line in lines):
        shown = [i for i in range(len(heads)) if any(row[i] for row in rows)]
        columns = tuple(TableColumn(heads[i], "number" if i in (1, 2) else "text") for i in shown)
        blocks.append(Table(columns, tuple(tuple(row[i] for i in shown) for row in rows)))
    said = [_in_all(session, say), *_not_played(session, title_of, say)]
    blocks += [Paragraph(plain(text)) for text in said if text]
    return tuple(blocks)


def _lines(session: SessionRecord, title_of: Callable[[str], str], say: Words) -> Iterator[_Line]:
    """What was played, in the order of the agenda, with the breaks in between; then what came without being planned."""
    entries = session.agenda.entries
    listed = {entry.card for entry in entries if entry.card}
    last = max((at for at, entry in enumerate(entries) if _played(session, entry.card)), default=-1)
    for at, entry in enumerate(entries[: last + 1]):
        planned = _whole(_planned(entry))
        if entry.is_break:
            yield _Line(say("Break"), planned, _pause(session, at))
        elif _played(session, entry.card):
            remark = "" if planned else say("not planned")
            yield _Line(title_of(entry.card), planned or None, _took(session, entry.card), remark)
    for card in dict.fromkeys(held.card for held in session.rounds if held.card not in listed):
        yield _Line(title_of(card), None, _took(session, card), say("not planned") if entries else "")


def _not_played(session: SessionRecord, title_of: Callable[[str], str], say: Words) -> Iterator[str]:
    """The cards of the agenda that were not on the table (yet)."""
    missing = [entry for entry in session.agenda.entries if entry.card and not _played(session, entry.card)]
    left_out = [entry.card for entry in missing if entry.left_out and _planned(entry)]
    others = [entry.card for entry in missing if not entry.left_out]
    label = N_("Planned and not played: {cards}.") if session.ended else N_("Still to come: {cards}.")
    for sentence, cards in ((label, others), (N_("Left out on the way: {cards}."), left_out)):
        if cards:
            titles = ", ".join(say("“{title}”", title=title_of(card)) for card in cards)
            yield say(sentence, cards=titles)


def _planned(entry: AgendaEntry) -> float:
    return entry.minutes if entry.planned is None else entry.planned


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


def _in_all(session: SessionRecord, say: Words) -> str:
    """How long all of it took, beside the plan."""
    length = _between(session.started, session.ended)
    if length is None or _whole(length) == 0:
        return ""
    took, planned = _whole(length), _whole(sum(map(_planned, session.agenda.entries)))
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
