"""The blocks a document is made of, the same for every file format.

An :class:`Outline` is a title page, the strategy on one page, and chapters; they hold blocks, and blocks hold
:class:`Run`\\s of plain text. Nothing here is markup: a format escapes what it must and lays out what it can. In a
text, a line feed is a line break that a person typed. All of it is immutable plain data.
"""

from __future__ import annotations

from typing import Literal

from impactcards.records import record


@record
class Run:
    """A stretch of text in one voice: ``strong`` for names and labels, ``soft`` for what was asked, not answered,
    ``gone`` for words that were there before."""

    text: str
    emphasis: Literal["plain", "strong", "soft", "gone"] = "plain"


Text = tuple[Run, ...]


def plain(text: str) -> Text:
    """A text without emphasis."""
    return (Run(text),)


@record
class Heading:
    """A heading inside a chapter. ``level`` counts from 1, the title of the document; a chapter's own title is 2."""

    level: int
    text: str
    anchor: str = ""


@record
class Paragraph:
    """A paragraph. ``role``: an answer, a card's ``question``, an ``open`` line, or the ``lead`` of what follows.

    ``steps`` are those reached and those there are, where it is a place on a scale, for formats that draw it.
    """

    text: Text
    role: Literal["answer", "question", "open", "lead"] = "answer"
    steps: tuple[int, int] | None = None


@record
class Listing:
    """A list, numbered where the order or the number matters."""

    items: tuple[Text, ...]
    numbered: bool = False


@record
class TableColumn:
    """A column of a table; ``kind`` is the answer kind of its cells. A column of row names may have no title."""

    title: str
    kind: str = "text"

    @property
    def align(self) -> Literal["left", "right"]:
        """Figures stand at the right, so that they can be compared."""
        return "right" if self.kind == "number" else "left"


@record
class Table:
    """A table. Every row has as many cells as there are columns; a cell is one line of text, and may be empty."""

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]


@record
class Entry:
    """One thing with what is said about it: a row that is too long for a table. ``facts`` are (label, text)."""

    term: str
    facts: tuple[tuple[str, str], ...]


@record
class Definitions:
    """A list of entries."""

    entries: tuple[Entry, ...]


@record
class Note:
    """A note somebody wrote to a card; ``label`` is the word that says so."""

    label: str
    text: str


@record
class Bar:
    """A bar: ``value`` of ``top``, or None for what has no figure; ``said`` is the figure in words, always shown.

    ``facts`` stand beside it, one for each further head of its :class:`Bars`.
    """

    label: str
    value: float | None
    top: float
    said: str
    facts: tuple[str, ...] = ()


@record
class Bars:
    """Bars below each other. ``heads`` name the labels, the bars and the facts; all may be empty. ``title`` is its
    heading, empty where one stands above it. With ``steps``, values are whole steps and few, as on a scale."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[Bar, ...]
    steps: bool = False


@record
class Series:
    """A line over time: a value for each moment of its :class:`Lines`, None where there was none."""

    label: str
    values: tuple[int | None, ...]


@record
class Lines:
    """How values on one scale from ``low`` to ``top`` moved. ``moments`` are days in words, oldest first."""

    title: str
    moments: tuple[str, ...]
    series: tuple[Series, ...]
    low: int
    top: int


@record
class Picture:
    """A flow, with the same in words. ``layers`` are the names in each step, ``links`` join neighbours: (step, index in
    that step, index in the next). ``twin`` says all of it as text, for formats that cannot draw. ``heads`` name the
    steps, and ``colors`` are their colours, as deck/model.py names them; both may be empty."""

    id: str
    title: str
    layers: tuple[tuple[str, ...], ...]
    links: tuple[tuple[int, int, int], ...]
    twin: tuple[Block, ...]
    heads: tuple[str, ...] = ()
    colors: tuple[str, ...] = ()


Block = Heading | Paragraph | Listing | Table | Definitions | Note | Picture | Bars | Lines


@record
class Part:
    """A part of the one page. ``label`` is empty where the part speaks for itself, or goes on from the one above.

    ``color`` is that of its suit, as deck/model.py names it, or empty.
    """

    label: str
    blocks: tuple[Block, ...]
    color: str = ""


@record
class OnePage:
    """The strategy on one page: a top, two columns side by side, a foot."""

    title: str
    top: tuple[Part, ...] = ()
    left: tuple[Part, ...] = ()
    right: tuple[Part, ...] = ()
    foot: tuple[Part, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts in reading order, for formats without columns."""
        return (*self.top, *self.left, *self.right, *self.foot)


@record
class Chapter:
    """A chapter. ``role`` is ``chapter`` for the deck's own, ``loose-ends`` or ``appendix`` for the program's.

    ``color`` is that of its suit, as deck/model.py names it, or empty.
    """

    title: str
    anchor: str
    blocks: tuple[Block, ...]
    role: Literal["chapter", "loose-ends", "appendix"] = "chapter"
    color: str = ""


@record
class Outline:
    """A whole document. ``language`` is a BCP 47 tag, ``day`` an ISO 8601 date, ``byline`` the line below the title."""

    title: str
    byline: str
    language: str
    day: str
    one_page: OnePage | None
    chapters: tuple[Chapter, ...]


__all__ = [
    "Bar",
    "Bars",
    "Block",
    "Chapter",
    "Definitions",
    "Entry",
    "Heading",
    "Lines",
    "Listing",
    "Note",
    "OnePage",
    "Outline",
    "Paragraph",
    "Part",
    "Picture",
    "Run",
    "Series",
    "Table",
    "TableColumn",
    "Text",
    "plain",
]
