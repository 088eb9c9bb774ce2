"""The yardstick: the smallest Textual app in which one can type."""

from textual.app import App, ComposeResult
from textual.widgets import Input


class Minimal(App[None]):
    """One line to type in."""

    def compose(self) -> ComposeResult:
        yield Input(placeholder="minimal")


if __name__ == "__main__":
    Minimal().run()
