"""How the ratings of the mistakes moved: as they stood before each review, and as they stand now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.records import record
from impactcards.strategy.answer import Answer
from impactcards.strategy.profile.facts import rating_in
from impactcards.strategy.strategy import Strategy

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from impactcards.deck.model import Mistake

#: So many characters behind a card's id hold its rating and the beginning of the next line.
_NEAR = 40


@record
class Rating:
    """The rating of a mistake as it stood on a day; None where it was not rated."""

    day: date
    rating: int | None


def over_time(
    strategy: Strategy, versions: Sequence[tuple[date, Strategy]], *, today: date | None = None
) -> dict[Mistake, tuple[Rating, ...]]:
    """For each mistake of the deck's ``profile`` its rating in each of ``versions``, oldest first, and at present.

    A version is read with the strategy's own deck, so a rating that is no step of the scale any more is none. The last
    entry is the present's; its day is ``today``, or the day it is here.
    """
    from impactcards.strategy.dates import local_today

    now = today or local_today()
    stood = [*sorted(versions, key=lambda version: version[0]), (now, strategy)]
    return {
        mistake: tuple(
            Rating(day, rating_in(Strategy("", strategy.deck, "", answers=then.answers), card_id))
            for day, then in stood
        )
        for mistake, card_id in strategy.deck.profile.items()
    }


def reviewed_versions(folder: Path, strategy: Strategy) -> list[tuple[date, Strategy]]:
    """The versions that reviews kept, oldest first, each with its day and nothing but the answers of the rating cards.

    What is damaged or gone is left out. Only a few lines of each file are read, so that the document, which is written
    on every saving, can afford it; a file that is not written as the program writes is read as a whole.
    """
    names = [str(review.get("version", "")) for review in strategy.lists.get("reviews", ())]
    kept = []
    for name in dict.fromkeys(name for name in names if name and "/" not in name and "\\" not in name):
        day = _day_of(name)
        answers = _ratings(folder, f"{name}.yaml", strategy) if day is not None else None
        if day is not None and answers is not None:
            then = Strategy(strategy.name, strategy.deck, strategy.language, answers=answers)
            kept.append((day, then))
    return sorted(kept, key=lambda version: version[0])


def _day_of(name: str) -> date | None:
    """The local day on which a version was kept, from the moment its name begins with (``2026-08-17T070408Z``)."""
    from impactcards.strategy.ageing import local_day

    return local_day(f"{name[:13]}:{name[13:15]}:{name[15:18]}")


def _ratings(folder: Path, name: str, strategy: Strategy) -> dict[str, Answer] | None:
    """The answers of the rating cards in a version's file; None if it is gone or cannot be read."""
    from impactcards.strategy.file import VERSIONS

    try:
        data = (folder / VERSIONS / name).read_bytes()
        text = data.decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    found = {card_id: _written(text, card_id) for card_id in strategy.deck.profile.values()}
    if any(value is None for value in found.values()):
        return _read_whole(data, name, strategy)
    return {card_id: Answer(value=value) for card_id, value in found.items() if isinstance(value, int)}


def _written(text: str, card_id: str) -> int | str | None:
    """A rating where the program writes it: two lines, ``CARD:`` and ``value: N``, below ``answers:``.

    An empty string for a card without one, and None for what is written in another way.
    """
    begin = text.find("\nanswers:\n")
    start = text.find(f"\n  {card_id}:\n", begin) if begin >= 0 else -1
    if start < 0:
        return None if card_id in text else ""
    line, _, after = text[start + len(card_id) + 5 :][:_NEAR].partition("\n")
    figure = line.removeprefix("    value: ")
    if figure == line or after.startswith("      "):
        return None
    return "" if figure == "null" else int(figure) if figure.isascii() and figure.isdigit() else None


def _read_whole(data: bytes, name: str, strategy: Strategy) -> dict[str, Answer] | None:
    from impactcards.faults import UserError
    from impactcards.strategy.file import contents, parse
    from impactcards.strategy.units import answers_in

    try:
        held = answers_in(contents(parse(data, name), strategy.deck).units)
    except UserError:
        return None
    return {card_id: held[card_id] for card_id in strategy.deck.profile.values() if card_id in held}
