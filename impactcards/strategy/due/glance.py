"""When the answers of a strategy in a folder age, without opening it each time.

Reading a strategy whole takes milliseconds, and a shelf may hold a thousand. What was found is therefore remembered in
the cache by the stamps of the files it was read from. It says on which days answers age, never whether they have, so
that it holds on later days too. Losing the cache does no harm, and nothing odd in it is believed.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from impactcards import __version__
from impactcards.deck.loader import load_deck
from impactcards.disk import read_with_stamp, stamp, write_whole
from impactcards.faults import UserError
from impactcards.strategy.deck_copy import DECK_FILE
from impactcards.strategy.due.days import Ages, ages_of, is_running
from impactcards.strategy.file import STRATEGY_FILE, contents, parse
from impactcards.strategy.strategy import LISTS, Strategy
from impactcards.strategy.units import answers_in, list_in

if TYPE_CHECKING:
    from impactcards.deck.library import Library
    from impactcards.deck.model import Deck
    from impactcards.home import Home

#: The file in the cache folder, and what its form is called: another program, or another clock, reads everything anew.
CACHE_FILE = "due.json"
_FORM = 1


class Glances:
    """Looks into strategy folders. For one thread; :meth:`keep` remembers what was found for the next time."""

    def __init__(self, home: Home, library: Library) -> None:
        self._home, self._library = home, library
        self._path = home.cache / CACHE_FILE
        self._made_by = [_FORM, __version__, *time.tzname]
        self._known: dict[str, Any] = _recall(self._path, self._made_by)
        self._decks: dict[bytes, Deck] = {}
        self._news = False

    def of(self, folder: Path) -> Ages | None:
        """When the answers of the strategy in a folder age; None if it cannot be read, whatever the reason."""
        stamps = _stamps(folder)
        known = self._known.get(str(folder))
        if stamps is not None and isinstance(known, list) and known[:1] == [stamps]:
            with suppress(ValueError, TypeError, LookupError, OverflowError):
                return _ages(known[1:])
        try:
            read = self._read(folder)
        except (UserError, OSError, ValueError, RecursionError):
            return None
        if stamps is not None and stamps == _stamps(folder):
            self._known[str(folder)] = [stamps, *_data(read)]
            self._news = True
        return read

    def keep(self) -> None:
        """Remember what was found. Strategies that are gone are forgotten."""
        if not self._news:
            return
        self._news = False
        there = {folder: known for folder, known in self._known.items() if os.path.lexists(folder)}
        with suppress(OSError, ValueError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps({"made_by": self._made_by, "strategies": there}, separators=(",", ":"))
            write_whole(self._path, text.encode("ascii"), durable=False)

    def _read(self, folder: Path) -> Ages:
        parsed = parse(read_with_stamp(folder / STRATEGY_FILE)[0])
        deck = self._deck(folder, parsed.header.get("deck", ""))
        held = contents(parsed, deck)
        lists = {section: listed for section in LISTS if (listed := list_in(held.units, section))}
        strategy = Strategy(
            folder.name, deck, deck.language, answers=answers_in(held.units), lists=lists
        )  # names and words are not needed to know when something ages
        return ages_of(strategy, self._progress(folder) if is_running(strategy) else (0, 0))

    def _deck(self, folder: Path, deck_id: str) -> Deck:
        """The deck's copy, read once for all strategies that have the same; the library's where there is no copy."""
        path = folder / DECK_FILE
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            path = self._library.find(deck_id)
            data = path.read_bytes()
        if data not in self._decks:
            most, cache = self._library.max_bytes, self._library.cache
            self._decks[data] = load_deck(path, max_bytes=most, base_text=data, cache=cache).deck
        return self._decks[data]

    def _progress(self, folder: Path) -> tuple[int, int]:
        """How far the running review of a strategy is, which takes opening it."""
        from impactcards.strategy import reviews
        from impactcards.strategy.folder import open_strategy

        review = reviews.resume(open_strategy(self._home, self._library, folder, read_only=True))
        if review is None:
            return 0, 0
        progress = review.progress()
        return progress.done, progress.total


def _stamps(folder: Path) -> list[list[int]] | None:
    """What the strategy and its deck's copy are known by; None if one is not there."""
    try:
        found = [stamp(folder / name) for name in (STRATEGY_FILE, DECK_FILE)]
    except OSError:
        return None
    known = [[each.mtime_ns, each.size] for each in found if each is not None]
    return known if len(known) == len(found) else None


def _recall(path: Path, made_by: list[Any]) -> dict[str, Any]:
    """What was remembered by this program; nothing if the file is not there, or odd."""
    try:
        data = json.loads(path.read_bytes())
        known = data["strategies"] if data["made_by"] == made_by else {}
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return {}
    return known if isinstance(known, dict) else {}


def _data(ages: Ages) -> list[Any]:
    days = [[day.toordinal(), cards, minutes] for day, cards, minutes in ages.days]
    return [days, list(ages.review) if ages.review is not None else None]


def _ages(data: list[Any]) -> Ages:
    days, review = data
    ordered = tuple((date.fromordinal(day), int(cards), float(minutes)) for day, cards, minutes in days)
    return Ages(ordered, (int(review[0]), int(review[1])) if review is not None else None)


__all__ = ["CACHE_FILE", "Glances"]
