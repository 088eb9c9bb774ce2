"""Decks are found by id, the user's own before those that come with the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from deck.spoiling import BASE

from impactcards.deck.library import Library, bundled_folder
from impactcards.faults import FaultyFile, UserError


def put(folder: Path, name: str, text: str) -> Path:
    """A file in a folder that may be new."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def deck(deck_id: str, title: str = "Base") -> str:
    """A right deck with an id and a title."""
    return BASE.replace("id: base", f"id: {deck_id}").replace("title: Base", f"title: {title}")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Two bundled decks, and one of the user."""
    put(tmp_path / "bundled", "one.yaml", deck("one", "One"))
    put(tmp_path / "bundled", "one.de.yaml", "translates: one\nlanguage: de\nversion: 1.0.0\ntitle: Eins\n")
    put(tmp_path / "bundled", "two.yaml", deck("two", "Two"))
    put(tmp_path / "user", "mine.yaml", deck("mine", "Mine"))
    return Library(tmp_path / "user", bundled=tmp_path / "bundled")


def test_list(library: Library) -> None:
    """The user's first, each with what is shown of it."""
    assert [(entry.id, entry.title, entry.source, entry.faults) for entry in library.list()] == [
        ("mine", "Mine", "user", ()), ("one", "One", "bundled", ()), ("two", "Two", "bundled", ()),
    ]  # fmt: skip
    assert library.list()[0].about == "A deck for tests."


def test_list_in_a_language(library: Library) -> None:
    """Each deck in the closest of its languages; translations are no decks of their own."""
    assert [entry.title for entry in library.list("de-AT")] == ["Mine", "Eins", "Two"]


def test_the_users_deck_stands_before_the_bundled_one(library: Library, tmp_path: Path) -> None:
    """The same id in both folders is the user's deck."""
    mine = put(tmp_path / "user", "other-name.yaml", deck("two", "My own two"))
    assert [entry.title for entry in library.list() if entry.id == "two"] == ["My own two"]
    assert library.find("two") == mine
    assert library.load("two").deck.title == "My own two"


def test_a_faulty_deck_does_not_hide_the_others(library: Library, tmp_path: Path) -> None:
    """It is listed with its faults, and cannot be loaded."""
    put(tmp_path / "user", "broken.yaml", deck("broken").replace("suit: one\n    title: Goals", "title: Goals"))
    put(tmp_path / "user", "nonsense.yaml", "[" * 1000)
    entries = {entry.id: entry for entry in library.list()}
    assert list(entries) == ["broken", "mine", "nonsense", "one", "two"]
    assert [str(fault.message) for fault in entries["broken"].faults] == ["“suit” is missing here."]
    assert entries["nonsense"].faults
    assert entries["broken"].deck is None
    with pytest.raises(FaultyFile):
        library.load("broken")


def test_two_decks_of_the_user_with_one_id(library: Library, tmp_path: Path) -> None:
    """The second is listed by the name of its file, with what is wrong, and can be asked for by that name."""
    copy = put(tmp_path / "user", "mine copy.yaml", deck("mine", "A copy"))
    entries = {entry.id: entry for entry in library.list()}
    assert list(entries) == ["mine", "mine.yaml", "one", "two"]
    assert entries["mine"].path == copy
    assert [str(fault.message) for fault in entries["mine.yaml"].faults] == [
        "This deck has the same id as mine copy.yaml: “mine”. Give it another one."
    ]
    assert library.find("mine.yaml") == tmp_path / "user" / "mine.yaml"


def test_what_is_no_deck_is_passed_over(library: Library, tmp_path: Path) -> None:
    """Translations without their deck, other files, hidden files and subfolders."""
    put(tmp_path / "user", "gone.de.yaml", "translates: gone\nlanguage: de\nversion: 1.0.0\n")
    put(tmp_path / "user", "notes.txt", "no deck")
    put(tmp_path / "user", ".hidden.yaml", deck("hidden"))
    put(tmp_path / "user" / "sub", "sub.yaml", deck("sub"))
    put(tmp_path / "user", "folder.yaml", "").unlink()
    (tmp_path / "user" / "folder.yaml").mkdir()
    assert [entry.id for entry in library.list()] == ["mine", "one", "two"]


def test_find(library: Library, tmp_path: Path) -> None:
    """By id, or by a path that stands anywhere."""
    elsewhere = put(tmp_path / "elsewhere", "deck.yaml", deck("far"))
    assert library.find("one") == tmp_path / "bundled" / "one.yaml"
    assert library.find(str(elsewhere)) == elsewhere
    assert library.find(elsewhere) == elsewhere
    assert library.load(elsewhere).deck.id == "far"


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("tow", "There is no deck “tow”. Did you mean “two”?"),
        ("zebra", "There is no deck “zebra”. At hand are: mine, one, two."),
        ("./none.yaml", "There is no file ./none.yaml."),
        ("none.yaml", "There is no file none.yaml."),
        ("~nobody-here/x.yaml", "There is no file ~nobody-here/x.yaml."),
        ("a\0b", "There is no deck “ab”. At hand are: mine, one, two."),
        ("x" * 5000, f"There is no deck “{'x' * 59}…”. At hand are: mine, one, two."),
        ("", "There is no deck “”. At hand are: mine, one, two."),
    ],
)
def test_find_nothing(library: Library, wanted: str, message: str) -> None:
    """A line that says what might have been meant."""
    with pytest.raises(UserError) as caught:
        library.find(wanted)
    assert str(caught.value) == message


def test_a_changed_deck_is_read_again(library: Library, tmp_path: Path) -> None:
    """What is kept in memory is the file as it stands."""
    assert library.load("mine") is library.load("mine")
    put(tmp_path / "user", "mine.yaml", deck("mine", "Mine, longer"))
    assert library.load("mine").deck.title == "Mine, longer"


def test_a_changed_translation_is_read_again(library: Library, tmp_path: Path) -> None:
    """Also where the deck itself stays as it is."""
    assert library.load("one", "de").deck.title == "Eins"
    put(tmp_path / "bundled", "one.de.yaml", "translates: one\nlanguage: de\nversion: 1.0.0\ntitle: Die Eins\n")
    assert library.load("one", "de").deck.title == "Die Eins"


def test_no_folder_at_all(tmp_path: Path) -> None:
    """A first start has no decks of its own."""
    assert Library(tmp_path / "none", bundled=tmp_path / "nothing").list() == []
    assert Library(None, bundled=tmp_path).list() == []


def test_the_bundled_decks_are_found() -> None:
    """In a source tree they stand beside the package."""
    assert bundled_folder().is_dir()
    assert all(entry.deck is not None for entry in Library().list())
