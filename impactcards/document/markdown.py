"""The document as Markdown (CommonMark with GFM tables), made to be read as it stands as well as rendered.

It ends each line a person broke with two spaces, puts what is short enough into aligned tables, and has no trace of
ids or anchors: whoever opens strategy.md in an editor should find a page somebody wrote.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from impactcards.document import escape
from impactcards.document.blocks import (
    Bars,
    Block,
    Chapter,
    Definitions,
    Heading,
    Lines,
    Listing,
    Note,
    OnePage,
    Outline,
    Paragraph,
    Picture,
    Run,
    Table,
    Text,
)

if TYPE_CHECKING:
    from impactcards.document.formats import Options

#: Tables wider than this many cells are not padded: no editor shows their lines whole.
PADDED_WIDTH = 130

_MARKS = {"plain": "", "strong": "**", "soft": "*", "gone": "~~"}


def to_markdown(outline: Outline) -> str:
    """The whole document. It ends with a line feed."""
    pieces = [f"# {_heading(outline.title)}"]
    if outline.byline:
        pieces.append(escape.line(_one_line(outline.byline)))
    if outline.one_page is not None:
        pieces += _one_page(outline.one_page)
    for chapter in outline.chapters:
        pieces += _chapter(chapter)
    return "\n\n".join(pieces) + "\n"


def write(outline: Outline, options: Options) -> str:
    """The document as a format of :mod:`impactcards.document.formats`."""
    return one_page_to_markdown(outline) if options.one_page else to_markdown(outline)


def one_page_to_markdown(outline: Outline) -> str:
    """Only the title and the strategy on one page."""
    return to_markdown(Outline(outline.title, outline.byline, outline.language, outline.day, outline.one_page, ()))


def _one_page(page: OnePage) -> Iterator[str]:
    yield f"## {_heading(page.title)}"
    blocks: list[Block] = []
    label = ""
    for part in page.parts:
        if part.label and part.label != label:
            label = part.label
            blocks.append(Paragraph((Run(label, "strong"),), "lead"))
        blocks += part.blocks
    yield from _blocks(blocks)


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"## {_heading(chapter.title)}"
    yield from _blocks(chapter.blocks)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """Each block as Markdown. Two lists in a row get different bullets, or they would run into one."""
    turned = False
    before: Block | None = None
    for block in blocks:
        turned = isinstance(block, Listing) and isinstance(before, Listing) and not turned
        yield from _block(block, turned)
        before = block


def _block(block: Block, turned: bool) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * min(block.level, 6)} {_heading(block.text)}"
        case Paragraph():
            yield _text(block.text, soft=block.role in ("question", "open"))
        case Listing():
            yield _listing(block.items, numbered=block.numbered, turned=turned)
        case Table():
            yield _table(block)
        case Definitions():
            for entry in block.entries:
                yield f"**{escape.inline(_one_line(entry.term))}**"
                facts = tuple((Run(f"{label}: {text}" if label else text),) for label, text in entry.facts)
                yield _listing(facts, numbered=False, turned=False)
        case Note():
            yield "\n".join(f"> {line}" if line else ">" for line in _note(block).split("\n"))
        case Picture():
            yield f"### {_heading(block.title)}"
            yield from _blocks(block.twin)
        case Bars() | Lines():
            from impactcards.document.text_pictures import bars_table, lines_table  # few documents have any

            if isinstance(block, Lines):
                yield _table(lines_table(block))
                return
            if block.title:
                yield f"### {_heading(block.title)}"
            yield _table(bars_table(block))


def _text(text: Text, *, soft: bool = False) -> str:
    """A paragraph: its lines, with breaks between them. Blank lines are no part of a paragraph and fall away."""
    lines: list[list[Run]] = [[]]
    for run in text:
        first, *others = run.text.split("\n")
        emphasis = "soft" if soft and run.emphasis == "plain" else run.emphasis
        lines[-1].append(Run(first, emphasis))
        lines += [[Run(other, emphasis)] for other in others]
    rendered = (_line(line) for line in lines)
    return "  \n".join(line for line in rendered if line)


def _line(runs: Sequence[Run]) -> str:
    kept = [run for run in runs if run.text]
    pieces = []
    for i, run in enumerate(kept):
        text = run.text.lstrip() if i == 0 else run.text
        text = text.rstrip() if i == len(kept) - 1 else text
        if run.emphasis == "plain":
            pieces.append(escape.line(text) if i == 0 else escape.inline(text))
        elif core := text.strip():
            before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            mark = _MARKS[run.emphasis]
            words = escape.struck(core) if run.emphasis == "gone" else escape.inline(core)
            pieces.append(f"{before}{mark}{words}{mark}{after}")
    return "".join(pieces)


def _listing(items: Iterable[Text], *, numbered: bool, turned: bool) -> str:
    lines = []
    for number, item in enumerate(items, start=1):
        mark = f"{number}{')' if turned else '.'} " if numbered else ("* " if turned else "- ")
        lines.append(mark + _text(item).replace("\n", "\n" + " " * len(mark)))
    return "\n".join(lines)


def _note(note: Note) -> str:
    paragraphs = note.text.strip().split("\n\n")
    first = (Run(note.label, "strong"), Run(" " + paragraphs[0].strip()))
    return "\n\n".join([_text(first), *(text for p in paragraphs[1:] if (text := _text((Run(p),))))])


def _table(table: Table) -> str:
    rows = [[column.title for column in table.columns], *table.rows]
    cells = [[escape.inline(_one_line(cell)) for cell in row] for row in rows]
    rights = [column.align == "right" for column in table.columns]
    widths = [max(3, *(_width(row[i]) for row in cells)) for i in range(len(table.columns))]
    wide = sum(widths) + 3 * len(widths) + 1 > PADDED_WIDTH
    rule = [
        "-" * (2 if wide else width - 1) + (":" if right else "-") for width, right in zip(widths, rights, strict=True)
    ]
    lines = cells if wide else [[_padded(*cell) for cell in zip(row, widths, rights, strict=True)] for row in cells]
    return "\n".join(f"| {' | '.join(row)} |" for row in [lines[0], rule, *lines[1:]])


def _padded(cell: str, width: int, right: bool) -> str:
    space = " " * max(0, width - _width(cell))
    return space + cell if right else cell + space


def _width(text: str) -> int:
    """How many cells of a terminal or an editor a text takes."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else not unicodedata.combining(c) for c in text)


def _heading(text: str) -> str:
    return escape.heading(_one_line(text))


def _one_line(text: str) -> str:
    return " ".join(part for line in text.split("\n") if (part := line.strip()))


__all__ = ["PADDED_WIDTH", "one_page_to_markdown", "to_markdown", "write"]
