"""strategy.md: written after each save, and never over what somebody wrote into it by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from impactcards.disk import replace, unused, write_whole
from impactcards.strategy.state import DOCUMENT, Note

#: The name of the document in every strategy folder.
DOCUMENT_FILE = "strategy.md"


def write_document(folder: Path, text: str, note: Note, text_before: Callable[[], str]) -> Path | None:
    """Write the document if it differs. Returns where a document edited by hand was moved to, or None.

    A document is the program's own if its hash is the one noted, or if it reads as ``text_before()``: so a lost note,
    or a folder shared between computers, makes no document look edited. In doubt it is moved, not overwritten.
    """
    path = folder / DOCUMENT_FILE
    data = text.encode("utf-8", "replace")
    moved = None
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        found = None
    if found and found != data:
        known = note.get(DOCUMENT)
        if _hash(found) != known and found != text_before().encode("utf-8", "replace"):
            moved = unused(folder / f"strategy (edited {datetime.now().astimezone():%Y-%m-%d}).md")
            replace(path, moved)
    if found != data:
        write_whole(path, data, durable=False)
    note.put(**{DOCUMENT: _hash(data)})
    return moved


def _hash(data: bytes) -> str:
    from hashlib import sha256  # loads OpenSSL, which opening does not need

    return sha256(data).hexdigest()
