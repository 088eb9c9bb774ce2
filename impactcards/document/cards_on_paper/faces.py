"""The two sides of a card as plain data for the templates."""

from __future__ import annotations

from typing import Any

from impactcards.deck.kinds import ChoiceAnswer, ScaleAnswer
from impactcards.deck.model import Card, Deck, Recipe
from impactcards.document.pdf.data import color_of
from impactcards.document.pdf.legible import Legible
from impactcards.document.widths import breakable
from impactcards.words import N_, Words, words

_KINDS = {
    "text": N_("Write it down"),
    "list": N_("A list"),
    "rank": N_("Put them in order"),
    "number": N_("A figure"),
    "date": N_("A day"),
    "table": N_("A table"),
}


#: So many characters of a name stand in the band of a card; on its front the title is whole.
MOST_IN_BAND = 56


class Faces:
    """Makes the data of cards, in the deck's language. ``legible`` remembers what could not be shown."""

    def __init__(self, deck: Deck, recipe: Recipe | None, legible: Legible) -> None:
        self._deck, self._legible = deck, legible
        self._gives = {deal.card: deal.gives for deal in recipe.deals} if recipe is not None else {}
        self._say = words(deck.language)

    def head(self, card: Card) -> dict[str, Any]:
        """What stands at the head of a card and of its sheet: ``symbol``, ``suit``, ``title``, and ``color`` as
        ``#rrggbb``."""
        suit = self._deck.suit_of(card)
        return {
            "color": color_of(suit.color),
            "symbol": self.line(suit.symbol),
            "suit": self.line(suit.title),
            "title": self.line(card.title) or card.id,
            "prompt": self.text(card.prompt),
        }

    def card(self, card: Card, number: str, *, front: int = 0, back: int = 0) -> dict[str, Any]:
        """Both sides. No text of a side is longer than its limit in characters, where that is not 0."""
        say = self._say
        head = self.head(card)
        if front:
            head["title"] = shortened(head["title"], front)
        parts = [
            (say("Hints"), card.hints, True),
            (say("Example"), (card.example,), False),
            (say("Why"), (card.why,), False),
            (say("Pitfall"), (card.pitfall,), False),
        ]
        return {
            **head,
            "name": shortened(head["title"], MOST_IN_BAND),
            "suit": shortened(head["suit"], MOST_IN_BAND),
            "prompt": shortened(head["prompt"], front),
            "gives": shortened(self.text(self._gives.get(card.id, "")), front),
            "asks": self.line(asks(card, say)),
            "minutes": self.line(say("{n} min", n=f"{card.minutes:g}")),
            "number": number,
            "deck": self.line(self._deck.title),
            "parts": [
                {"label": label, "list": listed, "texts": [shortened(self.text(text), back) for text in texts]}
                for label, texts, listed in parts
                if any(text.strip() for text in texts)
            ],
        }

    def line(self, text: str) -> str:
        """A text on one line; words that are too long for a card may be broken."""
        return breakable(self._legible(" ".join(text.split())))

    def text(self, text: str) -> str:
        """A text with its line breaks."""
        return "\n".join(filter(None, (self.line(line) for line in text.split("\n"))))


def asks(card: Card, say: Words) -> str:
    """What a card wants to have, in a few words."""
    kind = card.answer
    if isinstance(kind, ScaleAnswer):
        return say("A rating from {low} to {high}", low=kind.low, high=kind.high)
    if isinstance(kind, ChoiceAnswer):
        return say("Tick what fits") if kind.several else say("Tick one")
    return say(_KINDS[kind.kind])


def shortened(text: str, most: int) -> str:
    """The beginning of a text, up to the end of a word, with a sign that something is missing; whole where 0."""
    if not most or len(text) <= most:
        return text
    cut = text[:most]
    return f"{(cut.rsplit(None, 1)[0] if ' ' in cut.strip() else cut).rstrip(' ,.;:–-')} …"


__all__ = ["Faces", "asks", "shortened"]
