"""The first line of the card screen: whose strategy, which recipe, how far along, and whether it is saved."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.visual import VisualType
from textual.widget import Widget

from impactcards.strategy.hand import CardState

#: One glyph for each state of a card; they are explained on the map.
GLYPHS = {
    CardState.OPEN: "○", CardState.BEGUN: "◐", CardState.ANSWERED: "●", CardState.LATER: "p", CardState.SKIPPED: "–",
    CardState.HIDDEN: "·", CardState.BLOCKED: "○",
}  # fmt: skip
HERE = "◉"
BAR_FROM = 21  # with so many cards, a bar says more than pips


class Header(Widget):
    """Shows a title on the left, progress in the middle, and the saver's word on the right."""

    DEFAULT_CSS = """
    Header { dock: top; height: 1; width: 100%; background: $panel; color: $foreground; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._title, self._subtitle, self._counted, self._saved = "", "", "", ""
        self._states: Sequence[CardState] = ()
        self._here, self._share = -1, 0.0
        self._saved_style = "$quiet"

    def show_title(self, title: str, subtitle: str) -> None:
        self._title, self._subtitle = title, subtitle
        self.refresh()

    def show_progress(self, states: Sequence[CardState], here: int, counted: str, share: float) -> None:
        """Show how far along one is.

        ``here`` is the place in ``states`` of the card on the table, ``counted`` the progress in words, ``share`` the
        part that is done, from 0 to 1; where a hand is too large for pips, ``states`` is empty and ``share`` is drawn.
        """
        shown = (states, here, counted, share)
        if shown != (self._states, self._here, self._counted, self._share):
            self._states, self._here, self._counted, self._share = shown
            self.refresh()

    def show_saved(self, text: str, *, trouble: bool = False) -> None:
        style = "$error bold" if trouble else "$quiet"
        if (text, style) != (self._saved, self._saved_style):
            self._saved, self._saved_style = text, style
            self.refresh()

    def _pips(self) -> Content:
        if self._states:
            parts = [
                (HERE, "$primary bold") if i == self._here
                else (GLYPHS[state], "$success" if state is CardState.ANSWERED else "$quiet")
                for i, state in enumerate(self._states)
            ]  # fmt: skip
            return Content.assemble(*parts)
        filled = round(12 * self._share)
        return Content.assemble(("━" * filled, "$success"), ("─" * (12 - filled), "$quiet"))

    def render(self) -> VisualType:
        width = self.content_size.width
        middle = Content.assemble(self._pips(), "  ", self._counted)
        right = Content.styled(self._saved, self._saved_style)
        room = width - middle.cell_length - right.cell_length - 4
        both = f"{self._title} · {self._subtitle}" if self._subtitle else self._title
        chosen = both if Content(both).cell_length <= room else self._title
        left = Content.styled(chosen, "bold").truncate(max(0, room), ellipsis=True)
        start = max(left.cell_length + 2, (width - middle.cell_length) // 2)
        start = max(left.cell_length + 2, min(start, width - right.cell_length - middle.cell_length - 2))
        line = Content.assemble(left, " " * (start - left.cell_length), middle)
        return Content.assemble(line, " " * max(2, width - line.cell_length - right.cell_length), right)
