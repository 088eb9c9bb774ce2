"""Stretches of a long text, cut down to what changed and a few words around it."""

from __future__ import annotations

from collections.abc import Sequence

from impactcards.records import replace
from impactcards.strategy.comparing.change import Stretch

#: Stands for unchanged words that are left out.
GAP = "…"


def changed_lines(stretches: Sequence[Stretch], keep: int) -> list[list[Stretch]]:
    """The lines of a text in which something changed, as stretches without line feeds. ``keep`` is how many unchanged
    words stay on each side of a change; a line of :data:`GAP` alone stands for lines in which nothing changed."""
    lines: list[list[Stretch]] = [[]]
    for stretch in stretches:
        for number, text in enumerate(stretch.text.split("\n")):
            if number:
                lines.append([])
            if text.strip():
                lines[-1].append(replace(stretch, text=text.strip()))
    shown: list[list[Stretch]] = []
    gap = [Stretch(GAP, "same")]
    for line in lines:
        if any(stretch.how != "same" for stretch in line):
            shown.append(_shortened(line, keep))
        elif line and (not shown or shown[-1] != gap):
            shown.append(gap)
    return shown


def _shortened(line: Sequence[Stretch], keep: int) -> list[Stretch]:
    last = len(line) - 1
    return [
        stretch if stretch.how != "same" else replace(stretch, text=_around(stretch.text, keep, at == 0, at == last))
        for at, stretch in enumerate(line)
    ]


def _around(text: str, keep: int, first: bool, last: bool) -> str:
    words = text.split()
    head = [] if first else words[:keep]
    tail = [] if last else words[-keep:]
    if len(words) <= len(head) + len(tail) + 2:
        return text
    return " ".join([*head, GAP, *tail])


def is_rewritten(stretches: Sequence[Stretch]) -> bool:
    """Whether nothing of a text was kept: before and after are best read one below the other."""
    return [stretch.how for stretch in stretches] == ["gone", "come"]


__all__ = ["GAP", "changed_lines", "is_rewritten"]
