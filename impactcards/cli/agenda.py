"""The agenda of a session as a page for whoever leads it: ``impactcards lead NAME --agenda``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from impactcards.cli.choosing import recipe_of
from impactcards.cli.language import spoken
from impactcards.cli.output import put, put_bytes, put_text, tell
from impactcards.faults import UserError
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from impactcards.cli.surroundings import Surroundings
    from impactcards.strategy.sessions.agenda import Agenda
    from impactcards.strategy.strategy import Strategy

_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?([0-5]\d))?\s*(am|pm|a\.m\.|p\.m\.|uhr|h)?", re.ASCII | re.IGNORECASE)


def write_agenda(
    surroundings: Surroundings,
    name: str,
    *,
    recipe: str = "",
    people: int = 0,
    minutes: float | None = None,
    start: str = "",
    output: str = "-",
    force: bool = False,
) -> int:
    """Write the agenda that ``lead`` would propose, to standard output or a file whose ending says the format.

    Where a session is running and nothing else is asked for, it is the agenda of that session as it stands.
    """
    from impactcards.document.agenda_page import agenda_outline
    from impactcards.document.files import write_file
    from impactcards.document.formats import Options, format_named, format_of_file
    from impactcards.document.formats import write as write_format
    from impactcards.strategy import folder
    from impactcards.strategy.dates import local_today
    from impactcards.strategy.state import Note

    begins = read_time(start)
    chosen = format_named("md") if output == "-" else format_of_file(Path(output))
    opened = folder.open_strategy(surroundings.home, surroundings.library, name, read_only=True)
    for fault in opened.faults:
        tell(fault.worded(spoken()))
    agenda, recipe_id = _agenda(opened.strategy, recipe, people, minutes)
    outline = agenda_outline(
        opened.strategy,
        agenda,
        day=local_today(),
        start=begins,
        recipe=recipe_of(opened.deck, recipe) or opened.deck.recipe(recipe_id),
        people=people,
    )
    data = write_format(chosen, outline, Options())
    if output == "-":
        put_bytes(data) if chosen.binary else put_text(data.decode("utf-8"))
        return 0
    write_file(Path(output), data, Note(surroundings.home.state, opened.folder), force=force)
    put(output)
    return 0


def read_time(text: str) -> tuple[int, int] | None:
    """The hour and the minute of a time of day as it is typed; None for nothing. Raises :class:`UserError`."""
    if not text.strip():
        return None
    found = _TIME.fullmatch(text.strip())
    hour = int(found[1]) if found else 24
    half = (found[3] or "")[:1].lower() if found else ""
    if half in ("a", "p") and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if found is None or hour > 23:
        raise UserError(Message(N_("“{typed}” is no time of day, such as 14:00."), typed=text))
    return hour, int(found[2] or 0)


def _agenda(strategy: Strategy, recipe: str, people: int, minutes: float | None) -> tuple[Agenda, str]:
    """The agenda, and the recipe it was made from (empty: none)."""
    from impactcards.strategy.sessions import agenda as agendas
    from impactcards.strategy.sessions import reading

    running = reading.running(strategy)
    if running is not None and not recipe and minutes is None:
        return agendas.from_data(running, strategy), reading.text_of(running, "recipe")
    recipe_of(strategy.deck, recipe)
    recipe_id = recipe or strategy.recipe
    return agendas.propose(strategy, recipe_id, people=people, minutes=minutes), recipe_id


__all__ = ["read_time", "write_agenda"]
