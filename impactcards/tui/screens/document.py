"""The document as it stands, laid out to be read, opened where the card on the table stands in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen

from impactcards.tui.keys import Deed
from impactcards.tui.widgets.key_bar import KeyBar
from impactcards.tui.widgets.line import Block, Line
from impactcards.tui.widgets.page.markdown import blocks_of
from impactcards.tui.widgets.page.page import Page
from impactcards.words import N_, Words

READ_ON = Deed("read-on", N_("read on"), N_("Turn the page of the document."), ("pagedown",), ("n", "space"))
READ_BACK = Deed("read-back", N_("read back"), N_("Turn the page of the document back."), ("pageup",), ("p",))
EXPORT = Deed("export", N_("export"), N_("Write the document to a file: HTML, Word, PDF and others."), (), ("x",))
COPY = Deed("copy", N_("copy"), N_("Copy the document to the clipboard, as Markdown."), (), ("c",))
CLOSE = Deed("close", N_("close"), N_("Go back to where you came from."), ("escape",), ("q", "d"))

#: Every deed of the document. What a comparison shows is read like a document, and cannot be exported.
DOCUMENT_DEEDS = (READ_ON, READ_BACK, EXPORT, COPY, CLOSE)


class DocumentScreen(Screen[None]):
    """Shows Markdown; ``at`` is the heading to open it at. ``export`` is called to write it to a file."""

    AUTO_FOCUS = "Page"
    CSS = """
    DocumentScreen { background: $background; }
    DocumentScreen > .title { dock: top; background: $panel; padding: 0 1; }
    DocumentScreen > #told { display: none; padding: 0 1; max-height: 5; border-left: thick $primary; }
    DocumentScreen > #told.-said { display: block; }
    DocumentScreen > #told.-trouble { border-left: thick $error; }
    DocumentScreen > #paper { height: 1fr; align-horizontal: center; padding: 0 2; }
    DocumentScreen Page {
        width: 100%; max-width: 96; height: 100%; padding: 1 0 0 0; scrollbar-size: 0 1;
        scrollbar-color: $quiet 40%; scrollbar-background: $background;
        scrollbar-background-hover: $background; scrollbar-background-active: $background;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,f4,d,q", "close"),
        ("pagedown,space,n", "read_on"),
        ("pageup,p", "read_back"),
        ("x,alt+x", "export"),
        ("c,alt+c", "copy"),
    ]

    def __init__(
        self,
        markdown: str,
        say: Words,
        *,
        title: str,
        at: str,
        saved_as: str,
        export: Callable[[DocumentScreen], None] | None = None,
    ) -> None:
        super().__init__()
        self._markdown, self.say, self._shown_title, self._at, self._saved_as = markdown, say, title, at, saved_as
        self._export = export

    def compose(self) -> ComposeResult:
        yield Line(Content.assemble((self._shown_title, "bold"), "  ", (self._saved_as, "$quiet")), classes="title")
        with Container(id="paper"):
            yield Page(blocks_of(self._markdown))
        yield Block(id="told")
        deeds = [READ_ON, READ_BACK, EXPORT, COPY, CLOSE] if self._export else [READ_ON, READ_BACK, COPY, CLOSE]
        yield KeyBar(deeds, self.say)

    def on_mount(self) -> None:
        page = self.query_one(Page)
        page.resized = self._open_at

    def _open_at(self) -> None:
        """Once the page is laid out, before it is painted: go to the heading, the first time."""
        page = self.query_one(Page)
        page.resized = None
        page.open_at(self._at)

    @on(KeyBar.Chosen)
    async def do_chosen(self, event: KeyBar.Chosen) -> None:
        await self.run_action(event.deed.action)

    def tell(self, text: str, *, trouble: bool = False) -> None:
        """Say something above the last line, until something else is said or the page is turned."""
        told = self.query_one("#told", Block)
        told.show(text)
        told.set_class(bool(text), "-said")
        told.set_class(trouble, "-trouble")

    def action_close(self) -> None:
        self.dismiss(None)

    def action_read_on(self) -> None:
        self.tell("")
        self.query_one(Page).scroll_page_down(animate=False)

    def action_read_back(self) -> None:
        self.tell("")
        self.query_one(Page).scroll_page_up(animate=False)

    def action_export(self) -> None:
        if self._export is not None:
            self._export(self)

    def action_copy(self) -> None:
        """Hand the Markdown to the terminal, which puts it into the clipboard where it is allowed to (OSC 52)."""
        self.app.copy_to_clipboard(self._markdown)
        self.tell(
            self.say("Copied, as Markdown. Some terminals do not allow this; if pasting brings nothing, export it.")
            if self._export
            else self.say("Copied, as Markdown. Some terminals do not allow this.")
        )
