"""Beginning a strategy, and playing it: on the screen, or line by line where there is none."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

import click

from impactcards.cli.choosing import complete_deck, complete_strategy, deck_for_new, recipe_of
from impactcards.cli.language import say, spoken
from impactcards.cli.output import in_terminal, put, tell
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import Amount, argument, command, option
from impactcards.words import N_

if TYPE_CHECKING:
    from impactcards.strategy.folder import OpenStrategy
    from impactcards.strategy.reviews import Review
    from impactcards.strategy.sessions import Session

_recipe = option("--recipe", metavar=N_("RECIPE"), default="", help=N_("Deal the cards of this recipe."))
_minutes = option(
    "--minutes",
    type=Amount(),
    metavar=N_("N"),
    help=N_("Deal as many cards as fit into this time; core cards first."),
)


@command(
    "new",
    N_(
        "Begin a strategy.\n\nNAME is free text. The strategy becomes a folder of its own, and the first card is dealt."
    ),
)
@argument("name", N_("NAME"))
@option(
    "--deck",
    metavar=N_("DECK"),
    default="",
    help=N_("The deck to play: its id, or a file."),
    shell_complete=complete_deck,
)
@_recipe
@_minutes
@option("--lang", metavar=N_("TAG"), default="", help=N_("The language of the cards and of the document."))
@option("--no-open", is_flag=True, help=N_("Only make the folder."))
@click.pass_obj
def new(
    surroundings: Surroundings, name: str, deck: str, recipe: str, minutes: int | None, lang: str, no_open: bool
) -> int:
    """Make the strategy's folder, and open it unless asked not to."""
    from impactcards.strategy import folder

    chosen = deck_for_new(surroundings, deck, lang)
    opened = folder.create(
        surroundings.home,
        name,
        chosen.path,
        language=lang or chosen.deck.language,
        recipe=recipe,
        max_bytes=surroundings.max_bytes,
    )
    if no_open:
        put(str(opened.folder))
        return 0
    play(surroundings, opened, recipe=recipe, minutes=minutes)
    return 0


@command(
    "open",
    N_(
        "Go on with a strategy.\n\n"
        "NAME is the beginning of its name, or its folder. Without a terminal, or with --plain, the cards are played"
        " line by line."
    ),
)
@argument("name", N_("NAME"), shell_complete=complete_strategy)
@option("--plain", is_flag=True, help=N_("Line by line: for screen readers, pipes and simple terminals."))
@_recipe
@_minutes
@click.pass_obj
def open_(surroundings: Surroundings, name: str, plain: bool, recipe: str, minutes: int | None) -> int:
    """Open a strategy and play it."""
    from impactcards.strategy import folder

    try:
        opened = folder.open_strategy(surroundings.home, surroundings.library, name)
    except folder.DamagedStrategy as damaged:
        version = damaged.newest_readable_version
        if version is None:
            raise
        tell(damaged.worded(spoken()))
        opened = folder.open_version(surroundings.home, surroundings.library, damaged.folder, version)
    recipe_of(opened.deck, recipe)
    play(surroundings, opened, plain=plain, recipe=recipe, minutes=minutes)
    return 0


def play(
    surroundings: Surroundings,
    opened: OpenStrategy,
    *,
    plain: bool = False,
    recipe: str = "",
    minutes: int | None = None,
) -> None:
    """Play an open strategy until the person leaves."""
    if not plain and in_terminal():
        draw(surroundings, opened, recipe=recipe, minutes=minutes)
        return
    gc.enable()
    from impactcards.plain import walk
    from impactcards.strategy.hand import deal

    for fault in opened.faults:
        tell(fault.worded(spoken()))
    if opened.read_only_reason is not None:
        tell(say(opened.read_only_reason))
    hand = deal(opened.strategy, recipe or opened.strategy.recipe, minutes)
    walk(opened, hand, stdin=sys.stdin, stdout=sys.stdout, say=spoken())


def draw(
    surroundings: Surroundings,
    opened: OpenStrategy | None,
    *,
    recipe: str = "",
    minutes: int | None = None,
    review: Review | None = None,
    session: Session | None = None,
) -> None:
    """The screens: the shelf, or the table of an open strategy, with the cards of a review or of a session."""
    from impactcards.tui import app

    left = app.run(
        opened,
        home=surroundings.home,
        library=surroundings.library,
        settings=surroundings.settings,
        say=spoken(),
        recipe=recipe,
        minutes=minutes,
        review=review,
        session=session,
        demo=lambda: _example(surroundings),
    )
    if left:
        tell(left)


def _example(surroundings: Surroundings) -> OpenStrategy:
    from impactcards.cli.demo import open_demo

    return open_demo(surroundings)
