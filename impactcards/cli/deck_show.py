"""A deck, or one of its cards, to read."""

from __future__ import annotations

from collections.abc import Iterator

import click

from impactcards.cli.choosing import complete_deck, require_language, unknown
from impactcards.cli.language import say, spoken
from impactcards.cli.output import put
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import argument, command, option
from impactcards.deck.kinds import ChoiceAnswer, RankAnswer, ScaleAnswer, TableAnswer
from impactcards.deck.model import Card, Deck, Recipe
from impactcards.words import N_


@command("show", N_("Show a deck, or one of its cards.\n\nDECK is an id or a file, CARD the id of a card."))
@argument("deck", N_("DECK"), shell_complete=complete_deck)
@argument("card", N_("CARD"), required=False)
@option("--lang", metavar=N_("TAG"), default="", help=N_("In another language of the deck."))
@click.pass_obj
def show(surroundings: Surroundings, deck: str, card: str | None, lang: str) -> int:
    """Print the suits with their cards, then the recipes; or all of one card."""
    loaded = surroundings.library.load(deck, lang or spoken().language).deck
    require_language(loaded, lang)
    if card is None:
        put("\n".join(deck_lines(loaded)))
        return 0
    found = loaded.card(card)
    if found is None:
        raise unknown(card, [known.id for known in loaded.cards], N_("The deck has no card “{id}”."))
    put("\n".join(card_lines(loaded, found)))
    return 0


def deck_lines(deck: Deck) -> Iterator[str]:
    """The deck as lines: what it is, its suits with their cards, its recipes."""
    yield f"{deck.title} ({deck.id} {deck.version}, {deck.license})"
    yield from wrapped(deck.about)
    for suit in deck.suits:
        yield ""
        yield f"{suit.symbol} {suit.title}: {suit.about}" if suit.about else f"{suit.symbol} {suit.title}"
        for card in deck.cards:
            if card.suit == suit.id:
                yield f"    {card.id}: {card.title} ({minutes(card.minutes)})"
    if deck.recipes:
        yield ""
        yield say("Recipes")
    for recipe in deck.recipes:
        yield from recipe_lines(recipe)


def recipe_lines(recipe: Recipe) -> Iterator[str]:
    """A recipe with its time box and its cards."""
    cards = spoken().plural("{n} card", "{n} cards", len(recipe.cards))
    yield f"    {recipe.id}: {recipe.title} ({cards}, {minutes(recipe.minutes)})"
    yield from (f"        {line}" for line in wrapped(recipe.about, 72))
    yield from (f"        {line}" for line in wrapped(", ".join(recipe.cards), 72))


def card_lines(deck: Deck, card: Card) -> Iterator[str]:
    """Both sides of a card."""
    suit = deck.suit_of(card)
    yield f"{suit.symbol} {suit.title} · {card.title} ({card.id}, {minutes(card.minutes)})"
    yield from wrapped(card.prompt)
    yield from answer_lines(card)
    for title, text in (
        (say("Why"), card.why),
        (say("Hints"), "\n".join(f"· {hint}" for hint in card.hints)),
        (say("Example"), card.example),
        (say("Pitfall"), card.pitfall),
        (say("With a group"), card.facilitation),
        (say("Facts"), "\n".join(f"{fact.text} ({fact.place}, {fact.as_of}: {fact.source})" for fact in card.facts)),
    ):
        if text:
            yield ""
            yield title
            yield from (f"    {line}" for line in wrapped(text, 76))


def answer_lines(card: Card) -> Iterator[str]:
    """What the card asks for: its kind, and what there is to choose from."""
    kind = card.answer
    yield ""
    yield say("Answer: {kind}", kind=kind.kind)
    if isinstance(kind, ChoiceAnswer | RankAnswer):
        if kind.source:
            yield say("    from the card {card}", card=kind.source)
        yield from (f"    {option.id}: {option.title}" for option in kind.options)
    elif isinstance(kind, ScaleAnswer):
        yield from (f"    {step}: {kind.labels.get(step, '')}".rstrip(": ") for step in range(kind.low, kind.high + 1))
    elif isinstance(kind, TableAnswer):
        if kind.follows:
            yield say("    a row for each entry of the card {card}", card=kind.follows)
        elif isinstance(kind.rows, tuple):
            yield from (f"    {row.id}: {row.title}" for row in kind.rows)
        for column in kind.columns:
            source = f" ← {column.cell.source}" if isinstance(column.cell, ChoiceAnswer) and column.cell.source else ""
            yield f"    | {column.id}: {column.title} ({column.cell.kind}{source})"


def minutes(number: float) -> str:
    """A length of time, such as “2.5 min”."""
    return say("{n} min", n=f"{number:g}")


def wrapped(text: str, width: int = 80) -> Iterator[str]:
    """A text's lines, none wider than ``width``."""
    import textwrap

    for line in text.splitlines():
        yield from textwrap.wrap(line, width) or [""]
