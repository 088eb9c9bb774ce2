"""Everybody's figure on a card that asks for one: typed one after the other, hidden until the vote is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from impactcards.tui.leading.area import Drawn
from impactcards.tui.leading.entering import rate
from impactcards.tui.leading.views.view import View, paragraphs

if TYPE_CHECKING:
    from impactcards.strategy.sessions import Typed


class RateView(View):
    """Who has said a figure, and how many; not which."""

    step: ClassVar[str] = "vote"
    types: ClassVar[bool] = True
    typing_bar: ClassVar[tuple[str, ...]] = ("next-step", "undo", "letters", "author", "park", "next-card", "back-step")

    def label(self) -> str:
        author = self.screen.author_name
        return author or self.say("figures")

    def ghost(self) -> str:
        return self.say("everybody's figure: 3 4 4 2 5")

    def draw(self, width: int, height: int) -> Drawn:
        say, session = self.say, self.session
        given, people = session.ratings(), session.people
        of = (
            say("{n} of {all} figures", n=len(given), all=people)
            if people
            else say.plural("{n} figure", "{n} figures", len(given))
        )
        dots = "● " * len(given) + "○ " * max(0, people - len(given))
        lines = [Content.styled(of, "bold"), Content(), *paragraphs(width, (dots.strip(), "$primary bold")), Content()]
        lines += paragraphs(
            width,
            (say("Everybody says a figure, or shows it with their fingers. Type one after the other."), ""),
            (say("They stay hidden until you go on: {key}.", key=self.screen.shown_key("next-step")), "$quiet"),
        )
        return Drawn(lines)

    def entered(self, typed: Typed) -> None:
        rate(self.screen, typed.text)
