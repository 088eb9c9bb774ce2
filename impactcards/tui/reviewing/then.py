"""The strip over the answer in a review: why the card is dealt, what was answered last time, what became of it."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message as TextualMessage

from impactcards.deck.model import Card
from impactcards.strategy import kinds
from impactcards.strategy.dates import show_date
from impactcards.strategy.reviews import Review
from impactcards.tui.widgets.line import Block
from impactcards.words import N_, Words, words

#: The most lines of last time's answer that are shown; all of them stand in the comparison.
MOST = 4

_BECAME = {
    "kept": N_("kept: it is still true"),
    "changed": N_("changed"),
    "dropped": N_("dropped"),
}


class Then(Block):
    """Shows last time's side of a card. A click asks for the whole comparison."""

    DEFAULT_CSS = """
    Then { padding: 0 1; margin: 0 1; max-height: 8; background: $surface; color: $foreground; pointer: pointer; }
    .-high Then { margin: 0 1 1 1; }
    """

    class Clicked(TextualMessage):
        """All of last time's answer is wanted beside the new one."""

    def __init__(self, review: Review, say: Words) -> None:
        super().__init__(id="then")
        self._review = review
        self._say = say

    def show_card(self, card: Card, *, room: int = MOST) -> None:
        """Show what is known of a card from before the review; ``room`` is the most lines of its answer."""
        parts = [self._why(card), *self._last_time(card, room), *self._became(card)]
        self.show(Content("\n").join([part for part in parts if part.plain]))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked())

    def _why(self, card: Card) -> Content:
        """The reasons, but for findings: those stand under the answer, where something can be done about them."""
        speak = words(self._review.strategy.language)
        reasons = [speak(why) for why in self._review.why_dealt(card) if "finding" not in why.params]
        return Content.styled(" ".join(reasons), "$quiet")

    def _last_time(self, card: Card, room: int) -> list[Content]:
        say, review = self._say, self._review
        then, now = review.then(card), review.strategy.answer(card.id)
        day = review.then_day(card)
        shown = show_date(day, say.language) if day else ""
        if not then.answered:
            return [Content.styled(say("There was no answer last time."), "$quiet")]
        heading = say("Last time ({date}):", date=shown) if shown else say("Last time:")
        if now.value == then.value:
            same = say("the answer below. Still true?") if not review.did(card) else say("the answer below.")
            return [Content.assemble((heading, "bold"), " ", same)]
        return self._what_is_gone(card, Content.styled(heading, "bold"), room)

    def _what_is_gone(self, card: Card, heading: Content, room: int) -> list[Content]:
        """The lines of last time's answer that stand there no longer; how many others do is counted."""
        say, review = self._say, self._review
        lines = [" ".join(line.split()) for line in kinds.as_lines(card, review.before, say)]
        still = {" ".join(line.split()) for line in kinds.as_lines(card, review.strategy, say)}
        gone = [line for line in lines if line not in still]
        width = max(20, (self.size.width or self.app.size.width) - 6)
        if len(lines) == 1:
            held = Content.assemble(heading, " ", lines[0])
            return [held.truncate(width * room, ellipsis=True)]
        shown = gone if len(gone) <= room else gone[: room - 1]
        parts = [Content(f"  {line}").truncate(width, ellipsis=True) for line in shown]
        rest = []
        if len(gone) > len(shown):
            rest.append(say.plural("{n} more is gone", "{n} more are gone", len(gone) - len(shown)))
        if len(lines) > len(gone):
            rest.append(say.plural("{n} as below", "{n} as below", len(lines) - len(gone)))
        count = Content.styled(", ".join(rest), "$quiet")
        return [Content.assemble(heading, " ", count), *parts]

    def _became(self, card: Card) -> list[Content]:
        did = self._review.did(card)
        if not did:
            return []
        why = self._review.why(card)
        said = Content.assemble(("✓ ", "$success bold"), self._say(_BECAME[did]))
        return [Content.assemble(said, (f" · {why}" if why else "", "$quiet"))]
