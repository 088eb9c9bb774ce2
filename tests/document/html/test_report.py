"""The document as a page: one file that asks nobody for anything, and whose structure says what it is."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from itertools import pairwise

import garden
import pytest
from html_reading import Element, read_html

from impactcards.document.blocks import (
    Chapter,
    Definitions,
    Entry,
    Heading,
    Listing,
    Note,
    OnePage,
    Outline,
    Paragraph,
    Part,
    Run,
    Table,
    TableColumn,
    plain,
)
from impactcards.document.colors import SUIT_COLORS
from impactcards.document.formats import FORMATS, Options, format_named, write
from impactcards.document.outline import build

DAY = date(2027, 3, 8)
HTML = format_named("html")


def outline_of(*blocks: object, language: str = "en") -> Outline:
    return Outline("Our street", "", language, "", None, (Chapter("Chapter", "chapter", blocks),))  # type: ignore[arg-type]


def read(outline: Outline, **options: bool) -> Element:
    return read_html(write(HTML, outline, Options(**options)).decode("utf-8"))


def read_blocks(*blocks: object, language: str = "en") -> Element:
    return read(outline_of(*blocks, language=language))


def a_page(language: str = "en", **options: bool) -> Element:
    return read(build(garden.planted(language), today=DAY, say=garden.words_for(language)), **options)


# -- alone in the world -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("one_page", [False, True])
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_file_asks_nobody_for_anything_and_runs_nothing(language: str, one_page: bool) -> None:
    page = a_page(language, one_page=one_page)
    elements = list(page.all())
    assert len(elements) > 50
    forbidden = {"script", "link", "iframe", "img", "object", "embed", "form", "base", "audio", "video", "image", "use"}
    assert not {element.tag for element in elements} & forbidden
    for element in elements:
        names = set(element.attributes)
        assert not any(name.startswith("on") or name in ("style", "src", "srcset", "xlink:href") for name in names)
        assert element.attributes.get("href", "#").startswith("#")
    style = page.one("style").text
    assert not re.search(r"url\(|@import|//|\\", style)


@pytest.mark.parametrize("one_page", [False, True])
def test_the_policy_allows_the_files_own_style_and_nothing_else(one_page: bool) -> None:
    page = a_page(one_page=one_page)
    (policy,) = [
        meta.attributes["content"]
        for meta in page.all("meta")
        if meta.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    digest = b64encode(sha256(page.one("style").text.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


# -- structure --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("one_page", [False, True])
@pytest.mark.parametrize("language", ["en", "de"])
def test_one_title_and_no_level_of_headings_left_out(language: str, one_page: bool) -> None:
    page = a_page(language, one_page=one_page)
    assert page.one("html").attributes["lang"] == language
    assert page.one("title").text.startswith("Our street")
    levels = [int(heading.tag[1]) for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert len(levels) > 5
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(heading.text.strip() for heading in page.all("h1", "h2", "h3"))


def test_a_heading_that_would_leave_out_a_level_is_lifted() -> None:
    page = read_blocks(Heading(6, "Deep"), Heading(1, "High"), Heading(5, "Deeper"))
    assert [h.tag for h in page.all("h2", "h3", "h4", "h5") if h.text in ("Deep", "High", "Deeper")] == [
        "h3",
        "h2",
        "h3",
    ]


def test_every_id_is_there_once_and_every_link_leads_somewhere() -> None:
    page = a_page()
    ids = [element.attributes["id"] for element in page.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids)) > 10
    targets = [link.attributes["href"][1:] for link in page.all("a")]
    labels = [name for e in page.all() for name in e.attributes.get("aria-labelledby", "").split()]
    assert len(targets) > 5
    assert set(targets) | set(labels) <= set(ids)


def test_the_same_anchor_twice_makes_two_ids() -> None:
    page = read_blocks(Heading(3, "One", "x y"), Heading(3, "Two", "x y"))
    assert [heading.attributes["id"] for heading in page.all("h3")] == ["card-x-y", "card-x-y-2"]


def test_the_contents_name_the_page_and_every_chapter() -> None:
    outline = build(garden.planted(), today=DAY, say=garden.words_for("en"))
    (contents,) = read(outline).with_class("contents")
    assert outline.one_page is not None
    titles = [outline.one_page.title, *(chapter.title for chapter in outline.chapters)]
    assert [link.text for link in contents.all("a")] == titles


def test_the_first_link_skips_to_the_content() -> None:
    page = a_page()
    link = next(page.all("a"))
    assert link.attributes["href"] == f"#{page.one('main').attributes['id']}"


def test_a_table_names_its_columns_and_its_rows() -> None:
    columns = (TableColumn(""), TableColumn("Size", "number"), TableColumn("Care"))
    page = read_blocks(Table(columns, (("Herbs", "12", "daily"), ("", "3", ""))))
    table = page.one("table")
    assert [th.text for th in table.all("th") if th.attributes["scope"] == "col"] == ["Size", "Care"]
    assert [th.text for th in table.all("th") if th.attributes["scope"] == "row"] == ["Herbs"]
    assert [[cell.text for cell in row.all("td", "th")] for row in table.one("tbody").all("tr")] == [
        ["Herbs", "12", "daily"],
        ["", "3", ""],
    ]
    assert {cell.attributes.get("data-label") for cell in table.one("tbody").all("td")} == {"Size", "Care", None}
    assert {element.attributes["role"] for element in table.all("tr")} == {"row"}


def test_blocks_keep_what_they_say() -> None:
    page = read_blocks(
        Paragraph((Run("Name", "strong"), Run(" was "), Run("old", "gone"), Run("asked", "soft"))),
        Listing((plain("one\ntwo"),), numbered=True),
        Definitions((Entry("Roots", (("", "deep"), ("Water", "daily\ntwice"))),)),
        Note("Note:", "First.\n\nSecond."),
    )
    main = page.one("main")
    assert [e.text for e in main.all("strong")] == ["Name", "Roots", "Note:"]
    assert (main.one("del").text, main.one("em").text) == ("old", "asked")
    assert main.one("ol").one("li").text == "one\ntwo"
    assert (main.one("dt").text, main.one("dd").text) == ("Water", "daily\ntwice")
    assert [p.text for p in main.one("aside").all("p")] == ["Note: First.", "Second."]


def test_the_parts_of_the_one_page_stand_in_the_decks_order() -> None:
    one = OnePage("One page", *((Part(name, (Paragraph(plain(name.upper())),)),) for name in ("a", "b", "c", "d")))
    page = read(Outline("Our street", "", "en", "", one, ()))
    (section,) = page.with_class("one")
    assert [p.text for p in section.all("p")] == ["A", "B", "C", "D"]


def test_a_language_written_from_the_right_turns_the_page() -> None:
    assert read_blocks(language="he").one("html").attributes["dir"] == "rtl"
    assert "dir" not in read_blocks(language="de").one("html").attributes


# -- colours ----------------------------------------------------------------------------------------------------------


def luminance(color: str) -> float:
    channels = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("one_page", [False, True])
def test_all_letters_keep_their_contrast_in_light_and_dark(one_page: bool) -> None:
    style = a_page(one_page=one_page).one("style").text
    light, dark = (
        dict(re.findall(r"--(\w+): ?(#[0-9a-f]{6})", block)) for block in re.findall(r":root \{([^}]*)\}", style)
    )
    for which, sheet in enumerate((light, dark)):
        # On the wall, nothing but the sheet itself lies on the ground.
        grounds = [sheet["paper"]] if one_page else [sheet["paper"], sheet["ground"]]
        letters = [sheet["ink"], sheet["soft"], *(pair[which] for pair in SUIT_COLORS.values())]
        assert len(letters) > 8
        assert all(contrast(letter, ground) >= 4.5 for letter in letters for ground in grounds)


def test_every_format_has_an_ending_and_a_module_of_its_own() -> None:
    endings = [ending for known in FORMATS for ending in known.endings]
    assert len(endings) == len(set(endings)) >= len(FORMATS) == len({known.module for known in FORMATS}) >= 4
