"""One card's answer with what the strategy knows about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from impactcards.records import field, record, replace
from impactcards.strategy.values import Item, TableRow, Value, is_empty

PutOff = Literal["later", "skipped"]


@record
class Answer:
    """An answer as it stands. Immutable, so that undo is a stack of answers.

    Times are UTC to the second (``2026-11-24T14:03:05Z``). ``changed`` says when an item's own name was altered after
    the sitting in which it was made. ``removed`` keeps items whole that were taken out but are picked elsewhere.
    ``raw`` is set when the file holds something this kind cannot read: it is kept as it is and shown read-only.
    """

    value: Value = None
    removed: tuple[Item, ...] | tuple[TableRow, ...] = ()
    changed: Mapping[str, str] = field(default_factory=dict)
    updated: str = ""
    confirmed: str = ""
    put_off: PutOff | None = None
    note: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)
    raw: Any = None

    @property
    def answered(self) -> bool:
        """Whether the value is not empty."""
        return not is_empty(self.value)

    @property
    def blank(self) -> bool:
        """Whether nothing at all is known, so that the file needs no entry."""
        return self == NOTHING

    def with_(self, **changes: Any) -> Answer:
        """A copy with some fields changed."""
        return replace(self, **changes)


NOTHING = Answer()
