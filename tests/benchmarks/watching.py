"""The wall of a session on a pseudo-terminal, and the file it follows."""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from terminal import Terminal

from impactcards.disk import write_whole

#: How long a cost is measured.
SECONDS = 10

_STEPS = ["read", "write", "collect", "merge", "vote", "decide", "act"]


class Wall:
    """`impactcards watch` in a terminal of its own, and what would be the session in its folder."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._file = folder / "session.json"
        self._terminal = Terminal(command, rows=30, columns=120)
        self._terminal.wait_for("Waiting for the session")
        self._terminal.settle()

    def _write(self, step: str, newest: str, clock: dict[str, Any]) -> None:
        ideas = [{"number": n, "text": f"An idea of some words, {n}", "voices": 1, "mark": ""} for n in range(1, 200)]
        room = {
            "v": 1,
            "name": "Acme",
            "prompt": "What should be different in twelve months?",
            "card_title": "Goals",
            "step": step,
            "steps": _STEPS,
            "ideas": [*ideas, {"number": 200, "text": newest, "voices": 1, "mark": "new"}],
            "clock": clock,
        }
        write_whole(self._file, json.dumps({"room": room}).encode(), durable=False)

    def change(self, number: int) -> float:
        """Seconds from a change of the file to its picture, begun at any moment between two looks."""
        time.sleep(0.2 + 0.1 * random.random())
        self._terminal.settle(0.05)
        text = f"Newest {number:03}"
        begun = time.perf_counter()
        self._write("collect", text, {"left": 100, "running": False, "changed": time.time()})
        return self._terminal.started + self._terminal.wait_for(text) - begun

    def share_of_a_core(self, *, clock: bool, step: str = "collect") -> float:
        """What the wall takes of one core while it shows the same, its ``clock`` running or not."""
        self._write(step, "The last one", {"left": 300, "running": clock, "changed": time.time()})
        time.sleep(0.5)
        self._terminal.settle()
        before, begun = self._processor(), time.perf_counter()
        while time.perf_counter() - begun < SECONDS:
            self._terminal.settle(0.2, 0.5)
        return (self._processor() - before) / (time.perf_counter() - begun)

    def _processor(self) -> float:
        """Seconds of processor time until now; 0 where the system does not tell (not Linux)."""
        status = Path(f"/proc/{self._terminal._process.pid}/stat")
        if not status.exists():
            return 0.0
        fields = status.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak_memory(self) -> float:
        return self._terminal.peak_memory()

    def close(self) -> None:
        self._terminal.close("q")
