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

from impactcards.document.data import csv_files, json_file
from impactcards.document.data.content import content
from impactcards.document.formats import Options
from impactcards.records import replace
from impactcards.strategy.answer import Answer
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import TableRow

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
    answered = [c for c in content(strategy)["cards"] if c["kind"] == "table" and c["value"] is not None]
    assert answered
    assert {f"{card['id']}.csv" for card in answered} == {name for name in found if not name.startswith("_")}
    for card in answered:
        head, *rows = found[f"{card['id']}.csv"]
        assert head[-len(card["value"]["columns"]) :] == [column["title"] for column in card["value"]["columns"]]
        assert len(rows) == len(card["value"]["rows"])
        assert {len(row) for row in rows} <= {len(head)}


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
