"""What a group did with one card: what was asked and decided, why, by which votes, and who saw it otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from math import isfinite

from impactcards.deck.kinds import NumberAnswer, TableAnswer
from impactcards.deck.model import Card
from impactcards.document.answers import answer_blocks
from impactcards.document.appendix import plain_data
from impactcards.document.blocks import Block, Listing, Note, Paragraph, Run, plain
from impactcards.document.material import Material
from impactcards.document.minutes_ideas import Ideas, labelled
from impactcards.document.minutes_people import People, line
from impactcards.strategy import kinds
from impactcards.strategy.answer import Answer
from impactcards.strategy.numbers import show_number
from impactcards.strategy.sessions.reading import Rating, Round
from impactcards.strategy.values import Value
from impactcards.text import clean
from impactcards.words import Words

#: A decided text is quoted on top of the minutes as far as that many characters.
LONGEST_ON_TOP = 300


class Rounds:
    """Writes rounds as blocks. ``whole``: the minutes stand for themselves, so nothing is left to other chapters."""

    def __init__(self, material: Material, people: People, *, whole: bool) -> None:
        self._material = material
        self._people = people
        self._whole = whole
        self._ideas = Ideas(material.say, people, material.strategy.language, whole=whole)

    @property
    def _say(self) -> Words:
        return self._material.say

    def blocks(self, held: Round) -> Iterator[Block]:
        """All of a round, below a heading that names the card."""
        card = self._material.deck.card(held.card)
        if card is not None and card.prompt.strip():
            yield Paragraph(plain(card.prompt.strip()), "question")
        if card is not None and self._material.is_sealed(card):
            yield Paragraph(plain(self._say("Answered, and sealed until the next review.")), "open")
            return
        yield from self._decided(held, card)
        if held.decision is not None and (why := clean(held.decision.why).strip()):
            yield Paragraph(labelled(self._say("Why:"), why))
        yield from self._ratings(held, card)
        yield from self._ideas.blocks(held)
        for said in held.decision.dissent if held.decision is not None else ():
            yield Paragraph(labelled(self._disagreed(said.by), clean(said.text).strip()))
        for said in held.quotes:
            if text := clean(said.text).strip():
                yield Note(f"{self._people.name(said.by) or self._say('Somebody')}:", text)

    def on_top(self, held: Round) -> str:
        """What was decided, in a line or two; empty where nothing was."""
        card = self._material.deck.card(held.card)
        if held.decision is None or held.decision.value is None:
            return ""
        if card is None:
            return _cut(" · ".join(_texts(plain_data(held.decision.value))))
        if self._material.is_sealed(card):
            return self._say("Answered, and sealed until the next review.")
        then = self._then(card, held.decision.value)
        if then is None:
            return ""
        value = then.strategy.answer(card.id).value
        if isinstance(card.answer, TableAnswer) and isinstance(value, tuple):
            return _cut(" · ".join(_rows_in_short(then, card, card.answer)))
        blocks = answer_blocks(then, card)
        if all(isinstance(block, Paragraph) for block in blocks):
            return _cut(" ".join(_texts(iter(blocks))))
        return _cut(kinds.as_line(card, then.strategy, self._say))

    # -- the decision -------------------------------------------------------------------------------------------------

    def _decided(self, held: Round, card: Card | None) -> Iterator[Block]:
        value = held.decision.value if held.decision is not None else None
        blocks: list[Block] = []
        changed = False
        if card is None:
            blocks = list(plain_data(value)) if value is not None else []
        elif (then := self._then(card, value)) is not None:
            blocks = list(answer_blocks(then, card))
            changed = then.strategy.answer(card.id).value != self._material.strategy.answer(card.id).value
        if not blocks:
            open_ = self._say("Passed, and left open.") if held.passed else self._say("Nothing was decided.")
            yield Paragraph(plain(open_), "open")
            return
        label = self._say("Decided:")
        match blocks:
            case [Paragraph(text=text)]:
                yield Paragraph((Run(label, "strong"), Run(" "), *text))
            case [*_] if card is not None and not self._whole and not changed and _is_large(blocks):
                yield Paragraph(labelled(label, self._say("as it stands above, under “{title}”.", title=card.title)))
            case _:
                yield Paragraph((Run(label, "strong"),), "lead")
                yield from blocks
        if changed and not self._whole:
            yield Paragraph(plain(self._say("The answer has changed since.")))

    def _then(self, card: Card, data: object) -> Material | None:
        """The strategy with the card's answer as it was decided; None where that is no answer of its kind."""
        try:
            value: Value = kinds.from_data(card, data) if data is not None else None
        except kinds.Malformed:
            return None
        then = copy(self._material)
        answers = {**self._material.strategy.answers, card.id: Answer(value=value)}
        then.strategy = replace(self._material.strategy, answers=answers)
        return then

    # -- figures and votes --------------------------------------------------------------------------------------------

    def _ratings(self, held: Round, card: Card | None) -> Iterator[Block]:
        figures = sorted(rating.value for rating in _rated(held.ratings))
        if not figures:
            return
        unit = card.answer.unit if card is not None and isinstance(card.answer, NumberAnswer) else ""
        shown = (" · " if unit else " ").join(self._figure(figure) for figure in figures)
        middle = f"{self._figure(_middle(figures))} {unit}".strip()
        yield Paragraph(
            labelled(self._say("Everybody’s figures:"), self._say("{all}; the middle is {n}.", all=shown, n=middle))
        )

    def _figure(self, figure: float) -> str:
        return show_number(figure, self._material.strategy.language)

    def _disagreed(self, by: str) -> str:
        name = self._people.name(by)
        return self._say("{name} disagreed:", name=name) if name else self._say("Somebody disagreed:")


def _is_large(blocks: Sequence[Block]) -> bool:
    """Whether a decision is too much to be said twice in one document."""
    return len(blocks) > 1 or not isinstance(blocks[0], Listing | Paragraph) or _length(blocks[0]) > LONGEST_ON_TOP


def _length(block: Block) -> int:
    texts = block.items if isinstance(block, Listing) else (block.text,) if isinstance(block, Paragraph) else ()
    return sum(len(run.text) for text in texts for run in text)


def _rows_in_short(then: Material, card: Card, kind: TableAnswer) -> Iterator[str]:
    """What the rows of a table say first: of a free table that is their names, else it stands after these."""
    titles = dict(then.strategy.row_titles(card))
    for row in then.strategy.rows(card):
        said = (then.cell(column, row.cells[column.id]) for column in kind.columns if row.cells.get(column.id))
        first = line(next(filter(None, said), ""))
        if first:
            yield f"{line(titles[row.id])}: {first}" if row.id in titles else first


def _cut(text: str) -> str:
    """A text on one line; a long one is cut between words."""
    whole = line(text)
    if len(whole) <= LONGEST_ON_TOP:
        return whole
    return whole[:LONGEST_ON_TOP].rsplit(" ", 1)[0].rstrip(" ·,;:.") + " …"


def _texts(blocks: Iterator[Block]) -> Iterator[str]:
    """The words of paragraphs and lists."""
    for block in blocks:
        texts = block.items if isinstance(block, Listing) else (block.text,) if isinstance(block, Paragraph) else ()
        yield from ("".join(run.text for run in text) for text in texts)


def _rated(ratings: Sequence[Rating]) -> list[Rating]:
    return [rating for rating in ratings if isfinite(rating.value) and abs(rating.value) < 1e15]


def _middle(figures: Sequence[float]) -> float:
    """The median of sorted figures."""
    half = len(figures) // 2
    return figures[half] if len(figures) % 2 else (figures[half - 1] + figures[half]) / 2


__all__ = ["LONGEST_ON_TOP", "Rounds"]
