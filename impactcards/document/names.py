"""The short names by which the document speaks of items, so that a table of picks can be read.

"Planned in early: landscape architects ask us before the tender" is *Planned in early* wherever it is picked, and
stands in full only where it was answered. The same item has the same name everywhere in one document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from impactcards.strategy.strategy import Strategy, items_of

#: A name longer than this is cut between words.
LONGEST_NAME = 60

_BREAK = re.compile(r":\s|\s\(|;\s|\s[–—]\s")
_SHORTEST_HEAD = 3


def short_name(text: str) -> str:
    """An item's name on one line, up to its first colon, parenthesis or dash; a long one without is cut in between."""
    line = " ".join(text.split())
    found = _BREAK.search(line)
    if found is not None and _SHORTEST_HEAD <= found.start() <= LONGEST_NAME:
        return line[: found.start()]
    if len(line) <= LONGEST_NAME:
        return line
    cut = line[:LONGEST_NAME].rsplit(" ", 1)[0].rstrip(" ,.;:")
    return f"{cut}…"


class Names:
    """The short names of a strategy's items, worked out once for each card that gives items."""

    def __init__(self, strategy: Strategy) -> None:
        self._strategy = strategy
        self._by_card: dict[str, Mapping[str, str]] = {}

    def of(self, card_id: str, item_id: str) -> str | None:
        """The name of an item, also of one that was removed; None if nothing is known of it."""
        if card_id not in self._by_card:
            self._by_card[card_id] = self._names(card_id)
        return self._by_card[card_id].get(item_id)

    def _names(self, card_id: str) -> Mapping[str, str]:
        card = self._strategy.deck.card(card_id)
        if card is None:
            return {}
        removed = items_of(card, self._strategy.answer(card_id).removed)
        texts = {item.id: item.text for item in (*removed, *self._strategy.items(card_id))}
        shorts = {item_id: short_name(text) for item_id, text in texts.items()}
        often = Counter(shorts.values())
        full = {item_id: " ".join(text.split()) for item_id, text in texts.items()}
        # Two items that would be called the same keep their full texts.
        return {item_id: full[item_id] if often[name] > 1 else name for item_id, name in shorts.items()}


def joined(names: list[str]) -> str:
    """Names in one line: parted by commas, or by semicolons where a name has a comma itself."""
    return ("; " if any("," in name for name in names) else ", ").join(names)


__all__ = ["LONGEST_NAME", "Names", "joined", "short_name"]
