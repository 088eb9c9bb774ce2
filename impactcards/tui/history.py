"""Undo and redo over the card in hand, as stacks of whole answers.

Answers are immutable, so a step back is the answer as it stood: text, items, order, putting off and skipping alike.
Typing is taken back in runs: a pause or another kind of change starts a new run.
"""

from __future__ import annotations

from impactcards.strategy.answer import Answer

#: Seconds without typing after which the next key starts a new run.
PAUSE = 1.0


class History:
    """What one card's answer was since the card was opened."""

    def __init__(self) -> None:
        self._past: list[Answer] = []
        self._future: list[Answer] = []
        self._last_typed = float("-inf")

    def note(self, before: Answer, *, typing: bool, now: float) -> None:
        """Remember the answer as it stood before a change. ``now`` is in seconds, from any fixed start."""
        in_run = typing and now - self._last_typed < PAUSE and bool(self._past)
        if not in_run:
            self._past.append(before)
        self._future.clear()
        self._last_typed = now if typing else float("-inf")

    def undo(self, present: Answer) -> Answer | None:
        """The answer before the last change, or None if there is none."""
        return self._step(self._past, self._future, present)

    def redo(self, present: Answer) -> Answer | None:
        """The answer that the last undo took back, or None."""
        return self._step(self._future, self._past, present)

    def _step(self, source: list[Answer], target: list[Answer], present: Answer) -> Answer | None:
        self._last_typed = float("-inf")
        if not source:
            return None
        target.append(present)
        return source.pop()
