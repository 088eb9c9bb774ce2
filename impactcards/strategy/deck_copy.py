"""The deck a strategy is played with: the byte copies in its folder, and the deck they came from.

What is played is always the copy, so that a strategy never changes under a person. When the library's deck is another
one, it is offered; taking it replaces the copy. Words of a translation are no structure, so they are simply renewed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from impactcards.deck.library import Library
from impactcards.deck.loader import Loaded, load_deck, overlays_beside
from impactcards.disk import write_whole
from impactcards.faults import UserError
from impactcards.records import record
from impactcards.words import N_, Message

#: The copy's name in every strategy folder; its overlays are ``deck.LANG.yaml``.
DECK_FILE = "deck.yaml"

_NUMBER = re.compile(r"\d+")


@record
class PlayedDeck:
    """The deck as it was loaded, and the path of the newer one, or None."""

    loaded: Loaded
    newer: Path | None


def load(
    folder: Path, deck_id: str, language: str | None, library: Library, made_with: str, *, may_write: bool
) -> PlayedDeck:
    """The deck of the strategy in ``folder``. ``made_with`` is a deck file outside the library, or empty.

    Raises :class:`UserError` if neither the copy nor the library's deck can be read.
    """
    copy = folder / DECK_FILE
    source = _source(deck_id, library, made_with)
    ours, theirs = _bytes(copy), _bytes(source) if source is not None else None
    if source is not None and theirs is not None and may_write and ours in (None, theirs):
        with suppress(OSError):
            keep_copy(folder, source, theirs, overlays_beside(source))
            ours = _bytes(copy)
    if ours is None:
        if source is None or theirs is None:
            raise UserError(
                Message(
                    N_("The deck “{deck}” is neither in the folder nor among the decks. Put it back as {file}."),
                    deck=deck_id,
                    file=copy,
                )
            )
        return PlayedDeck(load_deck(source, language=language, max_bytes=library.max_bytes, cache=library.cache), None)
    try:
        loaded = load_deck(copy, language=language, max_bytes=library.max_bytes, cache=library.cache)
    except UserError:
        if source is None or theirs == ours:
            raise
        return PlayedDeck(load_deck(source, language=language, max_bytes=library.max_bytes, cache=library.cache), None)
    newer = source if source is not None and theirs is not None and theirs != ours else None
    return PlayedDeck(loaded, newer if newer is not None and _is_newer(newer, loaded, library) else None)


def keep_copy(folder: Path, deck: Path, data: bytes, overlays: Mapping[str, Path]) -> None:
    """Copy a deck and its overlays into the folder, where they differ. Raises OSError."""
    copies = {folder / DECK_FILE: data}
    for language, overlay in overlays.items():
        copies[folder / f"deck.{language}.yaml"] = overlay.read_bytes()
    for target, wanted in copies.items():
        if deck != target and wanted != _bytes(target):
            write_whole(target, wanted)


def replace_copy(folder: Path, loaded: Loaded) -> None:
    """Put another deck in the place of the copy; overlays of the old one go. Raises OSError."""
    kept = {f"deck.{language}.yaml" for language in loaded.overlays}
    for language, overlay in overlays_beside(folder / DECK_FILE).items():
        if f"deck.{language}.yaml" not in kept:
            overlay.unlink()
    keep_copy(folder, loaded.path, loaded.data, loaded.overlays)


def _source(deck_id: str, library: Library, made_with: str) -> Path | None:
    if made_with and Path(made_with).is_file():
        return Path(made_with)
    try:
        return library.find(deck_id)
    except (UserError, OSError):
        return None


def _is_newer(source: Path, copy: Loaded, library: Library) -> bool:
    """Whether a deck that differs is worth an offer: it can be read, is the same deck, and not of an older version."""
    try:
        deck = load_deck(source, max_bytes=library.max_bytes, cache=library.cache).deck
    except UserError:
        return False
    return deck.id == copy.deck.id and _parts(deck.version) >= _parts(copy.deck.version)


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in _NUMBER.findall(version))


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
