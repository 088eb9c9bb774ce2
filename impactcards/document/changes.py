"""What changed of one card, as blocks: gone words struck through, new ones strong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import groupby

from impactcards.document.answers import answer_blocks
from impactcards.document.blocks import Block, Listing, Note, Paragraph, Run, Text, plain
from impactcards.document.material import Material
from impactcards.document.names import LONGEST_NAME, short_name
from impactcards.strategy.comparing import (
    CardChange,
    CellChange,
    Comparison,
    EntryChange,
    RowChange,
    Stretch,
    TextChange,
    ValueChange,
    changed_lines,
    is_rewritten,
)
from impactcards.strategy.findings import Finding
from impactcards.strategy.strategy import Strategy
from impactcards.words import N_, Words

#: So many unchanged words stay on each side of a change.
AROUND = 40

_ARROW = Run(" → ")

_BESIDE = {
    "later": N_("Now left for later."),
    "skipped": N_("Now left out on purpose."),
    "": N_("No longer put off."),
}

_WAIVED = {
    "come": N_("Seen and left as it is: {finding} Why: {reason}"),
    "gone": N_("No longer left as it is: {finding}"),
    "changed": N_("Still left as it is: {finding} Why now: {reason}"),
}


Namer = Callable[[str], str]


class ChangeBlocks:
    """Writes the changes of a comparison's cards. ``say`` speaks the newer strategy's language."""

    def __init__(self, comparison: Comparison, say: Words, today: date) -> None:
        self._comparison = comparison
        self.say = say
        self._today = today

    def of(self, change: CardChange) -> tuple[Block, ...]:
        """All that is told of a card, below its title."""
        if change.sealed:
            return (Paragraph(plain(self.say("Changed, and sealed until the next review.")), "open"),)
        return (*self._answer(change), *self._beside(change))

    # -- the answer -----------------------------------------------------------------------------------------------

    def _answer(self, change: CardChange) -> Iterator[Block]:
        say = self.say
        if change.how == "answered":
            yield Paragraph((Run(say("Newly answered."), "soft"),), "lead")
            yield from self._whole(self._newer, change) or self._parts(change)
        elif change.how == "emptied":
            yield Paragraph((Run(say("No longer answered. Before, it said:"), "soft"),), "lead")
            yield from self._whole(self._older, change) or self._parts(change)
        else:
            yield from self._parts(change)

    def _whole(self, material: Material, change: CardChange) -> tuple[Block, ...]:
        """An answer as the document writes it; nothing where its deck cannot read it."""
        card = material.deck.card(change.card)
        return answer_blocks(material, card) if card is not None and change.kind else ()

    @cached_property
    def _newer(self) -> Material:
        return Material(self._comparison.newer, (), self.say, self._today)

    @cached_property
    def _older(self) -> Material:
        return Material(self._comparison.older, (), self.say, self._today)

    def _parts(self, change: CardChange) -> tuple[Block, ...]:
        rows = [part for part in change.parts if isinstance(part, RowChange)]
        entries = [part for part in change.parts if isinstance(part, EntryChange)]
        blocks: list[Block] = []
        name = self._namer(change.card)
        for part in change.parts:
            if isinstance(part, TextChange):
                blocks += self._text(part)
            elif isinstance(part, ValueChange):
                blocks.append(Paragraph(tuple(_turned(part.before, part.after))))
        if change.kind == "choice" and [entry.how for entry in entries] == ["gone", "come"]:
            blocks.append(Paragraph(tuple(_turned(name(entries[0].before), name(entries[1].after)))))
        elif entries:
            blocks.append(Listing(tuple(self._entry(entry, name) for entry in entries)))
        return (*blocks, *_Rows(self.say, self._namer, change.card).blocks(rows))

    def _namer(self, card_id: str, column_id: str = "") -> Namer:
        """How what a card (or its column) picks is called: items of another card in short, as in the document."""
        for deck in (self._comparison.newer.deck, self._comparison.older.deck):
            card = deck.card(card_id)
            if card is not None and any(
                (column.id if column else "") == column_id for _, column in card.answer.sources()
            ):
                return _in_short
        return str

    def _text(self, change: TextChange) -> Iterator[Block]:
        say = self.say
        if not change.before or not change.after:
            word = say("New:") if change.after else say("Gone:")
            text = Run(change.after) if change.after else Run(change.before, "gone")
            yield Paragraph((Run(word, "strong"), Run(" "), text))
        elif is_rewritten(change.stretches):
            yield Paragraph((Run(say("Before:"), "strong"), Run(" "), Run(change.before, "gone")))
            yield Paragraph((Run(say("Now:"), "strong"), Run(" "), Run(change.after)))
        else:
            for line in changed_lines(change.stretches, AROUND):
                yield Paragraph(tuple(_runs(line)))

    def _entry(self, change: EntryChange, name: Namer) -> Text:
        say = self.say
        before, after = name(change.before), name(change.after)
        match change.how:
            case "gone":
                return (Run(say("Gone:") + " "), Run(before, "gone"))
            case "come":
                return (Run(say("New:") + " "), Run(after, "strong"))
            case "moved":
                return (Run(say("Moved:") + " "), Run(after), Run(" " + _moved(change, say)))
        moved = (Run(" " + _moved(change, say)),) if change.moved else ()
        return (Run(say("Reworded:") + " "), *_runs(_flat(change.stretches)), *moved)

    # -- beside the answer ----------------------------------------------------------------------------------------

    def _beside(self, change: CardChange) -> Iterator[Block]:
        say = self.say
        if change.note is not None:
            yield from self._note(change.note)
        if change.put_off is not None:
            yield Paragraph(plain(say(_BESIDE[change.put_off.after])))
        for waived in change.waived:
            strategy = self._comparison.older if waived.how == "gone" else self._comparison.newer
            finding = self._findings(strategy).get(waived.finding)
            if finding is not None and not self._newer.is_sealed_finding(finding):
                sentence = finding.worded(say)
            else:
                sentence = say("a finding that is no longer there.")
            yield Paragraph(plain(say(_WAIVED[waived.how], finding=sentence, reason=waived.after or "–")))

    def _note(self, change: TextChange) -> Iterator[Block]:
        say = self.say
        if not change.before:
            yield Note(say("New note:"), change.after)
        elif not change.after:
            yield Paragraph((Run(say("Note that is gone:"), "strong"), Run(" "), Run(change.before, "gone")))
        elif is_rewritten(change.stretches):
            yield Paragraph((Run(say("Note before:"), "strong"), Run(" "), Run(change.before, "gone")))
            yield Note(say("Note:"), change.after)
        else:
            yield Paragraph((Run(say("Note:"), "strong"), Run(" "), *_runs(_flat(change.stretches))))

    def _findings(self, strategy: Strategy) -> Mapping[str, Finding]:
        """The waived findings of a strategy that still hold, by id."""
        from impactcards.strategy.waiving import set_aside

        aside = set_aside(strategy, today=self._today)
        return {one.waived.finding_id: one.finding for one in aside if one.finding is not None}


class _Rows:
    """The rows of one table that changed."""

    def __init__(self, say: Words, namer: Callable[[str, str], Namer], card_id: str) -> None:
        self.say = say
        self._namer = namer
        self._card = card_id

    def blocks(self, rows: Sequence[RowChange]) -> Iterator[Block]:
        """Row by row; those of which one cell changed, or which are gone, take a line each, neighbours in one list."""
        for in_a_line, group in groupby(rows, key=_fits_a_line):
            if in_a_line:
                yield Listing(tuple(self._line(row) for row in group))
            else:
                yield from (block for row in group for block in self._row(row))

    def _line(self, change: RowChange) -> Text:
        name = self._row_name(change)
        if change.how == "gone":
            facts = [f"{cell.title}: {self._told(cell)}" for cell in change.cells]
            return (*name, Run(": " + "; ".join(facts))) if facts else name
        return (*name, Run(" – "), *self._cell(change.cells[0], change.how)) if change.cells else name

    def _row(self, change: RowChange) -> Iterator[Block]:
        yield Paragraph(self._row_name(change), "lead")
        yield Listing(tuple(self._cell(cell, change.how) for cell in change.cells))

    def _row_name(self, change: RowChange) -> Text:
        short = self._namer(self._card, "")
        name: list[Run] = [Run(short(change.name), "strong")]
        if change.how == "gone":
            name = [Run(short(change.before), "gone"), Run(" " + self.say("(gone)"))]
        elif change.how == "come":
            name.append(Run(" " + self.say("(new)")))
        elif change.stretches:
            name = list(_turned(change.before, change.after))
        if change.was_at:
            name.append(Run(" " + _moved(change, self.say)))
        return tuple(name)

    def _cell(self, cell: CellChange, how: str) -> Text:
        title, name = Run(f"{cell.title}: "), self._namer(self._card, cell.column)
        if how in ("gone", "come"):
            return (title, Run(self._told(cell)))
        if cell.stretches and not is_rewritten(cell.stretches):
            return (title, *_runs(_flat(cell.stretches)))
        hows = [entry.how for entry in cell.entries]
        if cell.entries and hows != ["gone", "come"]:
            runs = [
                [Run(name(entry.before), "gone")] if entry.how == "gone" else [Run(name(entry.after), "strong")]
                for entry in cell.entries
            ]
            return (title, *_parted(runs))
        return (title, *_turned(name(cell.before), name(cell.after)))

    def _told(self, cell: CellChange) -> str:
        """What the only side of a cell says."""
        name = self._namer(self._card, cell.column)
        return _listed([name(entry.before or entry.after) for entry in cell.entries]) or cell.after or cell.before


def _turned(before: str, after: str) -> Iterator[Run]:
    """Before, an arrow, after; or what there is of the two."""
    if before:
        yield Run(before, "gone")
    if before and after:
        yield _ARROW
    if after:
        yield Run(after, "strong")


def _runs(line: Iterable[Stretch]) -> Iterator[Run]:
    """Stretches as runs, a space between each two."""
    for at, stretch in enumerate(line):
        if at:
            yield Run(" ")
        yield Run(stretch.text, {"same": "plain", "gone": "gone", "come": "strong"}[stretch.how])  # type: ignore[arg-type]


def _flat(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Stretches on one line, line breaks as spaces."""
    for stretch in stretches:
        if text := " ".join(stretch.text.split()):
            yield Stretch(text, stretch.how)


def _parted(texts: Sequence[Sequence[Run]]) -> Iterator[Run]:
    for at, runs in enumerate(texts):
        if at:
            yield Run(", ")
        yield from runs


def _fits_a_line(change: RowChange) -> bool:
    return change.how == "gone" or (change.how != "come" and len(change.cells) == 1) or not change.cells


def _moved(change: EntryChange | RowChange, say: Words) -> str:
    return say("(from place {before} to place {after})", before=change.was_at, after=change.is_at)


def _listed(names: Sequence[str]) -> str:
    return ("; " if any("," in name for name in names) else ", ").join(names)


def _in_short(text: str) -> str:
    """An item that is picked, in short where it is a whole sentence."""
    return text if len(text) <= LONGEST_NAME else short_name(text)


__all__ = ["ChangeBlocks"]
