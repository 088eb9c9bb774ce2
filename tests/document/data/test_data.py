"""A strategy for other programs: JSON that keeps to its schema, and CSV that a spreadsheet reads as it was meant."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import garden
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impactcards.deck.kinds import TableAnswer
from impactcards.document.data import csv_files, json_file
from impactcards.document.data.content import content
from impactcards.document.formats import Options
from impactcards.records import replace
from impactcards.strategy.answer import Answer
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Item, TableRow
from impactcards.text import clean

SCHEMA = Path(__file__).parents[3] / "docs" / "strategy.schema.json"


def validator() -> Any:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def tables(strategy: Strategy) -> dict[str, list[list[str]]]:
    """Every file of the zip, read back."""
    with zipfile.ZipFile(io.BytesIO(csv_files.write(strategy, Options()))) as archive:
        assert archive.testzip() is None
        return {name: read_csv(archive.read(name)) for name in archive.namelist()}


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_file_keeps_to_its_schema(language: str) -> None:
    found = json.loads(json_file.write(garden.planted(language), Options()))
    validator().validate(found)
    assert found["language"] == language
    kinds = {card["kind"] for card in found["cards"] if card["value"] is not None}
    assert kinds >= {"text", "list", "table"}


def test_an_empty_strategy_keeps_to_it_too() -> None:
    found = content(garden.bare())
    validator().validate(found)
    assert not any(card["answered"] for card in found["cards"])


def test_the_schema_notices_what_is_wrong() -> None:
    found = content(garden.planted())
    found["cards"][0]["kind"] = "dance"
    assert list(validator().iter_errors(found))


def test_picks_come_with_their_titles() -> None:
    picked = [c for c in content(garden.planted())["cards"] if c["kind"] in ("choice", "rank", "list") and c["value"]]
    assert picked
    assert all(pick["title"] for card in picked for pick in card["value"])


def test_what_is_sealed_stays_so() -> None:
    strategy = garden.planted()
    cards = tuple(replace(card, sealed=card.id == "motto") for card in strategy.deck.cards)
    strategy.deck = replace(strategy.deck, cards=cards)
    card = next(c for c in content(strategy)["cards"] if c["id"] == "motto")
    assert (card["answered"], card["sealed"], card["value"], card["note"]) == (True, True, None, "")


def test_every_answered_table_is_a_file_with_its_columns_above() -> None:
    strategy = garden.planted()
    found = tables(strategy)
    cards = content(strategy)["cards"]
    answered = [c for c in cards if c["kind"] == "table" and c["value"] is not None]
    lists = {f"{card['id']}.csv" for card in cards if isinstance(card["value"], list)}
    assert answered
    assert {f"{card['id']}.csv" for card in answered} == {n for n in found if not n.startswith("_")} - lists
    for card in answered:
        head, *rows = found[f"{card['id']}.csv"]
        assert head[-len(card["value"]["columns"]) :] == [column["title"] for column in card["value"]["columns"]]
        assert len(rows) == len(card["value"]["rows"])
        assert {len(row) for row in rows} <= {len(head)}


def test_every_list_and_every_pick_is_a_file_with_its_cards_title_above() -> None:
    strategy = garden.planted()
    says, found = garden.TEXTS["en"], tables(strategy)
    titles = {card.id: card.title for card in strategy.deck.cards}
    assert found["aims.csv"] == [[titles["aims"]], [says["meet"]], [says["eat"]], [says["learn"]]]
    assert found["first.csv"] == [[titles["first"]], [says["eat"]], [says["meet"]]]


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_is_shown_is_in_words(language: str) -> None:
    cards = {card["id"]: card for card in content(garden.planted(language))["cards"]}
    assert cards["first"]["shown"].split("\n")[0].endswith(garden.TEXTS[language]["eat"])
    assert cards["opening"]["shown"] == ""
    assert all(bool(card["shown"]) == (card["answered"] and not card["sealed"]) for card in cards.values())


def unguarded(cell: str) -> str:
    """A cell as it was before a formula was made harmless."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in set("=+-@\t\r") else cell


@pytest.mark.slow
@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(clean).filter(str.strip), min_size=1),
    st.one_of(st.integers(-(10**12), 10**12), st.floats(-1e9, 1e9, allow_nan=False).map(lambda x: round(x, 3))),
)
@settings(max_examples=60, deadline=None)
def test_any_text_and_any_figure_come_back(texts: list[str], figure: float) -> None:
    strategy = garden.bare()
    strategy.answers["aims"] = Answer(value=tuple(Item(f"a{n}", text) for n, text in enumerate(texts)))
    card = strategy.deck.card("beds")
    assert isinstance(card.answer if card else None, TableAnswer)
    number, word = (next(c for c in card.answer.columns if c.cell.kind == kind) for kind in ("number", "text"))  # type: ignore[union-attr]
    rows = tuple(TableRow(f"b{n}", {word.id: text, number.id: figure}) for n, text in enumerate(texts))
    strategy.answers["beds"] = Answer(value=rows)
    found = tables(strategy)
    assert [unguarded(cell) for (cell,) in found["aims.csv"][1:]] == [unguarded(text) for text in texts]
    head, *lines = found["beds.csv"]
    assert [unguarded(line[head.index(word.title)]) for line in lines] == [unguarded(text) for text in texts]
    assert {float(line[head.index(number.title)]) for line in lines} == {float(figure)}
    whole = json.loads(json_file.write(strategy, Options()))
    validator().validate(whole)
    cards = {one["id"]: one["value"] for one in whole["cards"]}
    assert cards["aims"] == [{"id": f"a{n}", "title": text} for n, text in enumerate(texts)]
    assert [row["cells"] for row in cards["beds"]["rows"]] == [dict(row.cells) for row in rows]


def test_the_actions_are_a_file_of_their_own() -> None:
    strategy = garden.planted()
    strategy.lists["actions"] = [{"id": "aaaa", "text": 'Call, "now"\nand then', "who": "Ada", "until": "2027-03-12"}]
    assert tables(strategy)["_actions.csv"][1] == ['Call, "now" and then', "Ada", "2027-03-12", "still to do"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1 or so", "@SUM(A1)", '"', "a,b", "one\ntwo", "你好 👩‍👩‍👧 שלום", "'"]
)
def test_any_text_is_read_back_and_none_is_a_formula(text: str) -> None:
    strategy = garden.bare()
    card = next(c for c in strategy.deck.cards if c.id == "beds")
    column = next(c for c in card.answer.columns if c.cell.kind == "text")  # type: ignore[union-attr]
    strategy.answers["beds"] = Answer(value=(TableRow("baaa", {column.id: text}),), updated=garden.MOMENT)
    head, row = tables(strategy)["beds.csv"]
    read = row[head.index(column.title)]
    assert read == (f"'{text}" if text[0] in "=+-@" else text)


def test_the_same_answers_make_the_same_file() -> None:
    assert csv_files.write(garden.planted(), Options()) == csv_files.write(garden.planted(), Options())
