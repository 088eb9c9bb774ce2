"""A program on a pseudo-terminal, seen as a person sees it: what stands on the screen, and when it got there.

A thread does nothing but read the terminal and note the time of each piece, so that a slow emulation (pyte) does not
lengthen what is measured. A frame that arrives as a synchronized update counts when it has ended. Linux and macOS.
"""

from __future__ import annotations

import codecs
import fcntl
import os
import queue
import re
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyte

#: Sequences that pyte would draw or misread, though a terminal shows nothing: private modes of the keyboard and of the
#: terminal, OSC and DCS strings, requests. Cursor and screen modes (CSI ? … h/l) stay.
_UNSEEN = re.compile(
    r"\x1b(?:\][^\x07\x1b]*(?:\x07|\x1b\\)|[P_^X][^\x1b]*\x1b\\"
    r"|\[[<=>][0-9;:]*[@-~]|\[[0-9;:?]*[ -/]+[@-~]|\[\?[0-9;]*[^0-9;hl]"
    r"|\[[0-9;]*[tqpuc])"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-9;:<=>?]*[ -/]*|\][^\x07\x1b]*\x1b?|[P_^X][^\x1b]*\x1b?)?$")
_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"

#: What a terminal answers when it is asked: for its kind, its colours, and whether it knows synchronized updates.
_REPLIES = {
    "\x1b[c": "\x1b[?62;22c",
    "\x1b[?2026$p": "\x1b[?2026;2$y",
    "\x1b]10;?": "\x1b]10;rgb:d8d8/d8d8/d8d8\x1b\\",
    "\x1b]11;?": "\x1b]11;rgb:1c1c/1c1c/1c1c\x1b\\",
    "\x1b[?996n": "\x1b[?997;1n",
    "\x1b[?u": "\x1b[?0u",
}


class Terminal:
    """A running program and its screen. Times are seconds."""

    def __init__(
        self, command: Sequence[str], environ: Mapping[str, str] | None = None, *, rows: int = 24, columns: int = 80
    ) -> None:
        sys.setswitchinterval(0.0005)  # the reading thread must not wait for the drawing one
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._pieces: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._pending = ""
        self._updating = False
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        named = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LINES": str(rows), "COLUMNS": str(columns)}
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**os.environ, **(environ or {}), **named},  # the size of this terminal, whatever the tests run in
            start_new_session=True,
            close_fds=True,
        )
        os.close(slave)
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        while True:
            try:
                piece = os.read(self._master, 65536)
            except OSError:
                piece = b""
            self._pieces.put((time.perf_counter(), piece))
            if not piece:
                return

    def text(self) -> str:
        """The lines of the screen."""
        return "\n".join(self._screen.display)

    def look(self) -> tuple[object, ...]:
        """Everything visible: characters, styles and the cursor."""
        screen = self._screen
        lines = tuple(tuple(sorted(screen.buffer[y].items())) for y in range(screen.lines))
        return lines, screen.cursor.x, screen.cursor.y, screen.cursor.hidden

    def wait_for(self, text: str, seconds: float = 30) -> float:
        """Wait until ``text`` stands on the screen; the moment it did, since the start."""
        until = time.perf_counter() + seconds
        while True:
            moment = self._draw_next(until)
            if moment is None:
                raise TimeoutError(f"{text!r} is not on the screen:\n{self.text()}")
            if not self._updating and text in self.text():
                return moment - self.started

    def press(self, keys: str) -> None:
        """Send keys without waiting for what they do."""
        os.write(self._master, keys.encode())

    def paint_after(self, keys: str, seconds: float = 5) -> float:
        """Send keys and wait for the first complete frame that looks different; how long that took."""
        self.settle()
        before = self.look()
        sent = time.perf_counter()
        self.press(keys)
        while True:
            moment = self._draw_next(sent + seconds)
            if moment is None:
                raise TimeoutError(f"nothing changed after {keys!r}:\n{self.text()}")
            if not self._updating and self.look() != before:
                return moment - sent

    def settle(self, quiet: float = 0.12, seconds: float = 3) -> None:
        """Draw what comes until nothing has come for ``quiet`` seconds; a cursor that blinks is not waited for."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until and self._draw_next(time.perf_counter() + quiet) is not None:
            pass

    def peak_memory(self) -> float:
        """The most memory the process has held, in MiB; 0 where the system does not tell (not Linux)."""
        status = Path(f"/proc/{self._process.pid}/status")
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
        return int(found[1]) / 1024 if found else 0.0

    def close(self, keys: str = "\x11") -> int:
        """Press the key that leaves (ctrl+q), and wait for the end; the exit status. A program that stays is ended."""
        try:
            self.press(keys)
            return self._process.wait(5)
        except (OSError, subprocess.TimeoutExpired):
            os.killpg(self._process.pid, signal.SIGKILL)
            return self._process.wait(5)
        finally:
            os.close(self._master)

    def kill(self) -> None:
        """End the process at once, as kill -9 does."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(5)
        os.close(self._master)

    def hang_up(self, seconds: float = 15) -> int:
        """Take the terminal away and wait for the program to end; its exit status."""
        os.close(self._master)
        return self._process.wait(seconds)

    def end(self) -> None:
        """End the program if it still runs, whatever became of the test."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(5)

    def _draw_next(self, until: float) -> float | None:
        """Draw the next piece of output; the moment it was read, or None when none comes before ``until`` or at all."""
        try:
            moment, piece = self._pieces.get(timeout=max(0.001, until - time.perf_counter()))
        except queue.Empty:
            return None
        if not piece:
            self._pieces.put((moment, piece))
            return None
        self._draw(self._pending + self._decoder.decode(piece))
        return moment

    def _draw(self, text: str) -> None:
        for asked, reply in _REPLIES.items():
            if asked in text:
                self.press(reply)
        cut = _UNFINISHED.search(text)
        self._pending = cut[0] if cut else ""
        text = text[: cut.start()] if cut else text
        begun, ended = text.rfind(_BEGIN), text.rfind(_END)
        if begun != ended:
            self._updating = begun > ended
        self._stream.feed(_UNSEEN.sub("", text.replace(_BEGIN, "").replace(_END, "")))
