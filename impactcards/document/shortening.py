"""Making the one page shorter where even small letters are not enough, and remembering where that was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from impactcards.document.blocks import (
    Block,
    Definitions,
    Entry,
    Listing,
    OnePage,
    Paragraph,
    Part,
    Run,
    Table,
    Text,
    plain,
)
from impactcards.records import record, replace
from impactcards.words import Words

#: From gentle to harsh: how many characters a text may have, and how many rows or items a block.
STEPS = ((220, 40), (150, 20), (110, 12), (90, 9), (70, 7), (55, 5), (40, 4), (30, 3), (20, 2), (12, 1))


@record
class Shortened:
    """A page that was made shorter; ``labels`` name the parts that lost something, in reading order."""

    page: OnePage
    labels: tuple[str, ...]


def shorten(page: OnePage, characters: int, rows: int, say: Words) -> Shortened:
    """The page with no text longer than ``characters``, and no more than ``rows`` rows, items or entries in a block."""
    labels: list[str] = []
    places: dict[str, tuple[Part, ...]] = {}
    for place in ("top", "left", "right", "foot"):
        label = ""
        found = []
        for part in getattr(page, place):
            label = part.label or label
            # What stands at the top is the sentence the page is about: it may be longer.
            cut = _Cut(characters * (3 if place == "top" else 1), rows, say)
            blocks = tuple(block for own in part.blocks for block in cut.blocks(own))
            if cut.did:
                labels.append(label or page.title)
            found.append(replace(part, blocks=blocks))
        places[place] = tuple(found)
    return Shortened(replace(page, **places), tuple(dict.fromkeys(labels)))


class _Cut:
    """Shortens blocks; ``did`` says whether anything was."""

    def __init__(self, characters: int, rows: int, say: Words) -> None:
        self._characters = characters
        self._rows = rows
        self._say = say
        self.did = False

    def blocks(self, block: Block) -> Iterator[Block]:
        match block:
            case Paragraph(text=text):
                yield replace(block, text=self._text(text))
            case Listing(items=items):
                yield replace(block, items=tuple(self._text(item) for item in items[: self._rows]))
                yield from self._more(items)
            case Table(rows=rows):
                yield replace(block, rows=tuple(tuple(self._words(cell) for cell in row) for row in rows[: self._rows]))
                yield from self._more(rows)
            case Definitions(entries=entries):
                yield Definitions(tuple(self._entry(entry) for entry in entries[: self._rows]))
                yield from self._more(entries)
            case _:
                yield block

    def _entry(self, entry: Entry) -> Entry:
        facts = tuple((label, self._words(text)) for label, text in entry.facts)
        return Entry(self._words(entry.term), facts)

    def _more(self, held: Sequence[object]) -> Iterator[Block]:
        """A line that says how many were left out."""
        if len(held) > self._rows:
            self.did = True
            yield Paragraph(plain(self._say.plural("and {n} more", "and {n} more", len(held) - self._rows)), "open")

    def _text(self, text: Text) -> Text:
        """The beginning of a text in voices."""
        left = self._characters
        found: list[Run] = []
        for run in text:
            if left <= 0:
                self.did = True
                break
            words = self._words(run.text, left)
            found.append(Run(words, run.emphasis))
            left -= len(run.text)
        return tuple(found)

    def _words(self, text: str, most: int = 0) -> str:
        """The beginning of a text, up to the end of a word."""
        most = most or self._characters
        if len(text) <= most:
            return text
        self.did = True
        cut = text[:most]
        return f"{(cut.rsplit(None, 1)[0] if ' ' in cut.strip() else cut).rstrip(' ,.;:–-')}…"


__all__ = ["STEPS", "Shortened", "shorten"]
