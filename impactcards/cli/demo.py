"""The example company's strategy, to look around in."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from impactcards.cli.choosing import USUAL_DECK
from impactcards.cli.language import spoken
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import command, option
from impactcards.words import N_, closest_language

if TYPE_CHECKING:
    from impactcards.strategy.folder import OpenStrategy

#: The name of the example company, and so of its strategy.
NAME = "Wipfel & Tau"

#: The day as of which the example's answers stand.
AS_OF = date(2026, 11, 16)

_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


@command(
    "demo",
    N_(
        "Look around in an example: a company's strategy, filled in.\n\n"
        "It is a copy in your own folder, and nothing you do there can go wrong."
    ),
)
@option("--fresh", is_flag=True, help=N_("Make a new copy; the old one goes to the archive."))
@click.pass_obj
def demo(surroundings: Surroundings, fresh: bool) -> int:
    """Open the example, made if it is not there yet."""
    from impactcards.cli.play import play

    play(surroundings, open_demo(surroundings, fresh=fresh))
    return 0


def open_demo(surroundings: Surroundings, *, fresh: bool = False) -> OpenStrategy:
    """The example's strategy in the home, made if it is not there yet, or anew if asked for."""
    from impactcards.strategy.folder import open_strategy
    from impactcards.strategy.moving import archive
    from impactcards.strategy.shelf import shelf

    held = [entry for entry in shelf(surroundings.home) if entry.name == NAME and not entry.archived]
    if held and not fresh:
        return open_strategy(surroundings.home, surroundings.library, held[0].folder)
    for entry in held:
        archive(surroundings.home, entry.folder)
    return make_demo(surroundings)


def make_demo(surroundings: Surroundings) -> OpenStrategy:
    """A new copy of the example, in the interface's language if it is written in it."""
    from impactcards.deck.library import bundled_folder
    from impactcards.document import strategy_markdown
    from impactcards.strategy.dates import local_today
    from impactcards.strategy.fill import fill
    from impactcards.strategy.folder import create

    answers = answers_file(bundled_folder() / "demo", spoken().language)
    language = answers.name.partition(".")[0]
    deck = bundled_folder() / f"{USUAL_DECK}.yaml"
    opened = create(surroundings.home, NAME, deck, language=language, max_bytes=surroundings.max_bytes)
    text = moved(answers.read_text(encoding="utf-8"), weeks_to_move(local_today()))
    fill(opened.strategy, text, file=answers.name)
    opened.save(strategy_markdown)
    return opened


def answers_file(folder: Path, language: str) -> Path:
    """The example's answers in ``language`` or else in English."""
    found = {path.name.partition(".")[0]: path for path in folder.glob("*.answers.yaml")}
    return found[closest_language(language, list(found)) or "en"]


def weeks_to_move(today: date) -> int:
    """The fewest whole weeks by which the example's dates have to move so that none of them is overdue today."""
    return -((AS_OF - today).days // 7)


def moved(text: str, weeks: int) -> str:
    """``text`` with every ISO date moved by whole weeks, so that weekdays stay. Places in the text stay, too."""
    return _DAY.sub(lambda day: (date.fromisoformat(day[0]) + timedelta(weeks=weeks)).isoformat(), text)
