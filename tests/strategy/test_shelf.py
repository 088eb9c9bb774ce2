"""The shelf: listing, finding, renaming, and the archive."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from kept import head_of, item, made, opened, text_of, write

from impactcards.faults import FaultyFile, UserError
from impactcards.home import Home
from impactcards.strategy.shelf import archive, find, rename, shelf, unarchive


def _save(home: Home, name: str, moment: str) -> None:
    acme = made(home, name)
    acme.strategy.clock = lambda: moment
    acme.strategy.set_value("words", "value: x\nupdated: 2099\n    value: y")
    acme.strategy.set_value("goals", item("a222", "x"))
    acme.strategy.set_note("mirror", "no answer")
    acme.save()


def test_an_empty_home_is_an_empty_shelf(home: Home) -> None:
    assert shelf(home) == []


def test_the_shelf_tells_each_strategy_the_last_changed_first(home: Home) -> None:
    _save(home, "Old: one", "2026-01-01T00:00:00Z")
    _save(home, "Put away", "2026-03-01T00:00:00Z")
    _save(home, "Grün", "2026-02-01T00:00:00Z")
    archive(home, "Put away")
    entries = shelf(home)
    assert [entry.name for entry in entries] == ["Grün", "Old: one", "Put away"]
    assert [entry.archived for entry in entries] == [False, False, True]
    first = entries[0]
    assert (first.deck_title, first.language, first.answered) == ("A small deck", "en", 2)
    assert first.updated == "2026-02-01T00:00:00Z"
    assert first.folder == home.strategies / "grün"


def test_a_strategy_without_answers_is_as_old_as_its_beginning(home: Home) -> None:
    acme = made(home)
    assert shelf(home)[0].updated == acme.strategy.created
    assert shelf(home)[0].answered == 0


def test_a_file_edited_by_hand_counts_too(home: Home) -> None:
    acme = made(home)
    write(acme, head_of(acme) + "answers:\n  words: {value: a}\n  goals:\n    value: [{id: a222, text: b}]\n")
    assert shelf(home)[0].answered == 2


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"format: 1\nname: 'oops\n", b"format: 2\nname: x\n"])
def test_a_damaged_strategy_keeps_its_place_with_its_fault(home: Home, data: bytes) -> None:
    good, bad = made(home, "Good"), made(home, "Bad")
    (bad.folder / "strategy.yaml").write_bytes(data)
    entries = {entry.folder: entry for entry in shelf(home)}
    assert entries[good.folder].fault is None
    assert entries[bad.folder].name == "bad"
    assert entries[bad.folder].fault is not None


def test_other_folders_and_files_are_no_strategies(home: Home) -> None:
    made(home)
    (home.strategies / "pictures").mkdir()
    (home.strategies / "notes.txt").touch()
    assert [entry.name for entry in shelf(home)] == ["Acme"]


# -- finding ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "folder"),
    [
        ("Acme", "acme"),
        ("acme", "acme"),
        ("ACME 2027", "acme-2027"),
        ("acme-2027", "acme-2027"),
        ("acme 2", "acme-2027"),
        ("w", "wipfel-tau"),
        ("WIPFEL &", "wipfel-tau"),
        ("grün", "grün"),
        ("GRU\u0308", "grün"),
    ],
)
def test_any_unique_beginning_finds_a_strategy(home: Home, word: str, folder: str) -> None:
    for name in ("Acme", "Acme 2027", "Wipfel & Tau", "Grün"):
        made(home, name)
    assert find(home, word).name == folder


def test_a_path_finds_a_strategy_anywhere(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    acme = made(home)
    elsewhere = tmp_path / "else where"
    acme.folder.rename(elsewhere)
    for path in (elsewhere, str(elsewhere), str(elsewhere / "strategy.yaml"), f"{elsewhere}{os.sep}"):
        assert find(home, path) == elsewhere
    monkeypatch.chdir(tmp_path)
    assert find(home, "else where") == elsewhere
    assert find(home, f".{os.sep}else where") == elsewhere
    monkeypatch.chdir(elsewhere)
    assert find(home, ".") == elsewhere


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Ac", "could be any of these: Acme 2026, Acme 2027. Type more of the name."),
        ("Acne 2027", "Did you mean “Acme 2027”?"),
        ("zzz", "There is no strategy “zzz”. There are: "),
        ("", "There is no strategy “”"),
        ("a\x00b", "There is no strategy"),
        ("x" * 5000, "There is no strategy"),
        ("../..", "There is no strategy"),
    ],
)
def test_what_is_not_found_is_answered_with_what_is_there(home: Home, word: str, said: str) -> None:
    for name in ("Acme 2026", "Acme 2027"):
        made(home, name)
    with pytest.raises(UserError) as raised:
        find(home, word)
    assert said in str(raised.value)


def test_with_nothing_there_one_is_told_how_to_begin(home: Home) -> None:
    with pytest.raises(UserError, match="Begin one with: impactcards new NAME"):
        find(home, "Acme")


def test_what_is_at_work_stands_before_the_archive(home: Home) -> None:
    made(home)
    archive(home, "Acme")
    assert find(home, "acme").parent == home.archive
    made(home)
    assert find(home, "acme").parent == home.strategies


# -- renaming and the archive ---------------------------------------------------------------------------------------


def test_a_new_name_is_in_the_file_and_the_folder_is_named_after_it(home: Home) -> None:
    acme = made(home)
    acme.remember_place("words", "")
    before = text_of(acme)
    folder = rename(home, "acme", "Beta & Söhne: 2")
    assert folder == home.strategies / "beta-söhne-2"
    assert not acme.folder.exists()
    text = (folder / "strategy.yaml").read_text(encoding="utf-8")
    assert text == before.replace("name: Acme", "name: 'Beta & Söhne: 2'")
    assert opened(home, "beta").place() == "words"


def test_a_name_that_differs_by_case_only_is_fine(home: Home) -> None:
    made(home)
    rename(home, "acme", "ACME")
    assert opened(home, "acme").strategy.name == "ACME"


@pytest.mark.parametrize(("new", "said"), [("beta", "already a strategy “Beta”"), (" ", "needs a name")])
def test_a_name_that_cannot_be_is_refused(home: Home, new: str, said: str) -> None:
    acme = made(home)
    made(home, "Beta")
    with pytest.raises(UserError, match=said):
        rename(home, "Acme", new)
    assert acme.folder.exists()


def test_a_damaged_strategy_is_not_renamed_but_can_be_put_away(home: Home) -> None:
    acme = made(home)
    write(acme, "format: 'oops")
    with pytest.raises(FaultyFile):
        rename(home, acme.folder, "Beta")
    assert archive(home, acme.folder) == home.archive / "acme"


def test_a_file_in_another_style_can_be_renamed(home: Home) -> None:
    acme = made(home)
    write(acme, "{format: 1, name: Acme, deck: small, answers: {words: {value: a}}}")
    rename(home, acme.folder, "Beta")
    again = opened(home, "Beta")
    assert again.strategy.answer("words").value == "a"


def test_the_archive_takes_two_of_one_name_and_gives_them_back(home: Home) -> None:
    for text in ("first", "second"):
        acme = made(home)
        acme.strategy.set_value("words", text)
        acme.save()
        archive(home, "Acme")
    assert sorted(path.name for path in home.archive.iterdir()) == ["acme", "acme-2"]
    with pytest.raises(UserError, match="could be any of these"):
        find(home, "Acme")
    assert archive(home, home.archive / "acme") == home.archive / "acme"
    assert unarchive(home, home.archive / "acme-2") == home.strategies / "acme-2"
    assert opened(home).strategy.answer("words").value == "second"
    with pytest.raises(UserError, match="at work"):
        unarchive(home, home.archive / "acme")


def test_an_open_window_follows_its_folder(home: Home) -> None:
    """It is renamed in another window, and a new one takes its old name."""
    acme = made(home)
    rename(home, "Acme", "Beta")
    other = made(home)
    acme.strategy.set_value("words", "mine")
    assert acme.save().ok
    assert acme.folder == home.strategies / "beta"
    assert acme.strategy.name == "Beta"
    assert opened(home, "Beta").strategy.answer("words").value == "mine"
    assert "mine" not in text_of(other)
    archive(home, "Beta")
    acme.strategy.set_value("words", "still mine")
    assert acme.save().ok
    assert acme.folder == home.archive / "beta"
