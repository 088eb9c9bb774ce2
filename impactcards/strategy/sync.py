"""strategy.yaml and what this window knows of it: read, merge with what others wrote, write.

The file is the meeting place of several windows and computers. This class remembers what stood in it when it was last
read or written, and what this window held then, which is the common ground of the three-way merge.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from errno import ENOENT
from pathlib import Path
from typing import Any

from impactcards.deck.model import Deck
from impactcards.disk import (
    ChangedMeanwhile,
    Stamp,
    folder_id,
    folders_in,
    read_with_stamp,
    stamp,
    unused,
    write_whole,
)
from impactcards.faults import UserError
from impactcards.records import record, replace
from impactcards.strategy.answer_data import answer_data, cleaned
from impactcards.strategy.file import STRATEGY_FILE, Contents, contents, parse
from impactcards.strategy.lock import locked
from impactcards.strategy.merge import Conflict, Merged, Taken, merge
from impactcards.strategy.names import slug
from impactcards.strategy.slices import FIRST_LINE, Slices, compose
from impactcards.strategy.units import ANSWERS, Key, Units
from impactcards.yamltext import dump

CONFLICTS = "conflicts"

# Between reading and renaming another writer without a lock may come first; then everything is done again.
_ROUNDS = 5


@record
class Synced:
    """What a save did: what it took from others, what was changed twice, and all units as they stand in the file."""

    taken: Mapping[Key, Taken]
    conflicts: tuple[Conflict, ...]
    kept_aside: tuple[Path, ...]
    units: Units
    units_before: Units


class StrategyFile:
    """One strategy.yaml as this window knows it. Not for two threads at once.

    ``shelves`` are the folders in which the strategy's folder is looked for when another window has moved it.
    """

    def __init__(self, folder: Path, held: Contents, read: Stamp | None, shelves: Sequence[Path] = ()) -> None:
        self.folder = folder
        self._shelves = shelves
        self._folder_id = folder_id(folder)
        self._disk = held
        self._stamp = read
        self._mine: dict[Key, Any] = dict(held.units)
        self._seen: Mapping[Key, Any] = {}
        self._reported: Mapping[Key, Taken] = {}

    @classmethod
    def new(cls, folder: Path, shelves: Sequence[Path]) -> StrategyFile:
        """A file that is not there yet."""
        return cls(folder, Contents({}, Slices(FIRST_LINE)), None, shelves)

    @property
    def path(self) -> Path:
        return self.folder / STRATEGY_FILE

    def save(self, ours: Units, seen: Mapping[Key, Any], deck: Deck) -> Synced:
        """Bring the file and ``ours`` together. ``seen`` holds what this window took over from outside before ``ours``.

        Raises OSError, and UserError if the file on disk must be left alone.
        """
        for key, value in seen.items():
            if key not in self._seen or self._seen[key] is not value:
                _set(self._mine, key, value)
        self._seen = seen
        self._follow_folder()
        kept: dict[int, Path] = {}
        with locked(self.folder):
            for rounds_left in range(_ROUNDS, 0, -1):
                self._look(deck)
                before = self._disk.units
                merged = merge(self._mine, ours, before)
                for conflict in merged.conflicts:
                    if id(conflict.older) not in kept:
                        kept[id(conflict.older)] = self._keep(conflict, deck)
                try:
                    self._write(merged, deck)
                    break
                except ChangedMeanwhile:
                    if rounds_left == 1:
                        raise
        self._mine = dict(ours)
        fresh = {key: taken for key, taken in merged.taken.items() if self._reported.get(key) != taken}
        self._reported = merged.taken
        return Synced(fresh, merged.conflicts, tuple(kept.values()), merged.units, before)

    def _follow_folder(self) -> None:
        """Find the folder again if another window renamed it, or put it away."""
        found = folder_id(self.folder)
        if found != self._folder_id and self._folder_id is not None:
            moved = next((path for path in folders_in(self._shelves) if folder_id(path) == self._folder_id), None)
            if moved is not None:
                self.folder = moved
                return
        if found is None:
            raise FileNotFoundError(ENOENT, "the folder is gone", str(self.folder))
        self._folder_id = found

    def _look(self, deck: Deck) -> None:
        """Read the file again if it is not the one this window knows. One that was deleted is written anew."""
        found = stamp(self.path)
        if found is None:
            self._stamp = None
        elif found != self._stamp:
            data, read = read_with_stamp(self.path)
            parsed = parse(data)  # a file that cannot be read stays unknown, so it is never replaced
            self._disk, self._stamp = _with_known(self._disk, contents(parsed, deck)), read
        if self._disk.unwritable is not None:
            raise UserError(self._disk.unwritable)

    def _write(self, merged: Merged, deck: Deck) -> None:
        def data_of(key: Key, value: Any) -> Any:
            return _data(key, value, deck)

        slices = compose(self._disk.slices, self._disk.units, merged.units, data_of, [card.id for card in deck.cards])
        text = slices.text
        if self._stamp is None or text != self._disk.slices.text:
            self._stamp = write_whole(self.path, text.encode("utf-8"), expected=self._stamp)
        self._disk = Contents(merged.units, slices, self._disk.faults)

    def _keep(self, conflict: Conflict, deck: Deck) -> Path:
        """Write the older of two changes to a file of its own, before it leaves strategy.yaml."""
        folder = self.folder / CONFLICTS
        folder.mkdir(exist_ok=True)
        name = f"{datetime.now(UTC):%Y-%m-%dT%H%M%SZ} {slug(conflict.key[1])}.yaml"
        text = dump({conflict.key[1]: _data(conflict.key, conflict.older, deck)})
        path = unused(folder / name)
        write_whole(path, text.encode("utf-8"))
        return path


def whole_text(units: Units, deck: Deck) -> str:
    """A whole strategy.yaml that says what ``units`` say."""

    def data_of(key: Key, value: Any) -> Any:
        return _data(key, value, deck)

    return compose(Slices(FIRST_LINE), {}, units, data_of, [card.id for card in deck.cards]).text


def _data(key: Key, value: Any, deck: Deck) -> Any:
    """A unit as it is written. A text that came in uncleaned must not make a file that nobody can read."""
    return cleaned(answer_data(deck.card(key[1]), value) if key[0] == ANSWERS else value)


def _with_known(known: Contents, found: Contents) -> Contents:
    """``found``, in which what stands there byte for byte as before means what it meant before."""
    units = dict(found.units)
    for name, section in found.slices.sections.items():
        held = known.slices.sections.get(name)
        if section.pieces is None or held is None or held.pieces is None:
            continue
        for unit, text in section.pieces.items():
            key = (name, unit)
            if key in units and key in known.units and held.pieces.get(unit) == text:
                units[key] = known.units[key]
    return replace(found, units=units)


def _set(units: dict[Key, Any], key: Key, value: Any) -> None:
    if value is None:
        units.pop(key, None)
    else:
        units[key] = value
