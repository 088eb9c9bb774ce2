"""Tables that are too wide for an upright page lie across, together with the heading and the question above them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from impactcards.document.blocks import Block, Heading, Paragraph, Table

#: A table with more columns than this lies across the page.
MOST_COLUMNS_UPRIGHT = 8


def sheets(blocks: Iterable[Block]) -> Iterator[tuple[bool, tuple[Block, ...]]]:
    """The blocks in their order, in groups: whether a group lies across, and its blocks. No group is empty."""
    upright: list[Block] = []
    for block in blocks:
        if not is_wide(block):
            upright.append(block)
            continue
        introduced = len(upright)
        while introduced and _introduces(upright[introduced - 1]):
            introduced -= 1
        if upright[:introduced]:
            yield False, tuple(upright[:introduced])
        yield True, (*upright[introduced:], block)
        upright = []
    if upright:
        yield False, tuple(upright)


def is_wide(block: Block) -> bool:
    """Whether a block lies across."""
    return isinstance(block, Table) and len(block.columns) > MOST_COLUMNS_UPRIGHT


def _introduces(block: Block) -> bool:
    """Whether a block says what comes below it."""
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.role in ("question", "lead"))


__all__ = ["MOST_COLUMNS_UPRIGHT", "is_wide", "sheets"]
