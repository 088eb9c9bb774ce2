"""Filling, all or nothing: first every item and row gets its id, then the picks and cells are read, then all is put.

Because items come first, the order of cards in the file does not matter. A list, also one of rows, says all that there
is; a mapping of rows, and the cells of a row, say what changes. What is empty or ``null`` is emptied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.kinds import ChoiceAnswer, Column, ListAnswer, RankAnswer, TableAnswer
from impactcards.faults import FaultyFile
from impactcards.records import record
from impactcards.strategy.dates import local_today
from impactcards.strategy.fill.desk import Added, Desk
from impactcards.strategy.fill.tables import RowToFill, define_rows
from impactcards.strategy.kinds import MEANINGS
from impactcards.strategy.kinds.base import Place
from impactcards.strategy.kinds.names import find_name
from impactcards.strategy.numbers import tidy
from impactcards.strategy.values import Item, TableRow, Value, is_empty
from impactcards.text import shortened
from impactcards.words import N_, Message
from impactcards.yamltext.nodes import MapNode, Node
from impactcards.yamltext.reader import Document, read
from impactcards.yamltext.values import as_number, is_null

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from impactcards.deck.model import Card
    from impactcards.strategy.strategy import Strategy


@record
class FillResult:
    """What a file changes: (card id, its new value) in the order in which they are put, and the items it added."""

    changes: tuple[tuple[str, Value], ...]
    added: tuple[Added, ...]

    def apply(self, strategy: Strategy) -> None:
        """Put every change into the strategy."""
        for card_id, value in self.changes:
            strategy.set_value(card_id, value)


def fill(
    strategy: Strategy,
    data: bytes | str | Document | Node,
    *,
    file: str,
    today: date | None = None,
    dry_run: bool = False,
) -> FillResult:
    """Take answers from YAML, card id -> value, into the strategy (``dry_run``: only say what would change).

    Raises :class:`FaultyFile` with every fault at once, each with its place in ``file``; nothing is changed then.
    """
    if isinstance(data, bytes | str):
        data = read(data, file)
    root = data.root if isinstance(data, Document) else data
    filling = _Filling(strategy, file, today or local_today())
    result = filling.read(root) if root is not None else FillResult((), ())
    if not dry_run:
        result.apply(strategy)
    return result


class _Filling:
    def __init__(self, strategy: Strategy, file: str, today: date) -> None:
        self.strategy = strategy
        self.today = today
        self.desk = Desk(strategy, file)
        self.values: dict[str, Value] = {}

    def read(self, root: Node) -> FillResult:
        """What the file changes. Raises :class:`FaultyFile`."""
        answers = self._answers(root)
        rows = [(card, row) for card, node in answers for row in self._define(card, node)]
        for card, node in answers:
            if isinstance(card.answer, ListAnswer | TableAnswer):
                continue
            self.values[card.id] = None if is_null(node) else self._value(card, node)
        for card, row in rows:
            self._fill_row(card, row)
        if self.desk.faults:
            raise FaultyFile(sorted(self.desk.faults, key=lambda fault: (fault.line, fault.column)))
        position = {card.id: n for n, card in enumerate(self.strategy.deck.cards)}
        added = sorted(self.desk.added, key=lambda item: position[item.card])
        return FillResult(tuple(self._changes()), tuple(added))

    def _answers(self, root: Node) -> list[tuple[Card, Node]]:
        """The cards of the file with what it says about them."""
        if not isinstance(root, MapNode):
            if not is_null(root):
                self.desk.fault(root, Message(N_("Write the answers as “card id: value”, one card after the other.")))
            return []
        deck = self.strategy.deck
        answers = []
        for name, node in root.value.items():
            card = deck.card(name)
            if card is None:
                message = Message(N_("The deck has no card “{name}”."), name=shortened(name, 40))
                self.desk.unknown(root.keys[name], message, name, {card.id: card.title for card in deck.cards})
            elif self.strategy.answer(name).raw is not None:
                self.desk.fault(
                    root.keys[name],
                    Message(
                        N_("What strategy.yaml holds for “{name}” cannot be read. Mend it there first."), name=name
                    ),
                )
            else:
                answers.append((card, node))
        return answers

    # -- first: items and rows --------------------------------------------------------------------------------------

    def _define(self, card: Card, node: Node) -> Sequence[RowToFill]:
        """Give the items or rows of a card their ids; the rows whose cells are still to be read."""
        if isinstance(card.answer, ListAnswer):
            self.desk.replace(card, [] if is_null(node) else self._items(card, node))
            return ()
        if isinstance(card.answer, TableAnswer):
            if is_null(node):
                self.desk.replace(card, ())
                return ()
            return define_rows(self.desk, card, card.answer, node)
        return ()

    def _items(self, card: Card, node: Node) -> list[Item]:
        items: dict[str, Item] = {}
        for _, text in self.desk.texts(node):
            held = self.desk.find(card, text)
            item_id = held if held is not None and held not in items else self.strategy.make_id()
            items[item_id] = Item(item_id, text)
        return list(items.values())

    # -- then: values and cells -------------------------------------------------------------------------------------

    def _fill_row(self, card: Card, to_fill: RowToFill) -> None:
        row = self.desk.row(card, to_fill.row)
        for column, node in to_fill.cells:
            value = None if is_null(node) else self._value(column, node)
            if isinstance(value, tuple):
                row = row.with_cell(column.id, tuple(entry for entry in value if isinstance(entry, str)))
            else:
                row = row.with_cell(column.id, value)
        self.desk.entries(card)[row.id] = row

    def _value(self, subject: Card | Column, node: Node) -> Value:
        """The value of a card that holds no rows, or of a cell."""
        place = Place(self.strategy, subject, self.today)
        kind = place.kind
        if isinstance(kind, ChoiceAnswer | RankAnswer):
            return self._picks(kind, node)
        if kind.kind == "number":
            figure = as_number(node)
            if figure is not None:
                return tidy(figure)
        text = self.desk.text(node)
        return MEANINGS[kind.kind].parse(text, place) if text else None

    def _picks(self, kind: ChoiceAnswer | RankAnswer, node: Node) -> Value:
        source = self.strategy.deck.card(kind.source) if kind.source else None
        picked: dict[str, None] = {}
        for entry, name in self.desk.texts(node):
            if source is not None:
                picked[self.desk.item(source, name)] = None
                continue
            titles = {option.id: option.title for option in kind.options}
            found = name if name in titles else find_name(name, titles)
            if found is None:
                message = Message(N_("“{name}” is none of the options."), name=shortened(name, 40))
                self.desk.unknown(entry, message, name, titles)
            else:
                picked[found] = None
        return tuple(picked)

    # -- last: what that changes ------------------------------------------------------------------------------------

    def _changes(self) -> list[tuple[str, Value]]:
        """Changed values; what gives items before what follows them."""
        for card in self.desk.touched():
            self.values[card.id] = self._entries(card)
        cards = [card for card in self.strategy.deck.cards if card.id in self.values]
        cards.sort(key=lambda card: not card.answer.gives_items)
        changes = ((card.id, self.values[card.id], self.strategy.answer(card.id).value) for card in cards)
        return [(card_id, new) for card_id, new, old in changes if new != old and not (is_empty(new) and is_empty(old))]

    def _entries(self, card: Card) -> Value:
        entries = self.desk.entries(card)
        if isinstance(card.answer, ListAnswer):
            return tuple(entry for entry in entries.values() if isinstance(entry, Item))
        rows = [entry for entry in entries.values() if isinstance(entry, TableRow)]
        followed = self.strategy.deck.card(card.answer.follows) if isinstance(card.answer, TableAnswer) else None
        if followed is not None:
            order = {item_id: n for n, item_id in enumerate(self.desk.entries(followed))}
            rows.sort(key=lambda row: order.get(row.id, len(order)))
        elif isinstance(card.answer, TableAnswer) and isinstance(card.answer.rows, tuple):
            order = {row.id: n for n, row in enumerate(card.answer.rows)}
            rows.sort(key=lambda row: order.get(row.id, len(order)))
        return tuple(row for row in rows if row.cells)
