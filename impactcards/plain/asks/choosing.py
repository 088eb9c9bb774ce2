"""Choices and orders: by number or by name, and what is missing from a list can be added on the spot."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from impactcards.deck.kinds import ChoiceAnswer, Option, RankAnswer
from impactcards.deck.model import Card
from impactcards.plain.sitting import Sitting
from impactcards.strategy import kinds
from impactcards.strategy.kinds import NotUnderstood

#: What stands before the text of a new item.
ADD = "+"

_NEW = re.compile(r"(?:^|[,;])\s*\+")


def ask_choice(sitting: Sitting, card: Card) -> None:
    """Ask for one or several options or items. An empty line keeps what is there."""
    kind = card.answer
    if not isinstance(kind, ChoiceAnswer):
        return
    options = sitting.strategy.options(card)
    list_options(sitting, options)
    sitting.tell(choice_words(sitting, kind))
    picked = read_picks(sitting, kind, options, lambda text: kinds.parse(text, card, sitting.strategy, sitting.today))
    if picked is not None:
        sitting.keep(card, picked)
        sitting.tell(sitting.say("Chosen: {names}", names=kinds.as_line(card, sitting.strategy, sitting.say)))


def ask_rank(sitting: Sitting, card: Card) -> None:
    """Ask for an order. An empty line keeps what is there."""
    kind, say = card.answer, sitting.say
    if not isinstance(kind, RankAnswer):
        return
    options = sitting.strategy.options(card)
    list_options(sitting, options)
    way = say("Type the numbers in your order, the first one first, such as 2 1 3.")
    sitting.tell(" ".join(part for part in (way, _adding(sitting, kind.source)) if part))
    picked = read_picks(sitting, kind, options, lambda text: kinds.parse(text, card, sitting.strategy, sitting.today))
    if picked is not None:
        sitting.keep(card, picked)
        sitting.tell(say("Your order: {names}", names=kinds.as_line(card, sitting.strategy, say)))


def list_options(sitting: Sitting, options: Sequence[Option]) -> None:
    """A line for each option, with its number."""
    for number, option in enumerate(options, start=1):
        about = f" ({option.about})" if option.about else ""
        sitting.tell(f"{number}. {' '.join(option.title.split())}{about}")


def choice_words(sitting: Sitting, kind: ChoiceAnswer) -> str:
    """How to choose, in one line."""
    say = sitting.say
    if kind.several:
        way = say("Type numbers or names, parted by commas.")
        if kind.at_most:
            way += " " + say.plural("At most {n} is meant.", "At most {n} are meant.", kind.at_most)
    else:
        way = say("Type a number or a name.")
    return " ".join(part for part in (way, _adding(sitting, kind.source)) if part)


def _adding(sitting: Sitting, source: str) -> str:
    card = sitting.strategy.deck.card(source) if source else None
    if card is None or not card.answer.gives_items:
        return ""
    return sitting.say("“+ TEXT” adds a new one to “{title}”.", title=card.title)


def read_picks(
    sitting: Sitting, kind: ChoiceAnswer | RankAnswer, options: Sequence[Option], parse: Callable[[str], object]
) -> tuple[str, ...] | None:
    """Lines until one is understood: the ids picked, or None for an empty line. New items are added on the way."""
    while True:
        line = sitting.line()
        if not line.strip():
            return None
        picked = picks_in(sitting, kind, options, parse, line)
        if picked:
            return picked


def picks_in(
    sitting: Sitting,
    kind: ChoiceAnswer | RankAnswer,
    options: Sequence[Option],
    parse: Callable[[str], object],
    line: str,
) -> tuple[str, ...]:
    """What one line picks and adds; nothing where it is not understood, which is then said."""
    single = isinstance(kind, ChoiceAnswer) and not kind.several
    typed, new = _parts(line) if kind.source else (line, "")
    try:
        known = _understood(parse, typed, options)
    except NotUnderstood as error:
        sitting.tell(sitting.say(error.message))
        if kind.source and error.unknown and not error.unknown[0].isdigit():
            sitting.tell(sitting.say("To add it, type “+ {text}”.", text=error.unknown[0]))
        return ()
    if single and len(known) + bool(new) > 1:
        sitting.tell(sitting.say("Only one can be chosen here."))
        return ()
    if new and sitting.may_change():
        known = (*known, sitting.strategy.add_item(kind.source, new).id)
    return known


def _parts(line: str) -> tuple[str, str]:
    """What is picked from the list, and the text of a new item behind the sign."""
    found = None if line.startswith(" ") else _NEW.search(line)
    return (line[: found.start()], line[found.end() :].strip()) if found else (line, "")


def _understood(parse: Callable[[str], object], typed: str, options: Sequence[Option]) -> tuple[str, ...]:
    """The ids of what was typed. Raises :class:`NotUnderstood`."""
    if not typed.strip():
        return ()
    try:
        value = parse(typed)
    except NotUnderstood as error:
        completed = typed
        for name in error.unknown:
            completed = completed.replace(name, _completed(name, options), 1)
        if completed == typed:
            raise
        value = parse(completed)
    return tuple(entry for entry in value if isinstance(entry, str)) if isinstance(value, tuple) else ()


def _completed(name: str, options: Sequence[Option]) -> str:
    """The one title that begins with ``name``, letter case aside; ``name`` itself where none or several do."""
    begun = [option.title for option in options if option.title.casefold().startswith(name.casefold())]
    return begun[0] if len(begun) == 1 else name


__all__ = ["ADD", "ask_choice", "ask_rank", "choice_words", "list_options", "picks_in", "read_picks"]
