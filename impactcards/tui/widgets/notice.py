"""The line under the answer: findings of the card, or one sentence about what has just happened."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message

from impactcards.tui.widgets.line import Line
from impactcards.words import Words


class Notice(Line):
    """Shows a finding (with its number of how many) or a passing word; takes no room when it has nothing to say."""

    DEFAULT_CSS = """
    Notice { height: auto; max-height: 3; padding: 0 1; text-wrap: wrap; text-overflow: fold; display: none; }
    Notice.-said { display: block; }
    """

    class Clicked(Message):
        """The line was clicked: the next finding is wanted."""

    def __init__(self, say: Words, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._say = say
        self._findings: Sequence[str] = ()
        self.at = 0

    def show_findings(self, findings: Sequence[str]) -> None:
        """Show findings, the first one in front."""
        self._findings, self.at = findings, 0
        self._draw()

    def keep_findings(self, still: Sequence[str]) -> None:
        """Take away the findings that no longer hold; none is added while somebody works on the answer."""
        kept = [finding for finding in self._findings if finding in still]
        if len(kept) != len(self._findings):
            self.show_findings(kept)

    @property
    def shows_findings(self) -> bool:
        """Whether a finding is in front, rather than a passing word or nothing."""
        return bool(self._findings)

    def next_finding(self) -> None:
        """Bring the next finding to the front."""
        if self._findings:
            self.at = (self.at + 1) % len(self._findings)
            self._draw()

    def say_once(self, text: str, *, trouble: bool = False) -> None:
        """Show a sentence until the next one, or until the card changes."""
        self._findings = ()
        self.set_class(bool(text), "-said")
        mark = ("▪ ", "$error bold" if trouble else "$primary bold") if text else ""
        self.show(Content.assemble(mark, text))

    def _draw(self) -> None:
        self.set_class(bool(self._findings), "-said")
        if not self._findings:
            self.show("")
            return
        many = len(self._findings)
        count = f"  {self.at + 1}/{many} ›" if many > 1 else ""
        self.show(Content.assemble(("⚠ ", "$warning bold"), self._findings[self.at], (count, "$quiet")))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked())
