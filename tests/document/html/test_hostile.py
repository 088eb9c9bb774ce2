"""Whatever people type stays text: markup, scripts, control characters, every writing system, and very much of it."""

from __future__ import annotations

import time

import pytest
from html_reading import Element, read_html
from hypothesis import given, settings
from hypothesis import strategies as st

from impactcards.document.blocks import (
    Bar,
    Bars,
    Block,
    Chapter,
    Definitions,
    Entry,
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
    Series,
    Table,
    TableColumn,
    plain,
)
from impactcards.document.formats import Options
from impactcards.document.html import write
from impactcards.text import clean

PIECES = [
    "<script>alert(1)</script>",
    "</style>",
    "</title><img src=x onerror=alert(1)>",
    "<!--",
    "-->",
    "]]>",
    "&lt;",
    "&amp;",
    "&#60;",
    '" onmouseover="x',
    "'",
    "javascript:alert(1)",
    "{ } %s {x}",
    "\x00\x07\x1b[31m",
    "\u202eabc",
    "\u2067",
    "\u200f",
    "שלום",
    "العربية",
    "👩‍👩‍👧‍👦",
    "你好，世界",
    "Ἀθῆναι",
    "Привет",
    "\r\n",
    "\n\n",
    "\t",
    "\ud800",
    " ",
]
HOSTILE = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=4).map("".join))


def document(text: str) -> Outline:
    """A document that has a text in every place there is."""
    runs = (Run(text), Run(text, "strong"), Run(text, "soft"), Run(text, "gone"))
    blocks: tuple[Block, ...] = (
        Heading(3, text, text),
        Paragraph(runs, "open"),
        Listing((runs, plain(text))),
        Table((TableColumn(text), TableColumn(text), TableColumn(text)), ((text, text, text),)),
        Definitions((Entry(text, ((text, text), ("", text))),)),
        Note(text, text),
        Bars(text, (text, text, text), (Bar(text, 1.0, 2.0, text, (text,)),)),
        Lines(text, (text, text), (Series(text, (1, 2)),), 1, 5),
        Picture(text, text, ((text,), (text, text)), ((0, 0, 1),), (Paragraph(plain(text)),), (text, text), (text,)),
    )
    part = Part(text, blocks[1:6], text)
    one = OnePage(text, (part,), (part, part), (part,), (part, Part("", (Paragraph(plain(text)),))))
    return Outline(text, text, "en", "", one, (Chapter(text, text, blocks, color=text),))


def read(text: str, *, one_page: bool = False) -> Element:
    return read_html(write(document(text), Options(one_page)))


@pytest.mark.slow
@given(text=HOSTILE)
@settings(max_examples=60, deadline=None)
def test_any_text_stays_text_in_every_place(text: str) -> None:
    plainly = read("plain")
    text = f"plain{text}"
    page = read(text)
    assert [e.tag for e in plainly.all("table", "svg", "a", "style", "meta", "h1", "h2", "h3", "figure")] == [
        e.tag for e in page.all("table", "svg", "a", "style", "meta", "h1", "h2", "h3", "figure")
    ]
    assert {e.tag for e in page.all()} <= {e.tag for e in plainly.all()} | {"br", "bdi"}
    assert next(page.all("title")).text == " ".join(clean(text).split())
    assert next(page.one("main").all("h3")).text == " ".join(clean(text).split())
    read(text, one_page=True)


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_is_read_back_as_it_was(piece: str) -> None:
    page = read_html(
        write(Outline("T", "", "en", "", None, (Chapter("C", "c", (Paragraph(plain(f"a{piece}b")),)),)), Options())
    )
    (paragraph,) = page.one("main").all("p")
    assert paragraph.text == clean(f"a{piece}b")


def test_a_text_in_another_direction_does_not_stir_its_neighbours() -> None:
    runs = (Run("שלום", "strong"), Run(" and "), Run("\u202eevil"))
    page = read_html(write(document_of(Paragraph(runs), Paragraph(plain("שלום"))), Options()))
    mixed, alone = list(page.one("main").all("p"))
    assert [bdi.text for bdi in mixed.all("bdi")] == ["שלום", "\u202eevil"]
    assert alone.attributes["dir"] == "auto"
    assert not list(alone.all("bdi"))


def document_of(*blocks: Block) -> Outline:
    return Outline("T", "", "en", "", None, (Chapter("C", "c", blocks),))


def test_an_answer_of_ten_thousand_words_is_there_whole() -> None:
    words = " ".join(f"word{n}" for n in range(10_000))
    page = read_html(write(document_of(Paragraph(plain(words))), Options()))
    assert page.one("main").one("p").text == words


def test_a_table_of_twelve_columns_is_there_whole() -> None:
    columns = tuple(TableColumn(f"Column {n}") for n in range(12))
    rows = tuple(tuple(f"{r}/{c} Überlegung" for c in range(12)) for r in range(30))
    table = read_html(write(document_of(Table(columns, rows)), Options())).one("table")
    assert [tuple(cell.text for cell in row.all("th", "td")) for row in table.one("tbody").all("tr")] == list(rows)
    assert "many" in table.attributes["class"]


def test_five_hundred_rows_take_no_longer_each_than_fifty() -> None:
    """Not a benchmark: it would only fail if the work grew with the square of the rows."""

    def seconds(count: int) -> float:
        columns = tuple(TableColumn(f"Column {n}") for n in range(6))
        rows = tuple(tuple(f"Row {r}, cell {c}" for c in range(6)) for r in range(count))
        one = OnePage("P", left=(Part("L", (Table(columns, rows),)),))
        outline = Outline("T", "", "en", "", one, (Chapter("C", "c", (Table(columns, rows),)),))
        taken = []
        for _ in range(3):
            begun = time.process_time()
            write(outline, Options())
            taken.append(time.process_time() - begun)
        return min(taken)

    seconds(50)
    assert seconds(2000) < 40 * 5 * seconds(50) + 0.05
