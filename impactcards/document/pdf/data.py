"""An outline as plain data for the templates: what people wrote goes to typst as JSON, and never becomes its source.

A text is ``{runs: [[text, emphasis], …], rtl: bool}``, where a line feed is a line break; a block is ``{kind: …}``
with the fields of its record. Every text has been made legible.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from impactcards.document.across import sheets
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
    Part,
    Picture,
    Run,
    Table,
    Text,
)
from impactcards.document.colors import SUIT_COLORS, known_color
from impactcards.document.directions import reads_from_the_right
from impactcards.document.pdf.legible import Legible
from impactcards.document.text_pictures import lines_table
from impactcards.document.widths import LONGEST_IN_TEXT, breakable, column_widths

#: More boxes below each other than this are told, not drawn.
MOST_BOXES = 14
MOST_STEPS = 6

#: What is no longer than this is not parted by the end of a page.
MOST_ROWS_WHOLE, MOST_LETTERS_WHOLE, MOST_COLUMNS_WHOLE = 8, 1200, 6

#: How wide bars are, and steps of a scale, beside columns of text.
BAR_WIDE, STEPS_WIDE = 24.0, 16.0

#: Stands where a heading has no words.
UNTITLED = "–"

_TITLE_LEVEL = 1


class Writer:
    """Turns an outline's parts into data. ``legible`` remembers what could not be shown."""

    def __init__(self, legible: Legible) -> None:
        self._legible = legible
        self._depth = 0

    # -- the document's parts --

    def head(self, outline: Outline) -> dict[str, Any]:
        """What stands on the title page, and what a PDF says of itself."""
        language, _, rest = outline.language.partition("-")
        region = next((part for part in rest.split("-") if len(part) == 2 and part.isalpha()), "")
        chapters = [known_color(chapter.color) for chapter in outline.chapters if chapter.color]
        return {
            "title": self.title(outline.title),
            "byline": self.line(outline.byline),
            "language": language if len(language) in (2, 3) and language.isalpha() else "en",
            "region": region,
            "day": [int(part) for part in outline.day.split("-")],
            "colors": [color_of(name) for name in dict.fromkeys(chapters or SUIT_COLORS)],
        }

    def chapter(self, chapter: Chapter) -> dict[str, Any]:
        """A chapter with its blocks. Levels of its headings follow each other without a gap."""
        self._depth = 1
        return {
            "title": self.title(chapter.title),
            "color": color_of(chapter.color),
            "role": chapter.role,
            "sheets": self._sheets(chapter.blocks),
        }

    def page_as_chapter(self, page: OnePage) -> dict[str, Any]:
        """The strategy on one page as the first chapter of the document, its parts below each other."""
        blocks: list[dict[str, Any]] = []
        label = ""
        for part in page.parts:
            if part.label and part.label != label:
                label = part.label
                blocks.append({"kind": "label", "text": self.line(label), "color": color_of(part.color)})
            blocks += self.blocks(part.blocks)
        return {
            "title": self.title(page.title),
            "color": color_of(""),
            "role": "page",
            "sheets": [{"across": False, "blocks": blocks}],
        }

    def page(self, page: OnePage, shortened: str = "") -> dict[str, Any]:
        """The strategy on one page, place by place. ``shortened`` is what the page itself says of what it left out."""
        places = {"top": page.top, "left": page.left, "right": page.right, "foot": page.foot}
        texts = {"title": self.title(page.title), "shortened": self.line(shortened)}
        return {**texts, **{name: self._parts(parts) for name, parts in places.items()}}

    def _parts(self, parts: Iterable[Part]) -> list[dict[str, Any]]:
        return [
            {"label": self.line(part.label), "color": color_of(part.color), "blocks": self.blocks(part.blocks)}
            for part in parts
        ]

    # -- blocks --

    def _sheets(self, blocks: Iterable[Block]) -> list[dict[str, Any]]:
        return [{"across": across, "blocks": self.blocks(group)} for across, group in sheets(blocks)]

    def blocks(self, blocks: Iterable[Block]) -> list[dict[str, Any]]:
        """Blocks in their order."""
        return [made for block in blocks for made in self._block(block)]

    def _block(self, block: Block) -> list[dict[str, Any]]:
        match block:
            case Heading():
                self._depth = min(max(block.level - _TITLE_LEVEL, 2), self._depth + 1)
                return [{"kind": "heading", "level": self._depth, "text": self.text((Run(self.title(block.text)),))}]
            case Paragraph():
                return [{"kind": "paragraph", "role": block.role, "text": self.text(block.text)}]
            case Listing():
                return [{"kind": "list", "numbered": block.numbered, "items": [self.text(i) for i in block.items]}]
            case Table():
                return [self._table(block)]
            case Definitions():
                entries = [
                    {
                        "term": self.text((Run(entry.term),)),
                        "facts": [[self.line(label), self.text((Run(text),))] for label, text in entry.facts],
                        "whole": _stays_whole([text for _, text in entry.facts], 1),
                    }
                    for entry in block.entries
                ]
                return [{"kind": "entries", "entries": entries}]
            case Note():
                return [{"kind": "note", "label": self.line(block.label), "text": self.text((Run(block.text),))}]
            case Bars():
                return [self._bars(block)]
            case Lines():
                return [self._lines(block)]
            case Picture():
                return [self._picture(block)]

    def _table(self, table: Table) -> dict[str, Any]:
        return {
            "kind": "table",
            "heads": [self.cell(column.title) for column in table.columns],
            "right": [column.align == "right" for column in table.columns],
            "widths": column_widths([column.title for column in table.columns], table.rows),
            "rows": [[self.cell(cell) for cell in row] for row in table.rows],
            "whole": _stays_whole([cell for row in table.rows for cell in row], len(table.columns)),
        }

    def _bars(self, bars: Bars) -> dict[str, Any]:
        rows = []
        for row in bars.rows:
            share = min(1.0, max(0.0, row.value / row.top)) if row.value is not None and row.top > 0 else 0.0
            steps = [round(row.value or 0), round(row.top)] if bars.steps and row.value is not None else None
            facts = [self.cell(fact) for fact in row.facts]
            rows.append(
                {
                    "label": self.cell(row.label),
                    "share": share,
                    "steps": steps,
                    "said": self.cell(row.said),
                    "facts": facts,
                }
            )
        right = [n > 1 and all(row.facts[n - 2].isdigit() for row in bars.rows) for n in range(len(bars.heads))]
        facts_only = column_widths(bars.heads[2:], [row.facts for row in bars.rows])
        labels = column_widths(("",), [(row.label,) for row in bars.rows])
        return {
            "kind": "bars",
            "title": self.line(bars.title),
            "heads": [self.cell(head) for head in bars.heads],
            "widths": [*labels, STEPS_WIDE if bars.steps else BAR_WIDE, *facts_only],
            "right": right,
            "rows": rows,
            "whole": _stays_whole([row.label for row in bars.rows], len(bars.heads)),
        }

    def _lines(self, lines: Lines) -> dict[str, Any]:
        said = [(s.label, " → ".join("–" if v is None else str(v) for v in s.values)) for s in lines.series]
        return {
            "kind": "lines",
            "title": self.line(lines.title),
            "moments": [self.line(moment) for moment in lines.moments],
            "series": [{"label": self.line(s.label), "values": list(s.values)} for s in lines.series],
            "low": lines.low,
            "top": lines.top,
            "table": self._table(lines_table(lines)),
            "alt": self.line(f"{lines.title}. " + "; ".join(f"{label}: {values}" for label, values in said)),
        }

    def _picture(self, picture: Picture) -> dict[str, Any]:
        highest = max((len(layer) for layer in picture.layers), default=0)
        colors = picture.colors or ("",) * len(picture.layers)
        return {
            "kind": "flow",
            "title": self.title(picture.title),
            "drawn": 0 < highest <= MOST_BOXES and 1 < len(picture.layers) <= MOST_STEPS,
            "layers": [[self.cell(name) for name in layer] for layer in picture.layers],
            "links": [list(link) for link in picture.links],
            "heads": [self.line(head) for head in picture.heads],
            "colors": [color_of(color) for color in colors],
            "alt": self.line(f"{picture.title}: " + "; ".join(_words(picture.twin))),
            "twin": self.blocks(picture.twin),
        }

    # -- texts --

    def line(self, text: str) -> str:
        """A text on one line."""
        return self._legible(" ".join(text.split()))

    def title(self, text: str) -> str:
        """A heading, which PDF/UA does not allow to be empty."""
        line = self.line(text)
        return line if any(c.isprintable() and not c.isspace() for c in line) else UNTITLED

    def cell(self, text: str) -> str:
        """A text on one line in a narrow place: words that are too long may be broken."""
        return breakable(self.line(text))

    def text(self, text: Text) -> dict[str, Any]:
        """A text with its emphases. Very long words may be broken, or they would run off the page."""
        runs = [[breakable(self._legible(run.text), LONGEST_IN_TEXT), run.emphasis] for run in text if run.text]
        return {"runs": runs, "rtl": reads_from_the_right("".join(words for words, _ in runs))}


def color_of(name: str) -> str:
    """The colour of a suit on paper, as ``#rrggbb``."""
    return SUIT_COLORS[known_color(name)][0]


def _stays_whole(texts: Sequence[str], columns: int) -> bool:
    """Whether a table of these texts is short enough to stand on one page for sure."""
    short = sum(map(len, texts)) <= MOST_LETTERS_WHOLE and sum(text.count("\n") for text in texts) <= MOST_ROWS_WHOLE
    return short and columns <= MOST_COLUMNS_WHOLE and len(texts) <= MOST_ROWS_WHOLE * columns


def _words(blocks: Sequence[Block]) -> list[str]:
    """The texts of a picture's twin."""
    texts: list[Text] = []
    for block in blocks:
        if isinstance(block, Listing):
            texts += block.items
        elif isinstance(block, Paragraph):
            texts.append(block.text)
    return ["".join(run.text for run in text) for text in texts]


__all__ = ["MOST_BOXES", "MOST_STEPS", "Writer", "color_of"]
