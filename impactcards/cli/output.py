"""Where the program's words go: data to standard output, words for people to standard error.

Nothing that stands in a file name, a deck or an answer can crash the output or send an escape sequence to a terminal.
"""

from __future__ import annotations

import io
import os
import sys

import click

from impactcards.text import clean


def prepare_streams() -> None:
    """Let no character be too much for the standard streams; what goes to a file or a pipe is UTF-8 everywhere."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started the program
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    chosen_by_user = "PYTHONIOENCODING" in os.environ
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty() or chosen_by_user:
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="replace")


def put(text: str) -> None:
    """A line, or several, of data on standard output."""
    click.echo(clean(text))


def put_text(text: str) -> None:
    """A whole text on standard output as it is, cleaned only where it goes to a terminal."""
    click.echo(clean(text) if sys.stdout.isatty() else text, nl=False)


def put_bytes(data: bytes) -> None:
    """A file of whatever kind on standard output, byte by byte."""
    click.echo(data, nl=False)


def tell(text: str) -> None:
    """A sentence to the person, on standard error."""
    click.echo(clean(text), err=True)


def put_json(data: object) -> None:
    """Data for another program: JSON with sorted keys left as given, readable and in ASCII."""
    import json

    click.echo(json.dumps(data, indent=2))


def put_rows(rows: list[tuple[str, ...]]) -> None:
    """A small table on standard output, its columns two spaces apart; the last column is not padded."""
    widths = [max(cell_width(clean(row[i])) for row in rows) for i in range(len(rows[0]) - 1)] if rows else []
    for row in rows:
        cells = [clean(cell).replace("\n", " ") for cell in row]
        padded = [cell + " " * (width - cell_width(cell)) for cell, width in zip(cells, widths, strict=False)]
        click.echo("  ".join([*padded, cells[-1]]).rstrip())


def cell_width(text: str) -> int:
    """How many cells a line takes in a terminal: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    import unicodedata

    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    combining = sum(unicodedata.combining(character) != 0 for character in text)
    return len(text) + wide - combining


def in_terminal() -> bool:
    """Whether a person sits at a terminal that can draw: input and output are one, and it is not a dumb one."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") != "dumb"
