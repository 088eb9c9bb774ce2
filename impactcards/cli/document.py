"""The document of a strategy, as a file or on standard output."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from impactcards.cli.choosing import complete_strategy, require_language
from impactcards.cli.language import say, spoken
from impactcards.cli.output import put, put_bytes, put_text, tell
from impactcards.cli.surroundings import Surroundings
from impactcards.cli.translated import argument, command, option
from impactcards.faults import UserError
from impactcards.words import N_, Message

if TYPE_CHECKING:
    from impactcards.document.formats import Format, Options
    from impactcards.strategy.opened import OpenStrategy
    from impactcards.strategy.state import Note

#: The formats a document can be had in; listed here too, so that the help need not load what a document is made of.
FORMATS = ("md", "html", "docx", "pdf", "csv", "json")


@command(
    "document",
    N_(
        "Write the document of a strategy.\n\n"
        "Without -o the document in the strategy's own folder is brought up to date; a format other than Markdown gets"
        " a file of its own there. A file that somebody else wrote, or has changed since, is not replaced unless"
        " --force is given."
    ),
)
@argument("name", N_("NAME"), shell_complete=complete_strategy)
@option(
    "--to",
    "file_format",
    type=click.Choice(FORMATS),
    default=None,
    help=N_(
        "The format: md is Markdown, html a page for the browser, docx is Word, csv a zip of all tables."
        " Without it, the file's ending says."
    ),
)
@option("-o", "--output", metavar=N_("FILE"), help=N_("Write to this file; - is standard output."))
@option("--lang", metavar=N_("TAG"), default="", help=N_("In another language of the deck."))
@option("--one-page", is_flag=True, help=N_("Only the strategy on one page, to hang on a wall: md, html or pdf."))
@option("--template", metavar=N_("FILE"), type=click.Path(path_type=Path), help=N_("A Word file whose styles to use."))
@option("--minutes", is_flag=True, help=N_("Only the minutes of the last session."))
@option("--session", metavar=N_("DAY"), default="", help=N_("Only the minutes of the session on this day."))
@option("--force", is_flag=True, help=N_("Replace the file, whoever wrote it."))
@click.pass_obj
def document(
    surroundings: Surroundings,
    name: str,
    file_format: str | None,
    output: str | None,
    lang: str,
    one_page: bool,
    template: Path | None,
    minutes: bool,
    session: str,
    force: bool,
) -> int:
    """Write the document and say where it is. ``file_format`` is one of :data:`FORMATS`, or None to go by the file."""
    from impactcards.strategy import folder

    minutes = minutes or bool(session)
    if minutes and one_page:
        raise UserError(Message(N_("Minutes have no strategy on one page: leave out --one-page.")))
    own = output is None and file_format in (None, "md") and not (one_page or minutes) and template is None
    if own and lang:
        raise UserError(Message(N_("With --lang say where to write, with -o FILE. (-o - is standard output.)")))
    asked = None if own else _chosen(file_format, output, one_page, template)
    opened = folder.open_strategy(
        surroundings.home, surroundings.library, name, language=lang or None, read_only=not own
    )
    tag = require_language(opened.deck, lang)
    for fault in opened.faults:
        tell(fault.worded(spoken()))
    if asked is None:
        return _bring_up_to_date(opened)
    from impactcards.document.files import write_file

    chosen, options = asked
    if chosen.name == "csv" and output not in (None, "-") and Path(output or "").suffix.lower() != chosen.ending:
        return _tables(surroundings, opened, Path(output or ""), force=force)
    if minutes:
        data, own_name = _minutes(opened, session, chosen, options, tag)
    else:
        data, own_name = _strategy(opened, chosen, options), _file_name(chosen, tag, one_page=one_page)
    if output == "-":
        if chosen.binary:
            put_bytes(data)
        else:
            put_text(data.decode("utf-8"))
        return 0
    target = Path(output) if output is not None else opened.folder / own_name
    write_file(target, data, _note(surroundings, opened), force=force)
    put(str(target))
    return 0


def _chosen(
    file_format: str | None, output: str | None, one_page: bool, template: Path | None
) -> tuple[Format, Options]:
    """The format asked for by name or by the file's ending; a :class:`UserError` if it cannot do what is asked."""
    from impactcards.document.formats import Options, format_named, format_of_file, require

    if Path(output or "").suffix.lower() == ".csv":
        what = N_("Every table is a file of its own: say -o FILE.zip, or --to csv -o FOLDER.")
        raise UserError(Message(what))
    if file_format is not None or output in (None, "-"):
        chosen = format_named(file_format or "md")
    else:
        chosen = format_of_file(Path(output or ""))
    if output == "-" and chosen.binary and sys.stdout.isatty():
        raise UserError(
            Message(N_("{title} is not for reading in a terminal. Say where with -o FILE."), title=chosen.title)
        )
    if template is not None and not template.is_file():
        raise UserError(Message(N_("There is no file “{file}”."), file=template))
    options = Options(one_page, template, lambda remark: tell(say(remark)))
    require(chosen, options)
    return chosen, options


def _strategy(opened: OpenStrategy, chosen: Format, options: Options) -> bytes:
    """The strategy in a format, as the bytes of a file."""
    from impactcards.document.formats import write, write_data
    from impactcards.strategy.dates import local_today

    if chosen.data:
        return write_data(chosen, opened.strategy, options)
    from impactcards.document import strategy_outline

    return write(chosen, strategy_outline(opened.strategy, today=local_today(), folder=opened.folder), options)


def _tables(surroundings: Surroundings, opened: OpenStrategy, target: Path, *, force: bool) -> int:
    """Write each table as a file of its own into a folder, made if need be, and name them."""
    from impactcards.document.data.csv_files import csv_files
    from impactcards.document.files import write_folder

    files = dict(csv_files(opened.strategy))
    write_folder(target, files, _note(surroundings, opened), force=force)
    for name in files:
        put(str(target / name))
    return 0


def _minutes(opened: OpenStrategy, day: str, chosen: Format, options: Options, tag: str) -> tuple[bytes, str]:
    """The minutes of the session on a day, or of the last one, and what their file is called."""
    from impactcards.document.formats import write
    from impactcards.document.minutes import minutes_outline
    from impactcards.document.minutes_finding import find_session, minutes_file

    if chosen.data:
        raise UserError(Message(N_("There are no minutes as {title}."), title=chosen.title))
    session = find_session(opened.strategy, day)
    name = minutes_file(opened.strategy, session, f"{'.' if tag else ''}{tag}{chosen.ending}")
    return write(chosen, minutes_outline(opened.strategy, session), options), name


def _bring_up_to_date(opened: OpenStrategy) -> int:
    """Write strategy.md in the strategy's own folder; one edited by hand is moved aside."""
    from impactcards.document import document_of
    from impactcards.strategy.document_copy import DOCUMENT_FILE

    saved = opened.save(document_of(opened.folder))
    problem = saved.error or saved.document_problem
    if problem is not None:
        raise UserError(problem)
    if saved.moved_document is not None:
        tell(say("Somebody had edited the document; it was moved to {file}", file=saved.moved_document))
    put(str(opened.folder / DOCUMENT_FILE))
    return 0


def _file_name(chosen: Format, tag: str, *, one_page: bool) -> str:
    """``strategy.html``, ``strategy-one-page.de.pdf``: a file for each, so that none takes another's place."""
    return f"strategy{'-one-page' if one_page else ''}{f'.{tag}' if tag else ''}{chosen.ending}"


def _note(surroundings: Surroundings, opened: OpenStrategy) -> Note:
    from impactcards.strategy.state import Note

    return Note(surroundings.home.state, opened.folder)
