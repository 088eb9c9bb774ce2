"""The minutes of sessions: a document of their own, made to be sent the same hour, and a chapter of the strategy's.

In the chapter only the last session stands in full. What is open of it stands among the loose ends, and a large answer
that still holds in its own chapter, so neither is said twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from impactcards.document.agreed import Agreed, actions, parked, with_state
from impactcards.document.blocks import (
    Block,
    Chapter,
    Definitions,
    Entry,
    Heading,
    Listing,
    Outline,
    Paragraph,
    Run,
    plain,
)
from impactcards.document.material import Material
from impactcards.document.minutes_agenda import agenda_blocks
from impactcards.document.minutes_finding import held_sessions, says_something
from impactcards.document.minutes_people import People, day_in_words, day_of, line, span
from impactcards.document.minutes_rounds import Rounds
from impactcards.document.outline import last_change
from impactcards.strategy.sessions.reading import SessionRecord
from impactcards.strategy.strategy import Strategy
from impactcards.words import N_, Words, words


def minutes_chapter(material: Material, titles: Mapping[str, str]) -> Chapter | None:
    """The chapter of the strategy's document, None where no session has left anything.

    ``titles`` are those of cards that the deck no longer has.
    """
    told = held_sessions(material.strategy)
    if not told:
        return None
    last, *earlier = told
    blocks = list(_Minutes(material, last, titles, whole=False).in_chapter())
    if earlier:
        blocks.append(Heading(3, material.say("Earlier sessions")))
        blocks += [_Minutes(material, session, titles, whole=False).in_short() for session in earlier]
    return Chapter(material.say("Minutes"), "minutes", tuple(blocks))


def minutes_outline(
    strategy: Strategy, session: SessionRecord, *, titles: Mapping[str, str] | None = None, say: Words | None = None
) -> Outline:
    """The minutes of one session as a document, in the strategy's language."""
    day = day_of(session) or last_change(strategy)
    material = Material(strategy, (), say or words(strategy.language), day)
    return _Minutes(material, session, titles or {}, whole=True).outline(day)


class _Minutes:
    """One session, told."""

    def __init__(self, material: Material, session: SessionRecord, titles: Mapping[str, str], *, whole: bool) -> None:
        self._session = session
        self._strategy = material.strategy
        self._titles = titles
        self._say = material.say
        self._language = material.strategy.language
        self._people = People(material.strategy)
        self._rounds = Rounds(material, self._people, whole=whole)
        self._deck = material.deck
        self._told = [held for held in session.rounds if says_something(held)]
        self._actions = actions(material.strategy, self._people)
        self._parked = [held for held in parked(material.strategy, self._people) if held.session == session.id != ""]

    # -- as a document of their own -----------------------------------------------------------------------------------

    def outline(self, day: date) -> Outline:
        say, session = self._say, self._session
        parts = (
            (say("Who was there"), "people", [Paragraph(plain(said))] if (said := self._present()) else []),
            (say("What was decided"), "decisions", [*self._decisions(), *self._left_open()]),
            (say("Who does what"), "actions", [*self._agreed()]),
            (say("Parked"), "parked", self._parking_lot()),
            (say("The agenda"), "agenda", [*agenda_blocks(session, self._title, say)]),
            (say("Card by card"), "cards", [*self._cards(3)]),
        )
        return Outline(
            title=say("Minutes: {name}", name=self._strategy.name),
            byline=" · ".join((day_in_words(session, say, self._language), *self._facts())),
            language=self._language,
            day=day.isoformat(),
            one_page=None,
            chapters=tuple(Chapter(title, anchor, tuple(blocks)) for title, anchor, blocks in parts if blocks),
        )

    def _decisions(self) -> Iterator[Block]:
        lines = [(held, self._rounds.on_top(held)) for held in self._told]
        said = [(Run(self._title(held.card), "strong"), Run(f": {text}")) for held, text in lines if text]
        if said:
            yield Listing(tuple(said))

    def _left_open(self) -> Iterator[Block]:
        """The cards that were on the table and on which nothing was decided."""
        decided = {held.card for held in self._told if held.decision is not None and held.decision.value is not None}
        left = [held.card for held in self._session.rounds if held.card not in decided]
        if left:
            yield Paragraph(plain(self._say("Left open: {cards}.", cards=self._quoted(left))))

    def _agreed(self) -> Iterator[Block]:
        """The actions by person; then what became of earlier ones, and which of them are still open."""
        session_id = self._session.id
        own = [action for action in self._actions if action.session == session_id != ""]
        yield from self._by_person(own)
        others = [action for action in self._actions if action not in own]
        settled = [action for action in others if action.settled == session_id != "" and not action.open]
        if settled:
            yield Paragraph(plain(self._say("From earlier, no longer open:")), "lead")
            yield Listing(tuple(plain(self._named(action)) for action in settled))
        still_open = [action for action in others if action.open] if self._is_last() else []
        if still_open:
            yield Paragraph(plain(self._say("From earlier, still open:")), "lead")
            yield Listing(tuple(plain(self._named(action)) for action in still_open))

    def _is_last(self) -> bool:
        held = held_sessions(self._strategy)
        return not held or held[0].id == self._session.id

    def _by_person(self, agreed: Sequence[Agreed]) -> Iterator[Block]:
        by_name: dict[str, list[Agreed]] = {}
        for action in agreed:
            by_name.setdefault(action.who, []).append(action)
        if by_name:
            names = sorted(by_name, key=lambda name: not name)  # sorting is stable: what nobody took comes last
            yield Definitions(
                tuple(
                    Entry(name or self._say("Nobody yet"), tuple(("", self._state(action)) for action in by_name[name]))
                    for name in names
                )
            )

    def _state(self, action: Agreed) -> str:
        return with_state(action, self._say, self._language)

    def _named(self, action: Agreed) -> str:
        return f"{action.who}: {self._state(action)}" if action.who else self._state(action)

    def _parking_lot(self) -> list[Block]:
        lines = [f"{held.text} ({held.by})" if held.by else held.text for held in self._parked]
        return [Listing(tuple(plain(text) for text in lines))] if lines else []

    # -- as a chapter -------------------------------------------------------------------------------------------------

    def in_chapter(self) -> Iterator[Block]:
        """The whole session, below a heading that names its day."""
        yield Heading(3, day_in_words(self._session, self._say, self._language))
        if facts := " · ".join(self._facts()):
            yield Paragraph(plain(facts[:1].upper() + facts[1:]))
        if present := self._present():
            label = (Run(self._say("Present:"), "strong"), Run(" ")) if self._people.present(self._session) else ()
            yield Paragraph((*label, Run(present)))
        yield from agenda_blocks(self._session, self._title, self._say)
        yield from self._left_open()
        yield from self._since()
        yield from self._cards(4)

    def in_short(self) -> Block:
        """The session in one paragraph."""
        decided = [h.card for h in self._told if h.decision is not None and h.decision.value is not None]
        disputed = [h.card for h in self._told if h.decision is not None and h.decision.dissent]
        says = [self._how_many()] if self._people.number(self._session) else []
        says.append(
            self._say("Decided: {cards}.", cards=self._quoted(decided))
            if decided
            else self._say("Nothing was decided.")
        )
        if disputed:
            says.append(self._say("Not all agreed on {cards}.", cards=self._quoted(disputed)))
        day = day_in_words(self._session, self._say, self._language)
        facts = "".join(f" · {fact}" for fact in self._facts())
        return Paragraph((Run(day, "strong"), Run(f"{facts}. {' '.join(says)}")))

    def _since(self) -> Iterator[Block]:
        """What became of what was agreed, and where the rest stands."""
        own = [action for action in self._actions if action.session == self._session.id != ""]
        for state, label in (("done", N_("Agreed, and done since:")), ("dropped", N_("Agreed, and dropped since:"))):
            texts = [f"{a.text} ({a.who})" if a.who else a.text for a in own if a.state == state]
            if texts:
                yield Paragraph((Run(self._say(label), "strong"), Run(f" {' · '.join(texts)}")))
        if self._parked or any(action.open for action in own):
            place = self._say("What is still open")
            yield Paragraph(
                plain(self._say("What was parked, and what is still to be done, stands under “{title}”.", title=place))
            )

    # -- for both -----------------------------------------------------------------------------------------------------

    def _cards(self, level: int) -> Iterator[Block]:
        for held in self._told:
            yield Heading(level, self._title(held.card))
            yield from self._rounds.blocks(held)

    def _facts(self) -> Iterator[str]:
        """From when to when, and who led; and that it is not over."""
        if spent := span(self._session, self._say, self._language):
            yield spent
        if name := self._people.name(self._session.led_by):
            yield self._say("led by {name}", name=name)
        if not self._session.ended:
            yield self._say("not over yet")

    def _present(self) -> str:
        """Who was there, in a sentence; empty where nobody knows."""
        names = self._people.present(self._session)
        others = self._people.number(self._session) - len(names)
        listed = ", ".join(names)
        if not names:
            return self._how_many() if others > 0 else ""
        if others > 0:
            return self._say.plural("{names} and {n} more.", "{names} and {n} more.", others, names=listed)
        return self._say("{names}.", names=listed)

    def _how_many(self) -> str:
        n = self._people.number(self._session)
        return self._say.plural("{n} person was there.", "{n} people were there.", n)

    def _title(self, card_id: str) -> str:
        """What a card is called; without its title, the words of its id are the best name there is."""
        card = self._deck.card(card_id)
        if card is not None:
            return card.title
        return self._titles.get(card_id) or line(card_id).replace("-", " ").capitalize() or self._say("Card")

    def _quoted(self, card_ids: Sequence[str]) -> str:
        return ", ".join(self._say("“{title}”", title=self._title(card_id)) for card_id in dict.fromkeys(card_ids))


__all__ = ["minutes_chapter", "minutes_outline"]
