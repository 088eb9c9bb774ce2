"""Markdown taken apart into the blocks of a page. What it cannot show (HTML, pictures) is shown as its text."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from impactcards.text import clean
from impactcards.tui.widgets.page.blocks import Block, Columns, Prose
from impactcards.tui.widgets.rows.lines import Piece

_VOICES = {"strong": "bold", "em": "soft", "s": "gone"}

#: The signs before the items of lists within lists.
_BULLETS = ("•", "◦", "▪")


def blocks_of(markdown: str) -> list[Block]:
    """The blocks of a page."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return list(_Reader(parser.parse(markdown)).blocks())


class _Reader:
    """Goes through the tokens once. Lists and quotes put something in front of what they hold."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = iter(tokens)
        self._lists: list[int | None] = []  # for each list one is in: the number of the next item, None for bullets
        self._first, self._rest = "", ""  # what stands in front of the next block's first line, and of the others
        self._outside: list[tuple[str, str]] = []
        self._tight = False

    def blocks(self) -> Iterator[Block]:
        for token in self._tokens:
            kind = token.type
            if kind in ("heading_open", "paragraph_open"):
                yield self._prose(next(self._tokens), int(token.tag[1]) if kind == "heading_open" else 0)
            elif kind == "table_open":
                yield self._table()
            elif kind in ("fence", "code_block", "html_block"):
                lines = token.content.rstrip("\n").split("\n")
                yield self._block(tuple(((clean(line), "text"),) for line in lines))
            elif kind == "hr":
                yield self._block(((("─" * 20, "faint"),),))
            else:
                self._nest(token)

    def _nest(self, token: Token) -> None:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            start = token.attrGet("start")
            self._lists.append(None if kind == "bullet_list_open" else int(start) if start is not None else 1)
            self._tight = False
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
            self._tight = False
        elif kind == "list_item_open":
            self._open(self._sign(), None)
        elif kind == "blockquote_open":
            self._open("▎ ", "▎ ")
        elif kind in ("list_item_close", "blockquote_close"):
            self._first = self._rest = self._outside.pop()[1]
            self._tight = kind == "list_item_close"

    def _sign(self) -> str:
        number = self._lists[-1]
        if number is None:
            return _BULLETS[min(len(self._lists), len(_BULLETS)) - 1] + " "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _open(self, first: str, rest: str | None) -> None:
        self._outside.append((self._first, self._rest))
        self._first = self._first + first
        self._rest = self._rest + (" " * len(first) if rest is None else rest)

    def _prose(self, inline: Token, level: int) -> Prose:
        return self._block(_lines(inline.children or [], f"h{min(level, 3)}" if level else ""), level)

    def _block(self, lines: tuple[tuple[Piece, ...], ...], level: int = 0) -> Prose:
        before = 0 if self._lists and (self._tight or len(self._lists) > 1) else 2 if level == 2 else 1
        block = Prose(lines, self._first, self._rest, before, level)
        self._first, self._tight = self._rest, False
        return block

    def _table(self) -> Columns:
        rows: list[list[str]] = []
        rights: list[bool] = []
        for token in self._tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "th_open":
                rights.append("right" in str(token.attrGet("style") or ""))
            elif token.type == "inline":
                rows[-1].append("".join(text for line in _lines(token.children or [], "") for text, _ in line))
        heads, *body = (tuple(row) for row in rows)
        return Columns(heads, tuple(body), tuple(rights))


def _lines(children: list[Token], base: str) -> tuple[tuple[Piece, ...], ...]:
    """Inline tokens as lines of pieces; ``base`` is the style of all of it, if it has one."""
    lines: list[list[Piece]] = [[]]
    voices: list[str] = []
    for token in children:
        if token.type in ("softbreak", "hardbreak"):
            if token.type == "softbreak":
                lines[-1].append((" ", base or "text"))
            else:
                lines.append([])
        elif token.type.endswith("_open"):
            voices.append(_VOICES.get(token.tag, ""))
        elif token.type.endswith("_close"):
            voices.pop()
        elif token.content:
            style = "+".join(filter(None, (base, *voices))) or "text"
            lines[-1].append((clean(token.content), style))
    return tuple(map(tuple, lines))
