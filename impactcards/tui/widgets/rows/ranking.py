"""An order that is being made, without any screen: what is ranked, and what is not ranked yet."""

from __future__ import annotations

from collections.abc import Sequence


class Ranking:
    """``ranked`` is in the order somebody chose, ``rest`` in the order the things were offered."""

    def __init__(self, offered: Sequence[str], ranked: Sequence[str]) -> None:
        self.offered = tuple(offered)
        self.ranked = list(dict.fromkeys(ranked))

    @property
    def rest(self) -> list[str]:
        """What is not ranked yet."""
        return [found for found in self.offered if found not in self.ranked]

    @property
    def all(self) -> list[str]:
        """The ranked ones and then the rest."""
        return self.ranked + self.rest

    def place(self, found: str, at: int) -> None:
        """Rank ``found`` at the place ``at`` (from 0), or last where that is beyond the end."""
        if found in self.ranked:
            self.ranked.remove(found)
        self.ranked.insert(max(0, at), found)

    def take_out(self, found: str) -> None:
        """Unrank ``found``."""
        if found in self.ranked:
            self.ranked.remove(found)

    def move(self, found: str, by: int) -> None:
        """Carry ``found`` one place up or down; it enters the ranking at its end, and leaves it there."""
        if found not in self.ranked:
            if by < 0:
                self.ranked.append(found)
            return
        at = self.ranked.index(found) + by
        if at >= len(self.ranked):
            self.take_out(found)
        elif at >= 0:
            self.place(found, at)
