"""How the cells of a table are shown, what one edits in them, and how what was typed is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from rich.cells import cell_len

from impactcards.deck.kinds import ChoiceAnswer, Column, DateAnswer, NumberAnswer, ScaleAnswer, TextAnswer
from impactcards.strategy.dates import iso_date, parse_date, show_date
from impactcards.strategy.numbers import parse_number, show_number
from impactcards.strategy.values import Cell
from impactcards.tui.widgets.rows.wrap import folded, wrapped

FULL, HOLLOW, NOTHING = "●", "○", "·"

#: A column is made no wider than this for the sake of what stands in it.
NEEDED_AT_MOST = 48

#: What a column offers to choose: option or item id -> title.
Names = Mapping[str, str]


def is_typed(column: Column) -> bool:
    """Whether one types into this column's cells, rather than choosing or rating."""
    return isinstance(column.cell, TextAnswer | NumberAnswer | DateAnswer)


def dots(cell: Cell | None, scale: ScaleAnswer) -> str:
    """A rating as one sign a step, filled up to the one that was chosen."""
    steps = scale.high - scale.low + 1
    filled = cell - scale.low + 1 if isinstance(cell, int) else 0
    filled = max(0, min(filled, steps))
    return FULL * filled + HOLLOW * (steps - filled)


class CellWriter:
    """Shows and reads the cells of some columns in one language. ``names`` holds the titles for each choice column."""

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        language: str,
        today: date,
        names: Mapping[str, Names] | None = None,
        removed: Names | None = None,
    ) -> None:
        self.columns = tuple(columns)
        self.language = language
        self.today = today
        self.names = names or {}
        self.removed = removed or {}

    # -- showing ----------------------------------------------------------------------------------------------------

    def shown(self, column: int, cell: Cell | None) -> tuple[str, str]:
        """A cell's text and the name of its style; without its line breaks."""
        kind = self.columns[column].cell
        if isinstance(kind, ScaleAnswer):
            if isinstance(cell, str):
                return cell, "warn"
            return dots(cell, kind), "text" if cell is not None else "faint"
        if cell is None:
            return NOTHING, "faint"
        if isinstance(kind, ChoiceAnswer):
            titles, style = self._picks(self.columns[column], cell)
            return ", ".join(titles), style
        if isinstance(kind, NumberAnswer):
            if isinstance(cell, int | float):
                return show_number(cell, self.language) + (f" {kind.unit}" if kind.unit else ""), "text"
            return str(cell), "warn"
        if isinstance(kind, DateAnswer):
            text = str(cell)
            return (show_date(text, self.language, weekday=True), "text") if iso_date(text) else (text, "warn")
        return str(cell), "text"

    def _picks(self, column: Column, cell: Cell) -> tuple[list[str], str]:
        """The titles of what a cell picks, and the name of their style."""
        if not isinstance(cell, tuple):
            return [str(cell)], "warn"
        names = self.names.get(column.id, {})
        gone = any(picked not in names for picked in cell)
        return [names.get(picked) or self.removed.get(picked, picked) for picked in cell], "warn" if gone else "text"

    def lines(self, column: int, cell: Cell | None, width: int, name_lines: int = 1) -> tuple[tuple[str, ...], str]:
        """A cell's lines in ``width`` cells, and the name of their style. A picked name takes up to ``name_lines``.

        Picks stand all on one line if they fit; otherwise each begins a line, and what it takes beyond that is indented
        where there are several.
        """
        if isinstance(self.columns[column].cell, ChoiceAnswer) and cell is not None:
            titles, style = self._picks(self.columns[column], cell)
            joined = ", ".join(titles)
            if cell_len(joined) <= width and "\n" not in joined:
                return (joined,), style
            indent = " " if len(titles) > 1 else ""
            return tuple(line for title in titles for line in folded(title, width, name_lines, indent)), style
        text, style = self.shown(column, cell)
        return wrapped(text, width), style

    def is_whole(self, column: int, cell: Cell | None, lines: Sequence[str]) -> bool:
        """Whether a cell's lines show all of it; picked names may have been cut."""
        if not isinstance(self.columns[column].cell, ChoiceAnswer) or cell is None:
            return True
        titles, _ = self._picks(self.columns[column], cell)
        shown = "".join("".join(lines).split())
        return shown in ("".join("".join(titles).split()), "".join(",".join(titles).split()))

    def need(self, column: int, cell: Cell | None) -> int:
        """How many cells the longest part of a cell takes on one line, as far as that is worth knowing."""
        if cell is None:
            return 0
        if isinstance(self.columns[column].cell, ChoiceAnswer):
            parts, _ = self._picks(self.columns[column], cell)
        else:
            parts = [str(cell)]
        return max((len(part) if len(part) > NEEDED_AT_MOST else cell_len(part) for part in parts), default=0)

    def is_right(self, column: int) -> bool:
        """Whether a column's cells stand flush right."""
        return isinstance(self.columns[column].cell, NumberAnswer)

    # -- typing -----------------------------------------------------------------------------------------------------

    def to_edit(self, column: int, cell: Cell | None) -> str:
        """What stands in the field when a cell is edited; read again, it gives the same cell."""
        kind = self.columns[column].cell
        if cell is None or isinstance(cell, tuple):
            return ""
        if isinstance(kind, NumberAnswer) and isinstance(cell, int | float):
            return show_number(cell, self.language)
        text = str(cell)
        if isinstance(kind, DateAnswer) and iso_date(text):
            shown = show_date(text, self.language)
            found = parse_date(shown, self.language, self.today)
            return shown if found is not None and found.isoformat() == text else text
        return text

    def read(self, column: int, text: str) -> Cell | None:
        """A typed cell from its text; what is no number or date stays as it was typed."""
        kind = self.columns[column].cell
        if not text.strip():
            return None
        if isinstance(kind, NumberAnswer):
            found = parse_number(text, self.language, kind.unit)
            return text.strip() if found is None else found
        if isinstance(kind, DateAnswer):
            day = parse_date(text, self.language, self.today)
            return text.strip() if day is None else day.isoformat()
        return text

    def read_pasted(self, column: int, text: str) -> Cell | None:
        """Any cell from a pasted text; None where the column offers nothing of that name."""
        kind = self.columns[column].cell
        if isinstance(kind, ScaleAnswer):
            step = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else text.count(FULL) + kind.low - 1
            return step if kind.low <= step <= kind.high and text.strip() else None
        if isinstance(kind, ChoiceAnswer):
            by_title = {title.casefold(): found for found, title in self.names.get(self.columns[column].id, {}).items()}
            parts = [text, *text.split(",")] if kind.several else [text]
            picked = [by_title[part.strip().casefold()] for part in parts if part.strip().casefold() in by_title]
            return tuple(dict.fromkeys(picked)) or None
        return self.read(column, text)
