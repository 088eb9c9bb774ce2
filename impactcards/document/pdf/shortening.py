"""Making the one page fit where the smallest text is too large for it: long texts are cut, and it is said which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from impactcards.document.blocks import (
    Bars,
    Block,
    Definitions,
    Entry,
    Heading,
    Listing,
    Note,
    OnePage,
    Paragraph,
    Part,
    Run,
    Table,
    Text,
)
from impactcards.records import record, replace

_Any = TypeVar("_Any")

_SIGN = "…"


@record
class Step:
    """How much is left of anything: so many letters of a text, so many entries of a list, so many rows."""

    letters: int
    entries: int


#: From hardly noticed to what always fits.
STEPS = (Step(400, 16), Step(240, 12), Step(150, 9), Step(90, 7), Step(60, 5), Step(40, 3), Step(25, 2), Step(12, 1))

#: So many parts stand in one place at the last step.
_MOST_PARTS = 12


class Shortener:
    """Shortens a page to a step. ``said`` names what was shortened: the part's label, or how its text begins."""

    def __init__(self, step: Step) -> None:
        self._step = step
        self._cut = False
        self.said: list[str] = []

    def page(self, page: OnePage) -> OnePage:
        """The page, with what is too much cut."""
        places = {name: self._parts(getattr(page, name)) for name in ("top", "left", "right", "foot")}
        return replace(page, **places)

    def _parts(self, parts: Sequence[Part]) -> tuple[Part, ...]:
        found = []
        label = ""
        most = _MOST_PARTS if self._step is STEPS[-1] else len(parts)
        for part in parts[:most]:
            label = part.label or label
            self._cut = False
            blocks = tuple(self._block(block) for block in self._few(part.blocks))
            found.append(replace(part, blocks=blocks))
            if self._cut:
                self._name(label or _beginning(part.blocks))
        for part in parts[most:]:
            label = part.label or label
            self._name(label or _beginning(part.blocks))
        return tuple(found)

    def _name(self, name: str) -> None:
        if name and name not in self.said:
            self.said.append(name)

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return replace(block, text=self._text(block.text))
            case Listing():
                items = tuple(self._text(item) for item in self._few(block.items))
                return replace(block, items=self._more(block.items, items, ((Run(_SIGN),),)))
            case Table():
                rows = tuple(tuple(self._line(cell) for cell in row) for row in self._few(block.rows))
                sign = (_SIGN, *("" for _ in block.columns[1:]))
                return replace(block, rows=self._more(block.rows, rows, (sign,)))
            case Definitions():
                entries = tuple(self._entry(entry) for entry in self._few(block.entries))
                return replace(block, entries=self._more(block.entries, entries, (Entry(_SIGN, ()),)))
            case Bars():
                return replace(block, rows=self._few(block.rows))
            case Note():
                return replace(block, text=self._line(block.text))
            case Heading():
                return replace(block, text=self._line(block.text))
        return block

    def _entry(self, entry: Entry) -> Entry:
        facts = tuple((label, self._line(text)) for label, text in self._few(entry.facts))
        return replace(entry, term=self._line(entry.term), facts=facts)

    def _few(self, entries: tuple[_Any, ...]) -> tuple[_Any, ...]:
        self._cut = self._cut or len(entries) > self._step.entries
        return entries[: self._step.entries]

    @staticmethod
    def _more(all_of: Sequence[_Any], some: tuple[_Any, ...], sign: tuple[_Any, ...]) -> tuple[_Any, ...]:
        return some if len(some) == len(all_of) else (*some, *sign)

    def _line(self, text: str) -> str:
        if len(text) <= self._step.letters:
            return text
        self._cut = True
        kept = text[: self._step.letters]
        return (kept.rsplit(None, 1)[0] if " " in kept.strip() else kept).rstrip(" ,;:.–") + _SIGN

    def _text(self, text: Text) -> Text:
        """Runs up to the step's letters; what goes on after that is cut."""
        left = self._step.letters
        if sum(len(run.text) for run in text) <= left:
            return text
        self._cut = True
        found: list[Run] = []
        for run in text:
            if len(run.text) >= left:
                found.append(
                    replace(run, text=run.text[:left].rsplit(None, 1)[0].rstrip(" ,;:.–") + _SIGN if left else _SIGN)
                )
                break
            found.append(run)
            left -= len(run.text)
        return tuple(found)


def _beginning(blocks: Sequence[Block]) -> str:
    """How the first text of some blocks begins, to name a part that has no label."""
    for block in blocks:
        text = ""
        if isinstance(block, Paragraph):
            text = "".join(run.text for run in block.text)
        elif isinstance(block, Listing) and block.items:
            text = "".join(run.text for run in block.items[0])
        elif isinstance(block, Table) and block.columns:
            text = " ".join(column.title for column in block.columns)
        elif isinstance(block, Definitions) and block.entries:
            text = block.entries[0].term
        if line := " ".join(text.split()):
            return line if len(line) <= 40 else line[:39].rstrip() + _SIGN
    return ""


__all__ = ["STEPS", "Shortener", "Step"]
