"""What changed since an earlier state of the strategy, read like the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from impactcards.strategy.strategy import Strategy
    from impactcards.strategy.versions import Version
    from impactcards.tui.playing.screen import PlayingScreen


def show_comparison(screen: PlayingScreen, older: Strategy, *, version: Version | None = None, at: str = "") -> None:
    """Show what changed from ``older`` (kept as ``version``) to the present, opened at the heading ``at``."""
    from impactcards.document.comparison import comparison_markdown
    from impactcards.strategy.dates import local_today
    from impactcards.tui.screens.document import DocumentScreen

    sitting, say = screen.sitting, screen.say
    text = comparison_markdown(older, sitting.strategy, since=version, today=local_today())
    label = version.title if version is not None else say("since the review began")
    screen.app.push_screen(DocumentScreen(text, say, title=sitting.strategy.name, at=at, saved_as=label))
