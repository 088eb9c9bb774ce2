"""A session in a real terminal: typed as fast as it can be sent, killed in the middle, and gone on with."""

from __future__ import annotations

import sys
import time

import pytest
import yaml

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from running import program_environment
from terminal import Terminal

#: Left out of the quick run: real processes.
pytestmark = pytest.mark.slow

LEAD = (sys.executable, "-m", "impactcards", "lead", "Acme")
PAGE_DOWN = "\x1b[6~"


@pytest.fixture
def start():
    started: list[Terminal] = []

    def one() -> Terminal:
        terminal = Terminal(list(LEAD), program_environment({}), rows=24, columns=80)
        started.append(terminal)
        return terminal

    yield one
    for terminal in started:
        terminal.end()


def test_nothing_overtakes_what_was_typed_before_it(home, run_program, start) -> None:
    """All keys of a card at once: each is taken in the step it was meant for. Then the power goes."""
    run_program("new", "Acme", "--deck", "social-media-strategy", "--recipe", "sprint", "--no-open")
    terminal = start()
    terminal.wait_for("who is here")
    ideas = "forty leads\ra name\r=1\rabx\x7fc\rone more"
    terminal.press(f"Anna Ben Cem\r{PAGE_DOWN * 4}{ideas}{PAGE_DOWN}1=2\r{PAGE_DOWN}321{PAGE_DOWN}")
    terminal.wait_for("6 votes were counted")
    terminal.press(f"{PAGE_DOWN}Anna: do it\r")
    terminal.wait_for("Action: ‹do it›")
    time.sleep(1)  # at most half a second of typing is not saved
    terminal.kill()
    again = start()
    again.wait_for("goes on where it stopped")
    again.wait_for("do it")
    held = yaml.safe_load((home.strategies / "acme" / "strategy.yaml").read_text(encoding="utf-8"))
    round_ = held["sessions"][0]["rounds"][0]
    assert [idea["text"] for idea in round_["ideas"]] == ["forty leads", "a name", "abc", "one more"]
    assert [idea.get("votes") for idea in round_["ideas"]] == [None, 3, 2, 1]
    assert [item["text"] for item in held["answers"]["goals"]["value"]] == ["a name", "abc", "one more"]
