"""Files of a person's own choosing: what is replaced, what is kept, what is cleared away."""

from __future__ import annotations

from pathlib import Path

import pytest

from impactcards.document.files import NotOurs, write_file, write_folder
from impactcards.faults import UserError
from impactcards.strategy.state import Note


@pytest.fixture
def note(tmp_path: Path) -> Note:
    return Note(tmp_path / "state", tmp_path)


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_file_is_replaced_while_it_is_as_it_was_written(tmp_path: Path, note: Note) -> None:
    target = tmp_path / "a.txt"
    for data in (b"one", b"two"):
        write_file(target, data, note, force=False)
    target.write_bytes(b"mine")
    with pytest.raises(NotOurs):
        write_file(target, b"three", note, force=False)
    assert target.read_bytes() == b"mine"
    write_file(target, b"three", note, force=True)
    assert target.read_bytes() == b"three"


def test_a_folder_is_written_whole_or_not_at_all(tmp_path: Path, note: Note) -> None:
    folder = tmp_path / "tables"
    write_folder(folder, {"a.csv": b"1", "b.csv": b"2"}, note, force=False)
    (folder / "b.csv").write_bytes(b"mine")
    with pytest.raises(NotOurs):
        write_folder(folder, {"a.csv": b"3", "b.csv": b"4"}, note, force=False)
    assert held(folder) == {"a.csv": b"1", "b.csv": b"mine"}


def test_what_is_no_more_is_cleared_away_unless_somebody_changed_it(tmp_path: Path, note: Note) -> None:
    folder = tmp_path / "tables"
    write_folder(folder, {"a.csv": b"1", "b.csv": b"2", "c.csv": b"3"}, note, force=False)
    (folder / "c.csv").write_bytes(b"mine")
    (folder / "notes.csv").write_bytes(b"mine too")
    write_folder(folder, {"a.csv": b"4"}, note, force=False)
    assert held(folder) == {"a.csv": b"4", "c.csv": b"mine", "notes.csv": b"mine too"}


def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path: Path, note: Note) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError):
        write_folder(tmp_path / "file", {"a.csv": b""}, note, force=False)
    with pytest.raises(UserError):
        write_file(tmp_path, b"", note, force=True)
