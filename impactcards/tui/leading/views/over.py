"""After the last card: what was decided is read back, and the session is ended, or goes on another day."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from impactcards.strategy.kinds import as_lines
from impactcards.tui.leading.actions import action_lines
from impactcards.tui.leading.area import Drawn
from impactcards.tui.leading.views.view import View, paragraphs


class OverView(View):
    """The decisions and the actions, to be read aloud."""

    step: ClassVar[str] = "over"
    timed: ClassVar[bool] = False
    bar: ClassVar[tuple[str, ...]] = (
        "end-session",
        "read-on",
        "document",
        "note-action",
        "agenda",
        "back-step",
        "room",
    )

    def draw(self, width: int, height: int) -> Drawn:
        say, session, sitting = self.say, self.session, self.screen.sitting
        lines = [Content.styled(say("That was the last card. Read aloud what was decided:"), "bold"), Content()]
        for entry in session.agenda.entries:
            card = session.strategy.deck.card(entry.card)
            held = session.round_of(entry.card) if card else None
            if card is None or (held is None and entry.left_out):
                continue
            answer = (
                as_lines(card, sitting.strategy, sitting.speak)
                if held is not None and held.decision and held.decision.value is not None
                else []
            )
            lines.append(Content.styled(card.title, "bold"))
            lines += paragraphs(width, *((text, "") for text in answer or [say("not decided")]), hanging="  · ")
        actions = session.actions()
        if actions:
            lines += [Content(), Content.styled(say("Actions"), "bold"), *action_lines(actions, session, say, width)]
        mine = [each for each in session.parked() if each.session == session.id]
        if mine:
            lines += [Content(), Content.styled(say("The parking lot"), "bold")]
            lines += paragraphs(width, *((each.text, "") for each in mine), hanging="  · ")
        return Drawn(lines)

    def key(self, key: str) -> bool:
        if key not in ("up", "down"):
            return False
        from impactcards.tui.leading.area import Area

        self.screen.query_one(Area).scroll_lines(1 if key == "down" else -1)
        return True
