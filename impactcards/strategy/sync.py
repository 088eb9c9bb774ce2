"""strategy.yaml and what this window knows of it: read, merge with what others wrote, write.

The file is the meeting place of several windows and computers. This class remembers what stood in it when it was last
read or written, and what this window held then, which is the common ground of the three-way merge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from impactcards.deck.model import Deck
from impactcards.disk import ChangedMeanwhile, Stamp, read_with_stamp, stamp, unused, write_whole
from impactcards.faults import UserError
from impactcards.strategy.answer_data import answer_data
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


@dataclass(frozen=True, slots=True)
class Synced:
    """What a save did: what it took from others, what was changed twice, and all units as they stand in the file."""

    taken: Mapping[Key, Taken]
    conflicts: tuple[Conflict, ...]
    units: Units
    units_before: Units


class StrategyFile:
    """One strategy.yaml as this window knows it. Not for two threads at once."""

    def __init__(self, folder: Path, deck: Deck, held: Contents, read: Stamp | None) -> None:
        self.folder = folder
        self.deck = deck
        self._disk = held
        self._stamp = read
        self._mine: dict[Key, Any] = dict(held.units)
        self._seen: Mapping[Key, Any] = {}
        self._reported: dict[Key, Any] = {}

    @classmethod
    def new(cls, folder: Path, deck: Deck) -> StrategyFile:
        """A file that is not there yet."""
        return cls(folder, deck, Contents({}, Slices(FIRST_LINE)), None)

    @property
    def path(self) -> Path:
        return self.folder / STRATEGY_FILE

    def save(self, ours: Units, seen: Mapping[Key, Any]) -> Synced:
        """Bring the file and ``ours`` together. ``seen`` holds what this window took over from outside before ``ours``.

        Raises OSError, and UserError if the file on disk must be left alone.
        """
        for key, value in seen.items():
            if key not in self._seen or self._seen[key] is not value:
                _set(self._mine, key, value)
        self._seen = seen
        with locked(self.folder):
            for rounds_left in range(_ROUNDS, 0, -1):
                self._look()
                before = self._disk.units
                merged = merge(self._mine, ours, before)
                try:
                    self._write(merged)
                    break
                except ChangedMeanwhile:
                    if rounds_left == 1:
                        raise
        self._mine = dict(ours)
        fresh = {key: taken for key, taken in merged.taken.items() if self._reported.get(key) is not taken.now}
        self._reported = {key: taken.now for key, taken in merged.taken.items()}
        return Synced(fresh, merged.conflicts, merged.units, before)

    def _look(self) -> None:
        """Read the file again if it is not the one this window knows. One that was deleted is written anew."""
        found = stamp(self.path)
        if found is not None and found != self._stamp:
            data, self._stamp = read_with_stamp(self.path)
            self._disk = contents(parse(data), self.deck)
        elif found is None:
            self._stamp = None
        if self._disk.unwritable is not None:
            raise UserError(self._disk.unwritable)

    def _write(self, merged: Merged) -> None:
        order = [card.id for card in self.deck.cards]
        slices = compose(self._disk.slices, self._disk.units, merged.units, self._data, order)
        text = slices.text
        if self._stamp is None or text != self._disk.slices.text:
            for conflict in merged.conflicts:
                self._keep(conflict)
            self._stamp = write_whole(self.path, text.encode("utf-8"), expected=self._stamp)
        self._disk = Contents(merged.units, slices, self._disk.faults)

    def _data(self, key: Key, value: Any) -> Any:
        return answer_data(self.deck.card(key[1]), value) if key[0] == ANSWERS else value

    def _keep(self, conflict: Conflict) -> None:
        """Write the older of two changes to a file of its own, before it leaves strategy.yaml."""
        folder = self.folder / CONFLICTS
        folder.mkdir(exist_ok=True)
        name = f"{datetime.now(UTC):%Y-%m-%dT%H%M%SZ} {slug(conflict.key[1])}.yaml"
        text = dump({conflict.key[1]: self._data(conflict.key, conflict.older)})
        write_whole(unused(folder / name), text.encode("utf-8"))


def _set(units: dict[Key, Any], key: Key, value: Any) -> None:
    if value is None:
        units.pop(key, None)
    else:
        units[key] = value
