"""The ideas of a card with their votes: as bars, with what was put together, and those nobody voted for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from impactcards.document.blocks import Bar, Bars, Block, Listing, Paragraph, Run, Text, plain
from impactcards.document.minutes_people import People, line
from impactcards.strategy.numbers import show_number
from impactcards.strategy.sessions.reading import Idea, Round
from impactcards.words import Words

#: So many ideas of a card, with votes and without, are named where the minutes are only a chapter.
NAMED_IN_CHAPTER = 12

T = TypeVar("T")


class Ideas:
    """Writes the ideas of rounds as blocks. ``whole``: the minutes stand for themselves, and name all of them."""

    def __init__(self, say: Words, people: People, language: str, *, whole: bool) -> None:
        self._say = say
        self._people = people
        self._language = language
        self._whole = whole

    def blocks(self, held: Round) -> Iterator[Block]:
        """The ideas: those with votes as bars, what they stand for, those without; or all of them as a list."""
        groups = [idea for idea in held.groups if line(idea.text) or idea.parts]
        groups.sort(key=lambda idea: -(idea.votes or 0))  # sorting is stable: else in the order of the room
        voted = [idea for idea in groups if idea.votes]
        left = groups[len(voted) :]
        shown = self._first(voted or left)
        if voted:
            yield self._bars(held, shown)
        elif left:
            yield Paragraph(labelled(self._say("Ideas:"), ""), "lead")
            yield Listing(tuple(plain(self._with_name(held, idea)) for idea in shown))
        if rest := len(voted or left) - len(shown):
            yield Paragraph(plain(self._more(rest)))
        brought = [said for idea in (*shown, *(left if voted else ())) if (said := self._parts(held, idea))]
        if brought:
            yield Listing(tuple(plain(said) for said in self._first(brought)))
        if voted and left:
            yield Paragraph(labelled(self._say("Without votes ({n}):", n=len(left)), self._short(held, left)))

    def _first(self, things: Sequence[T]) -> Sequence[T]:
        """As many of them as are named here."""
        return things if self._whole else things[:NAMED_IN_CHAPTER]

    def _more(self, n: int) -> str:
        return self._say.plural("{n} more in the minutes", "{n} more in the minutes", n)

    def _bars(self, held: Round, voted: Sequence[Idea]) -> Bars:
        """A bar for each of these ideas, the one with most votes first."""
        top = float(voted[0].votes or 0)
        named = [self._names(held, idea) for idea in voted]
        heads = (self._say("Idea"), self._say("Votes"), *([self._say("From")] if any(named) else []))
        rows = [
            Bar(
                self._wording(held, idea),
                float(idea.votes or 0),
                top,
                show_number(idea.votes or 0, self._language),
                (names,) if any(named) else (),
            )
            for idea, names in zip(voted, named, strict=True)
        ]
        return Bars("", heads, tuple(rows))

    def _wording(self, held: Round, idea: Idea) -> str:
        """An idea in its own words, and how many said the same; a group without words has those of its first part."""
        first = next((text for n in idea.parts if (part := held.idea(n)) and (text := line(part.text))), "")
        text = line(idea.text) or first
        return self._say("{idea} (said by {n})", idea=text, n=idea.voices) if idea.voices > 1 else text

    def _names(self, held: Round, idea: Idea) -> str:
        """Who had an idea, and the ideas that were put under it; nobody where it is anonymous."""
        parts = [part for n in idea.parts if (part := held.idea(n)) is not None]
        names = [self._people.name(one.by) for one in (idea, *parts)]
        return ", ".join(dict.fromkeys(name for name in names if name))

    def _with_name(self, held: Round, idea: Idea) -> str:
        text, names = self._wording(held, idea), self._names(held, idea)
        return f"{text} ({names})" if names else text

    def _parts(self, held: Round, idea: Idea) -> str:
        """Which other ideas a group stands for; empty for one that has none in other words."""
        parts = [part for n in idea.parts if (part := held.idea(n)) and line(part.text)]
        text = line(idea.text) or (line(parts[0].text) if parts else "")
        others = [self._wording(held, part) for part in parts if line(part.text).casefold() != text.casefold()]
        if not others:
            return ""
        quoted = ", ".join(self._say("“{title}”", title=other) for other in others)
        return self._say("“{idea}” also stands for {others}.", idea=text, others=quoted)

    def _short(self, held: Round, ideas: Sequence[Idea]) -> str:
        named = self._first(ideas)
        texts = [self._wording(held, idea) for idea in named]
        if rest := len(ideas) - len(named):
            texts.append(self._more(rest))
        return " · ".join(texts)


def labelled(label: str, text: str) -> Text:
    """A text behind the word that says what it is."""
    return (Run(label, "strong"), Run(f" {text}")) if text else (Run(label, "strong"),)


__all__ = ["NAMED_IN_CHAPTER", "Ideas", "labelled"]
