"""Making and opening strategies, also damaged, newer and oddly named ones."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from kept import DECK, deck_file, head_of, item, library, made, opened, text_of, write

from impactcards.faults import FaultyFile, UserError
from impactcards.home import Home
from impactcards.strategy.folder import (
    DamagedStrategy,
    NewerFormat,
    create,
    open_strategy,
    open_version,
)
from impactcards.words import words


def _version(folder: Path, name: str, text: str) -> Path:
    path = folder / "versions" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_new_strategy_is_a_folder_with_all_it_needs(home: Home) -> None:
    acme = made(home, "Acme 2027")
    assert acme.folder == home.strategies / "acme-2027"
    assert {path.name for path in acme.folder.iterdir()} >= {"strategy.yaml", "deck.yaml", ".gitignore"}
    assert (acme.folder / "deck.yaml").read_text() == DECK
    assert {"strategy.md", "session.json"} <= set((acme.folder / ".gitignore").read_text().split())
    assert (acme.read_only_reason, acme.newer_deck, acme.faults) == (None, None, [])
    assert acme.strategy.created


def test_what_was_created_opens(home: Home) -> None:
    acme = create(home, "Acme", deck_file(home), recipe="short")
    acme.strategy.set_value("goals", item("a222", "x"))
    acme.save()
    again = opened(home)
    assert again.strategy.answers == acme.strategy.answers
    assert (again.strategy.name, again.strategy.recipe, again.strategy.created) == (
        "Acme", "short", acme.strategy.created,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("../../etc", "etc"),
        ("CON", "con-strategy"),
        ("Archive", "archive-strategy"),
        ("🎉", "strategy"),
        ("a/b\\c", "a-b-c"),
        ("x" * 300, "x" * 60),
        ("- {no: yaml}", "no-yaml"),
        (" Two\nlines ", "two-lines"),
    ],
)
def test_any_name_makes_a_safe_folder_and_is_kept_in_the_file(home: Home, name: str, folder: str) -> None:
    acme = made(home, name)
    assert acme.folder == home.strategies / folder
    assert opened(home, name).strategy.name == " ".join(name.split())


def test_names_that_make_one_folder_get_two(home: Home) -> None:
    assert [made(home, name).folder.name for name in ("Acme!", "Acme?", "Acme")] == ["acme", "acme-2", "acme-3"]
    assert opened(home, "Acme?").strategy.name == "Acme?"


@pytest.mark.parametrize("name", ["Acme", "ACME", " acme "])
def test_a_name_that_is_taken_is_refused_letter_case_aside(home: Home, name: str) -> None:
    made(home)
    with pytest.raises(UserError, match="Open it, or choose another name"):
        made(home, name)
    assert len(list(home.strategies.iterdir())) == 1


@pytest.mark.parametrize("name", ["", "  \n", "\x00"])
def test_a_name_is_needed(home: Home, name: str) -> None:
    with pytest.raises(UserError, match="needs a name"):
        made(home, name)


def test_a_recipe_the_deck_does_not_have_is_refused(home: Home) -> None:
    with pytest.raises(UserError, match="It has: short"):
        create(home, "Acme", deck_file(home), recipe="long")
    assert not home.strategies.exists()


def test_a_faulty_deck_makes_no_folder(home: Home) -> None:
    with pytest.raises(FaultyFile):
        create(home, "Acme", deck_file(home, "format: 1\n"))
    assert not home.strategies.exists()


def test_a_folder_that_cannot_be_made_says_why(home: Home) -> None:
    home.strategies.parent.mkdir(parents=True)
    home.strategies.write_text("a file in the way")
    with pytest.raises(UserError, match="cannot be made"):
        made(home)


def test_what_fails_on_the_way_leaves_nothing_behind(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    path = deck_file(home)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="the disk is full"):
        create(home, "Acme", path)
    assert list(home.strategies.iterdir()) == []


def test_a_damaged_file_is_left_as_it_is_and_named(home: Home) -> None:
    acme = made(home)
    write(acme, "format: 1\nanswers:\n  words: 'oops\n")
    with pytest.raises(DamagedStrategy) as raised:
        opened(home, acme.folder)
    damaged = raised.value
    assert damaged.newest_readable_version is None
    first, second = damaged.worded(words("en")).split("\n")
    assert f"{acme.folder / 'strategy.yaml'}:" in first
    assert second == "The file was left as it is. Mend it there."
    assert text_of(acme) == "format: 1\nanswers:\n  words: 'oops\n"


def test_the_newest_readable_version_is_offered(home: Home) -> None:
    acme = made(home)
    acme.strategy.set_value("words", "kept")
    acme.save()
    good = text_of(acme)
    _version(acme.folder, "2026-01-01T000000Z first", good.replace("kept", "old"))
    wanted = _version(acme.folder, "2026-02-01T000000Z review", good)
    _version(acme.folder, "2026-03-01T000000Z broken", "answers: 'oops")
    write(acme, "<<<<<<< HEAD\n")
    with pytest.raises(DamagedStrategy, match="1:1: Git could not merge") as raised:
        opened(home, acme.folder)
    assert raised.value.newest_readable_version == wanted
    assert "restore the version “2026-02-01T000000Z review”" in raised.value.worded(words("en"))

    looking = open_version(home, library(home), acme.folder, wanted)
    assert looking.strategy.answer("words").value == "kept"
    assert "to look at only" in str(looking.read_only_reason)
    assert not looking.save().ok
    assert open_strategy(home, library(home), wanted).strategy.answers == looking.strategy.answers


def test_a_newer_format_is_opened_by_nobody(home: Home) -> None:
    acme = made(home)
    write(acme, text_of(acme).replace("format: 1", "format: 2"))
    with pytest.raises(NewerFormat, match="Update the program"):
        opened(home, acme.folder)


def test_a_strategy_that_is_no_file_is_a_plain_error(home: Home) -> None:
    acme = made(home)
    (acme.folder / "strategy.yaml").unlink()
    (acme.folder / "strategy.yaml").mkdir()
    with pytest.raises(UserError):
        opened(home, "Acme")
    if hasattr(os, "mkfifo"):
        (acme.folder / "strategy.yaml").rmdir()
        os.mkfifo(acme.folder / "strategy.yaml")
        with pytest.raises(UserError, match="not a file"):
            opened(home, "Acme")


def test_a_part_that_cannot_be_read_opens_to_look_at(home: Home) -> None:
    acme = made(home)
    write(acme, head_of(acme) + "answers:\n  words:\n    value: a\nactions: all of them\n")
    again = opened(home)
    assert "11:10" in str(again.read_only_reason)
    assert again.strategy.answer("words").value == "a"
    assert not again.save().ok


def test_where_one_was_is_remembered_and_may_be_lost(home: Home) -> None:
    acme = made(home)
    assert acme.place() == ""
    acme.remember_place("words", "short")
    assert opened(home).place() == "words"
    for note in home.state.iterdir():
        note.write_bytes(b"\xff{")
    assert opened(home).place() == ""
    opened(home).remember_place("goals", "")
    assert opened(home).place() == "goals"


def test_a_state_folder_that_cannot_be_written_does_no_harm(home: Home) -> None:
    acme = made(home)
    home.state.write_text("in the way")
    acme.remember_place("words", "")
    assert acme.save(str).document_problem is None


def test_unknown_keys_and_cards_are_kept(home: Home) -> None:
    acme = made(home)
    write(acme, head_of(acme) + "answers:\n  gone:\n    value: [{id: a222, text: x}]\nx-own: {a: [b]}\n")
    again = opened(home)
    again.strategy.set_value("words", "a")
    again.save()
    text = text_of(again)
    assert "  gone:\n    value: [{id: a222, text: x}]\n" in text
    assert text.endswith("x-own: {a: [b]}\n")
    assert opened(home).strategy.extra == {"x-own": {"a": ["b"]}}
