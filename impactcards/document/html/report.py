"""The whole document as a page: title, contents, the strategy on one page, and the chapters."""

from __future__ import annotations

from collections.abc import Iterator

from impactcards.document.blocks import Bars, Block, Chapter, Heading, OnePage, Outline, Part, Picture
from impactcards.document.colors import known_color
from impactcards.document.html.blocks import Blocks
from impactcards.document.html.markup import Ids, direction, escaped, one_line
from impactcards.document.html.page import page
from impactcards.words import Words, words


def write_report(outline: Outline) -> str:
    """The whole document."""
    return page(
        title=outline.title,
        language=outline.language,
        styles=("page", "blocks", "phone", "pictures", "print"),
        body="\n".join(_Report(outline, words(outline.language)).body()),
    )


class _Report:
    """The body of one document, with the ids that its contents link to."""

    def __init__(self, outline: Outline, say: Words) -> None:
        self._outline = outline
        self._say = say
        self._ids = Ids()
        self._blocks = Blocks(self._ids, say)
        self._page_id = self._ids.new("", "one-page")
        self._chapters = [(chapter, self._ids.new(chapter.anchor, "chapter")) for chapter in outline.chapters]

    def body(self) -> Iterator[str]:
        outline = self._outline
        yield f'<a class="skip" href="#content">{one_line(self._say("To the content"))}</a>'
        yield '<header class="cover">'
        yield self._ribbon()
        yield f"<h1{direction(outline.title)}>{one_line(outline.title)}</h1>"
        if outline.byline:
            yield f'<p class="byline"{direction(outline.byline)}>{one_line(outline.byline)}</p>'
        yield "</header>"
        yield '<div class="sheet">'
        yield from self._contents()
        yield '<main id="content">'
        if outline.one_page is not None:
            yield from self._one_page(outline.one_page)
        for chapter, chapter_id in self._chapters:
            yield from self._chapter(chapter, chapter_id)
        yield "</main>"
        yield "</div>"

    def _ribbon(self) -> str:
        """A band of the chapters' colours; it says nothing, so nobody is read it."""
        colors = dict.fromkeys(known_color(chapter.color) for chapter, _ in self._chapters if chapter.color)
        drawn = "".join(f'<i class="k-{name}"></i>' for name in colors)
        return f'<div class="ribbon" aria-hidden="true">{drawn}</div>'

    def _contents(self) -> Iterator[str]:
        entries = [
            f'<li class="k-{known_color(chapter.color)}"><a href="#{chapter_id}"{direction(chapter.title)}>'
            f"{one_line(chapter.title)}</a></li>"
            for chapter, chapter_id in self._chapters
        ]
        if not entries:
            return
        yield '<nav class="contents" aria-labelledby="contents">'
        yield f'<h2 id="contents">{one_line(self._say("Contents"))}</h2>'
        if self._outline.one_page is not None:
            title = one_line(self._outline.one_page.title)
            yield f'<p class="first"><a href="#{self._page_id}">{title}</a></p>'
        yield f"<ol>{''.join(entries)}</ol>"
        yield "</nav>"

    def _one_page(self, one: OnePage) -> Iterator[str]:
        yield f'<section class="one" aria-labelledby="{self._page_id}">'
        yield f'<h2 id="{self._page_id}">{one_line(one.title)}</h2>'
        for name, parts in (("top", one.top), ("left", one.left), ("right", one.right), ("foot", one.foot)):
            if parts:
                yield f'<div class="{name}">'
                for part in parts:
                    yield from self._part(part)
                yield "</div>"
        yield "</section>"

    def _part(self, part: Part) -> Iterator[str]:
        yield f'<div class="part k-{known_color(part.color)}">'
        if part.label:
            yield f"<h3{direction(part.label)}>{one_line(part.label)}</h3>"
        yield from self._blocks.of(part.blocks, 3)
        yield "</div>"

    def _chapter(self, chapter: Chapter, chapter_id: str) -> Iterator[str]:
        role = f" {escaped(chapter.role)}" if chapter.role != "chapter" else ""
        yield f'<section class="chapter{role} k-{known_color(chapter.color)}" aria-labelledby="{chapter_id}">'
        yield f'<h2 id="{chapter_id}"{direction(chapter.title)}>{one_line(chapter.title)}</h2>'
        for own in _cards(chapter):
            yield '<div class="card">'
            yield from self._blocks.of(own, 2)
            yield "</div>"
        yield "</section>"


def _cards(chapter: Chapter) -> list[tuple[Block, ...]]:
    """The blocks of a chapter, parted before each heading or picture with a title of its own."""
    found: list[list[Block]] = []
    for block in chapter.blocks:
        begins = isinstance(block, Heading | Picture) or (isinstance(block, Bars) and block.title)
        if begins or not found:
            found.append([])
        found[-1].append(block)
    return [tuple(own) for own in found]


__all__ = ["write_report"]
