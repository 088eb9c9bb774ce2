"""The answers of the past: what the versions say that reviews name, read only when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from impactcards.faults import UserError
from impactcards.strategy.reviews.entries import entries

if TYPE_CHECKING:
    from impactcards.deck.model import Deck
    from impactcards.strategy.answer import Answer
    from impactcards.strategy.opened import OpenStrategy
    from impactcards.strategy.strategy import Strategy


class Past(Mapping[str, "Mapping[str, Answer]"]):
    """For ``findings.find(…, past=…)``: by the name of a version, the answers it holds.

    A version is read when it is first asked for. One that is gone is left out; so is a damaged one, and ``faults``
    names it from then on, while the others stay usable.
    """

    def __init__(self, source: OpenStrategy | Path, strategy: Strategy) -> None:
        self._source = source
        self._strategy = strategy
        self._deck: Deck | None = None
        self._read: dict[str, Strategy | None] = {}
        self._faults: dict[str, UserError] = {}

    @property
    def faults(self) -> list[UserError]:
        """What is wrong with the versions that were asked for and are damaged, each with its place."""
        return list(self._faults.values())

    def fault_of(self, name: str) -> UserError | None:
        """What is wrong with a version that was asked for; None if it could be read, or is gone."""
        return self._faults.get(name)

    def strategy(self, name: str) -> Strategy | None:
        """The whole strategy of a version, answers read as the present deck asks; None if it is gone or damaged."""
        if self._deck is not self._strategy.deck:
            self._deck, self._read, self._faults = self._strategy.deck, {}, {}
        if name not in self._read:
            self._read[name] = self._reading(name, self._strategy.deck)
        return self._read[name]

    def _reading(self, name: str, deck: Deck) -> Strategy | None:
        from impactcards.strategy.versions import list_versions, read_version

        folder = self._source if isinstance(self._source, Path) else self._source.folder
        version = next((held for held in list_versions(folder) if held.name == name), None)
        if version is None:
            return None
        try:
            return read_version(version, deck)
        except UserError as error:
            self._faults[name] = error
            return None

    def __getitem__(self, name: str) -> Mapping[str, Answer]:
        found = self.strategy(name)
        if found is None:
            raise KeyError(name)
        return found.answers

    def __iter__(self) -> Iterator[str]:
        names = dict.fromkeys(str(entry.get("version") or "") for entry in entries(self._strategy))
        return (name for name in names if self.strategy(name) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def past(source: OpenStrategy | Path, strategy: Strategy) -> Past:
    """The answers of the versions that the reviews of ``strategy`` name, in the folder of ``source``. Reads nothing."""
    return Past(source, strategy)


__all__ = ["Past", "past"]
