"""Collecting: ideas are typed as fast as they are called out, one line each, the newest right above the line."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from impactcards.tui.leading.area import Drawn
from impactcards.tui.leading.ideas import listed
from impactcards.tui.leading.views.view import View, paragraphs


class CollectView(View):
    """The ideas of the round, and the line."""

    step: ClassVar[str] = "collect"
    types: ClassVar[bool] = True
    typing_bar: ClassVar[tuple[str, ...]] = (
        "next-step", "author", "edit-last", "undo", "park", "letters", "next-card", "back-step",
    )  # fmt: skip

    def label(self) -> str:
        if self.screen.editing:
            return self.say("edit {n}", n=self.screen.editing)
        number = len(self.session.ideas()) + 1
        author = self.screen.author_name
        return f"{number} · {author}" if author else self.say("idea {n}", n=number)

    def ghost(self) -> str:
        return self.say("an idea · =3 the same as 3 · Tab whose idea")

    def draw(self, width: int, height: int) -> Drawn:
        seat = self.screen.hot_seat
        ideas = self.session.ideas() if seat is None else seat.ideas()
        if not ideas:
            if seat is not None:
                text = self.say("Only what is written now is shown here; what the others wrote is hidden.")
                return Drawn(paragraphs(width, (text, "$quiet")))
            text = self.say("Everybody says one idea, round by round. Type it as it is said; Enter takes it.")
            return Drawn(paragraphs(width, (text, "$quiet")))
        drawn = listed(self.screen, ideas, width, height)
        return _at_the_bottom(drawn, height)


def _at_the_bottom(drawn: Drawn, height: int) -> Drawn:
    """The same, its last line right above the line one types in."""
    gap = max(0, height - len(drawn.lines))
    return Drawn([*[Content()] * gap, *drawn.lines], gap + drawn.keep, [*[0] * gap, *drawn.marks])
