"""The JSON Schema of deck format 1, generated from the format's table, for editors that can use one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.deck.format.references import condition_schema
from impactcards.deck.format.table import DECK, FORMAT
from impactcards.deck.format.where import where_schema

if TYPE_CHECKING:
    from impactcards.deck.format.specs import Schema


def json_schema() -> Schema:
    """The schema as plain data, to be written as JSON."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Impact Cards deck, format {FORMAT}",
        **DECK.schema(),
        "$defs": {"condition": condition_schema(), "where": where_schema()},
    }
