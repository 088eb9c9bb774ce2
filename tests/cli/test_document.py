"""Writing the document, and what is never written over."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from cli_types import Cards

from impactcards.cli import document
from impactcards.document import formats
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


# -- formats ----------------------------------------------------------------------------------------------------------


def test_the_command_knows_the_formats_there_are() -> None:
    assert tuple(known.name for known in formats.FORMATS) == document.FORMATS


def test_the_ending_of_the_file_chooses_the_format(cards: Cards, acme: str, tmp_path: Path) -> None:
    for ending, start in ((".HTML", "<!doctype html>"), (".md", "# Acme"), ("", "# Acme"), (".txt", "# Acme")):
        target = tmp_path / f"plan{ending}"
        assert cards("document", "acme", "-o", str(target)).data == f"{target}\n"
        assert target.read_text(encoding="utf-8").startswith(start)


def test_to_weighs_more_than_the_ending(cards: Cards, acme: str, tmp_path: Path) -> None:
    target = tmp_path / "plan.page"
    assert cards("document", "acme", "--to", "html", "-o", str(target)).status == 0
    assert target.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_an_ending_of_no_format_names_the_formats(cards: Cards, acme: str, tmp_path: Path) -> None:
    done = cards("document", "acme", "-o", str(tmp_path / "plan.odt"))
    assert (done.status, len(done.words.splitlines())) == (2, 1)
    assert "md, html, docx, pdf" in done.words
    assert not (tmp_path / "plan.odt").exists()


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["--to", "html"], "strategy.html"),
        (["--to", "html", "--one-page"], "strategy-one-page.html"),
        (["--to", "html", "--lang", "de"], "strategy.de.html"),
        (["--to", "md", "--one-page"], "strategy-one-page.md"),
    ],
)
def test_without_a_file_another_format_stands_beside_the_answers(
    cards: Cards, acme: str, home: Home, arguments: list[str], name: str
) -> None:
    target = home.strategies / "acme-2027" / name
    for _ in range(2):
        assert cards("document", "acme", *arguments).data == f"{target}\n"
    target.write_text("My own words.\n")
    done = cards("document", "acme", *arguments)
    assert (done.status, target.read_text()) == (2, "My own words.\n")
    assert "--force" in done.words
    assert cards("document", "acme", *arguments, "--force").status == 0
    assert "Acme 2027" in target.read_text(encoding="utf-8")


def test_a_format_that_needs_a_package_names_the_command_that_brings_it(
    cards: Cards, acme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda _: None)
    for name in ("docx", "pdf"):
        done = cards("document", "acme", "-o", str(tmp_path / f"plan.{name}"))
        assert (done.status, done.data) == (2, "")
        assert len(done.words.splitlines()) == 1
        assert f'pip install ".[{name}]"' in done.words


@pytest.mark.parametrize("arguments", [["--to", "docx", "--one-page"], ["--to", "html", "--template", "mine.docx"]])
def test_what_a_format_cannot_do_is_said_in_a_line(
    cards: Cards, acme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.docx").write_bytes(b"")
    done = cards("document", "acme", *arguments)
    assert (done.status, done.data, len(done.words.splitlines())) == (2, "", 1)


def test_a_template_that_is_not_there(cards: Cards, acme: str) -> None:
    done = cards("document", "acme", "--to", "docx", "--template", "no-such.docx")
    assert done.status == 2
    assert "no-such.docx" in done.words


def test_a_deck_without_a_page_for_the_wall_says_so(cards: Cards) -> None:
    assert cards("new", "Steps", "--deck", "first-steps", "--no-open").status == 0
    done = cards("document", "Steps", "--to", "html", "--one-page", "-o", "-")
    assert (done.status, done.data, len(done.words.splitlines())) == (2, "", 1)


@pytest.mark.slow
@pytest.mark.parametrize(("own", "other"), [("en", "de"), ("de", "en")])
def test_the_decks_words_change_with_the_language_and_the_persons_stay(cards: Cards, own: str, other: str) -> None:
    assert cards("--interface", own, "demo").status == 0
    name = "Wipfel & Tau 2027"
    mine, changed = (cards("document", name, "--lang", tag, "--to", "md", "-o", "-").data for tag in (own, other))
    said = {"en": "Planned in early", "de": "Früh eingeplant"}[own]
    assert said in mine
    assert said in changed
    assert "## The strategy on one page" in (mine if own == "en" else changed)
    assert "## Die Strategie auf einer Seite" in (mine if own == "de" else changed)


# -- for other programs -----------------------------------------------------------------------------------------------


def test_the_tables_go_into_a_zip_or_a_folder(cards: Cards, tmp_path: Path) -> None:
    assert cards("demo").status == 0
    name = "Wipfel & Tau 2027"
    archive, folder = tmp_path / "tables.zip", tmp_path / "tables"
    assert cards("document", name, "-o", str(archive)).data == f"{archive}\n"
    done = cards("document", name, "--to", "csv", "-o", str(folder))
    assert done.status == 0
    files = sorted(path.name for path in folder.iterdir())
    assert done.data.splitlines() == [str(folder / line.rsplit("/", 1)[-1]) for line in done.data.splitlines()]
    with zipfile.ZipFile(archive) as packed:
        assert sorted(packed.namelist()) == files
    assert len(files) > 20
    (folder / "channels.csv").write_text("Mine.\n")
    assert cards("document", name, "--to", "csv", "-o", str(folder)).status == 2
    assert (folder / "channels.csv").read_text() == "Mine.\n"


def test_the_answers_as_json(cards: Cards, acme: str) -> None:
    done = cards("document", "acme", "--to", "json", "-o", "-")
    assert json.loads(done.data)["name"] == "Acme 2027"


def test_minutes_are_no_data(cards: Cards, acme: str) -> None:
    done = cards("document", "acme", "--to", "json", "--minutes", "-o", "-")
    assert (done.status, done.data, len(done.words.splitlines())) == (2, "", 1)


def test_one_file_for_all_tables_is_a_zip(cards: Cards, acme: str, tmp_path: Path) -> None:
    for arguments in ([], ["--to", "csv"]):
        done = cards("document", "acme", "-o", str(tmp_path / "tables.csv"), *arguments)
        assert (done.status, len(done.words.splitlines())) == (2, 1)
        assert ".zip" in done.words
    assert not (tmp_path / "tables.csv").exists()
