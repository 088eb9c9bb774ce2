"""The walk itself: card after card of the hand, until the last one or until the person leaves."""

from __future__ import annotations

from datetime import date, datetime
from typing import TextIO

from impactcards.deck.model import Card
from impactcards.plain.asking import ask, say_findings
from impactcards.plain.console import Console, Ended
from impactcards.plain.deeds import Deeds
from impactcards.plain.face import face, left_out, minutes_left, standing
from impactcards.plain.moves import Again, Back, GoTo, Move, Next, Quit
from impactcards.plain.sitting import Opened, Sitting
from impactcards.strategy.hand import CardState, Hand, card_state
from impactcards.words import Words


def walk(
    opened: Opened,
    hand: Hand,
    *,
    stdin: TextIO,
    stdout: TextIO,
    say: Words,
    start_card: str | None = None,
    today: date | None = None,
) -> None:
    """Play a hand line by line. Every answer is saved as it is given; the end of the input, and Ctrl+C, save and leave.

    ``say`` speaks the interface's language. The walk begins at ``start_card`` (an id), else where one left off.
    """
    console = Console(stdin, stdout)
    sitting = Sitting(opened, hand, console, say, today or datetime.now().astimezone().date())
    _Walk(sitting).play(start_card or opened.place())
    console.close()


class _Walk:
    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._deeds = Deeds(sitting)
        self._came_from: Card | None = None  # the card of the hand from which one went to a card outside it
        self._at = 0  # where one is in the hand; a card outside it does not count
        self._rested: set[int] = set()
        sitting.obey = self._deeds.obey

    def play(self, start: str) -> None:
        """All of it, from the greeting to the farewell."""
        try:
            self._greet()
            card = self._first(start)
            while card is not None:
                card = self._turn(card)
        except (Ended, KeyboardInterrupt, Quit):
            pass
        self._sitting.save()
        self._say_farewell()

    def _greet(self) -> None:
        tell, say, hand = self._sitting.tell, self._sitting.say, self._sitting.hand
        title = hand.recipe.title if hand.recipe else self._sitting.strategy.deck.title
        tell(f"{self._sitting.strategy.name}: {title}")
        count = say.plural("{n} card", "{n} cards", len(hand.cards))
        tell(", ".join(part for part in (count, minutes_left(self._sitting)) if part) + ".")
        if missing := left_out(self._sitting):
            tell(missing)
        tell(
            say(
                "An empty line goes on to the next card. {help} shows the commands, {quit} saves and leaves.",
                help=say("/help"),
                quit=say("/quit"),
            )
        )

    def _first(self, start: str) -> Card | None:
        cards = self._sitting.hand.cards
        begun = next((card for card in cards if card.id == start), None)
        fresh = (card for card in cards if card_state(card, self._sitting.strategy) is CardState.OPEN)
        return begun or next(fresh, cards[0] if cards else None)

    # -- one card ---------------------------------------------------------------------------------------------------

    def _turn(self, card: Card) -> Card | None:
        """Put a card on the table, and return the one that follows it."""
        sitting = self._sitting
        self._deeds.card = card
        if number := sitting.number(card):
            self._at = number - 1
        recipe = sitting.hand.recipe
        sitting.opened.remember_place(card.id, recipe.id if recipe else "")
        before = sitting.strategy.answer(card.id)
        sitting.tell()
        for line in face(sitting, card):
            sitting.tell(line)
        move: Move = Next()
        try:
            ask(sitting, card)
        except Move as wanted:
            move = wanted
        if isinstance(move, Quit):
            raise move
        if isinstance(move, Again):
            return card
        say_findings(sitting, card)
        if sitting.strategy.answer(card.id) != before:
            for dealt in sitting.deal_again():
                sitting.tell(sitting.say("Your answers add a card: {title}.", title=dealt.title))
        return self._follow(card, move)

    # -- from card to card ------------------------------------------------------------------------------------------

    def _follow(self, card: Card, move: Move) -> Card | None:
        cards = self._sitting.hand.cards
        at = self._sitting.number(card) - 1
        if isinstance(move, GoTo):
            if not self._sitting.number(move.card):
                self._came_from = card if at >= 0 else self._came_from
            return move.card
        if at < 0:  # a card outside the hand: back to where one was
            back, self._came_from = self._came_from, None
            if back is not None and self._sitting.number(back):
                return back
            return cards[min(self._at, len(cards) - 1)] if cards else None
        if isinstance(move, Back):
            if at == 0:
                self._sitting.tell(self._sitting.say("This is the first card."))
            return cards[max(0, at - 1)]
        self._say_break(at + 1)
        return cards[at + 1] if at + 1 < len(cards) else self._after_the_last(card)

    def _say_break(self, after: int) -> None:
        for rest in self._sitting.hand.breaks:
            if rest.after == after and after not in self._rested:
                self._rested.add(after)
                minutes = int(rest.minutes + 0.5)
                self._sitting.tell(
                    self._sitting.say.plural(
                        "Time for a break of {n} minute.", "Time for a break of {n} minutes.", minutes
                    )
                )

    def _after_the_last(self, card: Card) -> Card | None:
        """The end of the hand: an empty line leaves; until then any card can be gone to and corrected.

        Nothing is asked here, so commands are understood without their sign too, and a card's number or title alone.
        """
        sitting, say = self._sitting, self._sitting.say
        self._deeds.card = None
        self._say_the_end()
        while True:
            try:
                line = sitting.line().strip()
                if not line:
                    return None
                if self._deeds.obey_bare(line):
                    continue
                sitting.tell(
                    say("Nothing is asked here. To correct an answer, type the number of its card or its title.")
                )
            except GoTo as move:
                return move.card
            except Back:
                return card
            except (Next, Again):
                self._say_the_end()

    def _say_the_end(self) -> None:
        sitting, say = self._sitting, self._sitting.say
        sitting.tell()
        sitting.tell(say("That was the last card. {standing}", standing=standing(sitting)))
        sitting.tell(
            say(
                "To correct an answer, type the number of its card or its title; {map} lists them all, "
                "{back} goes back. An empty line saves and leaves.",
                back=say("/back"),
                map=say("/map"),
            )
        )

    def _say_farewell(self) -> None:
        sitting, say = self._sitting, self._sitting.say
        sitting.tell()
        sitting.tell(standing(sitting))
        if sitting.is_saved:
            sitting.tell(say("Saved. The document is {file}.", file=sitting.opened.folder / "strategy.md"))


__all__ = ["walk"]
