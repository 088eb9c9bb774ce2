"""The catalogues of the interface: extracting the sentences from the sources, merging and compiling.

    python tests/catalogue.py              extract, and merge into every impactcards/locale/*/LC_MESSAGES/impactcards.po
    python tests/catalogue.py --compile    compile them, as the build does

A merge never guesses: a sentence that has changed is a new one, without translation.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "impactcards"
LOCALE = PACKAGE / "locale"

#: The functions that carry a sentence, and how many of their first arguments are its forms.
KEYWORDS = {"say": 1, "_say": 1, "speak": 1, "N_": 1, "plural": 2}

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
    for file in sorted(PACKAGE.rglob("*.py")):
        location = (file.relative_to(ROOT).as_posix(), None)
        for message in sentences_in(ast.parse(file.read_bytes())):
            template.add(message, locations=[location])
    return template


def sentences_in(tree: ast.Module) -> Iterator[str | tuple[str, str]]:
    """The sentences of a module in the order in which they stand: a text, or the two forms of a plural.

    Babel's own extraction takes ``plural("…", "…", n, name=word(say))`` for a call of ``say``, so it is not used.
    """
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        forms = [
            argument.value
            for argument in call.args[: KEYWORDS.get(name, 0)]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value
        ]
        if name in KEYWORDS and len(forms) == KEYWORDS[name]:
            yield forms[0] if len(forms) == 1 else (forms[0], forms[1])


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
    for message in merged:
        if message.id and message.fuzzy:  # a sentence that has got a plural
            message.flags.discard("fuzzy")
            message.string = ("", "") if message.pluralizable else ""
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
