"""What the commands do. Those that leave the card raise a :class:`Move`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from impactcards.deck.model import Card
from impactcards.document import strategy_markdown
from impactcards.plain.commands import COMMANDS, SIGN, read_command
from impactcards.plain.face import answer_lines, back, map_lines
from impactcards.plain.moves import Again, Back, GoTo, Next, Quit
from impactcards.plain.sitting import Sitting
from impactcards.strategy.strategy import entries
from impactcards.strategy.values import Item, TableRow
from impactcards.words import Message

Entry = TypeVar("Entry", Item, TableRow)


class Deeds:
    """The commands, obeyed for the card that is on the table (None between cards)."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self.card: Card | None = None
        self._deeds: dict[str, Callable[[str], None]] = {
            "next": self._next,
            "back": self._back,
            "later": self._later,
            "skip": self._skip,
            "card": self._card,
            "map": self._map,
            "go": self._go,
            "change": self._change,
            "drop": self._drop,
            "move": self._move,
            "note": self._note,
            "clear": self._clear,
            "undo": self._undo,
            "document": self._document,
            "help": self._help,
            "quit": self._quit,
        }

    def obey(self, line: str) -> None:
        """Do what a command line asks for."""
        found = read_command(line, self._sitting.say)
        if isinstance(found, Message):
            self._tell(self._sitting.say(found))
            return
        command, rest = found
        self._deeds[command.name](rest)

    def obey_bare(self, line: str) -> bool:
        """Do what a line asks for where no answer is asked for; False if it asks for nothing.

        It may be the whole word of a command without its sign, or the number or the beginning of the title of a card.
        """
        say, (word, _, rest) = self._sitting.say, line.partition(" ")
        for command in COMMANDS:
            known = {command.name, say(command.word).removeprefix(SIGN).casefold()}
            if word.casefold() in known and (not rest or command.name == "go"):
                self._deeds[command.name](rest.strip())
                return True
        card = self._meant(line)
        if card is None:
            return False
        raise GoTo(card)

    def _tell(self, text: str) -> None:
        self._sitting.tell(text)

    def _need_card(self) -> Card | None:
        if self.card is None:
            self._tell(self._sitting.say("There is no card on the table."))
        return self.card

    # -- going about ------------------------------------------------------------------------------------------------

    def _next(self, _rest: str) -> None:
        raise Next

    def _back(self, _rest: str) -> None:
        raise Back

    def _quit(self, _rest: str) -> None:
        raise Quit

    def _go(self, rest: str) -> None:
        card = self._meant(rest)
        if card is None:
            self._tell(self._sitting.say("Which card? Type its number on the map, or the beginning of its title."))
            return
        raise GoTo(card)

    def _meant(self, typed: str) -> Card | None:
        """The card that a number on the map or the beginning of a title means, if it is only one."""
        cards = self._sitting.hand.cards
        number = _number(typed)
        if number is not None:
            return cards[number - 1] if 1 <= number <= len(cards) else None
        folded = typed.casefold()
        begun = [card for card in self._sitting.strategy.deck.cards if card.title.casefold().startswith(folded)]
        exact = [card for card in begun if card.title.casefold() == folded]
        found = exact or begun if folded else []
        return found[0] if len(found) == 1 else None

    def _later(self, _rest: str) -> None:
        if card := self._need_card():
            self._sitting.put_off(card, "later")
            raise Next

    def _skip(self, _rest: str) -> None:
        if card := self._need_card():
            self._sitting.put_off(card, "skipped")
            raise Next

    # -- looking ----------------------------------------------------------------------------------------------------

    def _card(self, _rest: str) -> None:
        if card := self._need_card():
            lines = list(back(self._sitting, card))
            for line in lines or [self._sitting.say("There is nothing on the back of this card.")]:
                self._tell(line)

    def _map(self, _rest: str) -> None:
        for line in map_lines(self._sitting, self.card):
            self._tell(line)

    def _document(self, _rest: str) -> None:
        self._tell(strategy_markdown(self._sitting.strategy, folder=self._sitting.opened.folder).rstrip("\n"))
        self._tell("")

    def _help(self, _rest: str) -> None:
        say = self._sitting.say
        for command in COMMANDS:
            word = " ".join(part for part in (say(command.word), say(command.follows)) if part)
            self._tell(say("{command}: {deed}", command=word, deed=say(command.does)))
        self._tell(say("Commands can be shortened. A line that begins with a space is always an answer."))

    # -- changing ---------------------------------------------------------------------------------------------------

    def _note(self, rest: str) -> None:
        card = self._need_card()
        if card is None:
            return
        if not rest:
            note = self._sitting.strategy.answer(card.id).note.strip()
            self._tell(note or self._sitting.say("There is no note on this card."))
            return
        self._sitting.note(card, "" if rest == "-" else rest)
        self._tell(self._sitting.say("The note is gone.") if rest == "-" else self._sitting.say("Noted."))

    def _clear(self, _rest: str) -> None:
        if card := self._need_card():
            self._sitting.keep(card, None)
            raise Again

    def _undo(self, _rest: str) -> None:
        card = self._sitting.undo()
        if card is None:
            self._tell(self._sitting.say("There is nothing to take back."))
            return
        self._tell(self._sitting.say("The last change is taken back."))
        raise GoTo(card)

    def _change(self, rest: str) -> None:
        first, _, text = rest.partition(" ")
        card, held, at = self._entry(first)
        if card is None or not text.strip():
            self._tell(self._sitting.say("Type the number of an item and its new text."))
            return
        entry = held[at]
        if not isinstance(entry, Item):
            self._tell(self._sitting.say("To change a row, type its number alone."))
            return
        self._put(card, [*held[:at], Item(entry.id, text.strip()), *held[at + 1 :]])

    def _drop(self, rest: str) -> None:
        card, held, at = self._entry(rest)
        if card is None:
            self._tell(self._sitting.say("Type the number of the item or row to take out."))
            return
        self._put(card, [*held[:at], *held[at + 1 :]])

    def _move(self, rest: str) -> None:
        first, _, second = rest.partition(" ")
        card, held, at = self._entry(first)
        to = _number(second)
        if card is None or to is None or not 1 <= to <= len(held):
            self._tell(self._sitting.say("Type the number of an item or row, and the number it should have."))
            return
        rest_of = [*held[:at], *held[at + 1 :]]
        self._put(card, [*rest_of[: to - 1], held[at], *rest_of[to - 1 :]])

    def _entry(self, typed: str) -> tuple[Card | None, Sequence[Item | TableRow], int]:
        """The card on the table, its items or rows, and the index of the one whose number was typed; else no card."""
        number = _number(typed)
        if self.card is None or number is None or not self.card.answer.gives_items:
            return None, (), 0
        held = [entry for entry in entries(self._sitting.strategy.answer(self.card.id).value) if _says_something(entry)]
        return (self.card, held, number - 1) if 1 <= number <= len(held) else (None, (), 0)

    def _put(self, card: Card, held: Sequence[Item | TableRow]) -> None:
        items = tuple(entry for entry in held if isinstance(entry, Item))
        rows = tuple(entry for entry in held if isinstance(entry, TableRow))
        self._sitting.keep(card, items or rows or None)
        for line in answer_lines(self._sitting, card):
            self._tell(line)


def _says_something(entry: Item | TableRow) -> bool:
    return bool(entry.text.strip()) if isinstance(entry, Item) else bool(entry.cells)


def _number(typed: str) -> int | None:
    typed = typed.strip().rstrip(".")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else None


__all__ = ["Deeds"]
