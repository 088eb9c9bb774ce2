"""Choice: one or several options, or items of another card."""



from __future__ import annotations

from typing import TYPE_CHECKING, Any

from impactcards.strategy.kinds.base import Malformed, Place, Problem, plain_text
from impactcards.strategy.kinds.limits import too_many
from impactcards.strategy.kinds.names import parse_names, quoted
from impactcards.words import N_, Message, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.kinds import ChoiceAnswer
    from impactcards.strategy.values import Value


class ChoiceMeaning:
    """A tuple of ids. An id that nobody knows any more is kept."""

    def from_data(self, kind: ChoiceAnswer, data: object) -> Value:
        return ids_from_data(data)

    def to_data(self, kind: ChoiceAnswer, value: Value) -> Any:
        return list(value) if isinstance(value, tuple) else value

    def is_complete(self, value: Value, place: Place) -> bool:
        return True

    def lines(self, value: Value, place: Place, say: Words) -> list[str]:
        return [place.name(picked) for picked in picks(value)]

    def parse(self, text: str, place: Place) -> Value:
        """Numbers as listed, or names, parted by commas. An option that stands alone wins if it was typed last."""
        chosen = parse_names(text, place)
        lonely = [option_id for option_id in chosen if place.options[option_id].alone]
        if lonely and len(chosen) > 1:
            return (chosen[-1],) if chosen[-1] in lonely else tuple(i for i in chosen if i not in lonely)
        return chosen

    def problems(self, value: Value, place: Place) -> Iterator[Problem]:
        kind: ChoiceAnswer = place.kind
        picked = picks(value)
        most = kind.at_most if kind.several else 1
        if most is not None and len(picked) > most:
            yield too_many(len(picked), most)
        yield from gone_problems(value, place)


def picks(value: Value) -> tuple[str, ...]:
    """The ids in the value of a choice or rank."""
    return tuple(entry for entry in value if isinstance(entry, str)) if isinstance(value, tuple) else ()


def ids_from_data(data: object) -> Value:
    """A tuple of ids from a list, or from a single id. An id that stands there twice counts once."""
    if data is None:
        return None
    if not isinstance(data, list | tuple):
        text = plain_text(data)
        return (text,) if text else ()
    ids: dict[str, None] = {}
    for index, entry in enumerate(data):
        try:
            text = plain_text(entry)
        except Malformed:
            text = None
        if not text:
            raise Malformed(Message(N_("Each entry here must be the id of an option or item.")), (index,))
        ids[text] = None
    return tuple(ids)


def gone_problems(value: Value, place: Place) -> Iterator[Problem]:
    """Picks of items that were removed, or of options that the deck no longer has: one problem a place."""
    options = place.options
    gone = [picked for picked in picks(value) if picked not in options]
    if not gone:
        return
    names = quoted([place.name(picked) for picked in gone])
    cards = (place.source,) if place.source else ()
    if not place.source:
        message = Message(N_("{items} can no longer be chosen; “{row}” still points to it."), items=names)
    elif len(gone) == 1:
        message = Message(N_("{items} was removed; “{row}” still points to it."), items=names)
    else:
        message = Message(N_("{items} were removed; “{row}” still points to them."), items=names)
    yield Problem("removed", message, names_row=True, cards=cards)
