"""Acting: who does what until when, typed as it is said and shown as it was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from impactcards.tui.leading.actions import action_lines, note_action
from impactcards.tui.leading.area import Drawn
from impactcards.tui.leading.views.view import View, paragraphs

if TYPE_CHECKING:
    from impactcards.strategy.sessions import Typed


class ActView(View):
    """The actions of this card, and of the session so far."""

    step: ClassVar[str] = "act"
    types: ClassVar[bool] = True
    typing_bar: ClassVar[tuple[str, ...]] = ("next-step", "undo", "park", "letters", "back-step")

    def label(self) -> str:
        return self.say("action")

    def ghost(self) -> str:
        return self.say("Anna: call the printer by Friday")

    def draw(self, width: int, height: int) -> Drawn:
        say, session, card = self.say, self.session, self.screen.sitting.card
        actions = session.actions()
        here = [action for action in actions if action.card == card.id]
        others = [action for action in actions if action.card != card.id]
        lines = []
        if here:
            lines += [Content.styled(say("Actions of this card"), "bold"), *action_lines(here, session, say, width)]
        else:
            text = say("Who does what until when? One line each; without any, go on.")
            lines += paragraphs(width, (text, "$quiet"))
        if others:
            lines += [Content(), Content.styled(say("Noted before"), "bold")]
            lines += action_lines(others, session, say, width)
        return Drawn(lines, max(0, len(here) - 1))

    def entered(self, typed: Typed) -> None:
        note_action(self.screen, typed.text)
