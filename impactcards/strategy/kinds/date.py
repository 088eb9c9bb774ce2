"""Date: a day, or what was typed where a day is wanted."""



from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.strategy.dates import iso_date, local_today, parse_date, show_date
from impactcards.strategy.kinds.base import Place, Problem, plain_text
from impactcards.words import N_, Message, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.kinds import DateAnswer
    from impactcards.strategy.values import Value


class DateMeaning:
    """An ISO 8601 date as a string, or the string that is none."""

    def from_data(self, kind: DateAnswer, data: object) -> Value:
        return plain_text(data)

    def to_data(self, kind: DateAnswer, value: Value) -> Any:
        return value

    def is_complete(self, value: Value, place: Place) -> bool:
        return True

    def lines(self, value: Value, place: Place, say: Words) -> list[str]:
        return [show_date(str(value), place.language, weekday=not place.in_table)]

    def parse(self, text: str, place: Place) -> Value:
        found = parse_date(text, place.language, place.today or local_today())
        return text.strip() if found is None else found.isoformat()

    def problems(self, value: Value, place: Place) -> Iterator[Problem]:
        if iso_date(str(value)) is None:
            typed = str(value).strip()
            message = Message(N_("“{typed}” could not be read as a date. Which day is meant?"), typed=typed)
            yield Problem("unread", message)
