"""How much room the one page takes, guessed before any browser has seen it: lengths in em of the page's letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from impactcards.document.blocks import Block, Definitions, Listing, Paragraph, Part, Picture, Table, TableColumn, Text
from impactcards.document.html.blocks import LONGEST_DAY
from impactcards.document.html.measure import count_lines, width

#: The height of a line, and of what stands around lines; wall.css says the same.
LINE = 1.32
PART_GAP = 1.0
LABEL = 1.7
ROW_GAP = 2.0
#: Two lists go side by side if they then take less than this part of their height below each other.
SAVES = 0.85
BETWEEN = 0.35
INDENT = 1.5
CELL_HEIGHT, CELL_WIDTH = 0.5, 0.7
TABLE_SIZE = 0.94
HEAD_SIZE = 0.82
#: How much wider bold letters are, and small bold ones on a coarse screen: a head is never parted inside a word.
BOLD, HEAD_SAFE = 1.06, 1.22


Rows = list[tuple[Part, ...]]


def in_rows(parts: Sequence[Part], room: float) -> Rows:
    """The parts of a column, ``room`` em wide, with short lists moved side by side where that saves height."""
    rows: Rows = []
    left = list(parts)
    while left:
        part = left.pop(0)
        fellow = next((other for other in left if _is_list(other)), None) if _is_list(part) else None
        if fellow is not None and row_height((part, fellow), room) < SAVES * rows_height([(part,), (fellow,)], room):
            left.remove(fellow)
            rows.append((part, fellow))
        else:
            rows.append((part,))
    return rows


def rows_height(rows: Iterable[tuple[Part, ...]], room: float) -> float:
    """The height of rows below each other, ``room`` em wide."""
    return sum(row_height(row, room) for row in rows)


def row_height(row: Sequence[Part], room: float) -> float:
    """The height of parts side by side, with the gap before them."""
    own = row_room(row, room)
    return max(part_height(part, own) for part in row)


def row_room(row: Sequence[Part], room: float) -> float:
    """The width of each part of a row."""
    return (room - ROW_GAP * (len(row) - 1)) / len(row)


def part_height(part: Part, room: float) -> float:
    """The height of a part with the gap before it."""
    blocks = [block_height(block, room) for block in part.blocks]
    return PART_GAP + (LABEL if part.label else 0.0) + sum(blocks) + BETWEEN * (len(blocks) - (not part.label))


def _is_list(part: Part) -> bool:
    return bool(part.label) and all(isinstance(block, Listing) for block in part.blocks)


def block_height(block: Block, room: float) -> float:
    """The height of a block."""
    match block:
        case Paragraph(text=text):
            return _lines(said(text), room) * LINE
        case Listing(items=items):
            return sum(_lines(said(item), room - INDENT) * LINE + 0.15 for item in items)
        case Table():
            return _table_height(block, room / TABLE_SIZE) * TABLE_SIZE
        case Definitions(entries=entries):
            texts = ["  ".join([entry.term, *(f"{label} {text}" for label, text in entry.facts)]) for entry in entries]
            return sum(_lines(text, room) * LINE + 0.4 for text in texts)
        case Picture(twin=twin):
            return LABEL + sum(block_height(own, room) for own in twin)
    return 2 * LINE


def shares(block: Table, room: float) -> list[float]:
    """The part of the width for each column, in sum 1: as much as its longest word at least, and then by what it says.

    ``room`` is the width of the table in em of its own letters.
    """
    least, wanted = [], []
    for n, column in enumerate(block.columns):
        cells = [row[n] for row in block.rows]
        bold = BOLD if n == 0 else 1.0
        heads = [width(word) * HEAD_SIZE * HEAD_SAFE for word in column.title.split()]
        words = [width(word) * BOLD for cell in cells for word in _unparted(column, cell)]
        least.append(min(max([*heads, *words], default=1.0), room / 2) + CELL_WIDTH)
        longest = max((width(line) for cell in cells for line in cell.split("\n")), default=0.0)
        wanted.append(max(longest * bold + CELL_WIDTH, least[-1]))
    spare = room - sum(least)
    over = [(full - own) ** 0.75 for own, full in zip(least, wanted, strict=True)]
    if sum(wanted) <= room:
        found = [full + (room - sum(wanted)) / len(wanted) for full in wanted]
    elif spare <= 0 or not sum(over):
        found = least
    else:
        found = [own + spare * more / sum(over) for own, more in zip(least, over, strict=True)]
    whole = sum(found)
    return [one / whole for one in found]


def _unparted(column: TableColumn, cell: str) -> list[str]:
    """What of a cell stays on one line: its words; a day or a figure as a whole."""
    return [cell] if column.kind in ("date", "number") and len(cell) <= LONGEST_DAY else cell.split()


def said(text: Text) -> str:
    """The words of a text in voices."""
    return "".join(run.text for run in text)


def _table_height(block: Table, room: float) -> float:
    """In em of the table's own letters."""
    widths = [share * room - CELL_WIDTH for share in shares(block, room)]
    head = [_lines(c.title, wide / HEAD_SIZE) for c, wide in zip(block.columns, widths, strict=True) if c.title]
    rows = [_row_lines(row, widths) * LINE + CELL_HEIGHT for row in block.rows]
    return (max(head) * LINE * HEAD_SIZE + CELL_HEIGHT if head else 0.0) + sum(rows)


def _row_lines(row: Sequence[str], widths: Sequence[float]) -> int:
    """How many lines the highest cell has; names in the first column are bold, and so a little wider."""
    first, *others = zip(row, widths, strict=True)
    return max([_lines(first[0], first[1] / BOLD), *(_lines(cell, wide) for cell, wide in others)])


def _lines(text: str, room: float) -> int:
    return count_lines(text, max(2.0, room))


__all__ = ["TABLE_SIZE", "Rows", "in_rows", "part_height", "row_height", "row_room", "rows_height", "said", "shares"]
