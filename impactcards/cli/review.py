"""Playing the aged cards of a strategy again, and the day of the next time for one's calendar."""

from __future__ import annotations

import gc
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from impactcards.cli.choosing import complete_strategy, recipe_of
from impactcards.cli.language import say, spoken
from impactcards.cli.output import in_terminal, put, put_bytes, put_text, tell
from impactcards.cli.play import draw
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import argument, command, option
from impactcards.faults import UserError
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from impactcards.strategy.folder import OpenStrategy
    from impactcards.strategy.reviews import Review
    from impactcards.strategy.state import Note

#: What is noted about a strategy whose review went into a calendar: the id of the event.
EVENT = "calendar_event"


@command(
    "review",
    N_(
        "Go through the answers that have aged.\n\n"
        "A version is kept first. Then come, in the deck's order, the cards whose answer has aged, that a newer deck"
        " changed or that have findings, and those of a recipe. Each shows last time's answer; one key says that it is"
        " still true. A review that was left goes on where it stopped. With --ics nothing is played: the day of the"
        " next review is written as a calendar file."
    ),
)
@argument("name", N_("NAME"), shell_complete=complete_strategy)
@option(
    "--recipe",
    metavar=N_("RECIPE"),
    default="",
    help=N_("Deal the cards of this recipe too (otherwise of the deck's review)."),
)
@option("--plain", is_flag=True, help=N_("Line by line: for screen readers, pipes and simple terminals."))
@option("--newer-deck", is_flag=True, help=N_("Play the newer edition of the deck from now on, if there is one."))
@option(
    "--ics", metavar=N_("FILE"), help=N_("Write the day of the next review as a calendar file; - is standard output.")
)
@option("--force", is_flag=True, help=N_("Replace the calendar file, whoever wrote it."))
@click.pass_obj
def review(
    surroundings: Surroundings, name: str, recipe: str, plain: bool, newer_deck: bool, ics: str | None, force: bool
) -> int:
    """Begin a review or go on with it; or write its calendar file."""
    from impactcards.strategy import folder, reviews

    opened = folder.open_strategy(surroundings.home, surroundings.library, name, read_only=ics is not None)
    for fault in opened.faults:
        tell(fault.worded(spoken()))
    recipe_of(opened.deck, recipe)
    if ics is not None:
        return _write_calendar(surroundings, opened, ics, force=force)
    if opened.read_only_reason is not None:
        raise UserError(opened.read_only_reason)
    if newer_deck:
        opened.take_newer_deck()
        recipe_of(opened.deck, recipe)
    elif opened.newer_deck is not None:
        tell(
            say(
                "There is a newer edition of this deck. To take it into the review: {command}",
                command=f"{command_for(opened)} --newer-deck",
            )
        )
    if reviews.running(opened.strategy) is None and not reviews.would_deal(opened, recipe=recipe):
        _say_when(opened)
        return 0
    _play(surroundings, reviews.begin(opened, recipe=recipe), plain=plain)
    return 0


def _say_when(opened: OpenStrategy) -> None:
    from impactcards.strategy.dates import local_today, show_date
    from impactcards.strategy.due import next_review

    day = next_review(opened.strategy, local_today())
    if day is None:
        tell(say("There is nothing to review, and no answer that ages."))
    else:
        shown = show_date(day, spoken().language, long=True, weekday=True)
        tell(say("There is nothing to review yet. Next time: {date}.", date=shown))


def _play(surroundings: Surroundings, begun: Review, *, plain: bool) -> None:
    """The review until the person leaves: on the screen, or line by line where there is none."""
    if not plain and in_terminal():
        draw(surroundings, begun.opened, review=begun)
        return
    gc.enable()
    from impactcards.plain.review import walk_review

    walk_review(begun, stdin=sys.stdin, stdout=sys.stdout, say=spoken(), go_on=command_for(begun.opened))


def command_for(opened: OpenStrategy, command: str = "review") -> str:
    """What a person types to review this strategy, or to do something else with it."""
    name = opened.strategy.name
    plain = name.replace(" ", "").replace("-", "").isalnum()
    quoted = f'"{name}"' if not any(sign in name for sign in "\"'`$\\!%") else shlex.quote(name)
    return f"impactcards {command} {name if plain and ' ' not in name and name[:1] != '-' else quoted}"


# -- the calendar file -------------------------------------------------------------------------------------------------


def _write_calendar(surroundings: Surroundings, opened: OpenStrategy, target: str, *, force: bool) -> int:
    """Write the day of the next review to a file and say where it is, or to standard output."""
    from impactcards.document.calendar_file import review_calendar
    from impactcards.document.files import write_file
    from impactcards.strategy.dates import local_today, show_date
    from impactcards.strategy.due import next_review
    from impactcards.strategy.state import Note

    day = next_review(opened.strategy, local_today())
    if day is None:
        raise UserError(_no_day(opened))
    note = Note(surroundings.home.state, opened.folder)
    data = review_calendar(opened.strategy, day, uid=_event_id(opened, note), command=command_for(opened))
    if target == "-":
        _put_bytes(data)
        return 0
    write_file(Path(target), data, note, force=force)
    put(target)
    shown = show_date(day, spoken().language, long=True, weekday=True)
    tell(say("The next review: {date}. Open the file, and your calendar takes it.", date=shown))
    return 0


def _no_day(opened: OpenStrategy) -> Message:
    card = opened.deck.card(opened.deck.next_review)
    if card is None:
        return Message(N_("There is no day for a next review: no answer ages, and the deck asks for none."))
    return Message(
        N_("There is no day for a next review yet: no answer ages, and “{card}” names no day to come."),
        card=card.title,
    )


def _event_id(opened: OpenStrategy, note: Note) -> str:
    """The id of the event, the same for a strategy for ever: it is noted, so that a rename does not change it."""
    from zlib import crc32

    known = note.get(EVENT)
    if known:
        return known
    strategy = opened.strategy
    made = f"{strategy.created} {strategy.deck.id} {strategy.name}"
    uid = f"review-{crc32(made.encode('utf-8', 'replace')):08x}{crc32(made[::-1].encode('utf-8', 'replace')):08x}"
    note.put(**{EVENT: f"{uid}@impactcards"})
    return f"{uid}@impactcards"


def _put_bytes(data: bytes) -> None:
    """The file as it is; where standard output is a terminal, as text that is safe to show."""
    if sys.stdout.isatty():
        put_text(data.decode("utf-8").replace("\r\n", "\n"))
    else:
        put_bytes(data)
