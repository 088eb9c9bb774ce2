"""List: items that other cards can pick."""



from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.patterns import late
from impactcards.strategy.kinds.base import Malformed, Place, Problem, plain_text
from impactcards.strategy.kinds.limits import count_problem
from impactcards.strategy.values import Item, Value
from impactcards.words import N_, Message, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.kinds import ListAnswer

#: What people put before the items of a list: "1. ", "2) ", "- ", "• ".
_BULLET = late(r"^\s*(?:\d{1,3}[.)]\s+|[-*•–]\s+)")


class ListMeaning:
    """A tuple of items."""

    def from_data(self, kind: ListAnswer, data: object) -> Value:
        if data is None:
            return None
        if not isinstance(data, list | tuple):
            raise Malformed(Message(N_("This must be a list of items, each with an id and a text.")))
        items: list[Item] = []
        seen: set[str] = set()
        for index, entry in enumerate(data):
            item = _item(entry, index)
            if item.id in seen:
                message = Message(N_("The id {id} stands here twice; every item needs its own."), id=item.id)
                raise Malformed(message, (index,))
            seen.add(item.id)
            items.append(item)
        return tuple(items)

    def to_data(self, kind: ListAnswer, value: Value) -> Any:
        if not isinstance(value, tuple):
            return value
        return [{"id": item.id, "text": item.text} for item in value if isinstance(item, Item)]

    def is_complete(self, value: Value, place: Place) -> bool:
        return len(_filled(value)) >= max(1, place.kind.at_least or 0)

    def lines(self, value: Value, place: Place, say: Words) -> list[str]:
        return [" ".join(text.split()) for text in _filled(value)]

    def parse(self, text: str, place: Place) -> Value:
        """One item a line; a line that says what an item said before keeps that item's id."""
        held = {item.text.strip(): item for item in reversed(place.strategy.items(place.card.id))}
        items = []
        for line in text.split("\n"):
            line = _BULLET.sub("", line).strip()
            if line:
                items.append(held.pop(line) if line in held else Item(place.strategy.make_id(), line))
        return tuple(items)

    def problems(self, value: Value, place: Place) -> Iterator[Problem]:
        yield from count_problem(len(_filled(value)), place.kind)


def _filled(value: Value) -> list[str]:
    entries = value if isinstance(value, tuple) else ()
    return [entry.text for entry in entries if isinstance(entry, Item) and entry.text.strip()]


def _item(entry: object, index: int) -> Item:
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str) or not entry["id"]:
        raise Malformed(Message(N_("Each item needs an id and a text, such as “id: a2b3, text: …”.")), (index,))
    unknown = [key for key in entry if key not in ("id", "text")]
    if unknown:
        message = Message(N_("An item has an id and a text, but no “{key}”."), key=unknown[0])
        raise Malformed(message, (index, str(unknown[0])))
    try:
        return Item(entry["id"], plain_text(entry.get("text")) or "")
    except Malformed as fault:
        raise Malformed(fault.message, (index, "text")) from None
