"""What one card's answer adds to another ("pick or add"): taken away and brought back with that change."""

from __future__ import annotations

from impactcards.records import record
from impactcards.strategy.answer import Answer
from impactcards.strategy.strategy import Strategy, entries
from impactcards.strategy.values import Item, TableRow, Value


@record
class Added:
    """An item or row that the card ``card_id`` got, and that card's whole answer before and after."""

    card_id: str
    item: Item
    before: Answer
    after: Answer


def add(strategy: Strategy, card_id: str, text: str) -> Added:
    """Add an item to another card."""
    before = strategy.answer(card_id)
    item = strategy.add_item(card_id, text)
    return Added(card_id, item, before, strategy.answer(card_id))


def take_away(strategy: Strategy, added: Added) -> bool:
    """Take what was added from its card; False if it stays, because it is picked somewhere or was changed since."""
    present = strategy.answer(added.card_id)
    entry = _entry(present, added.item.id)
    if entry is None or entry != _entry(added.after, added.item.id):
        return False
    if strategy.who_picks(added.card_id, added.item.id):
        return False
    if present == added.after:
        strategy.put(added.card_id, added.before)
    else:
        strategy.set_value(added.card_id, _value([e for e in entries(present.value) if e.id != entry.id]))
    return True


def bring_back(strategy: Strategy, added: Added) -> bool:
    """Add it again under its old id; False if it is there."""
    present = strategy.answer(added.card_id)
    entry = _entry(added.after, added.item.id)
    if entry is None or _entry(present, added.item.id) is not None:
        return False
    if present == added.before:
        strategy.put(added.card_id, added.after)
    else:
        strategy.set_value(added.card_id, _value([*entries(present.value), entry]))
    return True


def _entry(answer: Answer, item_id: str) -> Item | TableRow | None:
    return next((entry for entry in entries(answer.value) if entry.id == item_id), None)


def _value(held: list[Item | TableRow]) -> Value:
    items = tuple(entry for entry in held if isinstance(entry, Item))
    return items or tuple(entry for entry in held if isinstance(entry, TableRow)) or None
