"""Translations that nobody will ever read, because their file is named in a way that no deck looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.loader import DECK_SUFFIXES, read_bytes
from impactcards.faults import Fault, UserError
from impactcards.words import N_, Message
from impactcards.yamltext import first_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


def translations_astray(path: Path, deck_id: str, overlays: Collection[Path], max_bytes: int) -> list[Fault]:
    """A remark for each file in the folder of the deck ``path`` that translates it and is none of its ``overlays``."""
    try:
        files = sorted(file for file in path.parent.iterdir() if file.suffix in DECK_SUFFIXES and file.is_file())
    except OSError:
        return []
    stems = {file.stem for file in files if "." not in file.stem}
    return [
        Fault(str(file), 0, 0, Message(_ASTRAY, deck=deck_id, name=f"{path.stem}.LANGUAGE.yaml"))
        for file in files
        if file not in overlays
        and file.stem.rpartition(".")[0] not in stems  # it belongs to another deck
        and _translates(file, max_bytes) == deck_id
    ]


_ASTRAY = N_("This translates “{deck}”, but is never read. Name it {name}, such as “de” for the language.")


def _translates(file: Path, max_bytes: int) -> str:
    try:
        found = first_of(read_bytes(file, max_bytes), ("id", "translates"), max_bytes=max_bytes)
    except UserError:
        return ""
    return found[1] if found is not None and found[0] == "translates" else ""
