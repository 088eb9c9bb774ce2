"""The editor for a rating."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on

from impactcards.deck.kinds import ScaleAnswer
from impactcards.tui.editors.floating import FloatingEditor
from impactcards.tui.widgets.rows.digits import Digits
from impactcards.tui.widgets.rows.options import Entry, Options
from impactcards.words import N_, Message, Words


class ScaleEditor(FloatingEditor):
    """The steps of a scale, one below the other, each with its label. A digit or an arrow sets it at once."""

    kind: ClassVar[str] = "scale"

    def __init__(self, say: Words) -> None:
        super().__init__(say)
        self._digits = Digits()

    @property
    def _scale(self) -> ScaleAnswer:
        return self.answer_as(ScaleAnswer)

    @property
    def step_now(self) -> int | None:
        """The step that is set."""
        return self.value if isinstance(self.value, int) else None

    @property
    def how_to(self) -> Message | str:
        if self.read_only or not self.loaded:
            return ""
        return Message(N_("{low} to {high} or ↑ ↓"), low=self._scale.low, high=self._scale.high)

    @property
    def status(self) -> Message | str:
        if isinstance(self.value, str) and self.value:
            return Message(N_("“{typed}” is kept; it is no step of this scale"), typed=self.value)
        return "" if self.read_only or self.step_now is None else Message(N_("Backspace clears it"))

    def entries(self) -> Sequence[Entry]:
        scale, now = self._scale, self.step_now
        return [
            Entry(
                str(step), scale.labels.get(step, ""), key=str(step), sign="●" if step == now else "○",
                style="bold" if step == now else "text",
            )
            for step in range(scale.low, scale.high + 1)
        ]  # fmt: skip

    def show_answer(self, *, again: bool = False) -> None:
        self._follow()

    def _follow(self) -> None:
        if self.step_now is not None:
            self.at = self.step_now - self._scale.low
        elif not self._late.has_focus:
            self.at = 0
        self.redraw()

    def act_on_key(self, key: str, character: str | None) -> bool:
        if character is not None and character.isascii() and character.isdigit():
            step = self._digits.step(character, self._scale)
            if step is not None:
                self.set(step)
            return True
        if key in ("left", "right"):
            self.step(1 if key == "right" else -1)
        elif key in ("space", "enter", "shift+enter"):
            if self.step_now is None:
                self.set(self._scale.low + self.at)
            elif key != "space":
                self.leave(1)
        elif key in ("backspace", "delete"):
            self.set(None)
        else:
            return False
        return True

    def step(self, by: int) -> None:
        """Set the next step or the one before; from nothing, the end one comes from."""
        if self.read_only:
            return
        scale, now = self._scale, self.step_now
        start = scale.low if by > 0 else scale.high
        self.set(start if now is None else max(scale.low, min(scale.high, now + by)))

    def set(self, step: int | None) -> None:
        """Rate with ``step``, or take the rating back."""
        if not self.read_only:
            self.tell(step, "deed")
            self._follow()

    @on(Options.Pressed)
    def press(self, event: Options.Pressed) -> None:
        """Rate with the step that was clicked; a click on the one that is set takes it back."""
        event.stop()
        step = self._scale.low + event.index
        self.take_focus()
        self.set(None if step == self.step_now else step)
