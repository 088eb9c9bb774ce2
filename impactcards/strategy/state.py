"""What the program remembers about a strategy outside its folder: where one was, and what it wrote last.

A note is kept by the folder's path in the home's state folder. Losing one does no harm, so nothing here ever fails.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from impactcards.disk import write_whole

#: The keys of a note: the card and recipe one left, the hash of the document last written, the deck's own file.
CARD, RECIPE, DOCUMENT, DECK = "card", "recipe", "document", "deck"


class Note:
    """The note about one strategy folder."""

    def __init__(self, state: Path, folder: Path) -> None:
        real = os.path.realpath(folder)
        self._folder = real
        self._path = state / f"{sha256(os.fsencode(real)).hexdigest()[:20]}.json"
        self._held: dict[str, str] | None = None

    def get(self, key: str) -> str:
        """What was noted, or an empty string."""
        return self._read().get(key, "")

    def put(self, **values: str) -> None:
        """Note something, if the state folder can be written."""
        held = self._read()
        if all(held.get(key, "") == value for key, value in values.items()):
            return
        held |= values
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps({"folder": self._folder, **held}, ensure_ascii=False, indent=1)
            write_whole(self._path, text.encode("utf-8", "replace"), durable=False)

    def move(self, state: Path, folder: Path) -> None:
        """Take the note along when its folder is renamed."""
        held = self._read()
        with suppress(OSError):
            self._path.unlink()
        Note(state, folder).put(**{key: value for key, value in held.items() if key != "folder"})

    def _read(self) -> dict[str, str]:
        if self._held is None:
            self._held = {}
            with suppress(OSError, ValueError, RecursionError):
                data = json.loads(self._path.read_bytes())
                if isinstance(data, dict):
                    self._held = {key: value for key, value in data.items() if isinstance(value, str)}
        return self._held
