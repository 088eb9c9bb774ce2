"""Reading the prompt aloud, and writing in silence: the card is large, the clock runs, and nobody types."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from impactcards.tui.leading.area import Drawn
from impactcards.tui.leading.views.view import View, paragraphs


class ReadView(View):
    """The prompt is on the wall; here stands what the facilitator may say about it."""

    step: ClassVar[str] = "read"

    def draw(self, width: int, height: int) -> Drawn:
        say, card = self.say, self.screen.sitting.card
        lines = [*paragraphs(width, (self.what_now(), "bold")), Content()]
        shown = self.session.hints_shown
        if card.hints:
            where = (
                say("on the wall now")
                if shown
                else say("for you; {key} puts them on the wall", key=self.screen.shown_key("hints"))
            )
            lines.append(Content.assemble((say("Ways in"), "bold"), (f"  {where}", "$warning" if shown else "$quiet")))
            lines += paragraphs(width, *((hint, "") for hint in card.hints), hanging="· ")
        if card.pitfall:
            lines += [
                Content(),
                Content.styled(say("How it goes wrong (for you)"), "bold"),
                *paragraphs(width, (card.pitfall, "")),
            ]
        answered = self.screen.sitting.strategy.answer(card.id).answered
        if answered:
            from impactcards.strategy.kinds import as_lines

            held = as_lines(card, self.screen.sitting.strategy, self.screen.sitting.speak)
            lines += [Content(), Content.styled(say("The answer as it stands"), "bold")]
            lines += paragraphs(width, *((line, "") for line in held), hanging="· ")
        return Drawn(lines)

    def what_now(self) -> str:
        """What happens in this step, in one sentence."""
        return self.say("Read the question aloud.")


class WriteView(ReadView):
    """Everybody writes for themselves."""

    step: ClassVar[str] = "write"

    def what_now(self) -> str:
        say = self.say
        if self.session.clock.over(self.screen.now()):
            return say("Time is up. Nothing stops: go on when they are ready.")
        if not self.session.clock.running:
            return say("The clock stands. Space lets it run on.")
        return say("Silence: everybody writes for themselves.")
