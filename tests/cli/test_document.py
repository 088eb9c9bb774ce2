"""Writing the document, and what is never written over."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_types import Cards

from impactcards.home import Home


def test_the_document_goes_to_standard_output(cards: Cards, acme: str) -> None:
    done = cards("document", "acme", "--to", "md", "-o", "-")
    assert done.status == 0
    assert done.data.startswith("# Acme 2027\n")
    assert done.words == ""


def test_without_a_file_the_strategys_own_document_is_current(cards: Cards, acme: str, home: Home) -> None:
    document = home.strategies / "acme-2027" / "strategy.md"
    done = cards("document", "acme")
    assert (done.status, done.data) == (0, f"{document}\n")
    assert document.read_text(encoding="utf-8").startswith("# Acme 2027\n")


def test_an_edited_document_is_moved_aside(cards: Cards, acme: str, home: Home) -> None:
    document = home.strategies / "acme-2027" / "strategy.md"
    cards("document", "acme")
    document.write_text("My own words.\n")
    done = cards("document", "acme")
    assert done.status == 0
    assert "edited" in done.words
    (kept,) = document.parent.glob("strategy (edited *).md")
    assert kept.read_text() == "My own words.\n"


def test_a_file_of_ones_own_is_replaced_as_long_as_nobody_changed_it(cards: Cards, acme: str, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    assert cards("document", "acme", "-o", str(target)).status == 0
    assert cards("document", "acme", "-o", str(target)).status == 0
    target.write_text("My own words.\n")
    done = cards("document", "acme", "-o", str(target))
    assert done.status == 2
    assert "--force" in done.words
    assert target.read_text() == "My own words.\n"
    assert cards("document", "acme", "-o", str(target), "--force").status == 0
    assert target.read_text(encoding="utf-8").startswith("# Acme 2027\n")


def test_a_file_that_somebody_else_wrote_is_kept(cards: Cards, acme: str, tmp_path: Path) -> None:
    target = tmp_path / "thesis.md"
    target.write_text("Chapter one.\n")
    assert cards("document", "acme", "-o", str(target)).status == 2
    assert target.read_text() == "Chapter one.\n"


@pytest.mark.parametrize("target", [".", "no-such-folder/out.md"])
def test_a_target_that_cannot_be_written_is_said_in_a_line(
    cards: Cards, acme: str, tmp_path: Path, target: str
) -> None:
    done = cards("document", "acme", "-o", str(tmp_path / target))
    assert done.status == 2
    assert len(done.words.splitlines()) == 1
    assert "went wrong" not in done.words


def test_the_document_in_another_language(cards: Cards, acme: str) -> None:
    done = cards("document", "acme", "--lang", "de", "-o", "-")
    assert done.status == 0
    assert "## Die Strategie auf einer Seite" in done.data


def test_another_language_does_not_take_the_place_of_the_strategys_own_document(cards: Cards, acme: str) -> None:
    assert cards("document", "acme", "--lang", "de").status == 2


def test_a_language_the_deck_does_not_speak(cards: Cards, acme: str) -> None:
    done = cards("document", "acme", "--lang", "fr", "-o", "-")
    assert (done.status, done.data) == (2, "")
    assert "en, de" in done.words


def test_an_unknown_format_names_the_known_ones(cards: Cards, acme: str) -> None:
    done = cards("document", "acme", "--to", "odt")
    assert done.status == 2
    assert "md" in done.words
