"""What the program remembers about a strategy outside its folder: where one was, and what it wrote last.

A note is kept by the folder's path in the home's state folder. Losing one does no harm, so nothing here ever fails.
"""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from impactcards.disk import read_with_stamp, write_whole
from impactcards.strategy.names import slug
from impactcards.yamltext import dump, parse, to_data

#: The keys of a note: the card and recipe one left, the hash of the document last written, the deck's own file.
CARD, RECIPE, DOCUMENT, DECK = "card", "recipe", "document", "deck"

_FOLDER = "folder"


class Note:
    """The note about one strategy folder. For any thread."""

    def __init__(self, state: Path, folder: Path) -> None:
        self._folder = os.path.realpath(folder)
        self._path = state / f"{slug(folder.name)}-{crc32(os.fsencode(self._folder)):08x}.yaml"
        self._lock = threading.Lock()

    def get(self, key: str) -> str:
        """What was noted, or an empty string."""
        return self._read().get(key, "")

    def put(self, **values: str) -> None:
        """Note something, if the state folder can be written."""
        with self._lock:
            held = self._read()
            if all(held.get(key, "") == value for key, value in values.items()):
                return
            text = dump({_FOLDER: self._folder, **held, **values})
            with suppress(OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(self._path, text.encode("utf-8", "replace"), durable=False)

    def move(self, state: Path, folder: Path) -> None:
        """Take the note along when its folder is renamed."""
        held = self._read()
        with suppress(OSError):
            self._path.unlink()
        Note(state, folder).put(**held)

    def _read(self) -> dict[str, str]:
        """What is noted about this very folder."""
        try:
            root = parse(read_with_stamp(self._path)[0]).root
        except OSError:
            return {}
        data = to_data(root) if root is not None else None
        if not isinstance(data, dict) or data.pop(_FOLDER, None) != self._folder:
            return {}
        return {key: value for key, value in data.items() if isinstance(value, str)}
