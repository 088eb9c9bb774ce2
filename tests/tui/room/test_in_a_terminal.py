"""A session in one process and its wall in another, on a real pseudo-terminal; each of them killed in the middle."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from running import program_environment
from terminal import Terminal

#: Real processes.
pytestmark = pytest.mark.slow

#: Leads a session as a screen does, without one: a line of standard input is Python on the session `s`.
LEADING = """
import sys
from pathlib import Path
from impactcards.deck.library import Library
from impactcards.home import Home
from impactcards.strategy.folder import open_strategy
from impactcards.strategy.sessions import RoomFile, begin

home = Home.at(Path(sys.argv[1]))
s = begin(open_strategy(home, Library(home.decks, 1_000_000), "Acme"), people=2)
wall = RoomFile(s)
wall.update(at_once=True)
print("ready", flush=True)
for line in sys.stdin:
    exec(line, {"s": s})
    s.opened.save()
    wall.update(at_once=True)
    print("done", flush=True)
"""


class Leader:
    """A process that leads."""

    def __init__(self, home: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", LEADING, str(home)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=program_environment({}),
        )
        self._hear()

    def _hear(self) -> None:
        if self._process.stdout is None or not self._process.stdout.readline():
            raise RuntimeError("the leading process has ended")

    def do(self, line: str) -> None:
        """Do something with the session, and have it written."""
        if self._process.stdin is None:
            raise RuntimeError("nobody listens")
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        self._hear()

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def started() -> Iterator[list[Terminal | Leader]]:
    running: list[Terminal | Leader] = []
    yield running
    for one in running:
        one.end() if isinstance(one, Terminal) else one.kill()


@pytest.fixture
def watch(started, run_program):
    """Start the wall of a strategy that is there."""
    done = run_program("new", "Acme", "--deck", "first-steps", "--no-open")
    assert done.returncode == 0, done.stderr

    def start(**environ: str) -> Terminal:
        command = [sys.executable, "-m", "impactcards", "--interface", "en", "watch", "acme"]
        terminal = Terminal(command, program_environment(environ), rows=18, columns=60)
        started.append(terminal)
        return terminal

    return start


@pytest.fixture
def lead(started, home):
    def start() -> Leader:
        leader = Leader(home.strategies.parent)
        started.append(leader)
        return leader

    return start


def test_the_wall_follows_a_session_through_everything(watch, lead, home) -> None:
    wall = watch()
    wall.wait_for("Waiting for the session of Acme")
    leader = lead()
    wall.wait_for("cards")
    leader.do("s.to_card(s.strategy.deck.card('name-three'))")
    wall.wait_for("[ READ ]")
    for _ in range(2):
        leader.do("s.next_step()")
    wall.wait_for("[ COLLECT ]")
    leader.do("s.add_idea('Flour, and [b]markup[/x] \\x1b[31m')")
    wall.wait_for("Flour, and [b]markup[/x]")

    leader.kill()  # kill -9: the wall keeps its picture, and the clock goes on
    wall.settle()
    assert "Flour, and [b]markup[/x]" in wall.text()

    again = lead()  # goes on where the session stood
    again.do("s.add_idea('Salt')")
    wall.wait_for("Salt")
    assert "Flour, and" in wall.text()

    wall.kill()  # kill -9: nothing of the session is lost, and another wall shows where it is
    again.do("s.add_idea('Time')")
    other = watch(NO_COLOR="1")
    other.wait_for("Time")
    again.do("s.end()")
    other.wait_for("That was the session. Thank you.")
    held = (home.strategies / "acme" / "strategy.yaml").read_text(encoding="utf-8")
    for idea in ("Flour", "Salt", "Time"):
        assert idea in held
    other.press("x")
    other.wait_for("This is the wall.")
    assert other.close("q") == 0


def test_the_wall_writes_nothing_and_follows_a_rename(watch, lead, home, run_program) -> None:
    wall = watch()
    wall.wait_for("Waiting for the session of Acme")
    leader = lead()
    leader.do("s.next_card()")
    wall.wait_for("[ READ ]")
    leader.kill()
    folder = home.strategies / "acme"
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    time.sleep(0.5)
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    done = run_program("rename", "Acme", "Acme 2028")
    assert done.returncode == 0, done.stderr
    moved = home.strategies / "acme-2028"
    assert moved.is_dir()
    text = (moved / "session.json").read_text(encoding="utf-8")
    time.sleep(1.5)
    (moved / "session.json.new").write_text(text.replace('"step": "read"', '"step": "act"'), encoding="utf-8")
    (moved / "session.json.new").replace(moved / "session.json")
    wall.wait_for("[ ACT ]")
    assert wall.close("q") == 0
