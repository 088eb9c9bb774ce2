"""The catalogues of the interface: extracting the sentences from the sources, merging and compiling.

    python tests/catalogue.py              extract, and merge into every impactcards/locale/*/LC_MESSAGES/impactcards.po
    python tests/catalogue.py --compile    compile them, as the build does

A merge never guesses: a sentence that has changed is a new one, without translation.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "impactcards"
LOCALE = PACKAGE / "locale"

#: The functions that carry a sentence, and which of their arguments it is.
KEYWORDS: dict[str, tuple[int, ...] | None] = {"say": None, "plural": (1, 2), "N_": None}

#: Lines of a catalogue's header that would differ after every merge, or say nothing.
_PASSING = (
    b'"POT-Creation-Date',
    b'"PO-Revision-Date',
    b'"Last-Translator',
    b'"Report-Msgid-Bugs-To',
    b'"Generated-By',
)


def extract() -> Catalog:
    """Every sentence of the program, sorted by the file it stands in."""
    template = Catalog(project="Impact Cards", copyright_holder="Impact Cards contributors", charset="utf-8")
    found = extract_from_dir(str(PACKAGE), [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",))
    for file, _line, message, comments, _context in sorted(found, key=lambda entry: (entry[0], entry[1])):
        template.add(message, locations=[(f"impactcards/{Path(file).as_posix()}", None)], auto_comments=comments)
    return template


def catalogues() -> list[Path]:
    """Every catalogue's source."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/impactcards.po"))


def read(source: Path) -> Catalog:
    """A catalogue with its translations."""
    with source.open("rb") as file:
        return read_po(file, locale=source.parts[-3])


def merge(source: Path, template: Catalog) -> None:
    """Bring a catalogue up to date with the sources; what is no longer said is dropped."""
    merged = read(source)
    merged.update(template, no_fuzzy_matching=True)
    merged.obsolete.clear()
    written = BytesIO()
    write_po(written, merged, width=120, ignore_obsolete=True)
    lines = written.getvalue().splitlines(keepends=True)
    source.write_bytes(b"".join(line for line in lines if not line.startswith(_PASSING)))


def compile_stale() -> None:
    """Compile every catalogue that has changed since, beside itself."""
    for source in catalogues():
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with target.open("wb") as file:
            write_mo(file, read(source))


if __name__ == "__main__":
    if "--compile" in sys.argv:
        compile_stale()
    else:
        for path in catalogues():
            merge(path, extract())
