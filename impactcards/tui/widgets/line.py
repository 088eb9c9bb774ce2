"""A line of text that is only text: nothing in it is read as markup."""

from __future__ import annotations

from textual.content import Content
from textual.visual import VisualType
from textual.widget import Widget


class Line(Widget):
    """Shows a string or Content, cut to its width with an ellipsis or wrapped, as its styles say."""

    DEFAULT_CSS = """
    Line { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, content: str | Content = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._content = content if isinstance(content, Content) else Content(content)

    def show(self, content: str | Content) -> None:
        """Show another text. Nothing is painted if it is the same."""
        wanted = content if isinstance(content, Content) else Content(content)
        if not wanted.is_same(self._content):
            self._content = wanted
            self.refresh(layout=self.styles.height is not None and self.styles.height.is_auto)

    @property
    def text(self) -> str:
        """What is shown, as plain text."""
        return self._content.plain

    def render(self) -> VisualType:
        return self._content


class Block(Line):
    """A paragraph: wrapped, as high as its text."""

    DEFAULT_CSS = """
    Block { height: auto; text-wrap: wrap; text-overflow: fold; }
    """
