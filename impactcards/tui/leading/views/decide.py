"""Deciding: the ideas by their votes, the winners ticked; then the card's ordinary editor for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from impactcards.strategy.numbers import show_number
from impactcards.strategy.sessions import Idea
from impactcards.strategy.sessions.steps import rates
from impactcards.tui.keys import Deed
from impactcards.tui.leading.area import Drawn
from impactcards.tui.leading.deeds import named
from impactcards.tui.leading.result import answer_lines, figure_lines, option_lines, said_lines, vote_lines
from impactcards.tui.leading.views.view import View

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
            return named("next-step", "tick", "wording", "order", "why", "dissent", "undo", "back-step", "note-action")
        return named("next-step", "wording", "why", "dissent", "undo", "back-step", "note-action", "park")

    def how_to_type(self) -> str:
        return "" if self.screen.has_class("-answering") else self.say("i: type here")

    # -- what is seen -----------------------------------------------------------------------------------------------

    def draw(self, width: int, height: int) -> Drawn:
        screen = self.screen
        said = said_lines(screen, width)
        if self._rated:
            return Drawn([*figure_lines(screen, width), *said])
        ordered = self._ordered()
        if not ordered:
            return Drawn([*answer_lines(screen, width), *said])
        picked = self._picked()
        self._mark = max(0, min(self._mark, len(ordered) - 1))
        lines = vote_lines(screen, picked, width)
        head = len(lines)
        lines += option_lines(ordered, picked, at=self._mark, width=width)
        return Drawn([*lines, *said], head + self._mark, [*[0] * head, *(idea.number for idea in ordered)])

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
        if self._rated and not self.session.decided:
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
        screen.done("")
        return True


def take_as_it_stands(screen: LeadingScreen) -> str:
    """Make the ideas as they stand the answer of the card, unless the group has decided. Says what was decided."""
    session = screen.session
    if session.card is None or session.decided or not session.groups():
        return ""
    return DecideView(screen).take_winners()
