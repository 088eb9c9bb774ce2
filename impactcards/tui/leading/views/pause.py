"""A break of the agenda."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from textual.content import Content

from impactcards.tui.leading.area import Drawn
from impactcards.tui.leading.views.view import View, paragraphs


class PauseView(View):
    """The break runs; when it is over nothing happens by itself."""

    step: ClassVar[str] = "break"
    bar: ClassVar[tuple[str, ...]] = ("next-step", "more-time", "less-time", "people", "room", "blank", "back-step")

    def draw(self, width: int, height: int) -> Drawn:
        say, now = self.say, self.screen.now()
        left = self.session.clock.left(now)
        back = (datetime.fromtimestamp(now).astimezone() + timedelta(seconds=max(0.0, left))).strftime("%H:%M")
        text = say("Back at {time}.", time=back) if left > 0 else say("The break is over. Go on when they are back.")
        return Drawn([Content(), *paragraphs(width, (say("Break"), "bold"), (text, ""))])
