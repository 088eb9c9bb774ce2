"""Decks kept ready in the cache: the same deck, and only as long as nothing has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from deck.big import big_deck

from impactcards.deck import loader, ready
from impactcards.deck.library import bundled_folder, deck_files
from impactcards.deck.loader import Loaded, load_deck
from impactcards.faults import FaultyFile

BUNDLED = deck_files(bundled_folder())


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A copy of a bundled deck with its translation."""
    for name in ("first-steps.yaml", "first-steps.de.yaml"):
        shutil.copy(bundled_folder() / name, tmp_path)
    return tmp_path / "first-steps.yaml"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache that does not exist yet."""
    return tmp_path / "cache" / "decks"


def was_ready(monkeypatch: pytest.MonkeyPatch, deck: Path, cache: Path, language: str | None = None) -> bool:
    """Whether a deck is opened without being checked."""
    checked: list[Path] = []
    original = loader.check_base

    def check_base(data: bytes, path: Path, max_bytes: int) -> object:
        checked.append(path)
        return original(data, path, max_bytes)

    with monkeypatch.context() as patch:
        patch.setattr(loader, "check_base", check_base)
        load_deck(deck, language=language, cache=cache)
    return not checked


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", [None, "en", "de", "de-AT"])
def test_a_deck_comes_back_as_it_was(path: Path, language: str | None, cache: Path) -> None:
    first = load_deck(path, language=language, cache=cache)
    again = load_deck(path, language=language, cache=cache)
    assert again.deck is not first.deck
    assert again.deck == first.deck == load_deck(path, language=language).deck
    assert (again.data, again.overlays) == (first.data, first.overlays)


def test_every_kind_of_answer_and_condition_comes_back(tmp_path: Path, cache: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_text(big_deck(60), encoding="utf-8")
    first: Loaded = load_deck(path, cache=cache)
    assert load_deck(path, cache=cache).deck == first.deck


def test_a_second_look_does_not_check_again(monkeypatch, deck: Path, cache: Path) -> None:
    assert not was_ready(monkeypatch, deck, cache)
    assert was_ready(monkeypatch, deck, cache)


@pytest.mark.parametrize("changed", ["first-steps.yaml", "first-steps.de.yaml"])
def test_a_changed_file_is_checked_again(monkeypatch, deck: Path, cache: Path, changed: str) -> None:
    load_deck(deck, language="de", cache=cache)
    file = deck.with_name(changed)
    file.write_text(file.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    assert not was_ready(monkeypatch, deck, cache, "de")
    assert was_ready(monkeypatch, deck, cache, "de")


def test_a_new_translation_is_seen(deck: Path, cache: Path) -> None:
    assert load_deck(deck, language="de-x-sie", cache=cache).deck.languages == ("en", "de")
    text = deck.with_name("first-steps.de.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith(("translates:", "version:"))]
    deck.with_name("first-steps.de-x-sie.yaml").write_text(
        "\n".join([*lines, "language: de-x-sie", "title: Ihre ersten Schritte", ""]), encoding="utf-8"
    )
    loaded = load_deck(deck, language="de-x-sie", cache=cache)
    assert loaded.overlay_faults == ()
    assert loaded.deck.title == "Ihre ersten Schritte"


def test_another_version_of_the_program_checks_again(monkeypatch, deck: Path, cache: Path) -> None:
    load_deck(deck, cache=cache)
    monkeypatch.setattr(ready, "_program", lambda: "another")
    assert not was_ready(monkeypatch, deck, cache)


def test_a_faulty_translation_is_told_every_time(deck: Path, cache: Path) -> None:
    deck.with_name("first-steps.de.yaml").write_text("translates: [\n")
    for _ in range(2):
        assert load_deck(deck, language="de", cache=cache).overlay_faults


def test_a_faulty_deck_is_never_ready(deck: Path, cache: Path) -> None:
    deck.write_text("format: 1\n")
    for _ in range(2):
        with pytest.raises(FaultyFile):
            load_deck(deck, cache=cache)


def test_a_deck_that_is_too_large_stays_too_large(deck: Path, cache: Path) -> None:
    load_deck(deck, cache=cache)
    with pytest.raises(FaultyFile, match="max-deck"):
        load_deck(deck, max_bytes=100, cache=cache)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda entry: b"\xff\x00" + entry,
        lambda entry: entry[:-20],
        lambda entry: entry.replace(b'["Deck",', b'["Nothing",'),
        lambda entry: entry.replace(b'["Deck",', b'["Span",'),
        lambda entry: b"[" * 100_000 + entry,
    ],
    ids=["empty", "binary", "cut off", "unknown", "other", "deep"],
)
def test_a_spoilt_entry_is_passed_over_and_mended(monkeypatch, deck: Path, cache: Path, spoil) -> None:
    wanted = load_deck(deck, cache=cache).deck
    (entry,) = cache.iterdir()
    entry.write_bytes(spoil(entry.read_bytes()))
    assert load_deck(deck, cache=cache).deck == wanted
    assert was_ready(monkeypatch, deck, cache)


def test_a_cache_that_cannot_be_written_does_no_harm(deck: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")
    assert load_deck(deck, cache=blocked / "decks").deck.id == "first-steps"


def test_the_oldest_entries_go(monkeypatch, deck: Path, cache: Path) -> None:
    monkeypatch.setattr(ready, "MOST", 3)
    text = deck.read_text(encoding="utf-8")
    for number in range(6):
        deck.write_text(f"{text}# {number}\n", encoding="utf-8")
        load_deck(deck, cache=cache)
    assert len(list(cache.iterdir())) == 3
