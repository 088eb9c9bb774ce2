"""A document as a Word file: title page, table of contents, chapters, page numbers."""

from __future__ import annotations

import io
import re
from copy import deepcopy
from datetime import datetime
from typing import TYPE_CHECKING, Any

from impactcards.document.blocks import Outline
from impactcards.document.docx.body import Body, Entry, Paper, new_page
from impactcards.document.docx.looks import Looks, restarts, set_language, set_tabs
from impactcards.document.docx.markup import NAMESPACES, clean, field, paragraph, run
from impactcards.document.docx.opening import open_own, open_template
from impactcards.document.formats import Options
from impactcards.faults import UserError
from impactcards.words import N_, Message, words

if TYPE_CHECKING:
    from docx.document import Document

#: Headings down to this level stand in the table of contents.
CONTENTS_LEVELS = 2

#: Where a language that is not said with its country is at home; others have the same letters as their language.
_HOMES = {"en": "GB", "da": "DK", "sv": "SE", "cs": "CZ", "el": "GR", "uk": "UA", "ja": "JP", "ko": "KR", "zh": "CN"}

#: What one property of a Word file may hold, in characters.
_LONGEST_PROPERTY = 255

_TAB = "<w:r><w:tab/></w:r>"
#: To the right margin, whatever tabs a template's footers have.
_TO_THE_RIGHT = '<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>'

#: Holds the content's place in a body that has none yet.
_PLACE = "impactcards-content"
_PLACE_ELEMENT = re.compile(rf"<w:p\b[^>]*>(?:(?!<w:p\b).)*?{_PLACE}.*?</w:p>", re.DOTALL)


def write(outline: Outline, options: Options) -> bytes:
    """The Word file. Raises :class:`UserError` for a template that cannot be used."""
    document, looks = open_template(options.template) if options.template is not None else open_own()
    _describe(document, outline)
    set_language(document, spelling(outline.language))
    _number_pages(document, outline, looks)
    paper = _paper(document)
    set_tabs(document, paper.upright)
    body = Body(looks, paper, restarts(document, looks.decimal).__next__)
    chapters = "".join(
        [
            body.page(outline.one_page) if outline.one_page is not None else "",
            *(body.chapter(chapter) for chapter in outline.chapters),
        ]
    )
    front = _title_page(outline, looks) + _contents(outline, looks, body.contents)
    _fill(document, front + chapters)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def spelling(tag: str) -> str:
    """A language with a country, as Word's spelling checkers are called: ``de-DE`` for ``de`` and ``de-x-sie``."""
    language, *others = tag.split("-")
    country = next((part for part in others if len(part) == 2 and part.isalpha()), "") if "x" not in others[:1] else ""
    return f"{language.lower()}-{country.upper() or _HOMES.get(language.lower(), language.upper())}"


def _describe(document: Document, outline: Outline) -> None:
    """What the file says of itself."""
    properties = document.core_properties
    properties.title = clean(outline.title)[:_LONGEST_PROPERTY]
    properties.subject = clean(outline.byline)[:_LONGEST_PROPERTY]
    properties.language = spelling(outline.language)
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    day = datetime.fromisoformat(outline.day)
    properties.created = properties.modified = day
    properties.revision = 1


def _title_page(outline: Outline, looks: Looks) -> str:
    title = paragraph(looks["Title"], run(" ".join(outline.title.split())))
    return title + paragraph(looks["Subtitle"], run(" ".join(outline.byline.split())))


def _contents(outline: Outline, looks: Looks, entries: list[Entry]) -> str:
    """The table of contents as a field that is filled in: its words at once, its page numbers when Word brings it up to
    date."""
    shown = [entry for entry in entries if entry.level <= CONTENTS_LEVELS]
    title = paragraph(looks["TOCHeading"], run(words(outline.language)("Contents")), more=new_page(looks))
    if not shown:
        return title
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{CONTENTS_LEVELS}" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines = []
    for n, entry in enumerate(shown):
        page = "<w:r><w:tab/></w:r>" + field(f"PAGEREF {entry.bookmark} \\h")
        link = f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{run(entry.words)}{page}</w:hyperlink>'
        first, last = (begin if n == 0 else ""), (end if n == len(shown) - 1 else "")
        lines.append(paragraph(looks[f"TOC{entry.level}"], f"{first}{link}{last}"))
    return title + "".join(lines)


def _fill(document: Document, content: str) -> None:
    """Put content into the body, before what says how its last pages look.

    The whole part is parsed anew: lxml takes far longer to move a large table from one tree to another.
    """
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml import parse_xml

    body = document.element.body
    place = parse_xml(f"<w:p {NAMESPACES}><w:r><w:t>{_PLACE}</w:t></w:r></w:p>")
    body.insert(len(body) - (body.sectPr is not None), place)
    parts = _PLACE_ELEMENT.split(serialize_part_xml(document.element).decode("utf-8"), maxsplit=1)
    if len(parts) == 1:
        raise UserError(Message(N_("This template is not written as Word writes one. Save it with Word again.")))
    made: Any = parse_xml(f"{parts[0]}{content}{parts[1]}".encode())
    for section in list(made.iter("{*}sectPr"))[1:]:
        for first in section.findall("{*}titlePg"):  # only the document's first page is a title page
            section.remove(first)
    document.part._element = made  # noqa: SLF001 - the part is written from it


def _number_pages(document: Document, outline: Outline, looks: Looks) -> None:
    """A footer with the page number, unless a template brought one of its own."""
    from docx.oxml import parse_xml

    footer = document.sections[-1].footer
    if not footer.is_linked_to_previous:
        return
    footer.is_linked_to_previous = False
    element = footer._element  # noqa: SLF001 - python-docx has no other way to what a footer holds
    for child in list(element):
        element.remove(child)
    content = f"{run(' '.join(outline.title.split()))}{_TO_THE_RIGHT if looks.foreign else _TAB}{field('PAGE', '1')}"
    made = parse_xml(f"<w:ftr {NAMESPACES}>{paragraph(looks['Footer'], content)}</w:ftr>")
    for child in list(made):
        element.append(child)


def _paper(document: Document) -> Paper:
    """The text's width upright and across, and the ends of such sections, by the last section of a document."""
    section = document.sections[-1]
    width, high = section.page_width or 0, section.page_height or 0
    left, right = section.left_margin or 0, section.right_margin or 0

    def ended(*, across: bool) -> str:
        made = deepcopy(section._sectPr)  # noqa: SLF001 - a copy of it is wanted, not of a few of its properties
        size = made.find("{*}pgSz")
        if across and size is not None:
            names = {name: key for key in size.attrib for name in ("w", "h", "orient") if key.endswith("}" + name)}
            size.attrib[names["w"]], size.attrib[names["h"]] = size.attrib[names["h"]], size.attrib[names["w"]]
            size.attrib[names["w"].replace("}w", "}orient")] = "landscape"
        return str(made.xml)

    twips = 635  # of the English Metric Units that python-docx measures in
    return Paper(
        (width - left - right) // twips,
        (high - left - right) // twips,
        ended(across=False),
        ended(across=True),
    )


__all__ = ["CONTENTS_LEVELS", "spelling", "write"]
