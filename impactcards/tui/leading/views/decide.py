"""Deciding: the ideas by their votes, the winners ticked; then the card's ordinary editor for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from impactcards.strategy.numbers import show_number
from impactcards.strategy.sessions import Idea
from impactcards.strategy.sessions.steps import rates
from impactcards.tui.keys import Deed
from impactcards.tui.leading.area import Drawn
from impactcards.tui.leading.deeds import named
from impactcards.tui.leading.spread import spread_lines
from impactcards.tui.leading.views.view import View, paragraphs
from impactcards.tui.widgets.rows.wrap import cut

if TYPE_CHECKING:
    from impactcards.tui.leading.screen import LeadingScreen


class DecideView(View):
    """The result of the vote. Space ticks; Enter makes what is ticked the answer and opens it to be edited."""

    step: ClassVar[str] = "decide"

    def __init__(self, screen: LeadingScreen) -> None:
        super().__init__(screen)
        self._mark = 0

    # -- what there is ----------------------------------------------------------------------------------------------

    @property
    def _rated(self) -> bool:
        return rates(self.screen.sitting.card)

    def _ordered(self) -> list[Idea]:
        """Those that are picked, in their order; then the others by their votes."""
        session = self.session
        picked = self._picked()
        found = [session.idea(number) for number in dict.fromkeys((*picked, *session.proposal().ordered))]
        return [idea for idea in found if idea is not None]

    def _picked(self) -> tuple[int, ...]:
        """What is picked by the group, or would be by the votes as long as nobody said otherwise."""
        session = self.session
        return session.winners() if session.decision is not None and session.winners() else self._proposed()

    def _proposed(self) -> tuple[int, ...]:
        return tuple(self.session.proposal().winners) if not self._touched else ()

    _touched = False

    @property
    def _chooses(self) -> bool:
        """Whether there are ideas or options to choose from."""
        return bool(not self._rated and self.session.groups())

    def keys(self, *, typing: bool) -> tuple[Deed, ...]:
        if typing:
            return super().keys(typing=True)
        if self._chooses:
            return named("tick", "order", "wording", "next-step", "why", "dissent", "undo", "back-step", "note-action")
        return named("wording", "next-step", "why", "dissent", "undo", "back-step", "note-action", "park")

    def how_to_type(self) -> str:
        return self.say("i: type here")

    # -- what is seen -----------------------------------------------------------------------------------------------

    def draw(self, width: int, height: int) -> Drawn:
        if self._rated:
            return Drawn([*self._spread(width), *self._said(width)])
        ordered = self._ordered()
        if not ordered:
            return Drawn([*self._answer(width), *self._said(width)])
        picked = self._picked()
        self._mark = max(0, min(self._mark, len(ordered) - 1))
        most = max((idea.votes or 0 for idea in ordered), default=0)
        head = self._result(width, picked)
        lines, marks = list(head), [0] * len(head)
        bar = max(6, min(20, width // 4))
        for n, idea in enumerate(ordered):
            lines.append(self._line(idea, picked, n == self._mark, width, bar, most))
            marks.append(idea.number)
        lines += self._said(width)
        return Drawn(lines, len(head) + self._mark, marks)

    def _line(self, idea: Idea, picked: tuple[int, ...], here: bool, width: int, bar: int, most: int) -> Content:
        ticked = idea.number in picked
        place = f"{picked.index(idea.number) + 1}" if ticked and len(picked) > 1 else ""
        votes = "" if idea.votes is None else str(idea.votes)
        filled = round(bar * (idea.votes or 0) / most) if most else 0
        tail = f"  ({' + '.join(map(str, idea.parts))})" if idea.parts else ""
        room = max(8, width - 14 - (bar + 5 if most else 0) - len(tail))
        text = cut(idea.text, room)
        pad = " " * max(1, room - Content(text).cell_length + 1)
        return Content.assemble(
            ("▸" if here else " ", "$primary bold"), ("☑" if ticked else "☐", "$success bold" if ticked else "$quiet"),
            (f"{place:>2} ", "$success bold"), (f"{idea.number:>3}  ", "$primary bold" if here else "$quiet"),
            (text, "bold" if ticked else ""), (tail, "$quiet"), pad,
            ("█" * filled + " " * (bar - filled), "$success" if ticked else "$quiet") if most else "",
            (f" {votes:>3}", "bold") if most else "",
        )  # fmt: skip

    def _result(self, width: int, picked: tuple[int, ...]) -> list[Content]:
        say, session = self.say, self.session
        cast, of = session.votes_cast(), session.votes_all()
        parts = []
        if cast:
            parts.append(
                say("All {n} votes are in.", n=cast)
                if cast == of
                else say.plural("{n} vote was counted.", "{n} votes were counted.", cast)
            )
        note = session.proposal().note
        if note is not None:
            parts.append(say(note))
        if session.decision is not None and session.winners():
            parts.append(say("These are the answer now."))
        elif picked:
            parts.append(say("{key} makes what is ticked the answer.", key=self.screen.shown_key("next-step")))
        return [*paragraphs(width, (" ".join(parts), "bold")), Content()] if parts else []

    def _spread(self, width: int) -> list[Content]:
        say, session, card = self.say, self.session, self.screen.sitting.card
        values = [rating.value for rating in session.ratings()]
        lines = []
        if values:
            low, high = min(values), max(values)
            text = (
                say("All say the same.")
                if low == high and len(values) > 1
                else say.plural("{n} figure", "{n} figures", len(values))
            )
            lines = [Content.styled(text, "bold"), *spread_lines(card, values, width, session.strategy.language)]
            note = session.proposal().note
            lines += paragraphs(width, (say(note), "$quiet")) if note is not None else []
            lines.append(Content())
        value = session.proposal().value
        if session.decision is None and value is not None:
            shown = show_number(value, session.strategy.language)
            key = self.screen.shown_key("next-step")
            text = say("{key} makes the middle one the answer: {value}. A digit says another.", key=key, value=shown)
            if card.answer.kind != "scale":
                text = say(
                    "{key} makes the middle one the answer: {value}. Enter writes another.", key=key, value=shown
                )
            return [*lines, *paragraphs(width, (text, "bold"))]
        return [*lines, *self._answer(width)]

    def _answer(self, width: int) -> list[Content]:
        """The answer as it stands, and how to write it."""
        from impactcards.strategy.kinds import as_lines

        say, sitting = self.say, self.screen.sitting
        held = as_lines(sitting.card, sitting.strategy, sitting.speak)
        if not held:
            return paragraphs(width, (say("Nothing is decided yet. Enter writes the answer."), ""))
        return [
            Content.styled(say("The answer"), "bold"),
            *paragraphs(width, *((line, "bold $success") for line in held), hanging="  "),
        ]

    def _said(self, width: int) -> list[Content]:
        """Why, and who disagrees."""
        say, decision = self.say, self.session.decision
        if decision is None:
            return []
        lines = paragraphs(width, (say("Why: {why}", why=decision.why), "")) if decision.why else []
        for said in decision.dissent:
            who = self.session.name_of(said.by) if said.by else say("somebody")
            lines += paragraphs(width, (say("{who} disagrees: {text}", who=who, text=said.text), "$quiet"))
        return [Content(), *lines] if lines else []

    # -- keys -------------------------------------------------------------------------------------------------------

    def key(self, key: str) -> bool:
        screen, ordered = self.screen, self._ordered() if self._chooses else []
        if key == "escape":
            return self._close_editor()
        if key == "enter":
            self.open_editor()
            return True
        if self._rated and key.isdigit():
            return self._figure(key)
        if not ordered:
            return False
        idea = ordered[max(0, min(self._mark, len(ordered) - 1))]
        if key in ("up", "down"):
            self._mark = max(0, min(self._mark + (1 if key == "down" else -1), len(ordered) - 1))
            screen.show_all()
        elif key == "space":
            self.tick(idea)
        elif key in ("shift+up", "shift+down"):
            self._move(idea, 1 if key == "shift+down" else -1)
        else:
            return False
        return True

    def clicked(self, mark: int) -> None:
        ordered = self._ordered()
        self._mark = next((n for n, idea in enumerate(ordered) if idea.number == mark), 0)
        self.tick(ordered[self._mark])

    def tick(self, idea: Idea) -> None:
        """Let an idea be among the answer, or not."""
        picked = self._picked()
        off = idea.number in picked
        self._pick([n for n in picked if n != idea.number] if off else [*picked, idea.number])
        text = (
            self.say("No longer the answer: ‹{idea}›", idea=idea.text)
            if off
            else self.say("Now the answer, too: ‹{idea}›", idea=idea.text)
        )
        self._follow(idea)
        self.screen.done(text)

    def _move(self, idea: Idea, step: int) -> None:
        picked = list(self._picked())
        if idea.number not in picked:
            self.screen.done(self.say("Only what is ticked has an order."))
            return
        at = picked.index(idea.number)
        to = max(0, min(at + step, len(picked) - 1))
        picked.insert(to, picked.pop(at))
        self._pick(picked)
        self._follow(idea)
        self.screen.done(self.say("‹{idea}› is number {n} now.", idea=idea.text, n=to + 1))

    def _follow(self, idea: Idea) -> None:
        self._mark = next((n for n, found in enumerate(self._ordered()) if found.number == idea.number), 0)

    def _pick(self, numbers: list[int]) -> bool:
        self._touched = True
        return self.session.pick_winners(numbers)

    def _figure(self, digit: str) -> bool:
        card = self.screen.sitting.card
        if card.answer.kind != "scale":
            return False
        self.session.decide(int(digit))
        self.screen.done(self.say("Decided: {value}", value=digit))
        return True

    # -- the answer -------------------------------------------------------------------------------------------------

    def take_winners(self) -> str:
        """Make what is ticked, or the middle figure, the answer, if nothing is decided yet. Returns it in words."""
        if self._rated and self.session.decision is None:
            value = self.session.proposal().value
            if value is not None and self.session.decide(value):
                return self.say("Decided: {value}", value=show_number(value, self.session.strategy.language))
        if not self._chooses or self._touched or self.session.winners():
            return ""
        picked = self._picked()
        if not picked or not self._pick(list(picked)):
            return ""
        names = " · ".join(f"‹{idea.text}›" for number in picked if (idea := self.session.idea(number)))
        return self.say("Decided: {what}", what=names)

    def left(self) -> str:
        self.screen.editor.flush()
        said = self.take_winners()
        self.session.follow_answer()
        return said

    def open_editor(self) -> None:
        """The card's ordinary editor, with what is ticked in it."""
        said = "" if self._rated else self.take_winners()
        screen = self.screen
        screen.editor.refresh_answer()
        screen.show_answer(True)
        screen.editor.take_focus()
        screen.done(said or self.say("Edit the answer. Esc is done."))

    def _close_editor(self) -> bool:
        screen = self.screen
        if not screen.has_class("-answering"):
            return False
        screen.editor.flush()
        self.session.follow_answer()
        screen.show_answer(False)
        screen.set_focus(None)
        screen.show_all()
        return True


def take_as_it_stands(screen: LeadingScreen) -> str:
    """Make the ideas as they stand the answer of the card, unless the group has decided. Says what was decided."""
    session = screen.session
    if session.card is None or session.decision is not None or not session.groups():
        return ""
    return DecideView(screen).take_winners()
