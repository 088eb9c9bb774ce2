"""The interface in German: every sentence translated, none guessed, no placeholder lost."""

from __future__ import annotations

import re
from pathlib import Path

import catalogue
import pytest
from babel.messages.catalog import Catalog, Message

from impactcards.words import INTERFACE_LANGUAGES, words

_PLACEHOLDER = re.compile(r"\{[^{}\s]*\}|%\([a-z]+\)s")

SOURCES = catalogue.catalogues()


@pytest.fixture(scope="module")
def template() -> Catalog:
    """Every sentence of the sources."""
    return catalogue.extract()


def _variants(message: Message) -> list[tuple[str, str]]:
    """(English, translated) pairs of a message; a plural has one for each form."""
    if isinstance(message.id, tuple):
        one, many = message.id
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        return [(one if place == 0 else many, form) for place, form in enumerate(forms)]
    return [(message.id, str(message.string))]


def test_there_are_sentences_to_translate(template: Catalog) -> None:
    assert len(template) > 100


def test_every_language_of_the_interface_has_a_catalogue() -> None:
    assert {source.parts[-3] for source in SOURCES} == set(INTERFACE_LANGUAGES[1:])


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parts[-3])
def test_every_sentence_is_translated(source: Path, template: Catalog) -> None:
    translated = catalogue.read(source)
    lacking = []
    for message in template:
        if not message.id:
            continue
        found = translated.get(message.id, message.context)
        if found is None or not all(form for _, form in _variants(found)) or found.fuzzy:
            lacking.append(message.id)
    assert lacking == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parts[-3])
def test_placeholders_are_those_of_the_sentence(source: Path) -> None:
    """Only the form for one thing may do without the number."""
    differing = []
    for message in catalogue.read(source):
        for form, (english, translated) in enumerate(_variants(message)):
            expected, found = (set(_PLACEHOLDER.findall(text)) for text in (english, translated))
            if expected != found and not (message.pluralizable and form == 0 and expected - found == {"{n}"}):
                differing.append((english, translated))
    assert differing == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parts[-3])
def test_no_sentence_ends_differently(source: Path) -> None:
    """A line feed or a space at an end belongs to a layout."""
    differing = [
        (english, translated)
        for message in catalogue.read(source)
        if message.id
        for english, translated in _variants(message)
        if (english[:1].isspace(), english[-1:].isspace()) != (translated[:1].isspace(), translated[-1:].isspace())
    ]
    assert differing == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parts[-3])
def test_a_catalogue_holds_nothing_that_is_no_longer_said(source: Path, template: Catalog) -> None:
    stale = [message.id for message in catalogue.read(source) if message.id and template.get(message.id) is None]
    assert stale == []


def test_the_compiled_catalogue_speaks_german() -> None:
    say = words("de-AT")
    assert say("NAME") == "NAME"
    assert say.plural("{n} finding.", "{n} findings.", 1) == "1 Hinweis."
    assert say.plural("{n} finding.", "{n} findings.", 3) == "3 Hinweise."


def test_a_language_that_is_not_spoken_is_english() -> None:
    assert words("fr").language == "en"
