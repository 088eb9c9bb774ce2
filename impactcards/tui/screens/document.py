"""The document as it stands, laid out to be read, opened where the card on the table stands in it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen

from impactcards.tui.widgets.line import Line
from impactcards.tui.widgets.page.markdown import blocks_of
from impactcards.tui.widgets.page.page import Page
from impactcards.words import Words


class DocumentScreen(Screen[None]):
    """Shows Markdown; ``at`` is the heading to open it at."""

    AUTO_FOCUS = "Page"
    CSS = """
    DocumentScreen { background: $background; }
    DocumentScreen > .title { dock: top; background: $panel; padding: 0 1; }
    DocumentScreen > .legend { dock: bottom; background: $panel; padding: 0 1; }
    DocumentScreen > #paper { align-horizontal: center; padding: 0 2; }
    DocumentScreen Page {
        width: 100%; max-width: 96; height: 100%; padding: 1 0 0 0; scrollbar-size: 0 1;
        scrollbar-color: $quiet 40%; scrollbar-background: $background;
        scrollbar-background-hover: $background; scrollbar-background-active: $background;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,f4,d,q", "dismiss(None)"),
        ("pagedown,space,n", "read(1)"),
        ("pageup,p", "read(-1)"),
    ]

    def __init__(self, markdown: str, say: Words, *, title: str, at: str, saved_as: str) -> None:
        super().__init__()
        self._markdown, self.say, self._shown_title, self._at, self._saved_as = markdown, say, title, at, saved_as

    def compose(self) -> ComposeResult:
        say = self.say
        yield Line(Content.assemble((self._shown_title, "bold"), "  ", (self._saved_as, "$quiet")), classes="title")
        with Container(id="paper"):
            yield Page(blocks_of(self._markdown))
        legend = say("PgDn and PgUp turn the page, ↑ ↓ scroll, Esc goes back to the card")
        yield Line(Content.styled(legend, "$quiet"), classes="legend")

    def on_mount(self) -> None:
        page = self.query_one(Page)
        page.resized = self._open_at

    def _open_at(self) -> None:
        """Once the page is laid out, before it is painted: go to the heading, the first time."""
        page = self.query_one(Page)
        page.resized = None
        page.open_at(self._at)

    def action_read(self, step: int) -> None:
        page = self.query_one(Page)
        page.scroll_page_down(animate=False) if step > 0 else page.scroll_page_up(animate=False)
