"""One's strategies, listed without reading them whole."""

from __future__ import annotations

import os
import re
from pathlib import Path

from impactcards.disk import read_with_stamp
from impactcards.faults import Fault, FaultyFile, UserError
from impactcards.home import Home
from impactcards.records import record
from impactcards.strategy import names
from impactcards.strategy.deck_copy import DECK_FILE
from impactcards.strategy.file import STRATEGY_FILE, Parsed, parse
from impactcards.strategy.units import ANSWERS
from impactcards.words import N_, Message
from impactcards.yamltext import MapNode, is_null

# A strategy's own texts stand before its answers; whole lines at known depths say enough about the rest.
_ANSWERS = re.compile(rb"^answers:[^\n]*\n", re.MULTILINE)
_SECTION_END = re.compile(rb"\n[^\s#-]")
_VALUE = re.compile(rb"\n {4}value:(?! *null *\r?\n)")
_UPDATED = re.compile(rb"\n {4}(?:updated|confirmed): *['\"]?([0-9T:Z-]+)")
# A card's entry on the line of its id, or indented otherwise: not as this program writes it.
_BY_HAND = re.compile(rb"\n {2}[\w-]+:[ ]*[^\s#]")
_TITLE = re.compile(rb"^title: *(.+?)\s*$", re.MULTILINE)


@record
class ShelfEntry:
    """One strategy. ``updated`` is the time of its newest answer, or of its creation; a damaged one has none."""

    name: str
    folder: Path
    deck_title: str = ""
    language: str = ""
    updated: str = ""
    answered: int = 0
    archived: bool = False
    fault: Fault | None = None


def shelf(home: Home) -> list[ShelfEntry]:
    """Every strategy of a home: those at work before those in the archive, the last changed first."""
    titles: dict[tuple[str, str, str], str] = {}
    entries = [entry_of(folder, archived, titles) for folder, archived in _folders(home)]
    entries.sort(key=lambda entry: (names.folded(entry.name), entry.folder.name))
    entries.sort(key=lambda entry: entry.updated, reverse=True)
    return sorted(entries, key=lambda entry: entry.archived)


def _folders(home: Home) -> list[tuple[Path, bool]]:
    found = []
    for parent, archived in ((home.strategies, False), (home.archive, True)):
        try:
            with os.scandir(parent) as entries:
                folders = [Path(entry.path) for entry in entries if entry.is_dir()]
        except OSError:
            continue
        found += [(folder, archived) for folder in folders if os.path.lexists(folder / STRATEGY_FILE)]
    return found


def entry_of(folder: Path, archived: bool = False, titles: dict[tuple[str, str, str], str] | None = None) -> ShelfEntry:
    """What the shelf says of the strategy in a folder. ``titles`` keeps those of decks that were looked up already."""
    titles = {} if titles is None else titles
    path = folder / STRATEGY_FILE
    try:
        data, _ = read_with_stamp(path)
        opening = _ANSWERS.search(data)
        parsed = parse(data[: opening.start()] if opening else data)
        if opening and ("name" not in parsed.header or not _usual(data, opening.end())):
            parsed, opening = parse(data), None
    except OSError as error:
        problem = Message(N_("This file cannot be read: {problem}."), problem=error.strerror or str(error))
        return ShelfEntry(folder.name, folder, archived=archived, fault=Fault(STRATEGY_FILE, 0, 0, problem))
    except FaultyFile as faulty:
        return ShelfEntry(folder.name, folder, archived=archived, fault=faulty.faults[0])
    except UserError as error:
        return ShelfEntry(folder.name, folder, archived=archived, fault=Fault(STRATEGY_FILE, 0, 0, error.message))
    header = parsed.header
    answered, times = _glance(data, opening.end()) if opening else _count(parsed)
    language = header.get("language", "")
    key = (header.get("deck", ""), header.get("deck_version", ""), language)
    if key not in titles:
        titles[key] = _deck_title(folder, language) or key[0]
    return ShelfEntry(
        header.get("name") or folder.name,
        folder,
        titles[key],
        language,
        max(times, default=header.get("created", "")),
        answered,
        archived,
    )


def _usual(data: bytes, start: int) -> bool:
    """Whether the answers stand as this program writes them: ids indented by two spaces, on lines of their own."""
    return data.startswith(b"  ", start) and not data.startswith(b"   ", start) and not _BY_HAND.search(data, start - 1)


def _glance(data: bytes, start: int) -> tuple[int, list[str]]:
    """How many answers there are, and when they were given, from the lines of a file this program wrote."""
    end = _SECTION_END.search(data, start)
    answers = data[start - 1 : end.start() if end else len(data)]
    return len(_VALUE.findall(answers)), [time.decode("ascii") for time in _UPDATED.findall(answers)]


def _count(parsed: Parsed) -> tuple[int, list[str]]:
    """The same from a file that was read whole."""
    answers = parsed.root.value.get(ANSWERS)
    entries = (
        [entry for entry in answers.value.values() if isinstance(entry, MapNode)]
        if isinstance(answers, MapNode)
        else []
    )
    times = [entry.value.get(name) for entry in entries for name in ("updated", "confirmed")]
    values = [entry.value.get("value") for entry in entries]
    answered = sum(value is not None and not is_null(value) for value in values)
    return answered, [str(time.value) for time in times if time is not None]


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
