"""Where the process begins and ends, as quickly as may be: much of a short command's time is Python's housekeeping."""

from __future__ import annotations

import gc
import os
import sys
import threading
from typing import NoReturn


def main() -> NoReturn:
    """Run the program with the arguments of the process and leave with its exit status.

    A short command makes no garbage worth collecting, so collecting waits until something is played. And where no other
    thread is at work any more, the system takes the memory back faster than Python takes its modules apart.
    """
    gc.disable()
    from impactcards.cli.entry import run

    status = run(sys.argv[1:])
    if threading.active_count() == 1:
        os._exit(status)
    sys.exit(status)
