"""A document as a PDF: all of it, or the one page."""

from __future__ import annotations

from impactcards.document.blocks import OnePage, Outline
from impactcards.document.formats import Options
from impactcards.document.pdf.data import Writer
from impactcards.document.pdf.legible import Legible
from impactcards.document.pdf.typesetting import Press
from impactcards.document.shortening import STEPS, shorten
from impactcards.words import N_, Message, words

#: So many of the characters that could not be shown are named.
MOST_NAMED = 20


def write(outline: Outline, options: Options) -> bytes:
    """The PDF. ``options.remark`` hears what could not be shown, and what was shortened on the one page."""
    legible = Legible()
    if options.one_page and outline.one_page is not None:
        made = _one_page(outline, outline.one_page, options, legible)
    else:
        made = _document(outline, legible)
    if legible.missing:
        found = list(legible.missing)
        named = " ".join(found[:MOST_NAMED]) + (" …" if len(found) > MOST_NAMED else "")
        what = N_("The PDF's fonts do not have these characters, and ▯ stands in their place: {characters}")
        options.remark(Message(what, characters=named))
    return made


def _document(outline: Outline, legible: Legible) -> bytes:
    say = words(outline.language)
    writer = Writer(legible)
    page = outline.one_page
    data = {
        "head": writer.head(outline),
        "contents": writer.line(say("Contents")),
        "page": writer.page(page) if page is not None else None,
        "page-as-chapter": writer.page_as_chapter(page) if page is not None else None,
        "chapters": [writer.chapter(chapter) for chapter in outline.chapters],
    }
    return Press("document.typ", data).pdf(outline.day)


def _one_page(outline: Outline, page: OnePage, options: Options, legible: Legible) -> bytes:
    """The page with its text as large as fits; where the smallest is too large, texts are shortened step by step."""
    say = words(outline.language)
    said: tuple[str, ...] = ()
    press = _page_set(outline, page, said, legible)
    fits = press.measured("fits")
    for characters, rows in STEPS:
        if fits:
            break
        shortened = shorten(page, characters, rows, say)
        said = shortened.labels
        press = _page_set(outline, shortened.page, said, legible)
        fits = press.measured("fits")
    if said:
        names = "; ".join(said)
        options.remark(
            Message(N_("Too much for one page. Shortened: {parts}. The whole document has it all."), parts=names)
        )
    if not fits:
        options.remark(Message(N_("Even so there is too much for one page: its end is missing.")))
    return press.pdf(outline.day)


def _page_set(outline: Outline, page: OnePage, said: tuple[str, ...], legible: Legible) -> Press:
    say = words(outline.language)
    writer = Writer(legible)
    note = say("Shortened to fit on this page: {parts}", parts="; ".join(said))
    data = {"head": writer.head(outline), "page": writer.page(page, note if said else "")}
    return Press("wall.typ", data)


__all__ = ["write"]
