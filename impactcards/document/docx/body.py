"""The blocks of an outline as WordprocessingML, each in its style."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from xml.sax.saxutils import quoteattr

from impactcards.document.across import is_wide, sheets
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
    Paragraph,
    Picture,
    Run,
    Table,
    Text,
)
from impactcards.document.docx.looks import TABLE_STYLE, Looks
from impactcards.document.docx.markup import is_leftwards, paragraph, row, run, runs, table, text
from impactcards.document.text_pictures import bars_table, lines_table
from impactcards.document.widths import column_widths
from impactcards.records import record

_ROLES = {"answer": "Normal", "question": "CardQuestion", "open": "CardOpen", "lead": "CardLead"}
_DEEPEST = 4

#: What text_pictures.py draws bars with.
_BAR_SIGNS = "█●○"


@record
class Entry:
    """A line of the table of contents: its level, its words, and the bookmark it leads to."""

    level: int
    words: str
    bookmark: str


@record
class Paper:
    """Text widths in twentieths of a point, and the end of a section upright and across, as elements."""

    upright: int
    across: int
    end_upright: str
    end_across: str


def new_page(looks: Looks) -> str:
    """A page break for what begins one in our styles, where the style is perhaps a template's."""
    return "<w:pageBreakBefore/>" if looks.foreign else ""


class Body:
    """Writes chapters. ``contents`` are the headings written so far; ``new_list`` gives the id of a list from 1."""

    def __init__(self, looks: Looks, paper: Paper, new_list: Callable[[], str]) -> None:
        self._looks = looks
        self._paper = paper
        self._new_list = new_list
        self._emphases = {"strong": looks["Strong"], "soft": looks["CardSoft"], "gone": looks["CardGone"]}
        self._depth = 1
        self.contents: list[Entry] = []

    def page(self, page: OnePage) -> str:
        """The strategy on one page as the first chapter."""
        pieces = [self._heading(1, page.title)]
        label = ""
        for part in page.parts:
            if part.label and part.label != label:
                label = part.label
                pieces.append(paragraph(self._looks["PictureTitle"], run(label)))
            pieces.append(self.blocks(part.blocks))
        return "".join(pieces)

    def chapter(self, chapter: Chapter) -> str:
        """A chapter with its heading."""
        return self._heading(1, chapter.title) + self.blocks(chapter.blocks)

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Blocks in their order. Those that lie across are a section of their own."""
        pieces = []
        end = self._looks["TableEnd"]
        for across, group in sheets(blocks):
            content = "".join(piece for block in group for piece in self._block(block))
            if across:
                begin = paragraph(end, "", more=self._paper.end_upright)
                content = f"{begin}{content}{paragraph(end, '', more=self._paper.end_across)}"
            pieces.append(content)
        return "".join(pieces)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                # Levels follow each other without a gap, as those who listen to a document need it.
                self._depth = min(max(block.level - 1, 2), self._depth + 1, _DEEPEST)
                yield self._heading(self._depth, block.text)
            case Paragraph():
                yield self._paragraph(_ROLES[block.role], block.text)
            case Listing():
                yield from self._listing(block)
            case Table():
                yield self._table(block)
            case Definitions():
                for entry in block.entries:
                    yield self._paragraph("CardEntry", (Run(entry.term),))
                    yield from (self._fact(label, said) for label, said in entry.facts)
            case Note():
                yield self._paragraph("CardNote", (Run(block.label, "strong"), Run(" " + block.text.strip())))
            case Bars():
                if block.title:
                    yield self._paragraph("PictureTitle", (Run(block.title),))
                yield self._table(bars_table(block))
            case Lines():
                yield self._paragraph("PictureTitle", (Run(block.title),))
                yield self._table(lines_table(block))
            case Picture():
                self._depth = 2
                yield self._heading(2, block.title)
                yield self.blocks(block.twin)

    def _heading(self, level: int, words: str) -> str:
        """A heading that the table of contents leads to."""
        self._depth = level
        line = " ".join(words.split())
        number = len(self.contents) + 1
        bookmark = f"_Toc{number:08d}"
        self.contents.append(Entry(level, line, bookmark))
        begin = f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(bookmark)}/>'
        content = f'{begin}{runs((Run(line),), {})}<w:bookmarkEnd w:id="{number}"/>'
        more = new_page(self._looks) if number == 1 else ""
        return paragraph(self._looks[f"Heading{level}"], content, more=more, leftwards=is_leftwards((Run(line),)))

    def _paragraph(self, style: str, parts: Text, more: str = "") -> str:
        return paragraph(self._looks[style], runs(parts, self._emphases), more=more, leftwards=is_leftwards(parts))

    def _listing(self, listing: Listing) -> Iterator[str]:
        if not listing.numbered:
            yield from (self._paragraph("ListBullet", item) for item in listing.items)
            return
        own = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self._new_list()}"/></w:numPr>'
        yield from (self._paragraph("ListNumber", item, own) for item in listing.items)

    def _fact(self, label: str, said: str) -> str:
        if not label:
            return self._paragraph("CardFactWhole", (Run(said),))
        soft = run(" ".join(label.split()), self._looks["CardSoft"])
        return paragraph(self._looks["CardFact"], f"{soft}<w:r><w:tab/></w:r><w:r>{text(said)}</w:r>")

    # -- tables --

    def _table(self, found: Table) -> str:
        """A table, and a small paragraph after it: Word would join two tables in a row."""
        shares = column_widths([column.title for column in found.columns], found.rows)
        width = self._paper.across if is_wide(found) else self._paper.upright
        widths = [round(width * share / sum(shares)) for share in shares]
        figures = [column.align == "right" for column in found.columns]
        titles = [column.title for column in found.columns]
        rows = [self._row(titles, widths, ["TableHeadFigure" if f else "TableHead" for f in figures], head=True)]
        styles = ["TableFigure" if figure else "TableText" for figure in figures]
        rows += [self._row(cells, widths, styles) for cells in found.rows]
        return table(self._looks[TABLE_STYLE], widths, rows) + paragraph(self._looks["TableEnd"], "")

    def _row(self, cells: Sequence[str], widths: Sequence[int], styles: Sequence[str], *, head: bool = False) -> str:
        made = (
            (
                width,
                paragraph(self._looks[style], self._cell(" ".join(cell.split())), leftwards=is_leftwards((Run(cell),))),
            )
            for cell, width, style in zip(cells, widths, styles, strict=True)
        )
        return row(made, head=head)

    def _cell(self, words: str) -> str:
        """A cell in one voice, but for the signs of a bar."""
        signs = words[: len(words) - len(words.lstrip(_BAR_SIGNS))]
        rest = Run(words[len(signs) :])
        return run(signs, self._looks["CardBar"]) + run(rest.text, leftwards=is_leftwards((rest,)))


__all__ = ["Body", "Entry", "Paper", "new_page"]
