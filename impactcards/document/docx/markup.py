"""Pieces of WordprocessingML as text. Every text of a person goes through :func:`text`, so that it stays text.

The names of elements are those of ECMA-376, part 1, chapter 17.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from impactcards.document.blocks import Run, Text
from impactcards.document.directions import reads_from_the_right

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

#: What no XML 1.0 file can hold, not even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean(words: str) -> str:
    """A text without what an XML file cannot hold."""
    return _NOT_XML.sub("", words)


def text(words: str) -> str:
    """A text as the content of a run: line feeds are line breaks, tabs are spaces."""
    lines = clean(words).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)


def run(words: str, style: str = "", *, leftwards: bool = False) -> str:
    """A run in a character style (its id)."""
    if not words:
        return ""
    look = (f"<w:rStyle w:val={quoteattr(style)}/>" if style else "") + ("<w:rtl/>" if leftwards else "")
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{text(words)}</w:r>"


def runs(parts: Text, styles: dict[str, str]) -> str:
    """Runs of a text; ``styles`` are the ids of the character styles by emphasis."""
    leftwards = is_leftwards(parts)
    return "".join(run(part.text, styles.get(part.emphasis, ""), leftwards=leftwards) for part in parts)


def is_leftwards(parts: Iterable[Run]) -> bool:
    """Whether a text is written from right to left."""
    return reads_from_the_right("".join(part.text for part in parts))


def paragraph(style: str, content: str, *, more: str = "", leftwards: bool = False) -> str:
    """A paragraph in a style (its id). ``more`` are further properties that no style can hold."""
    bidi = "<w:bidi/>" if leftwards else ""
    return f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style)}/>{more}{bidi}</w:pPr>{content}</w:p>"


def field(instruction: str, result: str = "") -> str:
    """A field with the result that is shown until it is brought up to date."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def table(style: str, widths: Iterable[int], rows: Iterable[str]) -> str:
    """A table as wide as the text. ``widths`` are in twentieths of a point; the first row is its head."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:noHBand="0" w:noVBand="1"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val={quoteattr(style)}/><w:tblW w:w="5000" w:type="pct"/>'
        f'<w:tblLayout w:type="fixed"/>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def row(cells: Iterable[tuple[int, str]], *, head: bool = False) -> str:
    """A row of (width, paragraph). No row is parted by the end of a page; a head stands on each."""
    properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if head else "")
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>' for width, content in cells
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


__all__ = ["NAMESPACES", "clean", "field", "is_leftwards", "paragraph", "row", "run", "runs", "table", "text"]
