"""The document as it stands, rendered, opened where the card on the table stands in it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Markdown, Static

from impactcards.tui.widgets.line import Line
from impactcards.words import Words


class DocumentScreen(Screen[None]):
    """Shows Markdown; ``at`` is the heading to open it at."""

    AUTO_FOCUS = "VerticalScroll"
    CSS = """
    DocumentScreen { background: $background; }
    DocumentScreen > .title { dock: top; background: $panel; padding: 0 1; }
    DocumentScreen > .legend { dock: bottom; background: $panel; padding: 0 1; }
    DocumentScreen VerticalScroll { background: $background; align-horizontal: center; padding: 0 2; }
    DocumentScreen Markdown { max-width: 96; background: $background; padding: 1 0; }
    DocumentScreen MarkdownH1 {
        content-align: left middle; color: $primary; text-style: bold; background: $background;
    }
    DocumentScreen MarkdownH2 { color: $primary; text-style: bold; margin: 2 0 1 0; }
    DocumentScreen MarkdownH3 { color: $foreground; text-style: bold; margin: 1 0; }
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
        with VerticalScroll():
            yield Markdown("", open_links=False)
        legend = say("PgDn and PgUp turn the page, ↑ ↓ scroll, Esc goes back to the card")
        yield Line(Content.styled(legend, "$quiet"), classes="legend")

    async def on_mount(self) -> None:
        await self.query_one(Markdown).update(self._markdown)
        self.call_after_refresh(self._open_at)

    def _open_at(self) -> None:
        for heading in self.query("MarkdownHeader").results(Static):
            if str(heading.content) == self._at:
                heading.scroll_visible(top=True, animate=False)
                return

    def action_read(self, step: int) -> None:
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_page_down(animate=False) if step > 0 else scroll.scroll_page_up(animate=False)
