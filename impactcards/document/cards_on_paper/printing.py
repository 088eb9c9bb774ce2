"""Setting the cards, or the answer sheets: in letters as large as fit; what fits in none is shortened, and told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from impactcards.deck.model import Card, Deck, Recipe
from impactcards.document.cards_on_paper.faces import Faces
from impactcards.document.cards_on_paper.sheets import sheet
from impactcards.document.formats import Options, format_named, require
from impactcards.document.pdf.legible import Legible
from impactcards.document.pdf.typesetting import Press
from impactcards.document.pdf.writing import MOST_NAMED
from impactcards.records import record
from impactcards.words import N_, Message, words

HERE = Path(__file__).parent

#: How many characters each text of a side that is too full may have, from gentle to harsh.
STEPS = (400, 300, 220, 170, 130, 100, 75, 55, 40, 25, 12)

#: The sides of a card.
FRONT, BACK = 0, 1


@record
class Print:
    """What to print. ``recipe`` is None for every card of the deck; ``day`` (ISO 8601) is when it is printed.

    ``edge`` is the one the printer turns the paper over on. ``remark`` is called with what the person should know.
    """

    deck: Deck
    recipe: Recipe | None
    day: str
    remark: Callable[[Message], None]
    edge: Literal["long", "short"] = "long"

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards in the order in which they are printed: those that the recipe builds on come first."""
        if self.recipe is None:
            return self.deck.cards
        asked = dict.fromkeys((*self.recipe.builds_on, *self.recipe.cards))
        return tuple(card for card in map(self.deck.card, asked) if card is not None)

    @property
    def title(self) -> str:
        """The name of what is printed."""
        return f"{self.deck.title}: {self.recipe.title}" if self.recipe is not None else self.deck.title


def print_cards(what: Print) -> bytes:
    """The PDF of the cards, fronts and backs by turns. Raises :class:`UserError` where typst is not installed."""
    require(format_named("pdf"), Options())
    legible = Legible()
    limits: dict[tuple[int, int], int] = {}
    press = _cards(what, legible, limits)
    too_full = _too_full(press)
    for limit in STEPS:
        if not too_full:
            break
        limits.update(dict.fromkeys(too_full, limit))
        press = _cards(what, legible, limits)
        too_full = _too_full(press)
    if limits:
        shortened = "; ".join(_sides(what, sorted(limits)))
        said = N_("Too much for a card, so it was shortened there, with …: {cards}. On the screen the cards are whole.")
        what.remark(Message(said, cards=shortened))
    if too_full:
        left = "; ".join(_sides(what, too_full))
        what.remark(Message(N_("Even so, the end is missing on: {cards}."), cards=left))
    _tell_missing(what, legible)
    return press.pdf(what.day)


def print_sheets(what: Print) -> bytes:
    """The PDF of the answer sheets. Raises :class:`UserError` where typst is not installed."""
    require(format_named("pdf"), Options())
    legible = Legible()
    say = words(what.deck.language)
    faces = Faces(what.deck, what.recipe, legible)
    data = {
        "head": _head(what, legible),
        "says": {
            "group": say("Group"),
            "day": say("Date"),
            "page": say("Page"),
        },
        "sheets": [{**faces.head(card), **sheet(card, what.deck, legible, say)} for card in what.cards],
    }
    press = Press(HERE / "sheets.typ", data)
    _tell_missing(what, legible)
    return press.pdf(what.day)


def _cards(what: Print, legible: Legible, limits: Mapping[tuple[int, int], int]) -> Press:
    faces = Faces(what.deck, what.recipe, legible)
    cards = [
        faces.card(card, number, front=limits.get((n, FRONT), 0), back=limits.get((n, BACK), 0))
        for n, (card, number) in enumerate((card, f"{n} / {len(what.cards)}") for n, card in enumerate(what.cards, 1))
    ]
    return Press(HERE / "cards.typ", {"head": _head(what, legible), "edge": what.edge, "cards": cards})


def _too_full(press: Press) -> list[tuple[int, int]]:
    """(card, side) of what does not fit in the smallest letters."""
    return [(n, side) for n, side in press.measured("too-full")]


def _sides(what: Print, sides: Sequence[tuple[int, int]]) -> list[str]:
    return [what.cards[n].title for n in dict.fromkeys(n for n, _ in sides)]


def _head(what: Print, legible: Legible) -> dict[str, Any]:
    """What a PDF says of itself."""
    language, _, rest = what.deck.language.partition("-")
    region = next((part for part in rest.split("-") if len(part) == 2 and part.isalpha()), "")
    return {
        "title": legible(" ".join(what.title.split())) or what.deck.id,
        "language": language if len(language) in (2, 3) and language.isalpha() else "en",
        "region": region,
        "day": [int(part) for part in what.day.split("-")],
    }


def _tell_missing(what: Print, legible: Legible) -> None:
    if legible.missing:
        found = list(legible.missing)
        named = " ".join(found[:MOST_NAMED]) + (" …" if len(found) > MOST_NAMED else "")
        said = N_("The PDF's fonts do not have these characters, and ▯ stands in their place: {characters}")
        what.remark(Message(said, characters=named))


__all__ = ["Print", "print_cards", "print_sheets"]
