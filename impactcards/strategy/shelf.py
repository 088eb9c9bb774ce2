"""The shelf: one's strategies, listed without reading them whole, and found by any unique beginning of their names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from impactcards.faults import Fault, FaultyFile, UserError
from impactcards.home import Home
from impactcards.strategy import names
from impactcards.strategy.deck_copy import DECK_FILE
from impactcards.strategy.file import STRATEGY_FILE, parse
from impactcards.text import closest
from impactcards.words import N_, Message

# A strategy's own texts stand before its answers; whole lines at known depths say enough about the rest.
_ANSWERS = re.compile(rb"^answers:[^\n]*\n", re.MULTILINE)
_SECTION_END = re.compile(rb"^[^\s#-]", re.MULTILINE)
_VALUE = re.compile(rb"^ {4}value:", re.MULTILINE)
_UPDATED = re.compile(rb"^ {4}(?:updated|confirmed): *['\"]?([0-9T:Z-]+)", re.MULTILINE)
_TITLE = re.compile(rb"^title: *(.+?)\s*$", re.MULTILINE)

_MANY = 8


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """One strategy. ``updated`` is the time of its newest answer, or empty. Of a damaged one only the folder is known."""

    name: str
    folder: Path
    deck_title: str = ""
    language: str = ""
    updated: str = ""
    answered: int = 0
    archived: bool = False
    fault: Fault | None = None


def shelf(home: Home) -> list[ShelfEntry]:
    """Every strategy of a home, those at work first, by name."""
    titles: dict[tuple[str, str, str], str] = {}
    entries = [_entry(folder, archived, titles) for folder, archived in _folders(home)]
    return sorted(entries, key=lambda entry: (entry.archived, names.folded(entry.name), entry.folder.name))


def _folders(home: Home) -> list[tuple[Path, bool]]:
    found = []
    for parent, archived in ((home.strategies, False), (home.archive, True)):
        try:
            with os.scandir(parent) as entries:
                found += [
                    (Path(e.path), archived) for e in entries if os.path.lexists(os.path.join(e.path, STRATEGY_FILE))
                ]
        except OSError:
            continue
    return found


def _entry(folder: Path, archived: bool, titles: dict[tuple[str, str, str], str]) -> ShelfEntry:
    path = folder / STRATEGY_FILE
    try:
        data = path.read_bytes()
        opening = _ANSWERS.search(data)
        header = parse(data[: opening.start()] if opening else data).header
    except OSError as error:
        problem = Message(N_("This file cannot be read: {problem}."), problem=error.strerror or str(error))
        return ShelfEntry(folder.name, folder, archived=archived, fault=Fault(STRATEGY_FILE, 0, 0, problem))
    except FaultyFile as faulty:
        return ShelfEntry(folder.name, folder, archived=archived, fault=faulty.faults[0])
    except UserError as error:
        return ShelfEntry(folder.name, folder, archived=archived, fault=Fault(STRATEGY_FILE, 0, 0, error.message))
    answers = b""
    if opening:
        end = _SECTION_END.search(data, opening.end())
        answers = data[opening.end() : end.start() if end else len(data)]
    times = [time.decode("ascii") for time in _UPDATED.findall(answers)]
    language = header.get("language", "")
    key = (header.get("deck", ""), header.get("deck_version", ""), language)
    if key not in titles:
        titles[key] = _deck_title(folder, language) or key[0]
    return ShelfEntry(
        header.get("name") or folder.name,
        folder,
        titles[key],
        language,
        max(times, default=""),
        len(_VALUE.findall(answers)),
        archived,
    )


def _deck_title(folder: Path, language: str) -> str:
    """The deck's title in the strategy's language, from the beginning of the copy."""
    parts = language.split("-")
    overlays = [f"deck.{'-'.join(parts[:count])}.yaml" for count in range(len(parts), 0, -1)]
    for name in (*overlays, DECK_FILE):
        try:
            with (folder / name).open("rb") as file:
                found = _TITLE.search(file.read(4096))
        except OSError:
            continue
        if found:
            return names.one_line(found[1].decode("utf-8", "replace").strip("\"'"))
    return ""


def find(home: Home, name_or_path: str | Path) -> Path:
    """The folder of the strategy with this name or folder name, or the only one that begins so, letter case aside.

    A path to a strategy's folder (or its strategy.yaml) is taken too. Raises :class:`UserError` with what is at hand.
    """
    word = str(name_or_path)
    direct = _folder_at(word)
    if direct is not None and (isinstance(name_or_path, Path) or os.sep in word or "/" in word):
        return direct
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
