"""PDFs, read back with pypdf: what stands in them, how they are tagged, and that no text can break or steer them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import every_block
import garden
import pytest
from hypothesis import given, settings

from impactcards.document.blocks import (
    Bar,
    Bars,
    Definitions,
    Entry,
    Heading,
    Lines,
    Listing,
    OnePage,
    Outline,
    Paragraph,
    Part,
    Picture,
    Run,
    Series,
    plain,
)
from impactcards.document.formats import Options, format_named, write
from impactcards.document.outline import build
from impactcards.document.pdf.coverage import spare_characters, text_characters
from impactcards.document.pdf.legible import MISSING, Legible
from impactcards.records import replace
from impactcards.words import Message

pytest.importorskip("typst", reason="typst is not installed: pip install '.[pdf]'")
pytest.importorskip("pypdf", reason="pypdf, which reads the files back, is not installed: pip install '.[test]'")

if TYPE_CHECKING:
    from pdf_reading import Tagged

PDF = format_named("pdf")
DAY = date(2027, 3, 8)


def read(outline: Outline, *, one_page: bool = False) -> Tagged:
    """The document, written and read."""
    return heard(outline, one_page=one_page)[0]


def heard(outline: Outline, *, one_page: bool = False) -> tuple[Tagged, list[Message]]:
    """The document, written and read, and what the person was told."""
    from pdf_reading import Tagged

    remarks: list[Message] = []
    found = Tagged(write(PDF, outline, Options(one_page=one_page, remark=remarks.append)))
    found.check()
    return found, remarks


def planted(language: str) -> Outline:
    """The document of the garden."""
    return build(garden.planted(language), today=DAY, say=garden.words_for(language))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_document_is_tagged_and_says_its_language_and_title(language: str) -> None:
    found = read(planted(language))
    assert found.catalog["/Lang"] == language
    assert found.reader.metadata is not None
    assert found.reader.metadata.title == "Our street"
    titles = [str(entry.title) for entry in found.reader.outline if not isinstance(entry, list)]
    outline = planted(language)
    assert [chapter.title for chapter in outline.chapters] == [
        t for t in titles if t in {c.title for c in outline.chapters}
    ]
    assert found.roles["TOC"]
    assert found.roles["Table"]
    assert found.roles["TH"] > 3
    assert not found.links()
    assert garden.TEXTS[language]["shade"] in found.text


@pytest.mark.slow
def test_the_same_answers_make_the_same_bytes() -> None:
    one, two = (write(PDF, planted("en"), Options()) for _ in range(2))
    assert one == two


def test_pictures_say_what_they_show() -> None:
    flow = Picture(
        "p",
        "Who leads where",
        (("Ada", "Bo"), ("Herbs",)),
        ((0, 0, 0), (0, 1, 0)),
        (Listing((plain("Ada, Bo → Herbs"),)),),
        heads=("People", "Beds"),
        colors=("rose", "green"),
    )
    moved = Lines("How it went", ("1 May", "now"), (Series("Slugs", (1, 4)), Series("Rain", (None, 2))), 1, 5)
    found = read(every_block.document_of(flow, moved, Bars("Beds", ("", ""), (Bar("Herbs", 2.0, 3.0, "2 m²"),))))
    said = [str(element["/Alt"]) for element in found.elements if element["/S"] == "/Figure"]
    assert said == ["Who leads where: Ada, Bo → Herbs", "How it went. Slugs: 1 → 4; Rain: – → 2"]
    for words in ("Ada, Bo → Herbs", "Slugs", "2 m²", "People"):
        assert words in found.text


def test_a_flow_of_hundreds_is_told_and_not_drawn() -> None:
    names = tuple(f"Row {n}" for n in range(300))
    links = tuple((0, n, n) for n in range(300))
    found = read(every_block.document_of(Picture("p", "All", (names, names), links, (Listing((plain("told"),)),))))
    assert found.roles["Figure"] == 0
    assert "told" in found.text


def test_answers_are_no_source() -> None:
    evil = '#import "@preview/x:1.0.0" #read("/etc/passwd") $x^2$ *bold* _it_ `raw` <label> @ref // gone \\u{41} [x] ='
    found = read(every_block.document_of(Paragraph(plain(evil)), Listing((plain(evil),))))
    assert found.text.count(evil) == 2


def test_a_gap_in_the_levels_of_headings_is_closed() -> None:
    found = read(
        every_block.document_of(Heading(6, "Deep"), Paragraph(plain("x")), Heading(3, "Card"), Heading(5, "Low"))
    )
    assert found.roles["H2"] >= 2


@pytest.mark.parametrize(
    ("text", "shown", "missing"),
    [
        ("Ἀθῆναι Привет Zażółć Đặng “x” → ✓", "Ἀθῆναι Привет Zażółć Đặng “x” → ✓", []),
        ("שלום العربية ▲●○█", "שלום العربية ▲●○█", []),
        ("你好", MISSING * 2, ["你", "好"]),
        ("a👩‍👩‍👧b🎉c", f"a{MISSING}b{MISSING}c", ["👩‍👩‍👧", "🎉"]),
        ("e\u0301", "é", []),
        ("x\u20e3y", "x\u20e3y", []),
        ("a\u1abeb", "ab", ["a\u1abe"]),
        ("a\x00b\ud800c\ue000d\ufffee", "abcde", []),
        ("soft\u00adhyphen\u200b\u200e", "soft\u00adhyphen\u200b\u200e", []),
    ],
)
def test_what_no_font_can_show_is_replaced_and_remembered(text: str, shown: str, missing: list[str]) -> None:
    legible = Legible()
    found = legible(text)
    if "\u20e3" in text and 0x20E3 not in text_characters() | spare_characters():
        shown, missing = "xy", ["x\u20e3"]
    assert (found, list(legible.missing)) == (shown, missing)


def test_the_fonts_cover_what_they_are_shipped_for() -> None:
    both = text_characters() | spare_characters()
    ranges = {
        "Latin": (0x20, 0x17F),
        "Greek": (0x3B1, 0x3C9),
        "Cyrillic": (0x400, 0x45F),
        "Vietnamese": (0x1EA0, 0x1EF9),
    }
    for name, (first, last) in ranges.items():
        lacking = [chr(c) for c in range(first, last + 1) if c not in both and chr(c).isprintable()]
        assert lacking == [], name
    assert {ord(c) for c in f"{MISSING}שלוםالعربية▲●○█□∩⌂¶∞∑☼►▼≈■◊"} <= both


def test_the_person_hears_what_could_not_be_shown() -> None:
    found, remarks = heard(every_block.document_of(Paragraph(plain("You say 你好 你"))))
    assert MISSING * 2 in found.text
    (remark,) = remarks
    assert "你 好" in str(remark)


@pytest.mark.slow
def test_every_character_there_is_can_be_in_an_answer() -> None:
    codes = [*range(0x20, 0x3100), *range(0x3100, 0x30000, 29)]
    characters = [chr(code) for code in codes if not 0xD800 <= code < 0xE000]
    texts = [" ".join(characters[first : first + 1024]) for first in range(0, len(characters), 1024)]
    found = read(every_block.document_of(*(Paragraph((Run(text), Run(text, "soft"))) for text in texts)))
    assert len(found.reader.pages) > 3


@pytest.mark.slow
@given(every_block.HOSTILE)
@settings(max_examples=15, deadline=None)
def test_no_text_breaks_the_file(text: str) -> None:
    outline = every_block.document_with(text)
    read(outline)
    read(outline, one_page=True)


@pytest.mark.slow
def test_ten_thousand_words_and_five_hundred_rows_are_answers_too() -> None:
    rows = every_block.wide_table(3, 500)
    found = read(every_block.document_of(Paragraph(plain(every_block.LONG_ANSWER)), rows))
    assert "word9999" in found.text
    assert "cell 499 2" in found.text
    assert found.roles["TR"] >= 501


def test_a_table_of_twelve_columns_lies_across_with_its_heading() -> None:
    before, after = Paragraph(plain("before")), Paragraph(plain("after"))
    found = read(every_block.document_of(before, Heading(3, "Our table"), every_block.wide_table(), after))
    pages = found.reader.pages
    assert [page.mediabox.width > page.mediabox.height for page in pages] == [False, False, False, True, False]
    assert "Our table" in pages[3].extract_text()
    assert found.roles["TH"] == 12


# -- one page ---------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_one_page_is_one_page_across() -> None:
    found, remarks = heard(planted("de"), one_page=True)
    (page,) = found.reader.pages
    assert round(page.mediabox.width), round(page.mediabox.height) == (842, 595)
    assert remarks == []


@pytest.mark.slow
def test_too_much_is_shortened_and_named_on_the_page_and_to_the_person() -> None:
    aims = Part("Our aims", (Listing(tuple(plain(f"Aim {n}: " + "words and " * 60) for n in range(40))),), "blue")
    beds = Part("Our beds", (Definitions((Entry("Herbs", (("Where", "by the gate"),)),)),), "green")
    outline = replace(planted("en"), one_page=OnePage("All", (), (aims,), (beds,)))
    found, remarks = heard(outline, one_page=True)
    assert len(found.reader.pages) == 1
    assert "Shortened to fit on this page: Our aims" in found.text
    assert ["Our aims" in str(remark) for remark in remarks] == [True]
    whole = read(outline)
    assert "Aim 39: words" in whole.text
