"""A comparison for the terminal: lines marked + (came), − (went) or ~ (changed), in the strategy's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from impactcards.document.comparison import by_suit, span, summary
from impactcards.strategy.comparing import (
    CardChange,
    CellChange,
    Comparison,
    EntryChange,
    Part,
    RowChange,
    Stretch,
    TextChange,
    ValueChange,
    changed_lines,
    is_rewritten,
)
from impactcards.strategy.versions import Version
from impactcards.words import N_, Words

#: So many unchanged words stay on each side of a change.
AROUND = 12

_CAME, _WENT, _CHANGED = "+", "−", "~"

_HOW = {
    "answered": N_("{title} (newly answered)"),
    "emptied": N_("{title} (no longer answered)"),
    "changed": "{title}",
    "beside": "{title}",
}

_PUT_OFF = {
    "later": N_("Now left for later."),
    "skipped": N_("Now left out on purpose."),
    "": N_("No longer put off."),
}


def lines(
    comparison: Comparison, say: Words, *, since: Version | None, until: Version | None, width: int = 100
) -> Iterator[str]:
    """A comparison line by line, no line wider than ``width`` characters where words allow it."""
    yield span(comparison, say, since=since, until=until)
    yield summary(comparison, say)
    page = _Page(say, width)
    for title, cards in by_suit(comparison, say):
        yield ""
        yield title
        for change in cards:
            yield ""
            yield from page.card(change)


class _Page:
    def __init__(self, say: Words, width: int) -> None:
        self.say = say
        self._width = max(width, 40)

    def card(self, change: CardChange) -> Iterator[str]:
        say = self.say
        yield "  " + say(_HOW[change.how], title=change.title)
        if change.sealed:
            yield from self._wrapped("    ", say("Changed, and sealed until the next review."))
        for part in change.parts:
            yield from self._part(part)
        if change.note is not None:
            yield "    " + say("Note:")
            yield from self._text("      ", change.note)
        if change.put_off is not None:
            yield from self._wrapped(f"    {_CHANGED} ", say(_PUT_OFF[change.put_off.after]))
        for waived in change.waived:
            if waived.before:
                yield from self._wrapped(f"    {_WENT} ", say("Seen and left as it is: {reason}", reason=waived.before))
            if waived.after:
                yield from self._wrapped(f"    {_CAME} ", say("Seen and left as it is: {reason}", reason=waived.after))

    def _part(self, part: Part) -> Iterator[str]:
        match part:
            case TextChange():
                yield from self._text("    ", part)
            case ValueChange():
                yield from self._value("    ", "", part.before, part.after)
            case EntryChange():
                yield from self._entry(part)
            case RowChange():
                yield from self._row(part)

    def _text(self, indent: str, change: TextChange) -> Iterator[str]:
        if not change.before or not change.after or is_rewritten(change.stretches):
            for mark, text in ((_WENT, change.before), (_CAME, change.after)):
                for line in text.split("\n"):
                    if line.strip():
                        yield from self._wrapped(f"{indent}{mark} ", line)
            return
        for stretches in changed_lines(change.stretches, AROUND):
            yield from self._wrapped(f"{indent}{_CHANGED} ", _marked(stretches))

    def _value(self, indent: str, title: str, before: str, after: str) -> Iterator[str]:
        """Before and after with an arrow where both fit on a line, else one below the other."""
        start = f"{title}: " if title else ""
        if before and after:
            line = f"{indent}{_CHANGED} {start}{before} → {after}"
            if len(line) <= self._width:
                yield line
                return
        if before:
            yield from self._wrapped(f"{indent}{_WENT} ", start + before)
        if after:
            yield from self._wrapped(f"{indent}{_CAME} ", start + after)

    def _entry(self, change: EntryChange) -> Iterator[str]:
        moved = " " + self._moved(change) if change.moved else ""
        match change.how:
            case "gone":
                yield from self._wrapped(f"    {_WENT} ", change.before)
            case "come":
                yield from self._wrapped(f"    {_CAME} ", change.after)
            case "moved":
                yield from self._wrapped(f"    {_CHANGED} ", change.after + moved)
            case _ if is_rewritten(change.stretches):
                yield from self._wrapped(f"    {_WENT} ", change.before)
                yield from self._wrapped(f"    {_CAME} ", change.after + moved)
            case _:
                yield from self._wrapped(f"    {_CHANGED} ", _marked(change.stretches) + moved)

    def _moved(self, change: EntryChange | RowChange) -> str:
        return self.say("(from place {before} to place {after})", before=change.was_at, after=change.is_at)

    def _row(self, change: RowChange) -> Iterator[str]:
        mark = {"gone": _WENT, "come": _CAME}.get(change.how, _CHANGED)
        name = f"{change.before} → {change.after}" if change.stretches else change.name
        moved = " " + self._moved(change) if change.was_at else ""
        yield from self._wrapped(f"    {mark} ", name + moved)
        for cell in change.cells:
            yield from self._cell(cell, change.how)

    def _cell(self, cell: CellChange, how: str) -> Iterator[str]:
        indent = " " * 6
        if how in ("gone", "come"):
            yield from self._wrapped(indent, f"{cell.title}: {cell.before or cell.after}")
        elif cell.stretches and not is_rewritten(cell.stretches):
            yield from self._wrapped(f"{indent}{_CHANGED} ", f"{cell.title}: {_marked(cell.stretches)}")
        elif len(cell.entries) > 1 and [entry.how for entry in cell.entries] != ["gone", "come"]:
            for entry in cell.entries:
                mark = _WENT if entry.how == "gone" else _CAME
                yield from self._wrapped(f"{indent}{mark} ", f"{cell.title}: {entry.before or entry.after}")
        else:
            before, after = cell.before, cell.after
            if len(cell.entries) == 1:
                before, after = cell.entries[0].before, cell.entries[0].after
            yield from self._value(indent, cell.title, before, after)

    def _wrapped(self, start: str, text: str) -> Iterator[str]:
        """A text behind ``start``, its further lines indented as far."""
        yield from wrap(
            " ".join(text.split()),
            self._width,
            initial_indent=start,
            subsequent_indent=" " * len(start),
            break_long_words=False,
            break_on_hyphens=False,
        ) or [start.rstrip()]


def _marked(stretches: Sequence[Stretch]) -> str:
    """Words in one line: what went as [−…], what came as [+…]."""
    marks = {"same": "{}", "gone": f"[{_WENT}{{}}]", "come": f"[{_CAME}{{}}]"}
    texts = [(stretch.how, " ".join(stretch.text.split())) for stretch in stretches]
    return " ".join(marks[how].replace("{}", text) for how, text in texts if text)


__all__ = ["lines"]
