"""The strategy on one page for the wall: letters as large as fit, and whatever had to go is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from html_reading import Element, read_html

from impactcards.document.blocks import (
    Definitions,
    Entry,
    Listing,
    OnePage,
    Outline,
    Paragraph,
    Part,
    Table,
    TableColumn,
    plain,
)
from impactcards.document.formats import Options
from impactcards.document.html import fitting, wall, write
from impactcards.words import Message


def made(one: OnePage) -> tuple[Element, list[Message]]:
    remarks: list[Message] = []
    text = write(Outline("Our street", "By Ada", "en", "", one, ()), Options(one_page=True, remark=remarks.append))
    return read_html(text), remarks


def size_of(page: Element) -> float:
    (found,) = re.findall(r"\.wall\{font-size:([0-9.]+)pt\}", page.one("style").text)
    return float(found)


def part(label: str, count: int, words: str = "Six households know each other by name") -> Part:
    return Part(label, (Listing(tuple(plain(f"{n} {words}") for n in range(count))),), "green")


def page_of(count: int) -> OnePage:
    table = Table(
        (TableColumn("Bed"), TableColumn("Size", "number"), TableColumn("Until", "date")),
        tuple((f"Bed {n}", str(n), "22 December 2027") for n in range(count)),
    )
    return OnePage(
        "One page",
        (Part("", (Paragraph(plain("Whoever waters may pick.")),)),),
        (part("Goals", count), Part("Beds", (table,))),
        (part("Hands", count),),
        (part("Steps", count // 4), Part("", (Paragraph(plain("Worked on by Ada")),))),
    )


def test_little_is_written_large_and_much_small() -> None:
    little, much = made(page_of(2))[0], made(page_of(14))[0]
    assert size_of(little) > size_of(much) >= wall.SIZES[-1]


def test_what_fits_is_all_there_and_nothing_is_remarked() -> None:
    page, remarks = made(page_of(5))
    assert not remarks
    assert not page.with_class("shortened")
    assert page.one("main").text.count("Six households") == 11
    assert [h.text for h in page.all("h2")] == ["Goals", "Beds", "Hands", "Steps"]


def test_what_does_not_fit_is_shortened_and_named_on_the_page_and_to_the_person() -> None:
    page, (remark,) = made(page_of(60))
    assert size_of(page) <= wall.SIZES[-1] + 0.5
    (line,) = page.with_class("shortened")
    assert line.text == "Shortened to fit on this page: Goals; Beds; Hands; Steps"
    assert "Goals; Beds; Hands; Steps" in str(remark)
    more = [p.text for p in page.with_class("open")]
    assert len(more) == 4
    shown = len(next(page.one("main").all("ol", "ul")).children)
    assert more[0] == f"and {60 - shown} more"


def test_long_texts_end_between_words_with_an_ellipsis() -> None:
    long = Part("Goals", (Definitions(tuple(Entry("Term", (("Care", "wonder " * 400),)) for _ in range(9))),))
    page, remarks = made(OnePage("One page", left=(long,), right=(part("Hands", 3),)))
    assert len(remarks) == 1
    assert "Hands" not in str(remarks[0])
    ends = [dd.text[-8:] for dd in page.all("dd")]
    assert ends
    assert set(ends) == {" wonder…"}


def test_the_shortened_page_fits_by_its_own_reckoning() -> None:
    shown, fit = wall._fitted(page_of(200), wall.words("en"))
    assert shown.labels
    assert wall._fit(shown.page, fit.size, shortened=True) is not None


def test_short_lists_stand_side_by_side() -> None:
    parts = (part("A", 6, "x"), Part("Between", (Paragraph(plain("words")),)), part("B", 6, "y"))
    rows = fitting.in_rows(parts, 80)
    assert [[p.label for p in row] for row in rows] == [["A", "B"], ["Between"]]


@pytest.mark.parametrize("room", [12.0, 30.0, 90.0])
def test_the_columns_of_a_table_share_all_of_its_width(room: float) -> None:
    columns = (TableColumn("Bed"), TableColumn("Its one job"), TableColumn("Until", "date"))
    rows = (("Herbs", "a long sentence about herbs that goes on and on", "22 December 2027"), ("R", "s", ""))
    found = fitting.shares(Table(columns, rows), room)
    assert sum(found) == pytest.approx(1)
    assert all(share > 0.05 for share in found)
    assert found[1] > found[0]


def test_the_style_sheet_counts_with_the_same_measures() -> None:
    style = Path(wall.__file__).with_name("wall.css").read_text(encoding="utf-8")
    assert f"width: {wall.WIDTH:g}mm" in style
    assert f"/{fitting.LINE:g} " in style
    assert f"font-size: {fitting.TABLE_SIZE:g}em".replace("0.", ".") in style
    assert f"thead th {{ font-size: {fitting.HEAD_SIZE:g}em".replace("0.", ".") in style
    assert f".top {{ font-size: {wall.TOP:g}em" in style
    assert f"gap: {wall.GAP:g}mm" in style


def test_a_sheet_of_nothing_is_a_sheet() -> None:
    page, remarks = made(OnePage("One page"))
    assert page.one("h1").text == "Our street"
    assert not remarks
