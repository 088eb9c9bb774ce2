"""Several processes on one strategy, and one that is killed while it saves."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from kept import made, opened
from running import program_environment

from impactcards.home import Home
from impactcards.strategy.file import contents, parse

#: Left out of the quick run: real processes, or thousands of inputs.
pytestmark = pytest.mark.slow

_PLAYER = """
import sys
from pathlib import Path
from impactcards.deck.library import Library
from impactcards.home import Home
from impactcards.strategy.folder import open_strategy
home, card, turns = Home.at(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
opened = open_strategy(home, Library(home.decks, bundled=home.decks / "none"), "Acme")
print("ready", flush=True)
sys.stdin.readline()
for turn in range(1, turns + 1):
    opened.strategy.set_value(card, f"{card} {turn} " + "x" * (turn % 7) * 2000)
    result = opened.save(lambda strategy: str(strategy.answers))
    assert result.ok and not result.conflicts, result
"""


def _player(root: Path, card: str, turns: int) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, "-c", _PLAYER, str(root), card, str(turns)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=program_environment({}),
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready" + os.linesep.encode()
    return process


def _start(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    process.stdin.write(b"\n")
    process.stdin.flush()


def test_two_processes_lose_nothing(home: Home, tmp_path: Path) -> None:
    made(home)
    players = [_player(tmp_path / "home", card, 25) for card in ("words", "until")]
    for player in players:
        _start(player)
    for player in players:
        _, errors = player.communicate(timeout=30)
        assert player.returncode == 0, errors.decode()
    answers = opened(home).strategy.answers
    assert str(answers["words"].value).startswith("words 25 ")
    assert str(answers["until"].value).startswith("until 25 ")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 here")
def test_killed_at_any_moment_the_file_is_whole(home: Home, tmp_path: Path) -> None:
    acme = made(home)
    acme.strategy.set_value("mirror", 3)
    acme.save()
    turns = 0
    for round_ in range(4):
        player = _player(tmp_path / "home", "words", 100_000)
        _start(player)
        time.sleep(0.05 + 0.013 * round_)
        player.kill()
        player.communicate(timeout=30)
        data = (acme.folder / "strategy.yaml").read_bytes()
        held = contents(parse(data), acme.deck)
        assert held.faults == ()
        assert held.units["answers", "mirror"].value == 3
        words = held.units.get(("answers", "words"))
        turns += int(words.value.split()[1]) if words else 0
    assert turns > 0
    assert opened(home).save().ok


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_merges_what_two_people_changed_in_different_cards(home: Home) -> None:
    acme = made(home)
    for card, value in (("words", "a"), ("budget", 1), ("until", "2026-01-01")):
        acme.strategy.set_value(card, value)
    acme.save(str)

    def git(*arguments: str) -> str:
        identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        done = subprocess.run(
            ["git", *identity, *arguments], cwd=acme.folder, capture_output=True, text=True, timeout=30, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    git("init", "-q", "-b", "main")
    git("add", ".")
    tracked = git("ls-files").split()
    assert "strategy.md" not in tracked
    assert ".lock" not in tracked
    git("commit", "-q", "-m", "one")
    git("checkout", "-q", "-b", "other")
    other = opened(home)
    other.strategy.set_value("words", "theirs")
    other.save()
    git("commit", "-q", "-a", "-m", "theirs")
    assert git("show", "--stat", "--format=").splitlines()[-1].strip().startswith("1 file changed")
    git("checkout", "-q", "main")
    again = opened(home)
    again.strategy.set_value("budget", 2)
    again.strategy.set_value("mirror", 3)
    again.save()
    git("commit", "-q", "-a", "-m", "ours")
    git("merge", "-q", "other")
    answers = opened(home).strategy.answers
    assert (answers["words"].value, answers["budget"].value, answers["mirror"].value) == ("theirs", 2, 3)
