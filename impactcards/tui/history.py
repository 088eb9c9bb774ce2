"""Undo and redo over the card in hand, as stacks of whole answers.

Answers are immutable, so a step back is the answer as it stood: text, items, order, putting off and skipping alike.
Typing is taken back in runs: a pause, another item or cell, or another kind of change starts a new run. A step also
remembers what it added to other cards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.records import record
from impactcards.strategy.answer import Answer

if TYPE_CHECKING:
    from impactcards.tui.added import Added

#: Seconds without typing after which the next key starts a new run.
PAUSE = 1.0


@record
class Step:
    """An answer to go back (or on) to, and what the change between it and the present added to other cards."""

    answer: Answer
    added: tuple[Added, ...] = ()


class History:
    """What one card's answer was since the card was opened."""

    def __init__(self) -> None:
        self._past: list[Step] = []
        self._future: list[Step] = []
        self._last_typed = float("-inf")
        self._part: object = None

    @property
    def steps(self) -> int:
        """How many steps can be taken back."""
        return len(self._past)

    def note(self, before: Answer, *, typing: bool, now: float, part: object = None) -> None:
        """Remember the answer as it stood before a change.

        ``now`` is in seconds, from any fixed start; ``part`` is the item or cell one types in.
        """
        in_run = typing and now - self._last_typed < PAUSE and part == self._part and bool(self._past)
        if not in_run:
            self._past.append(Step(before))
        self._future.clear()
        self._last_typed = now if typing else float("-inf")
        self._part = part

    def note_added(self, added: Added) -> None:
        """The last change also added something to another card."""
        step = self._past[-1]
        self._past[-1] = Step(step.answer, (*step.added, added))

    def undo(self, present: Answer) -> Step | None:
        """The step before the last change, or None if there is none."""
        return self._step(self._past, self._future, present)

    def redo(self, present: Answer) -> Step | None:
        """The step that the last undo took back, or None."""
        return self._step(self._future, self._past, present)

    def _step(self, source: list[Step], target: list[Step], present: Answer) -> Step | None:
        self._last_typed = float("-inf")
        if not source:
            return None
        step = source.pop()
        target.append(Step(present, step.added))
        return step
