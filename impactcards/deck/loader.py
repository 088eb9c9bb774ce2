"""From a deck file to a deck: read, checked, translated, built. What is wrong with it is said all at once."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from impactcards.faults import Fault, FaultyFile, UserError
from impactcards.records import field, record
from impactcards.text import clean
from impactcards.words import N_, Message
from impactcards.yamltext import MAX_BYTES, MapNode, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from impactcards.deck.model import Deck
    from impactcards.deck.overlay import Laid

DECK_SUFFIXES = (".yaml", ".yml")


@record
class Loaded:
    """A deck as it was loaded.

    ``overlays`` names every translation beside the deck by its language; ``overlay_faults`` says what was wrong with
    those that were wanted, which then left the deck in its base language. ``remarks`` are what its author might mend.
    """

    deck: Deck
    path: Path
    data: bytes
    overlays: Mapping[str, Path] = field(default_factory=dict)
    overlay_faults: tuple[Fault, ...] = ()
    remarks: tuple[Fault, ...] = ()


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Trees of nodes hold no circles, so looking for some in a big deck only takes time (a quarter of it)."""
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


@_collector_paused()
def load_deck(
    path: Path,
    *,
    language: str | None = None,
    max_bytes: int = MAX_BYTES,
    base_text: bytes | None = None,
    cache: Path | None = None,
) -> Loaded:
    """The deck at ``path``, in the closest of its languages to the BCP 47 tag ``language``.

    ``base_text`` is its text where that is at hand. Raises :class:`FaultyFile` with every fault of the base
    file; a faulty translation is no reason not to open the deck. A deck that is found ready in the folder ``cache`` is
    not checked again; it comes without remarks.
    """
    data = read_bytes(path, max_bytes) if base_text is None else base_text
    overlays = overlays_beside(path)
    if cache is None or len(data) > max_bytes:
        return _checked(path, data, overlays, language, max_bytes)
    from impactcards.deck import ready

    known = ready.recall(cache, data, language, overlays)
    if known is not None:
        return Loaded(known, path, data, overlays)
    loaded = _checked(path, data, overlays, language, max_bytes)
    if not loaded.overlay_faults:
        used = wanted_overlays(language, loaded.deck.languages[0], overlays)
        ready.keep(cache, data, language, overlays, used, loaded.deck)
    return loaded


def _checked(path: Path, data: bytes, overlays: Mapping[str, Path], language: str | None, max_bytes: int) -> Loaded:
    """The deck, read and checked from its text."""
    from impactcards.deck.build import build_deck
    from impactcards.deck.format.lookup import text_in

    root, remarks = check_base(data, path, max_bytes)
    base_language = text_in(root, "language")
    spoken = base_language
    faults: list[Fault] = []
    for tag in wanted_overlays(language, base_language, overlays):
        found = lay_file_over(root, overlays[tag], tag, max_bytes)
        faults.extend(found.faults)
        if not found.faults:
            spoken = tag
    languages = (base_language, *sorted(tag for tag in overlays if tag.lower() != base_language.lower()))
    return Loaded(build_deck(root, spoken, languages), path, data, overlays, tuple(faults), tuple(remarks))


def lay_file_over(base: MapNode, path: Path, tag: str, max_bytes: int) -> Laid:
    """Lay the translation in a file over a deck's tree; a file that cannot be read is a fault as well."""
    from impactcards.deck.overlay import Laid, lay_over

    try:
        data = read_bytes(path, max_bytes)
    except UserError as error:
        return Laid(None, (Fault(str(path), 0, 0, error.message),), [])
    return lay_over(base, data, path, tag, max_bytes)


def check_base(data: bytes, path: Path, max_bytes: int) -> tuple[MapNode, list[Fault]]:
    """The valid tree of a deck file and its remarks, or :class:`FaultyFile`."""
    from impactcards.deck.format.validate import in_file_order, validate

    if len(data) > max_bytes:
        message = N_("The deck is larger than {limit} MB, so it was not read. “--max-deck MB” sets a larger limit.")
        raise FaultyFile([Fault(str(path), 0, 0, Message(message, limit=f"{max_bytes / 1_000_000:g}"))])
    document = parse(data, str(path), max_bytes=max_bytes)
    if document.root is None:
        raise FaultyFile(document.faults)
    faults, remarks = validate(document.root, str(path))
    if document.faults or faults or not isinstance(document.root, MapNode):
        raise FaultyFile(in_file_order([*document.faults, *faults]))
    return document.root, remarks


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """What stands in a file, at most one byte more than may be read; :class:`UserError` where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(max_bytes + 1)
    except FileNotFoundError:
        raise UserError(Message(N_("There is no file {file}."), file=path)) from None
    except IsADirectoryError:
        raise UserError(Message(N_("{file} is a folder, not a file."), file=path)) from None
    except ValueError:  # a path with a NUL in it
        raise UserError(Message(N_("There is no file {file}."), file=clean(str(path)))) from None
    except OSError as error:
        raise UserError(
            Message(N_("{file} cannot be read: {problem}."), file=path, problem=error.strerror or error)
        ) from None


def overlays_beside(path: Path) -> dict[str, Path]:
    """The translations that stand beside a deck, by language: NAME.LANG.yaml beside NAME.yaml."""
    found: dict[str, Path] = {}
    try:
        files = sorted(path.parent.iterdir())
    except OSError:
        return found
    begin = path.stem + "."
    for file in files:
        tag = file.stem.removeprefix(begin)
        if file.suffix in DECK_SUFFIXES and file.stem.startswith(begin) and tag and "." not in tag:
            found.setdefault(tag, file)
    return found


def wanted_overlays(language: str | None, base_language: str, overlays: Mapping[str, Path]) -> list[str]:
    """The translations to lay over the base for a wanted language, the most general first (de, then de-x-sie)."""
    if not language:
        return []
    by_folded = {tag.replace("_", "-").lower(): tag for tag in overlays}
    parts = language.replace("_", "-").lower().split("-")
    chain: list[str] = []
    while parts:
        tag = "-".join(parts)
        if tag == base_language.lower():
            break
        if tag in by_folded:
            chain.append(by_folded[tag])
        parts.pop()
    return chain[::-1]
