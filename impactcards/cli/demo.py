"""The example company's strategy, to look around in: a copy of the one that comes with the program, moved to today."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
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

#: The name of the example's strategy, in every language.
NAME = "Wipfel & Tau 2027"

_DAY = r"\d{4}-\d{2}-\d{2}"

# A value of strategy.yaml that is a day or a moment, or the name of a version, which begins with one. A day in the
# middle of a text is part of what somebody said, and stays.
_DATED = re.compile(rf"^( *(?:- )?[\w-]+: ['\"]?)({_DAY})(?=(?:T[\d:]+Z(?: .*)?)?['\"]?$)", re.MULTILINE)
_MOMENT = re.compile(rf"\b{_DAY}T\d\d:\d\d:\d\dZ")


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
    if held and held[0].answered and not fresh:  # without any answer it is a copy that was interrupted
        return open_strategy(surroundings.home, surroundings.library, held[0].folder)
    for entry in held:
        archive(surroundings.home, entry.folder)
    return make_demo(surroundings)


def make_demo(surroundings: Surroundings, now: datetime | None = None) -> OpenStrategy:
    """A new copy of the example, in the interface's language if it is written in it, as if ``now`` were its time."""
    from impactcards.deck.library import bundled_folder
    from impactcards.document import document_of
    from impactcards.strategy.folder import create, open_strategy

    source = example_folder(bundled_folder() / "demo", spoken().language)
    deck = bundled_folder() / f"{USUAL_DECK}.yaml"
    made = create(surroundings.home, NAME, deck, language=source.name, max_bytes=surroundings.max_bytes)
    copy_moved(source, made.folder, now or datetime.now(UTC))
    opened = open_strategy(surroundings.home, surroundings.library, made.folder)
    opened.save(document_of(opened.folder))
    return opened


def example_folder(folder: Path, language: str) -> Path:
    """The example's strategy in ``language`` or else in English."""
    languages = [path.name for path in folder.iterdir() if path.is_dir()]
    return folder / (closest_language(language, languages) or "en")


def copy_moved(source: Path, target: Path, now: datetime) -> None:
    """Copy a strategy and its versions from ``source`` into the folder ``target``, moved to ``now``.

    The answers come last, so that a copy that was interrupted has none.
    """
    from impactcards.disk import write_whole
    from impactcards.strategy.file import STRATEGY_FILE, VERSIONS

    strategy = (source / STRATEGY_FILE).read_text(encoding="utf-8")
    weeks = weeks_to_move(strategy, now)
    (target / VERSIONS).mkdir()
    for version in sorted((source / VERSIONS).glob("*.yaml")):
        text = version.read_text(encoding="utf-8")
        name = moved_day(version.name[:10], weeks) + version.name[10:]
        write_whole(target / VERSIONS / name, moved(text, weeks).encode(), durable=False)
    write_whole(target / STRATEGY_FILE, moved(strategy, weeks).encode(), durable=False)


def weeks_to_move(text: str, now: datetime) -> int:
    """The whole weeks that bring the last thing done in a strategy as close to ``now`` as can be, but not beyond."""
    last = max(datetime.fromisoformat(moment) for moment in _MOMENT.findall(text))
    return (now - last) // timedelta(weeks=1)


def moved(text: str, weeks: int) -> str:
    """A strategy.yaml with all its days and moments moved by whole weeks, so that weekdays and hours stay."""
    return _DATED.sub(lambda found: found[1] + moved_day(found[2], weeks), text)


def moved_day(day: str, weeks: int) -> str:
    """An ISO day, ``weeks`` later."""
    return (date.fromisoformat(day) + timedelta(weeks=weeks)).isoformat()
