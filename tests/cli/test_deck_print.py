"""Printing a deck: what the command writes, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_types import Cards

pytest.importorskip("typst", reason="typst is not installed: pip install '.[pdf]'")


def test_the_cards_are_a_pdf_and_replaced_only_while_nobody_changed_it(cards: Cards, tmp_path: Path) -> None:
    target = tmp_path / "cards.pdf"
    for _ in range(2):
        done = cards("deck", "print", "first-steps", "-o", str(target))
        assert (done.status, done.data) == (0, f"{target}\n")
    assert target.read_bytes().startswith(b"%PDF-")
    target.write_bytes(b"mine")
    done = cards("deck", "print", "first-steps", "-o", str(target))
    assert (done.status, target.read_bytes()) == (2, b"mine")
    assert "--force" in done.words
    assert cards("deck", "print", "first-steps", "-o", str(target), "--force").status == 0


def test_without_a_file_the_name_says_what_it_holds(
    cards: Cards, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cards("deck", "print", "first-steps").data == "first-steps-cards.pdf\n"
    assert cards("deck", "print", "crisis-drill", "--recipe", "drill", "--sheets", "--lang", "de").data == (
        "crisis-drill-drill-sheets.de.pdf\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["crisis-drill", "--recipe", "dril"], "drill"),
        (["crisis-drill", "--lang", "fr"], "en, de"),
        (["crisis-drill", "-o", "cards.docx"], ".pdf"),
        (["no-such-deck"], "no-such-deck"),
    ],
)
def test_what_cannot_be_printed_is_said_in_a_line(cards: Cards, arguments: list[str], said: str) -> None:
    done = cards("deck", "print", *arguments)
    assert (done.status, done.data) == (2, "")
    assert said in done.words


def test_a_missing_extra_is_named(cards: Cards, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from impactcards.document import formats

    monkeypatch.setattr(formats, "find_spec", lambda _: None)
    done = cards("deck", "print", "first-steps", "-o", str(tmp_path / "cards.pdf"))
    assert (done.status, len(done.words.splitlines())) == (2, 1)
    assert 'install ".[pdf]"' in done.words
