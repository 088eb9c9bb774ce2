"""What filling works on: the items and rows as they will be, and the faults of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.kinds import ListAnswer, TableAnswer
from impactcards.faults import Fault
from impactcards.records import record
from impactcards.strategy.kinds.names import fold
from impactcards.strategy.strategy import Strategy, entries, items_of
from impactcards.strategy.values import Item, TableRow
from impactcards.text import clean, closest
from impactcards.words import N_, Message
from impactcards.yamltext.nodes import ListNode, Node, Scalar
from impactcards.yamltext.values import is_null

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from impactcards.deck.model import Card


@record
class Added:
    """An item that a pick or a row has added to a card, because it was not there yet."""

    card: str
    text: str


class Desk:
    """The work in progress. Nothing here changes the strategy; only ids of new items are drawn from it."""

    def __init__(self, strategy: Strategy, file: str) -> None:
        self.strategy = strategy
        self.file = file
        self.faults: list[Fault] = []
        self.added: list[Added] = []
        self._entries: dict[str, dict[str, Item | TableRow]] = {}
        self._ids: dict[str, dict[tuple[bool, str], str]] = {}  # by card: (folded, text) -> id

    # -- reading nodes ----------------------------------------------------------------------------------------------

    def fault(self, node: Node, message: Message) -> None:
        """Note that something is wrong at a place of the file."""
        self.faults.append(Fault(self.file, node.line, node.column, message))

    def unknown(self, node: Node, message: Message, name: str, known: Mapping[str, str]) -> None:
        """Note an unknown name, and the one that was probably meant. ``known`` is id -> title."""
        by_title = {title: known_id for known_id, title in known.items()}
        meant = closest(name, known) or by_title.get(closest(name, by_title) or "")
        if meant:
            message = Message(N_("{what} Did you mean “{meant}”?"), what=message, meant=meant)
        self.fault(node, message)

    def text(self, node: Node) -> str | None:
        """The cleaned text of a scalar, an empty one for nothing; None and a fault for a list or mapping."""
        if not isinstance(node, Scalar):
            self.fault(node, Message(N_("Write one text or number here, not a list or a mapping.")))
            return None
        return "" if is_null(node) else clean(node.value).strip()

    def texts(self, node: Node) -> list[tuple[Node, str]]:
        """The texts of a list, or of a single scalar, each with its place; empty ones are left out."""
        nodes = node.value if isinstance(node, ListNode) else [node]
        return [(entry, text) for entry in nodes if (text := self.text(entry))]

    # -- items and rows ---------------------------------------------------------------------------------------------

    def entries(self, card: Card) -> dict[str, Item | TableRow]:
        """The items or rows of a card by id, as they will be."""
        if card.id not in self._entries:
            self._entries[card.id] = {entry.id: entry for entry in entries(self.strategy.answer(card.id).value)}
        return self._entries[card.id]

    def row(self, card: Card, row_id: str) -> TableRow:
        """A row of a table as it will be; an empty one if there is none yet."""
        held = self.entries(card).get(row_id)
        return held if isinstance(held, TableRow) else TableRow(row_id)

    def touched(self) -> list[Card]:
        """The cards whose items or rows were asked for, in deck order."""
        return [card for card in self.strategy.deck.cards if card.id in self._entries]

    def replace(self, card: Card, new: Iterable[Item | TableRow]) -> None:
        """Let these be the items or rows of a card."""
        self._entries[card.id] = {entry.id: entry for entry in new}
        self._ids.pop(card.id, None)

    def find(self, card: Card, text: str) -> str | None:
        """The id of an item by its text: exactly, else letter case and runs of spaces aside."""
        if card.id not in self._ids:
            ids: dict[tuple[bool, str], str] = {}
            for item in items_of(card, tuple(self.entries(card).values())):  # type: ignore[arg-type]
                ids.setdefault((False, item.text.strip()), item.id)
                ids.setdefault((True, fold(item.text)), item.id)
            self._ids[card.id] = ids
        return self._ids[card.id].get((False, text)) or self._ids[card.id].get((True, fold(text)))

    def item(self, card: Card, text: str) -> str:
        """The id of the item with this text, added to the card if it is not there yet."""
        found = self.find(card, text)
        if found is not None:
            return found
        made = self.add(card, text)
        self.added.append(Added(card.id, text))
        return made

    def add(self, card: Card, text: str) -> str:
        """A new item or free row of a card, named by ``text``; its id."""
        made = self.strategy.make_id()
        if isinstance(card.answer, ListAnswer):
            self.entries(card)[made] = Item(made, text)
        elif isinstance(card.answer, TableAnswer) and card.answer.columns:
            self.entries(card)[made] = TableRow(made, {card.answer.columns[0].id: text})
        if card.id in self._ids:
            self._ids[card.id].setdefault((False, text), made)
            self._ids[card.id].setdefault((True, fold(text)), made)
        return made
