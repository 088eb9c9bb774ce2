"""Each kind of block as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from impactcards.document.blocks import (
    Bars,
    Block,
    Definitions,
    Heading,
    Lines,
    Listing,
    Note,
    Paragraph,
    Picture,
    Table,
    TableColumn,
)
from impactcards.document.html.markup import (
    Ids,
    attribute,
    classes,
    direction,
    direction_of,
    lines,
    one_line,
    runs,
)
from impactcards.words import Words

#: Tables with more columns than this become a card for each row on a phone.
MOST_ON_A_PHONE = 2

#: Tables with more columns than these want the whole width, or smaller letters as well.
MOST_IN_HALF, MOST_AT_EASE = 3, 7

#: "22 September 2027", in any language.
LONGEST_DAY = 24

#: A table with at most so many rows is not parted between two pages.
WHOLE_ROWS = 8


class Blocks:
    """Writes blocks; ``say`` speaks the document's language. Ids are unique within one page."""

    def __init__(self, ids: Ids, say: Words) -> None:
        self.ids = ids
        self.say = say

    def of(self, blocks: Iterable[Block], level: int) -> Iterator[str]:
        """The blocks below a heading of ``level``. No level of headings is ever left out on the way down."""
        for block in blocks:
            if isinstance(block, Heading):
                level = max(2, min(block.level, level + 1, 6))
                yield self._heading(block, level)
            elif isinstance(block, Picture | Lines) or (isinstance(block, Bars) and block.title):
                yield from self._figure(block, min(level + 1, 3))
            else:
                yield from self._block(block)

    def _heading(self, block: Heading, level: int) -> str:
        anchor = f' id="{self.ids.new(block.anchor, "card")}"' if block.anchor else ""
        return f"<h{level}{anchor}{direction(block.text)}>{one_line(block.text)}</h{level}>"

    def _figure(self, block: Picture | Lines | Bars, level: int) -> Iterator[str]:
        """A drawing under its title."""
        from impactcards.document.html import bars, flow, moved  # many documents have none

        title_id = self.ids.new("", "figure")
        title = f'id="{title_id}"{direction(block.title)}>{one_line(block.title)}'
        yield f'<figure aria-labelledby="{title_id}">'
        if isinstance(block, Picture):
            yield f"<h{level} {title}</h{level}>"
            yield flow.draw(block, self.ids.new("", "drawing"))
            yield from self._twin(self.of(block.twin, level))
        elif isinstance(block, Lines):
            yield f"<figcaption {title}</figcaption>"
            from impactcards.document.text_pictures import lines_table

            yield moved.draw(block, self.ids.new("", "drawing"))
            yield from self._twin(self._block(lines_table(block)))
        else:
            yield f"<h{level} {title}</h{level}>"
            yield bars.draw(block)
        yield "</figure>"

    def _twin(self, told: Iterator[str]) -> Iterator[str]:
        yield f'<details class="twin"><summary>{one_line(self.say("The same in words"))}</summary>'
        yield from told
        yield "</details>"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(text=text, steps=(reached, count)):
                from impactcards.document.html.bars import dots

                yield f'<p class="scale"{direction_of(text)}>{dots(reached, count)} {runs(text)}</p>'
            case Paragraph(text=text, role=role):
                name = "" if role == "answer" else role
                yield f"<p{classes((name,))}{direction_of(text)}>{runs(text)}</p>"
            case Listing():
                tag = "ol" if block.numbered else "ul"
                items = "".join(f"<li{direction_of(item)}>{runs(item)}</li>" for item in block.items)
                yield f"<{tag}>{items}</{tag}>"
            case Table():
                yield from table(block)
            case Definitions():
                yield from _definitions(block)
            case Note():
                yield from _note(block)
            case Bars():
                from impactcards.document.html import bars

                yield bars.draw(block)


def table(block: Table, shares: Sequence[float] = ()) -> Iterator[str]:
    """A table with its heads; the first cell of a row heads the row. On a phone each cell names its column itself.

    ``shares`` are the parts of the width that the columns take, if they are not to be left to the browser.
    """
    stacked = len(block.columns) > MOST_ON_A_PHONE
    names = ("stacked" if stacked else "", "whole" if len(block.rows) <= WHOLE_ROWS else "", _width(block))
    # A table whose rows become cards would no longer be one for screen readers, if the roles did not say so.
    as_table, group, line, head, name, value = (
        (
            ' role="table"',
            ' role="rowgroup"',
            ' role="row"',
            ' role="columnheader"',
            ' role="rowheader"',
            ' role="cell"',
        )
        if stacked
        else ("",) * 6
    )
    titles = [one_line(column.title) for column in block.columns]
    labels = [attribute("data-label", " ".join(column.title.split())) if stacked else "" for column in block.columns]
    sides = [' class="n"' if column.align == "right" else "" for column in block.columns]
    widths = "".join(f'<col width="{100 * share:.1f}%">' for share in shares)
    columns = f"<colgroup>{widths}</colgroup>" if widths else ""
    yield f"<table{classes(names)}{as_table}>{columns}<thead{group}><tr{line}>"
    yield "".join(
        f'<th scope="col"{head}{side}{direction(column.title)}>{title}</th>' if title else f"<td{value}></td>"
        for column, title, side in zip(block.columns, titles, sides, strict=True)
    )
    yield f"</tr></thead><tbody{group}>"
    for row in block.rows:
        cells = []
        for n, cell in enumerate(row):
            tag, role = ('th scope="row"', name) if n == 0 and cell.strip() else ("td", value)
            empty = " data-empty" if not cell.strip() else ""
            label, side = labels[n] if n else "", sides[n] or _day(block.columns[n], cell)
            cells.append(f"<{tag}{role}{label}{side}{empty}{direction(cell)}>{lines(cell)}</{tag[:2]}>")
        yield f"<tr{line}>{''.join(cells)}</tr>"
    yield "</tbody></table>"


def _day(column: TableColumn, cell: str) -> str:
    """A day stays on one line, where it is one and not a sentence."""
    return ' class="d"' if column.kind == "date" and len(cell) <= LONGEST_DAY else ""


def _width(block: Table) -> str:
    if len(block.columns) > MOST_AT_EASE:
        return "broad many"
    return "broad" if len(block.columns) > MOST_IN_HALF else ""


def _definitions(block: Definitions) -> Iterator[str]:
    yield '<div class="entries">'
    for entry in block.entries:
        yield f'<div class="entry"><p class="term"{direction(entry.term)}><strong>{one_line(entry.term)}</strong></p>'
        for labelled, facts in groupby(entry.facts, key=lambda fact: bool(fact[0])):
            if not labelled:
                yield "".join(f"<p{direction(text)}>{lines(text)}</p>" for _, text in facts)
                continue
            told = (
                f"<div><dt{direction(label)}>{one_line(label)}</dt><dd{direction(text)}>{lines(text)}</dd></div>"
                for label, text in facts
            )
            yield f"<dl>{''.join(told)}</dl>"
        yield "</div>"
    yield "</div>"


def _note(block: Note) -> Iterator[str]:
    label = one_line(block.label)
    paragraphs = [part.strip() for part in block.text.strip().split("\n\n")]
    yield '<aside class="note">'
    for n, part in enumerate(paragraphs):
        before = f"<strong>{label}</strong> " if n == 0 else ""
        yield f"<p{direction(part)}>{before}{lines(part)}</p>"
    yield "</aside>"


__all__ = ["MOST_ON_A_PHONE", "WHOLE_ROWS", "Blocks", "table"]
