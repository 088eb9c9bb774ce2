"""Strategy folders: making one, opening one, and what is said when one cannot be opened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from impactcards.deck.library import Library, bundled_folder
from impactcards.deck.loader import load_deck
from impactcards.deck.model import Deck
from impactcards.disk import Stamp, flush_folder, read_with_stamp, sweep, write_whole
from impactcards.faults import FaultyFile, UserError
from impactcards.home import Home
from impactcards.strategy import deck_copy, names, shelf
from impactcards.strategy.file import STRATEGY_FILE, VERSIONS, NewerFormat, Parsed, contents, parse
from impactcards.strategy.opened import OpenStrategy
from impactcards.strategy.recovery import DamagedStrategy, newest_readable_version
from impactcards.strategy.results import SaveResult, plain_error
from impactcards.strategy.saver import Saver
from impactcards.strategy.state import DECK, Note
from impactcards.strategy.strategy import Strategy, utc_now
from impactcards.strategy.sync import StrategyFile
from impactcards.strategy.taking import apply
from impactcards.strategy.units import strategy_in
from impactcards.words import N_, Message, closest_language

_GITIGNORE = "strategy.md\nsession.json\n.lock\n.*.tmp\n"


def create(
    home: Home, name: str, deck_path: Path, *, language: str | None = None, recipe: str = "", max_bytes: int = 1_000_000
) -> OpenStrategy:
    """Make the folder of a new strategy and open it.

    Raises :class:`UserError` if the name is taken or the folder cannot be made, and what reading the deck raises.
    """
    name = names.one_line(name)
    if not name:
        raise UserError(Message(N_("A strategy needs a name, such as “Acme 2027”.")))
    loaded = load_deck(deck_path, language=language, max_bytes=max_bytes)
    if recipe:
        from impactcards.strategy.recipes import require_recipe  # nothing an open strategy waits for

        require_recipe(loaded.deck, recipe)
    _refuse_taken(home, name)
    strategy = Strategy(name, loaded.deck, _language(language, loaded.deck), created=utc_now(), recipe=recipe)
    with _new_folder(home, name) as folder:
        opened = OpenStrategy(strategy, home, StrategyFile.new(folder, _shelves(home)), max_bytes=max_bytes)
        write_whole(folder / ".gitignore", _GITIGNORE.encode(), durable=False)
        deck_copy.replace_copy(folder, loaded)
        result = opened.save()
        if not result.ok and result.error is not None:
            raise UserError(result.error)
    if not any(deck_path.absolute().is_relative_to(folder) for folder in (home.decks.absolute(), bundled_folder())):
        opened.remember_deck(deck_path.absolute())
    return opened


def _shelves(home: Home) -> tuple[Path, Path]:
    return home.strategies, home.archive


def open_strategy(
    home: Home, library: Library, name_or_path: str | Path, *, language: str | None = None, read_only: bool = False
) -> OpenStrategy:
    """Open a strategy by its name, any unique beginning of it, or its folder's path; or a version by its file's path.

    Raises :class:`UserError` if there is none; :class:`NewerFormat`; :class:`DamagedStrategy`, which offers a version.
    """
    version = Path(name_or_path)
    if version.parent.name == VERSIONS and version.suffix == ".yaml":
        return open_version(home, library, version.parent.parent, version, language=language)
    folder = shelf.find(home, name_or_path)
    try:
        data, read = read_with_stamp(folder / STRATEGY_FILE)
        parsed = parse(data)
    except OSError as error:
        raise UserError(
            Message(
                N_("{file} cannot be read: {problem}."),
                file=folder / STRATEGY_FILE,
                problem=error.strerror or str(error),
            )
        ) from error
    except FaultyFile as faulty:
        raise DamagedStrategy(faulty.faults, folder, newest_readable_version(folder)) from faulty
    reason = Message(N_("This strategy was opened to look at only.")) if read_only else _why_not_writable(folder)
    return _opened(home, library, folder, parsed, read, language, reason)


def open_version(
    home: Home, library: Library, folder: Path, version: Path, *, language: str | None = None
) -> OpenStrategy:
    """Open a version of a strategy, to look at only. Raises as :func:`open_strategy` does."""
    try:
        data, read = read_with_stamp(version)
    except OSError as error:
        raise UserError(
            Message(N_("{file} cannot be read: {problem}."), file=version, problem=error.strerror)
        ) from error
    reason = Message(N_("This is the version “{version}”, to look at only."), version=version.stem)
    return _opened(home, library, folder, parse(data, version.name), read, language, reason)


def _opened(
    home: Home,
    library: Library,
    folder: Path,
    parsed: Parsed,
    read: Stamp,
    language: str | None,
    reason: Message | None,
) -> OpenStrategy:
    spoken = language or parsed.header.get("language", "")
    made_with = Note(home.state, folder).get(DECK)
    played = deck_copy.load(folder, parsed.header.get("deck", ""), spoken, library, made_with, may_write=reason is None)
    held = contents(parsed, played.loaded.deck)
    strategy = strategy_in(held.units, played.loaded.deck, name=folder.name)
    if language:
        strategy.language = _language(language, played.loaded.deck)
    if reason is None:
        sweep(folder)
    return OpenStrategy(
        strategy,
        home,
        StrategyFile(folder, held, read, _shelves(home)),
        faults=[*held.faults, *played.loaded.overlay_faults],
        read_only_reason=reason or held.unwritable,
        newer_deck=played.newer,
        max_bytes=library.max_bytes,
    )


def _language(wanted: str | None, deck: Deck) -> str:
    """The tag as it was asked for if the deck speaks it (en-US stays en-US), else what the deck speaks."""
    return wanted if wanted and closest_language(wanted, deck.languages or (deck.language,)) else deck.language


def _why_not_writable(folder: Path) -> Message | None:
    if os.access(folder, os.W_OK | os.X_OK) and os.access(folder / STRATEGY_FILE, os.W_OK):
        return None
    return Message(
        N_("{folder} cannot be written to, so you can look around, but nothing can be changed."), folder=folder
    )


def _refuse_taken(home: Home, name: str) -> None:
    """Two strategies at work never have one name; one in the archive may have it."""
    if any(names.same(entry.name, name) for entry in shelf.shelf(home) if not entry.archived):
        raise UserError(
            Message(N_("There is already a strategy “{name}”. Open it, or choose another name."), name=name)
        )


@contextmanager
def _new_folder(home: Home, name: str) -> Iterator[Path]:
    """A new folder for a strategy; it is taken away again if what follows fails."""
    parent = home.strategies
    try:
        parent.mkdir(parents=True, exist_ok=True)
        while True:
            folder = parent / names.free(names.slug(name), [entry.name for entry in parent.iterdir()])
            with suppress(FileExistsError):
                folder.mkdir()
                break
    except OSError as error:
        raise UserError(
            Message(
                N_("The folder for “{name}” cannot be made in {parent}: {problem}."),
                name=name,
                parent=parent,
                problem=error.strerror or str(error),
            )
        ) from error
    try:
        yield folder
    except BaseException as error:
        with suppress(OSError):
            for left in folder.iterdir():
                left.unlink()
            folder.rmdir()
        if isinstance(error, OSError):
            raise UserError(plain_error(error, folder.parent)) from error
        raise
    flush_folder(parent)


__all__ = [
    "DamagedStrategy",
    "NewerFormat",
    "OpenStrategy",
    "SaveResult",
    "Saver",
    "apply",
    "create",
    "open_strategy",
    "open_version",
]
