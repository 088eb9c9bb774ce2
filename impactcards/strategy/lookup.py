"""A strategy's folder, found by its name or any unique beginning of it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from impactcards.faults import UserError
from impactcards.home import Home
from impactcards.strategy import names
from impactcards.strategy.file import STRATEGY_FILE
from impactcards.strategy.listing import ShelfEntry, entry_of, shelf
from impactcards.text import closest
from impactcards.words import N_, Message

# So many names are told apart in a sentence.
_MANY = 8


def find(home: Home, name_or_path: str | Path) -> Path:
    """The folder of the strategy with this name or folder name, or the only one that begins so, letter case aside.

    A path to a strategy's folder (or its strategy.yaml) is taken too. Raises :class:`UserError` with what is at hand.
    """
    word = str(name_or_path)
    direct = _folder_at(word)
    if direct is not None and (isinstance(name_or_path, Path) or os.sep in word or "/" in word):
        return direct
    named = _named(home, word)
    if named is not None:
        return named
    entries = shelf(home)
    wanted = names.folded(word)
    for fits in (
        [entry for entry in entries if wanted in (names.folded(entry.name), names.folded(entry.folder.name))],
        [entry for entry in entries if wanted and _begins(entry, wanted)],
    ):
        at_work = [entry for entry in fits if not entry.archived]
        chosen = at_work or fits
        if len(chosen) == 1:
            return chosen[0].folder
        if chosen:
            exact = [entry for entry in chosen if entry.name == word]
            if len(exact) == 1:
                return exact[0].folder
            raise UserError(
                Message(
                    N_("“{name}” could be any of these: {known}. Type more of the name."),
                    name=word,
                    known=_listed(chosen),
                )
            )
    if direct is not None:
        return direct
    raise _not_found(word, entries)


def _named(home: Home, word: str) -> Path | None:
    """The folder that a strategy of exactly this name usually has, so that no other has to be looked at."""
    folder = _folder_at(str(home.strategies / names.slug(word)))
    if folder is None:
        return None
    entry = entry_of(folder)
    return folder if entry.fault is None and entry.name == word else None


def _folder_at(word: str) -> Path | None:
    try:
        path = Path(word).expanduser()
        if path.name == STRATEGY_FILE and path.is_file():
            return path.absolute().parent
        return path.absolute() if word and (path / STRATEGY_FILE).is_file() else None
    except (OSError, ValueError, RuntimeError):  # a name no path can have
        return None


def _begins(entry: ShelfEntry, wanted: str) -> bool:
    return names.folded(entry.name).startswith(wanted) or names.folded(entry.folder.name).startswith(wanted)


def _listed(entries: Iterable[ShelfEntry]) -> str:
    known = [entry.name for entry in entries]
    return ", ".join(known[:_MANY]) + (", …" if len(known) > _MANY else "")


def _not_found(word: str, entries: list[ShelfEntry]) -> UserError:
    if not entries:
        return UserError(
            Message(
                N_("There is no strategy “{name}”, and none at all yet. Begin one with: impactcards new NAME"),
                name=word,
            )
        )
    guess = closest(word, [entry.name for entry in entries])
    if guess is not None:
        return UserError(Message(N_("There is no strategy “{name}”. Did you mean “{guess}”?"), name=word, guess=guess))
    return UserError(
        Message(N_("There is no strategy “{name}”. There are: {known}."), name=word, known=_listed(entries))
    )
