"""A session whose process is killed at any moment: what was typed half a second before is there."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from kept import opened
from strategy.sessions.sitting import acme

from impactcards.home import Home
from impactcards.strategy.sessions import SESSION_FILE, resume

ROOT = Path(__file__).parents[3]

LEADS = """\
import sys, time
from pathlib import Path
from kept import opened
from impactcards.home import Home
from impactcards.strategy.sessions import RoomFile, begin

held = opened(Home.at(Path(sys.argv[1])))
session = begin(held, recipe="short", people=8)
saver = held.saver(None, lambda result: None)
held.strategy.listen(saver.changed)
file = RoomFile(session)
session.arrive("Anna Ben")
session.next_card()
session.to_step("collect")
for number in range(1, 10_000):
    session.add_idea(f"idea {number}", by=session.participants()[number % 2].id)
    if number % 10 == 0:
        session.same_as(number)
    file.update()
    print(number, time.time(), flush=True)
    time.sleep(0.01)
"""


@pytest.mark.slow
@pytest.mark.parametrize("after", [0.9, 1.4])
@pytest.mark.parametrize("lost", [False, True], ids=["with session.json", "without it"])
def test_kill_9_loses_at_most_half_a_second(home: Home, after: float, lost: bool) -> None:
    folder = acme(home).folder
    command = [sys.executable, "-c", LEADS, str(home.strategies.parent)]
    leads = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}", "PATH": ""}
    )
    assert leads.stdout is not None
    first = leads.stdout.readline()
    assert first.startswith("1 ")
    time.sleep(after)
    killed_at = time.time()
    leads.send_signal(signal.SIGKILL)
    said = [first.split(), *(line.split() for line in leads.stdout)]
    leads.stdout.close()
    leads.wait()
    sure = max((int(number) for number, at in said if float(at) < killed_at - 0.5), default=0)
    assert sure > 0
    if lost:
        (folder / SESSION_FILE).unlink()
    session = resume(opened(home))
    assert session is not None
    texts = [idea.text for idea in session.ideas()]
    assert texts == [f"idea {number}" for number in range(1, len(texts) + 1)]
    assert len(texts) >= sure
    assert session.card is not None
    assert (session.card.id, session.step) == ("goals", "collect")
    assert session.clock.running is not lost
    assert [person.name for person in session.participants()] == ["Anna", "Ben"]
