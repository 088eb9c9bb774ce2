"""The agenda of a session to print, or to read the evening before: for whoever leads it, not for the room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from impactcards.deck.model import Card, Recipe
from impactcards.document.agreed import actions, in_one_line, parked
from impactcards.document.answers import paragraphs
from impactcards.document.blocks import Block, Chapter, Heading, Listing, Outline, Paragraph, Table, TableColumn, plain
from impactcards.document.minutes_people import People
from impactcards.strategy.numbers import show_number
from impactcards.strategy.sessions.agenda import Agenda, Running, times
from impactcards.strategy.strategy import Strategy
from impactcards.words import Words, words

#: Where the day counts from when nobody said at which hour it begins: the times are then minutes since the beginning.
_MIDNIGHT = datetime(2000, 1, 1)  # noqa: DTZ001 - a clock on a wall, nowhere in particular


def agenda_outline(
    strategy: Strategy,
    agenda: Agenda,
    *,
    day: date,
    start: tuple[int, int] | None = None,
    recipe: Recipe | None = None,
    people: int = 0,
    say: Words | None = None,
) -> Outline:
    """The page in the strategy's language. ``start`` is the hour and the minute of the first card, if they are known.

    ``recipe`` is what the agenda was made from, ``people`` how many will be there (0: nobody knows).
    """
    return _Page(strategy, agenda, start, recipe, people, say or words(strategy.language)).outline(day)


class _Page:
    def __init__(
        self,
        strategy: Strategy,
        agenda: Agenda,
        start: tuple[int, int] | None,
        recipe: Recipe | None,
        people: int,
        say: Words,
    ) -> None:
        self._strategy = strategy
        self._agenda = agenda
        self._start = start
        self._recipe = recipe
        self._people = people
        self._say = say
        hour, minute = start or (0, 0)
        running = times(agenda, _MIDNIGHT.replace(hour=hour, minute=minute))
        self._running = [each for each in running if not each.entry.left_out]

    def outline(self, day: date) -> Outline:
        say = self._say
        parts = (
            (say("At a glance"), "glance", [*self._glance()]),
            (say("To bring"), "bring", [Listing(tuple(plain(thing) for thing in self._to_bring()))]),
            (say("To begin with, from last time"), "last-time", [*self._last_time()]),
            (say("Card by card"), "cards", [*self._cards()]),
            (say("Left out"), "left-out", [*self._left_out()]),
        )
        return Outline(
            title=say("Agenda: {name}", name=self._strategy.name),
            byline=" · ".join(self._facts()),
            language=self._strategy.language,
            day=day.isoformat(),
            one_page=None,
            chapters=tuple(Chapter(title, anchor, tuple(blocks)) for title, anchor, blocks in parts if blocks),
        )

    def _facts(self) -> Iterator[str]:
        if self._recipe is not None:
            yield self._recipe.title
        if self._running and self._start is not None:
            first, last = self._running[0].begins, self._running[-1].ends
            yield self._say("{start} to {end}", start=_clock(first), end=_clock(last))
        yield self._say("{n} min", n=self._figure(self._agenda.total))
        if self._people:
            yield self._say.plural("{n} person", "{n} people", self._people)

    def _glance(self) -> Iterator[Block]:
        say = self._say
        if not self._running:
            return
        heads = (
            TableColumn(say("When"), "number"),
            TableColumn(say("Card")),
            TableColumn(say("How long"), "number"),
            TableColumn(say("What for")),
        )
        rows = [
            (self._time(each), self._title(each), self._long(each), self._gives(each.entry.card))
            for each in self._running
        ]
        shown = [i for i in range(len(heads)) if any(row[i] for row in rows)]
        yield Table(tuple(heads[i] for i in shown), tuple(tuple(row[i] for i in shown) for row in rows))
        spare = int(self._agenda.spare)
        if spare:
            sentence = say.plural(
                "{n} minute of the time is left, for arriving and for reading back what was decided.",
                "{n} minutes of the time are left, for arriving and for reading back what was decided.",
                spare,
            )
            yield Paragraph(plain(sentence))
        if self._agenda.note is not None:
            yield Paragraph(plain(say(self._agenda.note)))

    def _to_bring(self) -> Iterator[str]:
        yield self._say("This page, and the computer with the strategy")
        yield self._say("A projector or a large screen, tried out beforehand")
        yield self._say("Paper and a pen for everybody, for the minutes in silence")
        yield self._say("A presenter’s clicker, if there is one")
        if any(each.entry.is_break for each in self._running):
            yield self._say("Something to drink for the break")

    def _last_time(self) -> Iterator[Block]:
        """What was agreed and is not done yet, and what was parked: that comes before the first card."""
        people = People(self._strategy)
        language = self._strategy.language
        agreed = [in_one_line(action, language) for action in actions(self._strategy, people) if action.open]
        left = [held.text for held in parked(self._strategy, people)]
        for title, lines in ((self._say("Agreed and not done yet"), agreed), (self._say("Parked"), left)):
            if lines:
                yield Heading(3, title)
                yield Listing(tuple(plain(text) for text in dict.fromkeys(lines)))

    def _cards(self) -> Iterator[Block]:
        for each in self._running:
            yield Heading(3, f"{self._time(each)} · {self._title(each)} · {self._long(each)}")
            card = self._strategy.deck.card(each.entry.card)
            if card is not None:
                yield from _about(card)

    def _left_out(self) -> Iterator[Block]:
        cards = list(self._agenda.left_out)
        gone = (self._strategy.deck.card(entry.card) for entry in self._agenda.entries if entry.left_out)
        cards += [card for card in gone if card is not None]
        if cards:
            yield Paragraph(plain(self._say("There is no time for these. They stay open, and can come next time.")))
            yield Listing(
                tuple(
                    plain(self._say("{title} ({n} min)", title=card.title, n=self._figure(card.minutes)))
                    for card in cards
                )
            )

    def _long(self, each: Running) -> str:
        return self._say("{n} min", n=self._figure(each.entry.minutes))

    def _figure(self, minutes: float) -> str:
        return show_number(round(minutes, 1), self._strategy.language)

    def _title(self, each: Running) -> str:
        if each.entry.is_break:
            return self._say("Break")
        card = self._strategy.deck.card(each.entry.card)
        return card.title if card is not None else each.entry.card.replace("-", " ").capitalize()

    def _gives(self, card_id: str) -> str:
        deals = self._recipe.deals if self._recipe is not None else ()
        return next((deal.gives for deal in deals if card_id and deal.card == card_id), "")

    def _time(self, each: Running) -> str:
        if self._start is not None:
            return _clock(each.begins)
        gone = int((each.begins - _MIDNIGHT).total_seconds()) // 60
        return f"{gone // 60}:{gone % 60:02}"


def _about(card: Card) -> Iterator[Block]:
    if card.prompt.strip():
        yield Paragraph(plain(card.prompt.strip()), "question")
    yield from paragraphs(card.facilitation)


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"


__all__ = ["agenda_outline"]
