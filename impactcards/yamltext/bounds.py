"""How much of a file is read, and what is raised where that ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from impactcards.words import Message

MAX_BYTES = 1_000_000
MAX_NODES = 200_000
MAX_DEPTH = 40


class RefusedError(Exception):
    """Reading stops here; the message says why."""

    def __init__(self, line: int, column: int, message: Message) -> None:
        super().__init__(str(message))
        self.line = line
        self.column = column
        self.message = message
