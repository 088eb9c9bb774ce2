"""Pictures: drawn, named for those who do not see them, and with the same in words beside them."""

from __future__ import annotations

from datetime import date

import garden
import pytest
from html_reading import Element, read_html

from impactcards.document.blocks import (
    Bar,
    Bars,
    Block,
    Chapter,
    Lines,
    Listing,
    Outline,
    Paragraph,
    Picture,
    Series,
    plain,
)
from impactcards.document.formats import Options
from impactcards.document.html import write
from impactcards.document.html.measure import count_lines, width, wrapped
from impactcards.document.outline import build

FLOW = Picture(
    "chain",
    "From hands to beds",
    (("Ada", "Bo"), ("Herbs by the gate", "A very long name of a bed that has to be wrapped more than twice to fit")),
    ((0, 0, 0), (0, 0, 1)),
    (Listing((plain("Ada → Herbs by the gate"),)),),
    ("Hands", "Beds"),
    ("rose", "green"),
)


def drawn(*blocks: Block) -> Element:
    outline = Outline("T", "", "en", "", None, (Chapter("C", "c", blocks),))
    return read_html(write(outline, Options())).one("main")


def numbers(element: Element, *names: str) -> list[float]:
    return [float(element.attributes[name]) for name in names]


def test_a_flow_has_a_box_for_each_name_and_a_curve_for_each_link() -> None:
    svg = drawn(FLOW).one("svg")
    assert (svg.attributes["role"], svg.one("title").text) == ("img", "From hands to beds")
    assert svg.one("desc").text == "Hands → Beds"
    assert len(list(svg.all("rect"))) == 4
    assert len(list(svg.all("path"))) == 2
    said = [text.text for text in svg.all("text")]
    assert {"HANDS", "BEDS", "Ada", "Bo"} <= set(said)


def test_a_flow_keeps_everything_inside_and_apart() -> None:
    svg = drawn(FLOW).one("svg")
    _, _, wide, high = map(float, svg.attributes["viewbox"].split())
    boxes = [numbers(rect, "x", "y", "width", "height") for rect in svg.all("rect")]
    assert all(min(x, y) >= 0 and x + w <= wide and y + h <= high for x, y, w, h in boxes)
    for n, (x, y, w, h) in enumerate(boxes):
        assert all(x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y for x2, y2, w2, h2 in boxes[:n])


def test_what_leads_nowhere_has_a_broken_edge() -> None:
    loose = ["loose" in rect.attributes["class"] for rect in drawn(FLOW).one("svg").all("rect")]
    assert loose == [False, True, False, False]


def test_a_flow_and_lines_are_told_in_words_too() -> None:
    lines = Lines("Before each review", ("May", "now"), (Series("Nobody answers", (None, 3)),), 1, 5)
    flow, moved = drawn(FLOW, lines).all("details")
    assert flow.one("li").text == "Ada → Herbs by the gate"
    assert [cell.text for cell in moved.one("tbody").all("th", "td")] == ["Nobody answers", "–", "3"]


def test_lines_rise_with_their_values_and_leave_gaps() -> None:
    series = (Series("Up", (1, 5, 3)), Series("Gap", (2, None, 2)))
    svg = drawn(Lines("Moved", ("a", "b", "c"), series, 1, 5)).one("svg")
    up = [float(circle.attributes["cy"]) for circle in svg.all("circle")][:3]
    assert up[1] < up[2] < up[0]
    assert len(list(svg.all("circle"))) == 5
    assert len([path for path in svg.all("path") if path.attributes["class"] == "line"]) == 2


def test_bars_are_a_table_that_says_every_figure() -> None:
    rows = (Bar("Herbs", 4.0, 8.0, "4 h", ("yes",)), Bar("Roots", None, 8.0, "not said", ("no",)))
    table = drawn(Bars("Effort", ("Bed", "Hours", "Worth it?"), rows)).one("table")
    assert [th.text for th in table.one("thead").all("th")] == ["Bed", "Hours", "Worth it?"]
    assert [cell.text for cell in table.one("tbody").all("th", "td")] == [
        "Herbs",
        "4 h",
        "yes",
        "Roots",
        "not said",
        "no",
    ]
    lengths = [svg.with_class("on")[0].attributes["width"] for svg in table.all("svg")]
    assert lengths == ["50", "0"]
    assert all(svg.attributes["aria-hidden"] == "true" for svg in table.all("svg"))


def test_steps_are_dots() -> None:
    table = drawn(Bars("Ratings", ("", ""), (Bar("Herbs", 2, 5, "2 of 5"),), steps=True)).one("table")
    assert [circle.attributes["class"] for circle in table.all("circle")] == ["on", "on", "off", "off", "off"]


def test_a_rating_is_shown_as_dots_beside_its_words() -> None:
    page = drawn(Paragraph(plain("2 of 3: so-so"), steps=(2, 3)))
    assert [circle.attributes["class"] for circle in page.all("circle")] == ["on", "on", "off"]
    assert page.one("p").text.strip() == "2 of 3: so-so"


def test_a_deck_with_a_scale_has_dots_in_its_document() -> None:
    strategy = garden.planted()
    scales = [card for card in strategy.deck.cards if card.answer.kind == "scale" and strategy.answer(card.id).answered]
    assert scales
    page = read_html(write(build(strategy, today=date(2027, 3, 8), say=garden.words_for("en")), Options()))
    assert list(page.one("main").all("circle"))


@pytest.mark.parametrize("text", ["", "a", "word " * 40, "x" * 500, "你好世界" * 30, "👩‍👩‍👧‍👦" * 20])
@pytest.mark.parametrize("most", [0, 3])
def test_wrapped_lines_fit(text: str, most: int) -> None:
    lines = wrapped(text, 10.0, most)
    assert 1 <= len(lines) <= (most or 1000)
    assert all(width(line) <= 10.0 or len(line) == 1 for line in lines)
    if not most:
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert abs(count_lines(text, 10.0) - len(lines)) <= len(lines) // 10
