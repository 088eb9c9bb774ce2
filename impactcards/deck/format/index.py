"""What a deck declares: its ids, and for each card what others may refer to. Built before anything is validated."""

from __future__ import annotations

from impactcards.deck.format.lookup import list_in, map_in, number_in, scalar_in, text_in
from impactcards.yamltext import MapNode, Node, as_bool

MOST_STEPS = 11
KINDS = ("text", "list", "choice", "rank", "scale", "number", "date", "table")


class CellInfo:
    """A column, or a whole card that is no table: its kind, and the option ids or the card its picks come from.

    ``several`` is whether more than one can be chosen, ``steps`` the lowest and the highest step of a scale.
    """

    def __init__(
        self, kind: str, options: list[str], source: str, *, several: bool = False, steps: tuple[int, int] | None = None
    ) -> None:
        self.kind = kind
        self.options = options
        self.source = source
        self.several = several
        self.steps = steps


class CardInfo:
    """A card as others see it. ``rows`` are the ids of fixed rows; ``follows`` is the card its rows follow."""

    def __init__(self, card_id: str, node: MapNode, cell: CellInfo) -> None:
        self.id = card_id
        self.node = node
        self.cell = cell
        self.columns: dict[str, CellInfo] = {}
        self.rows: list[str] | None = None
        self.follows = ""

    @property
    def kind(self) -> str:
        return self.cell.kind

    @property
    def gives_items(self) -> bool:
        return self.kind == "list" or (self.kind == "table" and self.rows is None and not self.follows)


class Index:
    """The ids of a deck."""

    def __init__(self) -> None:
        self.suits: dict[str, MapNode] = {}
        self.cards: dict[str, CardInfo] = {}

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
    if kind not in KINDS:  # a fault by itself, and nothing more can be said of it
        kind = ""
    source = text_in(node, "from") if kind in ("choice", "rank") else ""
    several = scalar_in(node, "several")
    steps = _steps(node) if kind == "scale" else None
    chosen = kind == "choice" and several is not None and bool(as_bool(several))
    return CellInfo(kind, ids_in(node, "options"), source, several=chosen, steps=steps)


def _steps(node: MapNode | None) -> tuple[int, int] | None:
    low, high = number_in(node, "from"), number_in(node, "to")
    low, high = 1 if low is None else low, 5 if high is None else high
    return (int(low), int(high)) if 0 < high - low < MOST_STEPS else None  # anything else is a fault by itself
