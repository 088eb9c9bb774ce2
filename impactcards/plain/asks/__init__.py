"""How each kind of answer is asked for in lines. One module a kind, or a family of kinds."""

from __future__ import annotations

from collections.abc import Callable

from impactcards.deck.model import Card
from impactcards.plain.asks.choosing import ask_choice, ask_rank
from impactcards.plain.asks.figures import ask_figure
from impactcards.plain.asks.listing import ask_list
from impactcards.plain.asks.prose import ask_text
from impactcards.plain.asks.tables import ask_table
from impactcards.plain.sitting import Sitting

Ask = Callable[[Sitting, Card], None]

#: The questions of each kind of answer, by the kind's name. Each keeps what is answered as it comes, and returns when
#: the person goes on.
ASKS: dict[str, Ask] = {
    "text": ask_text,
    "list": ask_list,
    "choice": ask_choice,
    "rank": ask_rank,
    "scale": ask_figure,
    "number": ask_figure,
    "date": ask_figure,
    "table": ask_table,
}

__all__ = ["ASKS", "Ask"]
