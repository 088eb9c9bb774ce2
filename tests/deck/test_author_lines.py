"""The lines that ``deck check`` prints for an author, and when it fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from deck.test_author_remarks import RIGHT, changed, check
from deck.test_author_translations import GERMAN

from impactcards.cli import entry, language
from impactcards.words import words

Printed = Callable[..., tuple[int, str, str]]
HOLDS = "4 cards, 1 of them core, 2 suits, 12 min, 1 recipe, en 100 %"


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Printed]:
    """Check ``right.yaml`` of this test's folder by the command: exit status, data, words."""
    monkeypatch.chdir(tmp_path)
    yield lambda *more: (entry.run(("deck", "check", *(more or ("right.yaml",)))), *capsys.readouterr())
    language.speak(words("en"))


def test_a_right_deck(tmp_path: Path, printed: Printed) -> None:
    check(tmp_path, RIGHT)
    assert printed() == (0, "", f"right.yaml: nothing wrong. {HOLDS}\n")


def test_remarks_count_only_where_that_is_asked_for(tmp_path: Path, printed: Printed) -> None:
    check(tmp_path, changed(("minutes: 15", "minutes: 14")))
    line = "right.yaml:46:36: “all” needs 15 minutes with its breaks, but its time box is 14. (a remark)\n"
    assert printed() == (0, line, f"right.yaml: 1 remark. {HOLDS}\n")
    assert printed("right.yaml", "--strict")[0] == 1


def test_faults_of_a_translation(tmp_path: Path, printed: Printed) -> None:
    """The deck itself is counted all the same."""
    check(tmp_path, RIGHT, de=GERMAN.replace("  rating:", "  rat:").replace("suits:", "suit:"))
    status, data, said = printed()
    assert (status, len(data.splitlines())) == (1, 2)
    assert said == f"right.yaml: 2 faults. {HOLDS}, de with faults\n"


def test_a_deck_that_cannot_be_read_is_not_counted(tmp_path: Path, printed: Printed) -> None:
    check(tmp_path, RIGHT.replace("format: 1\n", ""))
    assert printed() == (1, "right.yaml:1:1: “format” is missing here.\n", "right.yaml: 1 fault.\n")


def test_a_deck_of_no_cards_fails(tmp_path: Path, printed: Printed) -> None:
    check(tmp_path, RIGHT[: RIGHT.index("cards:")] + "cards: []\n")
    assert printed()[0] == 1


def test_nothing_at_hand_fails(tmp_path: Path, printed: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Success would say that all decks are right, where none was found."""
    monkeypatch.setattr("impactcards.deck.library.bundled_folder", lambda: tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    status, data, said = printed("--home", str(tmp_path / "empty"))
    assert (status, data, said) == (1, "", "No deck was found, so nothing was checked.\n")
