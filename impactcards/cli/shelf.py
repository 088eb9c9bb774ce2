"""The shelf in words: listing, renaming and putting away strategies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from impactcards.cli.choosing import complete_strategy
from impactcards.cli.language import say, spoken
from impactcards.cli.output import put, put_json, put_rows, tell
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import argument, command, option
from impactcards.words import N_

if TYPE_CHECKING:
    from impactcards.strategy.due import Due
    from impactcards.strategy.shelf import ShelfEntry


@command("list", N_("List your strategies."))
@option("--json", "as_json", is_flag=True, help=N_("As JSON, for another program."))
@click.pass_obj
def list_(surroundings: Surroundings, as_json: bool) -> int:
    """Print the shelf."""
    if not as_json:
        return print_shelf(surroundings)
    from impactcards.strategy.shelf import shelf

    put_json([_as_data(entry, due) for entry, due in _with_dues(surroundings, shelf(surroundings.home))])
    return 0


@command("rename", N_("Give a strategy another name.\n\nIts folder is renamed with it."))
@argument("name", N_("NAME"), shell_complete=complete_strategy)
@argument("new", N_("NEW"))
@click.pass_obj
def rename(surroundings: Surroundings, name: str, new: str) -> int:
    """Rename a strategy and its folder."""
    from impactcards.strategy import moving

    put(str(moving.rename(surroundings.home, name, new)))
    return 0


@command("archive", N_("Put a strategy away.\n\nIts folder moves to the archive; nothing is deleted."))
@argument("name", N_("NAME"), shell_complete=complete_strategy)
@click.pass_obj
def archive(surroundings: Surroundings, name: str) -> int:
    """Move a strategy's folder to the archive."""
    from impactcards.strategy import moving

    put(str(moving.archive(surroundings.home, name)))
    return 0


def print_shelf(surroundings: Surroundings) -> int:
    """Print the strategies, newest first, each with its deck and how much is answered."""
    from impactcards.strategy.shelf import shelf

    entries = shelf(surroundings.home)
    if not entries:
        tell(say("There is no strategy yet. Begin one with: impactcards new NAME"))
    put_rows([_as_row(entry, due) for entry, due in _with_dues(surroundings, entries)])
    return 0


def _with_dues(surroundings: Surroundings, entries: list[ShelfEntry]) -> list[tuple[ShelfEntry, Due | None]]:
    """The strategies with what is due in them; None for those in the archive, and for damaged ones."""
    from impactcards.strategy.dates import local_today
    from impactcards.strategy.due import Glances

    glances, today = Glances(surroundings.home, surroundings.library), local_today()
    found: list[tuple[ShelfEntry, Due | None]] = []
    try:
        for entry in entries:
            ages = None if entry.fault is not None or entry.archived else glances.of(entry.folder)
            found.append((entry, ages.on(today) if ages is not None else None))
    finally:
        glances.keep()  # whoever gives up on a thousand strategies begins where they stopped
    return found


def _as_row(entry: ShelfEntry, due: Due | None) -> tuple[str, ...]:
    from impactcards.strategy.due import due_words

    if entry.fault is not None:
        return entry.name, "", "", "", entry.fault.worded(spoken())
    answered = spoken().plural("{n} answer", "{n} answers", entry.answered)
    when = say("(archived)") if entry.archived else entry.updated[:10]
    return entry.name, entry.deck_title, answered, when, due_words(due, spoken()) if due is not None else ""


def _as_data(entry: ShelfEntry, due: Due | None) -> dict[str, object]:
    fresh = due is not None and not due.aged and due.next_day is not None
    return {
        "name": entry.name,
        "folder": str(entry.folder),
        "deck_title": entry.deck_title,
        "language": entry.language,
        "updated": entry.updated,
        "answered": entry.answered,
        "archived": entry.archived,
        "aged": due.aged if due is not None else None,
        "review_minutes": due.minutes if due is not None else None,
        "fresh_until": str(due.next_day) if due is not None and fresh else None,
        "review": {"done": due.done, "cards": due.total} if due is not None and due.running else None,
        "fault": entry.fault.worded(spoken()) if entry.fault else None,
    }
