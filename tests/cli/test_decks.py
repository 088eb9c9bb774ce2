"""The commands about decks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_types import Cards

from impactcards.home import Home


def test_the_bundled_decks_are_listed(cards: Cards) -> None:
    done = cards("deck", "list")
    assert done.status == 0
    assert {"first-steps", "social-media-strategy"} <= {line.split()[0] for line in done.data.splitlines()}


def test_the_list_speaks_german(cards: Cards) -> None:
    assert "Erste Schritte" in cards("--interface", "de", "deck", "list").data


def test_every_bundled_deck_is_without_fault_or_remark(cards: Cards) -> None:
    done = cards("deck", "check", "--strict")
    assert (done.status, done.data) == (0, "")
    assert len(done.words.splitlines()) == len(cards("deck", "list").data.splitlines())


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_deck_is_shown_with_its_cards_and_recipes(cards: Cards, language: str) -> None:
    done = cards("deck", "show", "social-media-strategy", "--lang", language)
    assert done.status == 0
    for word in ("▲", "goals", "sprint", "taster"):
        assert word in done.data
    assert max(len(line) for line in done.data.splitlines()) < 100


def test_a_card_is_shown_with_its_back(cards: Cards) -> None:
    done = cards("deck", "show", "social-media-strategy", "channels")
    assert "Every channel has a job" in done.data
    assert "choice ← goals" in done.data
    assert "Pitfall" in done.data


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_new_deck_can_be_checked_and_played_at_once(cards: Cards, home: Home, language: str) -> None:
    done = cards("deck", "new", "my-workshop", "--lang", language)
    assert Path(done.data.strip()) == home.decks / "my-workshop.yaml"
    assert cards("deck", "check", "my-workshop", "--strict").status == 0
    assert "my-workshop" in cards("deck", "list").data
    assert cards("new", "Workshop", "--deck", "my-workshop", "--no-open").status == 0


def test_a_new_deck_never_replaces_a_file(cards: Cards, tmp_path: Path) -> None:
    target = tmp_path / "mine.yaml"
    target.write_text("mine\n")
    done = cards("deck", "new", str(target))
    assert done.status == 2
    assert target.read_text() == "mine\n"


def test_faults_stand_with_line_and_column_and_make_the_status_1(cards: Cards, tmp_path: Path) -> None:
    deck = tmp_path / "broken.yaml"
    deck.write_text("format: 1\nid: broken\nlanguage: en\ntitel: A deck\n")
    done = cards("deck", "check", str(deck))
    assert done.status == 1
    assert f"{deck}:4:1: " in done.data
    assert "title" in done.data


def test_a_faulty_deck_of_ones_own_is_named_in_the_list(cards: Cards, home: Home) -> None:
    home.decks.mkdir(parents=True)
    (home.decks / "broken.yaml").write_text("id: broken\ntitle: [\n")
    done = cards("deck", "list")
    assert done.status == 0
    assert "first-steps" in done.data
    assert "deck check broken" in done.words
    assert cards("deck", "check").status == 1


def test_the_size_a_deck_may_have_is_for_the_person_to_say(cards: Cards, tmp_path: Path) -> None:
    deck = tmp_path / "large.yaml"
    cards("deck", "new", str(deck))
    deck.write_text(deck.read_text(encoding="utf-8") + "# padding\n" * 120_000)
    done = cards("deck", "check", str(deck))
    assert done.status == 1
    assert "--max-deck" in done.data
    assert cards("deck", "check", str(deck), "--max-deck", "5").status == 0


def test_the_schema_is_json_and_accepts_the_bundled_decks(cards: Cards) -> None:
    schema = json.loads(cards("deck", "schema").data)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert "cards" in schema["properties"]


def test_without_a_command_the_help_is_shown(cards: Cards) -> None:
    done = cards("deck")
    assert done.status == 2
    assert "schema" in done.words
