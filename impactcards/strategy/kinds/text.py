"""Text: prose, or one line."""



from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.strategy.kinds.base import Place, Problem, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.kinds import TextAnswer
    from impactcards.strategy.values import Value
    from impactcards.words import Words


class TextMeaning:
    """A string; nothing about it can be wrong."""

    def from_data(self, kind: TextAnswer, data: object) -> Value:
        return plain_text(data)

    def to_data(self, kind: TextAnswer, value: Value) -> Any:
        return value

    def is_complete(self, value: Value, place: Place) -> bool:
        return True

    def lines(self, value: Value, place: Place, say: Words) -> list[str]:
        return str(value).strip("\n").split("\n")

    def parse(self, text: str, place: Place) -> Value:
        return text.strip()

    def problems(self, value: Value, place: Place) -> Iterator[Problem]:
        return iter(())
