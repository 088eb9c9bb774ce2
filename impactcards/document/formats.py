"""The file formats of a document: what each is called, what it can do, and the module that writes it.

A format is one module over the outline. It is imported only when it is asked for, so that none costs another anything,
and some need a package that is installed only on request.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from impactcards.document.blocks import Outline
from impactcards.faults import UserError
from impactcards.records import record
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from impactcards.strategy.strategy import Strategy


def _unheard(_: Message) -> None:
    """A remark that nobody wants to hear."""


@record
class Options:
    """What a person asked for. ``template`` is a file of theirs that brings styles.

    ``remark`` is called with each thing that the person should know about what was written: what was shortened, what
    could not be shown.
    """

    one_page: bool = False
    template: Path | None = None
    remark: Callable[[Message], None] = _unheard


@record
class Format:
    """One format. ``module`` has a function ``write(outline, options)`` that gives text, or bytes where ``binary``.

    A format of ``data`` is for other programs: its function takes the strategy in place of an outline.

    ``endings`` are those of its files, the usual one first. ``extra`` is what must be installed beside the program,
    empty for nothing, and ``package`` what that brings to import.
    """

    name: str
    title: str
    module: str
    endings: tuple[str, ...]
    binary: bool = False
    extra: str = ""
    package: str = ""
    one_page: bool = False
    template: bool = False
    data: bool = False

    @property
    def ending(self) -> str:
        """The usual ending of its files, with the dot."""
        return self.endings[0]


FORMATS = (
    Format("md", "Markdown", "impactcards.document.markdown", (".md", ".markdown", ".txt", ""), one_page=True),
    Format("html", "HTML", "impactcards.document.html", (".html", ".htm"), one_page=True),
    Format(
        "docx",
        "Word",
        "impactcards.document.docx",
        (".docx",),
        binary=True,
        extra="docx",
        package="docx",
        template=True,
    ),
    Format(
        "pdf", "PDF", "impactcards.document.pdf", (".pdf",), binary=True, extra="pdf", package="typst", one_page=True
    ),
    Format("csv", "CSV", "impactcards.document.data.csv_files", (".zip",), binary=True, data=True),
    Format("json", "JSON", "impactcards.document.data.json_file", (".json",), data=True),
)


def format_named(name: str) -> Format:
    """The format of that name. Raises KeyError for one there is not."""
    return {known.name: known for known in FORMATS}[name]


def format_of_file(path: Path) -> Format:
    """The format that a file's ending stands for. Raises :class:`UserError` for an ending of none."""
    for known in FORMATS:
        if path.suffix.lower() in known.endings:
            return known
    names = ", ".join(known.name for known in FORMATS)
    what = N_("There is no format for files ending in “{ending}”. Choose one with --to: {names}.")
    raise UserError(Message(what, ending=path.suffix, names=names))


def is_missing(chosen: Format) -> bool:
    """Whether a format needs a package that is not installed."""
    return bool(chosen.package) and find_spec(chosen.package) is None


def require(chosen: Format, options: Options) -> None:
    """Raise :class:`UserError` where a format cannot do what is asked, or where what it needs is not installed."""
    if options.one_page and not chosen.one_page:
        names = ", ".join(known.name for known in FORMATS if known.one_page)
        raise UserError(
            Message(N_("{title} has no strategy on one page. These have: {names}."), title=chosen.title, names=names)
        )
    if options.template is not None and not chosen.template:
        names = ", ".join(known.name for known in FORMATS if known.template)
        raise UserError(Message(N_("{title} takes no template. These do: {names}."), title=chosen.title, names=names))
    if is_missing(chosen):
        pip = r".venv\Scripts\pip" if os.name == "nt" else ".venv/bin/pip"
        raise UserError(
            Message(
                N_("{title} needs one more package. In the folder of the program, type: {command}"),
                title=chosen.title,
                command=f'{pip} install ".[{chosen.extra}]"',
            )
        )


def write(chosen: Format, outline: Outline, options: Options) -> bytes:
    """The document as the bytes of a file. Raises :class:`UserError` where it cannot be had."""
    require(chosen, options)
    if chosen.data:
        raise ValueError(f"{chosen.name} is written from a strategy")
    if options.one_page and outline.one_page is None:
        raise UserError(Message(N_("This deck does not say what belongs on one page.")))
    return _bytes(import_module(chosen.module).write(outline, options))


def write_data(chosen: Format, strategy: Strategy, options: Options) -> bytes:
    """A strategy in a format of ``data``, as the bytes of a file."""
    return _bytes(import_module(chosen.module).write(strategy, options))


def _bytes(made: str | bytes) -> bytes:
    return made if isinstance(made, bytes) else made.encode("utf-8", "replace")


__all__ = [
    "FORMATS",
    "Format",
    "Options",
    "format_named",
    "format_of_file",
    "is_missing",
    "require",
    "write",
    "write_data",
]
