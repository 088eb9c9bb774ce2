"""Following a session's file: it is read as soon as it changes, and whatever happens to it the last picture stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tui.room.rooms import NOW, ROOMS, room

from impactcards.disk import write_whole
from impactcards.tui.room.following import GONE_AFTER, SEARCH_EVERY, Follower


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "strategies" / "acme"
    made.mkdir(parents=True)
    return made


@pytest.fixture
def follower(folder: Path, clock: Clock) -> Follower:
    return Follower(folder, now=clock)


def write(folder: Path, data: object) -> None:
    write_whole(folder / "session.json", json.dumps(data).encode(), durable=False)


def test_there_is_nothing_before_the_session(follower) -> None:
    assert not follower.look()
    assert follower.room is None
    assert follower.trouble is None


def test_each_change_is_seen_once(follower, folder) -> None:
    write(folder, {"room": ROOMS["read"], "resume": {}})
    assert follower.look()
    assert follower.room["step"] == "read"
    assert not follower.look()
    write(folder, {"room": ROOMS["collect"], "resume": {}})
    assert follower.look()
    assert follower.room["step"] == "collect"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b'{"room": {"v": 1, "na',
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b'{"room": 5}',
        b"[" * 100_000,
        b'{"other": 1}',
    ],
    ids=["empty", "brace", "half", "bytes", "list", "null", "number", "nested", "other"],
)
def test_a_damaged_file_leaves_the_last_picture(follower, folder, data) -> None:
    write(folder, {"room": ROOMS["collect"]})
    follower.look()
    (folder / "session.json").write_bytes(data)
    assert not follower.look()
    assert follower.room["step"] == "collect"
    write(folder, {"room": ROOMS["vote"]})
    assert follower.look()
    assert follower.room["step"] == "vote"


def test_a_newer_format_leaves_the_last_picture_and_is_said(follower, folder) -> None:
    write(folder, {"room": ROOMS["collect"]})
    follower.look()
    write(folder, {"room": {**ROOMS["vote"], "v": 2}})
    assert follower.look()
    assert follower.room["step"] == "collect"
    assert "newer" in str(follower.trouble)
    write(folder, {"room": ROOMS["vote"]})
    assert follower.look()
    assert follower.trouble is None


def test_a_file_that_is_gone_for_a_moment_leaves_the_picture(follower, folder, clock) -> None:
    write(folder, {"room": ROOMS["collect"]})
    follower.look()
    (folder / "session.json").unlink()
    assert not follower.look()
    clock.at += GONE_AFTER - 1
    assert not follower.look()
    assert follower.room is not None


def test_a_file_that_stays_away_ends_the_picture(follower, folder, clock) -> None:
    write(folder, {"room": ROOMS["collect"]})
    follower.look()
    (folder / "session.json").unlink()
    follower.look()
    clock.at += GONE_AFTER
    assert follower.look()
    assert follower.room is None
    write(folder, {"room": ROOMS["read"]})
    assert follower.look()
    assert follower.room["step"] == "read"


def test_the_last_picture_of_a_session_that_has_ended_stays(follower, folder, clock) -> None:
    write(folder, {"room": ROOMS["over"]})
    follower.look()
    (folder / "session.json").unlink()
    follower.look()
    clock.at += GONE_AFTER + 60
    assert not follower.look()
    assert follower.room["session_over"] is True


@pytest.mark.parametrize("target", ["acme-2028", "Archive/acme"])
def test_a_renamed_folder_is_followed(follower, folder, clock, target) -> None:
    write(folder, {"room": ROOMS["collect"]})
    follower.look()
    moved = folder.parent / target
    moved.parent.mkdir(exist_ok=True)
    folder.rename(moved)
    for _ in range(3):
        clock.at += SEARCH_EVERY
        follower.look()
    assert follower.folder == moved
    write(moved, {"room": ROOMS["vote"]})
    assert follower.look()
    assert follower.room["step"] == "vote"


def test_a_folder_that_is_gone_for_good_is_said(follower, folder, clock) -> None:
    write(folder, {"room": ROOMS["collect"]})
    follower.look()
    (folder / "session.json").unlink()
    folder.rmdir()
    assert follower.look()
    assert "gone" in str(follower.trouble)
    assert follower.room is not None


def test_a_clock_that_agrees_is_taken_as_it_is(follower, folder) -> None:
    write(folder, {"room": room("write", clock={"left": 60, "running": True, "changed": NOW - 0.3})})
    follower.look()
    assert follower.room["clock"]["changed"] == NOW - 0.3


@pytest.mark.parametrize("ahead", [3600.0, -3600.0])
def test_on_another_machine_whose_clock_goes_wrong_a_timer_still_runs_right(follower, folder, clock, ahead) -> None:
    write(folder, {"room": room("read", clock=None)})
    follower.look()
    wrong = {"left": 60, "running": True, "changed": NOW + ahead}
    write(folder, {"room": room("write", clock=wrong)})
    follower.look()
    assert follower.room["clock"]["changed"] == NOW
    clock.at += 20  # another change, and the clock is the same
    write(folder, {"room": room("write", clock=wrong, parked=9)})
    assert follower.look()
    assert follower.room["clock"]["changed"] == NOW


def test_the_file_is_only_read(follower, folder) -> None:
    write(folder, {"room": ROOMS["collect"]})
    path = folder / "session.json"
    path.chmod(0o444)
    before = path.stat()
    for _ in range(3):
        follower.look()
    after = path.stat()
    assert (before.st_mtime_ns, before.st_ino, before.st_size) == (after.st_mtime_ns, after.st_ino, after.st_size)
    assert list(folder.iterdir()) == [path]
