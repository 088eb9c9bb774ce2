"""What the room may see, read from the data a session writes.

The data comes from a file, perhaps of another machine and another edition of the program. So whatever stands in it is
taken as far as it makes sense; what does not is left out, and no text is more than text.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite

from impactcards.records import record
from impactcards.text import clean

#: The newest form of the data that is understood here.
VERSION = 1

#: The steps after which ideas, votes and ratings are nobody's secret any more.
OPEN_STEPS = ("collect", "merge", "vote", "decide", "act")
COUNTED_STEPS = ("decide", "act")

_LONGEST_TEXT = 4_000
_MOST = 1_000


@record
class RoomClock:
    """A timer: ``left`` seconds when it was ``changed`` (seconds since 1970)."""

    left: float
    running: bool
    changed: float

    def left_at(self, now: float) -> float:
        """Seconds left at ``now``; negative when the time is over. A clock that is ahead of ours has not run yet."""
        return self.left - max(0.0, now - self.changed) if self.running else self.left


@record
class RoomIdea:
    """One idea, or a group of them. ``votes`` is None until voting is closed; ``mark`` says what is special here."""

    number: int
    text: str
    voices: int = 1
    votes: int | None = None
    mark: str = ""
    parts: tuple[int, ...] = ()


@record
class Ratings:
    """Everybody's figures, once they are in. ``low`` and ``high`` are a scale's ends; a plain number has none."""

    values: tuple[float, ...]
    low: float | None = None
    high: float | None = None
    labels: tuple[tuple[str, str], ...] = ()
    unit: str = ""


@record
class Room:
    """One picture of a session. ``at`` counts the cards from 1; ``break_minutes`` is None while a card is played."""

    name: str = ""
    symbol: str = ""
    suit: str = ""
    color: str = ""
    title: str = ""
    prompt: str = ""
    at: int = 0
    of: int = 0
    step: str = ""
    steps: tuple[str, ...] = ()
    blank: bool = False
    hints: tuple[str, ...] = ()
    ideas: tuple[RoomIdea, ...] = ()
    decided: tuple[str, ...] = ()
    note: str = ""
    ratings: Ratings | None = None
    cast: int | None = None
    votes: int = 0
    clock: RoomClock | None = None
    behind: float = 0
    parked: int = 0
    actions: int = 0
    over: bool = False
    break_minutes: float | None = None
    joker: str = ""
    phase: str = ""
    hot_seat: bool = False


def understood(data: object) -> bool:
    """Whether this is a room's data in a form that is known here."""
    return isinstance(data, Mapping) and data.get("v") == VERSION


def read_room_data(data: Mapping[str, object]) -> Room:
    """The room that ``data`` describes. Nothing in it can make this fail."""
    suit, place, decision, votes = (_map(data.get(key)) for key in ("suit", "place", "decision", "votes"))
    step = _text(data.get("step"))
    minutes = _number(data.get("break"))
    return Room(
        name=_line(data.get("name")),
        symbol=_line(suit.get("symbol"))[:2],
        suit=_line(suit.get("title")),
        color=_line(suit.get("color")),
        title=_line(data.get("card_title")),
        prompt=_text(data.get("prompt")),
        at=_count(place.get("at")),
        of=_count(place.get("of")),
        step=step,
        steps=_lines(data.get("steps")),
        blank=data.get("blank") is True,
        hints=_lines(data.get("hints")),
        ideas=_ideas(data.get("ideas"), step) if step in OPEN_STEPS else (),
        decided=_lines(decision.get("lines")),
        note=_text(decision.get("note")),
        ratings=_ratings(_map(data.get("ratings"))) if step in OPEN_STEPS else None,
        cast=_count(votes.get("cast")) if votes else None,
        votes=_count(votes.get("all")),
        clock=_clock(_map(data.get("clock"))),
        behind=_number(data.get("behind")) or 0,
        parked=_count(data.get("parked")),
        actions=_count(data.get("actions")),
        over=data.get("session_over") is True,
        break_minutes=None if minutes is None else max(0.0, minutes),
        joker=_text(data.get("joker")),
        phase=_line(data.get("phase")),
        hot_seat=data.get("hot_seat") is True,
    )


def _map(value: object) -> Mapping[object, object]:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    """A text as it may be drawn; one without end is cut, and shows it."""
    if not isinstance(value, str):
        return ""
    text = value if len(value) <= _LONGEST_TEXT else value[:_LONGEST_TEXT] + "…"
    return clean(text).strip()


def _line(value: object) -> str:
    return " ".join(_text(value).split())


def _lines(value: object) -> tuple[str, ...]:
    lines = (_text(entry) for entry in value[:_MOST]) if isinstance(value, list | tuple) else ()
    return tuple(line for line in lines if line)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return max(-1e12, min(number, 1e12)) if isfinite(number) else None


def _count(value: object) -> int:
    return max(0, min(int(_number(value) or 0), 99_999))


def _ideas(value: object, step: str) -> tuple[RoomIdea, ...]:
    entries = value[:_MOST] if isinstance(value, list | tuple) else ()
    return tuple(_idea(entry, step) for entry in entries if isinstance(entry, Mapping) and _line(entry.get("text")))


def _idea(entry: Mapping[object, object], step: str) -> RoomIdea:
    parts = entry.get("parts")
    return RoomIdea(
        _count(entry.get("number")),
        _line(entry.get("text")),
        max(1, _count(entry.get("voices"))),
        None if step not in COUNTED_STEPS or _number(entry.get("votes")) is None else _count(entry.get("votes")),
        _line(entry.get("mark")),
        tuple(_count(part) for part in parts[:_MOST]) if isinstance(parts, list | tuple) else (),
    )


def _ratings(data: Mapping[object, object]) -> Ratings | None:
    values = data.get("values")
    figures = [_number(value) for value in values[:_MOST]] if isinstance(values, list | tuple) else []
    known = tuple(figure for figure in figures if figure is not None)
    labels = tuple((_line(str(key)), _line(label)) for key, label in _map(data.get("labels")).items() if _line(label))
    if not known:
        return None
    return Ratings(known, _number(data.get("low")), _number(data.get("high")), labels[:_MOST], _line(data.get("unit")))


def _clock(data: Mapping[object, object]) -> RoomClock | None:
    left = _number(data.get("left"))
    if left is None:
        return None
    return RoomClock(left, data.get("running") is True, _number(data.get("changed")) or 0.0)
