"""Beginning a deck of one's own."""

from __future__ import annotations

import click

from impactcards.cli.language import say, spoken
from impactcards.cli.output import put, tell
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import argument, command, option
from impactcards.words import N_


@command(
    "new",
    N_(
        "Begin a deck of your own.\n\n"
        "DECK is an id, for a deck in your own folder of decks, or a file that ends in .yaml. The new deck is small and"
        " full of comments, and can be played at once."
    ),
)
@argument("deck", N_("DECK"))
@option("--lang", metavar=N_("TAG"), default="", help=N_("The language of the deck: en or de."))
@click.pass_obj
def new(surroundings: Surroundings, deck: str, lang: str) -> int:
    """Write the commented starter deck where nothing stands yet, and print where that is."""
    from impactcards.deck.starter import begin

    path = begin(deck, surroundings.home.decks, language=lang or spoken().language)
    put(str(path))
    named = path.stem if path.parent == surroundings.home.decks else path
    tell(say("Play it with: impactcards new NAME --deck {deck}", deck=named))
    return 0
