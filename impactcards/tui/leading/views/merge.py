"""Merging: like is put to like, by numbers or by dragging one idea onto another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from impactcards.tui.leading.area import Drawn
from impactcards.tui.leading.entering import enter_ideas, merge_ideas, split_idea
from impactcards.tui.leading.ideas import TWO, aside, idea_line, listed
from impactcards.tui.leading.views.view import View, paragraphs
from impactcards.tui.widgets.rows.wrap import cut

if TYPE_CHECKING:
    from impactcards.strategy.sessions import Typed

#: Takes an idea out of its group.
_APART = re.compile(r"-\s*(\d{1,3})")


class MergeView(View):
    """The groups: an idea, and under it those that say the same."""

    step: ClassVar[str] = "merge"
    types: ClassVar[bool] = True
    typing_bar: ClassVar[tuple[str, ...]] = (
        "next-step",
        "undo",
        "edit-last",
        "letters",
        "park",
        "next-card",
        "back-step",
    )

    def label(self) -> str:
        editing = self.screen.editing
        return self.say("edit {n}", n=editing) if editing else self.say("together")

    def ghost(self) -> str:
        return self.say("5=3 puts 5 under 3 · 7+9 fewer, better posts · -5 takes it out")

    def draw(self, width: int, height: int) -> Drawn:
        groups = self.session.groups()
        if not groups:
            return Drawn(paragraphs(width, (self.say("There are no ideas to put together."), "$quiet")))
        needed = sum(1 + len(group.parts) for group in groups)
        if needed > height and width >= TWO:
            plain = listed(self.screen, groups, width, height)
            return Drawn(plain.lines, 0, plain.marks)
        lines, marks = [], []
        for group in groups:
            lines.append(idea_line(group, width, aside(self.screen, group), style="bold" if group.parts else ""))
            marks.append(group.number)
            for number in group.parts:
                part = self.session.idea(number)
                if part is not None:
                    lines.append(Content.styled(f"        └ {number}  {cut(part.text, width - 14)}", "$quiet"))
                    marks.append(number)
        return Drawn(lines, 0, marks)

    def entered(self, typed: Typed) -> None:
        apart = _APART.fullmatch(typed.text)
        if apart:
            split_idea(self.screen, int(apart[1]))
        else:
            enter_ideas(self.screen, typed)

    def dragged(self, mark: int, onto: int) -> None:
        merge_ideas(self.screen, (mark, onto), "")
