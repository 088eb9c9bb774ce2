"""The JSON Schema comes from the table that also validates, so both agree."""

# ruff: noqa: E501 (names of cases)

from __future__ import annotations

import json
from pathlib import Path

import pytest
from deck.spoiling import BASE, MARK
from deck.test_faults import ANSWERS, KEYS
from jsonschema import Draft202012Validator

from impactcards.deck.library import bundled_folder
from impactcards.deck.schema import json_schema
from impactcards.deck.starter import starter_deck
from impactcards.yamltext import parse, to_data

VALIDATOR = Draft202012Validator(json_schema())

#: What only the program sees: how keys of one map, or different parts of the file, have to do with each other.
BEYOND_A_SCHEMA = {
    "blank title", "title of two lines", "title of control characters", "title of two paragraphs", "twice the same key", "an empty hint", "people", "a card dealt twice", "wide symbol", "wide letter",
    "combining symbol", "long symbol", "progress symbol", "limits swapped", "minimum above maximum", "a scale that falls",
    "too many steps", "label outside", "options and from", "neither", "limits of fixed rows", "quoted true", "cover without from",
}  # fmt: skip


def data_of(text: str) -> object:
    """A deck's text as an editor sees it."""
    root = parse(text).root
    assert root is not None
    return to_data(root)


def test_it_is_a_schema_and_json() -> None:
    """Of the draft it names."""
    Draft202012Validator.check_schema(json_schema())
    assert json.loads(json.dumps(json_schema())) == json_schema()


@pytest.mark.parametrize(
    "text",
    [BASE, starter_deck(), starter_deck(language="de")]
    + [path.read_text(encoding="utf-8") for path in sorted(bundled_folder().glob("*.yaml")) if "." not in path.stem],
    ids=lambda text: text.partition("\nid: ")[2].partition("\n")[0],
)
def test_right_decks_pass(text: str) -> None:
    """No editor complains about what the program accepts."""
    assert [error.message for error in VALIDATOR.iter_errors(data_of(text))] == []


@pytest.mark.parametrize("name", sorted((KEYS.keys() | ANSWERS.keys()) - BEYOND_A_SCHEMA))
def test_faults_of_keys_are_seen_by_the_schema(name: str) -> None:
    """What can be said of a key by itself, an editor says while one types."""
    old, new, _ = {**KEYS, **ANSWERS}[name]
    assert not VALIDATOR.is_valid(data_of(BASE.replace(old, new.replace(MARK, ""))))


def test_the_bundled_translations_are_no_decks() -> None:
    """A translation is not taken for a deck."""
    for path in Path(bundled_folder()).glob("*.de.yaml"):
        assert not VALIDATOR.is_valid(data_of(path.read_text(encoding="utf-8")))
