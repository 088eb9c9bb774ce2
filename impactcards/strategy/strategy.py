"""The strategy: what one organisation has answered to one deck.

Screens show it and send it requests; whoever saves it asks which cards were touched. It does no input or output.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from impactcards.deck.kinds import ChoiceAnswer, ListAnswer, Option, RankAnswer, TableAnswer
from impactcards.deck.model import Card, Deck
from impactcards.records import record
from impactcards.strategy.answer import NOTHING, Answer, PutOff
from impactcards.strategy.values import Item, TableRow, Value, new_id

if TYPE_CHECKING:
    from impactcards.strategy.checks import Past


def utc_now() -> str:
    """The present moment as files write it, UTC to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@record
class Pick:
    """A place that picks an item: a card, and for a table its row and column (both empty for choice and rank)."""

    card: str
    row: str = ""
    column: str = ""


#: Keys of strategy.yaml beside the answers that hold lists of entries with an id.
LISTS = ("waived", "reviews", "deck_changes", "participants", "actions", "parking_lot", "sessions")


@dataclass
class Strategy:
    """All answers to ``deck``, by card id. ``deck`` may be None in a strategy whose deck cannot be read.

    ``lists`` holds the entries of :data:`LISTS` as plain data; ``extra`` keeps keys this program does not know.
    """

    name: str
    deck: Deck
    language: str
    created: str = ""
    recipe: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    lists: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)
    clock: Callable[[], str] = utc_now
    #: Gives the answers of its past, for the findings; a strategy without a folder has none.
    past: Callable[[], Past] | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        self._born_here: set[str] = set()
        self._listeners: list[Callable[[str], None]] = []
        self._ids: set[str] | None = None

    # -- reading ----------------------------------------------------------------------------------------------------

    def answer(self, card_id: str) -> Answer:
        """The answer to a card; an empty one if there is none."""
        return self.answers.get(card_id, NOTHING)

    def items(self, card_id: str) -> tuple[Item, ...]:
        """The items others can pick from a card: a list's, or a free table's rows named by their first column."""
        card = self.deck.card(card_id)
        if card is None:
            return ()
        return tuple(items_of(card, self.answer(card_id).value))

    def options(self, card: Card, column_id: str = "") -> tuple[Option, ...]:
        """What can be chosen in a choice or rank (or a choice column): the deck's options, or another card's items."""
        kind = card.answer
        if isinstance(kind, TableAnswer):
            column = kind.column(column_id)
            cell = column.cell if column else None
        else:
            cell = kind  # type: ignore[assignment]
        if not isinstance(cell, ChoiceAnswer | RankAnswer):
            return ()
        if not cell.source:
            return cell.options
        return tuple(Option(item.id, item.text) for item in self.items(cell.source))

    def item_text(self, card_id: str, item_id: str) -> str | None:
        """The text of an item, also of a removed one; None if it is unknown."""
        for item in self.items(card_id):
            if item.id == item_id:
                return item.text
        card = self.deck.card(card_id)
        if card is not None:
            for item in items_of(card, self.answer(card_id).removed):
                if item.id == item_id:
                    return item.text
        return None

    def rows(self, card: Card) -> tuple[TableRow, ...]:
        """The rows a table shows: its own, the deck's, or one for each item of the card it follows."""
        kind = card.answer
        value = self.answer(card.id).value
        if not isinstance(kind, TableAnswer) or not (value is None or isinstance(value, tuple)):
            return ()
        held = [row for row in value or () if isinstance(row, TableRow)]
        if kind.rows is None:
            return tuple(held)
        by_id = {row.id: row for row in held}
        return tuple(by_id.get(row_id) or TableRow(row_id) for row_id, _ in self.row_titles(card))

    def row_titles(self, card: Card) -> tuple[tuple[str, str], ...]:
        """(id, title) of each row of a table that names its rows: fixed ones, or another card's items. Else empty."""
        kind = card.answer
        if not isinstance(kind, TableAnswer) or kind.rows is None:
            return ()
        if kind.follows:
            return tuple((item.id, item.text) for item in self.items(kind.follows))
        return tuple((row.id, row.title) for row in kind.rows) if isinstance(kind.rows, tuple) else ()

    def who_picks(self, card_id: str, item_id: str) -> tuple[Pick, ...]:
        """Every place that picks an item of this card, or holds a filled row for it."""
        return tuple(pick for pick, found in self._picks_from(card_id) if found == item_id)

    def _picks_from(self, card_id: str) -> Iterator[tuple[Pick, str]]:
        for place in self.deck.references_to.get(card_id, ()):
            value = self.answer(place.card).value
            if not isinstance(value, tuple):
                continue
            for entry in value:
                if isinstance(entry, str):
                    yield Pick(place.card), entry
                elif isinstance(entry, TableRow) and not place.column:
                    if entry.cells:
                        yield Pick(place.card, entry.id), entry.id
                elif isinstance(entry, TableRow):
                    cell = entry.cells.get(place.column)
                    for picked in cell if isinstance(cell, tuple) else ():
                        yield Pick(place.card, entry.id, place.column), picked

    # -- requests ---------------------------------------------------------------------------------------------------

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call ``listener`` with a card's id (or an empty string for the rest) after each change."""
        self._listeners.append(listener)

    def touch(self, card_id: str = "") -> None:
        """Tell the listeners that a card, or something beside the answers, has changed."""
        for listener in self._listeners:
            listener(card_id)

    def put(self, card_id: str, answer: Answer) -> None:
        """Replace a card's whole answer as it is (undo, a merge, another window)."""
        self._ids = None
        if answer.blank:
            self.answers.pop(card_id, None)
        else:
            self.answers[card_id] = answer
        self.touch(card_id)

    def set_value(self, card_id: str, value: Value) -> None:
        """Answer a card. What was put off is no longer; removed items that are picked elsewhere are kept aside.

        Rows of a table whose item is gone are not shown to anybody who edits it, so they are carried over here.
        """
        before = self.answer(card_id)
        if before.raw is not None or value == before.value:
            return
        card = self.deck.card(card_id)
        after = before.with_(value=value, updated=self.clock(), put_off=None)
        if card is not None:
            after = self._keep_references(card, before, after)
        self.put(card_id, after)

    def _keep_references(self, card: Card, before: Answer, after: Answer) -> Answer:
        kind = card.answer
        if isinstance(kind, TableAnswer) and kind.rows is not None:
            shown = {row_id for row_id, _ in self.row_titles(card)}
            held = after.value if isinstance(after.value, tuple) else ()
            given = {row.id for row in held if isinstance(row, TableRow)}
            old = before.value if isinstance(before.value, tuple) else ()
            gone_rows = (row for row in old if isinstance(row, TableRow) and row.cells)
            orphans = [row for row in gone_rows if row.id not in shown and row.id not in given]
            rows = [row for row in held if isinstance(row, TableRow) and row.cells]
            return after.with_(value=(*rows, *orphans))
        if not kind.gives_items:
            return after
        was = {item.id: item.text for item in items_of(card, before.value)}
        now = {item.id: item.text for item in items_of(card, after.value)}
        changed = dict(before.changed)
        for item_id, text in now.items():
            if item_id in was and was[item_id] != text and item_id not in self._born_here:
                changed[item_id] = after.updated
        picked = {found for _, found in self._picks_from(card.id)}
        ids_now = {entry.id for entry in entries(after.value)}
        gone = [entry for entry in entries(before.value) if entry.id not in ids_now and entry.id in picked]
        kept = [entry for entry in before.removed if entry.id not in ids_now and entry.id in picked]
        return after.with_(changed=changed, removed=(*kept, *gone))

    def add_item(self, card_id: str, text: str) -> Item:
        """Add an item to a list or a row to a free table from elsewhere ("pick or add"), and return it."""
        card = self.deck.card(card_id)
        if card is None or not card.answer.gives_items:
            raise ValueError(f"the card {card_id!r} has no items")
        item = Item(self.make_id(), text)
        value = self.answer(card_id).value
        held = value if isinstance(value, tuple) else ()
        if isinstance(card.answer, ListAnswer):
            self.set_value(card_id, (*[e for e in held if isinstance(e, Item)], item))
        elif isinstance(card.answer, TableAnswer):
            row = TableRow(item.id, {card.answer.columns[0].id: text})
            self.set_value(card_id, (*[e for e in held if isinstance(e, TableRow)], row))
        return item

    def make_id(self) -> str:
        """An id no item or row of this strategy has, remembered as made in this sitting."""
        if self._ids is None:
            self._ids = set(self._all_ids())
        made = new_id(self._ids | self._born_here)
        self._born_here.add(made)
        return made

    def _all_ids(self) -> Iterator[str]:
        for answer in self.answers.values():
            for entry in (*entries(answer.value), *answer.removed):
                yield entry.id
        for listed in self.lists.values():
            yield from (str(entry["id"]) for entry in listed if "id" in entry)

    def put_off(self, card_id: str, how: PutOff | None) -> None:
        """Leave a card for later, skip it on purpose, or take that back."""
        self.put(card_id, self.answer(card_id).with_(put_off=how))

    def set_note(self, card_id: str, note: str) -> None:
        """Write a note to a card."""
        self.put(card_id, self.answer(card_id).with_(note=note))


def entries(value: Value) -> tuple[Item | TableRow, ...]:
    """The items or rows of a value, whatever its kind."""
    return tuple(e for e in value if isinstance(e, Item | TableRow)) if isinstance(value, tuple) else ()


def items_of(card: Card, value: Value | Iterable[Item] | Iterable[TableRow]) -> Iterator[Item]:
    """The items in a value of a card that gives items; rows are named by the table's first column."""
    kind = card.answer
    if not isinstance(value, tuple) or not kind.gives_items:
        return
    first = kind.columns[0].id if isinstance(kind, TableAnswer) and kind.columns else ""
    for entry in value:
        if isinstance(entry, Item):
            yield entry
        elif isinstance(entry, TableRow):
            name = entry.cells.get(first, "")
            yield Item(entry.id, name if isinstance(name, str) else str(name))


__all__ = ["LISTS", "Pick", "Strategy", "entries", "items_of", "utc_now"]
