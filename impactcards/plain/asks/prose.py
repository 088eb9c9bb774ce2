"""Text: lines until an empty one, or a single full stop."""

from __future__ import annotations

from impactcards.deck.kinds import TextAnswer
from impactcards.deck.model import Card
from impactcards.plain.sitting import Sitting

#: A line with only this ends a text.
END = "."


def is_end(line: str) -> bool:
    """Whether a line ends a text, a list or a table."""
    return not line.strip() or line.rstrip() == END


def ask_text(sitting: Sitting, card: Card) -> None:
    """Ask for a text. What is typed replaces the answer so far; nothing typed keeps it."""
    say = sitting.say
    one_line = isinstance(card.answer, TextAnswer) and card.answer.lines <= 1
    if one_line:
        way = say("Type your answer on one line.")
    else:
        way = say("Type your answer. An empty line, or a line with only “.”, ends it.")
    if sitting.strategy.answer(card.id).answered:
        way += " " + say("It replaces the answer above; an empty line keeps that one.")
    sitting.tell(way)
    lines: list[str] = []
    while True:
        line = sitting.line()
        if is_end(line):
            return
        lines.append(line.removeprefix(" ").rstrip())
        sitting.keep(card, "\n".join(lines), same_change=len(lines) > 1)
        if one_line:
            return


__all__ = ["END", "ask_text", "is_end"]
