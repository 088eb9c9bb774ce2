"""The clock of a step, in digits that can be read across a table, and below it how the whole session stands."""

from __future__ import annotations

from textual.content import Content
from textual.visual import VisualType
from textual.widget import Widget

from impactcards.tui.room.digits import blocks, shown_time

_HALVES = {("█", "█"): "█", ("█", " "): "▀", (" ", "█"): "▄", (" ", " "): " "}


class StepClock(Widget):
    """Shows what is left of a step. When nothing is left, the digits turn to reverse, and that is all."""

    DEFAULT_CSS = """
    StepClock { width: 24; height: 5; padding: 0 1; text-align: center; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: tuple[str, bool, bool, str, str] = ("", False, False, "", "")

    def show(self, left: float, *, running: bool, caption: str, below: str = "", timed: bool = True) -> None:
        """Show ``left`` seconds with a ``caption`` (of the step) and a line ``below`` (of the session)."""
        shown = (shown_time(left) if timed else "", timed and left <= 0, running, caption, below)
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    @property
    def text(self) -> str:
        """What it says, as plain text."""
        time, over, _, caption, below = self._shown
        return " · ".join(part for part in (time, "over" if over else "", caption, below) if part)

    def render(self) -> VisualType:
        time, over, running, caption, below = self._shown
        width, height = self.content_size.width, self.content_size.height
        style = "reverse bold" if over else "bold" if running else "$quiet"
        words = [Content.styled(text, "$quiet").truncate(width, ellipsis=True) for text in (caption, below) if text]
        if not time:
            return Content("\n").join(words)
        if height < 4:
            return Content("\n").join([Content.styled(f" {time} ", style), *words][:height])
        digits = [Content.styled(f" {line} ", style) for line in half_blocks(time)]
        return Content("\n").join([*digits, *words][:height])


def half_blocks(text: str) -> list[str]:
    """Digits and colons in three rows of half blocks, three cells for each digit."""
    dots = [row[::2] for row in blocks(text, 1)]
    dots.append(" " * len(dots[0]))
    return ["".join(_HALVES[pair] for pair in zip(dots[n], dots[n + 1], strict=True)) for n in range(0, 6, 2)]
