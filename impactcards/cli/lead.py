"""Leading a session: an agenda that fits is proposed, the session begun or gone on with, and led on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from impactcards.cli.choosing import complete_strategy, recipe_of
from impactcards.cli.language import say, spoken
from impactcards.cli.output import in_terminal, tell
from impactcards.cli.review import command_for
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import Amount, argument, command, option
from impactcards.faults import UserError
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from impactcards.strategy.folder import OpenStrategy
    from impactcards.strategy.sessions import Agenda, Session


@command(
    "lead",
    N_(
        "Lead a session with a group.\n\n"
        "An agenda is proposed: the recipe's cards that fit into the time, core cards first, and it is said what is"
        " left out. Only you type; what the group sees goes to a projector with “impactcards watch NAME” in a second"
        " terminal, or with F5 in this one. A session that was left goes on where it stopped. With --agenda nothing is"
        " begun: the agenda is written as a page for you."
    ),
)
@argument("name", N_("NAME"), shell_complete=complete_strategy)
@option(
    "--recipe",
    metavar=N_("RECIPE"),
    default="",
    help=N_("Play the cards of this recipe (otherwise the strategy's own)."),
)
@option("--people", type=Amount(), metavar=N_("N"), help=N_("How many people will be there."))
@option("--minutes", type=Amount(), metavar=N_("N"), help=N_("How many minutes there are (otherwise the recipe's)."))
@option("--led-by", metavar=N_("NAME"), default="", help=N_("Who leads: it stands in the minutes."))
@option("--agenda", is_flag=True, help=N_("Only write the agenda, and begin nothing."))
@option("--start", metavar=N_("TIME"), default="", help=N_("With --agenda: when the session begins, such as 14:00."))
@option(
    "-o", "--output", metavar=N_("FILE"), default="-", help=N_("With --agenda: to this file; - is standard output.")
)
@option("--force", is_flag=True, help=N_("With --agenda: replace the file, whoever wrote it."))
@click.pass_obj
def lead(
    surroundings: Surroundings,
    name: str,
    recipe: str,
    people: int | None,
    minutes: int | None,
    led_by: str,
    agenda: bool,
    start: str,
    output: str,
    force: bool,
) -> int:
    """Begin a session or go on with it; or write its agenda."""
    if agenda:
        from impactcards.cli.agenda import write_agenda

        return write_agenda(
            surroundings,
            name,
            recipe=recipe,
            people=people or 0,
            minutes=minutes,
            start=start,
            output=output,
            force=force,
        )
    from impactcards.strategy import folder

    opened = folder.open_strategy(surroundings.home, surroundings.library, name)
    for fault in opened.faults:
        tell(fault.worded(spoken()))
    recipe_of(opened.deck, recipe)
    if opened.read_only_reason is not None:
        raise UserError(opened.read_only_reason)
    if not in_terminal():
        raise UserError(
            Message(
                N_("A session is led in a terminal: run “{command}” in one. Its agenda as a page: {agenda}"),
                command=command_for(opened, "lead"),
                agenda=f"{command_for(opened, 'lead')} --agenda",
            )
        )
    session = _session(opened, recipe, people or 0, minutes, led_by)
    from impactcards.cli.play import draw

    draw(surroundings, opened, session=session)
    return 0


def _session(opened: OpenStrategy, recipe: str, people: int, minutes: int | None, led_by: str) -> Session:
    """The session that is running, where it stood; or a new one with an agenda that fits."""
    from impactcards.strategy import sessions

    held = sessions.resume(opened)
    if held is not None:
        if people:
            held.set_people(people)
        if led_by.strip():
            held.led_by(led_by)
        if recipe or minutes is not None:
            tell(say("A session is running, and goes on with its own agenda. End it to begin another one."))
        return held
    chosen = recipe or opened.strategy.recipe
    agenda = sessions.propose(opened.strategy, chosen, people=people, minutes=minutes)
    for sentence in remarks(opened, agenda, chosen, people):
        tell(sentence)
    return sessions.begin(opened, recipe=recipe, people=people, minutes=minutes, led_by=led_by, agenda=agenda)


def remarks(opened: OpenStrategy, agenda: Agenda, recipe_id: str, people: int) -> list[str]:
    """What a facilitator should know of a proposed agenda: what it leaves out, and whom its recipe is made for."""
    found = []
    if agenda.left_out:
        titles = ", ".join(spoken().quoted(card.title) for card in agenda.left_out)
        found.append(
            spoken().plural(
                "{n} card does not fit into {minutes} minutes and is left out: {titles}",
                "{n} cards do not fit into {minutes} minutes and are left out: {titles}",
                len(agenda.left_out),
                minutes=f"{agenda.box:g}",
                titles=titles,
            )
        )
    if agenda.total > agenda.box:
        found.append(
            say(
                "The agenda takes {total} minutes, more than the {minutes} there are.",
                total=f"{agenda.total:g}",
                minutes=f"{agenda.box:g}",
            )
        )
    recipe = opened.deck.recipe(recipe_id) if recipe_id else None
    if recipe is not None and recipe.people and people > recipe.people[1]:
        found.append(
            say(
                "“{recipe}” is made for up to {most} people. With {people}, collect in turns and vote on less.",
                recipe=recipe.title,
                most=recipe.people[1],
                people=people,
            )
        )
    return found
