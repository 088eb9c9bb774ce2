"""Decks that were read before, kept ready in the cache, so that the first card need not wait for a deck to be checked.

An entry holds the very bytes it was made from, and counts only while the files still hold them. It is data, as a deck
is: reading one makes records of the deck's model and nothing else, and whatever is odd about it makes the deck be read
anew.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from impactcards import __version__
from impactcards.deck import kinds, model
from impactcards.disk import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: How many entries are kept; the oldest go.
MOST = 40

_SUFFIX = ".deck.json"
_TUPLE, _LIST, _MAPPING = "()", "[]", "{}"
_CLASSES: dict[str, Any] = {
    name: found
    for room in (kinds, model)
    for name, found in vars(room).items()
    if isinstance(found, type) and found.__module__ == room.__name__
}


def recall(cache: Path, data: bytes, language: str | None, overlays: Mapping[str, Path]) -> model.Deck | None:
    """The deck that was built from ``data`` and the translations beside it.

    None if it was never kept, or if anything has changed since: a file, the language, the program.
    """
    try:
        entry = _file(cache, data, language).read_bytes()
        head, _, rest = entry.partition(b"\n")
        made_from = json.loads(head)
        if made_from["key"] != _key(language, overlays):
            return None
        sources = [data, *(overlays[tag].read_bytes() for tag in made_from["used"])]
        if not rest.startswith(b"".join(sources)) or made_from["sizes"] != [len(source) for source in sources]:
            return None
        deck = _decoded(json.loads(rest[sum(made_from["sizes"]) :]))
        return deck if isinstance(deck, model.Deck) else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def keep(
    cache: Path, data: bytes, language: str | None, overlays: Mapping[str, Path], used: Sequence[str], deck: model.Deck
) -> None:
    """Keep a faultless deck ready. Where the cache cannot be written, nothing is lost."""
    with suppress(OSError, ValueError):
        sources = [data, *(overlays[tag].read_bytes() for tag in used)]
        made_from = {
            "key": _key(language, overlays),
            "used": list(used),
            "sizes": [len(source) for source in sources],
        }
        body = json.dumps(_encoded(deck), ensure_ascii=False, separators=(",", ":")).encode()
        cache.mkdir(parents=True, exist_ok=True)
        _make_room(cache)
        target = _file(cache, data, language)
        write_whole(target, json.dumps(made_from).encode() + b"\n" + b"".join(sources) + body, durable=False)


def _file(cache: Path, data: bytes, language: str | None) -> Path:
    return cache / f"{crc32(data):08x}-{crc32((language or '').encode('utf-8', 'replace')):08x}{_SUFFIX}"


def _key(language: str | None, overlays: Mapping[str, Path]) -> list[Any]:
    """What the built deck depends on beside the files' bytes."""
    return [_program(), language, sorted(overlays)]


@lru_cache(maxsize=1)
def _program() -> str:
    """The version of the program, and of its sources, for those who are changing them."""
    here = Path(__file__).parent
    newest = max(file.stat().st_mtime_ns for folder in (here, here / "format") for file in os.scandir(folder))
    return f"{__version__} {newest}"


def _make_room(cache: Path) -> None:
    entries = [file for file in os.scandir(cache) if file.name.endswith(_SUFFIX)]
    for old in sorted(entries, key=lambda file: file.stat().st_mtime_ns)[: max(0, len(entries) - MOST + 1)]:
        Path(old.path).unlink(missing_ok=True)


def _encoded(value: Any) -> Any:
    """A value of the model as JSON holds it: a record, tuple, list or mapping is a list that begins with its kind."""
    if isinstance(value, tuple):
        return [_TUPLE, *map(_encoded, value)]
    if isinstance(value, list):
        return [_LIST, *map(_encoded, value)]
    if isinstance(value, dict):
        return [_MAPPING, *([_encoded(key), _encoded(held)] for key, held in value.items())]
    if value is None or isinstance(value, str | int | float):
        return value
    return [type(value).__name__, *(_encoded(getattr(value, name)) for name in _fields(type(value)))]


def _decoded(value: Any) -> Any:
    """The value that :func:`_encoded` was given.

    Most of what a deck holds are plain values; they are taken as they are here, because a call for each of them would
    cost as much as all the rest.
    """
    if value.__class__ is not list:
        return value
    kind = value[0]
    if kind == _MAPPING:
        return {key: _decoded(held) for key, held in value[1:]}
    held = [part if part.__class__ is not list else _decoded(part) for part in value[1:]]
    if kind == _TUPLE:
        return tuple(held)
    return held if kind == _LIST else _CLASSES[kind](*held)


def _fields(kind: Any) -> tuple[str, ...]:
    """The names of a record's fields, in the order in which it is made from them."""
    return tuple(kind.__dataclass_fields__) if hasattr(kind, "__dataclass_fields__") else kind.__fields__
