"""A terminal that goes away without a word: the window is closed, the connection is cut.

Usually the system then ends the program (SIGHUP). Where it does not (a session of its own, some multiplexers and
containers), Textual would go on reading from nothing with a whole processor. A thread notices, saves, and ends.
"""

from __future__ import annotations

import os
import select
import sys
import threading
import time
from collections.abc import Callable

#: Seconds between looks.
EVERY = 2.0


def watch(save: Callable[[], object]) -> None:
    """Look after the terminal on standard input; when it is gone, call ``save`` and end the program."""
    if not hasattr(select, "poll") or not sys.__stdin__ or not sys.__stdin__.isatty():
        return
    threading.Thread(target=_watch, args=(sys.__stdin__.fileno(), save), name="hangup", daemon=True).start()


def _watch(terminal: int, save: Callable[[], object]) -> None:
    look = select.poll()
    look.register(terminal, select.POLLHUP)
    while not any(state & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, state in look.poll(0)):
        time.sleep(EVERY)
    save()
    os._exit(0)
