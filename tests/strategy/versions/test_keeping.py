"""Versions are byte copies under names that every file system takes; they are listed and found without being read."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kept import item, made, opened, text_of

from impactcards.faults import UserError
from impactcards.home import Home
from impactcards.strategy.file import NewerFormat
from impactcards.strategy.versions import (
    Version,
    clean_label,
    find_version,
    keep_version,
    list_versions,
    read_version,
    version_at,
)


def put(folder: Path, name: str, text: str = "format: 1\n") -> Path:
    """A file among the versions, as another program might leave it there."""
    (folder / "versions").mkdir(exist_ok=True)
    path = folder / "versions" / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_version_is_a_byte_copy_of_what_was_just_saved(home: Home) -> None:
    acme = made(home)
    acme.strategy.set_value("words", "not saved yet")
    version = keep_version(acme, "before the review")
    assert version.path.parent == acme.folder / "versions"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d{6}Z before the review\.yaml", version.path.name)
    assert version.path.read_text(encoding="utf-8") == text_of(acme)
    assert "not saved yet" in text_of(acme)
    assert version == version_at(version.path)
    assert list_versions(acme.folder) == [version]
    assert read_version(version, acme.deck).answers == acme.strategy.answers
    assert list((acme.folder / "versions").glob("*.tmp")) == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Q1/Q2", "Q1-Q2"),
        ("Review: autumn", "Review – autumn"),
        ("10:30, the team's", "10-30, the team's"),
        ("   spaces\n\tand\r\nlines ", "spaces and lines"),
        ("Vor dem Gespräch 🎉 👩‍💻", "Vor dem Gespräch 🎉 👩‍💻"),
        ("\u202eabc\u200f\u2067", "abc"),
        ("אחרי \u200fהפגישה", "אחרי הפגישה"),
        ("a\x00b\x1b[31m\x7f", "ab[31m"),
        ('<b>"why?"*|\\', "b'why'"),
        ("..", ""),
        ("end. ", "end"),
        ("", ""),
        ("///", ""),
        ("CON", "CON"),
        ("e\u0301te\u0301", "été"),
    ],
)
def test_a_label_loses_only_what_no_file_name_takes(home: Home, typed: str, kept: str) -> None:
    acme = made(home)
    version = keep_version(acme, typed)
    assert version.label == kept == clean_label(typed)
    assert list_versions(acme.folder) == [version]
    assert find_version(acme.folder, version.name) == version
    if kept:
        assert find_version(acme.folder, typed) == version


def test_long_labels_are_cut_between_words(home: Home) -> None:
    acme = made(home)
    words = keep_version(acme, "the plan of spring " * 20)
    assert words.label == "the plan of spring the plan of spring the plan of spring the plan of spring the"
    emoji = keep_version(acme, "🎉" * 300)
    assert set(emoji.label) == {"🎉"}
    assert len(os.fsencode(emoji.path.name)) < 200
    assert len(keep_version(acme, "x" * 300).label) == 80


@given(st.text())
def test_any_text_becomes_a_label(typed: str) -> None:
    label = clean_label(typed)
    assert clean_label(label) == label
    assert not set(label) & set('/\\:*?"<>|\n\r\t\0\u200f\u202e')
    assert len(label.encode("utf-8")) <= 160


def test_the_same_second_and_label_do_not_clash(home: Home) -> None:
    acme = made(home)
    kept = [keep_version(acme, "same") for _ in range(4)]
    assert list_versions(acme.folder) == kept[::-1]
    assert len({version.when for version in kept}) == 4


def test_versions_are_listed_by_their_moment_and_strangers_come_last(home: Home) -> None:
    acme = made(home)
    assert list_versions(acme.folder) == []
    new = put(acme.folder, "2026-08-17T070408Z.yaml")
    old = put(acme.folder, "2026-01-01T000000Z zzz.yaml")
    strange = put(acme.folder, "my copy.yaml")
    put(acme.folder, ".hidden.yaml")
    put(acme.folder, "notes.txt")
    (acme.folder / "versions" / "folder.yaml").mkdir()
    assert list_versions(acme.folder) == [
        Version(new, "2026-08-17T07:04:08Z", ""),
        Version(old, "2026-01-01T00:00:00Z", "zzz"),
        Version(strange, "", "my copy"),
    ]
    assert find_version(acme.folder, "my").day is None


def test_a_version_is_found_by_any_unique_beginning(home: Home) -> None:
    folder = made(home).folder
    first = put(folder, "2026-08-17T070408Z before the first review.yaml")
    second = put(folder, "2026-11-16T080012Z before the second review.yaml")
    exact = put(folder, "2026-11-20T080012Z Before.yaml")
    for typed, path in [
        ("2026-08", first),
        ("2026-08-17T070408Z before the first review", first),
        ("2026-11-16T08:00", second),
        ("BEFORE THE S", second),
        ("before", exact),
        (second.name, second),
        (version_at(second).title[:16], second),
    ]:
        assert find_version(folder, typed).path == path, typed
    with pytest.raises(UserError, match=r"“2026-11” could be any of these: .*Before, .*before the second review\. "):
        find_version(folder, "2026-11")
    for unknown in ("2027", "", "  "):
        with pytest.raises(UserError, match=r"There is no version .* There are: .*before the first review"):
            find_version(folder, unknown)


def test_without_versions_it_says_how_to_keep_one(home: Home) -> None:
    with pytest.raises(UserError, match=r"no version yet\. Keep one with: impactcards versions NAME keep LABEL"):
        find_version(made(home).folder, "any")


def test_a_damaged_version_is_named_and_the_others_stay_usable(home: Home) -> None:
    acme = made(home)
    acme.strategy.set_value("goals", item("a222", "More"))
    good = keep_version(acme, "good")
    bad = version_at(put(acme.folder, "2026-01-01T000000Z bad.yaml", "format: 1\nanswers:\n  words: 'oops\n"))
    with pytest.raises(UserError, match=r"The version “2026-01-01T000000Z bad” is damaged at 4:1\. The others"):
        read_version(bad, acme.deck)
    assert read_version(good, acme.deck).items("goals") == item("a222", "More")
    newer = version_at(put(acme.folder, "2026-01-02T000000Z newer.yaml", "format: 2\n"))
    with pytest.raises(NewerFormat, match="Update the program"):
        read_version(newer, acme.deck)
    gone = version_at(acme.folder / "versions" / "2026-01-03T000000Z gone.yaml")
    with pytest.raises(UserError, match="cannot be read"):
        read_version(gone, acme.deck)
    assert len(list_versions(acme.folder)) == 3


def test_what_can_only_be_looked_at_keeps_no_version(home: Home) -> None:
    made(home)
    looking = opened(home, read_only=True)
    with pytest.raises(UserError, match="to look at only"):
        keep_version(looking, "any")
    assert list_versions(looking.folder) == []


def test_a_folder_that_takes_no_versions_is_a_plain_error(home: Home) -> None:
    acme = made(home)
    (acme.folder / "versions").write_text("in the way")
    with pytest.raises(UserError, match="No version could be kept"):
        keep_version(acme, "any")
