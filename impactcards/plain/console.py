"""Lines in, lines out. Nothing that a terminal could take for a command is ever written."""

from __future__ import annotations

from typing import TextIO

from impactcards.text import clean


class Ended(Exception):
    """There is nothing more to read, or nobody who reads what is written."""


class Console:
    """Two text streams. Lines are cleaned in both directions; what the output cannot encode becomes a question mark."""

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._in = stdin
        self._out = stdout
        self._deaf = False

    def read(self) -> str:
        """The next line without its end. Raises :class:`Ended`, and lets KeyboardInterrupt through."""
        self._flush()
        if self._deaf:
            raise Ended
        try:
            line = self._in.readline()
        except UnicodeDecodeError:
            return ""
        except (OSError, ValueError) as error:
            raise Ended from error
        if not line:
            raise Ended
        return clean(line.rstrip("\r\n")).replace("\n", " ")

    def write(self, text: str = "") -> None:
        """Write a text as one line or more."""
        if self._deaf:
            return
        line = clean(text) + "\n"
        try:
            try:
                self._out.write(line)
            except UnicodeEncodeError:
                encoding = self._out.encoding or "ascii"
                self._out.write(line.encode(encoding, "replace").decode(encoding))
        except (OSError, ValueError):
            self._deaf = True

    def _flush(self) -> None:
        try:
            self._out.flush()
        except (OSError, ValueError):
            self._deaf = True

    def close(self) -> None:
        """Let everything written arrive. The streams stay open: they belong to whoever opened them."""
        self._flush()


__all__ = ["Console", "Ended"]
