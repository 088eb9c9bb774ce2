"""The document as one HTML file that stands alone: no script, no request to anywhere, for desk, phone and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactcards.document.blocks import Outline

if TYPE_CHECKING:
    from impactcards.document.formats import Options


def write(outline: Outline, options: Options) -> str:
    """The document as a format of :mod:`impactcards.document.formats`: all of it, or only the strategy on one page."""
    if options.one_page and outline.one_page is not None:
        from impactcards.document.html.wall import write_wall

        return write_wall(outline, outline.one_page, options.remark)
    from impactcards.document.html.report import write_report

    return write_report(outline)


__all__ = ["write"]
