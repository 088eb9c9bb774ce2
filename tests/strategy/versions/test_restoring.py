"""Restoring loses nothing: the present is kept first, and open windows merge what they have not saved yet."""

from __future__ import annotations

import pytest
from kept import item, made, opened, text_of, write

from impactcards.faults import UserError
from impactcards.home import Home
from impactcards.strategy import moving, saver
from impactcards.strategy.file import NewerFormat
from impactcards.strategy.folder import DamagedStrategy, OpenStrategy
from impactcards.strategy.taking import apply
from impactcards.strategy.versions import (
    Version,
    keep_version,
    list_versions,
    read_version,
    restore_version,
    version_at,
)


def past_and_present(home: Home) -> tuple[OpenStrategy, Version]:
    """A strategy with a version, and with other answers, lists and unknown keys today."""
    acme = made(home)
    acme.strategy.clock = lambda: "2026-01-01T00:00:00Z"
    acme.strategy.set_value("words", "then")
    acme.strategy.set_value("budget", 10)
    acme.strategy.lists["actions"] = [{"id": "c222", "text": "call"}]
    version = keep_version(acme, "spring")
    acme.strategy.clock = lambda: "2026-02-01T00:00:00Z"
    acme.strategy.set_value("words", "now")
    acme.strategy.set_value("budget", None)
    acme.strategy.set_value("goals", item("a222", "More"))
    acme.strategy.lists["actions"] = []
    acme.strategy.lists["parking_lot"] = [{"id": "p222", "text": "later"}]
    acme.strategy.recipe = "short"
    assert acme.save().ok
    return acme, version


def test_the_whole_strategy_stands_as_it_stood_and_the_present_is_kept(home: Home) -> None:
    acme, spring = past_and_present(home)
    present = text_of(acme)
    acme.strategy.set_note("mirror", "not saved yet")
    kept = restore_version(acme, spring, document=lambda strategy: f"{sorted(strategy.answers)}")
    assert kept is not None
    assert kept.label == "before restoring “spring”"
    assert kept.path.read_text(encoding="utf-8").replace("note: not saved yet", "value: null") == present
    assert text_of(acme).encode() == spring.path.read_bytes()
    assert acme.strategy.answers == read_version(spring, acme.deck).answers
    assert acme.strategy.lists["actions"] == [{"id": "c222", "text": "call"}]
    assert not acme.strategy.lists["parking_lot"]
    assert acme.strategy.recipe == ""
    assert (acme.folder / "strategy.md").read_text(encoding="utf-8") == "['budget', 'words']"
    assert list_versions(acme.folder) == [kept, spring]

    back = restore_version(acme, kept)
    assert back is not None
    assert acme.strategy.answer("mirror").note == "not saved yet"
    assert acme.strategy.answer("words").value == "now"
    assert back.label.startswith("before restoring “20")
    assert (acme.folder / "conflicts").exists() is False


def test_restoring_goes_on_being_saved(home: Home) -> None:
    acme, spring = past_and_present(home)
    restore_version(acme, spring)
    acme.strategy.set_value("until", "2027-01-01")
    assert acme.save().ok
    again = opened(home).strategy
    assert again.answers == acme.strategy.answers
    assert again.answer("words").value == "then"


def test_another_window_takes_over_what_was_restored(home: Home) -> None:
    acme, spring = past_and_present(home)
    other = opened(home)
    restore_version(acme, spring)
    result = other.save()
    assert result.ok
    assert set(result.merged) == {"words", "budget", "goals"}
    assert other.strategy.answers == acme.strategy.answers
    assert text_of(acme).encode() == spring.path.read_bytes()


def test_what_another_window_has_not_saved_yet_is_not_lost(home: Home) -> None:
    acme, spring = past_and_present(home)
    other = opened(home)
    other.strategy.set_value("until", "2027-01-01")  # the same in both
    other.strategy.set_value("words", "typed meanwhile")  # altered by restoring
    other.strategy.set_value("goals", item("a222", "More and better"))  # taken away by restoring
    restore_version(acme, spring)
    result = other.save()
    assert result.ok
    assert result.conflicts == ("words",)
    assert "then" in result.kept_aside[0].read_text(encoding="utf-8")
    acme.save()
    for window in (acme, other, opened(home)):
        assert window.strategy.answer("until").value == "2027-01-01"
        assert window.strategy.answer("words").value == "typed meanwhile"
        assert window.strategy.items("goals") == item("a222", "More and better")
        assert window.strategy.answer("budget").value == 10


def test_a_thread_that_saves_behind_ones_back_does_not_undo_it(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saver, "GATHERING", 0.01)
    acme, spring = past_and_present(home)
    thread = acme.saver(None, lambda _: None)
    acme.strategy.listen(thread.changed)
    acme.strategy.set_value("until", "2027-01-01")
    restore_version(acme, spring)
    assert thread.flush()
    assert text_of(acme).encode() == spring.path.read_bytes()
    assert acme.strategy.answers == read_version(spring, acme.deck).answers
    thread.close()


def test_a_snapshot_taken_before_is_saved_after_without_undoing_it(home: Home) -> None:
    acme, spring = past_and_present(home)
    late = acme.snapshot()
    restore_version(acme, spring)
    apply(acme.write(late), acme.strategy)
    assert text_of(acme).encode() == spring.path.read_bytes()
    assert acme.strategy.answer("words").value == "then"


def test_name_and_deck_stay_those_of_today(home: Home) -> None:
    _, spring = past_and_present(home)
    folder = moving.rename(home, "Acme", "Acme & Co")
    write_to = folder / "strategy.yaml"
    write_to.write_text(write_to.read_text(encoding="utf-8").replace("1.0.0", "1.1.0"), encoding="utf-8")
    kept = restore_version(folder, version_at(folder / "versions" / spring.path.name))
    assert kept is not None
    text = write_to.read_text(encoding="utf-8")
    assert "name: Acme & Co\n" in text
    assert "deck_version: 1.1.0\n" in text
    assert text.partition("answers:")[2] == kept_answers(folder, "spring")
    assert opened(home, "Acme & Co").strategy.answer("words").value == "then"


def kept_answers(folder, label: str) -> str:
    version = next(version for version in list_versions(folder) if version.label == label)
    return version.path.read_text(encoding="utf-8").partition("answers:")[2]


def test_a_damaged_strategy_is_restored_and_the_damaged_file_stays(home: Home) -> None:
    acme, spring = past_and_present(home)
    write(acme, "<<<<<<< HEAD\n")
    with pytest.raises(DamagedStrategy):
        opened(home, acme.folder)
    aside = restore_version(acme.folder, spring)
    assert aside is not None
    assert aside.path.parent == acme.folder
    assert aside.path.name.startswith("strategy (damaged, ")
    assert aside.path.read_text(encoding="utf-8") == "<<<<<<< HEAD\n"
    assert list_versions(acme.folder) == [spring]
    assert opened(home).strategy.answer("words").value == "then"
    # A window that was open all the time merges with it.
    assert acme.save().ok
    assert acme.strategy.answer("words").value == "then"


def test_a_strategy_file_that_is_gone_comes_back(home: Home) -> None:
    acme, spring = past_and_present(home)
    (acme.folder / "strategy.yaml").unlink()
    assert restore_version(acme.folder, spring) is None
    assert text_of(acme).encode() == spring.path.read_bytes()


def test_what_cannot_be_restored_changes_nothing(home: Home) -> None:
    acme, _ = past_and_present(home)
    present = text_of(acme)
    folder = acme.folder / "versions"
    (folder / "2026-03-01T000000Z broken.yaml").write_text("answers: 'oops")
    (folder / "2026-03-02T000000Z newer.yaml").write_text("format: 2\n")
    before = list_versions(acme.folder)
    for name in ("2026-03-01T000000Z broken.yaml", "2026-03-02T000000Z newer.yaml", "none.yaml"):
        for strategy in (acme, acme.folder):
            with pytest.raises(UserError):
                restore_version(strategy, version_at(folder / name))
    with pytest.raises(UserError, match="to look at only"):
        restore_version(opened(home, read_only=True), before[-1])
    assert text_of(acme) == present
    assert list_versions(acme.folder) == before


def test_a_present_of_a_newer_format_is_left_alone(home: Home) -> None:
    acme, spring = past_and_present(home)
    write(acme, "format: 2\n")
    with pytest.raises(NewerFormat):
        restore_version(acme.folder, spring)
    assert text_of(acme) == "format: 2\n"
    assert list_versions(acme.folder) == [spring]


def test_labels_do_not_grow_with_every_restoring(home: Home) -> None:
    acme, version = past_and_present(home)
    labels = []
    for _ in range(4):
        kept = restore_version(acme, version)
        assert kept is not None
        labels.append(kept.label)
        version = kept
    assert labels[0] == "before restoring “spring”"
    assert all(len(label) == len("before restoring “2026-11-25 00.50”") for label in labels[1:]), labels
