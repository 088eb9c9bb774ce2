"""Rating by digits: a digit sets the step at once; on scales above 9 a second digit soon after joins the first."""

from __future__ import annotations

from time import monotonic

from impactcards.deck.kinds import ScaleAnswer

#: Seconds in which a second digit joins the first.
JOINS_WITHIN = 0.5


class Digits:
    """Remembers the last digit and when it was typed."""

    def __init__(self) -> None:
        self._last = ""
        self._when = 0.0

    def step(self, digit: str, scale: ScaleAnswer, *, now: float | None = None) -> int | None:
        """The step that ``digit`` means on ``scale``, or None if it means none."""
        now = monotonic() if now is None else now
        joined = self._last + digit if now - self._when <= JOINS_WITHIN else digit
        self._when = now
        for typed in (joined, digit):
            if scale.low <= int(typed) <= scale.high and len(typed) <= len(str(scale.high)):
                self._last = typed
                return int(typed)
        self._last = digit
        return None
