"""Where decks are found: those that come with the program, those in the user's folder, and any file one names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from impactcards.deck.loader import DECK_SUFFIXES, Loaded, load_deck, overlays_beside, read_bytes
from impactcards.faults import Fault, FaultyFile, UserError
from impactcards.records import record
from impactcards.text import closest, shortened
from impactcards.words import N_, Message
from impactcards.yamltext import MAX_BYTES, first_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from impactcards.deck.model import Deck

Source = Literal["bundled", "user"]
_State = tuple[tuple[str, int, int], ...]


def bundled_folder() -> Path:
    """The decks that come with the program: in the package when installed, beside it in a source tree."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "decks"
    return inside if inside.is_dir() else package.parent / "decks"


@record
class DeckEntry:
    """A deck of the library. Of a faulty one, ``deck`` is None, and ``title`` is the name of its file."""

    id: str
    title: str
    about: str
    path: Path
    source: Source
    faults: tuple[Fault, ...] = ()
    deck: Deck | None = None


class Library:
    """The decks at hand. One in the user's folder stands before the bundled one with the same id."""

    def __init__(
        self,
        user_folder: Path | None = None,
        max_bytes: int = MAX_BYTES,
        *,
        bundled: Path | None = None,
        cache: Path | None = None,
    ) -> None:
        self.user_folder = user_folder
        self.max_bytes = max_bytes
        self.cache = cache
        self.bundled = bundled if bundled is not None else bundled_folder()
        self._loaded: dict[tuple[Path, str | None], tuple[_State, Loaded]] = {}

    def list(self, language: str | None = None) -> list[DeckEntry]:
        """Every deck by id, the user's first, each in the closest of its languages; faulty ones with their faults."""
        entries: dict[str, DeckEntry] = {}
        for path, source in self._files():
            entry = self._entry(path, source, language)
            if entry is None:
                continue
            first = entries.setdefault(entry.id, entry)
            if first is not entry and first.source == source:
                message = N_("This deck has the same id as {file}: “{id}”. Give it another one.")
                fault = Fault(str(path), 0, 0, Message(message, file=first.path.name, id=entry.id))
                entries[path.name] = DeckEntry(path.name, entry.title, entry.about, path, source, (fault,))
        return list(entries.values())

    def find(self, id_or_path: str | Path) -> Path:
        """The file of a deck by its id, path or name; :class:`UserError` with a suggestion if there is none."""
        word = str(id_or_path)
        ids: dict[str, Path] = {}
        names: dict[str, Path] = {}
        for path, _ in self._files():
            names.setdefault(path.name, path)
            deck_id = self._id_of(path)
            if deck_id is not None:
                ids.setdefault(deck_id, path)
        if word in ids:
            return ids[word]
        path = Path(os.path.expanduser(word))  # noqa: PTH111 (unlike the method of Path, it takes any text)
        if is_file(path):
            return path
        if word in names:
            return names[word]
        if isinstance(id_or_path, Path) or path.suffix in DECK_SUFFIXES or len(path.parts) > 1:
            raise UserError(Message(N_("There is no file {file}."), file=shortened(word, 200)))
        guess = closest(word, ids)
        if guess is not None:
            raise UserError(
                Message(N_("There is no deck “{word}”. Did you mean “{guess}”?"), word=shortened(word), guess=guess)
            )
        raise UserError(
            Message(
                N_("There is no deck “{word}”. At hand are: {known}."),
                word=shortened(word),
                known=", ".join(ids) or "–",
            )
        )

    def load(self, id_or_path: str | Path, language: str | None = None) -> Loaded:
        """A deck by its id or path, in the closest of its languages; :class:`FaultyFile` with all its faults."""
        return self._load(self.find(id_or_path), language)

    def _files(self) -> Iterator[tuple[Path, Source]]:
        folders: tuple[tuple[Path | None, Source], ...] = ((self.user_folder, "user"), (self.bundled, "bundled"))
        for folder, source in folders:
            if folder is not None:
                for path in deck_files(folder):
                    yield path, source

    def _load(self, path: Path, language: str | None) -> Loaded:
        """A deck that has not changed since is not read twice."""
        key = (path, language)
        try:
            state = tuple((str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in _files_of(path))
        except OSError:
            return load_deck(path, language=language, max_bytes=self.max_bytes, cache=self.cache)
        if key not in self._loaded or self._loaded[key][0] != state:
            self._loaded[key] = state, load_deck(path, language=language, max_bytes=self.max_bytes, cache=self.cache)
        return self._loaded[key][1]

    def _entry(self, path: Path, source: Source, language: str | None) -> DeckEntry | None:
        try:
            deck = self._load(path, language).deck
        except FaultyFile as error:
            if self._id_of(path) is None:
                return None
            return DeckEntry(self._id_of(path) or path.stem, path.name, "", path, source, error.faults)
        except UserError as error:
            return DeckEntry(path.stem, path.name, "", path, source, (Fault(str(path), 0, 0, error.message),))
        return DeckEntry(deck.id, deck.title, deck.about, path, source, (), deck)

    def _id_of(self, path: Path) -> str | None:
        """The id of the deck in a file, the file's name where it cannot be made out; None for what is no deck."""
        try:
            return deck_id_of(read_bytes(path, self.max_bytes), path, self.max_bytes)
        except UserError:
            return path.stem


def _files_of(path: Path) -> list[Path]:
    """A deck's file and its translations."""
    return [path, *overlays_beside(path).values()]


def deck_id_of(data: bytes, path: Path, max_bytes: int) -> str | None:
    """The id that a deck's file declares, its name where none can be made out; None for a translation."""
    found = first_of(data, ("id", "translates"), max_bytes=max_bytes)
    if found is None:
        return path.stem
    return found[1] or path.stem if found[0] == "id" else None


def is_file(path: Path) -> bool:
    """Whether a file stands there, whatever somebody may have typed as its path."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def deck_files(folder: Path) -> list[Path]:
    """The files of a folder that may be decks, by name: no translation beside a deck, no hidden file, no subfolder."""
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix in DECK_SUFFIXES and is_file(path))
    except OSError:
        return []
    stems = {path.stem for path in files}
    return [path for path in files if not path.name.startswith(".") and path.stem.rpartition(".")[0] not in stems]
