"""What a deck declares: its ids, and for each card what others may refer to. Built before anything is validated."""

from __future__ import annotations

from dataclasses import dataclass, field

from impactcards.deck.format.lookup import list_in, map_in, scalar_in, text_in
from impactcards.yamltext import MapNode, Node


@dataclass(slots=True)
class CellInfo:
    """A column, or a whole card that is no table: its kind, and the option ids or the card its picks come from."""

    kind: str
    node: MapNode | None
    options: list[str] = field(default_factory=list)
    source: str = ""


@dataclass(slots=True)
class CardInfo:
    """A card as others see it. ``rows`` are the ids of fixed rows; ``follows`` is the card its rows follow."""

    id: str
    node: MapNode
    cell: CellInfo
    columns: dict[str, CellInfo] = field(default_factory=dict)
    rows: list[str] | None = None
    follows: str = ""

    @property
    def kind(self) -> str:
        return self.cell.kind

    @property
    def gives_items(self) -> bool:
        return self.kind == "list" or (self.kind == "table" and self.rows is None and not self.follows)


@dataclass(slots=True)
class Index:
    """The ids of a deck."""

    suits: dict[str, MapNode] = field(default_factory=dict)
    cards: dict[str, CardInfo] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Node) -> Index:
        """What the tree declares, as far as it can be made out."""
        index = cls()
        for suit in list_in(root, "suits"):
            if isinstance(suit, MapNode) and (suit_id := text_in(suit, "id")):
                index.suits.setdefault(suit_id, suit)
        for card in list_in(root, "cards"):
            if isinstance(card, MapNode) and (card_id := text_in(card, "id")):
                index.cards.setdefault(card_id, _card(card_id, card))
        return index

    def item_cards(self) -> list[str]:
        """The ids of the cards whose items others can pick."""
        return [card_id for card_id, card in self.cards.items() if card.gives_items]


def ids_in(node: Node | None, key: str) -> list[str]:
    """The ids of a list of maps."""
    return [found.value for entry in list_in(node, key) if (found := scalar_in(entry, "id")) is not None]


def _card(card_id: str, node: MapNode) -> CardInfo:
    answer = map_in(node, "answer")
    card = CardInfo(card_id, node, _cell(answer))
    if card.kind == "table" and answer is not None:
        for column in list_in(answer, "columns"):
            if isinstance(column, MapNode) and (column_id := text_in(column, "id")):
                card.columns.setdefault(column_id, _cell(column))
        rows = answer.value.get("rows")
        if isinstance(rows, MapNode):
            card.follows = text_in(rows, "each") or "?"
        elif rows is not None and rows.kind == "list":
            card.rows = ids_in(answer, "rows")
    return card


def _cell(node: MapNode | None) -> CellInfo:
    kind = text_in(node, "kind")
    source = text_in(node, "from") if kind in ("choice", "rank") else ""
    return CellInfo(kind, node, ids_in(node, "options"), source)
