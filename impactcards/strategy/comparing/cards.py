"""Two strategies compared, card by card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from impactcards.deck.kinds import TableAnswer
from impactcards.deck.model import Card
from impactcards.strategy import kinds
from impactcards.strategy.answer import Answer
from impactcards.strategy.comparing.change import (
    CardChange,
    Comparison,
    Part,
    TextChange,
    ValueChange,
    WaivedChange,
)
from impactcards.strategy.comparing.entries import compare_entries
from impactcards.strategy.comparing.stretches import stretches
from impactcards.strategy.comparing.tables import TableState, compare_tables
from impactcards.strategy.kinds import Place
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Item, TableRow
from impactcards.words import Words, words


def compare(older: Strategy, newer: Strategy, *, say: Words | None = None) -> Comparison:
    """What changed from ``older`` to ``newer``, card by card in deck order, cards that no deck has at the end.

    Ratings are worded by ``say``, in the newer strategy's language where it is not given. A pick counts by what it
    picks: an item that was reworded is told on its own card only.
    """
    word = say or words(newer.language)
    changes = (compare_card(older, newer, card_id, word) for card_id in _cards(older, newer))
    return Comparison(older, newer, tuple(change for change in changes if change is not None))


def _cards(older: Strategy, newer: Strategy) -> Iterator[str]:
    decks = [card.id for strategy in (newer, older) for card in strategy.deck.cards]
    answered = [card_id for strategy in (newer, older) for card_id in strategy.answers]
    waived = [_card_of(finding) for strategy in (older, newer) for finding in _waived(strategy)]
    yield from (card_id for card_id in dict.fromkeys([*decks, *answered, *waived]) if card_id)


def compare_card(older: Strategy, newer: Strategy, card_id: str, say: Words) -> CardChange | None:
    """What changed of one card, or None."""
    was, now = older.answer(card_id), newer.answer(card_id)
    card = newer.deck.card(card_id) or older.deck.card(card_id)
    waived = tuple(_waived_changes(older, newer, card_id))
    if was == now and older.deck is newer.deck and not waived:
        return None
    parts = tuple(_parts(older, newer, card_id, say))
    note = _text(was.note, now.note)
    put_off = _put_off(was, now)
    if not (parts or note or put_off or waived):
        return None
    sealed = card is not None and _is_sealed(newer, card, was, now)
    return CardChange(
        card_id,
        card.title if card else card_id.replace("-", " ").capitalize(),
        card.suit if card else "",
        _how(was, now) if parts else "beside",
        card.answer.kind if card and was.raw is None and now.raw is None else "",
        () if sealed else parts,
        None if sealed else note,
        put_off,
        () if sealed else waived,
        sealed,
    )


def _how(was: Answer, now: Answer) -> Literal["answered", "emptied", "changed"]:
    if not _says_something(was):
        return "answered"
    return "changed" if _says_something(now) else "emptied"


def _says_something(answer: Answer) -> bool:
    return answer.answered or bool(_texts(answer.raw))


def _is_sealed(newer: Strategy, card: Card, *answers: Answer) -> bool:
    """Whether one of the answers is to be read only once a later review has begun."""
    started = [str(review.get("started", "")) for review in newer.lists.get("reviews", ())]
    held = [answer for answer in answers if _says_something(answer)]
    return card.sealed and any(not any(start > answer.updated for start in started) for answer in held)


# -- the answer -------------------------------------------------------------------------------------------------------


def _parts(older: Strategy, newer: Strategy, card_id: str, say: Words) -> Iterator[Part]:
    was, now = older.answer(card_id), newer.answer(card_id)
    if was.raw is None and now.raw is None and was.value == now.value:
        return
    old, new = older.deck.card(card_id), newer.deck.card(card_id)
    # Where only one side says something, its card explains it.
    if new is None or not _says_something(now):
        new = old or new
    if old is None or not _says_something(was):
        old = new
    readable = was.raw is None and now.raw is None and old is not None and new is not None
    if not readable or old is None or new is None or old.answer.kind != new.answer.kind:
        yield from _as_texts(older, newer, card_id, say)
    elif isinstance(new.answer, TableAnswer):
        yield from compare_tables(TableState(older, old, was.value, say), TableState(newer, new, now.value, say))
    else:
        yield from _of_kind(Place(older, old), was, Place(newer, new), now, say)


def _of_kind(old: Place, was: Answer, new: Place, now: Answer, say: Words) -> Iterator[Part]:
    match new.kind.kind:
        case "text":
            change = _text(str(was.value or ""), str(now.value or ""))
            if change is not None:
                yield change
        case "list":
            yield from compare_entries(_items(was), _items(now), reworded=True, ordered=True)
        case "choice" | "rank":
            yield from compare_entries(_picks(old, was), _picks(new, now), ordered=new.kind.kind == "rank")
        case kind:
            meaning = kinds.MEANINGS[kind]
            before, after = (
                " ".join(meaning.lines(answer.value, place, say)) if answer.answered else ""
                for place, answer in ((old, was), (new, now))
            )
            if before != after:
                yield ValueChange(before, after)


def _items(answer: Answer) -> dict[str, str]:
    held = answer.value if isinstance(answer.value, tuple) else ()
    return {item.id: item.text.strip() for item in held if isinstance(item, Item) and item.text.strip()}


def _picks(place: Place, answer: Answer) -> dict[str, str]:
    held = answer.value if isinstance(answer.value, tuple) else ()
    return {picked: place.name(picked) for picked in held if isinstance(picked, str)}


def _as_texts(older: Strategy, newer: Strategy, card_id: str, say: Words) -> Iterator[Part]:
    """Answers of two kinds, or one that no deck can read: by what they say, line by line."""
    before, after = (_lines(strategy, card_id, say) for strategy in (older, newer))
    if len(before) <= 1 and len(after) <= 1:
        change = _text("".join(before), "".join(after))
        if change is not None:
            yield change
        return
    yield from compare_entries(_numbered(before), _numbered(after))


def _numbered(lines: list[str]) -> dict[str, str]:
    """Lines as entries that are known by what they say; the same line twice is two entries."""
    entries: dict[str, str] = {}
    for line in lines:
        key = " ".join(line.split())
        while key in entries:
            key += " "
        entries[key] = line
    return entries


def _lines(strategy: Strategy, card_id: str, say: Words) -> list[str]:
    card, answer = strategy.deck.card(card_id), strategy.answer(card_id)
    if card is not None and answer.raw is None:
        return kinds.as_lines(card, strategy, say)
    return _texts(answer.raw if answer.raw is not None else answer.value)


def _texts(data: Any) -> list[str]:
    """What an answer says whose kind nobody knows: a line for each entry."""
    held = data.get("value") if isinstance(data, Mapping) else data
    lines = [_line(entry) for entry in held] if isinstance(held, list | tuple) else [_line(held)]
    return [line for line in lines if line]


def _line(entry: Any) -> str:
    match entry:
        case None:
            return ""
        case Item():
            return entry.text.strip()
        case TableRow():
            return _line(dict(entry.cells))
        case Mapping():
            return "; ".join(text for key, cell in entry.items() if key != "id" and (text := _line(cell)))
        case list() | tuple():
            return ", ".join(text for cell in entry if (text := _line(cell)))
    return str(entry).strip()


# -- what stands beside it --------------------------------------------------------------------------------------------


def _text(before: str, after: str) -> TextChange | None:
    found = stretches(before, after)
    return TextChange(before.strip(), after.strip(), found) if found else None


def _put_off(was: Answer, now: Answer) -> ValueChange | None:
    """How a card was put off before and is now. That an answered one no longer is goes without saying."""
    if was.put_off == now.put_off or (now.put_off is None and _says_something(now)):
        return None
    return ValueChange(was.put_off or "", now.put_off or "")


def _waived(strategy: Strategy) -> dict[str, str]:
    """The findings that are set aside, with their reasons."""
    entries = strategy.lists.get("waived", ())
    return {str(entry.get("finding", "")): str(entry.get("reason", "")).strip() for entry in entries}


def _card_of(finding_id: str) -> str:
    """The card a finding belongs to; its id is ``RULE/CARD/ROW/COLUMN``."""
    return [*finding_id.split("/"), ""][1]


def _waived_changes(older: Strategy, newer: Strategy, card_id: str) -> Iterator[WaivedChange]:
    before, after = _waived(older), _waived(newer)
    for finding in dict.fromkeys([*before, *after]):
        if _card_of(finding) != card_id or before.get(finding) == after.get(finding):
            continue
        how = "come" if finding not in before else "gone" if finding not in after else "changed"
        yield WaivedChange(how, finding, before.get(finding, ""), after.get(finding, ""))  # type: ignore[arg-type]


__all__ = ["compare", "compare_card"]
