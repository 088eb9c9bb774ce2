"""Ideas as lines of text: numbered, in one column or two, with what was said twice, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from impactcards.strategy.sessions import Idea
from impactcards.tui.leading.area import Drawn
from impactcards.tui.widgets.rows.wrap import cut, folded
from impactcards.words import Words

if TYPE_CHECKING:
    from impactcards.tui.leading.screen import LeadingScreen

#: From this width on, ideas that do not fit into one column stand in two.
TWO = 76


def aside(screen: LeadingScreen, idea: Idea) -> str:
    """What stands behind an idea: its voices, and who said it first."""
    voices = screen.session.voices(idea.number) if idea.parts else idea.voices
    parts = [f"×{voices}"] if voices > 1 else []
    name = screen.session.name_of(idea.by) if idea.by else ""
    return "  ".join([*parts, *([name] if name else [])])


def idea_line(idea: Idea, width: int, behind: str, *, mark: str = " ", style: str = "") -> Content:
    """``▶12 Fewer, better posts   ×2  Anna``"""
    tail = f"  {behind}" if behind else ""
    text = cut(idea.text, max(4, width - 6 - Content(tail).cell_length))
    return Content.assemble(
        (mark, "$primary bold"), (f"{idea.number:>3}", "$primary bold"), "  ", (text, style), (tail, "$quiet")
    )


def listed(screen: LeadingScreen, ideas: Sequence[Idea], width: int, height: int) -> Drawn:
    """Ideas in their order, the newest last and in sight; two columns where one is too short for them."""
    if len(ideas) > height and width >= TWO:
        return _in_two(screen, ideas, width)
    lines, marks = [], []
    for idea in ideas:
        behind = aside(screen, idea)
        room = max(10, width - 6 - (Content(behind).cell_length + 2 if behind else 0))
        for n, part in enumerate(folded(idea.text, room, 2)):
            lines.append(
                Content.assemble(
                    (f" {idea.number:>3}  " if n == 0 else " " * 6, "$primary bold"), part,
                    (f"  {behind}" if behind and n == 0 else "", "$quiet"),
                )
            )  # fmt: skip
            marks.append(idea.number)
    return Drawn(lines, len(lines) - 1, marks)


def _in_two(screen: LeadingScreen, ideas: Sequence[Idea], width: int) -> Drawn:
    column = (width - 2) // 2
    half = (len(ideas) + 1) // 2
    lines = []
    for n in range(half):
        left = idea_line(ideas[n], column, aside(screen, ideas[n]))
        right = ideas[half + n : half + n + 1]
        second = idea_line(right[0], column, aside(screen, right[0])) if right else Content()
        lines.append(Content.assemble(left, " " * max(2, column + 2 - left.cell_length), second))
    return Drawn(lines, len(lines) - 1)


def counted(ideas: Sequence[Idea], say: Words) -> str:
    """``16 ideas``"""
    return say.plural("{n} idea", "{n} ideas", len(ideas))
