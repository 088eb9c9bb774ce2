"""Before the first card: who is here, what is open from last time, and the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from impactcards.strategy.sessions.people import Participant
from impactcards.tui.leading.area import Drawn
from impactcards.tui.leading.people import take_people
from impactcards.tui.leading.views.view import View, paragraphs

if TYPE_CHECKING:
    from impactcards.strategy.sessions import Typed


class ArrivalView(View):
    """Who is here: names, or just how many."""

    step: ClassVar[str] = "people"
    types: ClassVar[bool] = True
    timed: ClassVar[bool] = False
    bar: ClassVar[tuple[str, ...]] = ("next-step", "type", "agenda", "room", "blank", "help", "leave")
    typing_bar: ClassVar[tuple[str, ...]] = ("next-step", "take", "letters")

    def label(self) -> str:
        return self.say("who is here")

    def ghost(self) -> str:
        return self.say("Anna Ben (sales) Cem · or how many: 8")

    def draw(self, width: int, height: int) -> Drawn:
        say, session = self.say, self.session
        people, named = session.people, session.participants()
        each = say.plural("{n} vote each", "{n} votes each", session.votes_each)
        title = say.plural("{n} person", "{n} people", people) if people else say("Who is here?")
        lines = [Content.assemble((title, "bold"), (f" · {each}" if people else "", "$quiet")), Content()]
        lines += [Content.assemble(" · ", (_with_role(person), "")) for person in named]
        if people > len(named) and named:
            lines.append(Content.styled(" · " + say("{n} without a name", n=people - len(named)), "$quiet"))
        if not named:
            text = say(
                "Type their names, or how many there are. Without names all goes well, too: then nothing says who"
                " said what."
            )
            lines += paragraphs(width, (text, "$quiet"))
        lines += [
            Content(),
            *paragraphs(
                width,
                (say("A name with a minus in front (-Ben) leaves again. Come and go at any time with @."), "$quiet"),
            ),
        ]
        return Drawn(lines)

    def entered(self, typed: Typed) -> None:
        take_people(self.screen, typed.text)


def _with_role(person: Participant) -> str:
    return f"{person.name} ({person.role})" if person.role else person.name
