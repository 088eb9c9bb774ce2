"""Saving: only what changed is written anew, whole or not at all, and never over what must be left alone."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from pathlib import Path

import pytest
from kept import head_of, item, made, opened, text_of, write

from impactcards import disk
from impactcards.home import Home
from impactcards.strategy import document_copy, lock, sync
from impactcards.strategy.answer import Answer
from impactcards.strategy.strategy import Strategy

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions and links")


def _document(strategy: Strategy) -> str:
    return f"# {strategy.name}\n" + "".join(f"{card}: {answer.value}\n" for card, answer in strategy.answers.items())


def test_a_new_strategy_reads_as_a_person_would_write_it(home: Home) -> None:
    acme = made(home)
    acme.strategy.clock = lambda: "2026-11-24T14:03:05Z"
    acme.strategy.set_value("words", "Zwei\nZeilen 🎉")
    acme.strategy.put("goals", Answer(item("a222", "no: 1"), changed={"a222": "2026-11-25T00:00:00Z"}, put_off="later"))
    acme.strategy.lists["actions"] = [{"id": "c222", "text": "call"}]
    assert acme.save().ok
    text = re.sub(r"created: .*", "created: then", text_of(acme))
    assert text == (
        "# Written by Impact Cards. You can edit this file, but comments are not kept.\n"
        "format: 1\nname: Acme\ndeck: small\ndeck_version: 1.0.0\nlanguage: en\ncreated: then\n"
        "answers:\n"
        "  goals:\n    value:\n      - id: a222\n        text: 'no: 1'\n"
        "    changed:\n      a222: '2026-11-25T00:00:00Z'\n    put_off: later\n"
        "  words:\n    value: |-\n      Zwei\n      Zeilen 🎉\n    updated: '2026-11-24T14:03:05Z'\n"
        "  mirror:\n    value: null\n  budget:\n    value: null\n  until:\n    value: null\n"
        "  main-goal:\n    value: null\n  order:\n    value: null\n  channels:\n    value: null\n"
        "actions:\n  - id: c222\n    text: call\n"
    )


def test_a_changed_answer_changes_only_its_lines(home: Home) -> None:
    acme = made(home)
    write(acme, head_of(acme) + (
        "# mine\nanswers:\n    goals:  # hand-made\n        value: [{id: a222, text: 'x'}]\n\n"
        "    unknown: {value:   odd}\n    mirror:\n        value: [not, a, figure]\nlater: {a:  b}\n"
    ))  # fmt: skip
    before = text_of(acme)
    again = opened(home)
    assert [fault.line for fault in again.faults] == [15]
    again.strategy.set_value("words", "new")
    assert again.save().ok
    after = text_of(again)
    added = re.search(r"    words:\n      value: new\n      updated: .*\n", after)
    assert added
    assert after.replace(added[0], "") == before
    assert after.index("goals:") < after.index("words:") < after.index("mirror:")


def test_windows_line_ends_are_kept(home: Home) -> None:
    acme = made(home)
    (acme.folder / "strategy.yaml").write_bytes(text_of(acme).replace("\n", "\r\n").encode())
    again = opened(home)
    again.strategy.set_value("words", "a\nb")
    assert again.save().ok
    data = (acme.folder / "strategy.yaml").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert opened(home).strategy.answers == again.strategy.answers


def test_an_answer_taken_away_leaves_no_trace(home: Home) -> None:
    acme = made(home)
    before = text_of(acme)
    acme.strategy.set_value("words", "a")
    acme.save()
    acme.strategy.put("words", Answer())
    acme.save()
    assert text_of(acme) == before


def test_saving_without_a_change_does_not_touch_the_file(home: Home) -> None:
    acme = made(home)
    before = (acme.folder / "strategy.yaml").stat()
    assert acme.save(_document).ok
    assert (acme.folder / "strategy.yaml").stat() == before


def test_text_that_came_in_unclean_still_makes_a_readable_file(home: Home) -> None:
    acme = made(home)
    acme.strategy.set_value("words", "a\ud83d\x00\x85b\ufeff")
    assert acme.save().ok
    assert opened(home).strategy.answer("words").value == "a\nb"


def test_a_damaged_or_newer_file_is_never_overwritten(home: Home) -> None:
    acme = made(home)
    good = text_of(acme)
    acme.strategy.set_value("words", "typed")
    for bad in ("answers: 'oops\n", good.replace("format: 1", "format: 2"), good + "answers: []\n", ""):
        write(acme, bad)
        for _ in range(2):
            result = acme.save()
            assert not result.ok
            assert result.error is not None
        assert text_of(acme) == bad
    write(acme, good)
    assert acme.save().ok
    assert "typed" in text_of(acme)


def test_a_file_that_was_deleted_is_written_anew(home: Home) -> None:
    acme = made(home)
    acme.strategy.set_value("words", "a")
    acme.save()
    (acme.folder / "strategy.yaml").unlink()
    acme.strategy.set_value("mirror", 3)
    assert acme.save().ok
    assert opened(home).strategy.answers == acme.strategy.answers


def test_a_folder_that_is_gone_is_an_error_until_it_is_back(home: Home, tmp_path: Path) -> None:
    acme = made(home)
    acme.folder.rename(tmp_path / "elsewhere")
    acme.strategy.set_value("words", "a")
    result = acme.save()
    assert not result.ok
    assert "is gone" in str(result.error)
    assert not acme.folder.exists()
    (tmp_path / "elsewhere").rename(acme.folder)
    assert acme.save().ok


def test_a_full_disk_loses_nothing(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    acme = made(home)
    before = text_of(acme)
    acme.strategy.set_value("words", "a")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        result = acme.save(_document)
    assert not result.ok
    assert str(result.error) == (
        "Not saved: the disk is full. Free some space; your answers wait here and are saved then."
    )
    assert text_of(acme) == before
    assert list(acme.folder.glob(".*.tmp")) == []
    assert acme.save(_document).ok
    assert "value: a" in text_of(acme)


@pytest.mark.parametrize(("number", "said"), [(errno.EROFS, "cannot be written to"), (errno.EIO, "It is tried again")])
def test_other_troubles_are_said_in_a_line(home: Home, monkeypatch: pytest.MonkeyPatch, number: int, said: str) -> None:
    acme = made(home)
    acme.strategy.set_value("words", "a")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(sync, "write_whole", refuse)
    error = str(acme.save().error)
    assert said in error
    assert "\n" not in error


def test_a_place_without_locks_saves_all_the_same(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    import filelock

    acme = made(home)

    def none(*_: object, **__: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(filelock.FileLock, "acquire", none)
    acme.strategy.set_value("words", "a")
    assert acme.save().ok
    assert opened(home).strategy.answer("words").value == "a"


def test_a_lock_that_is_never_given_back_does_not_keep_from_saving(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    import filelock

    acme = made(home)
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    acme.strategy.set_value("words", "a")
    with filelock.FileLock(acme.folder / lock.LOCK_FILE):
        assert acme.save().ok
    assert "value: a" in text_of(acme)


def test_without_a_lock_the_file_is_looked_at_again_before_it_is_replaced(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another window saves just between this one's reading and its rename."""
    acme, other = made(home), opened(home)
    other.strategy.set_value("mirror", 4)
    whole = disk.write_whole
    raced = []

    def late(path: Path, data: bytes, *, durable: bool = True, expected: object = None) -> object:
        if not raced:
            raced.append(path)
            assert other.save().ok
        return whole(path, data, durable=durable, expected=expected)  # type: ignore[arg-type]

    monkeypatch.setattr(lock, "PATIENCE", 0.0)
    monkeypatch.setattr(sync, "write_whole", late)
    acme.strategy.set_value("words", "a")
    assert acme.save().ok
    answers = opened(home).strategy.answers
    assert (answers["words"].value, answers["mirror"].value) == ("a", 4)


@posix
def test_a_link_stays_a_link_and_the_mode_stays(home: Home, tmp_path: Path) -> None:
    acme = made(home)
    path, real = acme.folder / "strategy.yaml", tmp_path / "real.yaml"
    path.rename(real)
    real.chmod(0o640)
    path.symlink_to(real)
    acme.strategy.set_value("words", "a")
    assert acme.save().ok
    assert path.is_symlink()
    assert "value: a" in real.read_text()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@posix
def test_a_read_only_folder_is_opened_to_look_at(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    acme = made(home)
    before = sorted(acme.folder.iterdir())
    monkeypatch.setattr(os, "access", lambda *_: False)
    again = opened(home)
    assert "cannot be written to" in str(again.read_only_reason)
    again.strategy.set_value("words", "a")
    assert again.save(_document).error == again.read_only_reason
    assert sorted(acme.folder.iterdir()) == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to an administrator")
def test_a_folder_without_permission_is_opened_to_look_at(home: Home) -> None:
    acme = made(home)
    acme.folder.chmod(0o555)
    try:
        assert opened(home).read_only_reason is not None
        acme.strategy.set_value("words", "a")
        assert "cannot be written to" in str(acme.save().error)
    finally:
        acme.folder.chmod(0o755)


def test_opened_to_look_at_nothing_is_written(home: Home) -> None:
    acme = made(home)
    (acme.folder / "deck.yaml").unlink()
    before = text_of(acme)
    looking = opened(home, read_only=True)
    looking.strategy.set_value("words", "a")
    assert not looking.save(_document).ok
    assert text_of(acme) == before
    assert not (acme.folder / "deck.yaml").exists()


# -- the document ---------------------------------------------------------------------------------------------------


def test_the_document_is_written_with_every_save(home: Home) -> None:
    acme = made(home)
    acme.strategy.set_value("words", "a")
    assert acme.save(_document).moved_document is None
    assert (acme.folder / "strategy.md").read_text() == "# Acme\nwords: a\n"


def test_a_document_edited_by_hand_is_moved_and_named(home: Home) -> None:
    acme = made(home)
    acme.save(_document)
    moved = []
    for number in range(2):
        (acme.folder / "strategy.md").write_text(f"mine {number}")
        acme.strategy.set_value("words", f"a{number}")
        result = acme.save(_document)
        assert result.moved_document is not None
        moved.append(result.moved_document)
        assert result.moved_document.read_text() == f"mine {number}"
        assert (acme.folder / "strategy.md").read_text() == f"# Acme\nwords: a{number}\n"
    assert re.fullmatch(r"strategy \(edited \d{4}-\d\d-\d\d\)\.md", moved[0].name)
    assert moved[1].name == moved[0].stem + " 2.md"


def test_losing_the_state_moves_no_document_that_nobody_edited(home: Home) -> None:
    acme = made(home)
    acme.strategy.set_value("words", "a")
    acme.save(_document)
    for note in home.state.iterdir():
        note.unlink()
    again = opened(home)
    again.strategy.set_value("words", "b")
    assert again.save(_document).moved_document is None
    assert (acme.folder / "strategy.md").read_text() == "# Acme\nwords: b\n"


def test_an_edited_document_is_moved_also_when_the_state_is_lost(home: Home) -> None:
    acme = made(home)
    acme.save(_document)
    for note in home.state.iterdir():
        note.unlink()
    (acme.folder / "strategy.md").write_text("mine")
    assert opened(home).save(_document).moved_document is not None


def test_the_same_document_is_not_written_again(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    acme = made(home)
    acme.save(_document)
    monkeypatch.setattr(document_copy, "write_whole", None)
    assert acme.save(_document).document_problem is None


def test_a_document_that_fails_does_not_keep_the_answers_from_being_saved(home: Home) -> None:
    acme = made(home)
    acme.strategy.set_value("words", "a")

    def broken(strategy: Strategy) -> str:
        raise RuntimeError("oops")

    result = acme.save(broken)
    assert result.ok
    assert "oops" in str(result.document_problem)
    assert "value: a" in text_of(acme)


def test_leftovers_of_an_interrupted_save_go_after_a_day(home: Home) -> None:
    acme = made(home)
    old, new = acme.folder / ".strategy.yaml.1.2.tmp", acme.folder / ".strategy.yaml.3.4.tmp"
    old.touch()
    new.touch()
    os.utime(old, (0, 0))
    opened(home)
    assert (old.exists(), new.exists()) == (False, True)
