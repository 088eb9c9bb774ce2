"""The document as a person reads it: a whole one in two languages, and what each kind of answer becomes."""

from __future__ import annotations

import re
import sys
import time
from datetime import date

import garden
import pytest
from running import run_python

from impactcards.deck.model import OnePagePart
from impactcards.document import strategy_markdown
from impactcards.document.blocks import Chapter, Listing, Outline, Picture, plain
from impactcards.document.markdown import one_page_to_markdown, to_markdown
from impactcards.document.outline import build
from impactcards.records import replace
from impactcards.strategy.answer import Answer
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Item, TableRow, Value
from impactcards.words import words

DAY = date(2027, 3, 8)


def written(strategy: Strategy) -> str:
    """The document with the real findings, in English."""
    return to_markdown(build(strategy, today=DAY, say=garden.words_for("en")))


def with_value(card_id: str, value: Value) -> Strategy:
    strategy = garden.bare()
    strategy.answers[card_id] = Answer(value=value, updated=garden.MOMENT)
    return strategy


def section(text: str, title: str) -> str:
    """What stands below a heading, up to the next one."""
    found = re.search(rf"^#+ {re.escape(title)}\n\n(.*?)(?=\n+#+ |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found is not None, text
    return found[1].rstrip("\n")


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_whole_document(language: str) -> None:
    say = garden.words_for(language)
    found = to_markdown(build(garden.planted(language), today=DAY, findings=garden.findings(language), say=say))
    expected = garden.HERE / f"garden.{language}.md"
    assert found == expected.read_text(encoding="utf-8")


def test_the_real_catalogue_and_findings_make_a_document_too() -> None:
    found = strategy_markdown(garden.planted("de"))
    assert found.startswith("# Our street\n\nEin Garten für die Straße · 8. März 2027\n\n## ")
    assert "Wurzeln" in found.split("Wer was tut")[-1]


def test_an_empty_strategy_admits_it() -> None:
    found = written(garden.bare())
    assert "*open: What is written on our gate?*" in found
    assert section(found, "What is still open").startswith("Nothing has been answered yet.")
    assert "## Why a garden" not in found


def test_a_deck_without_sections_has_a_chapter_for_each_suit_and_no_page() -> None:
    strategy = with_value("motto", "Come in.")
    plan = replace(strategy.deck.document, sections=(), one_page=())
    strategy.deck = replace(strategy.deck, document=plan)
    found = written(strategy)
    assert found.startswith("# Our street\n\nA garden for the street · 8 March 2027\n\n## Soil\n\n### On the gate\n")


def test_cards_that_no_section_names_are_not_lost() -> None:
    strategy = with_value("neighbours", "Salad")
    sections = tuple(s for s in strategy.deck.document.sections if s.id != "around")
    strategy.deck = replace(strategy.deck, document=replace(strategy.deck.document, sections=sections))
    assert section(written(strategy), "Over the fence").endswith("Salad")


def test_hidden_cards_are_left_out() -> None:
    strategy = garden.planted()
    strategy.answers["ground"] = Answer(value=("grass",), updated=garden.MOMENT)
    found = written(strategy)
    assert "Ferns" not in found
    assert "In the shade" not in found


def test_a_sealed_answer_opens_with_the_next_review() -> None:
    strategy = garden.planted()
    assert "340" not in written(strategy)
    strategy.lists["reviews"] = [{"id": "r222", "started": "2027-06-01T10:00:00Z"}]
    assert section(written(strategy), "Sealed bet").endswith("340")


def test_a_finding_does_not_tell_what_is_sealed() -> None:
    strategy = garden.planted()
    strategy.answers["bet"] = Answer(value="a bucketful", updated=garden.MOMENT)
    assert "a bucketful" not in written(strategy)
    assert "### Sealed bet" in written(strategy)


def test_the_day_is_that_of_the_last_change() -> None:
    strategy = garden.planted()
    assert strategy_markdown(strategy) == strategy_markdown(strategy)
    assert "· 8 March 2027\n" in strategy_markdown(strategy)
    strategy.answers["mood"] = strategy.answers["mood"].with_(confirmed="2027-04-02T12:00:00Z")
    assert "· 2 April 2027\n" in strategy_markdown(strategy)
    assert "· 5 May 2027\n" in strategy_markdown(strategy, today=date(2027, 5, 5))


# -- kinds of answers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("card_id", "value", "expected"),
    [
        ("motto", " one\n two \n\n\nthree ", "one  \ntwo\n\nthree"),
        ("ground", ("none",), "Nothing at all"),
        (
            "ground",
            ("grass", "rubble", "winter", "none"),
            "- Grass\n- Rubble, glass\n- A slope in the shade\n- Nothing at all",
        ),
        ("ground", ("grass", "no such option"), "Grass"),
        ("mood", 1, "1 of 5: Not at all"),
        ("mood", 2, "2 of 5"),
        ("mood", "rather", "rather"),
        ("money", 0.5, "0.5 EUR"),
        ("money", "about 40", "about 40"),
        ("opening", "2027-05-01", "Saturday 1 May 2027"),
        ("opening", "some day in May", "some day in May"),
        ("people", (Item("paaa", "Ada"), Item("pbbb", " "), Item("pccc", "Bo\nand Cy")), "1. Ada\n2. Bo  \n   and Cy"),
        ("tools", (TableRow("hose", {"count": 1}),), "**A hose | a tap**\n\n- How many: 1"),
        ("beds", (TableRow("baaa", {"bed": "Herbs"}), TableRow("bbbb", {"bed": "Roots"})), "- Herbs\n- Roots"),
        ("beds", (TableRow("baaa", {"size": 3}),), "- 3 m²"),
    ],
)
def test_an_answer_reads_well(card_id: str, value: Value, expected: str) -> None:
    strategy = with_value(card_id, value)
    card = strategy.deck.card(card_id)
    assert card is not None
    shown = section(written(strategy), card.title)
    assert shown == f"*{card.prompt}*\n\n{expected}".replace("hose | a", "hose \\| a")


def test_long_texts_make_no_table() -> None:
    rows = (
        TableRow("baaa", {"bed": "Herbs", "ready": "2027-04-30", "size": 2}),
        TableRow("bbbb", {"bed": "Roots: " + "far down " * 12, "size": 3}),
        TableRow("bccc", {"bed": "Two\nlines", "size": 3}),
    )
    shown = section(written(with_value("beds", rows)), "Bed by bed")
    assert "**Herbs**\n\n- Size: 2 m²\n- Ready by: 30 April 2027\n\n**Roots: far down" in shown
    assert "|" not in shown


def test_a_long_text_beside_a_name_is_a_list() -> None:
    strategy = with_value("people", (Item("paaa", "Ada"),))
    strategy.answers["beds"] = Answer(value=(TableRow("baaa", {"bed": "Herbs"}), TableRow("bbbb", {"bed": "Roots"})))
    know = "Water in the evening, " * 6 + "never at noon."
    strategy.answers["care"] = Answer(value=(TableRow("baaa", {"know": know}), TableRow("bbbb", {"know": "a\nb"})))
    assert section(written(strategy), "Who waters").endswith(f"- **Herbs**: {know}\n- **Roots**: a  \n  b")


# -- names ------------------------------------------------------------------------------------------------------------


def picks(*texts: str) -> str:
    """How a table names items with these texts."""
    items = tuple(Item(f"a{'abcdefg'[i]}aa", text) for i, text in enumerate(texts))
    strategy = with_value("aims", items)
    row = TableRow("baaa", {"bed": "Herbs", "aims": tuple(item.id for item in items)})
    strategy.answers["beds"] = Answer(value=(row,))
    found = re.search(r"- Serves: (.*)", written(strategy))
    assert found is not None
    return found[1]


def test_names_are_short() -> None:
    assert picks("Meet: all of us", "Eat (a little)", "Learn – slowly") == "Meet, Eat, Learn"


def test_a_comma_in_a_name_parts_names_by_semicolons() -> None:
    assert picks("Meet, really", "Eat") == "Meet, really; Eat"


def test_two_items_with_one_short_name_keep_their_full_texts() -> None:
    assert picks("Meet: in spring", "Meet: in autumn", "Eat: more") == "Meet: in spring, Meet: in autumn, Eat"


def test_a_long_name_is_cut_between_words() -> None:
    assert picks("word " * 40) == "word " * 11 + "word…"
    assert picks("Every aim with a colon: even this") == "Every aim with a colon"


def test_a_removed_item_keeps_its_name() -> None:
    strategy = with_value("aims", (Item("aaaa", "Meet"),))
    strategy.answers["aims"] = strategy.answers["aims"].with_(removed=(Item("abbb", "Eat: more"),))
    strategy.answers["beds"] = Answer(value=(TableRow("baaa", {"bed": "Herbs", "aims": ("aaaa", "abbb")}),))
    assert "- Serves: Meet, Eat\n" in written(strategy)


# -- the one page -----------------------------------------------------------------------------------------------------


def test_a_skipped_card_is_no_gap_on_the_page() -> None:
    strategy = garden.bare()
    strategy.answers["motto"] = Answer(put_off="skipped", updated=garden.MOMENT)
    page = one_page_to_markdown(build(strategy, today=DAY, say=garden.words_for("en")))
    assert "What is written" not in page
    assert "*open: On which day do we open the gate?*" in page
    assert "What is still open" not in page


def test_rows_stand_beside_the_items_they_lead_to() -> None:
    strategy = garden.planted()
    row = TableRow("bddd", {"bed": "Compost", "size": 1})
    strategy.answers["beds"] = Answer(value=(*strategy.answers["beds"].value, row))  # type: ignore[misc]
    page = section(written(strategy), "The strategy on one page")
    cells = [[cell.strip() for cell in line.split("|")[1:3]] for line in page.split("\n") if line.startswith("| ")]
    assert cells[2:7] == [
        ["Meet: six households know each other by name", "Herbs by the gate"],
        ["Eat (a little): one salad a week", "Herbs by the gate"],
        ["", "Roots"],
        ["The children of the nursery school know where a potato comes from", ""],
        ["", "Compost"],
    ]


def test_the_items_of_a_table_keep_their_columns_beside_other_rows() -> None:
    strategy = garden.planted()
    parts = (
        OnePagePart("beds", ("bed", "size"), "left"),
        OnePagePart("care", ("who",), "right", beside="beds"),
    )
    plan = replace(strategy.deck.document, one_page=parts)
    strategy.deck = replace(strategy.deck, document=plan)
    page = section(written(strategy), "The strategy on one page")
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in page.split("\n") if line.startswith("| ")]
    assert [cells[0], *cells[2:]] == [
        ["Bed", "Size", "Waters"],
        ["Herbs by the gate", "2.5 m²", "Ada, second floor"],
        ["Roots", "12 m²", ""],
    ]


def test_long_items_stand_above_the_rows_that_lead_to_them() -> None:
    strategy = garden.planted()
    long = "Meet: " + "very slowly " * 12
    strategy.answers["aims"] = Answer(value=(Item("aaaa", long), Item("abbb", "Eat")))
    page = section(written(strategy), "The strategy on one page")
    assert (
        f"**{long.strip()}**\n\n- Herbs by the gate: Size 2.5 m² · Ready by 30 April 2027\n\n**Eat**\n\n- Herbs" in page
    )


# -- what is open -----------------------------------------------------------------------------------------------------


def test_an_unreadable_answer_is_named() -> None:
    strategy = garden.bare()
    strategy.answers["people"] = Answer(raw={"value": 3}, updated=garden.MOMENT)
    assert "The answer to “Names on the fence” cannot be read." in section(written(strategy), "Who does what")


def test_cards_put_off_are_named_together_and_those_with_a_reason_alone() -> None:
    strategy = with_value("aims", (Item("aaaa", "Meet"),))
    for card_id in ("motto", "first", "ground"):
        strategy.answers[card_id] = Answer(put_off="later", updated=garden.MOMENT)
    strategy.answers["first"] = strategy.answers["first"].with_(note="Ask\nBo.")
    lines = written(strategy).split("### Why a garden\n\n")[1].split("\n\n")[0].rstrip("\n").split("\n")
    assert lines == [
        "- “If it rains all summer” waits for later: Ask Bo.",
        "- Left for later: “On the gate”, “What lies there now”.",
    ]


def test_a_core_card_that_waits_for_another_is_unanswered_too() -> None:
    strategy = with_value("people", (Item("paaa", "Ada"),))
    assert "Still unanswered: “Bed by bed”, “Who waters”." in written(strategy)


def test_a_card_the_deck_no_longer_has_is_named_as_it_was() -> None:
    strategy = garden.planted()
    found = strategy_markdown(strategy, titles={"old-card": "The old pump"})
    assert section(found, "The old pump") == "- one\n- two"
    strategy.answers["old-card"] = Answer(raw={"value": [{"id": "baaa", "what": "pump", "who": ["Ada", "Bo"]}]})
    assert section(strategy_markdown(strategy), "Old card") == "- pump; Ada, Bo"


def test_nothing_open_leaves_the_chapter_out() -> None:
    strategy = garden.planted()
    for card_id in ("opening", "neighbours"):
        strategy.answers[card_id] = Answer(value="x", updated=garden.MOMENT)
    strategy.lists.clear()
    found = to_markdown(build(strategy, today=DAY, findings=[], say=garden.words_for("en")))
    assert "What is still open" not in found


def test_a_picture_is_read_as_its_twin() -> None:
    twin = (Listing((plain("Ada → Herbs"),)),)
    picture = Picture("chain", "From hands to beds", (("Ada",), ("Herbs",)), ((0, 0, 0),), twin)
    outline = Outline("Our street", "", "en", "", None, (Chapter("In one picture", "chain", (picture,)),))
    assert to_markdown(outline) == "# Our street\n\n## In one picture\n\n### From hands to beds\n\n- Ada → Herbs\n"


# -- promises ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_id_and_no_empty_heading(language: str) -> None:
    found = to_markdown(build(garden.planted(language), today=DAY, say=words(language)))
    for item_id in ("aaaa", "abbb", "accc", "paaa", "pbbb", "baaa", "bbbb", "bccc", "old-card", "{", "None"):
        assert item_id not in found
    assert re.search(r"^(#+) .*\n\n\1 ", found, re.MULTILINE) is None


def test_the_document_needs_no_heavy_import() -> None:
    code = "import sys, impactcards.document; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    loaded = run_python("-c", code).stdout.split()
    assert not {"textual", "rich", "markdown_it", "platformdirs", "click"} & set(loaded)


def test_sixty_answers_take_no_time_worth_waiting_for() -> None:
    """Not a benchmark: it would only fail if the work grew with the square of the answers."""
    strategy = garden.planted()
    cards = tuple(replace(card, id=f"{card.id}-{n}") for n in range(5) for card in strategy.deck.cards)
    strategy.deck = replace(strategy.deck, cards=(*strategy.deck.cards, *cards))
    for card in cards:
        strategy.answers[card.id] = strategy.answer(card.id.rsplit("-", 1)[0])
    began = time.perf_counter()
    strategy_markdown(strategy)
    sys.stdout.write(f"{1000 * (time.perf_counter() - began):.0f} ms for {len(strategy.answers)} answers\n")
