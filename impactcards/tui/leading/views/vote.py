"""Voting: each idea in turn, hands up, one figure each; the mark moves on by itself where one digit is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from impactcards.strategy.sessions import Idea
from impactcards.tui.keys import Deed
from impactcards.tui.leading.area import Drawn
from impactcards.tui.leading.deeds import named
from impactcards.tui.leading.ideas import idea_line
from impactcards.tui.leading.views.view import View, paragraphs

if TYPE_CHECKING:
    from impactcards.strategy.sessions import Typed
    from impactcards.tui.leading.screen import LeadingScreen

#: With so many people or fewer, one digit is a whole count.
ONE_DIGIT = 9


class VoteView(View):
    """The ideas in the order in which they are voted on; digits are keys here, so the line is not needed."""

    step: ClassVar[str] = "vote"

    def __init__(self, screen: LeadingScreen) -> None:
        super().__init__(screen)
        self._typed = ""

    def opened(self) -> None:
        order = self._order()
        if self._at(order) < 0 and any(idea.votes is None for idea in order):
            self.session.ask(next(idea.number for idea in order if idea.votes is None))

    def _order(self) -> list[Idea]:
        return [idea for number in self.session.vote_order() if (idea := self.session.idea(number)) is not None]

    def _at(self, order: list[Idea]) -> int:
        return next((n for n, idea in enumerate(order) if idea.number == self.session.asked), -1)

    @property
    def one_digit(self) -> bool:
        """Whether a digit counts at once."""
        return 0 < self.session.people <= ONE_DIGIT

    def keys(self, *, typing: bool) -> tuple[Deed, ...]:
        if typing:
            return super().keys(typing=True)
        take = () if self.one_digit else ("take",)
        return named(
            "count", *take, "other-idea", "next-step", "undo", "back-step", "votes-each", "blank", "note-action", "park"
        )

    def label(self) -> str:
        return self.say("hands up")

    def ghost(self) -> str:
        return self.say("how many hands · or another idea")

    def draw(self, width: int, height: int) -> Drawn:
        say, order = self.say, self._order()
        if not order:
            return Drawn(paragraphs(width, (say("There is nothing to vote on."), "$quiet")))
        at = self._at(order)
        lines = [self._counted(width, over=at < 0), Content()]
        marks = [0, 0]
        for n, idea in enumerate(order):
            here = n == at
            shown = "·" if idea.votes is None else str(idea.votes)
            if here:
                shown = f"{self._typed}▏" if self._typed or idea.votes is None else shown
            head = Content.styled(f" {shown:>3} ", "reverse bold" if here else "bold" if idea.votes else "$quiet")
            tail = f"({' + '.join(map(str, idea.parts))})" if idea.parts else ""
            line = idea_line(idea, width - 6, tail, mark="▶" if here else " ", style="bold" if here else "")
            lines.append(Content.assemble(head, " ", line))
            marks.append(idea.number)
        return Drawn(lines, max(0, at) + 2, marks)

    def _counted(self, width: int, *, over: bool) -> Content:
        say, session = self.say, self.session
        cast, of = session.votes_cast(), session.votes_all()
        text = say("{cast} of {all} votes", cast=cast, all=of) if of else say.plural("{n} vote", "{n} votes", cast)
        style = "bold $warning" if of and cast > of else "bold $success" if cast == of else "bold"
        each = say.plural("{n} vote each", "{n} votes each", session.votes_each)
        if of and cast > of:
            more = say("more than there are; ↑ goes back and a digit corrects")
        elif over:
            more = say("all are counted; {key} shows the result", key=self.screen.shown_key("next-step"))
        else:
            more = say("the wall shows no counts yet")
        return Content.assemble((text, style), (f"  {each} · {more}", "$quiet")).truncate(width, ellipsis=True)

    # -- keys -------------------------------------------------------------------------------------------------------

    def key(self, key: str) -> bool:
        order = self._order()
        if not order:
            return False
        if key.isdigit() and len(key) == 1:
            self._typed = (self._typed + key)[-3:]
            if self.one_digit:
                self._take(order)
        elif key == "enter" and self._typed:
            self._take(order)
        elif key == "backspace":
            self._typed = self._typed[:-1]
        elif key in ("up", "left", "down", "right"):
            self._go(order, -1 if key in ("up", "left") else 1)
        else:
            return False
        self.screen.show_all()
        return True

    def _take(self, order: list[Idea]) -> None:
        typed, self._typed = self._typed, ""
        self.count(order, int(typed))

    def count(self, order: list[Idea], hands: int) -> None:
        """So many hands for the idea in question; the mark moves on."""
        say, session = self.say, self.session
        at = self._at(order)
        if at < 0:
            self.screen.done(say("All are counted. {key} goes back to the last one.", key="↑"))
            return
        idea = order[at]
        session.vote_on(idea.number, hands)
        said = say.plural(
            "{n} vote: {number} ‹{idea}›", "{n} votes: {number} ‹{idea}›", hands, number=idea.number, idea=idea.text
        )
        self.screen.done(said)

    def _go(self, order: list[Idea], step: int) -> None:
        self._typed = ""
        at = self._at(order)
        at = len(order) - 1 if at < 0 else max(0, min(at + step, len(order) - 1))
        self.session.ask(order[at].number)

    def clicked(self, mark: int) -> None:
        self._typed = ""
        self.session.ask(mark)
        self.screen.show_all()

    def entered(self, typed: Typed) -> None:
        order = self._order()
        if typed.what == "count" and typed.text.isdecimal() and order:
            self.count(order, int(typed.text[:4]))
        else:
            super().entered(typed)
