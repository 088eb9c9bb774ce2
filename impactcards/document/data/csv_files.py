"""Every table and list of a strategy, and its actions, as CSV (RFC 4180): one file each, packed into a zip.

The first line names the columns. Figures have a point and no unit, days are ISO 8601, picks are parted by semicolons.
Files begin with the mark by which spreadsheets know UTF-8.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from impactcards.document.data.content import content
from impactcards.strategy.strategy import Strategy
from impactcards.words import words

if TYPE_CHECKING:
    from impactcards.document.formats import Options

#: A spreadsheet would take a text that begins like this for a formula, and run it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(strategy: Strategy, options: Options) -> bytes:  # noqa: ARG001 - every format is given them
    """The tables as a format of :mod:`impactcards.document.formats`: a zip, the same bytes for the same answers."""
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in csv_files(strategy):
            entry = zipfile.ZipInfo(name)  # without a moment of its own
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return packed.getvalue()


def csv_files(strategy: Strategy) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each file: ``CARD.csv`` for each answered table or list, and ``_actions.csv``.

    No card can be called so: an id begins with a letter.
    """
    whole = content(strategy)
    say = words(strategy.language)
    for card in whole["cards"]:
        if card["kind"] == "table" and card["value"] is not None:
            yield f"{card['id']}.csv", _csv(_table_lines(card["value"]))
        elif isinstance(card["value"], list):  # also picks, and what was put in order
            yield f"{card['id']}.csv", _csv([[card["title"]], *([entry["title"]] for entry in card["value"])])
    if whole["actions"]:
        heads = [say("What"), say("Who"), say("Until"), say("State")]
        states = {"open": say("still to do"), "done": say("done"), "moved": say("moved"), "dropped": say("dropped")}
        rows = [[a["text"], a["who"], a["until"], states[a["state"]]] for a in whole["actions"]]
        yield "_actions.csv", _csv([heads, *rows])


def _table_lines(table: dict[str, Any]) -> Iterator[Sequence[Any]]:
    named = any(row["name"] for row in table["rows"])
    heads = [column["title"] for column in table["columns"]]
    yield ["", *heads] if named else heads
    for row in table["rows"]:
        cells = [_cell(row["cells"].get(column["id"], "")) for column in table["columns"]]
        yield [row["name"], *cells] if named else cells


def _cell(cell: Any) -> Any:
    return "; ".join(one["title"] for one in cell) if isinstance(cell, list) else cell


def _csv(lines: Iterable[Sequence[Any]]) -> bytes:
    import csv

    text = io.StringIO(newline="")
    csv.writer(text).writerows([[_harmless(cell) for cell in line] for line in lines])
    return text.getvalue().encode("utf-8-sig", "replace")


def _harmless(cell: Any) -> Any:
    """A text that is no formula for a spreadsheet."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


__all__ = ["csv_files", "write"]
