"""The list under a choice cell: what can be picked, narrowed by what is typed, with an offer to add what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len

from impactcards.deck.kinds import Option
from impactcards.tui.widgets.rows.offer import ADD, SIGNS, Offer
from impactcards.tui.widgets.rows.options import Entry, Options
from impactcards.tui.widgets.rows.wrap import wrapped

#: The most lines of entries in sight at once.
_TALLEST = 12
_NARROWEST = 26

_LEFT = 2


class Menu(Options):
    """Options with a line on top, over which the field lies while it holds the filter."""

    DEFAULT_CSS = """
    Menu {
        background: $panel;
        border: round $primary;
        & > .line--here { background: $primary-muted; color: $foreground; }
    }
    """

    def __init__(self, more: Callable[[str, int], str]) -> None:
        super().__init__(more, left=_LEFT)
        self.offer = Offer((), False, {})
        self.picked: tuple[str, ...] = ()
        self.typed = ""
        self.live = True

    @property
    def pinned(self) -> int:
        return 1

    def open(self, offer: Offer, picked: tuple[str, ...], typed: str) -> None:
        """Offer these things, beginning at the first that is picked."""
        self.offer, self.picked, self.typed = offer, picked, typed
        found = self._found()
        at = next((index for index, option in enumerate(found) if option.id in picked), 0)
        self.show(self._entries(found), 0 if typed else at)

    def narrow(self, typed: str) -> None:
        """Show only what fits ``typed``."""
        self.typed = typed
        self.show(self._entries(self._found()), 0)

    def tick(self, picked: tuple[str, ...], offer: Offer | None = None) -> None:
        """Show what is picked now."""
        self.picked = picked
        self.offer = offer or self.offer
        self.show(self._entries(self._found()), self.current)

    def step(self, by: int) -> None:
        """Go to the next entry or the one before."""
        at = self.current + by
        while 0 <= at < len(self.entries) and self.entries[at].heading:
            at += by
        if 0 <= at < len(self.entries):
            self.show(self.entries, at)
            self.reveal(self.top_of(at), self.height_of(at))

    def go_to(self, entry_id: str) -> None:
        """Go to the entry with this id."""
        self.show(self.entries, next((at for at, entry in enumerate(self.entries) if entry.id == entry_id), 0))

    @property
    def chosen(self) -> str:
        """The id of the current entry, or ``ADD``; empty where there is none."""
        return self.entries[self.current].id if self.current < len(self.entries) else ""

    def _found(self) -> list[Option]:
        words = self.typed.casefold().split()
        fitting = [option for option in self.offer.options if all(word in option.title.casefold() for word in words)]
        begun = tuple(f" {word}" for word in words)

        def distance(option: Option) -> int:
            """0 where the title begins with what was typed, 1 where each word begins one of its words, else 2."""
            title = f" {option.title.casefold()}"
            return 0 if words and title.startswith(begun[0]) else 1 if all(word in title for word in begun) else 2

        return sorted(fitting, key=distance)

    def _entries(self, found: Sequence[Option]) -> list[Entry]:
        offer, typed = self.offer, self.typed.strip()
        entries = [
            Entry(
                option.id, option.title, sign=SIGNS[offer.several, option.id in self.picked],
                note=offer.notes.get(option.id, ""), style="bold" if option.id in self.picked else "text",
            )
            for option in found
        ]  # fmt: skip
        if not offer.options and not typed and offer.empty:
            entries.append(Entry("", offer.empty, heading=True, style="quiet"))
        same = any(option.title.casefold() == typed.casefold() for option in offer.options)
        if offer.add is not None and typed and not same:
            entries.append(Entry(ADD, offer.add(typed), sign="+"))
        elif not entries:
            entries.append(Entry("", "–", heading=True, style="quiet"))
        return entries

    def wanted_size(self, room: int) -> tuple[int, int]:
        """How wide and tall the list would like to be in ``room`` cells, with its frame and the filter's line."""
        texts = [f"{entry.title}  {entry.note}" if entry.note else entry.title for entry in self.entries]
        widest = max((cell_len(text) for text in texts), default=0)
        beside = _LEFT + 2 + 1 + 2
        width = min(max(_NARROWEST, widest + beside), max(_NARROWEST, room * 3 // 4), room)
        lines = sum(self._lines_of(entry, width - beside) for entry in self.entries)
        return width, min(_TALLEST, max(1, lines)) + 3

    def _lines_of(self, entry: Entry, width: int) -> int:
        """How many lines an entry takes in ``width`` cells: its note stands on a line of its own where it has to."""
        beside = not entry.note or cell_len(entry.title) + cell_len(entry.note) + 2 <= width
        return len(wrapped(entry.title, width)) + (0 if beside else 1)
