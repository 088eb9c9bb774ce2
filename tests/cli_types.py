"""What running a command in the test's own process gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Done:
    """What a command left: its exit status, data (standard output) and words (standard error)."""

    status: int
    data: str
    words: str


Cards = Callable[..., Done]
