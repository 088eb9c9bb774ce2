"""The agenda before the first card: each card with its time, and minutes moved from one to another."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual.content import Content

from impactcards.strategy.sessions.agenda import move_minutes
from impactcards.tui.leading.area import Drawn
from impactcards.tui.leading.running import agenda_rows
from impactcards.tui.leading.views.view import View, paragraphs


class AgendaView(View):
    """What comes, and when."""

    step: ClassVar[str] = "agenda"
    timed: ClassVar[bool] = False
    bar: ClassVar[tuple[str, ...]] = ("begin", "minutes", "other-entry", "back-step", "room", "help", "leave")

    _at = 0

    def draw(self, width: int, height: int) -> Drawn:
        say, session = self.say, self.session
        agenda = session.agenda
        rows = agenda_rows(session, datetime.now().astimezone(), say, width, mark=self._at)
        until = rows.ends.strftime("%H:%M")
        lines = [Content.styled(say("{n} minutes, until {time}", n=f"{agenda.total:g}", time=until), "bold"), Content()]
        head = len(lines)
        lines += rows.lines
        if agenda.left_out:
            titles = ", ".join(card.title for card in agenda.left_out)
            lines += [
                Content(),
                *paragraphs(width, (say("Left out for lack of time: {titles}.", titles=titles), "$quiet")),
            ]
        return Drawn(lines, head + self._at)

    def key(self, key: str) -> bool:
        entries = self.session.agenda.entries
        if key in ("up", "down"):
            self._at = max(0, min(self._at + (1 if key == "down" else -1), len(entries) - 1))
        elif key in ("plus", "minus") and entries:
            self._give(1 if key == "plus" else -1)
        else:
            return False
        self.screen.show_all()
        return True

    def _give(self, minutes: int) -> None:
        """Give a minute to the marked entry from the longest other one, or the other way round."""
        session = self.session
        entries = session.agenda.entries
        others = [n for n in range(len(entries)) if n != self._at]
        if not others:
            return
        other = max(others, key=lambda n: entries[n].minutes * minutes)
        source, target = (other, self._at) if minutes > 0 else (self._at, other)
        session.set_agenda(move_minutes(session.agenda, source, target, 1))
        self.screen.say_once(
            self.say("A minute from {source} to {target}.", source=self._title(source), target=self._title(target))
        )

    def _title(self, at: int) -> str:
        card = self.session.strategy.deck.card(self.session.agenda.entries[at].card)
        return f"‹{card.title}›" if card else self.say("the break")
